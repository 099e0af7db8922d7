"""A page that takes the place of the letter: of a case, of a search, of a comparison; with the next step in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nexus_desktop.ui.translation import tr


class SidePage(QWidget):
    """``step`` is what the one button of the window says, ``go_on`` what it does; ``step_changed`` when that is other
    than before, ``left`` when the person is done with the page."""

    step_changed = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.step = tr("Back")
        self.ready = True

    def offer(self, step: str, *, ready: bool = True) -> None:
        """Say another next step."""
        self.step, self.ready = step, ready
        self.step_changed.emit()

    def go_on(self) -> None:
        """Do the next step."""
        self.left.emit()
