"""A timer in the window's thread that shows for how long the window stood still."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QTimer


class Heart:
    """Beats every 2 ms and remembers the longest pause, in seconds."""

    def __init__(self) -> None:
        self.longest, self.beats = 0.0, 0
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(2)

    def _beat(self) -> None:
        now = perf_counter()
        self.longest, self.beats = max(self.longest, now - self._last), self.beats + 1
        self._last = now

    def begin(self) -> None:
        """Forget the pauses so far."""
        self.longest, self.beats, self._last = 0.0, 0, perf_counter()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
