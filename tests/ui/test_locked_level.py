"""What a firm has fixed can be seen and not chosen, and says who fixed it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QStandardItemModel
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import Level
from nexus_desktop.ui.compliance_tab import ComplianceTab
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.ui.conftest import PATIENCE

HEAD = "version: 1\norganisation: Hartley & Quill LLP\n"


def tab_under(
    qtbot: QtBot, theme: Theme, policy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ComplianceTab:
    """The Compliance tab on a machine with a policy."""
    path = tmp_path / "policy.yaml"
    path.write_text(HEAD + policy, "utf-8")
    monkeypatch.setenv("NEXUS_POLICY", str(path))
    application, runner = Bootstrap().open_throwaway(), TaskRunner()
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
