"""Redactions over time: a bar for each week, and the table behind it. Real letters only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.models.letter_models import PhiCategory
from nexus_desktop.ui.compliance_fields import choice, tight
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, TINY, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import card, label

if TYPE_CHECKING:
    from nexus_desktop.models.compliance_record import RedactionWeek

WEEKS = 26  # in the plot
TALLEST_BAR = 48  # pixels wide at most
EMPTY = tr("No letter has been kept yet. Redactions are counted here, week by week, as soon as one is.")


class WeekPlot(QWidget):
    """Bars for the newest weeks, the number above each. The table beneath says the same to a screen reader."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bars: list[tuple[date, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Redactions by week, as in the table"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(400, 8 * self.fontMetrics().height())

    def show_weeks(self, weeks: Sequence[RedactionWeek], category: PhiCategory | None) -> None:
        """Show the newest weeks without gaps; a week without a letter is a bar of no height."""
        found = {week.monday: week.removed if category is None else week.counts.get(category, 0) for week in weeks}
        self._bars = []
        if found:
            newest, oldest = max(found), min(found)
            count = min(WEEKS, (newest - oldest).days // 7 + 1)
            mondays = [newest - timedelta(weeks=back) for back in reversed(range(count))]
            self._bars = [(monday, found.get(monday, 0)) for monday in mondays]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter, scheme, line = QPainter(self), self._theme.scheme, self.fontMetrics().height()
        width = min(TALLEST_BAR * 1.5, self.width() / len(self._bars))
        most, floor = max(1, *(count for _, count in self._bars)), self.height() - line - TINY
        painter.setPen(QColor(scheme.line))
        painter.drawLine(0, floor, self.width(), floor)
        every = max(1, round(self.fontMetrics().horizontalAdvance("00-00  ") / width + 0.5))
        for number, (monday, count) in enumerate(self._bars):
            left, height = number * width, (floor - line - TINY) * count / most
            painter.fillRect(QRectF(left + width * 0.15, floor - height, width * 0.7, height), QColor(scheme.primary))
            painter.setPen(QColor(scheme.muted))
            if number % every == 0:
                place = QRectF(left - width, floor + TINY, 3 * width, line)
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, f"{monday:%m-%d}")
            if count and (every == 1 or count == most):
                place = QRectF(left - width, floor - height - line, 3 * width, line)
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, f"{count:,}")


class WeeksPage(QWidget):
    """Shows RedactionWeeks, all kinds or one."""

    def __init__(self, theme: Theme, titles: dict[PhiCategory, str]) -> None:
        super().__init__()
        self._titles = titles
        self._weeks: list[RedactionWeek] = []
        outer = QVBoxLayout(self)
        tight(outer)
        self.pages = QStackedWidget()
        outer.addWidget(self.pages)
        self.empty, self.filled = QWidget(), QWidget()
        middle = QVBoxLayout(self.empty)
        middle.addStretch(1)
        nothing = label(EMPTY, "muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle.addWidget(nothing)
        middle.addStretch(2)
        layout = QVBoxLayout(self.filled)
        tight(layout)
        layout.setSpacing(MEDIUM)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.kind = choice(tr("Kind of identifier"), [(tr("Every kind"), None)])
        self.kind.activated.connect(self._show)
        name = label(tr("&Show"), "strong", wrap=False)
        name.setBuddy(self.kind)
        row.addWidget(name)
        row.addWidget(self.kind)
        row.addStretch(1)
        layout.addLayout(row)
        self.plot = WeekPlot(theme)
        layout.addWidget(self.plot)
        self.model: PagedModel[RedactionWeek] = PagedModel(
            [
                Column(tr("Week of"), lambda week: week.monday.isoformat()),
                Column(tr("Letters"), lambda week: f"{week.letters:,}", number=True),
                Column(tr("Removed"), lambda week: f"{self._counted(week):,}", number=True),
                Column(tr("Most often"), self._most_often),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Redactions by week"), stretched=3)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        layout.addWidget(self.view, 1)
        frame, details = card()
        self.words = label(tr("Choose a week to see all of it."), "muted")
        details.addWidget(self.words)
        layout.addWidget(frame)
        layout.setContentsMargins(0, 0, 0, LARGE)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.filled)

    def show_weeks(self, weeks: list[RedactionWeek]) -> None:
        """Show these weeks, the newest first."""
        self._weeks = weeks
        self.pages.setCurrentWidget(self.filled if weeks else self.empty)
        seen = {category for week in weeks for category in week.counts}
        chosen = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(tr("Every kind"), None)
        for category in PhiCategory:
            if category in seen:
                self.kind.addItem(self._titles[category], category)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self._show()

    @Slot()
    def _show(self) -> None:
        self.plot.show_weeks(self._weeks, self._category())
        self.model.show_rows(self._weeks)

    def _category(self) -> PhiCategory | None:
        chosen = self.kind.currentData()
        return PhiCategory(chosen) if chosen else None

    def _counted(self, week: RedactionWeek) -> int:
        category = self._category()
        return week.removed if category is None else week.counts.get(category, 0)

    def _most_often(self, week: RedactionWeek) -> str:
        return ", ".join(f"{self._titles[one]} {count:,}" for one, count in _ranked(week)[:3])

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        week = self.model.row(current)
        if week is not None:
            each = "; ".join(f"{self._titles[one]} {count:,}" for one, count in _ranked(week))
            letters = tr("1 letter") if week.letters == 1 else tr("{letters:,} letters").format(letters=week.letters)
            self.words.setText(
                tr("Week of {monday}: {letters}, {removed:,} removed. {each}").format(
                    monday=week.monday, letters=letters, removed=week.removed, each=each
                )
            )


def _ranked(week: RedactionWeek) -> list[tuple[PhiCategory, int]]:
    return sorted(week.counts.items(), key=lambda pair: (-pair[1], pair[0]))
