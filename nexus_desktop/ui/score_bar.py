"""The heading of a component: its name, its score as a bar, its points. Drawn, so that it follows theme and scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QToolButton

from nexus_desktop.ui.theme import LARGE, SMALL, TINY, Theme
from nexus_desktop.ui.translation import tr

THICKNESS = 8.0


class ScoreBar(QToolButton):
    """A button that opens the items of a component."""

    def __init__(self, theme: Theme, title: str, points: int, possible: int) -> None:
        super().__init__()
        self._theme, self._name, self._points, self._possible = theme, title, points, possible
        theme.changed.connect(self.update)

    @property
    def words(self) -> str:
        """What the bar says."""
        return tr("{name}: {points} of {possible} points").format(
            name=self._name, points=self._points, possible=self._possible
        )

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(f"{self._name}{self._number}") + 3 * LARGE
        return QSize(width, metrics.height() * 2 + 2 * SMALL)

    @property
    def _number(self) -> str:
        return f"{self._points} / {self._possible}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's own signature
        painter, scheme, metrics = QPainter(self), self._theme.scheme, self.fontMetrics()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(scheme.primary if self.hasFocus() else scheme.line))
        painter.drawLine(0, 0, self.width(), 0)
        lit = self.hasFocus() or self.underMouse()
        line = QRectF(LARGE, SMALL, self.width() - LARGE, metrics.height())
        painter.setPen(QColor(scheme.primary if lit else scheme.text))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._name)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._number)
        track = QRectF(LARGE, line.bottom() + TINY, self.width() - LARGE - 1, THICKNESS)
        painter.setPen(QColor(scheme.line))
        painter.setBrush(QColor(scheme.selected))
        painter.drawRoundedRect(track, THICKNESS / 2, THICKNESS / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.primary if lit else scheme.muted))
        painter.drawPolygon(self._arrow(line))
        painter.setBrush(QColor(scheme.primary))
        track.setWidth(track.width() * self._points / self._possible)
        painter.drawRoundedRect(track, THICKNESS / 2, THICKNESS / 2)

    def _arrow(self, line: QRectF) -> QPolygonF:
        """A triangle that points down where the section is open, else to the right."""
        middle, half = QPointF(TINY + 1, line.center().y()), 3.5
        if self.isChecked():
            corners = ((-half, -half / 2), (half, -half / 2), (0.0, half))
        else:
            corners = ((-half / 2, -half), (half, 0.0), (-half / 2, half))
        return QPolygonF([middle + QPointF(x, y) for x, y in corners])
