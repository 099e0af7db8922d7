"""How long a firm's rules and the derived facts take, on letters of every length, and what evil patterns cost.

    .venv/bin/python tests/benchmarks/bench_rules.py

Prints a table. Exits with 1 where a limit of this file is passed: 2 s and the time of one window for any pattern on
500,000 characters, and time that grows faster than the text.
"""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from time import perf_counter

from nexus_desktop.models.compliance_models import CompliancePolicy, FirmException, FirmRule
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.security import derived_facts, firm_patterns
from nexus_desktop.security.compliance_rules import FirmRules
from tests.benchmarks.figures import figure
from tests.unit.security.test_firm_patterns import EVIL

SAMPLE = paths.resource("samples/nexus-letter.txt").read_text("utf-8")
LENGTHS = (10_000, 50_000, 150_000, 500_000)
RULES = tuple(
    FirmRule(id=f"rule-{number}", pattern=rf"\b[A-Z]{{2,4}}-{number}\d{{3}}\b") for number in range(10)
) + tuple(FirmRule(id=f"words-{number}", words=(f"Expert Name{number}", f"Firm {number} LLP")) for number in range(10))
EXCEPTIONS = (FirmException(id="office", words=("Alder & Stone LLP",), reason="ours"),)
LATEST, GROWTH = firm_patterns.SECONDS + 0.5, 2.0


def of_length(length: int) -> str:
    """The sample letter, over and over."""
    return (SAMPLE * (length // len(SAMPLE) + 1))[:length]


def say(line: str) -> None:
    """A line of the table."""
    sys.stdout.write(line + "\n")


def seconds(work: object) -> float:
    """The best of three."""
    best = float("inf")
    for _ in range(3):
        began = perf_counter()
        work()  # type: ignore[operator]
        best = min(best, perf_counter() - began)
    return best


def main() -> int:
    """Measure and print; the exit status."""
    failed = False
    policy = config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy)
    rules = FirmRules(policy.model_copy(update={"rules": RULES, "exceptions": EXCEPTIONS}))
    say(f"{'characters':>12} {'20 rules, 1 exception':>24} {'derived facts':>16}")
    rates = []
    for length in LENGTHS:
        text = of_length(length)
        ruled = seconds(lambda text=text: rules.applied(text, Level.STRICT, ClientFields(), ()))
        derived = seconds(lambda text=text: derived_facts.derive(text, ()))
        rates.append((ruled / length, derived / length))
        say(f"{length:>12,} {1000 * ruled:>21,.1f} ms {1000 * derived:>13,.1f} ms")
    for which, name in enumerate(("rules", "derived facts")):
        growth = rates[-1][which] / rates[1][which]
        failed |= growth > GROWTH
        figure(f"{name}, growth a character from 50,000 to 500,000", growth, "x", limit=GROWTH)
        say(f"{name}: per character, {growth:.2f} times of what 50,000 characters cost (limit {GROWTH})")
    worst, slowest = 0.0, ""
    for pattern in EVIL:
        try:
            matcher = firm_patterns.matcher(FirmRule(id="evil", pattern=pattern))
        except firm_patterns.PatternRefused:
            continue
        for unit in ("a", "a ", "ab", "1", "x"):
            began = perf_counter()
            with suppress(firm_patterns.SearchStopped):
                matcher.places((unit * 500_000)[:500_000])
            if perf_counter() - began > worst:
                worst, slowest = perf_counter() - began, pattern
    failed |= worst > LATEST
    figure("worst pattern of a firm on 500,000 characters", worst, "s", limit=LATEST)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    say(f"worst of {len(EVIL)} evil patterns on 500,000 characters: {worst:.2f} s ({slowest}), limit {LATEST} s")
    say(f"memory at its peak: {memory} MB")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
