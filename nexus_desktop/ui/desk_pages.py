"""The middle of the Analyze tab: the letter, or a page that takes its place for a while, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from nexus_desktop.ui.side_page import SidePage
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.ui.next_step import NextStep

BACK = tr("Back to the letter")


class DeskPages(QStackedWidget):
    """``back_wanted`` when the person is done with a page."""

    back_wanted = Signal()

    def __init__(self, letter: QWidget, pages: Sequence[SidePage], next_step: NextStep) -> None:
        super().__init__()
        self._letter, self._next_step = letter, next_step
        self.addWidget(letter)
        for page in pages:
            self.addWidget(page)
            page.step_changed.connect(self._offer)
            page.left.connect(self.back_wanted)

    @property
    def page(self) -> SidePage | None:
        """The page that is shown; None for the letter."""
        shown = self.currentWidget()
        return shown if isinstance(shown, SidePage) else None

    def show_letter(self) -> None:
        """Show the letter again."""
        self.setCurrentWidget(self._letter)

    def show_page(self, page: SidePage) -> None:
        """Show a page, and its next step."""
        self.setCurrentWidget(page)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        page = self.page
        if page is not None:
            self._next_step.offer(page.step, enabled=page.ready, secondary=BACK)
