"""Medical opinion: items MO1 to MO5 (rubric section 4)."""

from __future__ import annotations

from typing import Final

from nexus_desktop.analysis.rubric import theories
from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.judging import Judge, Judgment
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Standard, Theory
from nexus_desktop.models.rubric_models import ItemId

PRESUMED: Final = Judgment(
    None, "A presumption stands in for the nexus opinion: diagnosis and qualifying service are in the letter."
)
_STANDARDS: Final = {
    Standard.DEFINITE: "stated flatly, which is more than is needed",
    Standard.MORE_LIKELY: "more likely than not, which is more than is needed",
    Standard.AT_LEAST_AS_LIKELY: "at least as likely as not, which meets the standard",
}


def _span(one: Opinion | None) -> tuple[Span, ...]:
    return ((one.start, one.end),) if one is not None else ()


def _spans(several: tuple[Opinion, ...]) -> tuple[Span, ...]:
    return tuple((one.start, one.end) for one in several)


def opinion_for_each(facts: Facts) -> Judgment:
    """MO1: an opinion for each claimed condition."""
    if facts.presumed:
        return PRESUMED
    one = facts.governing
    if one is None:
        return Judgment(0, _none_because(facts), Certainty.HIGH, _reported(facts))
    if one.claim.withheld:
        return Judgment(0, "The author says that no opinion can be given.", Certainty.HIGH, _span(one))
    if facts.uncovered:
        return Judgment(3, f"No opinion was found for: {', '.join(facts.uncovered)}.", Certainty.FAIR, _span(one))
    if facts.position.opposed and one.claim.polarity is Polarity.FAVORABLE:
        other = facts.position.opposed[0]
        name = other.condition or "another condition"
        return Judgment(
            3, f"The opinion on {name} does not support the claim.", Certainty.HIGH, (*_span(one), *_span(other))
        )
    return Judgment(
        5,
        "An opinion is stated.",
        one.claim.certainty if one.claim.certainty is not Certainty.LOW else Certainty.FAIR,
        _spans(facts.position.per_condition),
    )


def _none_because(facts: Facts) -> str:
    held = {one.holder for one in facts.opinions if one.claim.polarity is not Polarity.NONE}
    if held & {Holder.EXAMINER, Holder.OTHER_DOCTOR, Holder.VA}:
        return "The only opinion found is somebody else's, reported in the letter."
    if any(one.holder is Holder.VETERAN for one in facts.opinions):
        return "Only the veteran's own account was found, without medical comment."
    return "No opinion on a link to service was found."


def _reported(facts: Facts) -> tuple[Span, ...]:
    return tuple((one.start, one.end) for one in facts.opinions if one.holder is not Holder.AUTHOR)[:2]


def standard(facts: Facts) -> Judgment:
    """MO2: the standard of probability."""
    if facts.presumed:
        return PRESUMED
    one = facts.governing
    if one is None or one.claim.withheld:
        return Judgment(
            0,
            "No opinion states a probability." if one is None else "The opinion is withheld.",
            Certainty.HIGH,
            _span(one),
        )
    claim = one.claim
    if claim.polarity is Polarity.UNFAVORABLE:
        return Judgment(
            0, "The opinion falls below the standard: it goes against the claim.", claim.certainty, _span(one)
        )
    if claim.polarity is Polarity.INCONCLUSIVE or claim.standard is Standard.SPECULATIVE:
        return Judgment(
            2, f"The opinion is speculative or undecided. {claim.note}".strip(), claim.certainty, _span(one)
        )
    note = f" {claim.note}" if claim.note else ""
    if claim.strict and claim.certainty is Certainty.LOW and not facts.position.contradictions:
        return Judgment(6, f"The phrase is malformed, but its sense is plain.{note}", Certainty.FAIR, _span(one))
    return Judgment(8, f"The opinion is {_STANDARDS[claim.standard]}.{note}", claim.certainty, _span(one))


