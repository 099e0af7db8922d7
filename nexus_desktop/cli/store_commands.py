"""Backups, restores, retention, matters and search on the command line."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from nexus_desktop.cli import exits
from nexus_desktop.cli.commands import first_line, opened, quiet, say, tell
from nexus_desktop.cli.key_commands import new_passphrase
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.models.errors import StoreInUse
from nexus_desktop.models.retention_models import PurgeCause, PurgePlan, PurgeScope
from nexus_desktop.services import matters

if TYPE_CHECKING:
    from nexus_desktop.services.application import Starter

SHOWN = 20


def backup(options: argparse.Namespace, starter: Starter) -> int:
    """Make a verified backup, or list those there are."""
    with closing(opened(options, starter)) as application:
        if options.list:
            for one in application.backups.listed():
                kept = f"{one.manifest.analyses:>6} analyses  {one.size / 1e6:8.1f} MB"
                print(f"{one.manifest.made_at:%Y-%m-%d %H:%M}  {kept}  {one.path}")
            return exits.DONE
        made = application.backups.make(BackupReason.ASKED, quiet, Event())
    print(made.path)
    say(f"{made.manifest.analyses} analyses, verified by opening it.")
    return exits.DONE


def restore(options: argparse.Namespace, starter: Starter) -> int:
    """Put a backup in the place of the store. What was there is kept in a folder beside it."""
    passphrase = None if options.passphrase_file is None else first_line(options.passphrase_file)
    recovery = None if options.recovery_key_file is None else first_line(options.recovery_key_file)
    manifest = starter.stage_restore(Path(options.backup), passphrase, recovery)
    kept = f"{manifest.analyses} analyses of {manifest.made_at:%Y-%m-%d %H:%M} UTC"
    try:
        starter.key_need()  # puts it in place
    except StoreInUse as error:
        tell(error)
        say(f"The backup is ready, with {kept}; it is put in place at the next start when nobody uses the store.")
        return exits.FIXABLE
    say(f"Restored: {kept}. What was there before lies in a folder named “replaced”.")
    return exits.DONE


# --- retention ----------------------------------------------------------------------------------------------------


def scope_of(options: argparse.Namespace) -> PurgeScope:
    """What a purge is asked to take."""
    if options.matter is not None:
        return PurgeScope(PurgeCause.MATTER, options.matter)
    if options.client is not None:
        return PurgeScope(PurgeCause.CLIENT, options.client)
    return PurgeScope(PurgeCause.AGE)


def retention_show(options: argparse.Namespace, starter: Starter) -> int:
    """The policy."""
    with closing(opened(options, starter)) as application:
        days = application.retention.keep_days()
    print("everything is kept" if days is None else f"{days} days")
    return exits.DONE


def retention_set(options: argparse.Namespace, starter: Starter) -> int:
    """Change the policy."""
    with closing(opened(options, starter)) as application:
        application.retention.set_keep_days(None if options.days == 0 else options.days)
    say("The policy is in force. Only the trash is emptied by itself; for the rest see “retention plan”.")
    return exits.DONE


def retention_plan(options: argparse.Namespace, starter: Starter) -> int:
    """What a purge would take."""
    with closing(opened(options, starter)) as application:
        plan = application.retention.plan(scope_of(options))
    if options.json:
        print(json.dumps(_as_dict(plan)))
    else:
        _print(plan)
    return exits.DONE


def retention_purge(options: argparse.Namespace, starter: Starter) -> int:
    """Delete for good what the plan shows; the number of analyses has to be given, as shown by the plan."""
    with closing(opened(options, starter)) as application:
        plan = application.retention.plan(scope_of(options))
        if options.analyses != len(plan.lines):
            _print(plan)
            say(f"Nothing was deleted. To delete these for good, say --analyses {len(plan.lines)}.")
            return exits.FIXABLE
        purged = application.retention.purge(plan, quiet, Event())
    say(f"{purged.analyses} analyses were deleted; entry {purged.entry} of the audit trail tells of it.")
    if not purged.clean:
        say("Journal and older backups could not be cleared yet; the next start does it. The Health tab shows it.")
        return exits.FAILED
    return exits.DONE


def _as_dict(plan: PurgePlan) -> dict[str, object]:
    return {
        "cause": plan.scope.cause.value,
        "analyses": [line.analysis_id for line in plan.lines],
        "letters": plan.letters,
        "notes": plan.notes,
        "matters": plan.matters,
        "on_hold": plan.held,
        "backups": plan.backups,
        "replaced_stores": plan.set_aside,
    }


def _print(plan: PurgePlan) -> None:
    for line in plan.lines[:SHOWN]:
        print(f"{line.analysis_id}  {line.created_at:%Y-%m-%d}  {line.matter or '-':<20}  {line.condition}")
    if len(plan.lines) > SHOWN:
        print(f"and {len(plan.lines) - SHOWN} more")
    print(
        f"{len(plan.lines)} analyses, {plan.letters} letters, {plan.notes} notes would go, and {plan.backups} backups "
        f"and {plan.set_aside} replaced stores that may hold them; {plan.held} are on legal hold and stay."
    )


# --- matters ------------------------------------------------------------------------------------------------------


def matter(options: argparse.Namespace, starter: Starter) -> int:
    """Matters, by the firm's own numbers."""
    with closing(opened(options, starter)) as application:
        cases = application.matters
        if options.act == "add":
            print(cases.create(options.number, options.client).id)
        elif options.act == "rename":
            cases.rename(options.number, options.to, options.client)
        elif options.act == "assign":
            cases.assign(options.analysis, options.number)
        elif options.act == "close":
            cases.close(options.number)
        elif options.act == "hold":
            cases.hold(options.number, held=not options.lift)
        elif options.act == "note":
            print(cases.note(options.analysis, options.text).text)
        elif options.act == "give":
            cases.give(
                options.number,
                Path(options.target),
                new_passphrase(options),
                quiet,
                Event(),
                with_client=options.with_client,
            )
            say("Written. Tell co-counsel the passphrase by another way than the file.")
        else:
            for one in cases.listed():
                state = "on hold" if one.legal_hold else f"closed {one.closed_at:%Y-%m-%d}" if one.closed_at else "open"
                print(f"{one.reference:<24}  {one.client or '-':<16}  {state}")
    return exits.DONE


