"""What Health says of keyring, scans, version and clock, and that it is true."""

from __future__ import annotations

from datetime import timedelta
from threading import Event

import pytest
from keyring.backend import KeyringBackend

from nexus_desktop.bootstrap import Bootstrap, now
from nexus_desktop.letters import ocr
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.errors import PassphraseNeeded
from nexus_desktop.runtime import key_locks, key_vault
from nexus_desktop.services import machine_health
from nexus_desktop.services.application import Application
from nexus_desktop.services.health import CheckResult, Health, HealthChecks
from tests.unit.services.stores import quiet
from tests.unit.services.test_store_health import PASSPHRASE, application

__all__ = ["application"]


class Ring(KeyringBackend):
    """A keyring in memory, as trusted as the real ones, that can be locked."""

    priority = 5  # type: ignore[assignment]
    kept: dict[str, str] = {}  # noqa: RUF012 - shared, as the keyring of a machine is
    locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if Ring.locked:
            raise RuntimeError
        return Ring.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        Ring.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        del Ring.kept[username]


def checks(given: HealthChecks) -> dict[str, CheckResult]:
    return {check.name: check for check in given.run(quiet, Event()).checks}


def test_without_a_keyring_none_is_missed(application: Application) -> None:
    assert checks(application.health)["keyring"].code == "keyring.none"


def test_a_keyring_is_asked_for_the_key_of_this_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ring, "kept", {})
    for module in (key_vault, machine_health):
        monkeypatch.setattr(module, "working_backends", lambda: iter([Ring()]))
    monkeypatch.setattr(key_vault, "backend_named", lambda _name: Ring())
    application = Bootstrap().open()
    assert checks(application.health)["keyring"].code == "keyring.ok"
    monkeypatch.setattr(Ring, "locked", True)
    locked = checks(application.health)["keyring"]
    assert (locked.health, locked.code) == (Health.WARNING, "keyring.locked")
    assert "recovery key" in locked.mend
    monkeypatch.setattr(Ring, "locked", False)
    Ring.kept.clear()
    assert checks(application.health)["keyring"].code == "key.missing"
    application.close()


def test_a_component_for_scans_that_is_missing_is_named(
    application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checks(application.health)["ocr"].code == "ocr.ok"
    monkeypatch.setattr(ocr, "installed", lambda: False)
    left_out = checks(application.health)["ocr"]
    assert (left_out.code, left_out.health) == ("ocr.missing", Health.OK)


def test_a_newer_version_that_worked_here_before_is_a_warning(application: Application) -> None:
    assert checks(application.health)["version"].code == "version.ok"
    application.audit._store.tell(AuditAct.PROGRAM_STARTED, "program", {"version": "99.10.0"})
    older = checks(application.health)["version"]
    assert (older.health, older.code) == (Health.WARNING, "version.older")
    assert "99.10.0" in older.sentence


@pytest.mark.parametrize(
    ("days", "code"), [(0, "clock.ok"), (1, "clock.ok"), (-1, "clock.behind"), (-20_000, "clock.wrong")]
)
def test_a_clock_that_jumped_back_is_noticed(application: Application, days: int, code: str) -> None:
    application.health._clock = lambda: now() + timedelta(days=days)
    found = checks(application.health)["clock"]
    assert found.code == code
    assert bool(found.mend) == (code != "clock.ok")


def test_what_needs_no_store_is_checked_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    found = checks(Bootstrap().health_without_store(PassphraseNeeded()))
    assert {found[name].health for name in ("keyring", "ocr", "version", "disk", "clock", "configuration")} == {
        Health.OK
    }
    assert found["database"].code == "key.passphrase_needed"


def test_every_check_that_is_not_well_says_how_to_mend(application: Application) -> None:
    for check in checks(application.health).values():
        assert check.code
        assert check.sentence.endswith(".")
        assert check.health is Health.OK or check.mend.endswith(".")
    assert PASSPHRASE not in str(checks(application.health))
