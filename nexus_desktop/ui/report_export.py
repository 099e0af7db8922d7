"""Makes a paper of the result in view: asks which and how, shows it, and writes the file that the person names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from nexus_desktop.models.errors import Cancelled, NexusError
from nexus_desktop.models.paper_models import AS_IT_IS, Paper, ReportKind, Wishes
from nexus_desktop.ui.paper_formats import FORMATS
from nexus_desktop.ui.pdf_writer import pdf_of
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.services.export_report import ExportReport
    from nexus_desktop.services.names_back import NamesBack
    from nexus_desktop.services.paper_choices import PaperChoices
    from nexus_desktop.ui.desk import DeskLetter
    from nexus_desktop.ui.papers_dialog import PapersDialog
    from nexus_desktop.ui.tasks import Job, Task, TaskRunner

NAMES = {
    Paper.ANALYSIS: "nexus-analysis",
    Paper.DOCTOR_REQUEST: "clarification-request",
    Paper.MEMO: "attorney-memo",
    Paper.CLIENT_LETTER: "client-letter",
    Paper.WORK_RECORD: "work-record",
}


class ReportExport(QObject):
    """``written`` after a paper was written."""

    written = Signal()

    def __init__(self, reports: ExportReport, choices: PaperChoices, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._reports, self._choices, self._runner, self._window = reports, choices, runner, parent
        self._record: AnalysisRecord | None = None
        self._kept = True
        self._preview: Task | None = None
        self._number = 0  # of the newest preview
        self.dialog: PapersDialog | None = None

    def ask(self, record: AnalysisRecord, letter: DeskLetter | None = None, *, kept: bool = True) -> None:
        """Ask which paper and how. ``letter`` is the one on the desk, if it is; of a result that could not be kept
        there is the report alone."""
        from nexus_desktop.ui.papers_dialog import PapersDialog  # with all it needs, when it is first opened

        self._record, self._kept = record, kept
        papers = tuple(Paper) if kept else (Paper.ANALYSIS,)
        dialog = PapersDialog(self._choices.last(), _names(record, letter) if kept else None, papers, self._window)
        dialog.changed.connect(self._show_preview)
        dialog.save_wanted.connect(self._save)
        dialog.finished.connect(self._leave)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _leave(self) -> None:
        self._number += 1
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _wishes(self, dialog: PapersDialog) -> Wishes:
        choice = dialog.choice()
        return Wishes(choice.paper, dialog.originals(), dialog.chosen_enclosures(), choice.letterhead)

    # --- the preview ------------------------------------------------------------------------------------------------

    @Slot()
    def _show_preview(self) -> None:
        dialog, record, reports, kept = self.dialog, self._record, self._reports, self._kept
        if dialog is None or record is None:
            return
        if self._preview is not None:
            self._preview.cancel()
        self._number += 1
        number, wishes = self._number, self._wishes(dialog)
        self._preview = self._runner.run(
            lambda _progress, _cancelled: reports.preview(record, wishes, kept=kept),
            lambda page: self._previewed(number, page),
            lambda error: self._not_previewed(number, error),
        )

    def _previewed(self, number: int, page: str) -> None:
        if number == self._number and self.dialog is not None:
            self._preview = None
            self.dialog.show_preview(page)

    def _not_previewed(self, number: int, error: Exception) -> None:
        if number == self._number and self.dialog is not None and not isinstance(error, Cancelled):
            told = error if isinstance(error, NexusError) else NexusError()
            self.dialog.show_problem(f"{told.sentence} {told.next_step}")

    # --- writing ----------------------------------------------------------------------------------------------------

    @Slot()
    def _save(self) -> None:
        dialog, record = self.dialog, self._record
        if dialog is None or record is None:
            return
        choice, wishes = dialog.choice(), self._wishes(dialog)
        name = f"{NAMES[choice.paper]}-{record.created_at:%Y-%m-%d}-{record.id[:8]}.{choice.kind.value}"
        wanted = f"{FORMATS[choice.kind].split(' (')[0]} (*.{choice.kind.value})"
        chosen, _ = QFileDialog.getSaveFileName(
            dialog, tr("Save as"), name, wanted, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if not chosen:
            return
        choices, kept = self._choices, self._kept

        def work(progress: Progress, cancelled: CancelFlag) -> None:
            self._job(record, Path(chosen), choice.kind, wishes, kept=kept)(progress, cancelled)
            choices.keep(choice)

        dialog.save.setEnabled(False)
        self._runner.run(work, lambda _: self._saved(dialog), lambda error: self._not_saved(dialog, error))

    def _saved(self, dialog: PapersDialog) -> None:
        dialog.accept()
        self.written.emit()

    def _not_saved(self, dialog: PapersDialog, error: Exception) -> None:
        dialog.save.setEnabled(True)
        told = error if isinstance(error, NexusError) else NexusError()
        dialog.show_problem(f"{told.sentence} {told.next_step}")
        if not isinstance(error, NexusError):
            self._runner.failed.emit(error)

    def write(
        self, record: AnalysisRecord, path: Path, kind: ReportKind, wishes: Wishes = AS_IT_IS, *, kept: bool = True
    ) -> None:
        """Write a paper to a new file; of an analysis that could not be kept too, so that it is not lost."""
        self._runner.run(self._job(record, path, kind, wishes, kept=kept), lambda _: self.written.emit())

    def _job(self, record: AnalysisRecord, path: Path, kind: ReportKind, wishes: Wishes, *, kept: bool) -> Job:
        reports = self._reports

        def work(_progress: Progress, _cancelled: CancelFlag) -> None:
            if kept:
                reports.export(record.id, path, kind, wishes, to_pdf=pdf_of)
            else:
                reports.export_unsaved(record, path, kind, to_pdf=pdf_of)

        return work


def _names(record: AnalysisRecord, letter: DeskLetter | None) -> NamesBack | None:
    """What can be put back: only of the very letter that the result was made of."""
    if letter is None or letter.review is None or letter.outcome is None or letter.outcome.record is not record:
        return None
    from nexus_desktop.services.names_back import names_back

    return names_back(letter.outcome.replacements, letter.review.preparation.letter.phi_text)
