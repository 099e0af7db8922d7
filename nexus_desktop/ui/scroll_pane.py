"""A pane that scrolls up and down only: it is never narrower than what is in it, so nothing is cut at its side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from nexus_desktop.ui.theme import HUGE, MEDIUM, SMALL


class ScrollPane(QScrollArea):
    """``column`` takes the widgets."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.column.setSpacing(SMALL)
        self.setWidget(self._inside)

    def minimumSizeHint(self) -> QSize:
        beside = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        return QSize(self._inside.minimumSizeHint().width() + beside, 4 * HUGE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
