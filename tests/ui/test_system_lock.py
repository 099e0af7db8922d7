"""When the system locks its screen, the window is locked with it: real signals on a bus of our own."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from nexus_desktop.ui import system_lock
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.system_lock import is_lock
from nexus_desktop.ui.window_lock import State
from tests.ui.stores import kept_window
from tests.ui.test_locking import _last_lock

__all__ = ["kept_window"]

STORY = """
import sys, time
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget
from nexus_desktop.ui.system_lock import SystemLock

app = QApplication([])
window, seen = QWidget(), []
SystemLock(window).locked.connect(lambda: seen.append("locked"))
screen = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "screen saver")
assert screen.registerService("org.freedesktop.ScreenSaver")
for active in (False, True):
    told = QDBusMessage.createSignal("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")
    told.setArguments([active])
    assert screen.send(told)
    until = time.monotonic() + (20 if active else 0.3)
    while time.monotonic() < until and not seen:
        QCoreApplication.processEvents()
    print(len(seen))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is how Linux says it")
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a D-Bus of its own")
def test_a_screen_saver_on_the_bus_is_heard() -> None:
    told = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", STORY], capture_output=True, text=True, timeout=120, check=True
    )
    assert told.stdout.split() == ["0", "1"]


def test_the_window_locks_with_the_system(qtbot: QtBot, kept_window: MainWindow) -> None:
    system = kept_window.locking.follow_system(kept_window)
    assert system is not None
    system._active_changed(False)
    assert kept_window.locking.is_open
    system._active_changed(True)
    qtbot.waitUntil(lambda: kept_window.locking.state is State.LOCKED)
    assert "reason: system" in _last_lock(qtbot, kept_window)


def test_a_window_that_is_never_locked_does_not_listen(window: MainWindow) -> None:
    assert window.locking.follow_system(window) is None


@pytest.mark.parametrize(
    ("message", "detail", "locks"),
    [
        (system_lock.WM_WTSSESSION_CHANGE, system_lock.WTS_SESSION_LOCK, True),
        (system_lock.WM_WTSSESSION_CHANGE, 0x8, False),  # unlocked
        (system_lock.WM_POWERBROADCAST, system_lock.PBT_APMSUSPEND, True),
        (system_lock.WM_POWERBROADCAST, 0x12, False),  # awake again
        (0x0100, system_lock.WTS_SESSION_LOCK, False),  # a key
    ],
)
def test_what_windows_says_is_told_apart(message: int, detail: int, locks: bool) -> None:
    assert is_lock(message, detail) is locks
