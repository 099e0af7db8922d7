"""The same decision in all letters of a case, in a real window: the count on the button, the deed, the way back."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nexus_desktop.models.records import Matter
from nexus_desktop.services.review import Review
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.main_window import MainWindow
from tests.ui.conftest import quiet
from tests.ui.story import ASKING, asking_review

pytestmark = pytest.mark.desk_only

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reviews(qtbot: QtBot, window: MainWindow) -> list[Review]:
    """Three letters of one case, the first in view at a thing asked, and one of another case."""
    ours, theirs = (window._application.matters.create(number) for number in ("2026-014", "2026-015"))
    made: list[Review] = []
    for number, matter in enumerate((theirs, ours, ours, ours)):
        review = asking_review(ASKING * (1 + number % 2))
        letter = DeskLetter(f"Letter {number}", stage=Stage.REVIEW, review=review, matter=cast("Matter", matter))
        window.analyze.letters.put_on_desk(letter)
        made.append(review)
    quiet(qtbot, window)
    other, *same = made
    show(qtbot, window, same[-1])
    assert window.analyze.review.review is same[-1]
    return [*reversed(same), other]


def show(qtbot: QtBot, window: MainWindow, review: Review) -> None:
    desk = window.analyze.letters.desk
    window.analyze.letters.choose(next(one for one in desk.letters if one.review is review))
    quiet(qtbot, window)


def left(reviews: list[Review]) -> list[int]:
    return [len(one.undecided()) for one in reviews]


def test_the_count_stands_on_the_buttons_before_anything_is_done(
    qtbot: QtBot, window: MainWindow, reviews: list[Review]
) -> None:
    card = window.analyze.review.card
    assert card.remove_in_case.isVisible()
    assert card.remove_in_case.text() == "Remove in 3 letters, 10 places (Ctrl+Shift+R)"
    assert card.keep_in_case.text() == "Keep in 3 letters, 10 places (Ctrl+Shift+K)"
    assert left(reviews) == [6, 3, 6, 3]


def test_the_key_decides_it_in_all_letters_of_the_case_and_in_no_other(
    qtbot: QtBot, window: MainWindow, reviews: list[Review]
) -> None:
    tab = window.analyze
    before = tab.letters.desk.letters[1].state()
    QTest.keyClick(window, Qt.Key.Key_R, BOTH)
    assert left(reviews) == [2, 1, 2, 3]
    assert tab.work.bar.words.text() == "To be removed in 3 letters, 10 places."
    assert tab.work.bar.seconds == 10.0
    assert tab.letters.desk.letters[1].state() != before
    assert tab.review.current is not None
    assert tab.review.review is not None
    assert tab.review.review.text_of(tab.review.current) == "Brandt"  # on to what is asked next


def test_undo_in_one_letter_takes_it_back_in_all_and_redo_does_it_again(
    qtbot: QtBot, window: MainWindow, reviews: list[Review]
) -> None:
    lines: list[str] = []
    window.analyze.said.connect(lines.append)
    QTest.keyClick(window, Qt.Key.Key_K, BOTH)
    assert left(reviews) == [2, 1, 2, 3]
    show(qtbot, window, reviews[1])
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert left(reviews) == [6, 3, 6, 3]
    assert "Taken back in 3 letters." in lines
    assert not window.analyze.work.bar.isVisible()
    window.analyze.keys.redo.trigger()
    assert left(reviews) == [2, 1, 2, 3]


def test_the_button_of_the_bar_takes_it_back_too(qtbot: QtBot, window: MainWindow, reviews: list[Review]) -> None:
    tab = window.analyze
    QTest.mouseClick(tab.review.card.remove_in_case, Qt.MouseButton.LeftButton)
    assert left(reviews) == [2, 1, 2, 3]
    QTest.mouseClick(tab.work.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert left(reviews) == [6, 3, 6, 3]
    assert tab.review.left.text() == "6 to decide"


def test_a_letter_that_is_analyzed_by_then_is_left_as_it_was_decided(
    qtbot: QtBot, window: MainWindow, reviews: list[Review]
) -> None:
    tab = window.analyze
    QTest.keyClick(window, Qt.Key.Key_R, BOTH)
    letter = next(one for one in tab.letters.desk.letters if one.review is reviews[1])
    letter.stage = Stage.ANALYZING
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert left(reviews) == [6, 1, 6, 3]
    letter.stage = Stage.REVIEW


def test_without_a_case_or_another_letter_in_it_nothing_of_that_kind_is_offered(
    qtbot: QtBot, window: MainWindow, reviews: list[Review]
) -> None:
    card = window.analyze.review.card
    show(qtbot, window, reviews[3])  # alone in its case
    assert not card.remove_in_case.isVisible()
    QTest.keyClick(window, Qt.Key.Key_R, BOTH)
    assert left(reviews) == [6, 3, 6, 3]
    for _ in range(2):
        window.analyze.letters.put_on_desk(DeskLetter("No case", stage=Stage.REVIEW, review=asking_review()))
    quiet(qtbot, window)
    assert not card.remove_in_case.isVisible()
    assert not card.keep_in_case.isVisible()


def test_decisions_in_letters_that_are_gone_are_forgotten(
    qtbot: QtBot, window: MainWindow, reviews: list[Review]
) -> None:
    tab = window.analyze
    QTest.keyClick(window, Qt.Key.Key_R, BOTH)
    assert len(tab.same_words._spreads) == 1
    for letter in list(tab.letters.desk.letters):
        tab.work.take_off(letter)
    assert tab.same_words._spreads == []
