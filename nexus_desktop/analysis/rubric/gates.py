"""Gates (rubric section 5): defects that cap the total whatever the sum says. The law is conjunctive; a sum is not.

A gate fires only on what was found with at least fair certainty; what is unsure asks, and holds the strength down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric import refusals
from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.items_opinion import mismatch
from nexus_desktop.analysis.rubric.judging import quotes
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.models.analysis_models import Certainty, Gate, Grade, Holder, ItemFinding, Polarity, Standard
from nexus_desktop.models.rubric_models import GateId, ItemId, Rubric

Items = Mapping[ItemId, ItemFinding]


@dataclass(frozen=True, slots=True)
class _Hit:
    reason: str
    lifted_by: tuple[ItemId, ...]
    where: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FiredGate:
    """A gate that fired, and the items whose good answers would lift it: none where no answer of this author can."""

    gate: Gate
    lifted_by: tuple[ItemId, ...]


def fired(rubric: Rubric, facts: Facts, items: Items) -> tuple[FiredGate, ...]:
    """The gates that fire, in order, each with its reason and the words it rests on."""
    gates = []
    for gate_id, test in _TESTS.items():
        hit = test(facts, items)
        if hit is None:
            continue
        rule = rubric.gate(gate_id)
        gate = Gate(
            id=gate_id,
            title=rule.title,
            cap=rule.cap,
            strength=rule.strength,
            reason=hit.reason,
            authorities=rule.authorities,
            evidence=quotes(facts, hit.where),
        )
        gates.append(FiredGate(gate, hit.lifted_by))
    return tuple(gates)


def _of_item(items: Items, item_id: ItemId) -> _Hit | None:
    """A gate that fires where its item got nothing, surely."""
    item = items[item_id]
    sure = item.grade is Grade.NONE and item.certainty is not Certainty.LOW
    return _Hit(item.reason, (item_id,)) if sure else None


def _opinion_against(facts: Facts, items: Items) -> _Hit | None:
    one = facts.governing
    if facts.presumed:
        return None
    if one is None:
        return _Hit(items[ItemId.MO1].reason, (ItemId.MO1, ItemId.MO2))
    unsure = one.claim.certainty is Certainty.LOW and any(
        other.holder is Holder.AUTHOR and other.claim.polarity is Polarity.FAVORABLE for other in facts.opinions
    )
    if one.claim.withheld and not unsure and refusals.on_both_sides(facts.doc.low):
        return _Hit("The author says that no opinion can be given.", (ItemId.MO1, ItemId.MO2), ((one.start, one.end),))
    if one.claim.polarity is Polarity.UNFAVORABLE and not unsure:
        return _Hit("The author's opinion goes against the claim.", (), ((one.start, one.end),))
    return None


def _doubtful(facts: Facts, _items: Items) -> _Hit | None:
    one = facts.governing
    if one is None or facts.presumed or one.claim.certainty is Certainty.LOW:
        return None
    if one.claim.withheld:
        return _Hit("The author says that no opinion can be given.", (ItemId.MO1, ItemId.MO2), ((one.start, one.end),))
    if one.claim.polarity is Polarity.INCONCLUSIVE or one.claim.standard is Standard.SPECULATIVE:
        return _Hit("The opinion is only speculative or undecided.", (ItemId.MO2,), ((one.start, one.end),))
    return None


def _no_rationale(facts: Facts, items: Items) -> _Hit | None:
    if facts.presumed or facts.governing is None:
        return None
    hit = _of_item(items, ItemId.MR1)
    where = tuple(span for _, span in facts.rationale.value.where)[:2]
    return _Hit(hit.reason or "No reasons are given.", hit.lifted_by, where) if hit else None


def _premise(facts: Facts, items: Items) -> _Hit | None:
    seen = facts.contradiction
    if not seen.value or seen.certainty is Certainty.LOW:
        return None
    return _Hit(items[ItemId.SC4].reason, (ItemId.SC4,), seen.where)


def _no_disability(facts: Facts, items: Items) -> _Hit | None:
    seen = facts.diagnosis
    if seen.value.made or seen.certainty is Certainty.LOW or not (facts.claimed or seen.where):
        return None
    return _Hit(items[ItemId.SC1].reason, (ItemId.SC1,), seen.where)


def _author(facts: Facts, items: Items) -> _Hit | None:
    if not facts.signed.value and facts.signed.certainty is not Certainty.LOW:
        return _Hit(facts.signed.note or "The letter is not signed.", (ItemId.PF4,), facts.signed.where)
    if items[ItemId.PF1].grade is Grade.NONE and items[ItemId.PF1].certainty is not Certainty.LOW:
        return _Hit("The author is not identified.", (ItemId.PF1,))
    hit = _of_item(items, ItemId.PF2)
    return _Hit(hit.reason, hit.lifted_by, facts.author.disclaims) if hit else None


def _no_ground(facts: Facts, _items: Items) -> _Hit | None:
    seen = facts.ground
    if seen.value.present or seen.certainty is Certainty.LOW:
        return None
    return _Hit(seen.note or "No event, exposure or anchor is named.", (ItemId.SC2,), seen.where)


def _other_theory(facts: Facts, _items: Items) -> _Hit | None:
    claimed = mismatch(facts)
    if claimed is None or facts.governing is None:
        return None
    where = ((facts.governing.start, facts.governing.end),)
    return _Hit(f"The claim is {claimed}; the letter answers {facts.theory.value}.", (ItemId.MO5,), where)


_TESTS: Final[dict[GateId, Callable[[Facts, Items], _Hit | None]]] = {
    GateId.G1: _opinion_against,
    GateId.G2: _doubtful,
    GateId.G3: _no_rationale,
    GateId.G4: _premise,
    GateId.G5: _no_disability,
    GateId.G6: _author,
    GateId.G7: _no_ground,
    GateId.G8: _other_theory,
}
