"""Where the attorney disagrees with the engine: kept beside the result, which stays as the engine made it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from nexus_desktop.models.analysis_models import Grade, ItemFinding, NexusAnalysisResult, component_score
from nexus_desktop.models.rubric_models import ItemId

SHORTEST_REASON, LONGEST_REASON = 10, 2000
"""Characters of a reason: enough to say something, and not a place to keep letters in."""


@dataclass(frozen=True, slots=True)
class Override:
    """One disagreement with a rubric item; ``grade`` None takes an earlier one back. ``reason`` holds no identifier."""

    analysis_id: str
    item: ItemId
    grade: Grade | None
    reason: str
    author: str
    created_at: datetime


def standing(told: Iterable[Override]) -> dict[ItemId, Override]:
    """What holds now, by item: the last word on each, unless it was taken back. ``told`` is in order of time."""
    last = {one.item: one for one in told}
    return {item: one for item, one in last.items() if one.grade is not None}


def own_points(item: ItemFinding, grade: Grade) -> int:
    """Points of a grade that a person chose; half of them for an item met in part."""
    if grade is Grade.FULL:
        return item.possible
    return max(1, item.possible // 2) if grade is Grade.PARTIAL else 0


def own_count(result: NexusAnalysisResult, overrides: Iterable[Override]) -> int:
    """The total with a person's grades in the place of the engine's, under the same gates: those are no opinion."""
    chosen = {one.item: one.grade for one in overrides if one.grade is not None}

    def judged(item: ItemFinding) -> ItemFinding:
        grade = chosen.get(item.id)
        if grade is None:
            return item
        return item.model_copy(update={"grade": grade, "points": own_points(item, grade)})

    total = sum(component_score(tuple(judged(item) for item in part.items)) for part in result.components)
    return min([total, *(gate.cap for gate in result.compliance.gates)])
