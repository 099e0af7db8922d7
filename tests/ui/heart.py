"""A timer in the window's thread that shows for how long the window stood still."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter, thread_time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

BEFORE, AFTER = 50, 200
"""Milliseconds of rest around an act: what it leaves for later belongs to it."""


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

    def during(self, act: Callable[[], object], busy: Callable[[], bool]) -> tuple[float, float]:
        """From an act until nothing is ``busy`` any more and all is shown: the longest pause, and the longest that
        this thread computed without a pause; in seconds."""
        loop = QEventLoop()
        QTimer.singleShot(BEFORE, loop.quit)
        loop.exec()
        self.begin()
        act()
        QApplication.processEvents()
        while busy():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        QTimer.singleShot(AFTER, loop.quit)
        loop.exec()
        return self.longest, self.own
