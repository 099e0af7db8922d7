"""Which optional parts of the program run here: as shipped in config/settings.yaml, narrowed by the firm's policy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nexus_desktop.models.errors import SwitchedOff
from nexus_desktop.models.policy_models import PolicyInForce, PolicySetting

if TYPE_CHECKING:
    from nexus_desktop.models.settings_models import Components


class Component(StrEnum):
    """A part that can be left off; the values are the names in config/settings.yaml."""

    OCR = "ocr"
    SERVICE = "service"
    HEALTH_ENDPOINT = "health_endpoint"
    UPDATE_NOTICE = "update_notice"


TITLES: dict[Component, str] = {
    Component.OCR: "Reading of scanned pages",
    Component.SERVICE: "Analysis by a service",
    Component.HEALTH_ENDPOINT: "Local health endpoint",
    Component.UPDATE_NOTICE: "Notice of newer versions",
}


@dataclass(frozen=True, slots=True)
class ComponentState:
    """Whether a part may run, and the sentence of the firm where it decided that."""

    component: Component
    title: str
    on: bool
    reason: str


def component_states(shipped: Components, firm: PolicyInForce) -> tuple[ComponentState, ...]:
    """Every part, in the order of ``Component``."""
    return tuple(_state(component, getattr(shipped, component.value), firm) for component in Component)


def is_on(component: Component, shipped: Components, firm: PolicyInForce) -> bool:
    """Whether one part may run. Everything that starts such a part asks here first."""
    return _state(component, getattr(shipped, component.value), firm).on


def check_on(*, on: bool) -> None:
    """Raise SwitchedOff where a feature of config/settings.yaml is not on. Everything that does its work asks first."""
    if not on:
        raise SwitchedOff


def _state(component: Component, shipped: bool, firm: PolicyInForce) -> ComponentState:
    if component is Component.SERVICE:
        lock = firm.lock(PolicySetting.OFFLINE) or firm.lock(PolicySetting.SERVICE_HOSTS)
        on = shipped and not firm.must_stay_offline
        return ComponentState(component, TITLES[component], on, lock.reason if lock and firm.must_stay_offline else "")
    setting = PolicySetting(component.value)
    lock = firm.lock(setting)
    return ComponentState(component, TITLES[component], firm.allows(setting, shipped), lock.reason if lock else "")
