"""The result of an analysis, with the law of the rubric in its shape.

Certainty (``Standard``) and direction (``Polarity``) are separate answers. Four components of 25 points each; gates cap
the total, never the parts; the overall score must be the sum of the parts under the lowest cap that fired; strength
follows from score and gates. Every finding carries words of the letter with their place in the de-identified text, and
the ids of its authorities. A value that breaks one of these rules cannot be made.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, model_validator

from nexus_desktop.models.certainty import Certainty as Certainty  # known here by most who use it
from nexus_desktop.models.derived_facts import DerivedFacts
from nexus_desktop.models.rubric_models import (
    COMPONENT_POINTS,
    SECOND_VIEW,
    VIEW_POINTS,
    ComponentId,
    Frozen,
    GateId,
    ItemId,
    Strength,
)
from nexus_desktop.models.scoring import weighted_score, with_second_view
from nexus_desktop.models.second_reading import Disagreement as Disagreement
from nexus_desktop.models.second_reading import NamedAuthority as NamedAuthority

SCHEMA_VERSION: Final = "1.0.0"
LOW_CONFIDENCE: Final = 0.6
"""Below it a result is called unsure wherever it is shown."""


class Theory(StrEnum):
    """How the condition is tied to service."""

    DIRECT = "direct"
    SECONDARY = "secondary"
    AGGRAVATION = "aggravation"
    PRESUMPTIVE = "presumptive"


class Polarity(StrEnum):
    """Which way an opinion points."""

    FAVORABLE = "favorable"
    UNFAVORABLE = "unfavorable"
    INCONCLUSIVE = "inconclusive"
    NONE = "none"


class Standard(StrEnum):
    """How sure an opinion says it is; independent of its direction."""

    DEFINITE = "definite"
    MORE_LIKELY = "more_likely_than_not"
    AT_LEAST_AS_LIKELY = "at_least_as_likely_as_not"
    SPECULATIVE = "speculative"
    LESS_LIKELY = "less_likely_than_not"
    NONE = "none"


MEETING_STANDARDS = frozenset({Standard.DEFINITE, Standard.MORE_LIKELY, Standard.AT_LEAST_AS_LIKELY})


class Holder(StrEnum):
    """Whose opinion it is."""

    AUTHOR = "author"
    EXAMINER = "examiner"  # VA or contract examiner
    OTHER_DOCTOR = "other_doctor"
    VETERAN = "veteran"
    VA = "va"  # rating decision, board, statute


class Grade(StrEnum):
    """How far an item is met."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    NOT_APPLICABLE = "not_applicable"


class Action(StrEnum):
    """What to do with the letter. Never an approval: the attorney decides."""

    READY_FOR_REVIEW = "ready_for_your_review"
    ASK_DOCTOR = "ask_the_doctor_first"
    DO_NOT_FILE = "do_not_file_as_nexus_evidence"


