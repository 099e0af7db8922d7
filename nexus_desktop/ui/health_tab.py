"""The Health tab: whether all is well, what went wrong, and one file for whoever helps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.services.diagnostics import Diagnostics, Files
from nexus_desktop.services.error_log import ErrorLog
from nexus_desktop.services.health import Health, HealthChecks, HealthReport
from nexus_desktop.ui.checks_page import ChecksPage
from nexus_desktop.ui.diagnostics_dialog import DiagnosticsDialog
from nexus_desktop.ui.error_page import ErrorPage
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import LARGE, SMALL, WIDE, Theme
from nexus_desktop.ui.widgets import Figure, Segments, button, figures

STATES = {Health.OK: "good", Health.NOT_CHECKED: "", Health.WARNING: "caution", Health.FAILURE: "bad"}


class HealthTab(QWidget):
    """``checked`` carries a HealthReport, ``said`` a sentence for the status line."""

    checked = Signal(object)
    said = Signal(str)

    def __init__(
        self, checks: HealthChecks, errors: ErrorLog, diagnostics: Diagnostics, runner: TaskRunner, theme: Theme
    ) -> None:
        super().__init__()
        self._checks, self._diagnostics, self._runner = checks, diagnostics, runner
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        layout.addLayout(self._head())
        self.checks_page, self.error_page = ChecksPage(theme), ErrorPage(errors, runner)
        self.segments = Segments(("Checks", "Failures"))
        self.segments.chosen.connect(self._turn)
        layout.addWidget(self.segments)
        self.pages = QStackedWidget()
        for page in (self.checks_page, self.error_page):
            self.pages.addWidget(page)
        layout.addWidget(self.pages, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.overall, self.version = Figure("overall"), Figure("version")
        row.addLayout(figures(self.overall, self.version), 1)
        self.collect = button("Diagnostics …", tip="One file for whoever helps you, shown in full before it is saved")
        self.collect.clicked.connect(self._collect)
        self.again = button("Check again")
        self.again.clicked.connect(self.refresh)
        row.addWidget(self.collect)
        row.addWidget(self.again)
        return row

    @Slot()
    def refresh(self) -> None:
        """Run every check."""
        self.again.setEnabled(False)
        self._runner.run(self._checks.run, self._show, self._failed)

    def _show(self, report: HealthReport) -> None:
        self.again.setEnabled(True)
        self.overall.show_value(report.in_words, STATES[report.overall])
        self.version.show_value(report.version)
        self.checks_page.show_report(report)
        self.checked.emit(report)

    def _failed(self, error: Exception) -> None:
        self.again.setEnabled(True)
        self._runner.failed.emit(error)

    @Slot(int)
    def _turn(self, number: int) -> None:
        self.pages.setCurrentIndex(number)
        if self.pages.currentWidget() is self.error_page:
            self.error_page.refresh()

    # --- diagnostics ------------------------------------------------------------------------------------------------

    @Slot()
    def _collect(self) -> None:
        self._runner.run(self._diagnostics.collect, self.show_diagnostics)

    def show_diagnostics(self, files: Files) -> None:
        """Show what would be saved, and save it where the person says so."""
        dialog = DiagnosticsDialog(files, self)
        dialog.wanted.connect(lambda path: self._save(files, path))
        dialog.open()

    def _save(self, files: Files, path: Path) -> None:
        self._runner.run(
            lambda _progress, _cancelled: self._diagnostics.save(files, path),
            lambda _: self.said.emit("The diagnostics file was written."),
        )
