"""A component's score as a bar with its number: drawn, so that it follows the theme and any scale."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nexus_desktop.ui.theme import SMALL, Theme


class ScoreBar(QWidget):
    """``title``, a bar, and the points."""

    def __init__(self, theme: Theme, title: str, points: int, possible: int) -> None:
        super().__init__()
        self._theme, self._title, self._points, self._possible = theme, title, points, possible
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{title}: {points} of {possible} points")
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().height() + SMALL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's own signature
        painter, scheme = QPainter(self), self._theme.scheme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance("Competence and form ") + SMALL
        number = metrics.horizontalAdvance("25 / 25") + SMALL
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(scheme.text))
        painter.drawText(QRectF(0, 0, words, self.height()), middle, self._title)
        ends = Qt.AlignmentFlag.AlignRight | middle
        painter.drawText(
            QRectF(self.width() - number, 0, number, self.height()), ends, f"{self._points} / {self._possible}"
        )
        thickness = 8.0
        track = QRectF(words, (self.height() - thickness) / 2, max(0, self.width() - words - number), thickness)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.line))
        painter.drawRoundedRect(track, 4, 4)
        filled = QRectF(track)
        filled.setWidth(track.width() * self._points / self._possible)
        painter.setBrush(QColor(scheme.primary))
        painter.drawRoundedRect(filled, 4, 4)
