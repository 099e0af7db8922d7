"""Parts that an administrator switched off are shown, cannot be pressed, and say why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.retention_models import PurgeCause, PurgeScope
from nexus_desktop.models.trail_models import TrailForm
from nexus_desktop.services import matters
from nexus_desktop.services.application import Application
from nexus_desktop.ui.data_dialog import DataDialog
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from nexus_desktop.ui.translation import said
from tests.unit.services.stores import quiet

REASON = said(errors.SwitchedOff())


@pytest.fixture
def application() -> Iterator[Application]:
    bootstrap = Bootstrap()
    off = {"retention": False, "matter_file": False, "trail_export": False}
    features = bootstrap.settings.features.model_copy(update=off)
    bootstrap.settings = bootstrap.settings.model_copy(update={"features": features})
    made = bootstrap.open_throwaway()
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, application: Application, theme: Theme, tmp_path: Path) -> MainWindow:
    window = MainWindow(application, TaskRunner(), theme, tmp_path / "window.ini")
    qtbot.addWidget(window)
    window.show()
    return window


def test_nothing_of_them_works_whoever_asks(application: Application, tmp_path: Path) -> None:
    application.matters.create("2026-014")
    plan = application.retention.plan(PurgeScope(PurgeCause.MATTER, "2026-014"))  # looking is allowed
    given = tmp_path / "given.nexusmatter"
    for attempt in (
        lambda: application.retention.set_keep_days(9),
        lambda: application.retention.purge(plan, quiet, Event()),
        lambda: application.matters.give("2026-014", given, "words for co-counsel", quiet, Event()),
        lambda: matters.receive(given, tmp_path / "theirs", enabled=application.matters.enabled),
        lambda: application.trail_export.export(tmp_path / "trail.zip", TrailForm.ALL, None, quiet, Event()),
    ):
        with pytest.raises(errors.SwitchedOff):
            attempt()
    assert [one.reference for one in application.matters.listed()] == ["2026-014"]
    assert not given.exists()
    assert not (tmp_path / "trail.zip").exists()


def test_the_buttons_of_cases_trail_and_menu_say_why(window: MainWindow) -> None:
    audit = window.tabs.audit
    for part in (window.analyze.cases.case.give, window.analyze.cases.case.purge, audit.export):
        assert (part.isEnabled(), part.toolTip()) == (False, REASON)
    (action,) = (one for one in window.findChildren(QAction) if "from co-counsel" in one.text())
    assert (action.isEnabled(), action.toolTip()) == (False, REASON)
    assert audit.check.isEnabled()


def test_the_days_cannot_be_typed_and_backups_still_work(qtbot: QtBot, application: Application) -> None:
    runner = TaskRunner()
    dialog = DataDialog(application.backups, application.retention, runner)
    qtbot.addWidget(dialog)
    dialog.refresh()
    qtbot.waitUntil(lambda: not runner.busy)
    for part in (dialog.days, dialog.keep, dialog.look, dialog.count):
        assert (part.isEnabled(), part.toolTip()) == (False, REASON)
    assert REASON in [one.text() for one in dialog.findChildren(QLabel)]
    assert dialog.back_up.isEnabled()
    dialog._make()
    qtbot.waitUntil(lambda: not runner.busy and application.backups.status().count == 1)
    assert not dialog.keep.isEnabled()


def test_a_matter_is_given_where_only_the_export_of_the_trail_is_off(tmp_path: Path) -> None:
    bootstrap = Bootstrap()
    features = bootstrap.settings.features.model_copy(update={"trail_export": False})
    bootstrap.settings = bootstrap.settings.model_copy(update={"features": features})
    application = bootstrap.open_throwaway()
    application.matters.create("2026-014")
    given = tmp_path / "x.nexusmatter"
    application.matters.give("2026-014", given, "words for co-counsel", quiet, Event())
    application.close()
    assert given.stat().st_size > 0
