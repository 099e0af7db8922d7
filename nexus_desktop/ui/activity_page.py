"""What the program did day by day: a chart, and the table behind it. A page of the Health tab."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.models.figures import DailyFigure
from nexus_desktop.services.figures import Figures, filled
from nexus_desktop.ui.bar_chart import Bar, BarChart
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import LARGE, SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Choice, button, empty_state, label

SPANS = ((14, tr("14 days")), (30, tr("30 days")), (90, tr("90 days")))
METRICS = {
    "analyses_kept": tr("Analyses saved"),
    "letters_read": tr("Letters read"),
    "letters_scanned": tr("Searches for identifiers"),
    "letters_analyzed": tr("Letters analyzed"),
    "places_found": tr("Letters with identifiers found"),
    "places_asked": tr("Letters with places asked about"),
    "reports_exported": tr("Reports exported"),
    "service_tokens": tr("Requests to a service: tokens"),
    "service_cost": tr("Requests to a service: cost"),
    "service_retries": tr("Requests tried again"),
    "service_pauses": tr("Pauses of a failing service"),
    "component_rests": tr("Parts left alone for a while"),
    "failures": tr("Failures"),
    "bugs": tr("Bugs"),
}
"""Metrics the page can draw, with their words; one without words is shown by its name."""

UNITS = {
    "letters_read": "{:,.0f} ms",
    "letters_scanned": "{:,.0f} ms",
    "letters_analyzed": "{:,.0f} ms",
    "places_found": "{:,.0f} places",
    "service_tokens": "{:,.0f} tokens",
    "service_cost": tr("{:,.1f} US cents"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table."""

    day: date
    label: str
    count: int
    mean: str


class ActivityPage(QWidget):
    """Reads the store in a job, when shown and when another figure or span is chosen."""

    said = Signal(str)

    def __init__(self, figures: Figures, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._figures, self._runner = figures, runner
        self._found: list[DailyFigure] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LARGE)
        layout.addLayout(self._choices())
        self.chart = BarChart(theme, tr("Chart by day; the table below holds the same figures"))
        self.model: PagedModel[Line] = PagedModel(
            [
                Column(tr("Day"), lambda line: f"{line.day:%Y-%m-%d}"),
                Column(tr("Of which"), lambda line: line.label),
                Column(tr("Count"), lambda line: f"{line.count:,}", number=True),
                Column(tr("On average"), lambda line: line.mean, number=True),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Figures by day"), stretched=1)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(LARGE)
        inside.addWidget(self.chart)
        inside.addWidget(self.view, 1)
        self.pages = QStackedWidget()
        self.nothing = empty_state(tr("Nothing was counted yet"), tr("Figures appear here after the first letter."))
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(page)
        layout.addWidget(self.pages, 1)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.figure, self.span = Choice(tr("Figure")), Choice(tr("Span"))
        for name, words in METRICS.items():
            self.figure.addItem(words, name)
        for days, words in SPANS:
            self.span.addItem(words, days)
        for box, words in ((self.figure, tr("Figure")), (self.span, tr("Span"))):
            row.addWidget(label(words, "muted", wrap=False))
            row.addWidget(box)
        self.figure.activated.connect(self._draw)
        self.span.activated.connect(self.refresh)
        row.addStretch(1)
        self.save = button(tr("Save as CSV …"), tip=tr("All figures of the span as a table for a spreadsheet"))
        self.save.clicked.connect(self._save)
        row.addWidget(self.save)
        return row

    @Slot()
    def refresh(self) -> None:
        """Read the figures of the span again."""
        figures, days = self._figures, int(self.span.currentData())
        self._runner.run(lambda _progress, _cancelled: figures.by_day(days), self._show)

    def _show(self, found: list[DailyFigure]) -> None:
        self._found = found
        self.save.setEnabled(bool(found))
        self.pages.setCurrentIndex(1 if found else 0)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        name, days = str(self.figure.currentData()), int(self.span.currentData())
        today = datetime.now(UTC).date()
        counts = filled(self._found, name, today - timedelta(days=days - 1), today)
        words = METRICS[name]
        self.chart.show_bars(
            [Bar(f"{day:%b} {day.day}", count, f"{day:%Y-%m-%d}: {words}, {count:,}") for day, count in counts]
        )
        lines = [one for one in reversed(self._found) if one.metric == name]
        self.model.show_rows([Line(one.day, one.label.replace("_", " "), one.count, _mean(one)) for one in lines])

    @Slot()
    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save figures"), "nexus-figures.csv", tr("CSV (*.csv)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the figures of the span to a new file."""
        figures, days = self._figures, int(self.span.currentData())
        self._runner.run(
            lambda _progress, _cancelled: figures.export(path, days),
            lambda _: self.said.emit(tr("The figures were saved.")),
        )


def _mean(one: DailyFigure) -> str:
    unit = UNITS.get(one.metric)
    return unit.format(one.mean) if unit and one.mean is not None else ""
