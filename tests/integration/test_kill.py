"""The process is killed during analyses, twenty times; what was acknowledged is there, and the store is sound."""

from __future__ import annotations

import os
import random
import select
import subprocess
import sys
from pathlib import Path
from threading import Event

from nexus_desktop.bootstrap import Bootstrap

PASSPHRASE = "four words not together"
KILLS = 20
SCRIPT = Path(__file__).with_name("analyze_for_ever.py")
ROOT = Path(__file__).resolve().parents[2]


def kill_one(chance: random.Random) -> list[str]:
    """Start analyzing, and kill after some acknowledged analyses and a moment more. Returns what was acknowledged."""
    child = subprocess.Popen(
        [sys.executable, str(SCRIPT), PASSPHRASE],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    acknowledged = [child.stdout.readline().strip() for _ in range(chance.randrange(1, 4))]
    select.select([child.stdout], [], [], chance.random() * 0.06)  # until the next one, or a moment before it
    child.kill()
    rest, _ = child.communicate()
    return [line for line in [*acknowledged, *rest.split()] if len(line) == 36]


def test_twenty_kills_leave_a_sound_store() -> None:
    chance = random.Random(20)
    acknowledged: list[str] = []
    for _ in range(KILLS):
        acknowledged += kill_one(chance)
        application = Bootstrap().open(PASSPHRASE)
        report = application.health.run(lambda _words, _done: None, Event())
        assert [check.code for check in report.checks if check.name in ("database", "audit")] == [
            "database.ok",
            "audit.ok",
        ]
        kept = {line.id for line in application.letters.newest(10_000)}
        application.close()
        assert set(acknowledged) <= kept
        assert len(kept) - len(acknowledged) <= KILLS  # at most the one under way at each kill, kept whole
    assert len(acknowledged) >= KILLS
