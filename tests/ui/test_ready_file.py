"""Whoever waits for the window from outside is told when it is there, and not before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.ui import ready_file
from nexus_desktop.ui.painted import FirstPainting


def test_the_file_comes_after_the_first_painting(qtbot: QtBot, tmp_path: Path) -> None:
    window, path = QWidget(), tmp_path / "ready"
    qtbot.addWidget(window)
    ready_file.attend(window, ["letter.txt", f"--ready-file={path}"])
    assert not path.exists()
    window.show()
    qtbot.waitUntil(path.exists)
    assert path.read_text("utf-8") == "ready\n"


def test_nothing_is_written_unasked(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ready_file.attend(window, ["--sample"])
    with qtbot.waitExposed(window):
        window.show()
    assert window.findChildren(FirstPainting) == []
