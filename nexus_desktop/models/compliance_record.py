"""What the Compliance tab shows and a compliance record holds: numbers, ids and states, never a value of a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from nexus_desktop.models.letter_models import Level, PhiCategory, Verdict


class IndicatorState(StrEnum):
    """How something stands, by what was just looked at."""

    GOOD = "good"
    NOTICE = "notice"  # nothing is wrong, and a person may want to do something
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One status: what was looked at, when, and what was found."""

    name: str
    title: str
    state: IndicatorState
    sentence: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RedactionWeek:
    """What was taken out of the letters kept in one week, which begins on ``monday`` (UTC)."""

    monday: date
    letters: int
    counts: dict[PhiCategory, int]

    @property
    def removed(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Someone whose reviews are in the audit trail, by the name the system knows them by."""

    name: str
    reviews: int
    newest: datetime


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A kind of identifier: from which level on it is removed, whether it is now, and how often it was so far."""

    category: PhiCategory
    title: str
    shipped: Level
    level: Level
    removed: bool
    count: int


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """A rule or exception without its words: what it does, and a keyed hash that changes when they do."""

    id: str
    kind: str
    layer: str
    enabled: bool
    by_pattern: bool
    words: int
    category: PhiCategory | None
    level: Level | None
    verdict: Verdict | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ComplianceRecord:
    """Everything a compliance record says."""

    made_at: datetime
    made_by: str
    program_version: str
    level: Level
    policy_version: str
    categories: tuple[CategoryLine, ...]
    entries: tuple[EntryRecord, ...]
    letters: int
    removed: int
    weeks: tuple[RedactionWeek, ...]
    reviewers: tuple[Reviewer, ...]
    remembered: tuple[int, int]  # clients, decisions
    indicators: tuple[Indicator, ...]
