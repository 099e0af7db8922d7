"""Kill a process that works on a store, at a random point, and look at what it left. For the test and the benchmark."""

from __future__ import annotations

import os
import random
import select
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Event

from nexus_desktop.bootstrap import Bootstrap

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("store_story.py")
OLD = ROOT / "tests" / "data" / "databases" / "v0001"
PASSPHRASE = "four words not together"
WORKS = ("write", "migrate", "backup", "rekey", "purge")
# How long after the first fact the kill comes, in seconds: about as long as one round of the work takes.
ROUND = {"write": 0.03, "migrate": 0.35, "backup": 0.15, "rekey": 0.15, "purge": 0.4}


class Victim:
    """One data folder that is worked on and killed again and again."""

    def __init__(self, work: str, home: Path) -> None:
        self.work, self.home = work, home
        self.facts: list[str] = []
        self.kills = self.finished = self.cut_short = 0

    def begin(self) -> None:
        """What has to be there before: for a migration, a folder of the first version each time."""
        if self.work == "migrate":
            shutil.rmtree(self.home, ignore_errors=True)
            shutil.copytree(OLD, self.home)
            self.home.chmod(0o700)

    def kill(self, chance: random.Random) -> None:
        """Start, and kill some time after something was done; remember what was said to be done."""
        self.begin()
        child = subprocess.Popen(
            [sys.executable, str(SCRIPT), self.work, PASSPHRASE],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT), "NEXUS_HOME": str(self.home)},
        )
        assert child.stdout is not None
        wait_for = 1 if self.work == "migrate" else chance.randrange(1, 6)
        said = [child.stdout.readline() for _ in range(wait_for)]
        select.select([], [], [], chance.random() * ROUND[self.work])
        child.kill()
        rest, errors = child.communicate()
        assert not errors, errors[-2000:]
        self.kills += 1
        self.finished += "migrated" in rest
        self.cut_short += self.in_the_middle()
        self.facts += [*said, *rest.splitlines()]

    def in_the_middle(self) -> bool:
        """Whether the kill left signs of work that was cut short, as far as files show it from outside."""
        if self.work == "rekey":
            return '"next"' in (self.home / "keyslot.json").read_text()
        if self.work in ("backup", "migrate"):
            return any(self.home.rglob(".nexus-work-*"))
        journal = self.home / "nexus.db-wal"
        return journal.exists() and journal.stat().st_size > 0

    def check(self) -> list[str]:
        """Open the store as a person would, and list what is not as it was said to be; empty where all is well."""
        os.environ["NEXUS_HOME"] = str(self.home)
        application = Bootstrap().open(PASSPHRASE)
        try:
            store = application.audit._store
            problems = [] if store.is_intact() else ["the file is damaged"]
            report = application.audit.check(lambda _words, _done: None, Event())
            if not report.intact:
                problems.append(f"trail: {report.reason} at {report.broken_at} {report.unanswered}")
            kept = {line.id for line in application.letters.newest(100_000)}
            lost = [fact for fact in self.facts if fact.startswith("kept ") and fact.split()[1] not in kept]
            if lost:
                problems.append(f"{len(lost)} analyses are lost")
            if self.work == "migrate" and len(kept) != 3:
                problems.append(f"{len(kept)} of 3 analyses after a migration")
            terms, found = application.search.find("likely")
            if len(found.places) != min(len(kept), 2000) or len(application.search.page(terms, found, 0, 5)) == 0 < len(
                kept
            ):
                problems.append("the search does not find what is kept")
            if application.keys.ways().change_unfinished:
                problems.append("a change of key was left unfinished")
            application.retention.sweep_if_due(lambda _words, _done: None, Event())
            if application.retention.sweep_is_due():
                problems.append("a purge was left unfinished")
            whole = application.backups.listed()
            if len(whole) != len(list((self.home / "backups").glob("*.nexusbackup"))):
                problems.append("a backup is not whole")
            return problems
        finally:
            application.close()
