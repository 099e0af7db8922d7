"""The commands on keys, trail, backups, retention, matters and search, and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Protocol

from nexus_desktop.cli import (
    audit_commands,
    database_commands,
    key_commands,
    prompt_commands,
    store_commands,
    trash_commands,
)
from nexus_desktop.services.application import Starter

MOST_ROWS, MOST_DAYS = 1_000_000, 36_500
Run = Callable[[argparse.Namespace, Starter], int]


class Group(Protocol):
    """A place where commands are added to."""

    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser: ...  # noqa: A002


Add = Callable[[Group, str, Run, str], argparse.ArgumentParser]


def with_store(one: argparse.ArgumentParser) -> None:
    """What opens the store."""
    one.add_argument("--passphrase-file", metavar="FILE", help="first line: the passphrase of the store")
    one.add_argument("--recovery-key-file", metavar="FILE", help="first line: the recovery key of the store")


def how_many(number: str) -> int:
    """A number of rows. Raises ArgumentTypeError, ValueError."""
    return _within(number, 1, MOST_ROWS)


def rows_lost(number: str) -> int:
    """A number of rows, or none. Raises ArgumentTypeError, ValueError."""
    return _within(number, 0, 1_000 * MOST_ROWS)


def days(number: str) -> int:
    """How long something is kept, 0 for ever. Raises ArgumentTypeError, ValueError."""
    return _within(number, 0, MOST_DAYS)


def _within(number: str, least: int, most: int) -> int:
    count = int(number)
    if not least <= count <= most:
        raise argparse.ArgumentTypeError(f"must be from {least} to {most}")
    return count


def add_store_commands(names: Group) -> None:
    """Put them beside the others."""

    def add(group: Group, name: str, run: Run, help_text: str) -> argparse.ArgumentParser:
        one = group.add_parser(name, help=help_text, description=help_text)
        one.set_defaults(run=run)
        with_store(one)
        return one

    def grouped(name: str, help_text: str) -> Group:
        one = names.add_parser(name, help=help_text, description=help_text)
        return one.add_subparsers(required=True, metavar="COMMAND", dest="act")

    _audit(grouped("audit", "The audit trail: check it, export it."), add)
    _keys(grouped("keys", "What opens the store, and keys of services."), add)
    _retention(grouped("retention", "How long analyses are kept, and deleting them for good."), add)
    _trash(grouped("trash", "Saved analyses that are out of every list, and the way back."), add)
    _matters(grouped("matter", "Matters, legal hold, notes, and a matter for co-counsel."), add)
    _prompts(grouped("prompts", "The words that services are asked with: versions, rules, tests."), add)
    one = add(names, "backup", store_commands.backup, "Make a verified backup.")
    one.add_argument("--list", action="store_true", help="list the backups there are")
    one = add(names, "restore", store_commands.restore, "Put a backup in the place of the store.")
    one.add_argument("backup", help="a .nexusbackup file")
    _database(grouped("database", "The version of the tables, and going back to an older one."), add)
    one = add(names, "search", store_commands.search, "Search letters, findings and notes.")
    one.add_argument("words", nargs="+", help='words, "phrases", and beginnings with a star')
    one.add_argument("--matter", metavar="NUMBER", help="in one matter only")
    one.add_argument("--limit", type=how_many, default=20)
    one.add_argument("--json", action="store_true")


def _prompts(group: Group, add: Add) -> None:
    run = prompt_commands.prompts
    add(group, "list", run, "Every version with its state.").add_argument("--json", action="store_true")
    one = add(group, "show", run, "A version as it is sent, or the exact prompt of a kept analysis.")
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("--analysis", metavar="ID", help="the prompt that this analysis was asked with")
    which.add_argument("--prompt", metavar="ID", help="such as nexus-analysis")
    one.add_argument("--version", help="of the prompt; else the one in force")
    one = add(group, "validate", run, "Hold every version to the rules; exit code 3 where one breaks them.")
    one.add_argument("file_of_prompts", nargs="?", metavar="FILE", help="a file of prompts, which is not taken in")
    one = add(group, "test", run, "Run test letters by the engine on this machine, or with a version by the service.")
    one.add_argument("--suite", metavar="FILE", help="your own test letters; else those that ship")
    one.add_argument("--service", action="store_true", help="by the service in use")
    one.add_argument("--version", help="of the analysis prompt; else the one in force")
    one.add_argument("--cap", type=float, default=1.0, metavar="USD", help="the most it may cost; 1.00 if not given")
    one.add_argument("--send-reviewed", action="store_true", help="say that a person knows these letters are sent")
    one.add_argument("--by", help="who runs it; else the name of the account")
    one.add_argument("--json", action="store_true")
    one = add(group, "export", run, "Write prompts with all their versions to a new YAML file.")
    one.add_argument("target", metavar="FILE")
    one.add_argument("--prompt", metavar="ID", help="only this one")
    one = add(group, "import", run, "Take versions in as drafts; nothing is approved by it.")
    one.add_argument("source", metavar="FILE")
    one.add_argument("--reason", required=True, help="for the audit trail; names no client")
    one.add_argument("--by", help="who takes them in; else the name of the account")


def _audit(group: Group, add: Add) -> None:
    one = add(group, "verify", audit_commands.verify, "Check the whole chain; exit code 11 where it does not hold.")
    one.add_argument("--export", metavar="FILE", help="compare an export, .zip, .jsonl or .csv, with the store instead")
    one.add_argument("--json", action="store_true")
    one = add(group, "export", audit_commands.export, "Write the trail to a new file; prints its head.")
    one.add_argument("target", metavar="FILE", help=".zip with everything and a verifier, or .jsonl, .csv, .pdf")
    one.add_argument(
        "--about", metavar="ID", help="only what is about one analysis, import or matter; digests of the rest"
    )
    add(group, "acknowledge", audit_commands.acknowledge, "Put on record that entries found missing are known of.")


def _keys(group: Group, add: Add) -> None:
    add(group, "status", key_commands.status, "What opens the store.").add_argument("--json", action="store_true")
    add(group, "recovery", key_commands.recovery, "Make a recovery key, printed once.")
    one = add(group, "passphrase", key_commands.passphrase, "Set or change the passphrase.")
    one.add_argument("--new-passphrase-file", metavar="FILE", help="first line: the new passphrase")
    one = add(group, "keyring", key_commands.keyring, "Use the keyring, or ask for the passphrase at each start.")
    one.add_argument("use", choices=["on", "off"])
    add(group, "rekey", key_commands.rekey, "Encrypt the database anew under another key.")
    one = add(group, "service", key_commands.service, "Set the key of a service from standard input, or delete it.")
    one.add_argument("change", choices=["set", "delete"])
    one.add_argument("profile")


def _retention(group: Group, add: Add) -> None:
    add(group, "show", store_commands.retention_show, "The policy.")
    one = add(group, "set", store_commands.retention_set, "Keep analyses for so many days; 0 keeps everything.")
    one.add_argument("days", type=days)
    plan = add(group, "plan", store_commands.retention_plan, "What would be deleted, without deleting it.")
    plan.add_argument("--json", action="store_true")
    purge = add(group, "purge", store_commands.retention_purge, "Delete for good.")
    purge.add_argument("--analyses", type=int, metavar="COUNT", help="how many, as the plan shows")
    for one in (plan, purge):
        which = one.add_mutually_exclusive_group()
        which.add_argument("--matter", metavar="NUMBER", help="everything of one matter")
        which.add_argument("--client", metavar="NUMBER", help="everything of one client")


def _trash(group: Group, add: Add) -> None:
    run = trash_commands.trash
    add(group, "list", run, "What is in it, and when it is deleted for good.").add_argument(
        "--json", action="store_true"
    )
    one = add(group, "put", run, "Move analyses to the trash, all or none.")
    one.add_argument("analyses", metavar="ID", nargs="+")
    one = add(group, "back", run, "Put analyses back where they were, all or none.")
    one.add_argument("analyses", metavar="ID", nargs="+")
    add(group, "empty", trash_commands.empty, "Delete for good what has been in it for 30 days and is not on hold.")


def _database(group: Group, add: Add) -> None:
    one = add(group, "status", database_commands.status, "The version of the tables, and those it can go back to.")
    one.add_argument("--json", action="store_true")
    one = add(group, "downgrade", database_commands.downgrade, "Take the tables back, after a verified backup.")
    one.add_argument("version", help="as “database status” lists them, such as 0009")
    one.add_argument("--dry-run", action="store_true", help="only say what would be lost")
    one.add_argument("--lose", type=rows_lost, default=0, metavar="ROWS", help="how many rows are lost, as it was said")
    one.add_argument("--json", action="store_true")


def _matters(group: Group, add: Add) -> None:
    add(group, "list", store_commands.matter, "Every matter.")
    one = add(group, "add", store_commands.matter, "A new matter, by the firm's own number; never a name.")
    one.add_argument("number")
    one.add_argument("--client", metavar="NUMBER", help="the firm's own number of the client")
    one = add(group, "rename", store_commands.matter, "Give a matter another number.")
    one.add_argument("number")
    one.add_argument("to", metavar="NEW-NUMBER")
    one.add_argument("--client", metavar="NUMBER", help="the firm's own number of the client; without it there is none")
    one = add(group, "assign", store_commands.matter, "Put an analysis and its letter into a matter.")
    one.add_argument("analysis")
    one.add_argument("number")
    one = add(group, "close", store_commands.matter, "Close a matter, which starts its days of keeping.")
    one.add_argument("number")
    one = add(group, "hold", store_commands.matter, "Put a matter on legal hold.")
    one.add_argument("number")
    one.add_argument("--lift", action="store_true", help="lift the hold")
    one = add(group, "note", store_commands.matter, "Keep a note on an analysis; identifiers are taken out first.")
    one.add_argument("analysis")
    one.add_argument("text")
    one = add(group, "give", store_commands.matter, "Write a matter as one encrypted file for co-counsel.")
    one.add_argument("number")
    one.add_argument("target", metavar="FILE")
    one.add_argument("--new-passphrase-file", metavar="FILE", help="first line: the passphrase of the file")
    one.add_argument("--with-client", action="store_true", help="also what is kept of client and case; it names them")
    one = add(group, "receive", store_commands.receive, "Unpack a matter from co-counsel into a folder of its own.")
    one.add_argument("target", metavar="FILE")
    one.add_argument("folder")
