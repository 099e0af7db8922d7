"""Nothing is cut: at 1280×720, with words half as long again, with type twice as large, with names without a blank."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.paper_models import Mode
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.runtime import paths
from nexus_desktop.ui.desk import DeskLetter
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.score_bar import ScoreBar
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import LIGHT, Theme
from tests.letters import LETTER
from tests.ui.conftest import quiet
from tests.ui.story import analyze, asking_review, lay, paste
from tests.unit.analysis.test_comparison import REPORT

SMALLEST = (1280, 720)
CONTROL_HEIGHT, TARGET_HEIGHT = 32, 28  # pixels at 100 %
SLACK = 1  # pixel, of rounding


ROUNDS = 12  # a height that hangs on a width goes one level of layouts up with each


def settle() -> None:
    """Let layouts come to rest: each round of events moves what lies one level further out."""
    before = None
    for _ in range(ROUNDS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        now = [one.geometry() for window in QApplication.topLevelWidgets() for one in window.findChildren(QWidget)]
        if now == before:
            return
        before = now


def shown(window: QWidget) -> list[QWidget]:
    """Every widget with words on it that is on the screen, or would be after scrolling its pane up or down."""
    kinds = (QLabel, QAbstractButton, QComboBox)
    return [one for one in window.findChildren(QWidget) if isinstance(one, kinds) and one.isVisibleTo(window)]


def words_of(widget: QWidget) -> str:
    text = widget.currentText() if isinstance(widget, QComboBox) else getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{text}”"


def too_small(widget: QWidget) -> bool:
    """Whether a widget has less room than its words need."""
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            runs = widget.text().replace("\u200b", " ").split()  # where a line may break
            longest = max((widget.fontMetrics().horizontalAdvance(run) for run in runs), default=0)
            too_narrow = widget.textFormat() == Qt.TextFormat.PlainText and longest > widget.width() + SLACK
            return needed > widget.height() + SLACK or too_narrow
        return (
            widget.sizeHint().width() > widget.width() + SLACK or widget.sizeHint().height() > widget.height() + SLACK
        )
    if isinstance(widget, QComboBox):
        return widget.minimumSizeHint().height() > widget.height() + SLACK
    hint = widget.sizeHint()
    return hint.width() > widget.width() + SLACK or hint.height() > widget.height() + SLACK


def outside(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget sticks out of its parent, or out of its pane to the side, where nothing scrolls."""
    parent = widget.parentWidget()
    if parent is None or parent is window:
        return False
    if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
        return True
    area: QWidget | None = widget
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    frame = area.viewport() if isinstance(area, QScrollArea) else window
    place = QRect(widget.mapTo(frame, QPoint(0, 0)), widget.size())
    return place.left() < -SLACK or place.right() > frame.width() + SLACK


def cut(window: MainWindow) -> list[str]:
    """The words of everything that is cut."""
    settle()
    return [words_of(one) for one in shown(window) if too_small(one) or outside(one, window)]


