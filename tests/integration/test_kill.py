"""The process is killed at random points of its work; what was acknowledged is there, and the store is sound.

The benchmark bench_kills.py does the same two hundred times.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.integration.kills import WORKS, Victim

KILLS = {"write": 6, "migrate": 5, "backup": 5, "rekey": 6, "purge": 5}


@pytest.mark.parametrize("work", WORKS)
def test_kills_leave_a_sound_store(work: str, tmp_path: Path) -> None:
    home = tmp_path / "victim"
    home.mkdir(mode=0o700)
    victim, chance = Victim(work, home), random.Random(20)
    for _ in range(KILLS[work]):
        victim.kill(chance)
        assert victim.check() == []
    assert victim.kills == KILLS[work]
    assert sum(fact.startswith(("kept", "ready")) for fact in victim.facts) >= KILLS[work]
