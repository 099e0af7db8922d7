"""Notices that nobody is at the machine: no key, click, wheel or movement in this program for so many minutes.

Wall clock and steady clock both count, so that a machine that was asleep is found locked when it wakes.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_MILLISECONDS = 5000
SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Idle(QObject):
    """``elapsed`` once the minutes are over; then again after the next sign of life and as many minutes."""

    elapsed = Signal()

    def __init__(
        self,
        minutes: float,
        parent: QObject,
        clocks: Callable[[], tuple[float, float]] = lambda: (monotonic(), time()),
    ) -> None:
        super().__init__(parent)
        self._seconds, self._clocks = 60 * minutes, clocks
        self._last, self._told = clocks(), False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_around)
        self._timer.start(LOOK_MILLISECONDS)

    def follow(self, app: QGuiApplication) -> None:
        """Look for signs of life in every window of the program.

        In the windows of the system, where keys and clicks arrive: a filter on the program would be called for each
        event of each widget, thousands of times while a page is made (measured: a sixth of the time that takes).
        """
        app.focusWindowChanged.connect(self._came_up)
        self.look_around()

    @Slot(QWindow)
    def _came_up(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's own name: every event of a window passes here, and goes on."""
        if event.type() in SIGNS_OF_LIFE:
            self.look()  # the first movement after a long sleep comes before the timer
            self._last, self._told = self._clocks(), False
        return False

    @Slot()
    def look_around(self) -> None:
        """Follow the windows that came since, those without the keyboard too, and see whether the time is over."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)
        self.look()

    @Slot()
    def look(self) -> None:
        """See whether the time is over."""
        now = self._clocks()
        if not self._told and max(now[0] - self._last[0], now[1] - self._last[1]) >= self._seconds:
            self._told = True
            self.elapsed.emit()
