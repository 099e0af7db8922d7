"""What the program did day by day: a chart, and the table behind it. A page of the Health tab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.services.figures import Figures, days_between
from nexus_desktop.ui.bar_chart import Bar, BarChart
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import LARGE, SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Choice, button, empty_state, label

if TYPE_CHECKING:
    from nexus_desktop.models.figures import DailyFigure
    from nexus_desktop.ui.tasks import TaskRunner

SPANS = ((14, tr("14 days")), (30, tr("30 days")), (90, tr("90 days")))


class Shows(StrEnum):
    """What of a metric a bar stands for."""

    COUNT = "count"
    TOTAL = "total"
    MEAN = "mean"
    VALID = "valid"  # the share that was labelled valid, in percent


@dataclass(frozen=True, slots=True)
class Plot:
    """Something the page can draw: a metric of the program, and what of it."""

    words: str
    metric: str
    shows: Shows = Shows.COUNT
    unit: str = ""


PLOTS = (
    Plot(tr("Analyses saved"), "analyses_kept"),
    Plot(tr("Results without a problem, percent"), "analyses_kept", Shows.VALID, "{:,.0f} %"),
    Plot(tr("Confidence, percent"), "confidence", Shows.MEAN, "{:,.0f} %"),
    Plot(tr("Letters read"), "letters_read"),
    Plot(tr("Reading a letter, milliseconds"), "letters_read", Shows.MEAN, "{:,.0f} ms"),
    Plot(tr("Finding identifiers, milliseconds"), "letters_scanned", Shows.MEAN, "{:,.0f} ms"),
    Plot(tr("Analyzing a letter, milliseconds"), "letters_analyzed", Shows.MEAN, "{:,.0f} ms"),
    Plot(tr("Identifiers found"), "places_found", Shows.TOTAL, tr("{:,.0f} places")),
    Plot(tr("Identifiers taken out"), "redactions", Shows.TOTAL, tr("{:,.0f} places")),
    Plot(tr("Places asked about"), "places_asked", Shows.TOTAL, tr("{:,.0f} places")),
    Plot(tr("Reports exported"), "reports_exported"),
    Plot(tr("Service: tokens"), "service_tokens", Shows.TOTAL, tr("{:,.0f} tokens")),
    Plot(tr("Service: cost, US cents"), "service_cost", Shows.TOTAL, tr("{:,.1f} US cents")),
    Plot(tr("Requests tried again"), "service_retries"),
    Plot(tr("Pauses of a failing service"), "service_pauses"),
    Plot(tr("Parts left alone for a while"), "component_rests"),
    Plot(tr("Failures"), "failures"),
    Plot(tr("Bugs"), "bugs"),
)
"""What the page can draw, each with its words."""


def value_of(plot: Plot, figures: Sequence[DailyFigure]) -> float:
    """What a bar shows of the figures of one day; 0 on a day without any."""
    count, total = sum(one.count for one in figures), sum(one.total for one in figures)
    if plot.shows is Shows.COUNT or not count:
        return count
    if plot.shows is Shows.TOTAL:
        return total
    if plot.shows is Shows.MEAN:
        return total / count
    return 100 * sum(one.count for one in figures if one.label == "valid") / count


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table."""

    day: date
    label: str
    count: int
    measured: str


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
                Column(tr("Measured"), lambda line: line.measured, number=True),
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
        for number, plot in enumerate(PLOTS):
            self.figure.addItem(plot.words, number)
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
        plot, days = PLOTS[int(self.figure.currentData())], int(self.span.currentData())
        today = datetime.now(UTC).date()
        found = [one for one in self._found if one.metric == plot.metric]
        self.chart.show_bars([_bar(plot, day, found) for day in days_between(today - timedelta(days=days - 1), today)])
        self.model.show_rows([_line(plot, one, found) for one in reversed(found)])

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


def _bar(plot: Plot, day: date, found: Sequence[DailyFigure]) -> Bar:
    value = value_of(plot, [one for one in found if one.day == day])
    told = plot.unit.format(value) if plot.unit else f"{value:,.0f}"
    return Bar(f"{day:%b} {day.day}", value, f"{day:%Y-%m-%d}: {plot.words}, {told}")


def _line(plot: Plot, one: DailyFigure, found: Sequence[DailyFigure]) -> Line:
    """A row holds what its part of the bar does; a share is one of all of the day."""
    measured = ""
    if plot.shows is Shows.VALID:
        of = sum(other.count for other in found if other.day == one.day)
        measured = plot.unit.format(100 * one.count / of)
    elif plot.unit:
        measured = plot.unit.format(value_of(plot, [one]))
    return Line(one.day, one.label.replace("_", " "), one.count, measured)
