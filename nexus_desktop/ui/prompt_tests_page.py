"""Test letters: run a version on them, see what it costs before, and which assertions did not hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from nexus_desktop.models.errors import ConfigurationInvalid
from nexus_desktop.models.prompt_models import ANALYSIS, PromptState
from nexus_desktop.services.prompt_tests import OFFLINE, Estimate
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.prompt_decision import SendDialog
from nexus_desktop.ui.prompt_number import NumberEdit
from nexus_desktop.ui.prompt_words import OFFLINE_WORDS, STATE, dollars
from nexus_desktop.ui.table import exact, table
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Choice, button, label

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.models.prompt_records import CaseResult, TestRun
    from nexus_desktop.models.prompt_test_models import TestSuite
    from nexus_desktop.services.application import PromptWork
    from nexus_desktop.services.prompt_review import PromptLine
    from nexus_desktop.ui.tasks import TaskRunner

FIRST_CAP = 1.0  # US dollars


@dataclass(frozen=True, slots=True)
class TestsState:
    """What the page shows, read in one job."""

    __test__ = False

    suite: TestSuite
    versions: tuple[PromptLine, ...]
    runs: tuple[TestRun, ...]


class TestsPage(QWidget):
    """``ran`` after a run was kept."""

    __test__ = False
    ran = Signal()
    said = Signal(str)

    def __init__(self, work: PromptWork, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._work, self._runner, self._theme = work, runner, theme
        self._suite: TestSuite | None = None
        self._versions: tuple[PromptLine, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        layout.addLayout(self._choices())
        self.about = label("", "muted")
        layout.addWidget(self.about)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        self.model: PagedModel[TestRun] = PagedModel(
            [
                Column(tr("When"), lambda run: exact(run.at)),
                Column(tr("Read by"), lambda run: OFFLINE_WORDS if run.engine == OFFLINE else run.version),
                Column(tr("Model"), lambda run: run.model),
                Column(tr("Letters"), _letters, number=True),
                Column(
                    tr("Passed"),
                    lambda run: tr("{passed} of {all}").format(passed=run.passed, all=len(run.results)),
                    icon=self._run_sign,
                ),
                Column(tr("Cost"), lambda run: dollars(run.usd), number=True),
                Column(tr("Ended"), lambda run: run.stopped or tr("came to the end")),
                Column(tr("By"), lambda run: run.by),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Test runs"), stretched=6)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        self.cases: PagedModel[CaseResult] = PagedModel(
            [
                Column(tr("Letter"), self._title),
                Column(tr("Result"), _result, icon=self._case_sign),
                Column(tr("Holds"), lambda one: f"{one.held} of {one.asserted}", number=True),
                Column(tr("Time"), _time, number=True),
                Column(tr("What does not hold"), _wrong),
            ],
            None,
            self,
        )
        splitter.addWidget(self.view)
        splitter.addWidget(table(self.cases, tr("Letters of the run"), stretched=4))
        splitter.setSizes([180, 320])
        layout.addWidget(splitter, 1)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.version = Choice(tr("What reads the letters"))
        self.version.setMinimumContentsLength(26)
        self.cap = NumberEdit(tr("Cap of the cost in US dollars"), 0.01, 1000.0, FIRST_CAP, decimals=2)
        self.open = button(tr("Other letters …"), tip=tr("A file of your own test letters"))
        self.start = button(tr("Run the test"), primary=True)
        self.open.clicked.connect(self.choose_suite)
        self.start.clicked.connect(self.run_test)
        row.addWidget(label(tr("Read by"), "muted", wrap=False))
        row.addWidget(self.version)
        row.addWidget(label(tr("Cost at most $"), "muted", wrap=False))
        row.addWidget(self.cap)
        row.addWidget(self.open)
        row.addStretch(1)
        row.addWidget(self.start)
        return row

    # --- showing ---------------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Read suite, versions and runs again."""

        def job(_progress: Progress, _cancelled: CancelFlag) -> TestsState:
            lines = tuple(one for one in self._work.review.versions() if one.prompt_id == ANALYSIS)
            suite = self._suite or self._work.tests.starter()
            return TestsState(suite, lines, tuple(self._work.tests.runs(ANALYSIS)))

        self._runner.run(job, self.show_state)

    def show_state(self, state: TestsState) -> None:
        """Show what was read."""
        self._suite, self._versions = state.suite, state.versions
        chosen = self.version.currentData()
        self.version.clear()
        self.version.addItem(OFFLINE_WORDS.capitalize(), "")
        for line in state.versions:
            self.version.addItem(f"{line.version} ({STATE[line.state][0].lower()})", line.version)
        self.version.setCurrentIndex(max(0, self.version.findData(chosen)))
        count = len(state.suite.cases)
        self.about.setText(
            tr(
                "{title}: {count} invented letters. A version can be tested before it is in force; "
                "it takes the service in use. Letters of your own must name nobody."
            ).format(title=state.suite.title, count=count)
        )
        self.model.show_rows(state.runs)
        if state.runs:
            self.view.selectRow(0)
        else:
            self.cases.show_rows([])

    def choose_version(self, version: str) -> None:
        """Make a version the one to be tested."""
        self.version.setCurrentIndex(max(0, self.version.findData(version)))

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        run = self.model.row(current)
        self.cases.show_rows(run.results if run is not None else [])

    def _title(self, one: CaseResult) -> str:
        cases = self._suite.cases if self._suite is not None else ()
        return next((case.title for case in cases if case.id == one.case_id), one.case_id)

    def _run_sign(self, run: TestRun) -> object:
        good = run.passed == len(run.results)
        return self._sign(good=good)

    def _case_sign(self, one: CaseResult) -> object:
        return self._sign(good=one.passed)

    def _sign(self, *, good: bool) -> object:
        scheme = self._theme.scheme
        return icon(Icon.GOOD, scheme.good) if good else icon(Icon.CAUTION, scheme.caution)

    # --- running ---------------------------------------------------------------------------------------------------

    @Slot()
    def choose_suite(self) -> None:
        """Take letters from a file."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Test letters"), "", tr("Test letters (*.yaml)"))
        if name:
            self.open_suite(Path(name))

    def open_suite(self, path: Path) -> None:
        """Take letters from a file."""

        def job(_progress: Progress, _cancelled: CancelFlag) -> TestSuite:
            return self._work.tests.suite(path)

        self._runner.run(job, self._opened, self._failed)

    def _opened(self, suite: TestSuite) -> None:
        self._suite = suite
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self.start.setEnabled(True)
        if isinstance(error, ConfigurationInvalid):
            self.said.emit(
                tr("{file}, line {line}: {detail}").format(file=error.file, line=error.line, detail=error.detail)
            )
        else:
            self._runner.failed.emit(error)

    @Slot()
    def run_test(self) -> None:
        """Estimate first; a service is asked only after a person has agreed to where and for how much."""
        wanted, suite = self.version.currentData(), self._suite
        line = next((one for one in self._versions if one.version == wanted), None)
        if suite is None:
            return
        if line is None:
            self._run(suite, None)
            return
        if line.state is PromptState.RETIRED and not line.unchanged:
            return
        tests = self._work.tests

        def job(progress: Progress, cancelled: CancelFlag) -> Estimate:
            progress(tr("Estimating the cost"), 0.1)
            return tests.estimate(suite, line.content, cancelled)

        self.start.setEnabled(False)
        self._runner.run(
            job, lambda found: self._runner.afterwards(lambda: self._agree(suite, line, found)), self._failed
        )

    def _agree(self, suite: TestSuite, line: PromptLine, estimate: Estimate) -> None:
        self.start.setEnabled(True)
        cost = (
            tr("Its price is not known, so the cap cannot be kept: name the price in the service settings first.")
            if estimate.usd is None
            else tr(
                "They cost {dollars} at most, or twice that where every letter has to be asked about "
                "again. The run stops before {cap}."
            ).format(dollars=dollars(estimate.usd), cap=dollars(self.cap.value()))
        )
        dialog = SendDialog(
            tr(
                "{cases} invented letters go to {service} ({host}), around the words of version {version}. {cost}"
            ).format(
                cases=estimate.cases, service=estimate.service, host=estimate.host, version=line.version, cost=cost
            ),
            self.window(),
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._run(suite, line)

    def _run(self, suite: TestSuite, line: PromptLine | None) -> None:
        tests, cap, by = self._work.tests, self.cap.value(), self._work.review.actor
        content = line.content if line is not None else None

        def job(progress: Progress, cancelled: CancelFlag) -> TestRun:
            return tests.run(suite, content, cap, by, progress, cancelled)

        self.start.setEnabled(False)
        self._runner.run(job, self._ran, self._failed)

    def _ran(self, run: TestRun) -> None:
        self.start.setEnabled(True)
        ended = f"; {run.stopped}" if run.stopped else ""
        self.said.emit(
            tr("{passed} of {results} test letters passed{ended}.").format(
                passed=run.passed, results=len(run.results), ended=ended
            )
        )
        self.refresh()
        self.ran.emit()


def _letters(run: TestRun) -> str:
    return f"{len(run.results)} of {run.cases}"


def _result(one: CaseResult) -> str:
    return tr("failed") if one.problem else tr("passed") if one.passed else tr("not as expected")


def _time(one: CaseResult) -> str:
    return f"{one.milliseconds / 1000:.1f} s" if one.milliseconds >= 1000 else f"{one.milliseconds:.0f} ms"


def _wrong(one: CaseResult) -> str:
    return tr("no answer ({problem})").format(problem=one.problem) if one.problem else "; ".join(one.failed)
