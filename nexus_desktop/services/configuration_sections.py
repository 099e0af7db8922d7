"""What of the configuration goes into a configuration file, section by section. Nothing secret may be added here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import TypeAdapter

from nexus_desktop.models.retention_models import LONGEST_DAYS
from nexus_desktop.models.service_models import ServiceProfile
from nexus_desktop.services.configuration_backup import Section

if TYPE_CHECKING:
    from nexus_desktop.models.compliance_models import FirmAdditions
    from nexus_desktop.services.compliance import Compliance
    from nexus_desktop.services.endpoint_switch import EndpointSwitch
    from nexus_desktop.services.profiles import Profiles
    from nexus_desktop.services.retention import Retention

_DAYS = TypeAdapter[int | None](int | None)
_PROFILES = TypeAdapter[tuple[ServiceProfile, ...]](tuple[ServiceProfile, ...])


@dataclass(frozen=True, slots=True)
class Sections:
    """The parts of the program that have something to carry."""

    compliance: Compliance
    retention: Retention
    endpoint: EndpointSwitch
    profiles: Profiles

    def all(self) -> tuple[Section, ...]:
        """In the order in which they are taken over."""
        level = Section(
            "level",
            "Level for new letters",
            value=lambda: self.compliance.level.value,
            check=self.compliance.checked_level,
            put=self.compliance.choose_level,
        )
        rules = Section(
            "rules",
            "Rules and exceptions of your firm",
            value=self._rules,
            check=self._checked_rules,
            put=lambda text: self.compliance.rules.save_text(text, self._rules()),
            words=self._rules_in_words,
        )
        days = Section(
            "retention_days",
            "Days that analyses are kept",
            value=self.retention.keep_days,
            check=self._checked_days,
            put=self.retention.set_keep_days,
            words=lambda days: "without end" if days is None else str(days),
        )
        endpoint = Section(
            "health_endpoint",
            "Health for monitoring programs",
            value=lambda: self.endpoint.chosen,
            check=self._checked_switch,
            put=self.endpoint.choose,
            words=lambda on: "on" if on else "off",
        )
        services = Section(
            "services",
            "Services, without their keys",
            value=self._services,
            check=self._checked_services,
            put=self._put_services,
            words=lambda services: ", ".join(one["id"] for one in services) or "none",
        )
        return level, rules, days, endpoint, services

    # --- rules of the firm ---------------------------------------------------------------------------------------

    def _rules(self) -> str:
        """The firm's own file as it was written. Raises ConfigurationInvalid where it cannot be read."""
        state = self.compliance.rules.state()
        if state.problem is not None:
            raise state.problem
        return state.text

    def _checked_rules(self, text: object) -> str:
        if not isinstance(text, str):
            raise TypeError
        self.compliance.rules.check(text)
        return text

    def _rules_in_words(self, text: str) -> str:
        firm: FirmAdditions = self.compliance.rules.check(text)
        return f"{len(firm.rules)} rules, {len(firm.exceptions)} exceptions, {len(firm.levels)} levels"

    # --- the others ----------------------------------------------------------------------------------------------

    def _checked_days(self, days: object) -> int | None:
        checked = _DAYS.validate_python(days, strict=True)
        if checked is not None and not 0 < checked <= LONGEST_DAYS:
            raise ValueError
        self.retention.check_free()
        return checked

    def _checked_switch(self, on: object) -> bool:
        if not isinstance(on, bool):
            raise TypeError
        self.endpoint.check_free()
        return on

    def _services(self) -> list[dict[str, Any]]:
        return [_carried(one).model_dump(mode="json") for one in self.profiles.settings().profiles]

    def _checked_services(self, services: object) -> tuple[ServiceProfile, ...]:
        profiles = _PROFILES.validate_python(services)
        if len({one.id for one in profiles}) != len(profiles) or any(one != _carried(one) for one in profiles):
            raise ValueError
        for one in profiles:
            self.profiles.check_host(one.host)
        return profiles

    def _put_services(self, profiles: tuple[ServiceProfile, ...]) -> None:
        """These services and no other. The switch stays where it is: nothing is sent because a file was read."""
        before = {one.id: one for one in self.profiles.settings().profiles}
        for gone in before.keys() - {one.id for one in profiles}:
            self.profiles.remove(gone)
        for one in profiles:
            if one.id not in before or _carried(before[one.id]) != one:  # else a password of the proxy would be lost
                self.profiles.save(one)


def _carried(profile: ServiceProfile) -> ServiceProfile:
    """A service without the name and password that the address of a proxy may hold."""
    parts = urlsplit(profile.proxy_address or "")
    if "@" not in parts.netloc:
        return profile
    address = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    return profile.model_copy(update={"proxy_address": address})
