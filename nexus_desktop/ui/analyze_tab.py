"""The Analyze tab: a workbench of three panes, and one button that always says the next step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.models.analysis_models import Evidence
from nexus_desktop.models.letter_models import DeidentifiedText, Level, PhiCategory
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.services.application import Application
from nexus_desktop.services.export_report import ReportKind
from nexus_desktop.ui.client_dialog import ClientDialog
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.letter_flow import LetterFlow
from nexus_desktop.ui.letter_pane import LetterPane
from nexus_desktop.ui.letters_pane import LettersPane
from nexus_desktop.ui.result_panel import ResultPanel
from nexus_desktop.ui.review_panel import ReviewPanel
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme
from nexus_desktop.ui.widgets import button, label

FILES = "Letters (*.pdf *.docx *.rtf *.txt);;All files (*)"
REPORTS = {"Web page (*.html)": ReportKind.HTML, "JSON (*.json)": ReportKind.JSON}


class AnalyzeTab(QWidget):
    """``stored`` after something was written to the store; ``said`` carries a line for the status bar."""

    stored = Signal()
    said = Signal(str)

    def __init__(self, application: Application, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._application, self._runner = application, runner
        self.letter: DeskLetter | None = None
        self.record: AnalysisRecord | None = None
        self.flow = LetterFlow(application.letters, application.compliance, runner, self)
        self.letters = LettersPane(theme, application.letters.newest)
        self.pane = LetterPane(theme)
        self.review = ReviewPanel(application.compliance.titles())
        self.result = ResultPanel(theme, application.authorities)
        self.right = QStackedWidget()
        self.right.addWidget(self.review)
        self.right.addWidget(self.result)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for stretch, pane in enumerate((self.letters, self.pane, self.right)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(stretch, int(pane is self.pane))
        self.splitter.setSizes([260, 650, 380])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self._bottom())
        self.setAcceptDrops(True)
        self._connect()
        self._show_nothing()

    def _bottom(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        self.notice = label("")
        self.secondary, self.primary = button(""), button("Add a letter", primary=True)
        row.addWidget(self.notice, 1)
        row.addWidget(self.secondary)
        row.addWidget(self.primary)
        return bar

    def _connect(self) -> None:
        for source in (self.letters, self.pane):
            source.add_wanted.connect(self.choose_files)
            source.paste_wanted.connect(self.paste)
        self.pane.sample_wanted.connect(self.open_sample)
        self.letters.letter_chosen.connect(self._choose)
        self.letters.saved_chosen.connect(self.open_saved)
        self.pane.original_wanted.connect(self._show_original)
        self.pane.redacted_wanted.connect(self._show_redacted)
        self.pane.mark_clicked.connect(self._mark_clicked)
        self.review.changed.connect(self._reviewed)
        self.review.current_changed.connect(self._current_changed)
        self.review.level_chosen.connect(self._look_again)
        self.review.client_wanted.connect(self._edit_client)
        self.review.addition_wanted.connect(self._add_selection)
        self.result.evidence_chosen.connect(self._show_evidence)
        self.flow.moved.connect(self._moved)
        self.flow.dropped.connect(self._dropped)
        self.flow.kept.connect(self._kept)
        self.primary.clicked.connect(self._next_step)
        self.secondary.clicked.connect(self._second_choice)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self, self.paste)

    # --- letters in -----------------------------------------------------------------------------------------------

    @Slot()
    def choose_files(self) -> None:
        """Let the person choose letters."""
        names, _ = QFileDialog.getOpenFileNames(self, "Add letters", "", FILES)
        self.open_files([Path(name) for name in names])

    def open_files(self, paths: Sequence[Path]) -> None:
        """Put files on the desk; each is read on its own, and a bad one does not stop the others."""
        for path in paths:
            self._put(DeskLetter(path.name, source=path))

    @Slot()
    def paste(self) -> None:
        """Take the text on the clipboard as a letter."""
        self._put(DeskLetter("Pasted letter", source=plain(QGuiApplication.clipboard().text())))

    @Slot()
    def open_sample(self) -> None:
        """Put the invented sample letter on the desk."""
        self._put(DeskLetter("Sample letter (invented)", source=self._application.sample_letter))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if urls:
            self.open_files([Path(url.toLocalFile()) for url in urls])
        elif event.mimeData().hasText():
            self._put(DeskLetter("Dropped text", source=plain(event.mimeData().text())))
        event.acceptProposedAction()

    def _put(self, letter: DeskLetter) -> None:
        self.letters.put_on_desk(letter)
        self.flow.read(letter)

    # --- what is in view ------------------------------------------------------------------------------------------

    @Slot(object)
    def _choose(self, letter: DeskLetter) -> None:
        self.letter, self.record = letter, letter.record
        if letter.stage is Stage.READING:
            self.pane.show_waiting("Reading the letter …")
            self._offer("Reading …", enabled=False)
        elif letter.stage is Stage.FAILED and letter.error is not None:
            self.pane.show_trouble(letter.error)
            self._offer("Add a letter")
        elif letter.stage is Stage.RESULT and letter.record is not None:
            self._show_result(letter.record, original=True)
        elif letter.review is not None:
            self._show_review(letter)
        self.right.setVisible(letter.review is not None)
        self.pane.show_step(
            {Stage.READING: 1, Stage.FAILED: 1, Stage.REVIEW: 2, Stage.ANALYZING: 3}.get(letter.stage, 4)
        )

    def _show_nothing(self) -> None:
        self.letter = self.record = None
        self.pane.show_empty()
        self.right.hide()
        self._offer("Add a letter")

    def _show_review(self, letter: DeskLetter) -> None:
        if letter.review is None:
            return
        self.right.setCurrentWidget(self.review)
        self.pane.show_original(letter.review)
        self.review.show_review(letter.review)
        self._offer_review()

    def _offer_review(self) -> None:
        letter = self.letter
        if letter is None or letter.review is None:
            return
        left = letter.review.count(None)
        if letter.stage is Stage.ANALYZING:
            self._offer("Analyzing …", enabled=False)
        elif left:
            self._offer(f"Review {left} item{'' if left == 1 else 's'}", notice=self._seen(letter))
        else:
            self._offer("Analyze", notice=self._seen(letter))

    @staticmethod
    def _seen(letter: DeskLetter) -> str:
        return "This same file was analyzed before; you find it among the saved analyses." if letter.seen_before else ""

    def _show_result(self, record: AnalysisRecord, *, original: bool) -> None:
        self.record = record
        self.right.setCurrentWidget(self.result)
        self.right.show()
        self.result.show_record(record)
        self.pane.show_redacted(record.letter.text, original=original)
        self.pane.show_evidence(record)
        self.pane.show_step(4)
        problem = self.letter.outcome.problem if self.letter and self.letter.outcome else None
        if problem is not None:
            self._offer("Save again", notice=f"Not saved. {problem.sentence} {problem.next_step} Ctrl+E exports it.")
        else:
            self._offer("Export report", secondary="Review again" if original else "", notice="Saved, encrypted.")

    def _offer(self, step: str, *, enabled: bool = True, secondary: str = "", notice: str = "") -> None:
        self.primary.setText(step)
        self.primary.setEnabled(enabled)
        self.secondary.setText(secondary)
        self.secondary.setVisible(bool(secondary))
        self.notice.setText(notice)

    # --- what moves -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _moved(self, letter: DeskLetter) -> None:
        self.letters.desk.touch(letter)
        if letter is self.letter:
            self._choose(letter)

    @Slot(object)
    def _dropped(self, letter: DeskLetter) -> None:
        self.letters.desk.remove(letter)
        if letter is self.letter:
            self._show_nothing()

    @Slot()
    def _kept(self) -> None:
        self.letters.saved.reload()
        self.stored.emit()

    @Slot()
    def _next_step(self) -> None:
        letter = self.letter
        if self.record is not None and letter is not None and letter.outcome is not None and not letter.outcome.kept:
            self.flow.keep_again(letter)
        elif self.record is not None:
            self.export()
        elif letter is None or letter.review is None:
            self.choose_files()
        elif letter.review.undecided():
            self._show_original()
            self.review.next_to_decide()
            self.review.remove.setFocus()
        else:
            self.flow.analyze(letter)

    @Slot()
    def _second_choice(self) -> None:
        if self.letter is not None and self.letter.review is not None:
            self.letter.stage, self.letter.record = Stage.REVIEW, None
            self._moved(self.letter)

    # --- reviewing ------------------------------------------------------------------------------------------------

    @Slot()
    def _reviewed(self) -> None:
        if self.letter is not None:
            self.letters.desk.touch(self.letter)
            self._offer_review()

    @Slot()
    def _current_changed(self) -> None:
        letter = self.letter
        if letter is None or letter.review is None or not self.pane.shows_original:
            return
        findings = letter.review.findings()
        current = findings.index(self.review.current) if self.review.current in findings else None
        self.pane.show_findings(letter.review, current)

    @Slot(int)
    def _mark_clicked(self, index: int) -> None:
        if self.letter is not None and self.letter.review is not None:
            self.review.select(self.letter.review.findings()[index])

    @Slot(object)
    def _look_again(self, level: Level) -> None:
        if self.letter is not None:
            self.flow.look_again(self.letter, level, self.letter.client)

    @Slot()
    def _edit_client(self) -> None:
        if self.letter is None or self.letter.review is None:
            return
        dialog = ClientDialog(self.letter.client, self)
        if dialog.exec():
            self.flow.look_again(self.letter, self.letter.review.preparation.level, dialog.fields())

    @Slot(object)
    def _add_selection(self, category: PhiCategory) -> None:
        if self.letter is None or self.letter.review is None or not self.pane.shows_original:
            return
        added = self.letter.review.add(*self.pane.view.selected(), category)
        if added is None:
            self.said.emit("Select words in the original letter first; what is removed already needs no second mark.")
            return
        self._reviewed()
        self.review.select(added)

    @Slot()
    def _show_original(self) -> None:
        letter = self.letter
        if letter is not None and letter.review is not None and not self.pane.shows_original:
            self.pane.show_original(letter.review)
            self._current_changed()

    @Slot()
    def _show_redacted(self) -> None:
        if self.record is not None:
            self.pane.show_redacted(self.record.letter.text, original=self.letter is not None)
            self.pane.show_evidence(self.record)
        elif self.letter is not None:
            letter = self.letter
            self.flow.preview(letter, lambda text: self._previewed(letter, text))

    def _previewed(self, letter: DeskLetter, text: DeidentifiedText) -> None:
        if letter is self.letter and self.record is None:
            self.pane.show_redacted(text.text, original=True)

    # --- results --------------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_evidence(self, evidence: Evidence) -> None:
        if self.record is not None:
            self.pane.show_redacted(self.record.letter.text, original=self.letter is not None)
            self.pane.show_evidence(self.record, evidence.start)

    @Slot(str)
    def open_saved(self, analysis_id: str) -> None:
        """Show an analysis from the store."""
        letters = self._application.letters
        self._runner.run(lambda _progress, _cancelled: letters.show(analysis_id), self._was_opened)

    def _was_opened(self, record: AnalysisRecord) -> None:
        self.letter = None
        self._show_result(record, original=False)

    @Slot()
    def export(self) -> None:
        """Write the result in view to a new file."""
        record = self.record
        if record is None:
            return
        name = f"nexus-analysis-{record.created_at:%Y-%m-%d}-{record.id[:8]}.html"
        chosen, kind = QFileDialog.getSaveFileName(
            self, "Export report", name, ";;".join(REPORTS), options=QFileDialog.Option.DontConfirmOverwrite
        )
        if chosen:
            self.export_to(record, Path(chosen), REPORTS.get(kind, ReportKind.HTML))

    def export_to(self, record: AnalysisRecord, path: Path, kind: ReportKind) -> None:
        """Write a report; of an analysis that could not be kept too, so that it is not lost."""
        reports, outcome = self._application.reports, self.letter.outcome if self.letter else None
        if outcome is not None and not outcome.kept and outcome.record is record:
            self._runner.run(lambda _p, _c: reports.export_unsaved(record, path, kind), lambda _: self._exported())
            return
        self._runner.run(
            lambda _progress, _cancelled: reports.export(record.id, path, kind), lambda _: self._exported()
        )

    def _exported(self) -> None:
        self.said.emit("The report was written.")
        self.stored.emit()


def plain(text: str) -> str:
    """Text with one kind of newline, as the letter view counts it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
