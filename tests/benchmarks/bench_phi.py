"""How well identifiers are found, and how fast: annotated letters plain and hard, their variants, and growth.

    .venv/bin/python tests/benchmarks/bench_phi.py [--quick]

Prints a table for each group of ``tests/data/letters`` at each level, without and with what an attorney would type of
the client, then seconds a letter and time by length. ``--quick`` leaves the variants out. Exits with 1 where a letter
takes more than ``SLOWEST`` seconds of processor time in the median, or time grows faster than the text.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Iterable
from time import process_time

from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.security.phi_deidentifier import PhiDeidentifier
from tests.annotated_letters import AnnotatedLetter, load
from tests.benchmarks.figures import figure
from tests.letter_variants import lowered, rehoused, renamed, rewrapped, scanned, shouted
from tests.phi_scores import HEADING, score

POLICY = config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy)
GROUPS = ("development", "plain", "hard", "varied", "further", "torn")
VARIANTS: dict[str, Callable[[AnnotatedLetter], AnnotatedLetter]] = {
    "capitals": shouted,
    "small letters": lowered,
    "30 columns": lambda one: rewrapped(one, 30),
    "scanned": lambda one: scanned(one, 1),
    "rare names": lambda one: renamed(one, 1),
    "other bodies": lambda one: rehoused(one, 9),
}
LENGTHS = (10_000, 50_000, 150_000, 500_000)
SLOWEST, GROWTH = 0.1, 2.0


def say(line: str) -> None:
    """A line of the table."""
    sys.stdout.write(line + "\n")


def table(
    deidentifier: PhiDeidentifier, name: str, letters: Iterable[AnnotatedLetter], levels: Iterable[Level]
) -> None:
    """The scores of some letters at some levels, without and with client fields."""
    letters = list(letters)
    for level in levels:
        for client in (False, True):
            found = [
                (one, deidentifier.find(one.text, level, one.client() if client else ClientFields())) for one in letters
            ]
            known = "client" if client else ""
            say(f"{name:14} {level.value:9} {known:7} {score(POLICY, level, found).row()}")


def main() -> int:
    """Measure and print; the exit status."""
    deidentifier = PhiDeidentifier(POLICY)
    say(f"{'':33}{HEADING}")
    for group in GROUPS:
        table(deidentifier, group, load(group), Level)
    if "--quick" not in sys.argv:
        for name, change in VARIANTS.items():
            table(deidentifier, name, map(change, load("plain", "varied")), (Level.STRICT, Level.MINIMAL))
    times = []
    for letter in load(*GROUPS):
        began = process_time()
        deidentifier.find(letter.text, Level.STRICT)
        times.append(process_time() - began)
    median, late = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    say(f"seconds of processor time a letter: median {median:.3f} (limit {SLOWEST}), 95th percentile {late:.3f}")
    figure("find identifiers in a letter, median", 1000 * median, "ms", limit=1000 * SLOWEST)
    sample = "\n\n".join(letter.text for letter in load("plain"))
    rates = []
    for length in LENGTHS:
        text = (sample * (length // len(sample) + 1))[:length]
        began = process_time()
        deidentifier.find(text, Level.STRICT)
        rates.append((process_time() - began) / length)
        say(f"{length:>9,} characters {rates[-1] * length:8.2f} s")
    growth = rates[-1] / rates[1]
    say(f"per character, {growth:.2f} times of what 50,000 characters cost (limit {GROWTH})")
    figure("find identifiers, growth a character from 50,000 to 500,000", growth, "x", limit=GROWTH)
    return int(median > SLOWEST or growth > GROWTH)


if __name__ == "__main__":
    sys.exit(main())
