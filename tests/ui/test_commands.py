"""The palette: what it offers is what can be done now, a few letters find it, and Enter does it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nexus_desktop.ui.command_palette import NOTHING, CommandPalette
from nexus_desktop.ui.commands import Command, distinct, fit, plain, sought
from nexus_desktop.ui.help_window import PAGES
from nexus_desktop.ui.letter_pair import Side
from nexus_desktop.ui.main_window import MainWindow
from tests.ui.conftest import quiet
from tests.ui.story import asking_review, lay
from tests.ui.test_main_window import unnamed

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def in_palette(window: MainWindow, act: Callable[[CommandPalette], None]) -> None:
    """Open the palette by its keys, and do something in it."""
    done: list[bool] = []

    def once() -> None:
        palette = QApplication.activeModalWidget()
        if palette is None:
            QTimer.singleShot(10, once)  # not up yet
            return
        assert isinstance(palette, CommandPalette)
        try:
            act(palette)
            done.append(True)
        finally:
            if palette.isVisible():
                palette.reject()

    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the one before
    window.activateWindow()  # as a window manager does when a dialog has closed
    assert QTest.qWaitForWindowActive(window)
    QTimer.singleShot(0, once)
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    assert done == [True]


def offered(window: MainWindow) -> list[Command]:
    found: list[Command] = []
    in_palette(window, lambda palette: found.extend(palette._commands))
    return found


def choose(window: MainWindow, typed: str, *keys: Qt.Key) -> None:
    """Type, press keys, and Enter."""

    def act(palette: CommandPalette) -> None:
        QTest.keyClicks(palette.edit, typed)
        for key in (*keys, Qt.Key.Key_Return):
            QTest.keyClick(palette.edit, key)

    in_palette(window, act)


@pytest.mark.parametrize(
    ("typed", "words", "fits"),
    [
        ("exrep", "Export report", True),
        ("expired", "Export report", False),
        ("HELP TAB", "Help for this tab", True),
        ("er", "Export report", True),
        ("re", "er", False),  # the order counts
    ],
)
def test_letters_in_their_order_fit(typed: str, words: str, fits: bool) -> None:
    assert (fit(typed, words) is not None) is fits


def test_the_best_stands_first() -> None:
    def made(words: str, place: str = "Letter") -> Command:
        return Command(words, place, "", lambda: None)

    commands = [made("Prompts", "View"), made("Add a folder"), made("Audit", "View"), made("Add letters")]
    assert next(one.words for one in sought(commands, "aud")) == "Audit"
    assert next(one.words for one in sought(commands, "al")) == "Add letters"
    assert [one.words for one in sought(commands, "view")] == ["Prompts", "Audit"]
    assert sought(commands, "") == commands


def test_a_button_that_a_menu_has_is_named_once() -> None:
    menu, button = Command("Lock", "Data", "Ctrl+L", print), Command("Lock", "Health", "", print)
    assert distinct([menu, button]) == [menu]
    assert plain("Save && &close …") == "Save & close"


def test_everything_that_can_be_done_is_offered_and_nothing_else(qtbot: QtBot, window: MainWindow) -> None:
    window.analyze.cases.make_case("2026-014", "C-7")
    quiet(qtbot, window)
    window.analyze.keys.back.trigger()
    commands = offered(window)
    words = {one.words for one in commands}
    assert {"Analyze", "Compliance", "Audit", "Health", "Prompts", "2026-014"} <= words
    assert {title for _, title in PAGES} <= words
    assert "Add letters" in words
    assert "Remove" not in words  # no letter is under review
    keys = {one.words: one.keys for one in commands}
    assert keys["Export report"] == "Ctrl+E"
    lay(qtbot, window, asking_review())
    assert {"Remove", "Keep", "Side by side"} <= {one.words for one in offered(window)}
    in_menus = {plain(one.text()) for one in window.findChildren(QAction) if one.isEnabled() and one.text()}
    titles = {plain(one.text()) for one in window.menuBar().actions()}
    assert in_menus - titles - {one.words for one in offered(window)} <= {"Look", "Language"}


def test_what_stands_on_the_tab_in_view_is_offered_there(qtbot: QtBot, window: MainWindow) -> None:
    assert "Export record" not in {one.words for one in offered(window)}
    window.tabs.setCurrentWidget(window.tabs.compliance)
    assert "Export record" in {one.words for one in offered(window)}


def test_typing_arrows_and_enter_do_it(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, "audi")
    assert window.tabs.currentWidget() is window.tabs.audit
    choose(window, "view", Qt.Key.Key_Down)
    assert window.tabs.currentWidget() is window.tabs.compliance
    tab = lay(qtbot, window, asking_review())
    window.tabs.setCurrentWidget(tab)
    choose(window, "side by")
    assert tab.pane.pair.side is Side.BOTH


def test_a_case_is_opened_by_its_number(qtbot: QtBot, window: MainWindow) -> None:
    for number in ("2026-014", "2026-015"):
        window.analyze.cases.make_case(number, "")
        quiet(qtbot, window)
    window.tabs.setCurrentWidget(window.tabs.health)
    choose(window, "026014")
    quiet(qtbot, window)
    shown = window.analyze.cases.case.view
    assert window.tabs.currentWidget() is window.analyze
    assert shown is not None
    assert shown.line.matter.reference == "2026-014"


def test_it_has_names_says_what_is_marked_and_leaves_by_escape(qtbot: QtBot, window: MainWindow) -> None:
    def act(palette: CommandPalette) -> None:
        assert unnamed(palette) == []
        QTest.keyClicks(palette.edit, "exprep")
        assert palette.edit.accessibleDescription() == "Export report, Letter, Ctrl+E"
        QTest.keyClicks(palette.edit, "qqq")
        assert palette.hint.text() == NOTHING
        QTest.keyClick(palette.edit, Qt.Key.Key_Return)
        assert palette.isVisible()
        QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
        assert palette.chosen is None

    in_palette(window, act)


def test_a_locked_window_offers_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window._cover()
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    assert QApplication.activeModalWidget() is None
    window._uncover()
    quiet(qtbot, window)
