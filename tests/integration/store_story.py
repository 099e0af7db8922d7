"""Do one kind of work on the store of NEXUS_HOME again and again, and say what is done: meant to be killed.

    python store_story.py write|migrate|backup|rekey|purge PASSPHRASE

Each line of output is a fact that has to hold afterwards: ``ready``, ``kept ID``, ``purged``, ``backup``, ``rekeyed``.
"""

from __future__ import annotations

import sys
import uuid
from dataclasses import replace
from datetime import timedelta
from threading import Event

from nexus_desktop.bootstrap import Bootstrap, now
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.runtime import key_locks
from nexus_desktop.services.application import Application
from nexus_desktop.storage import migrator
from tests.unit.storage.stores import record

key_locks.MEMORY_KIB, key_locks.PASSES = 8192, 1  # the kills are to hit the work, not the stretching
TEXT = "At least as likely as not, by reason of the fall in service. " * 30


def quiet(_words: str, _done: float) -> None:
    """Nobody watches."""


def say(fact: str) -> None:
    sys.stdout.write(f"{fact}\n")
    sys.stdout.flush()


def keep(application: Application, days_ago: int = 0) -> str:
    """One more analysis, as the program keeps it."""
    one = record(text=TEXT)
    at = now() - timedelta(days=days_ago)
    one = replace(one, id=str(uuid.uuid4()), created_at=at, letter=replace(one.letter, created_at=at))
    told = {"correlation_id": one.correlation_id, "letter_id": one.letter.id}
    store = application.audit._store
    store.keep_import(one.correlation_id, {"kind": "pdf"})
    store.keep_analysis(one, {"redacted": 1}, told)
    return one.id


def write(application: Application) -> None:
    while True:
        say(f"kept {keep(application)}")


def backup(application: Application) -> None:
    while True:
        say(f"kept {keep(application)}")
        application.backups.make(BackupReason.ASKED, quiet, Event())
        say("backup")


def rekey(application: Application, passphrase: str) -> None:
    while True:
        say(f"kept {keep(application)}")
        application.keys.change_database_key(passphrase, None, quiet)
        say("rekeyed")


def purge(application: Application) -> None:
    """Old analyses come and go; the young ones have to stay."""
    retention = application.retention
    retention.set_keep_days(30)
    while True:
        say(f"kept {keep(application)}")
        for _ in range(3):
            keep(application, days_ago=40)
        retention.purge(retention.due(), quiet, Event())
        say("purged")


def main(work: str, passphrase: str) -> None:
    if work == "migrate":
        real = migrator.migrate
        migrator.migrate = lambda *given: (say("ready"), real(*given))[1]  # the backup, then the steps
        application = Bootstrap().open(passphrase)
        say("migrated")
        application.close()
        return
    application = Bootstrap().open(passphrase)
    say("ready")
    if work == "rekey":
        rekey(application, passphrase)
    else:
        {"write": write, "backup": backup, "purge": purge}[work](application)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
