"""Pieces of work come one a turn, in order, and newer work replaces older."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from nexus_desktop.ui.turns import Turns


def test_other_events_come_between_the_pieces(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    turns = Turns(parent)
    QTimer.singleShot(0, parent, lambda: done.append("key"))
    turns.start(lambda: done.append("one"), lambda: done.append("two"), lambda: done.append("three"))
    assert done == ["one"]
    assert turns.pending
    qtbot.waitUntil(lambda: not turns.pending)
    assert [word for word in done if word != "key"] == ["one", "two", "three"]
    assert done.index("key") < done.index("three")


def test_newer_work_replaces_what_was_left(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    turns = Turns(parent)
    turns.start(lambda: done.append("old"), lambda: done.append("never"))
    turns.start(lambda: done.append("new"), lambda: done.append("later"))
    turns.add(lambda: done.append("last"))
    qtbot.waitUntil(lambda: not turns.pending)
    assert done == ["old", "new", "later", "last"]


def test_what_is_dropped_is_never_done(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    turns = Turns(parent)
    turns.start(lambda: done.append("one"), lambda: done.append("two"))
    turns.drop()
    turns.add(lambda: done.append("three"))
    qtbot.waitUntil(lambda: not turns.pending)
    assert done == ["one", "three"]


def test_a_key_comes_between_pieces_of_two_works_that_are_due_together(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    first, second = Turns(parent), Turns(parent)
    beat = QTimer(parent)
    beat.timeout.connect(lambda: done.append("key"))
    beat.start(0)
    first.start(lambda: None, lambda: done.append("one"))
    second.start(lambda: None, lambda: done.append("two"))
    qtbot.waitUntil(lambda: not (first.pending or second.pending))
    beat.stop()
    begin, end = sorted((done.index("one"), done.index("two")))
    assert "key" in done[begin:end]
