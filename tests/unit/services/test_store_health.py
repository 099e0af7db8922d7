"""What Health says of recovery key, backups, purges and the trail, and that it is true."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.runtime import key_locks
from nexus_desktop.services.application import Application
from nexus_desktop.services.health import Health
from nexus_desktop.storage import retention
from tests.unit.services.stores import quiet
from tests.unit.storage.stores import keep_many

PASSPHRASE = "four words not together"


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)
    made = Bootstrap().open(PASSPHRASE)
    yield made
    made.close()


def codes(application: Application) -> dict[str, str]:
    report = application.health.run(quiet, Event())
    return {check.name: check.code for check in report.checks}


def test_a_missing_recovery_key_is_a_warning_until_there_is_one(application: Application) -> None:
    assert codes(application)["recovery"] == "recovery.none"
    sheet = application.keys.new_recovery_key()
    application.keys.confirm_recovery_key(sheet, {1: sheet.groups[0], 2: sheet.groups[1]})
    assert codes(application)["recovery"] == "recovery.ok"


def test_a_backup_is_asked_for_once_there_is_something_to_lose(application: Application) -> None:
    checks = application.health.run(quiet, Event()).checks
    assert next(check.health for check in checks if check.name == "backup") is Health.OK
    keep_many(application.audit._store, 1)
    checks = application.health.run(quiet, Event()).checks
    assert next(check.health for check in checks if check.name == "backup") is Health.WARNING
    application.backups.make(BackupReason.ASKED, quiet, Event())
    assert codes(application)["backup"] == "backup.ok"


def test_a_purge_that_was_cut_short_is_shown(application: Application) -> None:
    assert codes(application)["purge"] == "purge.ok"
    with application.audit._store.deed() as deed:
        deed.session.execute(retention.sa.update(retention.RetentionRow).values(sweep_due=1))
    assert codes(application)["purge"] == "purge.unfinished"
    application.retention.sweep_if_due(quiet, Event())
    assert codes(application)["purge"] == "purge.ok"


def test_entries_that_were_missing_are_a_warning_until_acknowledged(application: Application) -> None:
    assert codes(application)["audit"] == "audit.ok"
    application.audit._store.tell(AuditAct.TRAIL_BEHIND, "store", {"expected": 9})
    assert codes(application)["audit"] == "audit.behind"
    application.audit.acknowledge(application.audit.check(quiet, Event()))
    assert codes(application)["audit"] == "audit.ok"


def test_a_component_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    bootstrap = Bootstrap()
    off = bootstrap.settings.features.model_copy(
        update=dict.fromkeys(type(bootstrap.settings.features).model_fields, False)
    )
    bootstrap.settings = bootstrap.settings.model_copy(update={"features": off})
    application = bootstrap.open(PASSPHRASE)
    keep_many(application.audit._store, 1)
    assert application.session.idle_minutes is None
    assert application.search.find("knee")[1].places == ()
    assert application.backups.make_if_due(quiet, Event()) is None
    assert bootstrap._head_entry("store") is None
    application.close()
    again = Bootstrap().open(PASSPHRASE)
    assert len(again.search.find("knee")[1].places) == 1  # it was indexed all the same
    assert again.session.idle_minutes == 10
    again.close()
