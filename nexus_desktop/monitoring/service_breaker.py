"""Leaves a service alone for a while after it failed several times in a row: a breaker a profile, outside the retries.

A failure that proves the service alive (a wrong key, a refusal, a text too long) does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeVar

from nexus_desktop.models.errors import Cancelled, NexusError, ServicePaused
from nexus_desktop.monitoring.circuit_breaker import Breaker, BreakerState, Resting

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag

_T = TypeVar("_T")
_LOOK_SECONDS: Final = 0.05  # how often a call that waits for its turn looks whether it was cancelled


@dataclass(frozen=True, slots=True)
class BreakerStatus:
    """A breaker as Health shows it."""

    profile: str
    state: BreakerState
    failures: int
    seconds_left: float
    last_error: str  # a code, or nothing


def _counts(error: BaseException) -> bool:
    """Whether an error speaks against the service; what is no error of ours is a bug, and counts as well."""
    return isinstance(error, Exception) and (not isinstance(error, NexusError) or getattr(error, "counts", False))


class ServiceBreaker:
    """One service's breaker. ``opened`` is called each time it opens; ``rested`` hears the profile and whether its
    service is left alone, after each call that was made."""

    def __init__(
        self,
        profile: str,
        failures_to_open: int,
        pause_seconds: float,
        opened: Callable[[], None] = lambda: None,
        rested: Callable[[str, bool], None] = lambda _profile, _rests: None,
    ) -> None:
        self._profile, self._opened, self._rested = profile, opened, rested
        self._frame = Breaker(profile, failures_to_open, pause_seconds, _counts)
        self._last_error = ""
        self._turn = Lock()

    def call(self, work: Callable[[], _T], cancelled: CancelFlag | None = None) -> _T:
        """Do the work, or raise ServicePaused at once. What the work raises comes out as it is.

        Calls of one service go one at a time; one that waits for its turn raises Cancelled once it is told to.
        """
        with self._my_turn(cancelled):
            return self._call(work)

    @contextmanager
    def _my_turn(self, cancelled: CancelFlag | None) -> Iterator[None]:
        while not self._turn.acquire(timeout=_LOOK_SECONDS):
            if cancelled is not None and cancelled.is_set():
                raise Cancelled
        try:
            yield
        finally:
            self._turn.release()

    def _call(self, work: Callable[[], _T]) -> _T:
        try:
            done = self._frame.call(work)
        except Resting:
            raise ServicePaused(seconds=max(1, round(self._frame.seconds_left))) from None
        except NexusError as error:
            if _counts(error):
                self._last_error = error.code
                if self._frame.state is not BreakerState.WORKING:
                    self._opened()
            self._tell()
            raise
        self._last_error = ""
        self._tell()
        return done

    def _tell(self) -> None:
        self._rested(self._profile, self._frame.state is not BreakerState.WORKING)

    def try_now(self) -> None:
        """Let the next call through, whatever is left of the pause. Waits for a call under way."""
        self._frame.try_now()

    def status(self) -> BreakerStatus:
        """How it stands. Never waits."""
        frame = self._frame
        return BreakerStatus(self._profile, frame.state, frame.failures, frame.seconds_left, self._last_error)


class Breakers:
    """The breakers of all profiles, made when first needed, with the same listeners."""

    def __init__(
        self,
        failures_to_open: int,
        pause_seconds: float,
        opened: Callable[[], None] = lambda: None,
        rested: Callable[[str, bool], None] = lambda _profile, _rests: None,
    ) -> None:
        self._failures, self._pause, self._opened, self._rested = failures_to_open, pause_seconds, opened, rested
        self._made: dict[str, ServiceBreaker] = {}
        self._lock = Lock()

    def of(self, profile: str) -> ServiceBreaker:
        """The breaker of one profile."""
        with self._lock:
            if profile not in self._made:
                self._made[profile] = ServiceBreaker(profile, self._failures, self._pause, self._opened, self._rested)
            return self._made[profile]

    def status(self) -> tuple[BreakerStatus, ...]:
        """How all of them stand."""
        with self._lock:
            return tuple(one.status() for one in self._made.values())
