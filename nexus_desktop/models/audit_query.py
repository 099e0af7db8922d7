"""What of the audit trail is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Entries that meet all of these. ``about`` is the id of an analysis, an import or a matter, and means all that was
    done with it, from import to export."""

    act: str | None = None
    actor: str | None = None
    about: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def by_time(self) -> bool:
        """Whether entries come in the order of their times, as the indexes have them; else in the order of their
        numbers, which is the same unless the clock was set back."""
        return self.about is None and bool(self)

    def __bool__(self) -> bool:
        return self != AuditFilter()


@dataclass(frozen=True, slots=True)
class AuditPlace:
    """Where a page ended; the next one begins behind it."""

    seq: int
    at: str
