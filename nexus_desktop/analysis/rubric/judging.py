"""Making an item finding: points, grade, reason and words, within what the rubric allows for the item."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.models.analysis_models import Certainty, Evidence, Grade, ItemFinding
from nexus_desktop.models.rubric_models import ItemId, ItemRule, Rubric

_MOST_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Judgment:
    """What an item's rule decided. ``points`` is one of the item's values; None where the item does not apply."""

    points: int | None
    reason: str
    certainty: Certainty = Certainty.HIGH
    where: tuple[Span, ...] = ()


Judge = Callable[[Facts], Judgment]


def item(rubric: Rubric, facts: Facts, item_id: ItemId, judge: Judge) -> ItemFinding:
    """The finding of one item. Points that the rubric does not know are lowered to the next that it does."""
    rule = rubric.item(item_id)
    judged = judge(facts)
    points = 0 if judged.points is None else max(value for value in rule.points if value <= judged.points)
    return ItemFinding(
        id=item_id,
        title=rule.title,
        grade=_grade(rule, judged, points),
        points=points,
        possible=rule.points[0],
        reason=judged.reason,
        certainty=judged.certainty,
        authorities=rule.authorities,
        evidence=quotes(facts, judged.where),
    )


def quotes(facts: Facts, where: Iterable[Span]) -> tuple[Evidence, ...]:
    """The words at some places, each once, at most three."""
    found: list[Evidence] = []
    for start, end in where:
        if start >= end:
            continue
        evidence = facts.doc.reading.evidence(start, end)
        if evidence not in found and evidence.quote.strip():
            found.append(evidence)
    return tuple(found[:_MOST_QUOTES])


def _grade(rule: ItemRule, judged: Judgment, points: int) -> Grade:
    if judged.points is None:
        return Grade.NOT_APPLICABLE
    if points == rule.points[0]:
        return Grade.FULL
    return Grade.PARTIAL if points else Grade.NONE
