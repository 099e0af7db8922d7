"""Places in the letter are characters, however Qt counts them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from nexus_desktop.ui.letter_view import PIECE, LetterView
from nexus_desktop.ui.marks import Mark, MarkKind, words_of
from nexus_desktop.ui.theme import DARK, LIGHT, Theme
from tests.ui.story import LINE

TEXTS = {
    "plain": "Dear Ann Lee,\nyour knee.",
    "beyond the basic plane": "😀😀 Dear Ann Lee 😀,\nyour 𝒦nee.",
    "combining and joined": "Đặng Ann Lee e\u0301 👩‍⚕️ knee",
    "page break": "one\fAnn Lee\fthree",
}


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> LetterView:
    made = LetterView(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("name", TEXTS)
def test_a_selection_is_told_in_characters(view: LetterView, name: str) -> None:
    text = TEXTS[name]
    view.show_text(text)
    start = text.index("Ann Lee")
    cursor = QTextCursor(view.document())
    cursor.setPosition(view._text.units(start))
    cursor.setPosition(view._text.units(start + 7), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert cursor.selectedText() == "Ann Lee"
    assert view.selected() == (start, start + 7)


@pytest.mark.parametrize("name", TEXTS)
def test_marks_lie_behind_their_words(view: LetterView, name: str) -> None:
    text = TEXTS[name]
    view.show_text(text)
    start = text.index("Ann Lee")
    view.show_marks([Mark(start, start + 7, MarkKind.REDACT)], current=0)
    (mark,) = view.extraSelections()
    assert mark.cursor.selectedText() == "Ann Lee"  # type: ignore[attr-defined]


def test_a_letter_is_never_taken_for_markup(view: LetterView) -> None:
    view.show_text("<b>Ann</b> <img src='http://example.invalid/x.png'> &amp;")
    assert view.toPlainText() == "<b>Ann</b> <img src='http://example.invalid/x.png'> &amp;"


LONG = "".join(f"{number} {LINE}" for number in range(4 * PIECE // len(LINE)))
NAMES = [Mark(at, at + 6, MarkKind.REDACT) for at in range(len(LONG)) if LONG.startswith("climbs", at)]


def painted(view: LetterView) -> list[tuple[int, int]]:
    """Where marks are painted, in characters."""
    places = []
    for selection in view.extraSelections():
        cursor = selection.cursor  # type: ignore[attr-defined]
        places.append((view._text.characters(cursor.selectionStart()), view._text.characters(cursor.selectionEnd())))
    return places


def filled(qtbot: QtBot, view: LetterView, text: str) -> None:
    view.show_text(text)
    qtbot.waitUntil(lambda: view.toPlainText() == text)


def test_a_long_letter_comes_piece_by_piece(qtbot: QtBot, view: LetterView) -> None:
    with qtbot.waitSignal(view.filled):
        view.show_text(LONG)
        assert len(view.toPlainText()) == PIECE
    assert view.toPlainText() == LONG


def test_another_letter_stops_the_pieces_of_the_one_before(qtbot: QtBot, view: LetterView) -> None:
    view.show_text(LONG)
    with qtbot.waitSignal(view.filled):
        view.show_text("short")
    QApplication.processEvents()
    assert view.toPlainText() == "short"


@pytest.mark.parametrize("share", [0.0, 0.3, 0.77, 1.0])
def test_marks_in_view_are_painted_wherever_one_scrolls(qtbot: QtBot, view: LetterView, share: float) -> None:
    filled(qtbot, view, LONG)
    view.show_marks(NAMES)
    bar = view.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))
    first, end = view.visible()
    assert end - first > 200
    in_view = [(mark.start, mark.end) for mark in NAMES if first <= mark.start and mark.end <= end]
    assert in_view
    assert set(in_view) <= set(painted(view))
    assert set(painted(view)) <= {(mark.start, mark.end) for mark in NAMES}
    assert len(painted(view)) < len(NAMES)  # and not all of them


def test_marks_are_painted_anew_where_the_window_grows(qtbot: QtBot, view: LetterView) -> None:
    view.resize(800, 120)
    filled(qtbot, view, LONG)
    view.show_marks(NAMES)
    few = len(painted(view))
    view.resize(800, 900)
    first, end = view.visible()
    in_view = {(mark.start, mark.end) for mark in NAMES if first <= mark.start and mark.end <= end}
    assert len(in_view) > few
    assert in_view <= set(painted(view))


def test_columns_of_blanks_are_left_unpainted(view: LetterView) -> None:
    text = "Issue:     left knee\n   and right knee."
    view.show_text(text)
    view.show_marks([Mark(0, len(text), MarkKind.EVIDENCE)])
    assert [text[start:end] for start, end in painted(view)] == ["Issue:", "left knee", "and right knee."]


def test_words_of_a_mark_stay_inside_it() -> None:
    text = "one two  three"
    assert [text[a:b] for a, b in words_of(text, Mark(1, 11, MarkKind.TAG))] == ["ne two", "th"]


def test_the_words_in_question_come_into_view_even_before_they_are_there(qtbot: QtBot, view: LetterView) -> None:
    view.show_text(LONG)
    last = len(NAMES) - 1
    with qtbot.waitSignal(view.filled):
        view.show_marks(NAMES, current=last)
    first, end = view.visible()
    assert first <= NAMES[last].start < end
    place = view.cursorRect(view._cursor(NAMES[last].start))
    assert view.viewport().rect().contains(place)


def test_a_change_leaves_the_reader_where_they_are(qtbot: QtBot, view: LetterView) -> None:
    filled(qtbot, view, LONG)
    place = LONG.index(f"\n{len(NAMES) // 2} She") + 1
    view.put_on_top(place)
    changed = LONG.replace("3 She climbs", "3 [PATIENT] climbs", 1)
    view.change_text(changed)
    assert view.toPlainText() == changed
    top, _ = view.top()
    assert changed[top:].startswith(LONG[place : place + 30])


def test_the_words_in_view_stay_there_when_the_pane_is_made_narrow(qtbot: QtBot, view: LetterView) -> None:
    filled(qtbot, view, LONG)
    place = NAMES[len(NAMES) // 2].start
    view.put_on_top(place)
    view.resize(420, 600)
    first, end = view.visible()
    assert first <= place < first + (end - first) // 3
    current = len(NAMES) // 4
    view.show_marks(NAMES, current)  # words in question stay at their height, whatever stands at the top
    height = view.cursorRect(view._cursor(NAMES[current].start)).top()
    view.resize(800, 600)
    assert view.cursorRect(view._cursor(NAMES[current].start)).top() == height


def test_pressing_marked_words_tells_the_shortest_mark(qtbot: QtBot, view: LetterView) -> None:
    text = "Dear Ann Lee,\nyour left knee.\n"
    view.show_text(text)
    view.show_marks([Mark(0, 12, MarkKind.EVIDENCE), Mark(5, 12, MarkKind.EVIDENCE)])
    place = view.cursorRect(view._cursor(7)).center()
    with qtbot.waitSignal(view.mark_clicked) as got:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert got.args == [1]
    beside = QPoint(view.viewport().width() - 2, place.y())
    with qtbot.assertNotEmitted(view.mark_clicked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)


@pytest.mark.qt_log_ignore("does not support raise")
def test_hovering_marked_words_says_what_they_are(qtbot: QtBot, view: LetterView) -> None:
    view.show_text("Dear Ann Lee,")
    view.show_marks([Mark(5, 12, MarkKind.ASK)], tip=lambda index: f"Name: mark {index}")
    place = view.cursorRect(view._cursor(7)).center()
    help_event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), help_event)
    assert QToolTip.text() == "Name: mark 0"
    QToolTip.hideText()


def test_each_kind_of_mark_has_a_line_of_its_own(view: LetterView, theme: Theme) -> None:
    view.show_text("one two three four")
    kinds = (MarkKind.REDACT, MarkKind.ASK, MarkKind.KEPT, MarkKind.EVIDENCE)
    for scheme in (DARK, LIGHT):
        theme.use(scheme)
        view.show_marks([Mark(3 * at, 3 * at + 2, kind) for at, kind in enumerate(kinds)])
        lines = [one.format.underlineStyle() for one in view.extraSelections()]  # type: ignore[attr-defined]
        assert len(set(lines)) == len(kinds)  # colour alone would not do
