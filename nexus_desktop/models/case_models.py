"""What the attorney knows of the case, and where a letter says otherwise.

Facts are read from a file or a form and checked against one letter; they are kept only in the case file of a matter,
where a person chose that (models/case_file.py). Sentences of a conflict name years
and conditions, never a day or a month: they may go into a result that is kept.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, field_validator, model_validator

from nexus_desktop.models.analysis_models import Certainty, Evidence
from nexus_desktop.models.rubric_models import Frozen

_YOUNGEST = 16  # years; nobody enlists before
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


class Branch(StrEnum):
    """Branches of service, as a letter names them."""

    ARMY = "army"
    NAVY = "navy"
    MARINES = "marine corps"
    AIR_FORCE = "air force"
    COAST_GUARD = "coast guard"
    SPACE_FORCE = "space force"


class PartialDate(Frozen):
    """A date as far as it is known: ``1968``, ``1968-05`` or ``1968-05-02``."""

    year: Annotated[int, Field(ge=1900, le=2100)]
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None

    @model_validator(mode="before")
    @classmethod
    def from_what_is_written(cls, value: Any) -> Any:  # noqa: ANN401 - YAML gives a number, a date or text
        if isinstance(value, date):
            return {"year": value.year, "month": value.month, "day": value.day}
        if isinstance(value, int) and not isinstance(value, bool):
            return {"year": value}
        if isinstance(value, str):
            found = _WRITTEN.fullmatch(value.strip())
            if found is None:
                raise ValueError("a date is written as 1968, 1968-05 or 1968-05-02")
            names = ("year", "month", "day")
            return {name: int(part) for name, part in zip(names, found.groups(), strict=True) if part is not None}
        return value

    def agrees(self, other: PartialDate) -> bool:
        """Whether both can be the same day: the parts that both give are equal."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(a is None or b is None or a == b for a, b in pairs)


class ServicePeriod(Frozen):
    """A period of service; ``end`` is None while it goes on."""

    start: PartialDate = Field(alias="from")
    end: PartialDate | None = Field(alias="to", default=None)

    @model_validator(mode="after")
    def forward(self) -> Self:
        if self.end is not None and self.end.year < self.start.year:
            raise ValueError("a period of service ends after it begins")
        return self

    @property
    def last_year(self) -> int:
        """The last year of it; 2100 while it goes on."""
        return self.end.year if self.end is not None else 2100


class PriorDenial(Frozen):
    """An earlier decision against a claim, and the reason it gave, in the attorney's words."""

    condition: Annotated[str, Field(min_length=1)]
    on: PartialDate | None = Field(alias="date", default=None)
    reason: str = ""


Names = tuple[Annotated[str, Field(min_length=1)], ...]


class CaseFacts(Frozen):
    """The facts of a case. Conditions are named as the attorney would, with side: "left knee strain"."""

    branches: tuple[Branch, ...] = Field(alias="branch", default=())
    service: tuple[ServicePeriod, ...] = ()
    born: Annotated[int, Field(ge=1900, le=2100)] | None = None
    service_connected: Names = ()
    claimed: Names = ()
    denials: tuple[PriorDenial, ...] = ()

    @field_validator("branches", mode="before")
    @classmethod
    def branches_as_written(cls, value: Any) -> Any:  # noqa: ANN401 - one word or several
        words = (value,) if isinstance(value, str) else value
        if not isinstance(words, list | tuple):
            return words
        plain = [
            " ".join(word.lower().replace("u.s.", "").split()) if isinstance(word, str) else word for word in words
        ]
        return tuple("marine corps" if word in ("marines", "usmc") else word for word in plain)

    @field_validator("service_connected", "claimed", mode="before")
    @classmethod
    def names_alone(cls, value: Any) -> Any:  # noqa: ANN401 - one name or several
        return (value,) if isinstance(value, str) else value

    @model_validator(mode="after")
    def old_enough(self) -> Self:
        if self.born is not None and any(one.start.year - self.born < _YOUNGEST for one in self.service):
            raise ValueError(f"service begins at the age of {_YOUNGEST} or later")
        return self

    def __bool__(self) -> bool:
        return any((self.branches, self.service, self.born, self.service_connected, self.claimed, self.denials))

    def __repr__(self) -> str:
        return "CaseFacts(…)"


class ConflictKind(StrEnum):
    """What a letter and the facts of the case disagree on."""

    SIDE = "side"
    SERVICE = "service"  # dates of service, or an event outside of them
    BRANCH = "branch"
    AGE = "age"
    ANCHOR = "anchor"  # called service connected, and not among those that are
    UNADDRESSED = "unaddressed"  # claimed, and without an opinion
    DENIAL = "denial"  # an earlier denial, or its reason, that the letter does not answer


PREMISES = frozenset(
    {ConflictKind.SIDE, ConflictKind.SERVICE, ConflictKind.BRANCH, ConflictKind.AGE, ConflictKind.ANCHOR}
)
"""Kinds that speak against a fact the opinion rests on (SC4); the others tell what is missing."""


class Conflict(Frozen):
    """One disagreement, with the words it is about and what to ask. No evidence: something is not there at all."""

    kind: ConflictKind
    certainty: Certainty
    sentence: Annotated[str, Field(min_length=1)]
    ask: Annotated[str, Field(min_length=1)]
    evidence: tuple[Evidence, ...] = ()

    @property
    def contradicts_premise(self) -> bool:
        """Whether it is sure enough, and of a kind, to contradict the premise of the opinion (gate G4)."""
        return self.kind in PREMISES and self.certainty is Certainty.HIGH and bool(self.evidence)
