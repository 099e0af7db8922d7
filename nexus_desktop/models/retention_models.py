"""How long analyses are kept, and what a purge would take or has taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from nexus_desktop.models.records import AnalysisLine

LONGEST_DAYS = 36_500
"""The most days that analyses can be kept before they are due; who wants more keeps them without end."""


class PurgeCause(StrEnum):
    """Why records are deleted for good."""

    AGE = "age"
    MATTER = "matter"
    CLIENT = "client"
    TRASH = "trash"


BY_TIME = frozenset({PurgeCause.AGE, PurgeCause.TRASH})
"""What takes what is due by then, and leaves what is on legal hold; the others take all of something, or nothing."""
TRASH_DAYS = 30
"""Whole days that an analysis can be put back. What became due is deleted together, once a day at most, for every
purge replaces the backups."""


@dataclass(frozen=True, slots=True)
class PurgeScope:
    """What a purge is asked to take: everything that is due by age or in the trash, or everything of a matter or
    client."""

    cause: PurgeCause
    subject: str = ""  # id of the matter, or the firm's number of the client


@dataclass(frozen=True, slots=True)
class PurgeLine:
    """One analysis that would go."""

    analysis_id: str
    created_at: datetime
    condition: str
    matter: str | None


@dataclass(frozen=True, slots=True)
class PurgePlan:
    """A dry run. ``digest`` stands for exactly these records: a purge with it takes them and no others.

    ``held`` are analyses that would go but for a legal hold; ``backups`` and ``set_aside`` may hold them too and are
    deleted with them, once a fresh backup has been verified. ``case_files`` counts matters that lose what is kept of
    their client and case, with the notes on them; by age also where the matter itself stays.
    """

    scope: PurgeScope
    lines: tuple[PurgeLine, ...]
    letters: int
    notes: int
    matters: int
    held: int
    backups: int
    set_aside: int
    digest: str
    case_files: int = 0


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge took. ``clean`` where journal and backups have been cleared as well; else the next start does it."""

    analyses: int
    entry: int
    clean: bool


@dataclass(frozen=True, slots=True)
class TrashLine:
    """An analysis in the trash. ``goes_on`` is the day on which it is deleted for good, in UTC; on ``held`` never, as
    long as its matter is on legal hold."""

    line: AnalysisLine
    trashed_at: datetime
    matter: str | None
    held: bool

    @property
    def goes_on(self) -> date:
        return (self.trashed_at.astimezone(UTC) + timedelta(days=TRASH_DAYS + 1)).date()
