"""The rubric as data: which items are judged, what they are worth, and which gates cap the sum.

config/rubric.yaml is read into ``Rubric``; the law behind every number is named there. A rubric whose components do not
add up to 25 points each is refused, so no edited file can shift weight unseen.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

COMPONENT_POINTS = 25
VIEW_POINTS = 100
SECOND_VIEW = (25, 25, 40, 10)  # opinion, connection, rationale, form: nearer to how boards reason (rubric section 5)


class Frozen(BaseModel):
    """Base of all values: unchangeable, no unknown fields, and errors that never quote the input."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


class ComponentId(StrEnum):
    """The four parts of the score."""

    OPINION = "medical_opinion"
    CONNECTION = "service_connection"
    RATIONALE = "medical_rationale"
    FORM = "professional_format"


class ItemId(StrEnum):
    """What is judged. The letters name the component, as in section 4 of the rubric."""

    MO1 = "MO1"
    MO2 = "MO2"
    MO3 = "MO3"
    MO4 = "MO4"
    MO5 = "MO5"
    SC1 = "SC1"
    SC2 = "SC2"
    SC3 = "SC3"
    SC4 = "SC4"
    SC5 = "SC5"
    MR1 = "MR1"
    MR2 = "MR2"
    MR3 = "MR3"
    MR4 = "MR4"
    MR5 = "MR5"
    MR6 = "MR6"
    MR7 = "MR7"
    PF1 = "PF1"
    PF2 = "PF2"
    PF3 = "PF3"
    PF4 = "PF4"
    PF5 = "PF5"
    PF6 = "PF6"


class GateId(StrEnum):
    """Defects that cap the total whatever the sum says: the law is conjunctive."""

    G1 = "G1"  # unfavorable or no opinion
    G2 = "G2"  # only speculative or inconclusive
    G3 = "G3"  # no rationale
    G4 = "G4"  # factual premise contradicted
    G5 = "G5"  # no current disability
    G6 = "G6"  # author unidentified, plainly not competent, or unsigned
    G7 = "G7"  # no event, exposure or anchor
    G8 = "G8"  # the theory claimed is not the theory answered


class Strength(StrEnum):
    """What the letter is worth as evidence for the claim."""

    NONE = "none"
    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"

    @property
    def rank(self) -> int:
        return list(Strength).index(self)


class ItemRule(Frozen):
    """One line of section 5 of the rubric. ``points`` are the values it can have, highest first, last one 0."""

    id: ItemId
    title: str
    points: Annotated[tuple[int, ...], Field(min_length=2)]
    ask: str  # the question to the doctor when points are missing; neutral, no conclusion drafted
    ask_about: str = ""  # the same where the letter shows what to name: holds {thing} once
    authorities: Annotated[tuple[str, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def descending_to_zero(self) -> Self:
        if list(self.points) != sorted(set(self.points), reverse=True) or self.points[-1] != 0:
            raise ValueError("points must fall strictly and end at 0")
        if self.ask_about and self.ask_about.replace("{thing}", "").count("{") + abs(
            self.ask_about.count("{thing}") - 1
        ):
            raise ValueError("ask_about must hold {thing} once, and no other braces")
        return self

    def question(self, thing: str = "") -> str:
        """What to ask the doctor; about ``thing`` where it is known and the rule has words for it."""
        return self.ask_about.replace("{thing}", thing) if thing and self.ask_about else self.ask


class ComponentRule(Frozen):
    """One of the four parts."""

    id: ComponentId
    title: str
    items: tuple[ItemRule, ...]

    @model_validator(mode="after")
    def adds_up(self) -> Self:
        total = sum(item.points[0] for item in self.items)
        if total != COMPONENT_POINTS:
            raise ValueError(f"the items of a component must add up to {COMPONENT_POINTS} points, not {total}")
        return self


class GateRule(Frozen):
    """A gate: the most points and the best strength a letter can have where it fires."""

    id: GateId
    title: str
    cap: Annotated[int, Field(ge=0, le=100)]
    strength: Strength
    authorities: Annotated[tuple[str, ...], Field(min_length=1)]


class Bands(Frozen):
    """Lowest totals of the two upper grades, and the items a strong letter meets in full (or that do not apply)."""

    moderate: Annotated[int, Field(ge=1, le=99)]
    strong: Annotated[int, Field(ge=2, le=100)]
    strong_needs: tuple[ItemId, ...] = ()

    @model_validator(mode="after")
    def ordered(self) -> Self:
        if self.moderate >= self.strong:
            raise ValueError("the moderate band must begin below the strong one")
        return self


class Rubric(Frozen):
    """The whole of config/rubric.yaml."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    components: Annotated[tuple[ComponentRule, ...], Field(min_length=4, max_length=4)]
    gates: tuple[GateRule, ...]
    bands: Bands
    second_view: tuple[int, int, int, int] = SECOND_VIEW  # weights of the components, in their order

    @model_validator(mode="after")
    def complete(self) -> Self:
        if [part.id for part in self.components] != list(ComponentId):
            raise ValueError("the four components must be given once each, in order")
        if sorted(item.id for part in self.components for item in part.items) != sorted(ItemId):
            raise ValueError("every rubric item must be given exactly once")
        if [gate.id for gate in self.gates] != list(GateId):
            raise ValueError("every gate must be given once, in order")
        if sum(self.second_view) != VIEW_POINTS or min(self.second_view) < 0:
            raise ValueError(f"the weights of the second view must add up to {VIEW_POINTS}")
        return self

    def item(self, item_id: ItemId) -> ItemRule:
        """The rule of one item."""
        return next(item for part in self.components for item in part.items if item.id == item_id)

    def gate(self, gate_id: GateId) -> GateRule:
        """The rule of one gate."""
        return next(gate for gate in self.gates if gate.id == gate_id)
