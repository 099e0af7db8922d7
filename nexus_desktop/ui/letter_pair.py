"""The letter as it came beside the letter as it is analyzed: one of the two, or both with linked scrolling."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from nexus_desktop.ui.letter_text import PlaceMap
from nexus_desktop.ui.letter_view import LetterView
from nexus_desktop.ui.theme import LARGE, TINY, Theme
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
        self.original = LetterView(theme, "Letter as it came")
        self.redacted = LetterView(theme, "Redacted letter")
        self._places = PlaceMap()
        self._follows = False
        self.side = Side.ORIGINAL
        self._captions: list[QWidget] = []
        self._columns: list[QWidget] = []
        for view, words in ((self.original, "As it came"), (self.redacted, "As it is analyzed")):
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
        leads_redacted = self.side is Side.REDACTED
        self.side = side
        self._columns[0].setVisible(side is not Side.REDACTED)
        self._columns[1].setVisible(side is not Side.ORIGINAL)
        for caption in self._captions:
            caption.setVisible(side is Side.BOTH)
        if leads_redacted:
            self._bring(self.redacted, self.original)
        else:
            self._bring(self.original, self.redacted)

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
