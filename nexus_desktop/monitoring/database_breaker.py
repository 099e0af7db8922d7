"""Leaves the database alone for a while after it failed several times running, so that nobody waits in vain each time.

Only what the database or its disk is at fault for counts; a record that is not there does not. pybreaker holds its lock
while a call runs, so writes go one at a time, which SQLite would make them do anyway.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from pybreaker import STATE_CLOSED, STATE_OPEN, CircuitBreaker, CircuitBreakerError, CircuitMemoryStorage

from nexus_desktop.models.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFailed,
    DatabaseReadOnly,
    DatabaseResting,
    DiskFull,
)

_T = TypeVar("_T")
COUNTED = (DatabaseBusy, DatabaseDamaged, DatabaseFailed, DatabaseReadOnly, DiskFull)


class DatabaseBreaker:
    """Opens after ``failures`` in a row, and lets one call through again after ``seconds``."""

    def __init__(self, failures: int, seconds: float) -> None:
        self._storage = CircuitMemoryStorage(STATE_CLOSED)
        self._seconds = seconds
        self._breaker = CircuitBreaker(
            fail_max=failures,
            reset_timeout=seconds,
            exclude=[lambda error: not isinstance(error, COUNTED)],
            state_storage=self._storage,
            name="database",
            throw_new_error_on_trip=False,
        )

    def call(self, work: Callable[[], _T]) -> _T:
        """Do the work, or raise DatabaseResting at once. What the work raises comes out as it is."""
        try:
            return self._breaker.call(work)
        except CircuitBreakerError:
            raise DatabaseResting(seconds=max(1, round(self.seconds_left))) from None

    @property
    def seconds_left(self) -> float:
        """How long the database is still left alone; 0 while it works."""
        opened = self._storage.opened_at
        if self._storage.state != STATE_OPEN or opened is None:
            return 0.0
        return max(0.0, self._seconds - (datetime.now(UTC) - opened).total_seconds())
