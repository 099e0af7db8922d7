"""Switches the health endpoint on and off, keeps the choice, and tells of it in the trail."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from nexus_desktop.models.errors import DatabaseReadOnly, LockedByFirm, NexusError
from nexus_desktop.models.policy_models import NO_POLICY, Lock, PolicyInForce, PolicySetting
from nexus_desktop.monitoring.metrics import Meter, as_samples
from nexus_desktop.monitoring.structured_logger import failure
from nexus_desktop.runtime.atomic_file import write_atomically
from nexus_desktop.services.health_endpoint import HOST, HealthAnswers, HealthEndpoint

if TYPE_CHECKING:
    from nexus_desktop.runtime.settings import PreferencesFile
    from nexus_desktop.services.health import HealthReport

TOKEN_BYTES = 32
LEFT_OFF = "Left off in the settings that came with this program."


@dataclass(frozen=True, slots=True)
class EndpointState:
    """Whether it listens, where, and where a monitoring program reads the token."""

    on: bool
    address: str
    token_file: Path
    problem: NexusError | None = None
    locked: Lock | None = None


class EndpointSwitch:
    """The use case. ``tell`` writes a changed setting to the audit trail; ``left_off``: this program ships without."""

    def __init__(
        self,
        *,
        port: int,
        token_file: Path,
        check: Callable[[], HealthReport],
        meter: Meter,
        preferences: PreferencesFile,
        tell: Callable[[str, dict[str, str | int]], None],
        firm: PolicyInForce = NO_POLICY,
        left_off: bool = False,
    ) -> None:
        self._firm, self._left_off = firm, left_off
        self._port, self._token_file, self._check, self._meter = port, token_file, check, meter
        self._preferences, self._tell = preferences, tell
        self._endpoint: HealthEndpoint | None = None
        self._problem: NexusError | None = None

    @property
    def lock(self) -> Lock | None:
        """Why it cannot be switched; None where it can."""
        by_firm = self._firm.lock(PolicySetting.HEALTH_ENDPOINT)
        return by_firm or (Lock(PolicySetting.HEALTH_ENDPOINT, LEFT_OFF) if self._left_off else None)

    @property
    def chosen(self) -> bool:
        """Whether the person wants it on."""
        return self._preferences.load().health_endpoint

    def check_free(self) -> None:
        """Raises LockedByFirm where it cannot be switched."""
        if self.lock is not None:
            raise LockedByFirm

    def state(self) -> EndpointState:
        """What is true now."""
        port = self._endpoint.port if self._endpoint else self._port
        return EndpointState(
            self._endpoint is not None, f"http://{HOST}:{port}/health", self._token_file, self._problem, self.lock
        )

    def start_if_chosen(self) -> EndpointState:
        """Listen where the person or the firm chose so. A port in use is a problem shown, never a failed start."""
        wanted = self.chosen and not self._left_off
        if self._firm.allows(PolicySetting.HEALTH_ENDPOINT, wanted) and self._endpoint is None:
            try:
                self._listen()
            except NexusError as error:
                failure(error)
                self._problem = error
        return self.state()

    def switch(self, on: bool) -> EndpointState:
        """Switch it; the choice is kept only if it worked. Raises EndpointPortTaken, DatabaseReadOnly, LockedByFirm,
        store errors."""
        self.check_free()
        if on and self._endpoint is None:
            self._listen()
        elif not on:
            self.stop()
        self._problem = None
        self.choose(on)
        return self.state()

    def choose(self, on: bool) -> None:
        """Keep the choice for the next start of the window. Raises DatabaseReadOnly, LockedByFirm, store errors."""
        self.check_free()
        self._tell("health_endpoint", {"on": int(on)})
        try:
            self._preferences.save(self._preferences.load().model_copy(update={"health_endpoint": on}))
        except OSError:
            raise DatabaseReadOnly from None

    def stop(self) -> None:
        """Listen no more; the choice stays as it is."""
        if self._endpoint is not None:
            self._endpoint.close()
            self._endpoint = None

    def _listen(self) -> None:
        answers = HealthAnswers(self._token(), self._check, lambda: as_samples(self._meter.since_start()))
        self._endpoint = HealthEndpoint(answers, self._port)

    def _token(self) -> str:
        """The token of this data folder, made on first use, in a file that only its owner can read."""
        try:
            return self._token_file.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            token = secrets.token_urlsafe(TOKEN_BYTES)
        try:
            write_atomically(self._token_file, token.encode())
        except OSError:
            raise DatabaseReadOnly from None
        return token


def quietly(run: Callable[[Callable[[str, float], None], Event], HealthReport]) -> Callable[[], HealthReport]:
    """Health checks as the endpoint asks for them: with nobody watching and nobody who cancels."""
    return lambda: run(lambda _phrase, _done: None, Event())
