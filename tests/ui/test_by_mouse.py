"""The daily path with the mouse alone: each click goes to the window at a place, and hits what is there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.ui.item_card import Quote
from nexus_desktop.ui.letter_pair import Side
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.score_bar import ScoreBar
from tests.ui.conftest import quiet
from tests.ui.story import review_of
from tests.ui.test_result_panel import marked


def click(window: MainWindow, widget: QWidget, place: QPoint | None = None) -> None:
    """Press the left button over a widget, as the window's system would tell of it."""
    area: QWidget | None = widget
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget)
    at = widget.mapTo(window, place if place is not None else widget.rect().center())
    assert window.rect().contains(at), f"{type(widget).__name__} is not on the screen"
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def click_row(window: MainWindow, view: QAbstractItemView, index: QModelIndex) -> None:
    view.scrollTo(index)
    click(window, view.viewport(), view.visualRect(index).center())


def button_called(page: QWidget, words: str) -> QAbstractButton:
    return next(one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.text() == words)


def test_from_the_sample_to_the_words_a_point_rests_on(qtbot: QtBot, window: MainWindow) -> None:
    tab = window.analyze
    click(window, button_called(tab, "Try the sample"))
    quiet(qtbot, window)
    click(window, tab.pane.head.sides[Side.BOTH])
    assert tab.pane.pair.side is Side.BOTH
    listed = tab.review.list
    click_row(window, listed, listed.model().index(2, 0))
    chosen = tab.review.current
    click(window, tab.review.card.keep)
    assert chosen is not None
    assert review_of(tab).choice(chosen) is False
    while review_of(tab).undecided():
        tab.review.next_to_decide()
        click(window, tab.review.card.remove)
    click(window, tab.primary)
    quiet(qtbot, window)
    assert tab.record is not None
    bar = tab.result.findChildren(ScoreBar)[0]
    click(window, bar)
    assert bar.isChecked()
    quiet(qtbot, window)
    quote = next(one for one in tab.result.findChildren(Quote) if one.isVisibleTo(tab.result))
    click(window, quote)
    quiet(qtbot, window)
    assert marked(window) == quote.evidence.quote


def test_every_tab_and_the_corner_answer_a_click(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.tabs.tabBar()
    for number in (4, 3, 2, 1, 0):
        place: QRect = bar.tabRect(number)
        click(window, bar, place.center())
        assert window.tabs.currentIndex() == number
    click(window, window.level)
    assert window.tabs.currentWidget() is window.tabs.compliance
    click(window, window.state)
    assert window.tabs.currentWidget() is window.tabs.health
    quiet(qtbot, window)
