"""What a firm fixes holds, and nobody can loosen it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from nexus_desktop.models.errors import LevelLocked
from nexus_desktop.models.letter_models import Level
from nexus_desktop.models.policy_models import NO_POLICY, FirmPolicy, PolicyInForce, PolicySetting
from nexus_desktop.models.settings_models import Components
from nexus_desktop.services.components import Component, component_states, is_on

ALL_ON = Components(ocr=True, service=True, health_endpoint=True, update_notice=True)
ALL_OFF = Components(ocr=False, service=False, health_endpoint=False, update_notice=False)


def firm(**settings: Any) -> PolicyInForce:
    return PolicyInForce(FirmPolicy.model_validate({"version": 1} | settings), "a test")


def test_without_a_policy_everything_is_free() -> None:
    assert all(NO_POLICY.lock(setting) is None for setting in PolicySetting)
    assert all(NO_POLICY.allows_level(level) for level in Level)
    assert NO_POLICY.allows_host("anything.example")
    assert not NO_POLICY.must_stay_offline


def test_a_fixed_level_is_the_only_one() -> None:
    fixed = firm(level="strict")
    assert [level for level in Level if fixed.allows_level(level)] == [Level.STRICT]
    assert fixed.level_for(Level.MINIMAL) is Level.STRICT
    with pytest.raises(LevelLocked):
        fixed.check_level(Level.MODERATE)


def test_a_least_level_leaves_the_ones_above() -> None:
    least = firm(minimum_level="moderate")
    assert [level for level in Level if least.allows_level(level)] == [Level.MODERATE, Level.STRICT]
    assert least.level_for(Level.MINIMAL) is Level.MODERATE
    assert least.level_for(Level.STRICT) is Level.STRICT


def test_the_reason_names_who_and_whom_to_ask() -> None:
    lock = firm(level="strict", organisation="Hartley & Quill LLP", contact="Ana Ruiz, ext. 40").level_lock
    assert lock is not None
    assert lock.reason == "Set by Hartley & Quill LLP. Questions: Ana Ruiz, ext. 40."
    nameless = firm(ocr=False).lock(PolicySetting.OCR)
    assert nameless is not None
    assert nameless.reason == "Set by your organisation."


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"version": 2},
        {"version": 1, "levle": "strict"},
        {"version": 1, "level": "all"},
        {"version": 1, "level": "minimal", "minimum_level": "strict"},
        {"version": 1, "retention_days": 0},
        {"version": 1, "auto_lock_minutes": "soon"},
        {"version": 1, "organisation": "two\nlines"},
        {"version": 1, "service_hosts": ["https://api.example.com"]},
        {"version": 1, "service_hosts": ["*.example.com"]},
        {"version": 1, "service_hosts": ["api.example.com:0"]},
        {"version": 1, "service_hosts": ["API.example.com"]},
    ],
)
def test_what_is_not_sound_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        FirmPolicy.model_validate(wrong)


@pytest.mark.parametrize(
    "host", ["localhost:8000", "api.example.com", "api.example.com:8443", "127.0.0.1", "10.0.0.5:80", "::1"]
)
def test_hosts_are_taken_with_and_without_a_port(host: str) -> None:
    assert firm(service_hosts=[host]).allows_host(host)


def test_only_named_hosts_may_be_reached() -> None:
    named = firm(service_hosts=["api.example.com", "models.example.com:8443"])
    assert named.allows_host("API.example.com:443")
    assert named.allows_host("models.example.com:8443")
    assert not named.allows_host("models.example.com")
    assert firm(service_hosts=["::1"]).allows_host("::1:8000")
    assert not named.allows_host("api.example.com.evil.example")
    assert not named.allows_host("evil.example/api.example.com")


@pytest.mark.parametrize("settings", [{"offline": True}, {"service_hosts": []}])
def test_offline_means_no_host_at_all(settings: dict[str, Any]) -> None:
    sealed = firm(**settings)
    assert sealed.must_stay_offline
    assert not sealed.allows_host("localhost")
    assert not is_on(Component.SERVICE, ALL_ON, sealed)


def test_the_idle_time_can_be_shortened_and_not_lengthened() -> None:
    ten = firm(auto_lock_minutes=10)
    assert [ten.auto_lock_minutes(chosen) for chosen in (0, 5, 10, 60)] == [10, 5, 10, 10]
    assert NO_POLICY.auto_lock_minutes(60) == 60


def test_parts_follow_the_policy_before_the_settings() -> None:
    strict = firm(ocr=False, update_notice=False, health_endpoint=True)
    on = {one.component: (one.on, bool(one.reason)) for one in component_states(ALL_OFF, strict)}
    assert on[Component.HEALTH_ENDPOINT] == (True, True)
    assert on[Component.SERVICE] == (False, False)
    assert not is_on(Component.OCR, ALL_ON, strict)
    assert not is_on(Component.UPDATE_NOTICE, ALL_ON, strict)
    assert all(one.on for one in component_states(ALL_ON, NO_POLICY))
