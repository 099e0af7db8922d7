"""What the window does now and then by itself: the figures of the day go into the store every five minutes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from pytestqt.qtbot import QtBot

from nexus_desktop.services.session import LockReason
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.window_lock import State
from tests.integration.fault_story import LETTER
from tests.ui.conftest import PATIENCE, quiet
from tests.ui.stores import kept_window
from tests.ui.story import analyze, paste
from tests.ui.test_locking import unlock

__all__ = ["kept_window"]
FIVE_MINUTES = 300_000  # milliseconds


def kept(window: MainWindow) -> int:
    """Figures that are in the store, without keeping any by asking."""
    today: date = datetime.now(UTC).date()
    return sum(one.count for one in window._application.audit._store.figures_since(today - timedelta(days=1)))


def test_the_timer_keeps_what_was_counted_and_a_crash_costs_no_more_than_five_minutes(
    qtbot: QtBot, kept_window: MainWindow
) -> None:
    window, timer = kept_window, kept_window.upkeep._counting
    assert (timer.isActive(), timer.interval(), timer.isSingleShot()) == (True, FIVE_MINUTES, False)
    paste(qtbot, window, LETTER)
    analyze(qtbot, window)
    window._application.figures.keep()
    before = kept(window)
    paste(qtbot, window, LETTER + "Another letter.")
    analyze(qtbot, window)
    assert window._application.figures.fresh
    assert kept(window) == before
    timer.setInterval(1)  # five minutes later
    qtbot.waitUntil(lambda: kept(window) > before, timeout=PATIENCE)
    quiet(qtbot, window)
    qtbot.waitUntil(lambda: not window._application.figures.fresh, timeout=PATIENCE)
    after = kept(window)
    with qtbot.waitSignals([timer.timeout, timer.timeout], timeout=PATIENCE):
        pass
    quiet(qtbot, window)
    assert kept(window) == after  # nothing new, nothing written


def test_a_locked_window_writes_nothing_and_keeps_the_figures_in_hand(qtbot: QtBot, kept_window: MainWindow) -> None:
    window, timer = kept_window, kept_window.upkeep._counting
    window._application.figures.keep()
    before = kept(window)
    paste(qtbot, window, LETTER)
    analyze(qtbot, window)
    window.locking.lock(LockReason.ASKED)
    qtbot.waitUntil(lambda: window.locking.state is State.LOCKED, timeout=PATIENCE)
    timer.setInterval(1)
    with qtbot.waitSignals([timer.timeout, timer.timeout], timeout=PATIENCE):
        pass
    timer.stop()
    assert window._application.figures.fresh
    unlock(qtbot, window)
    assert kept(window) == before
    window.upkeep.keep_figures()
    quiet(qtbot, window)
    assert kept(window) > before
