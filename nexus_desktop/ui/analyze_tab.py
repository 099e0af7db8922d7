"""The Analyze tab: a workbench of three panes, and one button that always says the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.services.application import Application
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.intake import Intake
from nexus_desktop.ui.letter_actions import LetterActions, Mode
from nexus_desktop.ui.letter_flow import LetterFlow
from nexus_desktop.ui.letter_pair import Side
from nexus_desktop.ui.letter_pane import LetterPane
from nexus_desktop.ui.letters_pane import LettersPane
from nexus_desktop.ui.next_step import NextStep
from nexus_desktop.ui.report_export import ReportExport
from nexus_desktop.ui.result_panel import ResultPanel
from nexus_desktop.ui.result_reading import ResultReading
from nexus_desktop.ui.review_panel import ReviewPanel
from nexus_desktop.ui.reviewing import Reviewing
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from nexus_desktop.ui.turns import Turns

PANE_WIDTHS = [240, 660, 420]
SEEN_BEFORE = "This same file was analyzed before; you find it among the saved analyses."


class AnalyzeTab(QWidget):
    """``stored`` after something was written to the store; ``said`` carries a line for the status bar."""

    stored = Signal()
    said = Signal(str)

    def __init__(self, application: Application, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._letters, self._runner = application.letters, runner
        self.letter: DeskLetter | None = None
        self.record: AnalysisRecord | None = None
        self._covered = False
        self.flow = LetterFlow(application.letters, application.compliance, runner, self)
        self.intake = Intake(application.sample_letter, self)
        self.export_report = ReportExport(application.reports, runner, self)
        self.letters = LettersPane(theme, application.letters.newest)
        self.pane = LetterPane(theme)
        self.review = ReviewPanel(theme, application.compliance.titles())
        self.result = ResultPanel(theme, application.authorities)
        self.reviewing = Reviewing(self.review, self.pane, self.flow)
        self.reading = ResultReading(self.result, self.pane)
        self.keys = LetterActions(self)
        self.turns, self.afterwards = Turns(self), Turns(self)
        self.next_step = NextStep()
        self.primary, self.secondary = self.next_step.primary, self.next_step.secondary
        self.right = QStackedWidget()
        self.right.addWidget(self.review)
        self.right.addWidget(self.result)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for stretch, pane in enumerate((self.letters, self.pane, self.right)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(stretch, int(pane is self.pane))
        self.splitter.setSizes(PANE_WIDTHS)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.next_step)
        self.setAcceptDrops(True)
        self._connect()
        self._connect_actions()
        self._show_nothing()

    @property
    def settled(self) -> bool:
        """Whether everything that was to be shown is shown."""
        turns = (self.turns, self.afterwards, self.intake.turns, self.pane.pair.turns, self.result.turns)
        return not any(one.pending for one in turns)

    def _connect(self) -> None:
        for source in (self.letters, self.pane.empty):
            source.add_wanted.connect(self.intake.choose_files)
            source.paste_wanted.connect(self.intake.paste)
        self.pane.empty.sample_wanted.connect(self.intake.open_sample)
        self.intake.came.connect(self._put)
        self._runner.cancelling.connect(self.intake.turns.drop)
        self.letters.letter_chosen.connect(self._choose)
        self.letters.saved_chosen.connect(self.open_saved)
        self.reviewing.decided.connect(self._reviewed)
        self.reviewing.said.connect(self.said)
        self.result.said.connect(self.said)
        self.flow.moved.connect(self._moved)
        self.flow.dropped.connect(self._dropped)
        self.flow.kept.connect(self._kept)
        self.export_report.written.connect(self._exported)
        self.next_step.wanted.connect(self._go_on)
        self.next_step.second_wanted.connect(self._second_choice)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self, self.intake.paste)

    def _connect_actions(self) -> None:
        keys, review = self.keys, self.review
        keys.next.triggered.connect(lambda: self._step(backwards=False))
        keys.previous.triggered.connect(lambda: self._step(backwards=True))
        keys.next_undecided.triggered.connect(review.next_to_decide)
        keys.remove.triggered.connect(lambda: review.decide(True, False))
        keys.keep.triggered.connect(lambda: review.decide(False, False))
        keys.remove_like.triggered.connect(lambda: review.decide(True, True))
        keys.keep_like.triggered.connect(lambda: review.decide(False, True))
        keys.mark.triggered.connect(review.mark_selection)
        keys.undo.triggered.connect(review.undo)
        keys.redo.triggered.connect(review.redo)
        keys.step.triggered.connect(self.primary.click)
        for action, side in ((keys.original, Side.ORIGINAL), (keys.redacted, Side.REDACTED), (keys.both, Side.BOTH)):
            action.triggered.connect(lambda _checked=False, side=side: self.pane.head.sides[side].click())
        self.pane.head.step_wanted.connect(lambda backwards: self._step(backwards=backwards))

    # --- letters in -----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.intake.drop(event.mimeData())
        event.acceptProposedAction()

    @Slot(object)
    def _put(self, letter: DeskLetter) -> None:
        self.letters.put_on_desk(letter)
        self.flow.read(letter)

    # --- what is in view ------------------------------------------------------------------------------------------

    @Slot(object)
    def _choose(self, letter: DeskLetter) -> None:
        self.letter, self.record = letter, letter.record
        if letter.stage is Stage.RESULT and letter.record is not None:
            self._show_result(letter.record)
        elif letter.review is not None and letter.stage in (Stage.REVIEW, Stage.ANALYZING):
            self._show_review(letter)
        else:
            self._show_no_letter(letter)
        self.allow()

    def _show_nothing(self) -> None:
        self.letter = self.record = None
        self._leave()
        self.pane.show_empty()
        self.next_step.offer("Add a letter")
        self.allow()

    def _show_no_letter(self, letter: DeskLetter) -> None:
        self._leave()
        if letter.stage is Stage.FAILED and letter.error is not None:
            self.pane.show_trouble(letter.error)
            self.next_step.offer("Add a letter")
        else:
            self.pane.show_waiting("Reading the letter …")
            self.next_step.offer("Reading …", enabled=False)

    def _leave(self) -> None:
        self.turns.drop()
        self.reviewing.leave()
        self.reading.leave()
        self.right.hide()

    def _show_review(self, letter: DeskLetter) -> None:
        """Also while it is analyzed: nothing moves then, but nothing can be decided either."""
        self.reading.leave()
        if not self.reviewing.shows(letter):
            self.turns.start(lambda: self.reviewing.show_letter(letter), self._show_panel, self._show_findings)
        self.review.hold(letter.stage is not Stage.REVIEW)
        self.pane.head.show_step(3 if letter.stage is Stage.ANALYZING else 2)
        self._offer_review()

    def _show_panel(self) -> None:
        self.right.setCurrentWidget(self.review)
        self.right.show()

    def _show_findings(self) -> None:
        self.reviewing.show_findings()
        self.review.list.setFocus()

    def _offer_review(self) -> None:
        letter = self.letter
        if letter is None or letter.review is None:
            return
        left, notice = letter.review.count(None), SEEN_BEFORE if letter.seen_before else ""
        if letter.stage is Stage.ANALYZING:
            self.next_step.offer("Analyzing …", enabled=False)
        elif left:
            self.next_step.offer(f"Review {left} item{'' if left == 1 else 's'}", notice=notice)
        else:
            self.next_step.offer("Analyze", notice=notice)

    def _show_result(self, record: AnalysisRecord) -> None:
        self.record = record
        self.reviewing.leave()
        self.turns.start(
            lambda: self.reading.show_letter(record, self.letter), lambda: self._show_result_findings(record)
        )
        problem = self.letter.outcome.problem if self.letter and self.letter.outcome else None
        again = "Review again" if self.letter is not None else ""
        if problem is not None:
            self.next_step.offer(
                "Save again",
                secondary=again,
                notice=f"Not saved. {problem.sentence} {problem.next_step} Ctrl+E exports it.",
            )
        else:
            self.next_step.offer("Export report", secondary=again, notice="Saved, encrypted.")

    def _show_result_findings(self, record: AnalysisRecord) -> None:
        self.reading.show_findings(record)
        self.right.setCurrentWidget(self.result)
        self.right.show()
        self.pane.redacted.setFocus()  # from here N and P lead from quote to quote, Enter to what it serves

    def allow(self) -> None:
        """Which keys work now; those of the letter rest while another tab is shown."""
        mode = Mode.NOTHING
        if self.isVisible() and self.record is not None:
            mode = Mode.RESULT
        elif self.isVisible() and self.letter is not None and self.letter.stage is Stage.REVIEW:
            mode = Mode.REVIEW
        self.keys.allow(mode)
        self.keys.step.setEnabled(self.isVisible())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.allow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.allow()

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
        self.afterwards.add(self._show_saved, self.stored.emit)

    def _show_saved(self) -> None:
        if not self._covered:
            self.letters.saved.reload()

    def cover(self) -> None:
        """Ask nothing of the store: the window is locked, or about to be."""
        self._covered = True
        self.flow.hold(True)

    def uncover(self) -> None:
        """Show what was saved meanwhile."""
        self._covered = False
        self.flow.hold(False)
        self._show_saved()
        self.allow()

    @Slot()
    def _reviewed(self) -> None:
        if self.letter is not None:
            self.letters.desk.touch(self.letter)
            self._offer_review()

    def _step(self, *, backwards: bool) -> None:
        if self.record is not None:
            self.reading.step(backwards=backwards)
        else:
            self.review.step(backwards=backwards)

    @Slot()
    def _go_on(self) -> None:
        letter = self.letter
        if self.record is not None and letter is not None and letter.outcome is not None and not letter.outcome.kept:
            self.flow.keep_again(letter)
        elif self.record is not None:
            self.export()
        elif letter is None or letter.review is None:
            self.intake.choose_files()
        elif letter.review.undecided():
            if not self.pane.shows_original:
                self.pane.head.sides[Side.ORIGINAL].click()
            self.review.next_to_decide()
            self.review.list.setFocus()
        else:
            self.flow.analyze(letter)

    @Slot()
    def _second_choice(self) -> None:
        if self.letter is not None and self.letter.review is not None and self.letter.stage is Stage.RESULT:
            self.letter.stage, self.letter.record = Stage.REVIEW, None
            self._moved(self.letter)

    # --- results --------------------------------------------------------------------------------------------------

    @Slot(str)
    def open_saved(self, analysis_id: str) -> None:
        """Show an analysis from the store."""
        letters = self._letters
        self._runner.run(lambda _progress, _cancelled: letters.show(analysis_id), self._was_opened)

    def _was_opened(self, record: AnalysisRecord) -> None:
        self.letter = None
        self._show_result(record)
        self.allow()

    @Slot()
    def export(self) -> None:
        """Write the result in view to a new file."""
        if self.record is None:
            return
        outcome = self.letter.outcome if self.letter else None
        lost = outcome is not None and not outcome.kept and outcome.record is self.record
        self.export_report.ask(self.record, kept=not lost)

    @Slot()
    def _exported(self) -> None:
        self.said.emit("The report was written.")
        self.stored.emit()
