"""The trash in a real window: by key, by menu and by mouse; undone within ten seconds, looked at, put back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nexus_desktop.models.errors import NexusError, RecordNotFound
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.services.session import LockReason
from nexus_desktop.ui.desk import Stage
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.upkeep import EMPTIED
from tests.letters import LETTER
from tests.ui.conftest import PATIENCE, quiet
from tests.ui.story import analyze, paste

pytestmark = pytest.mark.desk_only

TEN_SECONDS = 10.0


@pytest.fixture
def record(qtbot: QtBot, window: MainWindow) -> AnalysisRecord:
    """A saved analysis, chosen in its list; its letter is off the desk."""
    paste(qtbot, window, LETTER)
    made = analyze(qtbot, window)
    tab = window.analyze
    assert tab.letter is not None
    tab.work.take_off(tab.letter)
    choose(qtbot, window)
    return made


def choose(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.analyze.letters
    pane.saved_view.setFocus()
    pane.saved_view.setCurrentIndex(pane.saved.index(0, 0))
    quiet(qtbot, window)


def saved(window: MainWindow) -> list[str]:
    return [line.id for line in window._application.letters.newest(9)]


def delete(qtbot: QtBot, window: MainWindow) -> None:
    """Press Delete on the saved analysis that is chosen."""
    QTest.keyClick(window.analyze.letters.saved_view, Qt.Key.Key_Delete)
    quiet(qtbot, window)


def test_delete_moves_it_and_undo_brings_it_back(qtbot: QtBot, window: MainWindow, record: AnalysisRecord) -> None:
    tab, bar = window.analyze, window.analyze.work.bar
    delete(qtbot, window)
    assert saved(window) == []
    assert tab.letters.saved.rowCount() == 0
    assert bar.isVisible()
    assert "was moved to the trash" in bar.words.text()
    assert bar.seconds == TEN_SECONDS
    assert [one.text() for one in bar.buttons] == ["Undo", "Show the trash", "Close"]
    QTest.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    quiet(qtbot, window)
    assert saved(window) == [record.id]
    assert tab.letters.saved.rowCount() == 1
    assert not bar.isVisible()


def test_control_z_brings_it_back_too_while_the_bar_is_up(
    qtbot: QtBot, window: MainWindow, record: AnalysisRecord
) -> None:
    keys = window.analyze.keys
    assert not keys.undo_trash.isEnabled()
    delete(qtbot, window)
    assert keys.undo_trash.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    quiet(qtbot, window)
    assert saved(window) == [record.id]
    assert not keys.undo_trash.isEnabled()


def test_after_its_time_the_bar_goes_and_the_way_back_is_in_the_trash(
    qtbot: QtBot, window: MainWindow, record: AnalysisRecord
) -> None:
    bar, keys = window.analyze.work.bar, window.analyze.keys
    delete(qtbot, window)
    bar._time.start(1)  # the ten seconds are over
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=PATIENCE)
    assert not keys.undo_trash.isEnabled()
    assert saved(window) == []
    keys.show_trash.trigger()
    quiet(qtbot, window)
    page = window.analyze.trash.page
    assert window.analyze.middle.page is page
    assert page.model.rowCount() == 1
    assert window.analyze.primary.text() == "Put it back"
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(qtbot, window)
    assert saved(window) == [record.id]
    assert page.model.rowCount() == 0
    assert not window.analyze.primary.isEnabled()


def test_a_bar_that_somebody_is_at_stays(qtbot: QtBot, window: MainWindow, record: AnalysisRecord) -> None:
    bar = window.analyze.work.bar
    delete(qtbot, window)
    bar.buttons[0].setFocus()
    with qtbot.waitSignal(bar._time.timeout, timeout=PATIENCE):
        bar._time.start(1)
    assert bar.isVisible()
    window.analyze.letters.saved_view.setFocus()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=PATIENCE)


def test_the_context_menu_shows_the_key_and_does_it(qtbot: QtBot, window: MainWindow, record: AnalysisRecord) -> None:
    pane = window.analyze.letters
    menu = pane.saved_menu(pane.saved.index(0, 0))
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["&Open", "Move to the &trash"]
    assert menu.actions()[1].shortcut().toString() == "Del"
    menu.actions()[1].trigger()
    quiet(qtbot, window)
    assert saved(window) == []
    assert pane.saved_menu(pane.saved_view.indexAt(QPoint(5, 5))) is None  # nothing is there any more


def test_it_is_looked_at_and_cannot_be_moved_compared_noted_or_exported(
    qtbot: QtBot, window: MainWindow, record: AnalysisRecord
) -> None:
    tab = window.analyze
    delete(qtbot, window)
    QTest.mouseClick(tab.letters.trash, Qt.MouseButton.LeftButton)
    quiet(qtbot, window)
    QTest.keyClick(tab.trash.page.list, Qt.Key.Key_Return)
    quiet(qtbot, window)
    assert tab.record is not None
    assert (tab.record.id, tab.record.trashed_at is not None) == (record.id, True)
    assert (tab.primary.text(), tab.secondary.text()) == ("Put it back", "Back to the trash")
    assert tab.around.shown is not None
    assert tab.around.shown.move_letter.isHidden()
    assert tab.around.shown.compare_with.isHidden()
    assert not tab.keys.move.isEnabled()
    assert not tab.keys.trash.isEnabled()
    assert tab.keys.next.isEnabled()
    tab.export()
    assert window.focusWidget() is not None
    QTest.keyClick(window, Qt.Key.Key_Escape)
    quiet(qtbot, window)
    assert tab.middle.page is tab.trash.page
    QTest.keyClick(window, Qt.Key.Key_Escape)
    quiet(qtbot, window)
    assert tab.middle.page is None
    assert tab.record is None


def test_put_back_from_where_it_is_read_it_is_a_saved_one_again(
    qtbot: QtBot, window: MainWindow, record: AnalysisRecord
) -> None:
    tab = window.analyze
    delete(qtbot, window)
    tab.trash.look(record.id)
    quiet(qtbot, window)
    tab.primary.click()
    quiet(qtbot, window)
    assert tab.record is not None
    assert tab.record.trashed_at is None
    assert tab.primary.text() == "Export report"
    assert tab.keys.move.isEnabled()


def test_the_letter_on_the_desk_is_in_review_again(qtbot: QtBot, window: MainWindow) -> None:
    paste(qtbot, window, LETTER)
    made = analyze(qtbot, window)
    tab = window.analyze
    tab.pane.redacted.setFocus()
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    quiet(qtbot, window)
    assert tab.record is None
    assert tab.letter is not None
    assert tab.letter.stage is Stage.REVIEW
    assert saved(window) == []
    tab.trash.undo()
    quiet(qtbot, window)
    assert saved(window) == [made.id]


def test_nothing_chosen_nothing_moved(qtbot: QtBot, window: MainWindow) -> None:
    lines: list[str] = []
    window.analyze.said.connect(lines.append)
    window.analyze._trash_in_hand()
    window.analyze.trash.undo()
    quiet(qtbot, window)
    assert any("Choose a saved analysis first" in line for line in lines)
    assert window._application.trash.count() == 0


def test_the_search_page_forgets_it_at_once(qtbot: QtBot, window: MainWindow, record: AnalysisRecord) -> None:
    tab = window.analyze
    tab.letters.search.setText("knee")
    tab.letters.ask_search()
    tab.cases._seek()
    quiet(qtbot, window)
    assert tab.cases.search.model.rowCount() == 1
    tab.letters.saved_view.setFocus()
    delete(qtbot, window)
    assert tab.cases.search.isVisible()
    assert tab.cases.search.model.rowCount() == 0


def test_upkeep_empties_what_is_due_and_says_so(
    qtbot: QtBot, window: MainWindow, record: AnalysisRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = window._application.audit._store
    now = store.clock
    delete(qtbot, window)
    window.analyze.trash.show()
    quiet(qtbot, window)
    lines: list[str] = []
    window.upkeep.said.connect(lines.append)
    window.upkeep.look()
    quiet(qtbot, window)
    assert window.analyze.trash.page.model.rowCount() == 1
    monkeypatch.setattr(store, "clock", lambda: now() + timedelta(days=31))
    window.upkeep.look()
    quiet(qtbot, window)
    assert EMPTIED.format(days=30, count=1) in lines
    assert window.analyze.trash.page.model.rowCount() == 0
    with pytest.raises(RecordNotFound):
        window._application.trash.show(record.id)
    assert store.check_chain().intact


def test_a_locked_window_offers_no_way_back_until_it_is_open(
    qtbot: QtBot, window: MainWindow, record: AnalysisRecord, shown: list[NexusError]
) -> None:
    delete(qtbot, window)
    if window._application.session.can_lock:
        window.locking.lock(LockReason.ASKED)
        quiet(qtbot, window)
    assert shown == []
