"""The keys on the command line. Nothing secret is taken from an option, for options can be read by other programs."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from contextlib import closing
from typing import TYPE_CHECKING

from nexus_desktop.cli import exits
from nexus_desktop.cli.commands import first_line, opened, quiet, say
from nexus_desktop.models.errors import PassphraseNeeded, RecoveryNotConfirmed

if TYPE_CHECKING:
    from nexus_desktop.runtime.key_recovery import RecoveryKey
    from nexus_desktop.services.application import Application, Starter
    from nexus_desktop.services.keys import Keys


def status(options: argparse.Namespace, starter: Starter) -> int:
    """What opens this store."""
    with closing(opened(options, starter)) as application:
        ways = application.keys.ways()
    made = ways.recovery_made_at
    if options.json:
        print(
            json.dumps(
                {
                    "keyring": ways.keyring,
                    "passphrase": ways.passphrase,
                    "recovery_made_at": made.isoformat() if made else None,
                }
            )
        )
        return exits.DONE
    print(f"keyring       {'yes' if ways.keyring else 'no'}")
    print(f"passphrase    {'yes' if ways.passphrase else 'no'}")
    print(f"recovery key  {f'made {made:%Y-%m-%d}' if made else 'none: make one with “keys recovery”'}")
    return exits.DONE


def recovery(options: argparse.Namespace, starter: Starter) -> int:
    """A new recovery key: printed once, in force once groups of it are typed back on standard input."""
    with closing(opened(options, starter)) as application:
        confirmed(application.keys, application.keys.new_recovery_key(), keep=True)
    say("The recovery key is in force. Keep the sheet away from this machine; an earlier sheet is void.")
    return exits.DONE


def confirmed(keys: Keys, sheet: RecoveryKey, *, keep: bool) -> RecoveryKey:
    """Print a recovery key and have groups of it typed back. Raises RecoveryNotConfirmed."""
    print("\n".join(f"{number}  {group}" for number, group in enumerate(sheet.groups, 1)), flush=True)
    typed: dict[int, str] = {}
    for number in sheet.asked():
        say(f"Write it down, then type group {number}:")
        line = sys.stdin.readline()
        if not line:
            raise RecoveryNotConfirmed
        typed[number] = line
    if keep:
        keys.confirm_recovery_key(sheet, typed)
    else:
        sheet.confirm(typed)
    return sheet


def passphrase(options: argparse.Namespace, starter: Starter) -> int:
    """Set or change the passphrase; who came in with the recovery key replaces a forgotten one."""
    with closing(opened(options, starter)) as application:
        new = new_passphrase(options)
        if options.recovery_key_file is not None:
            application.keys.replace_passphrase(new)
        else:
            application.keys.set_passphrase(new, _present(options, application))
    say("The passphrase is in force. Backups made before open with the one before.")
    return exits.DONE


def keyring(options: argparse.Namespace, starter: Starter) -> int:
    """Put the key into the keyring, or take it out and have the passphrase asked for at each start."""
    with closing(opened(options, starter)) as application:
        if options.use == "on":
            application.keys.use_keyring()
        else:
            application.keys.leave_keyring()
    say("Done.")
    return exits.DONE


def rekey(options: argparse.Namespace, starter: Starter) -> int:
    """Encrypt the database anew under another key, with a new recovery key."""
    with closing(opened(options, starter)) as application:
        keys = application.keys
        sheet = confirmed(keys, keys.new_recovery_key(), keep=False)
        present = _present(options, application) if keys.ways().passphrase else None
        keys.change_database_key(present, sheet, quiet)
    say("The database has another key. Earlier sheets are void for it, and backups made before open with them still.")
    return exits.DONE


def service(options: argparse.Namespace, starter: Starter) -> int:
    """Set the key of a service from standard input, or delete it."""
    with closing(opened(options, starter)) as application:
        if options.change == "delete":
            application.keys.delete_service_key(options.profile)
            say("Deleted.")
        else:
            typed = getpass.getpass("Key: ") if sys.stdin.isatty() else sys.stdin.readline()
            kept = application.keys.put_service_key(options.profile, typed)
            say("Kept in the keyring." if kept else "No keyring works here, so the key is not kept.")
    return exits.DONE


def new_passphrase(options: argparse.Namespace) -> str:
    """A new passphrase, from a file or typed twice. Raises PassphraseNeeded."""
    if options.new_passphrase_file is not None:
        return first_line(options.new_passphrase_file)
    if not sys.stdin.isatty():
        raise PassphraseNeeded
    first, second = getpass.getpass("New passphrase: "), getpass.getpass("Once more: ")
    if first != second:
        raise PassphraseNeeded
    return first


def _present(options: argparse.Namespace, application: Application) -> str | None:
    """The passphrase in force, where there is one."""
    if not application.keys.ways().passphrase:
        return None
    if options.passphrase_file is not None:
        return first_line(options.passphrase_file)
    return getpass.getpass("Present passphrase: ") if sys.stdin.isatty() else None
