"""The picture of a page beside its text: as wide as its pane, and at the height of the words that are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from nexus_desktop.ui.theme import LARGE, SMALL
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import PagePicture


class PageView(QWidget):
    """``page_wanted`` carries a number, counted from 1. Pictures are in memory only."""

    page_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self._share = 0.0
        self.page = self.pages = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setContentsMargins(LARGE, 0, LARGE, 0)
        row.setSpacing(SMALL)
        self.words = label("", "caption")
        self.previous, self.next = button(tr("Page before")), button(tr("Page after"))
        self.previous.clicked.connect(lambda: self.page_wanted.emit(self.page - 1))
        self.next.clicked.connect(lambda: self.page_wanted.emit(self.page + 1))
        row.addWidget(self.words, 1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        layout.addLayout(row)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidget(self._picture)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAccessibleName(tr("Page as it came"))
        layout.addWidget(self.area, 1)
        self.clear("")

    def clear(self, words: str) -> None:
        """Show no page, and say why."""
        self._pixmap, self.page = QPixmap(), 0
        self._picture.clear()
        self.words.setText(words)
        self.previous.hide()
        self.next.hide()

    def show_page(self, picture: PagePicture, share: float) -> None:
        """Show a page; ``share`` of its height stands above the words that are read."""
        self._pixmap.loadFromData(picture.png, "PNG")
        self.page, self.pages, self._share = picture.page, picture.pages, share
        self.words.setText(tr("Page {page} of {pages}, as it came").format(page=picture.page, pages=picture.pages))
        self._picture.setAccessibleName(self.words.text())
        for one, there in ((self.previous, picture.page > 1), (self.next, picture.page < picture.pages)):
            one.setVisible(picture.pages > 1)
            one.setEnabled(there)
        self._fit()
        self.show_place(share)

    def show_place(self, share: float) -> None:
        """Bring another part of the page to the middle."""
        self._share = share
        bar = self.area.verticalScrollBar()
        bar.setValue(round(share * self._picture.height() - self.area.viewport().height() / 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.show_place(self._share)

    @Slot()
    def _fit(self) -> None:
        if self._pixmap.isNull():
            return
        ratio = self.devicePixelRatioF()
        width = max(1, min(self.area.viewport().width(), round(self._pixmap.width() * 1.2 / ratio)))
        height = round(width * self._pixmap.height() / self._pixmap.width())
        size = QSize(round(width * ratio), round(height * ratio))
        shown = self._pixmap.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self._picture.setPixmap(shown)
        self._picture.resize(width, height)
