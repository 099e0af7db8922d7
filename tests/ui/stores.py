"""A window on a real data folder that a passphrase opens, as most tests of locking and keys need it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import NexusError
from nexus_desktop.runtime import key_locks
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.ui.conftest import look_at_every_tab, quiet, unexpected

PASSPHRASE = "four words not together"


@pytest.fixture
def kept_window(
    qtbot: QtBot, theme: Theme, tmp_path: Path, shown: list[NexusError], monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The main window on the home of this test."""
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)
    made = MainWindow(Bootstrap().open(PASSPHRASE), TaskRunner(), theme, tmp_path / "window.ini")
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    look_at_every_tab(made)
    quiet(qtbot, made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert unexpected(shown) == []
