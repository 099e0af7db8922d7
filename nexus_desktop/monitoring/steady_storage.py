"""When a breaker opened, by a clock that nobody can set: a date put back by a day must not rest it for a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic

from pybreaker import CircuitMemoryStorage


class SteadyStorage(CircuitMemoryStorage):
    """State of one breaker in memory. ``opened_at`` is told in the time of now, as pybreaker compares it with now."""

    def __init__(self, state: str, seconds: Callable[[], float] = monotonic) -> None:
        super().__init__(state)
        self._seconds = seconds
        self._opened_seconds: float | None = None

    @property
    def opened_at(self) -> datetime | None:
        """When it opened last; None before the first time."""
        if self._opened_seconds is None:
            return None
        return datetime.now(UTC) - timedelta(seconds=self._seconds() - self._opened_seconds)

    @opened_at.setter
    def opened_at(self, at: datetime) -> None:
        self._opened_seconds = self._seconds() - (datetime.now(UTC) - at).total_seconds()
