"""Writes the result in view to a file that the person names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nexus_desktop.models.ports import CancelFlag, Progress
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.services.export_report import ExportReport, ReportKind
from nexus_desktop.ui.pdf_writer import pdf_of
from nexus_desktop.ui.tasks import TaskRunner

REPORTS = {
    "PDF (*.pdf)": ReportKind.PDF,
    "Word (*.docx)": ReportKind.DOCX,
    "Web page (*.html)": ReportKind.HTML,
    "JSON (*.json)": ReportKind.JSON,
}


class ReportExport(QObject):
    """``written`` after a report was written."""

    written = Signal()

    def __init__(self, reports: ExportReport, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._reports, self._runner, self._window = reports, runner, parent

    def ask(self, record: AnalysisRecord, *, kept: bool = True) -> None:
        """Ask where to, and write."""
        name = f"nexus-analysis-{record.created_at:%Y-%m-%d}-{record.id[:8]}.pdf"
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, "Export report", name, ";;".join(REPORTS), options=QFileDialog.Option.DontConfirmOverwrite
        )
        if chosen:
            self.write(record, Path(chosen), REPORTS.get(kind, ReportKind.PDF), kept=kept)

    def write(self, record: AnalysisRecord, path: Path, kind: ReportKind, *, kept: bool = True) -> None:
        """Write a report to a new file; of an analysis that could not be kept too, so that it is not lost."""
        reports = self._reports

        def work(_progress: Progress, _cancelled: CancelFlag) -> None:
            if kept:
                reports.export(record.id, path, kind, to_pdf=pdf_of)
            else:
                reports.export_unsaved(record, path, kind, to_pdf=pdf_of)

        self._runner.run(work, lambda _: self.written.emit())
