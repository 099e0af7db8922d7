"""A review by keys alone: what is asked comes first, every step says where it stands and can be taken back."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from nexus_desktop.models.letter_models import PhiCategory, Verdict
from nexus_desktop.ui import speech
from nexus_desktop.ui.analyze_tab import AnalyzeTab
from nexus_desktop.ui.findings_model import FindingsModel
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.marks import MarkKind
from nexus_desktop.ui.theme import Theme
from tests.ui.story import ASKING, LINE, asking_review, lay, review_of

pytestmark = pytest.mark.desk_only

TITLES = {PhiCategory.PATIENT: "Name of the veteran", PhiCategory.RELATIVE: "Name of family or a witness"}


@pytest.fixture
def tab(qtbot: QtBot, window: MainWindow) -> AnalyzeTab:
    """A review with three things asked and four that are sure."""
    return lay(qtbot, window, asking_review())


def press(tab: AnalyzeTab, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(tab.window(), key, modifier)


def words(tab: AnalyzeTab) -> str:
    assert tab.review.current is not None
    return review_of(tab).text_of(tab.review.current)


def rows(tab: AnalyzeTab) -> list[str]:
    model = tab.review.model
    return [model.index(row).data().partition("\n")[0] for row in range(model.rowCount())]


def spoken(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    return str(face.text(QAccessible.Text.Name))


def test_what_is_asked_comes_first_with_a_count_of_what_is_left(tab: AnalyzeTab) -> None:
    assert rows(tab) == ["Kolk", "Brandt", "Kolk", "Amsel", "Amsel", "May 3, 2024", "Fernbridge"]
    assert words(tab) == "Kolk"
    assert tab.review.left.text() == "3 to decide"
    assert tab.primary.text() == "Review 3 items"
    assert tab.pane.head.count.text() == "Item 1 of 7"


def test_each_decision_goes_on_to_what_is_asked_next(tab: AnalyzeTab) -> None:
    press(tab, Qt.Key.Key_K)
    assert words(tab) == "Brandt"
    press(tab, Qt.Key.Key_R)
    press(tab, Qt.Key.Key_K)
    assert tab.review.left.text() == "Everything is decided"
    assert tab.primary.text() == "Analyze"
    assert rows(tab)[:3] == ["Kolk", "Brandt", "Kolk"]  # where they were; nothing jumps about
    review = review_of(tab)
    assert [review.choice(one) for one in review.findings() if one.verdict is Verdict.ASK] == [False, True, False]


def test_all_like_this_says_how_many_before_it_is_done(tab: AnalyzeTab) -> None:
    assert tab.review.card.remove_like.text() == "Remove all 2 like this (Shift+R)"
    press(tab, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    review = review_of(tab)
    assert [review.choice(one) for one in review.findings() if review.text_of(one) == "Kolk"] == [True, True]
    assert words(tab) == "Brandt"
    assert tab.review.card.remove_like.isHidden()  # there is one Brandt
    press(tab, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert review.count(None) == 3  # both come back in one step


def test_next_and_previous_go_round(tab: AnalyzeTab) -> None:
    for key, modifier, expected in (
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "Brandt"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "Kolk"),
        (Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier, "Brandt"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier, "Kolk"),
        (Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier, "Fernbridge"),
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "Kolk"),
    ):
        press(tab, key, modifier)
        assert words(tab) == expected


def test_a_kind_can_be_looked_at_alone(tab: AnalyzeTab) -> None:
    box = tab.review.filter
    offered = [box.itemText(row) for row in range(box.count())]
    assert offered[:2] == ["Everything (7)", "To decide (3)"]
    box.setCurrentIndex(box.findData(PhiCategory.PATIENT))
    box.activated.emit(box.currentIndex())
    assert rows(tab) == ["Amsel", "Amsel"]
    assert tab.pane.head.count.text() == "Item 1 of 2"
    press(tab, Qt.Key.Key_N)
    press(tab, Qt.Key.Key_N)
    assert tab.pane.head.count.text() == "Item 1 of 2"
    press(tab, Qt.Key.Key_F7)  # what is left to decide is found, whatever is hidden
    assert words(tab) == "Kolk"
    assert box.currentIndex() == 0


def test_what_is_left_can_be_looked_at_alone(tab: AnalyzeTab) -> None:
    box = tab.review.filter
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert rows(tab) == ["Kolk", "Brandt", "Kolk"]
    press(tab, Qt.Key.Key_R)
    assert rows(tab) == ["Brandt", "Kolk"]
    assert words(tab) == "Brandt"
    press(tab, Qt.Key.Key_R)
    press(tab, Qt.Key.Key_R)
    assert tab.review.left.text() == "Everything is decided"


def test_a_hundred_steps_can_be_taken_back_and_done_again(tab: AnalyzeTab) -> None:
    review, chance = review_of(tab), random.Random(7)
    start = [review.choice(one) for one in review.findings()]
    seen = [start]
    while len(seen) <= 100:
        tab.review.select(chance.choice(review.findings()))
        press(tab, Qt.Key.Key_R if chance.random() < 0.5 else Qt.Key.Key_K)
        now = [review.choice(one) for one in review.findings()]
        if now != seen[-1]:
            seen.append(now)
    control = Qt.KeyboardModifier.ControlModifier
    for expected in reversed(seen[:-1]):
        press(tab, Qt.Key.Key_Z, control)
        assert [review.choice(one) for one in review.findings()] == expected
    assert not tab.review.card.undo.isEnabled()
    for expected in seen[1:]:
        press(tab, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
        assert [review.choice(one) for one in review.findings()] == expected


def test_selected_words_are_removed_by_key_wherever_they_stand(tab: AnalyzeTab) -> None:
    view = tab.pane.original
    cursor = QTextCursor(view.document())
    start = ASKING.index("pain")
    cursor.setPosition(start)
    cursor.setPosition(start + 4, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    press(tab, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert words(tab) == "pain"
    assert rows(tab)[-1] == "Fernbridge"
    press(tab, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "pain" not in rows(tab)


def test_letter_and_list_are_at_the_same_item(tab: AnalyzeTab) -> None:
    view = tab.pane.original
    place = view.cursorRect(view._cursor(ASKING.index("Brandt") + 2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert words(tab) == "Brandt"
    assert tab.review.list.currentIndex().row() == 1
    tab.review.list.setCurrentIndex(tab.review.model.index(5))
    assert view._current is not None
    mark = view.marks[view._current]
    assert ASKING[mark.start : mark.end] == "May 3, 2024"


def test_every_finding_is_marked_by_its_state(tab: AnalyzeTab) -> None:
    press(tab, Qt.Key.Key_K)
    kinds = {ASKING[mark.start : mark.end]: mark.kind for mark in tab.pane.original.marks}
    assert kinds["Amsel"] is MarkKind.REDACT
    assert kinds["Brandt"] is MarkKind.ASK
    assert [mark.kind for mark in tab.pane.original.marks if ASKING[mark.start : mark.end] == "Kolk"] == [
        MarkKind.KEPT,
        MarkKind.ASK,
    ]


def test_a_screen_reader_is_told_the_item_and_what_became_of_it(
    tab: AnalyzeTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    class Reader:
        @staticmethod
        def updateAccessibility(event: object) -> None:
            heard.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(speech, "QAccessible", Reader)
    assert "Kolk" in spoken(tab.review.card)
    assert "not sure" in spoken(tab.review.card)
    assert "Please decide" in spoken(tab.review.card)
    press(tab, Qt.Key.Key_N)
    assert heard[-1].startswith("Brandt.")
    assert heard[-1].endswith("Item 2 of 7.")
    face = QAccessible.queryAccessibleInterface(tab.review.list)
    assert face.child(0).text(QAccessible.Text.Name).startswith("Kolk. ")
    for _ in range(3):
        press(tab, Qt.Key.Key_R)
    assert heard[-1] == "Everything is decided."


def test_one_letter_keys_rest_where_text_is_typed_or_another_tab_is_up(tab: AnalyzeTab) -> None:
    window = tab.window()
    assert isinstance(window, MainWindow)
    window.tabs.setCurrentIndex(1)
    press(tab, Qt.Key.Key_R)
    assert review_of(tab).count(None) == 3
    window.tabs.setCurrentIndex(0)
    press(tab, Qt.Key.Key_R)
    assert review_of(tab).count(None) == 2


def test_the_list_keeps_the_rules_of_qt(qtmodeltester: ModelTester, theme: Theme) -> None:
    model = FindingsModel(theme, TITLES)
    review = asking_review()
    model.show(review)
    qtmodeltester.check(model)
    review.decide(review.findings()[0], redact=False)
    model.undecided_only = True
    model.refresh()
    assert model.rowCount() == 3


def test_a_letter_full_of_findings_is_stepped_through(qtbot: QtBot, window: MainWindow) -> None:
    tab = lay(qtbot, window, asking_review((ASKING + LINE * 20) * 75))
    assert tab.review.model.rowCount() == 75 * 7
    assert tab.review.left.text() == "225 to decide"
    press(tab, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert tab.review.left.text() == "75 to decide"


def test_a_letter_with_nothing_to_remove_says_so(qtbot: QtBot, window: MainWindow) -> None:
    tab = lay(qtbot, window, asking_review("The knee hurts."))
    assert tab.review.model.rowCount() == 0
    assert tab.review.card.words.text().startswith("Nothing that identifies a person was found.")
    assert tab.primary.text() == "Analyze"
    for key in (Qt.Key.Key_N, Qt.Key.Key_R, Qt.Key.Key_K):
        press(tab, key)
    assert tab.review.current is None
