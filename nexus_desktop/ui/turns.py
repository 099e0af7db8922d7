"""Work in the window cut into pieces, one a turn of the event loop, so that no key has to wait for all of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Slot

Piece = Callable[[], object]
BETWEEN = 8  # milliseconds, for keys, layout and paint; with none they would add up with the next piece


class Turns(QObject):
    """Does pieces in their order. Beginning another piece of work drops what was left of the one before."""

    _last_done: ClassVar[float] = 0.0  # seconds of the clock, of whichever work

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: deque[Piece] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN)
        self._timer.timeout.connect(self._do_one)

    @property
    def pending(self) -> bool:
        """Whether something is left to do."""
        return bool(self._left)

    def start(self, first: Piece, *others: Piece) -> None:
        """Do the first piece now and the others later."""
        self._left = deque(others)
        first()
        if self._left:
            self._timer.start()

    def add(self, *pieces: Piece) -> None:
        """Do more later, behind what is left."""
        self._left.extend(pieces)
        self._timer.start()

    def drop(self) -> None:
        """Leave undone what is left."""
        self._left.clear()

    @Slot()
    def _do_one(self) -> None:
        if self._left and monotonic() - Turns._last_done < BETWEEN / 2000:
            return  # a piece of other work was done just now: what is due in between comes first
        if self._left:
            self._left.popleft()()
            Turns._last_done = monotonic()
        if not self._left:
            self._timer.stop()
