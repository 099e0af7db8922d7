"""The letter as it came beside the letter as it is analyzed: one of the two, or both with linked scrolling."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from nexus_desktop.ui.letter_text import PlaceMap
from nexus_desktop.ui.letter_view import LetterView
from nexus_desktop.ui.theme import LARGE, TINY, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.turns import Turns
from nexus_desktop.ui.widgets import label


class Side(StrEnum):
    """What is in view."""

    ORIGINAL = "original"
    REDACTED = "redacted"
    BOTH = "both"


class LetterPair(QSplitter):
    """Two views of one letter. Scrolling either brings the other to the same words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.turns = Turns(self)
        self.original = LetterView(theme, tr("Letter as it came"), self.turns)
        self._places = PlaceMap()
        self._follows = False
        self.side = Side.ORIGINAL
        self.shares = [1, 1]  # of the width; what the person made of them is kept for the next start
        self.splitterMoved.connect(self._was_moved)
        self._leader = self.original
        self._shown = QTimer(self)
        self._shown.setSingleShot(True)
        self._shown.timeout.connect(self._follow_shown)
        self._captions: list[QWidget] = []
        self._columns: list[QWidget] = []
        self.redacted = LetterView(theme, tr("Redacted letter"), self.turns)
        for view, words in ((self.original, tr("As it came")), (self.redacted, tr("As it is analyzed"))):
            column = QWidget()
            layout = QVBoxLayout(column)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(TINY)
            caption = label(words, "caption")
            caption.setContentsMargins(LARGE, 0, LARGE, 0)
            self._captions.append(caption)
            layout.addWidget(caption)
            layout.addWidget(view, 1)
            self._columns.append(column)
            self.addWidget(column)
        self.setChildrenCollapsible(False)
        self.original.scrolled.connect(self._lead_from_original)
        self.redacted.scrolled.connect(self._lead_from_redacted)
        self.redacted.filled.connect(self._lead_from_original)
        self.show_side(Side.ORIGINAL)

    def show_side(self, side: Side) -> None:
        """Show one or both; what comes into view stands at the words that were in view before."""
        self._leader = self.redacted if self.side is Side.REDACTED else self.original
        self.side = side
        for caption in self._captions:
            caption.setVisible(side is Side.BOTH)
        for column, other in zip(self._columns, (Side.REDACTED, Side.ORIGINAL), strict=True):
            self._show_column(column, side is not other, self.width() // (2 if side is Side.BOTH else 1))
        if side is Side.BOTH:
            self.setSizes([share * self.width() // sum(self.shares) for share in self.shares])
        self._shown.start()

    @Slot()
    def _was_moved(self) -> None:
        self.shares = self.sizes()

    def _show_column(self, column: QWidget, shown: bool, width: int) -> None:
        """A column that comes in is given its size first: at the width of a fresh widget fifty pages break into ten
        times as many lines, which takes 150 ms."""
        if shown and column.isHidden():
            column.resize(width, self.height())
            layout = column.layout()
            if layout is not None:
                layout.activate()
        column.setVisible(shown)

    @Slot()
    def _follow_shown(self) -> None:
        self._bring(self._leader, self.original if self._leader is self.redacted else self.redacted)

    def link(self, places: PlaceMap) -> None:
        """Take up which words of one are which of the other."""
        self._places = places

    @property
    def places(self) -> PlaceMap:
        """Which place of one text is which of the other."""
        return self._places

    @Slot()
    def _lead_from_original(self) -> None:
        if self.side is Side.BOTH:
            self._bring(self.original, self.redacted)

    @Slot()
    def _lead_from_redacted(self) -> None:
        if self.side is Side.BOTH:
            self._bring(self.redacted, self.original)

    def _bring(self, leader: LetterView, follower: LetterView) -> None:
        if self._follows or not leader.text or not follower.text:
            return
        self._follows = True
        place, offset = leader.top()
        places = self._places
        follower.put_on_top(places.redacted(place) if leader is self.original else places.original(place), offset)
        self._follows = False
