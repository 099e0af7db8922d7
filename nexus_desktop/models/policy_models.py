"""What a firm fixes for all its machines: the policy as values, and what each setting then comes to.

A policy only ever narrows: it fixes a setting or forbids a part of the program, and nobody who works with the program
can loosen it. What it does not name is the person's own choice.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from nexus_desktop.models.errors import LevelLocked, LockedByFirm
from nexus_desktop.models.letter_models import Level
from nexus_desktop.models.rubric_models import Frozen

Words = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[^\x00-\x1f\x7f]+$")]
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*")


class PolicySetting(StrEnum):
    """Everything a policy can fix; the values are the names in the policy file."""

    LEVEL = "level"
    MINIMUM_LEVEL = "minimum_level"
    OFFLINE = "offline"
    SERVICE_HOSTS = "service_hosts"
    RETENTION_DAYS = "retention_days"
    AUTO_LOCK_MINUTES = "auto_lock_minutes"
    UPDATE_NOTICE = "update_notice"
    HEALTH_ENDPOINT = "health_endpoint"
    OCR = "ocr"


class FirmPolicy(Frozen):
    """The whole of a policy file. Every setting may be left out, and is then the person's choice."""

    version: Literal[1]
    organisation: Annotated[Words | None, Field(description="Who set this; shown beside every locked setting.")] = None
    contact: Annotated[Words | None, Field(description="Whom to ask; shown beside every locked setting.")] = None
    level: Annotated[Level | None, Field(description="The one level at which letters are redacted.")] = None
    minimum_level: Annotated[Level | None, Field(description="Letters are redacted at this level or above.")] = None
    offline: Annotated[bool | None, Field(description="true: no letter is sent to any service.")] = None
    service_hosts: Annotated[
        tuple[str, ...] | None,
        Field(description="Hosts, or host:port, a service may be at; [] means none.", max_length=50),
    ] = None
    retention_days: Annotated[
        int | None, Field(description="Analyses older than this are offered for purging.", ge=1, le=36500)
    ] = None
    auto_lock_minutes: Annotated[
        int | None, Field(description="The window locks after this many idle minutes, at the latest.", ge=1, le=1440)
    ] = None
    update_notice: Annotated[bool | None, Field(description="Whether the program may look for newer versions.")] = None
    health_endpoint: Annotated[bool | None, Field(description="Whether the local health endpoint may run.")] = None
    ocr: Annotated[bool | None, Field(description="Whether scanned pages may be read.")] = None

    @field_validator("service_hosts")
    @classmethod
    def hosts_and_nothing_else(cls, hosts: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """Addresses with a path, a wildcard or a scheme would be compared with a host, and never fit."""
        for host in hosts or ():
            if not is_host(host):
                raise ValueError("each entry must be a host or host:port in small letters, without https:// or *")
        return hosts

    @model_validator(mode="after")
    def one_rule_for_the_level(self) -> Self:
        """A fixed level below the least one would contradict it."""
        if self.level and self.minimum_level and self.level.rank < self.minimum_level.rank:
            raise ValueError("level is below minimum_level")
        return self

    def is_set(self, setting: PolicySetting) -> bool:
        """Whether the policy says anything about a setting."""
        return getattr(self, setting.value) is not None


def is_host(text: str) -> bool:
    """Whether text is a host or host:port in the form addresses are compared in; an IPv6 address has no port here."""
    try:
        return bool(ipaddress.ip_address(text))
    except ValueError:
        name, _, port = text.partition(":")
    if port or text.endswith(":"):
        return bool(_HOST.fullmatch(name)) and port.isdigit() and 0 < int(port) < 65536
    return bool(_HOST.fullmatch(name)) and len(name) < 254


UNENFORCED = frozenset({PolicySetting.UPDATE_NOTICE})
"""Settings whose part of the program does not exist in this version: they hold, since nothing of the kind can happen,
and ``policy check`` says so. Whoever adds the part takes its setting out of this set and asks the policy."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A setting that cannot be changed here, and why, in a sentence for a person."""

    setting: PolicySetting
    reason: str


@dataclass(frozen=True, slots=True)
class PolicyInForce:
    """The policy of this machine, where it was read, and the questions every part of the program asks of it."""

    policy: FirmPolicy = field(default_factory=lambda: FirmPolicy(version=1))
    source: str = "none"

    def lock(self, setting: PolicySetting) -> Lock | None:
        """Why a setting cannot be changed; None where it can."""
        if not self.policy.is_set(setting):
            return None
        who = self.policy.organisation or "your organisation"
        ask = f" Questions: {self.policy.contact}." if self.policy.contact else ""
        return Lock(setting, f"Set by {who}.{ask}")

    @property
    def level_lock(self) -> Lock | None:
        """Why not every level can be chosen."""
        return self.lock(PolicySetting.LEVEL) or self.lock(PolicySetting.MINIMUM_LEVEL)

    def allows_level(self, level: Level) -> bool:
        """Whether letters may be redacted at a level."""
        if self.policy.level is not None:
            return level is self.policy.level
        return self.policy.minimum_level is None or level.rank >= self.policy.minimum_level.rank

    def check_level(self, level: Level) -> None:
        """Raises LevelLocked for a level that is not allowed."""
        if not self.allows_level(level):
            raise LevelLocked

    def level_for(self, wanted: Level) -> Level:
        """The level in force where a person wants ``wanted``: the fixed one, or at least the least one."""
        if self.policy.level is not None:
            return self.policy.level
        least = self.policy.minimum_level
        return least if least is not None and wanted.rank < least.rank else wanted

    @property
    def must_stay_offline(self) -> bool:
        """Whether no service may be used at all."""
        return self.policy.offline is True or self.policy.service_hosts == ()

    def allows_host(self, host: str) -> bool:
        """Whether a service may be at ``host`` or ``host:port``; an entry without a port allows every port."""
        if self.must_stay_offline:
            return False
        hosts = self.policy.service_hosts
        return hosts is None or host.lower() in hosts or host.lower().rpartition(":")[0] in hosts

    def allows(self, setting: PolicySetting, chosen: bool) -> bool:
        """Whether a part of the program runs: as fixed, else as chosen. For the settings that are yes or no."""
        fixed = getattr(self.policy, setting.value)
        if fixed is not None and not isinstance(fixed, bool):
            raise TypeError(f"{setting.value} is not yes or no")
        return chosen if fixed is None else fixed

    def check_host(self, host: str) -> None:
        """Raises LockedByFirm for a service at ``host`` or ``host:port`` that may not be used."""
        if not self.allows_host(host):
            raise LockedByFirm

    def check_free(self, setting: PolicySetting) -> None:
        """Raises LockedByFirm for a setting that cannot be changed here."""
        if self.lock(setting) is not None:
            raise LockedByFirm

    def auto_lock_minutes(self, chosen: int) -> int:
        """Idle minutes until the window locks: the person may choose less than the policy, never more. 0 is never."""
        most = self.policy.auto_lock_minutes
        return chosen if most is None else min(chosen or most, most)

    def retention_days(self, chosen: int | None) -> int | None:
        """How long analyses are kept, in days; None is without end."""
        return self.policy.retention_days if self.policy.retention_days is not None else chosen


NO_POLICY = PolicyInForce()
"""A machine whose firm has fixed nothing."""
