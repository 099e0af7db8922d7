"""The whole path without a mouse, from opening a file to the written report, and a Tab key that is never caught."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.ui.letter_pair import Side
from nexus_desktop.ui.main_window import MainWindow
from tests.letters import LETTER, SURNAME
from tests.ui.conftest import quiet
from tests.ui.story import analyze, asking_review, lay, paste

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_from_open_to_export_without_a_mouse(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter, report = tmp_path / "letter.txt", tmp_path / "report.html"
    letter.write_text(LETTER, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_named: ([str(letter)], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(report), "Web page (*.html)"))
    tab = window.analyze
    QTest.keyClick(window, Qt.Key.Key_O, CONTROL)
    quiet(qtbot, window)
    assert tab.review.list.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_3, ALT)
    assert tab.pane.pair.side is Side.BOTH
    QTest.keyClick(window, Qt.Key.Key_N)
    QTest.keyClick(window, Qt.Key.Key_K)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    cursor = QTextCursor(tab.pane.original.document())
    tab.pane.original.setFocus()
    cursor.setPosition(LETTER.index("obstacle"))
    tab.pane.original.setTextCursor(cursor)
    for _ in range(len("obstacle")):
        QTest.keyClick(tab.pane.original, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(window, Qt.Key.Key_R, CONTROL)
    while tab.primary.text() != "Analyze":
        QTest.keyClick(window, Qt.Key.Key_Return, CONTROL)  # to what is left to decide
        QTest.keyClick(window, Qt.Key.Key_R)
    QTest.keyClick(window, Qt.Key.Key_Return, CONTROL)
    quiet(qtbot, window)
    assert tab.record is not None
    assert "obstacle" not in tab.record.letter.text
    assert tab.pane.redacted.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_N)
    QTest.keyClick(tab.pane.redacted, Qt.Key.Key_Return)
    quiet(qtbot, window)
    assert tab.result.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_Return, CONTROL)
    papers = tab.export_report.dialog
    assert papers is not None
    qtbot.waitUntil(papers.paper.hasFocus)
    QTest.keyClick(papers, Qt.Key.Key_Tab)
    QTest.keyClicks(papers.format, "Web")
    QTest.keyClick(papers.format, Qt.Key.Key_Return)
    quiet(qtbot, window)
    written = report.read_text("utf-8")
    assert "at least as likely as not" in written
    assert SURNAME not in written


def walked(window: MainWindow, *, backwards: bool = False) -> list[QWidget]:
    """Where Tab leads from where the focus is, until it is there again."""
    seen: list[QWidget] = []
    key = Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab
    for _ in range(300):
        widget = QApplication.focusWidget()
        assert widget is not None
        if seen and widget is seen[0]:
            return seen
        assert widget not in seen, f"Tab is caught at {type(widget).__name__} {widget.accessibleName()}"
        seen.append(widget)
        QTest.keyClick(widget, key, SHIFT if backwards else Qt.KeyboardModifier.NoModifier)
    raise AssertionError("Tab never comes back")


def reachable(page: QWidget, window: MainWindow) -> set[QWidget]:
    """What a person can put the focus on with Tab; of buttons that exclude each other one is enough, arrows do it."""
    return {
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window) and widget.isEnabled()
        if not (isinstance(widget, QPushButton) and widget.group() is not None)
    }


def test_arrows_go_from_view_to_view(qtbot: QtBot, window: MainWindow) -> None:
    tab = lay(qtbot, window, asking_review())
    tab.pane.head.sides[Side.ORIGINAL].setFocus()
    for expected in (Side.REDACTED, Side.BOTH):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert tab.pane.pair.side is expected
        assert tab.pane.head.sides[expected].hasFocus()
    quiet(qtbot, window)


@pytest.mark.parametrize("backwards", [False, True])
def test_tab_goes_round_a_review(qtbot: QtBot, window: MainWindow, backwards: bool) -> None:
    tab = lay(qtbot, window, asking_review())
    tab.keys.both.trigger()
    quiet(qtbot, window)
    tab.review.list.setFocus()
    walk = set(walked(window, backwards=backwards))
    assert reachable(tab, window) <= walk
    assert walk & set(tab.pane.head.sides.values())


def test_tab_goes_from_left_to_right(qtbot: QtBot, window: MainWindow) -> None:
    tab = lay(qtbot, window, asking_review())
    tab.letters.add.setFocus()
    order = walked(window)
    places = [order.index(one) for one in (tab.letters.add, tab.pane.original, tab.review.list, tab.primary)]
    assert places == sorted(places)


def test_tab_goes_round_a_result_with_everything_open(qtbot: QtBot, window: MainWindow) -> None:
    tab = paste(qtbot, window, LETTER)
    analyze(qtbot, window)
    for section in set(tab.result._sections.values()):
        section.open()
    quiet(qtbot, window)
    tab.pane.redacted.setFocus()
    assert reachable(tab, window) <= set(walked(window))


def test_every_tab_lets_the_tab_key_out(qtbot: QtBot, window: MainWindow) -> None:
    for number in range(5):
        QTest.keyClick(window, getattr(Qt.Key, f"Key_{number + 1}"), CONTROL)
        window.tabs.tabBar().setFocus()
        walked(window)
        assert window.tabs.currentIndex() == number