def one_meaning(facts: Facts) -> Judgment:
    """MO3: opinion, reasons and boxes agree."""
    one, position = facts.governing, facts.position
    if one is None and facts.unasked:
        return PRESUMED
    if one is None:
        return Judgment(0, "There is no opinion that could have one meaning.")
    if position.box_conflict:
        return Judgment(
            0,
            "The marked box and the narrative disagree.",
            Certainty.HIGH,
            (*_span(one), *_spans(position.contradictions)),
        )
    if position.contradictions:
        return Judgment(
            0, "The letter also says the opposite.", Certainty.FAIR, (*_span(one), *_spans(position.contradictions))
        )
    if facts.withdrawn:
        return Judgment(0, "The author takes the opinion back.", Certainty.FAIR, (*_span(one), *facts.withdrawn))
    if position.hedges or facts.doubted:
        return Judgment(
            2,
            "Elsewhere the letter says less than its opinion does.",
            Certainty.FAIR,
            (*_span(one), *_spans(position.hedges), *facts.doubted),
        )
    return Judgment(5, "Nothing else in the letter takes the opinion back.", Certainty.HIGH, _span(one))


def own_opinion(facts: Facts) -> Judgment:
    """MO4: the author's own opinion, not a quotation or the veteran's belief."""
    one = facts.governing
    if one is None and facts.unasked:
        return PRESUMED
    if one is None:
        return Judgment(0, _none_because(facts), Certainty.HIGH, _reported(facts))
    if one.own_words or one.boxed or one.section is Section.OPINION or one.claim.standard is not Standard.DEFINITE:
        return Judgment(3, "The conclusion is the author's own.", Certainty.HIGH, _span(one))
    return Judgment(
        1,
        "The letter puts the condition down to service in passing, not as the author's conclusion.",
        Certainty.FAIR,
        _span(one),
    )


def theories_answered(facts: Facts) -> Judgment:
    """MO5: every theory raised is answered."""
    if facts.presumed:
        return PRESUMED
    one = facts.governing
    if one is None or one.claim.withheld:
        return Judgment(0, "No theory is answered.", Certainty.HIGH, _span(one))
    theory = facts.theory.value
    answered = theories.answers(facts.doc, tuple(o for o in facts.opinions if o.holder is Holder.AUTHOR))
    if mismatch(facts) is not None:
        return Judgment(0, f"The letter answers {theory}, the claim is {mismatch(facts)}.", Certainty.FAIR, _span(one))
    if theory is Theory.SECONDARY and Theory.AGGRAVATION not in answered:
        return Judgment(2, "Causation is answered, aggravation is not addressed.", Certainty.FAIR, _span(one))
    if theory is Theory.DIRECT and facts.ground.value.kind == "preexisting" and Theory.AGGRAVATION not in answered:
        return Judgment(
            2, "A condition before service is mentioned, and aggravation is not addressed.", Certainty.FAIR, _span(one)
        )
    return Judgment(4, "The theory raised is answered.", Certainty.HIGH, _span(one))


def mismatch(facts: Facts) -> Theory | None:
    """The theory claimed, where the letter answers another one and not this; else None."""
    claimed = theories.claimed_theory(facts.doc)
    one = facts.governing
    if claimed is None or one is None or one.claim.withheld or claimed is Theory.PRESUMPTIVE:
        return None
    answered = theories.answers(facts.doc, tuple(o for o in facts.opinions if o.holder is Holder.AUTHOR))
    related = {Theory.SECONDARY, Theory.AGGRAVATION}
    if claimed is Theory.AGGRAVATION and Theory.AGGRAVATION not in answered:
        return claimed
    if claimed is Theory.SECONDARY and not related & answered and facts.theory.value is Theory.DIRECT:
        return claimed
    return None


JUDGES: Final[dict[ItemId, Judge]] = {
    ItemId.MO1: opinion_for_each,
    ItemId.MO2: standard,
    ItemId.MO3: one_meaning,
    ItemId.MO4: own_opinion,
    ItemId.MO5: theories_answered,
}
