"""How the service in use stands, for the Health tab. It is asked whether it answers only where a person says so: no
check opens a connection by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from nexus_desktop.models.phrases import joined, phrase
from nexus_desktop.models.ports import CancelFlag, Clock, Progress
from nexus_desktop.models.service_models import ServiceProfile
from nexus_desktop.monitoring.circuit_breaker import BreakerState
from nexus_desktop.services.health import Check, Finding, Health

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Clock, Progress
    from nexus_desktop.models.service_models import ServiceProfile
    from nexus_desktop.monitoring.service_breaker import Breakers
    from nexus_desktop.services.profiles import ConnectionReport, Profiles
    from nexus_desktop.services.usage import UsageLedger

NOT_ASKED, PAUSED = "service.not_asked", "service.paused"
HOLDS = timedelta(minutes=15)
"""How long an answer says how the service stands; then it was not asked again."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a service said when it was asked last."""

    profile: ServiceProfile
    at: datetime
    report: ConnectionReport


class ServiceHealth:
    """The use case. ``waiting`` lists analyses whose letters wait to be sent."""

    def __init__(
        self,
        profiles: Profiles,
        breakers: Breakers,
        usage: UsageLedger,
        waiting: Callable[[], Collection[str]],
        clock: Clock,
    ) -> None:
        self._profiles, self._breakers, self._usage = profiles, breakers, usage
        self._waiting, self._clock = waiting, clock
        self._asked: _Asked | None = None

    @property
    def named_check(self) -> tuple[str, str, Check]:
        """Name, title and check."""
        return "service", "Services", self.check

    def ask(self, progress: Progress, cancelled: CancelFlag) -> None:
        """Ask the service in use which models it has, because a person said so; no text is sent, and the next check
        tells what it said. Offline, nothing is asked. Raises Cancelled."""
        profile = self._profiles.settings().in_use
        if profile is not None:
            report = self._profiles.test(profile, progress, cancelled)
            self._asked = _Asked(profile, self._clock(), report)

    def check(self) -> Finding:
        """How it stands, by what is known here."""
        if self._profiles.damaged:
            found = phrase("The file with your services could not be read, so the program works offline.")
            mend = phrase("Set up the service again; keys in the keyring are still there.")
            return Health.WARNING, "service.settings_damaged", found, mend
        left = self._left()
        profile = self._profiles.settings().in_use
        paused = [
            phrase(
                "{service} failed {failures} times in a row and rests for {seconds:.0f} s.",
                service=one.profile,
                failures=one.failures,
                seconds=one.seconds_left,
            )
            for one in self._breakers.status()
            if one.state is BreakerState.PAUSED
        ]
        if paused:
            mend = phrase("Letters are analyzed offline meanwhile. “Try now” ends the pause.")
            return Health.WARNING, PAUSED, joined(" ", (*paused, left)), mend
        if profile is None:
            offline = phrase("Working offline; no connection is opened.")
            return Health.OK, "service.offline", joined(" ", (offline, left)), ""
        month = self._usage.month(profile.id)
        used = phrase("Requests this month: {requests}, for ${usd:,.2f}.", requests=month.requests, usd=month.usd)
        return self._answered(profile, joined(" ", (used, left)))

    def _left(self) -> str:
        waiting = len(self._waiting())
        if waiting == 1:
            return phrase("1 letter waits to be sent.")
        return phrase("{waiting} letters wait to be sent.", waiting=waiting) if waiting else ""

    def _answered(self, profile: ServiceProfile, used: str) -> Finding:
        asked, now = self._asked, self._clock()
        whose = f"{profile.title} ({profile.host})"
        if asked is None or asked.profile != profile or abs(now - asked.at) > HOLDS:
            found = phrase("{service} is in use. Whether it answers was not asked.", service=whose)
            mend = phrase("“Ask now” asks it for its models. No text of a letter is sent.")
            return Health.NOT_CHECKED, NOT_ASKED, joined(" ", (found, used)), mend
        when = phrase("Asked at {time} UTC.", time=f"{asked.at:%H:%M}")
        said = asked.report.sentence
        if asked.report.works:
            return Health.OK, "service.answers", joined(" ", (said, when, used)), ""
        found = phrase("{service}: {said}", service=whose, said=said)
        return Health.WARNING, asked.report.code, joined(" ", (found, when, used)), asked.report.next_step
