"""What a service's reading of a letter adds to a result: where it differs from the rubric engine, and what it cites."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nexus_desktop.models.rubric_models import Frozen
from nexus_desktop.models.standing import Standing


class Disagreement(Frozen):
    """A point on which a service and the rubric engine differ; shown side by side, and it lowers the confidence."""

    subject: Annotated[str, Field(min_length=1)]  # an item's id, or "polarity", "standard", "theory", "signed" …
    title: Annotated[str, Field(min_length=1)]
    service: Annotated[str, Field(min_length=1)]
    rubric: Annotated[str, Field(min_length=1)]
    counted: Annotated[str, Field(min_length=1)]  # what the score was computed with


class NamedAuthority(Frozen):
    """An authority that a service named, as it is usually written. One that does not hold supports no finding."""

    citation: Annotated[str, Field(min_length=1)]
    standing: Standing
    reason: Annotated[str, Field(min_length=1)]
    in_letter: bool  # whether the letter names it, too
    right: str | None = None  # what was probably meant
