"""Says, for whoever measures or drives the program from outside, that the window is there and answers.

``window --ready-file=FILE`` writes the file once the window has been painted and its event loop is idle. The smoke test
of the frozen program waits for it, on every system alike; nothing else does.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

OPTION = "--ready-file="


class ReadyFile(QObject):
    """Waits for the first painting of a window."""

    def __init__(self, window: QWidget, path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets every event pass."""
        if watched is self._window and event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._write)
        return False

    def _write(self) -> None:
        self._path.write_text("ready\n", "utf-8")


def attend(window: QWidget, arguments: Sequence[str]) -> None:
    """Heed the option where it was given."""
    for word in arguments:
        if word.startswith(OPTION):
            ReadyFile(window, Path(word.removeprefix(OPTION)))
