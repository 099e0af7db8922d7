"""The Health tab: whether all is well, what went wrong, what was done, and one file for whoever helps."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.services.health import Health, HealthReport
from nexus_desktop.services.service_health import NOT_ASKED, PAUSED
from nexus_desktop.ui.activity_page import ActivityPage
from nexus_desktop.ui.checks_page import ChecksPage, in_short
from nexus_desktop.ui.diagnostics_dialog import DiagnosticsDialog
from nexus_desktop.ui.endpoint_card import EndpointCard
from nexus_desktop.ui.error_page import ErrorPage
from nexus_desktop.ui.late_stack import LateStack
from nexus_desktop.ui.practice_page import PracticePage
from nexus_desktop.ui.theme import LARGE, SMALL, WIDE, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Figure, Segments, button, figures

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.application import Application
    from nexus_desktop.services.diagnostics import Files
    from nexus_desktop.ui.health_watch import HealthWatch
    from nexus_desktop.ui.tasks import TaskRunner

STATES = {Health.OK: "good", Health.NOT_CHECKED: "", Health.WARNING: "caution", Health.FAILURE: "bad"}


class HealthTab(QWidget):
    """``said`` carries a sentence for the status line."""

    said = Signal(str)

    def __init__(self, application: Application, runner: TaskRunner, theme: Theme, watch: HealthWatch) -> None:
        super().__init__()
        self._application, self._runner, self._theme, self._watch = application, runner, theme, watch
        self._diagnostics = application.diagnostics
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        layout.addLayout(self._head())
        self.endpoint = EndpointCard(application.endpoint, runner)
        self.checks_page = ChecksPage(theme, self.endpoint)
        self.checks_page.offer(PAUSED, tr("Try now"), self._try_now)
        self.checks_page.offer(NOT_ASKED, tr("Ask now"), self._ask_service)
        self.segments = Segments((tr("Checks"), tr("Failures"), tr("Activity"), tr("Practice")))
        self.segments.chosen.connect(self._turn)
        layout.addWidget(self.segments)
        self.pages = LateStack(
            lambda: self.checks_page, lambda: self.error_page, lambda: self.activity_page, lambda: self.practice_page
        )
        layout.addWidget(self.pages, 1)
        watch.begun.connect(lambda: self.again.setEnabled(False))
        watch.ended.connect(lambda: self.again.setEnabled(True))
        watch.checked.connect(self._show)

    @cached_property
    def error_page(self) -> ErrorPage:
        """What went wrong."""
        return ErrorPage(self._application.errors, self._runner)

    @cached_property
    def activity_page(self) -> ActivityPage:
        """What was done, by day."""
        made = ActivityPage(self._application.figures, self._runner, self._theme)
        made.said.connect(self.said)
        return made

    @cached_property
    def practice_page(self) -> PracticePage:
        """Letters by strength, theory and condition."""
        return PracticePage(self._application.figures, self._application.item_titles, self._runner)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.overall, self.version = Figure(tr("overall")), Figure(tr("version"))
        row.addLayout(figures(self.overall, self.version), 1)
        self.collect = button(
            tr("Diagnostics …"), tip=tr("One file for whoever helps you, shown in full before it is saved")
        )
        self.collect.clicked.connect(self._collect)
        self.again = button(tr("Check again"))
        self.again.clicked.connect(self.refresh)
        row.addWidget(self.collect)
        row.addWidget(self.again)
        return row

    @Slot()
    def refresh(self) -> None:
        """Run every check."""
        self._watch.refresh()

    @Slot()
    def begin(self) -> None:
        """Once it stands in the window: show the last report, or wait for the one that is being made."""
        self.pages.choose(0)
        self.endpoint.start()
        if self._watch.report is not None:
            self._show(self._watch.report)

    @Slot(object)
    def _show(self, report: HealthReport) -> None:
        self.overall.show_value(in_short(report), STATES[report.overall])
        self.version.show_value(report.version)
        self.checks_page.show_report(report)

    def _try_now(self) -> None:
        """End the pause of every service that rests; in a job, for a call under way may hold it."""
        breakers = self._application.breakers

        def job(_progress: Progress, _cancelled: CancelFlag) -> None:
            for one in breakers.status():
                breakers.of(one.profile).try_now()

        self._runner.run(job, lambda _none: self.refresh())

    def _ask_service(self) -> None:
        """Ask the service whether it answers, because the person said so; then check again."""
        self._runner.run(self._application.service_health.ask, lambda _none: self.refresh())

    @Slot(int)
    def _turn(self, number: int) -> None:
        self.pages.choose(number)
        page = self.pages.currentWidget()
        if isinstance(page, ErrorPage | ActivityPage | PracticePage):
            page.refresh()

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
            lambda _: self.said.emit(tr("The diagnostics file was written.")),
        )
