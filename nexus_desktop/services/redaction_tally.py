"""What the audit trail tells of a review: numbers by category, detector, verdict and person, never a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from nexus_desktop.models.letter_models import PERSON, Decision

if TYPE_CHECKING:
    from nexus_desktop.services.workbench import Preparation


def review_counts(preparation: Preparation, decisions: Sequence[Decision]) -> dict[str, int | str]:
    """The body of the entry, such as ``by_detector: "dates 4 removed; names 3 removed, 1 kept"``."""
    people = sorted({one.by.partition(",")[0] for one in decisions})
    return {
        "level": preparation.level.value,
        "findings": len(preparation.findings),
        "asked": preparation.asked(),
        "redacted": sum(one.redact for one in decisions),
        "kept": sum(not one.redact for one in decisions),
        "added": sum(one.finding.detector == PERSON for one in decisions),
        "by": ", ".join(people),
        "removed_by_category": _numbers(one.finding.category.value for one in decisions if one.redact),
        "kept_by_category": _numbers(one.finding.category.value for one in decisions if not one.redact),
        "by_detector": _outcomes(decisions, lambda one: one.finding.detector),
        "by_verdict": _outcomes(decisions, _advice),
        "by_person": _outcomes(decisions, lambda one: one.by),
    }


def _advice(decision: Decision) -> str:
    return "added" if decision.finding.detector == PERSON else decision.finding.verdict.value


def _numbers(names: Iterable[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(Counter(names).items()))


def _outcomes(decisions: Sequence[Decision], of: Callable[[Decision], str]) -> str:
    """How many were removed and how many kept, by what ``of`` says."""
    counts = Counter((of(one), one.redact) for one in decisions)
    told = []
    for name in sorted({name for name, _ in counts}):
        parts = [f"{counts[name, redact]} {word}" for redact, word in ((True, "removed"), (False, "kept"))]
        told.append(f"{name} " + ", ".join(part for part in parts if not part.startswith("0 ")))
    return "; ".join(told)
