"""Parts of the program that are left alone for a while after they failed several times in a row, and who hears of it.

Work runs outside of the breaker's lock, so that a scan that takes a minute keeps nobody waiting and can be cancelled.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from nexus_desktop.models.errors import (
    Cancelled,
    KeyringLocked,
    KeyringResting,
    LetterReaderFailed,
    LetterReaderStopped,
    NexusError,
    ScansResting,
)
from nexus_desktop.monitoring.circuit_breaker import Breaker, BreakerState, Resting
from nexus_desktop.monitoring.structured_logger import Event, event, failure

if TYPE_CHECKING:
    from nexus_desktop.models.ports import Guard
    from nexus_desktop.models.service_models import RestingRules

_T = TypeVar("_T")


class Component(StrEnum):
    """A part that can fail while the rest goes on."""

    DATABASE = "database"
    SCANS = "scans"
    KEYRING = "keyring"
    SERVICE = "service"  # one for each profile


class ComponentState(StrEnum):
    """Whether a part is used, or left alone until a call succeeds again."""

    RESTING = "resting"
    WORKING = "working"


Change = tuple[Component, ComponentState, str]
"""The part, how it stands now, and of services which profile."""


class Components:
    """The breakers of scans and keyring, and the states of all parts."""

    def __init__(self, scans: RestingRules, keyring: RestingRules) -> None:
        self._lock = Lock()
        self._resting: set[tuple[Component, str]] = set()
        self._untold: deque[Change] = deque(maxlen=100)
        self._telling = False
        self.tell: Callable[[Component, ComponentState, str], None] | None = None
        """Puts a change on record; called after a write that succeeded, which is when the trail can be written."""
        self.heard: Callable[[], None] = lambda: None
        """Called at once after each change, in whatever thread it happened."""
        self.scans: Guard = _Rested(
            Breaker(
                "scans",
                scans.failures_to_rest,
                scans.rest_seconds,
                lambda error: isinstance(error, LetterReaderStopped | LetterReaderFailed),
            ),
            lambda left: ScansResting(seconds=left),
            lambda state: self._note(Component.SCANS, state),
        ).call
        self.keyring: Guard = _Rested(
            Breaker(
                "keyring",
                keyring.failures_to_rest,
                keyring.rest_seconds,
                lambda error: isinstance(error, KeyringLocked),
            ),
            lambda left: KeyringResting(seconds=left),
            lambda state: self._note(Component.KEYRING, state),
        ).call

    def states(self) -> dict[Component, ComponentState]:
        """How each part stands."""
        with self._lock:
            resting = {component for component, _ in self._resting}
        return {one: ComponentState.RESTING if one in resting else ComponentState.WORKING for one in Component}

    def service_rests(self, profile: str) -> bool:
        """Whether the service of a profile is left alone until a call to it succeeds again."""
        with self._lock:
            return (Component.SERVICE, profile) in self._resting

    def note_service(self, profile: str, rests: bool) -> None:
        """Hear how the service of a profile stands: what its breaker calls after each call."""
        self._note(Component.SERVICE, ComponentState.RESTING if rests else ComponentState.WORKING, profile)

    def watched(self, guard: Guard, seconds_left: Callable[[], float]) -> Guard:
        """The database's guard, its state noted and what is untold put on record after each write that succeeded."""

        def call(work: Callable[[], _T]) -> _T:
            try:
                done = guard(work)
            except NexusError:
                if seconds_left():
                    self._note(Component.DATABASE, ComponentState.RESTING)
                raise
            self._note(Component.DATABASE, ComponentState.WORKING)
            self._tell()
            return done

        return call

    def _note(self, component: Component, state: ComponentState, profile: str = "") -> None:
        one, rests = (component, profile), state is ComponentState.RESTING
        with self._lock:
            if (one in self._resting) is rests:
                return
            self._resting.symmetric_difference_update({one})
            self._untold.append((component, state, profile))
        event(Event.COMPONENT_CHANGED, kind=component.value, status=state.value)
        self.heard()

    def _tell(self) -> None:
        with self._lock:
            if self._telling or not self._untold or self.tell is None:
                return
            self._telling = True
            untold, tell = list(self._untold), self.tell
            self._untold.clear()
        try:
            for component, state, profile in untold:
                tell(component, state, profile)
        except NexusError as error:
            failure(error)  # what was written before is written, and must not look as if it failed
        finally:
            self._telling = False


class _Rested:
    """A guard on a breaker that only hears how the work came out."""

    def __init__(
        self, breaker: Breaker, resting: Callable[[int], NexusError], note: Callable[[ComponentState], None]
    ) -> None:
        self._breaker, self._resting, self._note = breaker, resting, note

    def call(self, work: Callable[[], _T]) -> _T:
        """Do the work, or raise at once what says that the part rests. What the work raises comes out as it is."""
        left = self._breaker.seconds_left
        if left:
            raise self._resting(max(1, round(left)))
        try:
            done = work()
        except Cancelled:
            raise
        except NexusError as error:
            self._hear(error)
            raise
        self._hear(None)
        return done

    def _hear(self, error: NexusError | None) -> None:
        def outcome() -> None:
            if error is not None:
                raise type(error)(**error.numbers)

        with suppress(NexusError, Resting):  # Resting: another call opened it meanwhile
            self._breaker.call(outcome)
        working = self._breaker.state is BreakerState.WORKING
        self._note(ComponentState.WORKING if working else ComponentState.RESTING)
