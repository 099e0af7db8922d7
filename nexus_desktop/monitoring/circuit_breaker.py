"""Leaves a service alone for a while after it failed several times in a row: a breaker a profile, outside the retries.

pybreaker holds its lock while a call runs, so calls through one breaker go one at a time, and ``try_now`` must be
called from a job, never from the window's thread; ``status`` never waits. A failure that proves the service alive (a
wrong key, a refusal, a text too long) does not count. A cancelled call says nothing and leaves everything as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from threading import Lock
from typing import TypeVar, cast

from pybreaker import (
    STATE_CLOSED,
    STATE_HALF_OPEN,
    STATE_OPEN,
    CircuitBreaker,
    CircuitBreakerError,
    CircuitMemoryStorage,
)

from nexus_desktop.models.errors import Cancelled, NexusError, ServicePaused

_T = TypeVar("_T")


class BreakerState(StrEnum):
    """What the breaker does with the next call."""

    WORKING = "working"
    PAUSED = "paused"
    TRYING = "trying"  # the next call decides


@dataclass(frozen=True, slots=True)
class BreakerStatus:
    """A breaker as Health shows it."""

    profile: str
    state: BreakerState
    failures: int
    seconds_left: float
    last_error: str  # a code, or nothing


def _alive(error: BaseException) -> bool:
    """Whether an error proves that the service answers."""
    return not isinstance(error, Exception) or (isinstance(error, NexusError) and not getattr(error, "counts", False))


class ServiceBreaker:
    """One service's breaker."""

    def __init__(self, profile: str, failures_to_open: int, pause_seconds: float) -> None:
        self._profile = profile
        self._storage = CircuitMemoryStorage(STATE_CLOSED)
        self._breaker = CircuitBreaker(
            fail_max=failures_to_open,
            reset_timeout=pause_seconds,
            exclude=[_alive],
            state_storage=self._storage,
            throw_new_error_on_trip=False,
        )
        self._pause = pause_seconds
        self._last_error = ""

    def call(self, work: Callable[[], _T]) -> _T:
        """Do the work, or raise ServicePaused at once. What the work raises comes out as it is."""
        before = (self._storage.state, self._storage.counter, self._storage.opened_at)
        try:
            done = self._breaker.call(self._guarded, work)
        except CircuitBreakerError:
            raise ServicePaused(seconds=round(self.status().seconds_left)) from None
        except NexusError as error:
            if getattr(error, "counts", False):
                self._last_error = error.code
            raise
        if isinstance(done, Cancelled):
            self._restore(*before)
            raise done
        self._last_error = ""
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

    def status(self) -> BreakerStatus:
        """How it stands. Never waits."""
        state, opened = self._storage.state, self._storage.opened_at
        left = 0.0
        if state == STATE_OPEN and opened is not None:
            left = max(0.0, self._pause - (datetime.now(UTC) - opened).total_seconds())
        words = {
            STATE_CLOSED: BreakerState.WORKING,
            STATE_OPEN: BreakerState.PAUSED if left else BreakerState.TRYING,
            STATE_HALF_OPEN: BreakerState.TRYING,
        }
        return BreakerStatus(self._profile, words[state], self._storage.counter, left, self._last_error)


class Breakers:
    """The breakers of all profiles, made when first needed."""

    def __init__(self, failures_to_open: int, pause_seconds: float) -> None:
        self._failures, self._pause = failures_to_open, pause_seconds
        self._made: dict[str, ServiceBreaker] = {}
        self._lock = Lock()

    def of(self, profile: str) -> ServiceBreaker:
        """The breaker of one profile."""
        with self._lock:
            if profile not in self._made:
                self._made[profile] = ServiceBreaker(profile, self._failures, self._pause)
            return self._made[profile]

    def status(self) -> tuple[BreakerStatus, ...]:
        """How all of them stand."""
        with self._lock:
            return tuple(one.status() for one in self._made.values())
