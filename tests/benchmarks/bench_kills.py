"""Two hundred kills (SIGKILL) at random points of writing, migrating, backing up, re-keying and purging.

    python tests/benchmarks/bench_kills.py [--kills 200] [--seed 1]

After each kill the program has to start, every acknowledged analysis to be there, every page to decrypt, the trail to
verify, the search to find, and what was cut short to be finished or gone. Prints one line a kind of work.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)  # the passphrase opens it, and nobody's keyring is touched

from nexus_desktop.runtime import key_locks
from tests.benchmarks.figures import figure
from tests.integration.kills import WORKS, Victim


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    key_locks.MEMORY_KIB, key_locks.PASSES = 8192, 1
    chance, failed = random.Random(chosen.seed), 0
    with tempfile.TemporaryDirectory(prefix="nexus-kills-") as temporary:
        for work in WORKS:
            home = Path(temporary) / work
            home.mkdir(mode=0o700)
            victim, began, problems = Victim(work, home), perf_counter(), list[str]()
            for number in range(chosen.kills // len(WORKS)):
                victim.kill(chance)
                problems += [f"kill {number + 1}: {problem}" for problem in victim.check()]
            kept = sum(fact.startswith("kept ") for fact in victim.facts)
            failed += len(problems)
            sys.stdout.write(
                f"{work:<8} {victim.kills:>4} kills, {victim.cut_short:>3} of them with work cut short on disk, "
                f"{kept:>5} analyses acknowledged, {len(problems)} problems, {perf_counter() - began:.0f} s\n"
            )
            figure(f"problems after {victim.kills} kills while {work}", len(problems), "", limit=0)
            for problem in problems:
                sys.stdout.write(f"    {problem}\n")
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
