"""Both texts side by side: the same words stand at the same height, whichever of the two is scrolled."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import ResidualIdentifier
from nexus_desktop.services.analyze_letter import AnalyzeLetter
from nexus_desktop.ui.letter_pair import Side
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from tests.letters import LETTER, SURNAME
from tests.ui.conftest import quiet
from tests.ui.story import LINE, analyze, paste, review_of

pytestmark = pytest.mark.desk_only

LONG = LETTER + "".join(f"On day {number} {LINE}Ms. {SURNAME} stayed at home.\n\n" for number in range(60))


@pytest.fixture
def split(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A long letter, both texts in view."""
    tab = paste(qtbot, window, LONG)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    quiet(qtbot, window)
    qtbot.waitUntil(lambda: SURNAME not in tab.pane.redacted.toPlainText() != "")
    return window


def words_at_top(view: object) -> str:
    place, _ = view.top()  # type: ignore[attr-defined]
    return str(view.text[place : place + 12])  # type: ignore[attr-defined]


@pytest.mark.parametrize("leader", ["original", "redacted"])
def test_scrolling_one_brings_the_other_to_the_same_words(qtbot: QtBot, split: MainWindow, leader: str) -> None:
    pair = split.analyze.pane.pair
    leads = pair.original if leader == "original" else pair.redacted
    follows = pair.redacted if leader == "original" else pair.original
    places = pair.places
    for share in (0.4, 0.8, 0.2):
        bar = leads.verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))
        place, _ = leads.top()
        expected = places.redacted(place) if leader == "original" else places.original(place)
        first, end = follows.visible()
        assert first <= expected <= first + (end - first) // 4  # on the line at the top, wherever that one breaks


def test_a_decision_shows_in_the_redacted_text_and_moves_nothing(qtbot: QtBot, split: MainWindow) -> None:
    tab = split.analyze
    date = next(one for one in review_of(tab).findings() if review_of(tab).text_of(one) == "June 2019")
    tab.review.select(date)
    assert "June 2019" not in tab.pane.redacted.toPlainText()
    QTest.keyClick(split, Qt.Key.Key_K)
    before = [words_at_top(view) for view in (tab.pane.original, tab.pane.redacted)]
    qtbot.waitUntil(lambda: "June 2019" in tab.pane.redacted.toPlainText())
    assert [words_at_top(view) for view in (tab.pane.original, tab.pane.redacted)] == before


def test_the_item_in_question_is_marked_in_both(qtbot: QtBot, split: MainWindow) -> None:
    tab = split.analyze
    name = next(one for one in review_of(tab).findings() if review_of(tab).text_of(one) == SURNAME)
    tab.review.select(name)
    original, redacted = tab.pane.original, tab.pane.redacted
    assert original._current is not None
    assert redacted._current is not None
    mark, tag = original.marks[original._current], redacted.marks[redacted._current]
    assert original.text[mark.start : mark.end] == SURNAME
    assert redacted.text[tag.start : tag.end] == "[PATIENT]"


@pytest.mark.parametrize("side", ["both", "redacted"])
def test_another_view_shows_the_same_item(qtbot: QtBot, window: MainWindow, side: str) -> None:
    tab = paste(qtbot, window, LETTER.replace("Sincerely", LINE * 80 + "Sincerely"))
    name = next(one for one in review_of(tab).findings() if review_of(tab).text_of(one) == "MD27719")
    tab.review.select(name)
    getattr(tab.keys, side).trigger()
    quiet(qtbot, window)
    qtbot.waitUntil(lambda: "[LICENSE 1]" in tab.pane.redacted.toPlainText())
    for view in (tab.pane.original, tab.pane.redacted):
        if view.isVisible():
            assert view._current is not None
            first, end = view.visible()
            assert first <= view.marks[view._current].start < end


def test_pressing_a_tag_brings_up_its_finding(qtbot: QtBot, split: MainWindow) -> None:
    tab = split.analyze
    view = tab.pane.redacted
    place = view.cursorRect(view._cursor(view.text.index("[CITY 1]") + 3)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tab.review.current is not None
    assert review_of(tab).text_of(tab.review.current) == "Fernbridge"


def test_what_cannot_be_shown_redacted_is_not_shown(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = paste(qtbot, window, LETTER)

    def refuse(*_args: object) -> None:
        raise ResidualIdentifier(left=2)

    with monkeypatch.context() as patch:
        patch.setattr(AnalyzeLetter, "preview", refuse)
        tab.keys.both.trigger()
        quiet(qtbot, window)
    assert tab.pane.redacted.toPlainText() == ""
    assert "2 places still look like" in tab.pane.problem.text()
    assert tab.pane.problem_frame.isVisible()
    tab.keys.redacted.trigger()
    quiet(qtbot, window)
    assert tab.pane.problem_frame.isHidden()
    assert "[PATIENT]" in tab.pane.redacted.toPlainText()


def test_a_result_still_shows_the_letter_as_it_came_beside_it(qtbot: QtBot, split: MainWindow) -> None:
    record = analyze(qtbot, split)
    pane = split.analyze.pane
    assert pane.pair.side is Side.BOTH
    assert pane.redacted.text == record.letter.text
    assert pane.original.text == LONG
    assert "".join(pane.redacted.text.split()).count("[PATIENT]") == LONG.count(SURNAME)


def test_what_the_person_likes_is_there_at_the_next_start(qtbot: QtBot, split: MainWindow) -> None:
    pair = split.analyze.pane.pair
    assert abs(pair.sizes()[0] - pair.sizes()[1]) < 10  # even, until someone moves the line between them
    pair.moveSplitter(pair.width() // 3, 1)
    chosen = pair.sizes()
    split.close()
    again = MainWindow(Bootstrap().open_throwaway(), TaskRunner(), split._theme, split._window_file)
    qtbot.addWidget(again)
    again.show()
    tab = paste(qtbot, again, LETTER)
    assert tab.pane.pair.side is Side.BOTH
    assert tab.pane.head.sides[Side.BOTH].isChecked()
    left, right = tab.pane.pair.sizes()
    assert abs(left / right - chosen[0] / chosen[1]) < 0.1
    again.close()


def test_an_old_preview_never_covers_a_newer_one(
    qtbot: QtBot, split: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = split.analyze
    review = review_of(tab)
    real, late, calls = AnalyzeLetter.preview, Event(), []

    def preview(letters: AnalyzeLetter, *arguments: object) -> object:
        calls.append(1)
        made = real(letters, *arguments)  # type: ignore[arg-type]
        if len(calls) == 1:
            late.wait(10)  # the first comes last
        return made

    monkeypatch.setattr(AnalyzeLetter, "preview", preview)
    for number, words in enumerate(("June 2019", "February 1999"), 1):
        tab.review.select(next(one for one in review.findings() if review.text_of(one) == words))
        QTest.keyClick(split, Qt.Key.Key_K)
        qtbot.waitUntil(lambda number=number: len(calls) == number)  # type: ignore[misc]
    qtbot.waitUntil(lambda: "February 1999" in tab.pane.redacted.toPlainText())
    late.set()
    quiet(qtbot, split)
    assert "February 1999" in tab.pane.redacted.toPlainText()
