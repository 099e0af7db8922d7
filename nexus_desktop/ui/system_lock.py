"""Hears when the system locks its screen or goes to sleep, so that the window is locked with it.

Linux says it on D-Bus (org.freedesktop.ScreenSaver, org.gnome.ScreenSaver, and login1 for sleep), Windows by messages
to the window. macOS says it only to programs that speak its own language; there, as everywhere, a machine that slept
longer than the idle time is found locked when it wakes (``ui.idle``).
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SCREENS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"),
)
SLEEP = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x0007
THIS_SESSION = 0


class SystemLock(QObject):
    """``locked`` when the screen was locked or the machine is about to sleep."""

    locked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._messages: _WindowsMessages | None = None
        if sys.platform == "win32":
            self._messages = _WindowsMessages(int(window.winId()), self)
        elif sys.platform.startswith("linux"):
            self.listen_on_buses()

    def listen_on_buses(self) -> bool:
        """Listen on the buses of this session and of the machine; whether there is one that takes it."""
        from PySide6.QtDBus import QDBusConnection

        slot, heard = SLOT("_active_changed(bool)"), False  # a str, whatever the stubs of PySide say
        for bus, signals in ((QDBusConnection.sessionBus(), SCREENS), (QDBusConnection.systemBus(), (SLEEP,))):
            if bus.isConnected():
                connected = [bus.connect(*one, self, slot) for one in signals]  # type: ignore[call-overload]
                heard |= any(connected)
        return heard

    @Slot(bool)
    def _active_changed(self, active: bool) -> None:
        if active:
            self.locked.emit()


class _WindowsMessages(QAbstractNativeEventFilter):
    """Looks at the messages of Windows as they come in, and lets each go on."""

    def __init__(self, handle: int, lock: SystemLock) -> None:
        super().__init__()
        self._lock = lock
        ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(handle, THIS_SESSION)  # type: ignore[attr-defined]
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Qt's own name."""
        if QByteArray(kind) == QByteArray(b"windows_generic_MSG"):
            from ctypes import wintypes

            told = wintypes.MSG.from_address(int(message))
            if is_lock(told.message, told.wParam):
                self._lock.locked.emit()
        return False, 0


def is_lock(message: int, detail: int) -> bool:
    """Whether a message of Windows says that the screen was locked or that the machine goes to sleep."""
    return (message, detail) in ((WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK), (WM_POWERBROADCAST, PBT_APMSUSPEND))
