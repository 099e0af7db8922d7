"""How well attackable reasons of adverse opinions are told, and what facts and comparisons cost in time.

    python tests/benchmarks/bench_comparison.py

Prints for each reason how often it was found rightly, found wrongly and missed, on the texts the rules were built on
and on those held back, with 95 percent intervals over all; then seconds for a report and for one four times as long.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from nexus_desktop.analysis.case_facts import conflicts
from nexus_desktop.analysis.comparison.attacks import attacks
from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.comparison_models import AttackId
from tests.benchmarks.bench_citations import interval
from tests.benchmarks.figures import figure
from tests.unit.analysis.test_comparison_attacks import labelled, measured

FACTS = CaseFacts.model_validate(
    {
        "branch": "Army",
        "service": [{"from": 1968, "to": 1972}],
        "born": 1949,
        "service_connected": ["left knee strain"],
        "claimed": ["right hip osteoarthritis", "tinnitus"],
        "denials": [{"condition": "right hip", "date": "2019", "reason": "aging"}],
    }
)


def quality(name: str) -> None:
    lines = labelled(name)
    figures = measured(lines)
    sys.stdout.write(f"\n{name}: {len(lines)} texts, {sum(not reasons for reasons, _ in lines)} without any reason\n")
    for reason in AttackId:
        right, wrong, missed = figures[reason.value]
        sys.stdout.write(f"  {reason.value:<16} right {right:>3}  wrong {wrong:>3}  missed {missed:>3}\n")
    right, wrong, missed = (sum(one[at] for one in figures.values()) for at in range(3))
    sys.stdout.write(f"  precision {interval(right, right + wrong)}   recall {interval(right, right + missed)}\n")
    figure(f"attackable reasons missed, {name.removesuffix('.tsv')}", 100 * missed / (right + missed), "%")
    figure(f"attackable reasons found wrongly, {name.removesuffix('.tsv')}", 100 * wrong / (right + wrong), "%")


def seconds(act: Callable[[], object]) -> float:
    """The best of five."""
    found = []
    for _ in range(5):
        began = perf_counter()
        act()
        found.append(perf_counter() - began)
    return min(found)


def main() -> None:
    quality("adverse_known.tsv")
    quality("adverse_held.tsv")
    report = "\n\n".join(words for _, words in labelled("adverse_known.tsv")[:20])
    sys.stdout.write("\n")
    for text in (report[:3000], report[:3000] * 4):
        checklist, facts = seconds(lambda t=text: attacks(t)), seconds(lambda t=text: conflicts(t, FACTS))  # type: ignore[misc]
        sys.stdout.write(
            f"{len(text):>6} characters: checklist {1000 * checklist:6.1f} ms, facts {1000 * facts:6.1f} ms\n"
        )
        figure(f"checklist of a report of {len(text):,} characters", 1000 * checklist, "ms")
        figure(f"facts against a letter of {len(text):,} characters", 1000 * facts, "ms")


if __name__ == "__main__":
    main()
