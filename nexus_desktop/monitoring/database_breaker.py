"""Leaves the database alone for a while after it failed several times running, so that nobody waits in vain each time.

Only what the database or its disk is at fault for counts; a record that is not there does not. Writes through it go
one at a time, which SQLite would make them do anyway.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from nexus_desktop.models.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFailed,
    DatabaseReadOnly,
    DatabaseResting,
    DiskFull,
)
from nexus_desktop.monitoring.circuit_breaker import Breaker, Resting

_T = TypeVar("_T")
COUNTED = (DatabaseBusy, DatabaseDamaged, DatabaseFailed, DatabaseReadOnly, DiskFull)


class DatabaseBreaker:
    """Opens after ``failures`` in a row, and lets one call through again after ``seconds``."""

    def __init__(self, failures: int, seconds: float) -> None:
        self._frame = Breaker("database", failures, seconds, lambda error: isinstance(error, COUNTED))

    def call(self, work: Callable[[], _T]) -> _T:
        """Do the work, or raise DatabaseResting at once. What the work raises comes out as it is."""
        try:
            return self._frame.call(work)
        except Resting:
            raise DatabaseResting(seconds=max(1, round(self.seconds_left))) from None

    @property
    def seconds_left(self) -> float:
        """How long the database is still left alone; 0 while it works."""
        return self._frame.seconds_left
