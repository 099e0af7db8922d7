"""What a firm has fixed can be seen and not chosen, and says who fixed it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import LockedByFirm, NexusError
from nexus_desktop.models.letter_models import Level
from nexus_desktop.services.application import Application
from nexus_desktop.ui.compliance_tab import ComplianceTab
from nexus_desktop.ui.data_dialog import DataDialog
from nexus_desktop.ui.endpoint_card import EndpointCard
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.service_dialog import ServiceDialog
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.ui.conftest import PATIENCE, quiet

HEAD = "version: 1\norganisation: Hartley & Quill LLP\n"


def application_under(policy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Application:
    """The program on a machine with a policy."""
    path = tmp_path / "policy.yaml"
    path.write_text(HEAD + policy, "utf-8")
    monkeypatch.setenv("NEXUS_POLICY", str(path))
    return Bootstrap().open_throwaway()


def tab_under(
    qtbot: QtBot, theme: Theme, policy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ComplianceTab:
    """The Compliance tab on a machine with a policy."""
    application, runner = application_under(policy, tmp_path, monkeypatch), TaskRunner()
    tab = ComplianceTab(application.compliance, runner, theme)
    qtbot.addWidget(tab, before_close_func=lambda _tab: application.close())
    tab.refresh()
    qtbot.waitUntil(lambda: not runner.busy, timeout=PATIENCE)
    return tab


def selectable(tab: ComplianceTab) -> list[Level]:
    model = tab.level.model()
    assert isinstance(model, QStandardItemModel)
    return [level for row, level in enumerate(Level) if model.item(row).isEnabled()]


def test_a_fixed_level_shows_and_cannot_be_changed(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[NexusError]
) -> None:
    tab = tab_under(qtbot, theme, "level: strict\n", tmp_path, monkeypatch)
    assert not tab.level.isEnabled()
    assert Level(tab.level.currentData()) is Level.STRICT
    assert tab.levels.locked.text() == "Locked. Set by Hartley & Quill LLP."
    assert tab.level.accessibleDescription() == "Set by Hartley & Quill LLP."
    assert shown == []


def test_a_least_level_leaves_only_the_ones_above(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[NexusError]
) -> None:
    tab = tab_under(qtbot, theme, "minimum_level: moderate\n", tmp_path, monkeypatch)
    assert tab.level.isEnabled()
    assert selectable(tab) == [Level.MODERATE, Level.STRICT]


def test_without_a_policy_nothing_is_said(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[NexusError]
) -> None:
    tab = tab_under(qtbot, theme, "", tmp_path, monkeypatch)
    assert selectable(tab) == list(Level)
    assert tab.levels.locked.text() == ""


LOCKED = "Locked. Set by Hartley & Quill LLP."


def words_of(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def test_fixed_days_show_and_cannot_be_changed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[NexusError]
) -> None:
    application, runner = application_under("retention_days: 90\n", tmp_path, monkeypatch), TaskRunner()
    dialog = DataDialog(application.backups, application.retention, runner, None)
    qtbot.addWidget(dialog, before_close_func=lambda _one: application.close())
    dialog.refresh()
    qtbot.waitUntil(lambda: not runner.busy, timeout=PATIENCE)
    assert dialog.days.text() == "90"
    assert not dialog.days.isEnabled()
    assert LOCKED in words_of(dialog)


def test_where_no_service_is_allowed_the_switch_says_so(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[NexusError]
) -> None:
    application, runner = application_under("offline: true\n", tmp_path, monkeypatch), TaskRunner()
    window = MainWindow(application, runner, theme, tmp_path / "window.ini")
    qtbot.addWidget(window)
    window.show()
    quiet(qtbot, window)
    dialog = ServiceDialog(application, runner, window.analyze.services, window)
    assert dialog.offline.isChecked()
    assert not dialog.offline.isEnabled()
    assert LOCKED in words_of(dialog)


def test_a_forbidden_endpoint_cannot_be_switched_on(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[NexusError]
) -> None:
    application, runner = application_under("health_endpoint: false\n", tmp_path, monkeypatch), TaskRunner()
    card = EndpointCard(application.endpoint, runner)
    qtbot.addWidget(card, before_close_func=lambda _one: application.close())
    card.start()
    qtbot.waitUntil(lambda: not runner.busy, timeout=PATIENCE)
    assert not card.toggle.isEnabled()
    assert LOCKED in words_of(card)
    with pytest.raises(LockedByFirm):
        application.endpoint.switch(True)


def test_health_lists_everything_that_is_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = "auto_lock_minutes: 5\nocr: false\n"
    application = application_under(policy, tmp_path, monkeypatch)
    report = application.health.run(lambda _phrase, _done: None, Event())
    found = next(check for check in report.checks if check.name == "policy")
    assert found.sentence == "Auto lock minutes, ocr. Set by Hartley & Quill LLP."
    assert application.session.idle_minutes == 5
    application.close()
