"""What the dates and places of a letter say for the analysis, kept without the dates and places.

Computed from the letter before identifiers are taken out: in which order things happened, how many months lie between
them, the age at onset, whether it showed within a year of separation, whether a listed place of exposure is named. Each
fact says how sure it is and from which tags of the redacted text it came, such as ``[DATE 1]``. There is no date, place
or name in it: kinds, whole numbers and tags are all it can hold.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from nexus_desktop.models.rubric_models import Certainty, Frozen

OLDEST = 89
"""An age above is an identifier itself (45 C.F.R. § 164.514(b)(2)(i)(C))."""

TagName = Annotated[str, Field(pattern=r"^\[[A-Z][A-Z0-9 ]{0,40}\]$")]
Months = Annotated[int, Field(ge=0, le=1500)]
Years = Annotated[int, Field(ge=0, le=OLDEST)]


class EventKind(StrEnum):
    """What happened on a date."""

    BIRTH = "birth"
    ENTRY = "entry"
    EVENT = "event"  # injury, illness or exposure in service
    SEPARATION = "separation"
    ONSET = "onset"
    FIRST_RECORD = "first_record"
    DIAGNOSIS = "diagnosis"


class Answer(StrEnum):
    """What the dates allow to say."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Presumption(StrEnum):
    """A list of places that the law names."""

    HERBICIDE = "herbicide"  # 38 U.S.C. § 1116
    BURN_PIT = "burn_pit"  # 38 U.S.C. § 1119
    GULF_WAR = "gulf_war"  # 38 U.S.C. § 1117
    BASE_WATER = "base_water"  # 38 C.F.R. § 3.307(a)(7)
    RADIATION = "radiation"  # 38 U.S.C. § 1112(c)


class PlaceKind(StrEnum):
    """How precisely the letter names the place."""

    COUNTRY = "country"  # or waters
    SITE = "site"  # a base, camp or town: taken out at the strict level


class Fact(Frozen):
    """Anything derived: how sure, and from which tags of the redacted text; none where nothing was taken out."""

    certainty: Certainty
    tags: tuple[TagName, ...] = ()


class OrderedEvent(Fact):
    """One event; those of a lower step came first, those of one step cannot be told apart."""

    kind: EventKind
    step: Annotated[int, Field(ge=1)]


class Gap(Fact):
    """Whole months between two events, at least and at most."""

    earlier: EventKind
    later: EventKind
    least: Months
    most: Months

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.least > self.most:
            raise ValueError("a gap has at least as many months as it has at most")
        return self


class AgeAtOnset(Fact):
    """Years of age when the condition first showed, at least and at most."""

    least: Years
    most: Years

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.least > self.most:
            raise ValueError("an age is at least as low as it is at most")
        return self


class WithinOneYear(Fact):
    """Whether onset, first record or diagnosis lies in service or within one year after it."""

    answer: Answer


class Exposure(Fact):
    """Service at a place of one of the law's lists; ``in_period`` says whether the dates fall into the list's time."""

    presumption: Presumption
    place: PlaceKind
    in_period: Answer


class DerivedFacts(Frozen):
    """Every fact derived from one letter."""

    order: tuple[OrderedEvent, ...] = ()
    gaps: tuple[Gap, ...] = ()
    age_at_onset: AgeAtOnset | None = None
    within_one_year: WithinOneYear | None = None
    exposures: tuple[Exposure, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.order or self.gaps or self.age_at_onset or self.within_one_year or self.exposures)

    def exposed(self, *presumptions: Presumption) -> Exposure | None:
        """The surest exposure of some lists, or of any, that the dates do not rule out."""
        wanted = [
            one
            for one in self.exposures
            if one.in_period is not Answer.NO and (not presumptions or one.presumption in presumptions)
        ]
        return min(wanted, key=lambda one: list(Certainty).index(one.certainty), default=None)

    def gap(self, earlier: EventKind, later: EventKind) -> Gap | None:
        """The months between two events, where they are known."""
        return next((one for one in self.gaps if (one.earlier, one.later) == (earlier, later)), None)
