"""The Health tab: checks, failures with what to do, and diagnostics that are read before they are saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from nexus_desktop.models.errors import DiskFull, LetterCorrupt
from nexus_desktop.models.figures import DailyFigure
from nexus_desktop.monitoring import structured_logger as log
from nexus_desktop.monitoring.metrics import Metric
from nexus_desktop.services.error_log import ErrorLog
from nexus_desktop.services.health import CheckResult, Health, HealthReport
from nexus_desktop.ui.activity_page import PLOTS, Plot, Shows, value_of
from nexus_desktop.ui.bar_chart import Bar, BarChart, ceiling
from nexus_desktop.ui.checks_page import ChecksPage
from nexus_desktop.ui.diagnostics_dialog import DiagnosticsDialog
from nexus_desktop.ui.endpoint_card import EndpointCard
from nexus_desktop.ui.error_page import ErrorPage
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.ui.conftest import PATIENCE, quiet


def test_the_first_check_that_is_not_well_is_explained(qtbot: QtBot, theme: Theme, window: MainWindow) -> None:
    page = ChecksPage(theme, EndpointCard(window.tabs.health.endpoint._switch, TaskRunner()))
    qtbot.addWidget(page)
    well = CheckResult("clock", "Clock", Health.OK, "clock.ok", "Fine.", "", 1)
    unwell = CheckResult("disk", "Disk space", Health.WARNING, "disk.low", "Only 900 MB are free.", "Free some.", 1)
    page.show_report(HealthReport("0.1.0", (well, unwell)))
    assert page.words.text() == "Disk space\nOnly 900 MB are free.\nFree some.\nCode: disk.low"


def test_failures_are_searched_while_typing(qtbot: QtBot, tmp_path: Path) -> None:
    log.configure(tmp_path)
    log.failure(LetterCorrupt())
    log.failure(DiskFull())
    page = ErrorPage(ErrorLog(tmp_path), TaskRunner())
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=PATIENCE)
    qtbot.keyClicks(page.words, "corrupt")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=PATIENCE)
    page.view.selectRow(0)
    assert LetterCorrupt.next_step in page.told.text()
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "letter.corrupt"
    qtbot.waitUntil(lambda: not page._runner.busy, timeout=PATIENCE)


def test_without_failures_the_page_says_so(qtbot: QtBot, window: MainWindow) -> None:
    tab = window.tabs.health
    tab.segments.group.button(1).click()
    quiet(qtbot, window)
    assert tab.error_page.pages.currentWidget() is tab.error_page.nothing


def test_figures_of_the_day_and_the_practice_are_those_of_the_store(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    tab = window.tabs.health
    for number, page in ((2, tab.activity_page), (3, tab.practice_page)):
        tab.segments.group.button(number).click()
        quiet(qtbot, window)
        if page is tab.practice_page:
            assert page.pages.currentWidget() is page.nothing
    window.analyze.intake.open_sample()
    quiet(qtbot, window)
    window.analyze.primary.click()
    quiet(qtbot, window)
    tab.practice_page.refresh()
    quiet(qtbot, window)
    rows = {tab.practice_page.model.index(row, 1).data() for row in range(tab.practice_page.model.rowCount())}
    assert "left knee osteoarthritis" in rows
    assert tab.practice_page.analyses.value.text() == "1"
    tab.activity_page.refresh()
    quiet(qtbot, window)
    chart = tab.activity_page.chart
    assert chart.accessibleDescription().endswith("Analyses saved, 1")
    assert tab.activity_page.model.index(0, 2).data() == "1"
    last = chart._slot(len(chart._bars) - 1).center().toPoint()
    assert chart.words_at(last).endswith("Analyses saved, 1")
    path = tmp_path / "figures.csv"
    tab.activity_page.save_to(path)
    quiet(qtbot, window)
    assert "analyses_kept,valid,1" in path.read_text()


def test_a_bar_shows_what_its_words_say() -> None:
    day = date(2026, 11, 26)
    figures = [DailyFigure(day, "m", "valid", 3, 30), DailyFigure(day, "m", "partial", 1, 50)]
    values = {shows: value_of(Plot("words", "m", shows), figures) for shows in Shows}
    assert values == {Shows.COUNT: 4, Shows.TOTAL: 80, Shows.MEAN: 20, Shows.VALID: 75}
    assert {value_of(Plot("words", "m", shows), []) for shows in Shows} == {0}


def test_every_metric_can_be_drawn() -> None:
    assert {plot.metric for plot in PLOTS} == {metric.value for metric in Metric}


@pytest.mark.parametrize(
    ("value", "top"), [(0, 1), (1, 1), (1.5, 2), (3, 5), (7, 10), (10, 10), (11, 20), (499, 500), (501, 1000)]
)
def test_an_axis_ends_at_a_round_number(value: float, top: float) -> None:
    assert ceiling(value) == top


@pytest.mark.parametrize(("values", "top"), [((3.0, 0.0), 6), ((1.0,), 2), ((8.0,), 10), ((3.5,), 5), ((0.4,), 1)])
def test_half_of_what_is_counted_is_a_whole_number(
    qtbot: QtBot, theme: Theme, values: tuple[float, ...], top: float
) -> None:
    chart = BarChart(theme, "Analyses")
    qtbot.addWidget(chart)
    chart.show_bars([Bar("Nov 27", value, str(value)) for value in values])
    assert chart._top() == top


def test_diagnostics_are_shown_in_full_and_saved_only_where_one_says(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    tab = window.tabs.health
    tab.collect.click()
    quiet(qtbot, window)
    dialog = tab.findChild(DiagnosticsDialog)
    assert isinstance(dialog, QDialog)
    assert [dialog.names.item(row).text() for row in range(dialog.names.count())][:2] == [
        "versions.json",
        "settings.json",
    ]
    dialog.names.setCurrentRow(2)
    assert '"checks"' in dialog.text.toPlainText()
    path = tmp_path / "diagnostics.zip"
    dialog.wanted.emit(path)
    quiet(qtbot, window)
    assert path.exists()
    dialog.reject()
