"""A timer in the window's thread that shows for how long the window stood still."""

from __future__ import annotations

from time import perf_counter, thread_time

from PySide6.QtCore import QTimer


class Heart:
    """Beats every 2 ms and remembers the longest pause, and the most that this thread itself computed in one go: that
    is the pause on a machine that has nothing else to do. In seconds."""

    def __init__(self) -> None:
        self.longest, self.own, self.beats = 0.0, 0.0, 0
        self._last, self._used = perf_counter(), thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(2)

    def _beat(self) -> None:
        now, used = perf_counter(), thread_time()
        self.longest, self.own, self.beats = (
            max(self.longest, now - self._last),
            max(self.own, used - self._used),
            self.beats + 1,
        )
        self._last, self._used = now, used

    def begin(self) -> None:
        """Forget the pauses so far."""
        self.longest, self.own, self.beats = 0.0, 0.0, 0
        self._last, self._used = perf_counter(), thread_time()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