def stretched(text: str) -> str:
    """As long as German would be: half as long again, in words of its own kind."""
    return text + "ungsvermerk"[: max(2, len(text) // 2)] if text.strip() else text


def stretch(window: MainWindow) -> None:
    """Make every word of the window longer."""
    for one in shown(window):
        if isinstance(one, QPushButton | QLabel) and one.text() and "<a " not in one.text():
            one.setText(stretched(one.text()))
        elif isinstance(one, QComboBox):
            for row in range(one.count()):
                one.setItemText(row, stretched(one.itemText(row)))


@pytest.fixture
def small(window: MainWindow) -> MainWindow:
    """The window at the smallest size that is supported."""
    window.resize(*SMALLEST)
    settle()
    assert window.size().toTuple() == SMALLEST
    return window


SCENES = ["empty", "trouble", "review", "both", "result", "open result", "case", "search", "comparison"]


def again(qtbot: QtBot, window: MainWindow) -> AnalysisRecord:
    """An exam to compare the letter with."""
    paste(qtbot, window, REPORT)
    return analyze(qtbot, window)


def play(qtbot: QtBot, window: MainWindow, scene: str) -> None:
    """Bring a scene up."""
    if scene == "trouble":
        letter = DeskLetter("a-letter-with-a-very-long-name-that-nobody-would-want-to-read-in-full.pdf")
        window.analyze.letters.put_on_desk(letter)
        window.analyze.flow._could_not_read(letter, NexusError())
    elif scene in ("review", "both"):
        tab = lay(qtbot, window, asking_review())
        if scene == "both":
            tab.keys.both.trigger()
    elif scene == "case":
        window.analyze.cases.make_case("2026-014", "C-7")
        quiet(qtbot, window)
        window.analyze.cases.case.keeps.click()
        window.analyze.cases.case.hold.click()
    elif scene == "search":
        window.analyze.letters.ask_search()
    elif scene != "empty":
        tab = paste(qtbot, window, LETTER)
        analyze(qtbot, window)
        if scene == "comparison":
            analyses = window.analyze.record, again(qtbot, window)
            window.analyze.cases.compare(*(one.id for one in analyses if one is not None), Mode.REPORT)
        if scene == "open result":
            window.analyze.keys.next.trigger()
            for section in set(tab.result._sections.values()):
                section.open()
    quiet(qtbot, window)
    settle()


@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut_at_the_smallest_size(qtbot: QtBot, small: MainWindow, scene: str) -> None:
    play(qtbot, small, scene)
    assert cut(small) == []


@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut_with_long_words(qtbot: QtBot, small: MainWindow, scene: str) -> None:
    play(qtbot, small, scene)
    stretch(small)
    assert cut(small) == []


@pytest.fixture
def large_type(qtbot: QtBot, qapp: QApplication, tmp_path: object) -> Iterator[MainWindow]:
    """The window on a system whose type is twice as large."""
    before = qapp.font()
    doubled = QFont(before)
    doubled.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(doubled)
    theme = Theme(qapp, paths.resource("theme/nexus.qss").read_text("utf-8"))
    window = MainWindow(Bootstrap().open_throwaway(), TaskRunner(), theme, tmp_path / "w.ini")  # type: ignore[operator]
    window.resize(1600, 900)
    with qtbot.waitExposed(window):
        window.show()
    quiet(qtbot, window)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setFont(before)
    Theme(qapp, paths.resource("theme/nexus.qss").read_text("utf-8")).use(LIGHT)


@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut_with_type_twice_as_large(qtbot: QtBot, large_type: MainWindow, scene: str) -> None:
    play(qtbot, large_type, scene)
    assert cut(large_type) == []


def test_a_name_without_a_blank_does_not_push_the_pane_wide(qtbot: QtBot, small: MainWindow) -> None:
    name = "Quacken" * 40
    tab = lay(qtbot, small, asking_review(f"Dear {name}, as Kolk wrote."))
    before = tab.right.width()
    review = tab.letter.review if tab.letter else None
    assert review is not None
    start = review.preparation.letter.phi_text.index(name)
    added = review.add(start, start + len(name), next(iter(tab.review._titles)))
    assert added is not None
    tab.review.select(added)
    settle()
    assert tab.right.width() == before
    assert cut(small) == []


@pytest.mark.parametrize("scene", ["empty", "both", "open result"])
def test_controls_are_large_enough_to_hit(qtbot: QtBot, small: MainWindow, scene: str) -> None:
    play(qtbot, small, scene)
    low = []
    for one in shown(small.analyze):
        least = TARGET_HEIGHT if one.property("link") == "true" or isinstance(one, ScoreBar) else CONTROL_HEIGHT
        if isinstance(one, QAbstractButton | QComboBox) and one.height() < least:
            low.append((words_of(one), one.height()))
    assert low == []


def test_buttons_of_a_row_are_of_one_height(qtbot: QtBot, small: MainWindow) -> None:
    tab = lay(qtbot, small, asking_review())
    settle()
    head = tab.pane.head
    heights = {one.height() for one in (*head.sides.values(), head.previous, head.next)}
    assert len(heights) == 1
    card = tab.review.card
    assert len({one.height() for one in (card.remove, card.keep, card.undo)}) == 1
    assert len({one.height() for one in (tab.review.level, tab.review.client)}) == 1


def test_long_titles_end_in_an_ellipsis_and_are_whole_on_hover(qtbot: QtBot, small: MainWindow) -> None:
    title = "a-letter-with-a-very-long-name-that-nobody-would-want-to-read-in-full.pdf"
    letter = DeskLetter(title)
    tab = small.analyze
    index = tab.letters.desk.add(letter)
    view = tab.letters.desk_view
    assert view.visualRect(index).width() <= view.viewport().width()
    assert view.fontMetrics().horizontalAdvance(title) > view.viewport().width()  # it cannot be shown whole
    assert title in index.data(Qt.ItemDataRole.ToolTipRole)
    assert view.horizontalScrollBar().maximum() == 0


def test_empty_lists_say_what_to_do(qtbot: QtBot, small: MainWindow) -> None:
    tab = small.analyze
    for view, hint in ((tab.letters.desk_view, "Add letters"), (tab.letters.saved_view, "Every analysis is kept")):
        assert hint in view.accessibleDescription()
        empty = view.grab().toImage()
        tab.letters.desk.add(DeskLetter("one"))
        blank = QRect(0, 0, view.viewport().width(), view.viewport().height())
        assert len({empty.pixel(x, y) for x in range(0, blank.width(), 2) for y in range(0, blank.height(), 2)}) > 4


def test_toolbuttons_without_words_have_names(qtbot: QtBot, small: MainWindow) -> None:
    lay(qtbot, small, asking_review())
    nameless = [one for one in small.findChildren(QToolButton) if one.isVisible() and not one.text()]
    assert all(one.accessibleName() for one in nameless)
