"""Takes identifiers off the clipboard: what was copied out of a letter and names somebody is cleared after a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from nexus_desktop.ui.translation import tr

SECONDS = 30
CLEARED = tr("The text you copied held identifiers; it was taken off the clipboard.")


class ClipboardWatch(QObject):
    """``cleared`` carries a line for the status bar. What another program copied is never touched."""

    cleared = Signal(str)

    def __init__(self, holds_identifiers: Callable[[str], bool], parent: QObject, seconds: float = SECONDS) -> None:
        """``holds_identifiers`` says whether a text that was copied holds one of the letters in hand."""
        super().__init__(parent)
        self._holds, self._copied = holds_identifiers, ""
        self._clipboard = QGuiApplication.clipboard()
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(round(1000 * seconds))
        self._over.timeout.connect(self._clear)
        self._clipboard.dataChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        self._over.stop()
        copied = self._clipboard.text() if self._clipboard.ownsClipboard() else ""
        self._copied = copied if copied and self._holds(copied) else ""
        if self._copied:
            self._over.start()

    @Slot()
    def _clear(self) -> None:
        """Locking clears it earlier; a lock in between does not stop this."""
        if self._clipboard.ownsClipboard() and self._clipboard.text() == self._copied:
            self._clipboard.clear()
            self.cleared.emit(CLEARED)
        self._copied = ""
