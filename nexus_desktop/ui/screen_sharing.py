"""Keeps the program's windows out of shared screens, recordings and screenshots, where the person wants that.

Windows and macOS can be asked to leave a window out; on Linux no program can ask for it.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from nexus_desktop.ui.translation import tr

KEY = "privacy/hidden_from_sharing"
WDA_NONE, WDA_EXCLUDEFROMCAPTURE = 0x00, 0x11
NS_WINDOW_SHARING_NONE, NS_WINDOW_SHARING_READ_ONLY = 0, 1
Hider = Callable[[int, bool], None]
"""Takes the handle of a window, and whether it is to be hidden."""


def _windows(handle: int, hidden: bool) -> None:
    user32 = ctypes.WinDLL("user32")  # type: ignore[attr-defined]
    user32.SetWindowDisplayAffinity(handle, WDA_EXCLUDEFROMCAPTURE if hidden else WDA_NONE)


def _mac(handle: int, hidden: bool) -> None:
    objc = ctypes.CDLL(ctypes.util.find_library("objc"))
    objc.sel_registerName.restype = ctypes.c_void_p
    send = objc.objc_msgSend
    send.restype, send.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_void_p]
    window = send(handle, objc.sel_registerName(b"window"))
    send.restype, send.argtypes = None, [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong]
    kind = NS_WINDOW_SHARING_NONE if hidden else NS_WINDOW_SHARING_READ_ONLY
    send(window, objc.sel_registerName(b"setSharingType:"), kind)


HIDERS: dict[str, Hider] = {"win32": _windows, "darwin": _mac}


class HideFromSharing(QAction):
    """A choice of the menu View, for every window of the program, remembered with its size."""

    def __init__(self, window_file: Path, parent: QWidget) -> None:
        super().__init__(tr("&Hide from screen sharing"), parent)
        self._file, self._hider = window_file, HIDERS.get(sys.platform)
        self.setCheckable(True)
        self.setEnabled(self._hider is not None)
        self.setStatusTip(  # a menu shows no tips of its actions; the status line does
            tr("Shared screens and recordings show nothing of this program's windows.")
            if self._hider is not None
            else tr("On this system a program cannot ask to be left out of shared screens.")
        )
        store = QSettings(str(window_file), QSettings.Format.IniFormat)
        if self._hider is not None and store.value(KEY, "") == "yes":
            self.setChecked(True)
            self._watch(hidden=True)
        self.toggled.connect(self._chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's own name: a window that comes up is hidden like the others."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._apply(watched)
        return False

    def _watch(self, *, hidden: bool) -> None:
        """Look at every event of the program only while windows are to be hidden: each costs a call."""
        app = QApplication.instance()
        if app is not None and hidden:
            app.installEventFilter(self)
        elif app is not None:
            app.removeEventFilter(self)

    def _chosen(self, hidden: bool) -> None:
        self._watch(hidden=hidden)
        store = QSettings(str(self._file), QSettings.Format.IniFormat)
        store.setValue(KEY, "yes" if hidden else "no")
        store.sync()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._apply(window)

    def _apply(self, window: QWidget) -> None:
        if self._hider is not None:
            self._hider(int(window.winId()), self.isChecked())
