"""The Health tab: named checks, each with what to do where it is not well."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.services.health import CheckResult, Health, HealthChecks, HealthReport
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import LARGE, WIDE, Theme
from nexus_desktop.ui.widgets import Figure, button, card, figures, label

WORDS = {Health.OK: "well", Health.NOT_CHECKED: "not checked", Health.WARNING: "warning", Health.FAILURE: "failing"}
STATES = {Health.OK: "good", Health.NOT_CHECKED: "", Health.WARNING: "caution", Health.FAILURE: "bad"}


class HealthTab(QWidget):
    """``checked`` carries a HealthReport."""

    checked = Signal(object)

    def __init__(self, checks: HealthChecks, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._checks, self._runner, self._theme = checks, runner, theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        row = QHBoxLayout()
        self.overall, self.version = Figure("overall"), Figure("version")
        row.addLayout(figures(self.overall, self.version), 1)
        self.again = button("Check again")
        self.again.clicked.connect(self.refresh)
        row.addWidget(self.again)
        layout.addLayout(row)
        self.model: PagedModel[CheckResult] = PagedModel(
            [
                Column("State", lambda check: WORDS[check.health], icon=self._icon),
                Column("Check", lambda check: check.title),
                Column("Found", lambda check: check.sentence),
                Column("Took", lambda check: f"{check.milliseconds:,.0f} ms", number=True),
            ],
            None,
            self,
        )
        self.view = table(self.model, "Health checks", stretched=2)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        layout.addWidget(self.view, 1)
        self.details, details = card()
        self.words = label("Choose a check to see what to do.", "muted")
        self.mend = button("")
        self.mend.hide()
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.mend)
        details.addLayout(row)
        self._mending = ""
        layout.addWidget(self.details)

    def offer(self, code: str, words: str, action: Callable[[], None]) -> None:
        """Show a button beside a finding with this code."""
        self._mending = code
        self.mend.setText(words)
        self.mend.clicked.connect(action)

    def _icon(self, check: CheckResult) -> object:
        scheme = self._theme.scheme
        looks = {
            Health.OK: (Icon.GOOD, scheme.good),
            Health.NOT_CHECKED: (Icon.QUESTION, scheme.muted),
            Health.WARNING: (Icon.CAUTION, scheme.caution),
            Health.FAILURE: (Icon.BAD, scheme.bad),
        }
        return icon(*looks[check.health])

    @Slot()
    def refresh(self) -> None:
        """Run every check."""
        self.again.setEnabled(False)
        self._runner.run(self._checks.run, self._show, self._failed)

    def _show(self, report: HealthReport) -> None:
        self.again.setEnabled(True)
        self.overall.show_value(report.in_words, STATES[report.overall])
        self.version.show_value(report.version)
        self.model.show_rows(report.checks)
        self.checked.emit(report)

    def _failed(self, error: Exception) -> None:
        self.again.setEnabled(True)
        self._runner.failed.emit(error)

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        check = self.model.row(current)
        self.mend.setVisible(check is not None and check.code == self._mending)
        if check is not None:
            mend = check.mend or "Nothing needs to be done."
            self.words.setText(f"{check.title}\n{check.sentence}\n{mend}\nCode: {check.code}")
