"""How far the result can be relied on: from the certainty of what it rests on, with the reason in words."""

from __future__ import annotations

from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.scorecard import Grading
from nexus_desktop.models.analysis_models import Certainty

_FULL = 0.95  # a reading by rules is never beyond doubt
_FACTOR = {Certainty.HIGH: 1.0, Certainty.FAIR: 0.95, Certainty.LOW: 0.75}
_OPINION = {Certainty.HIGH: 1.0, Certainty.FAIR: 0.85, Certainty.LOW: 0.55}


def confidence(facts: Facts, grading: Grading) -> tuple[float, str]:
    """(0 to 1, why): the opinion weighs most, then what gates depend on."""
    one = facts.governing
    value = _FULL
    doubts: list[str] = []
    if one is not None:
        value *= _OPINION[one.claim.certainty]
        if one.claim.certainty is not Certainty.HIGH:
            doubts.append(
                "the opinion is not in VA's usual words"
                if one.claim.certainty is Certainty.FAIR
                else "the opinion can be read in more than one way"
            )
    elif facts.opinions:
        value *= _OPINION[Certainty.FAIR]
        doubts.append("only opinions of others were found")
    for seen, name in (
        (facts.theory, "the theory"),
        (facts.rationale, "the reasoning"),
        (facts.diagnosis, "the diagnosis"),
        (facts.ground, "the event or anchor"),
        (facts.contradiction, "the facts behind it"),
        (facts.signed, "the signature"),
    ):
        value *= _FACTOR[seen.certainty]
        if seen.certainty is Certainty.LOW:
            doubts.append(f"{name} had to be inferred")
    if facts.position.box_conflict or facts.position.contradictions:
        value *= 0.8
        doubts.append("statements in the letter disagree")
    if facts.position.hedges:
        value *= 0.9
        doubts.append("the opinion is hedged elsewhere")
    if facts.doc.gaps or facts.doc.machine:
        value *= 0.9
        doubts.append("parts of the letter were left out of the reading")
    if grading.held_by:
        doubts.append("strength was held down where the letter leaves something open")
    reason = (
        "Read from exact phrases, and the signs agree."
        if not doubts
        else f"Lowered or limited because {'; '.join(doubts)}."
    )
    return round(max(0.05, value), 2), reason
