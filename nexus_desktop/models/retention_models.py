"""How long analyses are kept, and what a purge would take or has taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_DAYS = 36_500
"""The most days that analyses can be kept before they are due; who wants more keeps them without end."""


class PurgeCause(StrEnum):
    """Why records are deleted for good."""

    AGE = "age"
    MATTER = "matter"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class PurgeScope:
    """What a purge is asked to take: everything that is due by age, or everything of one matter or client."""

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
