"""What works less than usual just now, in plain words: for the status line, the Health tab and the trail."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.phrases import joined, phrase
from nexus_desktop.monitoring.component_breakers import Component, Components, ComponentState
from nexus_desktop.services.health import Check, Finding, Health
from nexus_desktop.services.telling import tell_if_possible

if TYPE_CHECKING:
    from nexus_desktop.storage.store import Store

SHORT: dict[Component, str] = {
    Component.DATABASE: phrase("Saving is paused"),
    Component.SCANS: phrase("Scans are not read"),
    Component.KEYRING: phrase("The keyring does not answer"),
    Component.SERVICE: phrase("The service rests, letters are read offline"),
}
AT_LENGTH: dict[Component, str] = {
    Component.DATABASE: phrase("The database failed several times. Reading works; what you save next is tried again."),
    Component.SCANS: phrase(
        "Reading scans failed several times. Other letters are read; the next scan is tried again."
    ),
    Component.KEYRING: phrase(
        "Keys of services cannot be used, and the newest audit entry is remembered beside the database only. Analyses "
        "are kept as always."
    ),
    Component.SERVICE: phrase(
        "The service failed several times. Letters are analyzed offline and wait to be sent; the next one is tried "
        "again after a pause."
    ),
}


class Degraded:
    """The use case. A part stays on the list until a call to it has succeeded again; a service only while it is the
    one in use, whose profile ``in_use`` tells."""

    def __init__(
        self, components: Components, store: Store | None, in_use: Callable[[], str | None] = lambda: None
    ) -> None:
        self._components, self._in_use = components, in_use
        if store is not None:
            components.tell = partial(_tell, store)

    def close(self) -> None:
        """Put nothing on record any more: the store is about to be closed."""
        self._components.tell = None

    def listen(self, heard: Callable[[], None]) -> None:
        """Call ``heard`` after each change, in the thread in which it happened. One listener: the last."""
        self._components.heard = heard

    def in_short(self) -> str:
        """For the status line; empty where all works."""
        return joined(" · ", (SHORT[one] for one in self._resting()))

    def at_length(self) -> str:
        """A line for each part."""
        return joined("\n", (AT_LENGTH[one] for one in self._resting()))

    def check(self) -> Finding:
        """For the Health tab, where services have a check of their own."""
        resting = [one for one in self._resting() if one is not Component.SERVICE]
        if not resting:
            fine = phrase("Database, scans and keyring are in use; none had to be left alone.")
            return Health.OK, "components.ok", fine, ""
        return (
            Health.WARNING,
            "components.resting",
            phrase("{parts}.", parts=joined(" · ", (SHORT[one] for one in resting))),
            joined(" ", (AT_LENGTH[one] for one in resting)),
        )

    @property
    def named_check(self) -> tuple[str, str, Check]:
        """Name, title and check."""
        return "components", "Parts that failed several times", self.check

    def _resting(self) -> tuple[Component, ...]:
        states = self._components.states()
        resting = [one for one in Component if states[one] is ComponentState.RESTING]
        return tuple(one for one in resting if one is not Component.SERVICE or self._service_in_use_rests())

    def _service_in_use_rests(self) -> bool:
        profile = self._in_use()
        return profile is not None and self._components.service_rests(profile)


def _tell(store: Store, component: Component, state: ComponentState, profile: str) -> None:
    body: Body = {"state": state.value, "service": profile} if profile else {"state": state.value}
    tell_if_possible(store, AuditAct.COMPONENT_CHANGED, component.value, body)
