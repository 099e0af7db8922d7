"""The embedded engine: a de-identified letter in, a checked result out. Same text, same result, to the byte."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from nexus_desktop.analysis.rubric import (
    gates,
    governing,
    items_connection,
    items_form,
    items_opinion,
    items_rationale,
    theories,
)
from nexus_desktop.analysis.rubric.asks import asks
from nexus_desktop.analysis.rubric.carried import carried
from nexus_desktop.analysis.rubric.causes import anchored
from nexus_desktop.analysis.rubric.ceilings import ceilings
from nexus_desktop.analysis.rubric.claimed import of_subject
from nexus_desktop.analysis.rubric.confidence import confidence
from nexus_desktop.analysis.rubric.facts import Facts, gather
from nexus_desktop.analysis.rubric.improvement import improvements
from nexus_desktop.analysis.rubric.judging import Judge, item
from nexus_desktop.analysis.rubric.notices import notices
from nexus_desktop.analysis.rubric.opinions import Opinion, find
from nexus_desktop.analysis.rubric.premise import Contradiction
from nexus_desktop.analysis.rubric.scorecard import Scorecard
from nexus_desktop.analysis.rubric.seen import Seen
from nexus_desktop.analysis.rubric.segmentation import Document, segment
from nexus_desktop.models.analysis_models import (
    Action,
    Certainty,
    Elements,
    Evidence,
    ItemFinding,
    MedicalOpinion,
    MedicalRationale,
    NexusAnalysisResult,
    Polarity,
    ProfessionalFormat,
    ServiceConnection,
    Standard,
    StatedOpinion,
    VACompliance,
)
from nexus_desktop.models.case_models import Conflict
from nexus_desktop.models.letter_models import DeidentifiedText
from nexus_desktop.models.rubric_models import Bands, ItemId, Rubric, Strength

_JUDGES: Final[dict[ItemId, Judge]] = {
    **items_opinion.JUDGES,
    **items_connection.JUDGES,
    **items_rationale.JUDGES,
    **items_form.JUDGES,
}


_MY_OPINION: Final = re.compile(r"\b(?:my|our) (?:[\w-]+ ){0,3}?(?:opinion|judg?ment|conclusion|assessment)\b")


class RubricEngine:
    """Reads a letter by the rubric, offline. Holds no state between letters."""

    name: Final = "embedded-rubric"
    version: Final = "1.0.0"

    def __init__(self, rubric: Rubric, authority_ids: frozenset[str]) -> None:
        """Raises ValueError where the rubric names an authority that is not among ``authority_ids``."""
        named = {a for part in rubric.components for rule in part.items for a in rule.authorities}
        named |= {a for gate in rubric.gates for a in gate.authorities}
        unknown = sorted(named - authority_ids)
        if unknown:
            raise ValueError(f"the rubric names unknown authorities: {', '.join(unknown)}")
        self._rubric = rubric

    @property
    def bands(self) -> Bands:
        """From which totals on a letter is moderate or strong."""
        return self._rubric.bands

    def analyze(self, text: DeidentifiedText, conflicts: Iterable[Conflict] = ()) -> NexusAnalysisResult:
        """The whole result. Offsets of evidence are those of ``text.text``. ``conflicts``: those of this text with the
        facts of the case; a sure one contradicts the premise (SC4, gate G4)."""
        return self._result(contradicted(gather(text.text, text.facts), conflicts))

    def opinions(self, text: str) -> tuple[StatedOpinion, ...]:
        """Every opinion in a sentence or a letter, the governing one first."""
        doc = segment(text)
        found = carried(doc, find(doc), anchored(doc.low))
        first = governing.leading(found, of_subject(doc))
        ordered = [one for one in (first,) if one is not None]
        ordered += [one for one in found if first is None or one.order != first.order]
        return tuple(stated(doc, one) for one in ordered)

    def _result(self, facts: Facts) -> NexusAnalysisResult:
        items = {item_id: item(self._rubric, facts, item_id, judge) for item_id, judge in _JUDGES.items()}
        fired = gates.fired(self._rubric, facts, items)
        card = Scorecard(self._rubric, items, fired, ceilings(facts), facts)
        parts, scores, grading = card.parts(), card.scores(), card.grading()
        trust, reason = confidence(facts, grading)
        first = stated(facts.doc, facts.governing) if facts.governing is not None else None
        return NexusAnalysisResult(
            rubric_version=self._rubric.version,
            opinion=MedicalOpinion(
                items=parts[0],
                score=scores[0],
                polarity=first.polarity if first else Polarity.NONE,
                standard=first.standard if first else Standard.NONE,
                governing=first,
            ),
            connection=ServiceConnection(
                items=parts[1], score=scores[1], theory=facts.theory.value, conditions=_names(facts)
            ),
            rationale=MedicalRationale(items=parts[2], score=scores[2]),
            form=ProfessionalFormat(items=parts[3], score=scores[3]),
            compliance=VACompliance(
                elements=_elements(facts),
                gates=tuple(one.gate for one in fired),
                meets_standard=first is not None and first.meets_standard,
                strength=grading.strength,
                action=action(grading.strength, facts),
            ),
            overall_score=card.total(),
            second_view=card.second_view(),
            second_weights=self._rubric.second_view,
            confidence=trust,
            confidence_reason=reason,
            stated_opinions=tuple(stated(facts.doc, one) for one in facts.opinions),
            recommendations=asks(facts, card),
            improvements=improvements(card),
            warnings=notices(self._rubric, facts, grading),
            facts=facts.derived,
        )


def action(strength: Strength, facts: Facts) -> Action:
    """What to do; never an approval."""
    if strength is Strength.NONE:
        return Action.DO_NOT_FILE
    meets = facts.governing is not None and facts.governing.meets_standard
    ready = strength is Strength.STRONG and (facts.presumed or meets)
    return Action.READY_FOR_REVIEW if ready else Action.ASK_DOCTOR


def contradicted(facts: Facts, conflicts: Iterable[Conflict]) -> Facts:
    """The findings with the surest conflict as the contradiction of the premise, where one contradicts it."""
    sure = [one for one in conflicts if one.contradicts_premise]
    if not sure or facts.polarity not in (Polarity.FAVORABLE, Polarity.INCONCLUSIVE):
        return facts
    at = facts.doc.reading.position
    where = tuple((at(one.start), at(one.end)) for conflict in sure for one in conflict.evidence)
    return replace(facts, contradiction=Seen(Contradiction.CASE, Certainty.HIGH, where, sure[0].sentence))


def stated(doc: Document, one: Opinion) -> StatedOpinion:
    """An opinion as the result shows it, with its words and their place."""
    claim = one.claim
    return StatedOpinion(
        holder=one.holder,
        condition=one.condition,
        theory=theories.of_opinion(doc, one) if claim.polarity is not Polarity.NONE else None,
        polarity=claim.polarity,
        standard=claim.standard,
        quoted=one.quoted,
        evidence=_words(doc, one),
        certainty=claim.certainty,
        leaning=claim.leaning if claim.polarity is Polarity.INCONCLUSIVE and not claim.withheld else Polarity.NONE,
        withheld=claim.withheld and claim.polarity is Polarity.INCONCLUSIVE,
        note=claim.note,
    )


def _words(doc: Document, one: Opinion) -> Evidence:
    return doc.reading.evidence(one.start, one.end)


def committed(doc: Document, one: Opinion) -> bool:
    """Whether a statement is an opinion for or against; of a possibility, only where the author calls it an opinion."""
    if one.claim.polarity is Polarity.INCONCLUSIVE:
        leans = one.claim.leaning is not Polarity.NONE and not one.claim.withheld
        return leans and one.own_words and _MY_OPINION.search(doc.low, one.start, one.end) is not None
    return one.claim.polarity is not Polarity.NONE


def _names(facts: Facts) -> tuple[str, ...]:
    """The claimed conditions; in the letter's own spelling where they stand in it as read."""
    return facts.claimed


def _elements(facts: Facts) -> Elements:
    one = facts.governing
    ground = facts.ground.value.present and facts.contradiction.value is not Contradiction.SERVICE
    return Elements(
        current_diagnosis=facts.diagnosis.value.made,
        in_service_event=ground,
        nexus_opinion=one is not None and committed(facts.doc, one),
        rationale=facts.rationale.value.extent,
        records_review=facts.review.value.extent,
        credentials=facts.author.credentials.value,
        specialty_relevant=facts.specialty.value,
        literature=bool(facts.literature.value.named),
        signed=facts.signed.value,
        dated=facts.dated.value,
    )


__all__ = ["ItemFinding", "RubricEngine", "stated"]
