"""Gates, strength and action (rubric section 5). The law is conjunctive; a sum is not.

A gate fires only on what was found with at least fair certainty; what is unsure asks, and holds the strength down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.elements_event import known_elsewhere
from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.items_opinion import mismatch
from nexus_desktop.analysis.rubric.judging import quotes
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.analysis.rubric.theories import claims_presumption
from nexus_desktop.models.analysis_models import Action, Certainty, Gate, Grade, ItemFinding, Polarity, Standard
from nexus_desktop.models.rubric_models import GateId, ItemId, Rubric, Strength

Items = Mapping[ItemId, ItemFinding]


@dataclass(frozen=True, slots=True)
class _Fired:
    reason: str
    where: tuple[Span, ...] = ()


def fired(rubric: Rubric, facts: Facts, items: Items) -> tuple[Gate, ...]:
    """The gates that fire, in order, each with its reason and the words it rests on."""
    gates = []
    for gate_id, test in _TESTS.items():
        hit = test(facts, items)
        if hit is None:
            continue
        rule = rubric.gate(gate_id)
        gates.append(
            Gate(
                id=gate_id,
                title=rule.title,
                cap=rule.cap,
                strength=rule.strength,
                reason=hit.reason,
                authorities=rule.authorities,
                evidence=quotes(facts, hit.where),
            )
        )
    return tuple(gates)


def _of_item(items: Items, item_id: ItemId) -> _Fired | None:
    """A gate that fires where its item got nothing, surely."""
    item = items[item_id]
    return _Fired(item.reason) if item.grade is Grade.NONE and item.certainty is not Certainty.LOW else None


def _opinion_against(facts: Facts, items: Items) -> _Fired | None:
    one = facts.governing
    if facts.presumed:
        return None
    if one is None:
        return _Fired(items[ItemId.MO1].reason)
    unsure = one.claim.certainty is Certainty.LOW
    if one.claim.withheld and not unsure:
        return _Fired("The author says that no opinion can be given.", ((one.start, one.end),))
    if one.claim.polarity is Polarity.UNFAVORABLE and not unsure:
        return _Fired("The author's opinion goes against the claim.", ((one.start, one.end),))
    return None


def _doubtful(facts: Facts, _items: Items) -> _Fired | None:
    one = facts.governing
    if one is None or facts.presumed or one.claim.withheld or one.claim.certainty is Certainty.LOW:
        return None
    if one.claim.polarity is Polarity.INCONCLUSIVE or one.claim.standard is Standard.SPECULATIVE:
        return _Fired("The opinion is only speculative or undecided.", ((one.start, one.end),))
    return None


def _no_rationale(facts: Facts, items: Items) -> _Fired | None:
    if facts.presumed or facts.governing is None:
        return None
    hit = _of_item(items, ItemId.MR1)
    return (
        _Fired(hit.reason or "No reasons are given.", tuple(span for _, span in facts.rationale.value.where)[:2])
        if hit
        else None
    )


def _premise(facts: Facts, items: Items) -> _Fired | None:
    seen = facts.contradiction
    if not seen.value or seen.certainty is Certainty.LOW:
        return None
    return _Fired(items[ItemId.SC4].reason, seen.where)


def _no_disability(facts: Facts, items: Items) -> _Fired | None:
    seen = facts.diagnosis
    if seen.value.made or seen.certainty is Certainty.LOW or not (facts.claimed or seen.where):
        return None
    return _Fired(items[ItemId.SC1].reason, seen.where)


def _author(facts: Facts, items: Items) -> _Fired | None:
    if not facts.signed.value and facts.signed.certainty is not Certainty.LOW:
        return _Fired(facts.signed.note or "The letter is not signed.", facts.signed.where)
    if items[ItemId.PF1].grade is Grade.NONE and items[ItemId.PF1].certainty is not Certainty.LOW:
        return _Fired("The author is not identified.")
    hit = _of_item(items, ItemId.PF2)
    return _Fired(hit.reason, facts.author.disclaims) if hit else None


def _no_ground(facts: Facts, _items: Items) -> _Fired | None:
    seen = facts.ground
    if seen.value.present or seen.certainty is Certainty.LOW:
        return None
    return _Fired(seen.note or "No event, exposure or anchor is named.", seen.where)


def _other_theory(facts: Facts, _items: Items) -> _Fired | None:
    claimed = mismatch(facts)
    if claimed is None or facts.governing is None:
        return None
    return _Fired(
        f"The claim is {claimed}; the letter answers {facts.theory.value}.",
        ((facts.governing.start, facts.governing.end),),
    )


_TESTS: Final[dict[GateId, Callable[[Facts, Items], _Fired | None]]] = {
    GateId.G1: _opinion_against,
    GateId.G2: _doubtful,
    GateId.G3: _no_rationale,
    GateId.G4: _premise,
    GateId.G5: _no_disability,
    GateId.G6: _author,
    GateId.G7: _no_ground,
    GateId.G8: _other_theory,
}


@dataclass(frozen=True, slots=True)
class Grading:
    """Strength, and what held it below the band of its points, where something did."""

    strength: Strength
    held_by: tuple[ItemId, ...] = ()
    unsure: bool = False


def grade(rubric: Rubric, facts: Facts, items: Items, gates: tuple[Gate, ...], total: int) -> Grading:
    """Strength by bands, gates and what a strong letter needs; lower when in doubt, never higher."""
    bands = rubric.bands
    strength = (
        Strength.STRONG if total >= bands.strong else Strength.MODERATE if total >= bands.moderate else Strength.WEAK
    )
    strength = min([strength, *(gate.strength for gate in gates)], key=lambda one: one.rank)
    strength = min(strength, _ceiling(facts), key=lambda one: one.rank)
    unsure = facts.governing is not None and facts.governing.claim.certainty is Certainty.LOW
    if strength is not Strength.STRONG:
        return Grading(strength, unsure=unsure)
    held = tuple(i for i in bands.strong_needs if not _met(items[i], facts))
    if held or unsure or gates:
        return Grading(Strength.MODERATE, held, unsure)
    return Grading(strength)


def _ceiling(facts: Facts) -> Strength:
    """The best strength that the reading of the opinion itself allows, whatever the points: doubt lowers it.

    A wrong "strong" is the worst this program can do, so each of these stands by itself. A reading that is unsure, torn
    between yes and no, or put down to a cause that may not count, is worth no more than "weak" until the doctor is asked.
    """
    one = facts.governing
    if one is None:
        return Strength.STRONG if facts.presumed and claims_presumption(facts.doc) else Strength.WEAK
    if facts.position.torn or one.claim.withheld:
        return Strength.WEAK
    if facts.presumed:
        return Strength.STRONG
    if one.claim.polarity is not Polarity.FAVORABLE or open_cause(facts):
        return Strength.WEAK
    if one.claim.certainty is Certainty.LOW:  # a slip of the pen ("as least as likely") still shows its sense
        return Strength.MODERATE if one.claim.strict else Strength.WEAK
    return Strength.STRONG


def open_cause(facts: Facts) -> bool:
    """Whether the favorable opinion names a cause that is neither service nor known to be service connected."""
    one = facts.governing
    if one is None or one.boxed or one.claim.object not in (Cause.CONDITION, Cause.UNKNOWN):
        return False
    return not known_elsewhere(facts.doc, one)


def _met(item: ItemFinding, facts: Facts) -> bool:
    """Whether an item is met as a strong letter needs it; a presumption asks for less of an explanation."""
    enough = {Grade.FULL, Grade.NOT_APPLICABLE}
    if item.id is ItemId.MR1 and facts.presumed:
        enough |= {Grade.PARTIAL}
    return item.grade in enough


def action(strength: Strength, facts: Facts) -> Action:
    """What to do; never an approval."""
    if strength is Strength.NONE:
        return Action.DO_NOT_FILE
    return (
        Action.READY_FOR_REVIEW
        if strength is Strength.STRONG and (facts.presumed or _meets(facts))
        else Action.ASK_DOCTOR
    )


def _meets(facts: Facts) -> bool:
    return facts.governing is not None and facts.governing.meets_standard