class Evidence(Frozen):
    """Words of the letter, verbatim, at their place in the de-identified text."""

    quote: Annotated[str, Field(min_length=1)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(gt=0)]

    @model_validator(mode="after")
    def as_long_as_its_span(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError("a quote must be as long as its span")
        return self


class StatedOpinion(Frozen):
    """One opinion found in the letter, whoever holds it."""

    holder: Holder
    condition: str | None
    theory: Theory | None
    polarity: Polarity
    standard: Standard
    quoted: bool  # stands in quotation marks or reported speech
    evidence: Evidence
    certainty: Certainty
    leaning: Polarity = Polarity.NONE  # which way a doubtful opinion leans: "may be related" leans favorable
    withheld: bool = False  # says that no opinion can be given, as against one that is given in doubt
    note: str = ""

    @model_validator(mode="after")
    def only_doubt_leans(self) -> Self:
        doubtful = self.polarity is Polarity.INCONCLUSIVE
        if self.withheld and not doubtful:
            raise ValueError("an opinion that is withheld must be inconclusive")
        if self.leaning is not Polarity.NONE and (not doubtful or self.withheld):
            raise ValueError("only an inconclusive opinion leans")
        return self

    @property
    def meets_standard(self) -> bool:
        """Favorable, and at a level of proof VA accepts (38 U.S.C. § 5107(b); 38 C.F.R. § 3.102)."""
        return self.polarity is Polarity.FAVORABLE and self.standard in MEETING_STANDARDS


class ItemFinding(Frozen):
    """One rubric item as judged: points, why, on which words, by which authority."""

    id: ItemId
    title: str
    grade: Grade
    points: Annotated[int, Field(ge=0)]
    possible: Annotated[int, Field(gt=0)]
    reason: Annotated[str, Field(min_length=1)]
    certainty: Certainty
    authorities: Annotated[tuple[str, ...], Field(min_length=1)]
    evidence: tuple[Evidence, ...] = ()

    @model_validator(mode="after")
    def grade_fits_points(self) -> Self:
        expected = {
            Grade.FULL: self.points == self.possible,
            Grade.PARTIAL: 0 < self.points < self.possible,
            Grade.NONE: self.points == 0,
            Grade.NOT_APPLICABLE: self.points == 0,
        }
        if not expected[self.grade]:
            raise ValueError("points do not fit the grade")
        return self


class Component(Frozen):
    """Part of the score: items of one kind, scaled to 25 where some do not apply."""

    id: ComponentId
    items: Annotated[tuple[ItemFinding, ...], Field(min_length=1)]
    score: Annotated[int, Field(ge=0, le=COMPONENT_POINTS)]

    @model_validator(mode="after")
    def score_follows_from_items(self) -> Self:
        if sum(item.possible for item in self.items) != COMPONENT_POINTS:
            raise ValueError(f"the items of a component must be worth {COMPONENT_POINTS} points together")
        if self.score != component_score(self.items):
            raise ValueError("the score of a component must follow from its items")
        return self


def component_score(items: tuple[ItemFinding, ...]) -> int:
    """Points of the items that apply, scaled to 25 and rounded half up; 25 where none applies."""
    applying = [item for item in items if item.grade is not Grade.NOT_APPLICABLE]
    possible = sum(item.possible for item in applying)
    points = sum(item.points for item in applying)
    return (2 * COMPONENT_POINTS * points + possible) // (2 * possible) if possible else COMPONENT_POINTS


class MedicalOpinion(Component):
    """What the author concludes, and how surely: items MO1 to MO5."""

    id: Literal[ComponentId.OPINION] = ComponentId.OPINION
    polarity: Polarity
    standard: Standard
    governing: StatedOpinion | None  # the author's governing statement on the main condition

    @model_validator(mode="after")
    def governed_by_its_words(self) -> Self:
        stated = self.governing
        if stated is None:
            if self.polarity is not Polarity.NONE or self.standard is not Standard.NONE:
                raise ValueError("an opinion needs the words it stands on")
        elif (stated.polarity, stated.standard) != (self.polarity, self.standard):
            raise ValueError("polarity and standard must be those of the governing statement")
        return self


class ServiceConnection(Component):
    """Current disability, event or anchor, and what the theory asks for: items SC1 to SC5."""

    id: Literal[ComponentId.CONNECTION] = ComponentId.CONNECTION
    theory: Theory
    conditions: tuple[str, ...]


class MedicalRationale(Component):
    """Why the author thinks so: items MR1 to MR7."""

    id: Literal[ComponentId.RATIONALE] = ComponentId.RATIONALE


class ProfessionalFormat(Component):
    """Who the author is, and the form of the letter: items PF1 to PF6."""

    id: Literal[ComponentId.FORM] = ComponentId.FORM


class Gate(Frozen):
    """A defect that caps the total."""

    id: GateId
    title: str
    cap: Annotated[int, Field(ge=0, le=100)]
    strength: Strength
    reason: Annotated[str, Field(min_length=1)]
    authorities: Annotated[tuple[str, ...], Field(min_length=1)]
    evidence: tuple[Evidence, ...] = ()


class Elements(Frozen):
    """The checklist: what the letter itself supplies."""

    current_diagnosis: bool
    in_service_event: bool  # or the condition it rests on, for secondary and aggravation
    nexus_opinion: bool
    rationale: Literal["detailed", "conclusory", "none"]
    records_review: Literal["claims_file", "partial", "none"]
    credentials: bool
    specialty_relevant: bool
    literature: bool
    signed: bool
    dated: bool


class VACompliance(Frozen):
    """How the letter stands against what VA asks of a medical opinion."""

    elements: Elements
    gates: tuple[Gate, ...]
    meets_standard: bool
    strength: Strength
    action: Action


class Recommendation(Frozen):
    """Something to ask the doctor, neutral in wording; the attorney sees problem and authority."""

    item: ItemId
    problem: Annotated[str, Field(min_length=1)]
    ask: Annotated[str, Field(min_length=1)]
    authorities: Annotated[tuple[str, ...], Field(min_length=1)]
    gain: Annotated[int, Field(ge=0)]  # points the item could still bring; 0 for advice on wording
    gates: tuple[GateId, ...] = ()  # gates that a good answer would lift


class Improvement(Frozen):
    """The smallest set of items that, met in full, would lift the letter to a better strength, with its score then."""

    reaches: Strength
    items: Annotated[tuple[ItemId, ...], Field(min_length=1)]
    score: Annotated[int, Field(ge=0, le=100)]


class NexusAnalysisResult(Frozen):
    """All that an analysis says of a letter."""

    schema_version: Literal["1.0.0"] = SCHEMA_VERSION
    rubric_version: str
    opinion: MedicalOpinion
    connection: ServiceConnection
    rationale: MedicalRationale
    form: ProfessionalFormat
    compliance: VACompliance
    overall_score: Annotated[int, Field(ge=0, le=100)]
    second_view: Annotated[int, Field(ge=0, le=100)]  # the same items and gates under other weights
    second_weights: tuple[int, int, int, int] = SECOND_VIEW  # of opinion, connection, rationale and form
    confidence: Annotated[float, Field(ge=0, le=1)]
    confidence_reason: Annotated[str, Field(min_length=1)]
    stated_opinions: tuple[StatedOpinion, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    improvements: tuple[Improvement, ...] = ()  # by strength, the nearest first; none where no answer can help
    warnings: tuple[str, ...] = ()  # what a person should look at, such as text addressed to an AI
    facts: DerivedFacts = DerivedFacts()  # what dates and places said before they were taken out
    disagreements: tuple[Disagreement, ...] = ()  # none where the rubric engine alone has read the letter
    named_authorities: tuple[NamedAuthority, ...] = ()  # by a service

    @property
    def sum_of_components(self) -> int:
        """The total before gates."""
        return sum(part.score for part in self.components)

    @property
    def components(self) -> tuple[Component, ...]:
        """The four parts, in the order of the rubric."""
        return (self.opinion, self.connection, self.rationale, self.form)

    @property
    def confidence_word(self) -> str:
        """Confidence as an attorney would say it."""
        return "high" if self.confidence >= 0.85 else "fair" if self.confidence >= LOW_CONFIDENCE else "low"

    def all_evidence(self) -> list[Evidence]:
        """Every quote the result stands on."""
        found = [evidence for part in self.components for item in part.items for evidence in item.evidence]
        found += [evidence for gate in self.compliance.gates for evidence in gate.evidence]
        return found + [stated.evidence for stated in self.stated_opinions]

    @model_validator(mode="after")
    def total_agrees_with_parts(self) -> Self:
        caps = [gate.cap for gate in self.compliance.gates]
        if self.overall_score != min([self.sum_of_components, *caps]):
            raise ValueError("the overall score must be the sum of the components under the lowest cap")
        return self

    @model_validator(mode="before")
    @classmethod
    def second_view_of_older_results(cls, data: Any) -> Any:  # noqa: ANN401 - whatever was given to be validated
        """Results made before there was a second view are given theirs from their own components."""
        return with_second_view(data)

    @model_validator(mode="after")
    def second_view_agrees_with_parts(self) -> Self:
        caps = [gate.cap for gate in self.compliance.gates]
        total = weighted_score([part.score for part in self.components], self.second_weights)
        if sum(self.second_weights) != VIEW_POINTS or self.second_view != min([total, *caps]):
            raise ValueError("the second view must be the weighted components under the lowest cap")
        return self

    @model_validator(mode="after")
    def improvements_are_asked_for(self) -> Self:
        asked = {one.item for one in self.recommendations}
        for one in self.improvements:
            if not set(one.items) <= asked or len(set(one.items)) != len(one.items):
                raise ValueError("an improvement must rest on items that are asked about, each once")
            if one.reaches.rank <= self.compliance.strength.rank:
                raise ValueError("an improvement must reach a better strength")
        return self

    @model_validator(mode="after")
    def strength_agrees_with_gates(self) -> Self:
        gates = self.compliance.gates
        if any(self.compliance.strength.rank > gate.strength.rank for gate in gates):
            raise ValueError("strength must not be above what a gate allows")
        if self.compliance.strength is Strength.STRONG and gates:
            raise ValueError("a letter is strong only where no gate fired")
        return self

    @model_validator(mode="after")
    def bad_opinion_is_gated(self) -> Self:
        fired = {gate.id for gate in self.compliance.gates}
        governing = self.opinion.governing
        unsure = governing is not None and governing.certainty is Certainty.LOW
        if unsure and self.compliance.strength is Strength.STRONG:
            raise ValueError("a letter whose opinion was read with low certainty is not strong")
        if unsure or self.opinion.items[0].grade is Grade.NOT_APPLICABLE:  # a presumption needs no nexus opinion
            return self
        if self.opinion.polarity in (Polarity.UNFAVORABLE, Polarity.NONE) and GateId.G1 not in fired:
            raise ValueError("an unfavorable or missing opinion must fire gate G1")
        doubtful = self.opinion.polarity is Polarity.INCONCLUSIVE or self.opinion.standard is Standard.SPECULATIVE
        if doubtful and not fired & {GateId.G1, GateId.G2}:
            raise ValueError("a speculative or inconclusive opinion must fire gate G2")
        return self

    @model_validator(mode="after")
    def action_is_careful(self) -> Self:
        ready = self.compliance.action is Action.READY_FOR_REVIEW
        if ready and self.compliance.strength.rank < Strength.MODERATE.rank:
            raise ValueError("a weak letter is not ready for review")
        if ready and not self.compliance.meets_standard and self.connection.theory is not Theory.PRESUMPTIVE:
            raise ValueError("a letter below the standard is not ready for review")
        return self

    @model_validator(mode="after")
    def standard_agrees_with_opinion(self) -> Self:
        governing = self.opinion.governing
        if self.compliance.meets_standard != (governing is not None and governing.meets_standard):
            raise ValueError("meets_standard must follow from the governing opinion")
        return self
