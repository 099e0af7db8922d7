"""Pages of which one is shown, each made when it is first chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget


def is_made(owner: QWidget, page: str) -> bool:
    """Whether the cached property with this name of a tab has been asked for: whether its page is there."""
    return page in owner.__dict__


class LateStack(QStackedWidget):
    """A stack of what ``makers`` return; a maker may return a page that somebody else has made meanwhile.

    The first page is best chosen when the stack stands in its window: a style sheet is matched against a page again
    each time something around it is put into something else.
    """

    def __init__(self, *makers: Callable[[], QWidget]) -> None:
        super().__init__()
        self._makers = makers

    @Slot(int)
    def choose(self, number: int) -> None:
        """Show the page with this number."""
        page = self._makers[number]()
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