def receive(options: argparse.Namespace, starter: Starter) -> int:
    """A matter from co-counsel, into a data folder of its own."""
    folder = Path(options.folder)
    manifest = matters.receive(Path(options.target), folder, enabled=starter.settings.features.matter_file)
    say(f"{manifest.analyses} analyses. To read them, start the program with NEXUS_HOME set to this folder:")
    print(folder.resolve())
    return exits.DONE


# --- search -------------------------------------------------------------------------------------------------------


def search(options: argparse.Namespace, starter: Starter) -> int:
    """Letters, findings and notes that have all the words."""
    with closing(opened(options, starter)) as application:
        terms, found = application.search.find(" ".join(options.words), options.matter)
        hits = application.search.page(terms, found, 0, options.limit)
    if options.json:
        lines = [{"id": hit.line.id, "excerpt": hit.excerpt.text, "marked": hit.excerpt.marked} for hit in hits]
        print(json.dumps({"found": len(found.places), "more": found.cut, "ranked": found.ranked, "hits": lines}))
        return exits.DONE
    for hit in hits:
        print(f"{hit.line.id}  {hit.line.created_at:%Y-%m-%d}  {hit.line.strength.value:<8} {hit.line.condition}")
        print(f"    {hit.excerpt.text}")
    order = "best first" if found.ranked else "newest first"
    say(f"{len(found.places):,}{' or more' if found.cut else ''} found, {order}.")
    return exits.DONE
