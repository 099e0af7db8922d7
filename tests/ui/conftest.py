"""A real window on a real, throwaway store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import NexusError
from nexus_desktop.runtime import paths
from nexus_desktop.ui.failure_dialog import FailureDialog
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme

PATIENCE = 60_000  # milliseconds


@pytest.fixture(autouse=True)
def shown(monkeypatch: pytest.MonkeyPatch) -> list[NexusError]:
    """The failures that were shown. A dialog that waits for a person would stop the test run."""
    seen: list[NexusError] = []
    monkeypatch.setattr(FailureDialog, "exec", lambda dialog: seen.append(dialog.error))
    return seen


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, paths.resource("theme/nexus.qss").read_text("utf-8"))


@pytest.fixture
def window(
    request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme, tmp_path: Path, shown: list[NexusError]
) -> Iterator[MainWindow]:
    """The main window, its first checks done; every tab looked at, but for tests marked ``desk_only``."""
    runner = TaskRunner()
    made = MainWindow(Bootstrap().open_throwaway(), runner, theme, tmp_path / "window.ini")
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    if request.node.get_closest_marker("desk_only") is None:
        look_at_every_tab(made)
    quiet(qtbot, made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or every later change of style visits it
    assert unexpected(shown) == []


def look_at_every_tab(window: MainWindow) -> None:
    """Each tab and page is made when it is first looked at; most tests are of what comes after that."""
    for index in reversed(range(window.tabs.count())):
        window.tabs.setCurrentIndex(index)
    for tab in (window.tabs.compliance, window.tabs.health, window.tabs.prompts):
        for number in reversed(range(len(tab.pages._makers))):
            tab.pages.choose(number)


def unexpected(shown: list[NexusError]) -> list[str]:
    """Codes of failures that a test did not take out of the list."""
    return [error.code for error in shown]


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until no job runs and everything is shown."""
    qtbot.waitUntil(lambda: window.is_ready and not window._runner.busy and window.analyze.settled, timeout=PATIENCE)
