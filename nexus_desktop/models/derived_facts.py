"""What the dates and places of a letter say for the analysis, kept without the dates and places.

Computed from the letter before identifiers are taken out: in which order things happened, how many months lie between
them, the age at onset, whether it showed within a year of separation, whether a listed place of exposure is named. Each
fact says how sure it is and from which tags of the redacted text it came, such as ``[DATE 1]``. There is no date, place
or name in it: kinds, whole numbers and tags are all it can hold.

Plain values of the standard library: the child that parses a file knows of them too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from nexus_desktop.models.certainty import Certainty

OLDEST = 89
"""An age above is an identifier itself (45 C.F.R. § 164.514(b)(2)(i)(C))."""

MOST_MONTHS = 1500
_TAG = re.compile(r"\[[A-Z][A-Z0-9 ]{0,40}\]")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Anything derived: how sure, and from which tags of the redacted text; none where nothing was taken out."""

    certainty: Certainty
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not all(_TAG.fullmatch(tag) for tag in self.tags):
            raise ValueError("a fact names tags and nothing else")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedEvent(Fact):
    """One event; those of a lower step came first, those of one step cannot be told apart."""

    kind: EventKind
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Fact):
    """Whole months between two events, at least and at most."""

    earlier: EventKind
    later: EventKind
    least: int
    most: int

    def __post_init__(self) -> None:
        Fact.__post_init__(self)
        if not 0 <= self.least <= self.most <= MOST_MONTHS:
            raise ValueError(f"a gap has from 0 to {MOST_MONTHS} months, at most no fewer than at least")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeAtOnset(Fact):
    """Years of age when the condition first showed, at least and at most."""

    least: int
    most: int

    def __post_init__(self) -> None:
        Fact.__post_init__(self)
        if not 0 <= self.least <= self.most <= OLDEST:
            raise ValueError(f"an age is from 0 to {OLDEST}, at most no lower than at least")


@dataclass(frozen=True, slots=True, kw_only=True)
class WithinOneYear(Fact):
    """Whether onset, first record or diagnosis lies in service or within one year after it."""

    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure(Fact):
    """Service at a place of one of the law's lists; ``in_period`` says whether the dates fall into the list's time."""

    presumption: Presumption
    place: PlaceKind
    in_period: Answer


@dataclass(frozen=True, slots=True)
class DerivedFacts:
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
