"""Whoever shares a screen can keep this program off it, its dialogs included; where the system cannot, it says so."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.ui import screen_sharing
from nexus_desktop.ui.screen_sharing import HideFromSharing


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, bool]]:
    """What the system was asked, on a system that can be."""
    seen: list[tuple[int, bool]] = []
    monkeypatch.setitem(screen_sharing.HIDERS, sys.platform, lambda handle, hidden: seen.append((handle, hidden)))
    return seen


def test_every_window_is_hidden_now_and_later(qtbot: QtBot, tmp_path: Path, asked: list[tuple[int, bool]]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    action = HideFromSharing(tmp_path / "window.ini", window)
    window.show()
    asked.clear()
    action.trigger()
    assert (int(window.winId()), True) in asked
    dialog = QDialog(window)
    dialog.show()
    assert (int(dialog.winId()), True) in asked
    action.trigger()
    assert set(asked[-2:]) == {(int(window.winId()), False), (int(dialog.winId()), False)}


def test_a_window_is_left_alone_while_nothing_is_hidden(
    qtbot: QtBot, tmp_path: Path, asked: list[tuple[int, bool]]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    HideFromSharing(tmp_path / "window.ini", window)
    window.show()
    assert asked == []


def test_the_choice_is_remembered(qtbot: QtBot, tmp_path: Path, asked: list[tuple[int, bool]]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    HideFromSharing(tmp_path / "window.ini", window).trigger()
    again = QWidget()
    qtbot.addWidget(again)
    assert HideFromSharing(tmp_path / "window.ini", again).isChecked()
    again.show()
    assert (int(again.winId()), True) in asked


def test_where_the_system_cannot_the_choice_is_off_and_says_why(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(screen_sharing.HIDERS, sys.platform, raising=False)
    window = QWidget()
    qtbot.addWidget(window)
    action = HideFromSharing(tmp_path / "window.ini", window)
    assert not action.isEnabled()
    assert "cannot" in action.statusTip()
