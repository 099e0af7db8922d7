"""Leaves something alone for a while after it failed several times in a row: the frame of all breakers.

pybreaker holds its lock while a call runs, so calls through one breaker go one at a time, and ``try_now`` must be
called from a job, never from the window's thread; ``state`` and ``seconds_left`` never wait.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar, cast

from pybreaker import (
    STATE_CLOSED,
    STATE_HALF_OPEN,
    STATE_OPEN,
    CircuitBreaker,
    CircuitBreakerError,
)

from nexus_desktop.models.errors import Cancelled
from nexus_desktop.monitoring.steady_storage import SteadyStorage

_T = TypeVar("_T")


class BreakerState(StrEnum):
    """What a breaker does with the next call."""

    WORKING = "working"
    PAUSED = "paused"
    TRYING = "trying"  # the next call decides


class Resting(Exception):
    """Nothing was done: the breaker is open. Whoever owns the breaker says so in an error of its own."""


class Breaker:
    """Opens after ``failures`` in a row that ``counts`` finds to count, and lets one call through after ``seconds``.

    A cancelled call says nothing and leaves everything as it was.
    """

    def __init__(self, name: str, failures: int, seconds: float, counts: Callable[[BaseException], bool]) -> None:
        self._storage = SteadyStorage(STATE_CLOSED)
        self._seconds = seconds
        self._breaker = CircuitBreaker(
            fail_max=failures,
            reset_timeout=seconds,
            exclude=[lambda error: not counts(error)],
            state_storage=self._storage,
            name=name,
            throw_new_error_on_trip=False,
        )

    def call(self, work: Callable[[], _T]) -> _T:
        """Do the work, or raise Resting at once. What the work raises comes out as it is."""
        before = (self._storage.state, self._storage.counter, self._storage.opened_at)
        try:
            done = self._breaker.call(self._guarded, work)
        except CircuitBreakerError:
            raise Resting from None
        if isinstance(done, Cancelled):
            self._restore(*before)
            raise done
        return cast("_T", done)

    @staticmethod
    def _guarded(work: Callable[[], _T]) -> _T | Cancelled:
        try:
            return work()
        except Cancelled as error:
            return error  # an exception would count, as a failure or as a success

    def _restore(self, state: str, counter: int, opened_at: datetime | None) -> None:
        if state in (STATE_OPEN, STATE_HALF_OPEN):
            self._breaker.open()
            if opened_at is not None:
                self._storage.opened_at = opened_at
        for _ in range(counter):
            self._storage.increment_counter()

    def try_now(self) -> None:
        """Let the next call through, whatever is left of the pause. Waits for a call under way."""
        if self._storage.state == STATE_OPEN:
            self._breaker.half_open()

    @property
    def failures(self) -> int:
        """Failures in a row so far."""
        return int(self._storage.counter)

    @property
    def seconds_left(self) -> float:
        """How long it still rests; 0 while it works."""
        opened = self._storage.opened_at
        if self._storage.state != STATE_OPEN or opened is None:
            return 0.0
        return max(0.0, self._seconds - (datetime.now(UTC) - opened).total_seconds())

    @property
    def state(self) -> BreakerState:
        """What happens with the next call."""
        if self._storage.state == STATE_CLOSED:
            return BreakerState.WORKING
        return BreakerState.PAUSED if self.seconds_left else BreakerState.TRYING
