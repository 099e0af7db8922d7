"""Locked: nothing of a client on the screen, whatever was open; unlocked: everything as it was."""

from __future__ import annotations

import psutil
import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.models import errors
from nexus_desktop.services.session import LockReason
from nexus_desktop.ui.client_dialog import ClientDialog
from nexus_desktop.ui.idle import Idle
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.window_lock import State
from tests.letters import LETTER, NAME, SURNAME
from tests.ui.conftest import quiet
from tests.ui.stores import PASSPHRASE, kept_window
from tests.ui.test_main_window import unnamed

__all__ = ["kept_window"]


def analyzed(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(LETTER)
    window.analyze.intake.paste()
    quiet(qtbot, window)
    letter = window.analyze.letter
    assert letter is not None
    assert letter.review is not None
    for finding in letter.review.undecided():
        letter.review.decide(finding, redact=True)


def words_in_view(window: QWidget) -> str:
    """Whatever visible widgets say, as a screen reader or a glance would find it."""
    said = [window.windowTitle()]
    for part in window.findChildren(QWidget):
        if part.isVisible():
            for get in ("text", "toPlainText", "placeholderText", "toolTip"):
                value = getattr(part, get, "")
                value = value() if callable(value) else value
                said.append(value if isinstance(value, str) else "")
    return " ".join(said)


def lock(qtbot: QtBot, window: MainWindow) -> None:
    window.locking.lock(LockReason.ASKED)
    qtbot.waitUntil(lambda: window.locking.state is State.LOCKED)


def unlock(qtbot: QtBot, window: MainWindow, passphrase: str = PASSPHRASE) -> None:
    qtbot.keyClicks(window.lock_page.secret, passphrase)
    qtbot.keyClick(window.lock_page.secret, Qt.Key.Key_Return)
    quiet(qtbot, window)


def test_a_locked_window_shows_nothing_of_a_client(
    qtbot: QtBot, kept_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = kept_window
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)  # the offscreen platform never says so
    analyzed(qtbot, window)
    assert SURNAME in words_in_view(window)
    dialog = ClientDialog(window.analyze.letter.client, window)  # type: ignore[union-attr]
    dialog.names.setPlainText(NAME)
    dialog.show()
    lock(qtbot, window)
    assert not dialog.isVisible()
    assert SURNAME not in words_in_view(window)
    assert window.stack.currentWidget() is window.lock_page
    assert QGuiApplication.clipboard().text() == ""
    assert not any(action.isEnabled() for action in window.findChildren(QAction) if action.shortcut().toString())
    assert "1 letter on the desk stays" in words_in_view(window)
    assert unnamed(window) == []
    with pytest.raises(errors.StoreLocked):
        window._application.audit.count()


def test_locking_ends_the_process_that_has_seen_letters_and_the_next_letter_brings_it_back(
    qtbot: QtBot, kept_window: MainWindow
) -> None:
    def children() -> list[psutil.Process]:
        return [one for one in psutil.Process().children() if "--long-letters" in one.cmdline()]

    window = kept_window
    window.settle()
    analyzed(qtbot, window)
    assert len(children()) == 1
    lock(qtbot, window)
    assert children() == []
    unlock(qtbot, window)
    window.analyze.flow.analyze(window.analyze.letter)  # type: ignore[arg-type]
    quiet(qtbot, window)
    assert len(children()) == 1


def test_what_could_not_be_used_before_cannot_be_afterwards(qtbot: QtBot, kept_window: MainWindow) -> None:
    def usable() -> list[str]:
        return [action.text() for action in kept_window.findChildren(QAction) if action.isEnabled()]

    before = usable()
    lock(qtbot, kept_window)
    assert usable() == []
    unlock(qtbot, kept_window)
    assert usable() == before


def test_unlocked_it_goes_on_where_it_was(qtbot: QtBot, kept_window: MainWindow) -> None:
    window = kept_window
    analyzed(qtbot, window)
    lock(qtbot, window)
    unlock(qtbot, window, "not the passphrase")
    assert window.locking.state is State.LOCKED
    assert "does not open" in window.lock_page.problem.text()
    window.lock_page.secret.clear()
    unlock(qtbot, window)
    assert window.locking.is_open
    assert window.stack.currentWidget() is window.tabs
    assert window.lock_page.secret.text() == ""
    assert SURNAME in words_in_view(window)
    window.analyze.flow.analyze(window.analyze.letter)  # type: ignore[arg-type]
    quiet(qtbot, window)
    acts = [line.act for line in window._application.audit.page(5)]
    assert acts == ["Letter analyzed", "Redactions reviewed", "Unlocked", "Locked", "Letter read"]
    assert window.tabs.audit.model.rowCount() == window._application.audit.count()


def test_with_work_under_way_the_screen_is_covered_at_once_and_the_work_is_finished(
    qtbot: QtBot, kept_window: MainWindow
) -> None:
    window = kept_window
    analyzed(qtbot, window)
    window.analyze.flow.analyze(window.analyze.letter)  # type: ignore[arg-type]
    assert window._runner.busy
    window.locking.lock(LockReason.ASKED)
    assert window.stack.currentWidget() is window.lock_page
    assert not window._application.session.is_locked
    assert not window.lock_page.unlock.isEnabled()
    qtbot.waitUntil(lambda: window.locking.state is State.LOCKED, timeout=20_000)
    assert window._application.session.is_locked
    unlock(qtbot, window)
    assert len(window._application.letters.newest(5)) == 1
    assert window.analyze.result._own == {}  # the findings can be disagreed with, though it was locked when they came


def test_the_recovery_key_unlocks(qtbot: QtBot, kept_window: MainWindow) -> None:
    window, keys = kept_window, kept_window._application.keys
    sheet = keys.new_recovery_key()
    keys.confirm_recovery_key(sheet, {1: sheet.groups[0], 2: sheet.groups[1]})
    lock(qtbot, window)
    qtbot.mouseClick(window.lock_page.other, Qt.MouseButton.LeftButton)
    assert window.lock_page.secret.accessibleName() == "Recovery key"
    unlock(qtbot, window, sheet.text)
    assert window.locking.is_open


def test_a_window_that_cannot_be_locked_does_not_offer_it(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.lock.isVisible()
    window.locking.lock(LockReason.IDLE)
    assert window.locking.is_open
    assert window.locking.idle is None


# --- nobody at the machine --------------------------------------------------------------------------------------------


class Clocks:
    """Steady and wall clock, set by hand."""

    def __init__(self) -> None:
        self.steady, self.wall = 1000.0, 50_000.0

    def __call__(self) -> tuple[float, float]:
        return self.steady, self.wall

    def pass_by(self, seconds: float, *, asleep: bool = False) -> None:
        self.wall += seconds
        self.steady += 0 if asleep else seconds


@pytest.mark.parametrize("asleep", [False, True])
def test_ten_minutes_without_a_sign_of_life_lock_it(qtbot: QtBot, qapp: QObject, asleep: bool) -> None:
    clocks, parent, seen = Clocks(), QWidget(), list[str]()
    qtbot.addWidget(parent)
    idle = Idle(10, parent, clocks)
    idle.elapsed.connect(lambda: seen.append("locked"))
    clocks.pass_by(599, asleep=asleep)
    idle.look()
    assert seen == []
    clocks.pass_by(1, asleep=asleep)
    idle.look()
    idle.look()
    assert seen == ["locked"]


def test_keys_and_clicks_put_it_off(qtbot: QtBot, kept_window: MainWindow) -> None:
    window, clocks = kept_window, Clocks()
    assert window.locking.idle is not None
    idle = Idle(10, window, clocks)
    idle.follow(QGuiApplication.instance())
    dialog = QDialog(window)
    dialog.show()
    idle.look_around()  # as it does by itself every few seconds
    main, above = window.windowHandle(), dialog.windowHandle()  # where the system brings keys and clicks
    seen: list[str] = []
    idle.elapsed.connect(lambda: seen.append("locked"))
    for act in (
        lambda: QTest.keyClick(above, Qt.Key.Key_Shift),
        lambda: QTest.mouseMove(above, QPoint(9, 9)),
        lambda: QTest.keyClick(main, Qt.Key.Key_Shift),
        lambda: QTest.mouseClick(main, Qt.MouseButton.LeftButton, pos=QPoint(200, 20)),
        lambda: QTest.mouseMove(main, QPoint(9, 9)),
    ):
        clocks.pass_by(599)
        act()
        idle.look()
    assert seen == []
    clocks.pass_by(601)
    idle.look()
    assert seen == ["locked"]


def test_an_open_dialog_does_not_stop_it(qtbot: QtBot, kept_window: MainWindow) -> None:
    window = kept_window
    dialog = QDialog(window)
    QLabel(NAME, dialog)
    dialog.open()
    assert window.locking.idle is not None
    window.locking.idle.elapsed.emit()
    qtbot.waitUntil(lambda: window.locking.state is State.LOCKED)
    assert not dialog.isVisible()
    assert "reason: idle" in _last_lock(qtbot, window)


def _last_lock(qtbot: QtBot, window: MainWindow) -> tuple[str, ...]:
    unlock(qtbot, window)
    return next(line.told for line in window._application.audit.page(5) if line.act == "Locked")
