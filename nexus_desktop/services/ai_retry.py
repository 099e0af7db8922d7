"""Tries again what may work a moment later: one layer, ours, inside the breaker.

Forty lines of our own and not a library: the waits must end at once when the person cancels, a server's Retry-After
must override the back-off and be refused above the limit the person set, and the whole must end within the profile's
total time. tenacity and stamina each do two of the three; the library's own retries are off (they once slept 180 s).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from threading import Event as Flag
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeVar

from nexus_desktop.models.errors import Cancelled, NexusError, ServiceBusy, ServiceTooSlow
from nexus_desktop.models.ports import CancelFlag
from nexus_desktop.monitoring.structured_logger import Event, event

if TYPE_CHECKING:
    from nexus_desktop.models.service_models import ResilienceRules, ServiceProfile

_T = TypeVar("_T")
Wait = Callable[[float, CancelFlag], None]
"""Waits so many seconds; raises Cancelled at once where the flag is set."""

_LOOK_SECONDS: Final = 0.05
_SHORTEST_TRY: Final = 0.05  # seconds that must be left for another try


def wait(seconds: float, cancelled: CancelFlag) -> None:
    """Wait, and look for a cancellation all the while. Raises Cancelled."""
    end, never = monotonic() + seconds, Flag()
    while (left := end - monotonic()) > 0:
        if cancelled.is_set():
            raise Cancelled
        never.wait(min(_LOOK_SECONDS, left))
    if cancelled.is_set():
        raise Cancelled


class Retries:
    """The policy of config/monitoring.yaml. ``waiter`` and ``clock`` are replaced in tests."""

    def __init__(self, rules: ResilienceRules, waiter: Wait = wait, clock: Callable[[], float] = monotonic) -> None:
        self._rules, self._wait, self._clock = rules, waiter, clock
        self._chance = random.Random()  # noqa: S311 - spreads retries in time; guards nothing

    def run(
        self,
        work: Callable[[float], _T],
        profile: ServiceProfile,
        cancelled: CancelFlag,
        told: Callable[[str], None],
    ) -> _T:
        """``work(seconds left)`` until it succeeds, fails for good, or the profile's total time is up.

        ``told`` hears what is waited for. Raises what ``work`` raised last, ServiceTooSlow, or Cancelled.
        """
        end = self._clock() + profile.total_seconds
        for attempt in range(1, self._rules.attempts + 1):
            try:
                return work(max(_SHORTEST_TRY, end - self._clock()))
            except NexusError as error:
                pause = self._pause(error, attempt, profile)
                if pause is None or self._clock() + pause + _SHORTEST_TRY > end:
                    raise
                event(Event.SERVICE_RETRIED, code=error.code, count=attempt)
                told(f"{error.sentence} Trying again in {pause:.0f} s")
            self._wait(pause, cancelled)
        raise ServiceTooSlow("answer", seconds=profile.total_seconds)

    def _pause(self, error: NexusError, attempt: int, profile: ServiceProfile) -> float | None:
        """Seconds until the next try; None where there is none."""
        if not getattr(error, "transient", False) or attempt >= self._rules.attempts:
            return None
        back_off: float = min(self._rules.longest_back_off_seconds, self._rules.first_wait_seconds * 2 ** (attempt - 1))
        pause = back_off * self._chance.uniform(0.5, 1.0)
        if isinstance(error, ServiceBusy):
            asked = float(error.numbers["seconds"])
            if asked > profile.longest_wait_seconds:
                return None
            pause = max(asked, pause)
        return pause
