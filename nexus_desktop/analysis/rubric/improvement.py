"""What would make the letter better: the smallest set of answers that lifts it a grade, found with the same scorer."""

from __future__ import annotations

from collections.abc import Iterator

from nexus_desktop.analysis.rubric.scorecard import Scorecard
from nexus_desktop.models.analysis_models import Grade, Improvement
from nexus_desktop.models.rubric_models import ItemId, Strength

_TARGETS = (Strength.MODERATE, Strength.STRONG)


def improvements(card: Scorecard) -> tuple[Improvement, ...]:
    """One for each better grade that answers can reach, the nearest first.

    Empty where nothing this author could add would help: an opinion against the claim is not asked to turn round.
    """
    now = card.grading().strength
    return () if hopeless(card) else tuple(_found(card, now))


def hopeless(card: Scorecard) -> bool:
    """Whether something holds the letter down that no answer of this author can lift."""
    return not all(one.lifted_by for one in card.gates) or not all(one.lifted_by for one in card.ceilings)


def _found(card: Scorecard, now: Strength) -> Iterator[Improvement]:
    for target in _TARGETS:
        if target.rank <= now.rank:
            continue
        items = _smallest(card, target)
        after = card.answered(items)
        reached = after.grading().strength
        if items and reached.rank >= target.rank:
            yield Improvement(reaches=reached, items=tuple(sorted(items, key=_order)), score=after.total())
        if reached is Strength.STRONG:
            return


def _smallest(card: Scorecard, target: Strength) -> list[ItemId]:
    """The fewest open items that reach ``target``: what must be lifted, and then the greatest gains."""
    chosen = [item for one in card.gates if one.gate.strength.rank < target.rank for item in one.lifted_by]
    chosen += [item for one in card.ceilings if one.strength.rank < target.rank for item in one.lifted_by]
    if target is Strength.STRONG:
        chosen += [item for one in card.gates for item in one.lifted_by]
        chosen += card.answered(chosen).unmet()
    chosen = list(dict.fromkeys(chosen))
    needed = len(chosen)
    while card.answered(chosen).grading().strength.rank < target.rank:
        left = [item for item in open_items(card) if item not in chosen]
        if not left:
            return []
        chosen.append(max(left, key=lambda item: (card.answered([*chosen, item]).total(), -_order(item))))
    for item in chosen[needed:]:  # a later gain may have made an earlier one needless
        fewer = [other for other in chosen if other != item]
        if card.answered(fewer).grading().strength.rank >= target.rank:
            chosen = fewer
    return chosen


def open_items(card: Scorecard) -> list[ItemId]:
    """The items that lack points, in the order of the rubric."""
    return [key for key in ItemId if card.items[key].grade in (Grade.PARTIAL, Grade.NONE)]


def _order(item: ItemId) -> int:
    return list(ItemId).index(item)
