"""Brings what stands around a result into its panel, once the result is shown: it is read in a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nexus_desktop.models.errors import NexusError
from nexus_desktop.ui.result_around import Around
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import label

if TYPE_CHECKING:
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.services.analyze_letter import Outcome
    from nexus_desktop.services.application import Application
    from nexus_desktop.services.result_context import Context
    from nexus_desktop.ui.result_panel import ResultPanel
    from nexus_desktop.ui.result_reading import ResultReading
    from nexus_desktop.ui.tasks import Task, TaskRunner
    from nexus_desktop.ui.theme import Theme


class ResultSurroundings(QObject):
    """``opened`` and ``compared`` carry the id of another analysis of the letter, ``move_wanted`` and
    ``compare_wanted`` ask for the one in view, ``changed`` when a note was kept."""

    opened = Signal(str)
    compared = Signal(str, str)
    move_wanted = Signal()
    compare_wanted = Signal()
    changed = Signal()

    def __init__(
        self,
        application: Application,
        reading: ResultReading,
        panel: ResultPanel,
        runner: TaskRunner,
        theme: Theme,
    ) -> None:
        super().__init__(panel)
        self._context, self._matters, self._files = application.context, application.matters, application.case_files
        self._authorities = application.authorities
        self._reading, self._panel, self._runner, self._theme = reading, panel, runner, theme
        self._task: Task | None = None
        self._record: AnalysisRecord | None = None
        self._outcome: Outcome | None = None
        self.shown: Around | None = None

    def show(self, record: AnalysisRecord, outcome: Outcome | None) -> None:
        """Read what stands around a result and show it below."""
        self.leave()
        self._record, self._outcome = record, outcome
        context, found = self._context, outcome.conflicts if outcome is not None else ()
        self._task = self._runner.run(
            lambda _progress, cancelled: context.of(record, found, cancelled), self._show, self._failed
        )

    @Slot()
    def again(self) -> None:
        """The same anew: something about it was changed."""
        if self._record is not None:
            self.show(self._record, self._outcome)

    def leave(self) -> None:
        """Something else is shown now."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._record = self.shown = None

    def _show(self, context: Context) -> None:
        if self._record is None or context.analysis_id != self._record.id:
            return
        self._task = None
        around = Around(self._theme, context, self._authorities, changeable=self._record.trashed_at is None)
        self._panel.show_around(around)
        self._reading.add(around.findings())
        around.opened.connect(self.opened)
        around.compared.connect(self._compare)
        around.move_wanted.connect(self.move_wanted)
        around.compare_wanted.connect(self.compare_wanted)
        around.check_wanted.connect(self._check_note)
        around.note_wanted.connect(self._note)
        self.shown = around

    def _compare(self, other: str) -> None:
        if self._record is not None:
            self.compared.emit(self._record.id, other)

    def _check_note(self, words: str) -> None:
        around, files = self.shown, self._files
        if around is None:
            return
        matter_id = around.context.matter.id if around.context.matter is not None else None
        self._runner.run(
            lambda _progress, _cancelled: files.cleaned(matter_id, words),
            lambda text: around.note.show_cleaned(text) if around is self.shown else None,
        )

    def _note(self, words: str) -> None:
        if self._record is None:
            return
        matters, analysis_id = self._matters, self._record.id
        self._runner.run(lambda _progress, _cancelled: matters.note(analysis_id, words), lambda _note: self._noted())

    def _noted(self) -> None:
        self.changed.emit()
        self.again()

    def _failed(self, error: Exception) -> None:
        """A result is worth reading without what stands around it, so a line says what is missing."""
        self._task = None
        if self._record is not None and isinstance(error, NexusError) and error.code != "cancelled":
            self._panel.show_around(
                label(
                    tr("Citations, case and history could not be read. {sentence}").format(sentence=said(error)),
                    "muted",
                )
            )
        elif not isinstance(error, NexusError):
            self._runner.failed.emit(error)
