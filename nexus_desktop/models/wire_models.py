"""What a service is asked to answer: judgments and quotes, and no score. Every field is required and may be null.

The model judges each item of the rubric by a word and quotes the letter for it; points, sums, gates and strength are
computed here, by the scorer of the offline engine. Null means "not said", and is never filled in.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field

from nexus_desktop.models.analysis_models import Polarity, Standard, Theory
from nexus_desktop.models.rubric_models import Frozen, ItemId

WIRE_SCHEMA_ID: Final = "nexus-answer-1"


class ItemLevel(StrEnum):
    """How far an item is met. ``slight`` is known to items that have four values, ``partial`` to all but MR6."""

    FULL = "full"
    PARTIAL = "partial"
    SLIGHT = "slight"
    NONE = "none"
    NOT_APPLICABLE = "not_applicable"


FOUR_VALUES: Final = frozenset({ItemId.MO2, ItemId.SC1, ItemId.SC2})
TWO_VALUES: Final = frozenset({ItemId.MR6})


def levels_of(item: ItemId) -> tuple[ItemLevel, ...]:
    """The levels an item knows, best first, in the order of its points in config/rubric.yaml."""
    if item in FOUR_VALUES:
        return (ItemLevel.FULL, ItemLevel.PARTIAL, ItemLevel.SLIGHT, ItemLevel.NONE)
    if item in TWO_VALUES:
        return (ItemLevel.FULL, ItemLevel.NONE)
    return (ItemLevel.FULL, ItemLevel.PARTIAL, ItemLevel.NONE)


class WireOpinion(Frozen):
    """The author's governing opinion on the main condition, and its words."""

    polarity: Polarity | None
    standard: Standard | None
    theory: Theory | None
    condition: str | None
    quote: str | None


class WireElements(Frozen):
    """What the letter holds, as far as no item says it."""

    rationale: Literal["detailed", "conclusory", "none"] | None
    records_review: Literal["claims_file", "partial", "none"] | None
    literature: bool | None
    signed: bool | None
    dated: bool | None


class WireItem(Frozen):
    """The judgment on one item, the words of the letter it stands on, and why."""

    level: ItemLevel | None
    quotes: tuple[str, ...]
    reason: str | None


class WireItems(Frozen):
    """Every item of the rubric, by id."""

    MO1: WireItem
    MO2: WireItem
    MO3: WireItem
    MO4: WireItem
    MO5: WireItem
    SC1: WireItem
    SC2: WireItem
    SC3: WireItem
    SC4: WireItem
    SC5: WireItem
    MR1: WireItem
    MR2: WireItem
    MR3: WireItem
    MR4: WireItem
    MR5: WireItem
    MR6: WireItem
    MR7: WireItem
    PF1: WireItem
    PF2: WireItem
    PF3: WireItem
    PF4: WireItem
    PF5: WireItem
    PF6: WireItem

    def get(self, item: ItemId) -> WireItem:
        """The judgment on one item."""
        found: WireItem = getattr(self, item.value)
        return found


class WireAnswer(Frozen):
    """A whole answer. ``confidence`` is the model's own number, kept as one weak sign among others."""

    opinion: WireOpinion
    elements: WireElements
    items: WireItems
    citations: tuple[str, ...]
    confidence: Annotated[int, Field(ge=0, le=100)] | None
