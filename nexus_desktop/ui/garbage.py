"""Python's search for garbage, in the window's own thread and a little at a time.

Left to itself it begins in whatever thread happens to make an object too many: in the middle of showing something
(10 to 18 ms more in one go, measured), or in a job that would then delete widgets in its own thread.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 1000  # milliseconds
YOUNG, MIDDLE, OLD = 700, 10, 30
"""New objects, and looks at the generation before, from which on a generation is looked through."""


class Garbage(QObject):
    """From now on what is there stays unlooked at, and what comes is looked through every second, once it is much."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)
        self.destroyed.connect(gc.enable)

    @Slot()
    def look(self) -> None:
        """Look through the generations that are due."""
        young, middle, old = gc.get_count()
        if old >= OLD:
            gc.collect(2)
        elif middle >= MIDDLE:
            gc.collect(1)
        elif young >= YOUNG:
            gc.collect(0)
