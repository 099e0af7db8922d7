"""The Analyze tab: a workbench of three panes, and one button that always says the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent

from nexus_desktop.ui.analyze_parts import AnalyzeParts
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.letter_actions import Mode
from nexus_desktop.ui.letter_pair import Side
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.services.application import Application
    from nexus_desktop.ui.side_page import SidePage
    from nexus_desktop.ui.tasks import TaskRunner
    from nexus_desktop.ui.theme import Theme

WAITS = tr("It is read in its turn, behind those above it. Meanwhile you can work on any letter that is ready.")
SEEN_BEFORE = tr("This same file was analyzed before; you find it among the saved analyses.")


class AnalyzeTab(AnalyzeParts):
    """The parts of the tab at work."""

    def __init__(self, application: Application, runner: TaskRunner, theme: Theme) -> None:
        super().__init__(application, runner, theme)
        self._connect()
        self._connect_actions()
        self._connect_cases()
        self._show_nothing()

    def _connect(self) -> None:
        for source in (self.letters, self.pane.empty):
            source.add_wanted.connect(self.intake.choose_files)
            source.paste_wanted.connect(self.intake.paste)
        self.pane.empty.sample_wanted.connect(self.intake.open_sample)
        self.intake.came.connect(self._take_in)
        self.intake.said.connect(self.said)
        self.work.choose.connect(self._put_in_view)
        self.work.gone.connect(self._gone)
        self.letters.retry_wanted.connect(self.work.retry)
        self.letters.next_wanted.connect(self.work.queue.read_next)
        self.letters.off_wanted.connect(self.work.take_off)
        self.letters.letter_chosen.connect(self._choose)
        self.letters.saved_chosen.connect(self.open_saved)
        self.reviewing.decided.connect(self._reviewed)
        self.reviewing.said.connect(self.said)
        self.result.said.connect(self.said)
        self.disagreeing.told.connect(self.stored)
        self.flow.moved.connect(self._moved)
        self.flow.dropped.connect(self._dropped)
        self.flow.kept.connect(self._kept)
        self.export_report.written.connect(self._exported)
        self.next_step.wanted.connect(self._go_on)
        self.next_step.second_wanted.connect(self._second_choice)
        self.intake.said.connect(self.said)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self, self.intake.paste)

    def _connect_actions(self) -> None:
        keys = self.keys
        keys.next.triggered.connect(lambda: self._step(backwards=False))
        keys.previous.triggered.connect(lambda: self._step(backwards=True))
        keys.serve_review(self.review)
        keys.step.triggered.connect(self.primary.click)
        for action, side in ((keys.original, Side.ORIGINAL), (keys.redacted, Side.REDACTED), (keys.both, Side.BOTH)):
            action.triggered.connect(lambda _checked=False, side=side: self.pane.head.sides[side].click())
        keys.page.triggered.connect(self.pane.head.page.click)
        self.pane.head.step_wanted.connect(lambda backwards: self._step(backwards=backwards))

    def _connect_cases(self) -> None:
        cases = self.cases
        cases.page_wanted.connect(self._show_page)
        cases.opened.connect(self.open_saved)
        cases.changed.connect(self.stored)
        cases.moved.connect(self.letters.saved.reload)
        cases.said.connect(self.said)
        cases.serve(self.around, self.keys, self._kept_record)
        self.middle.back_wanted.connect(self._back)
        self.keys.back.triggered.connect(self._back)

    def begin(self) -> None:
        """Show what is kept, once the store is open."""
        self.cases.refresh()
        self.work.offer_left()

    # --- letters in -----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.intake.drop(event.mimeData())
        event.acceptProposedAction()

    @Slot(list)
    def _take_in(self, letters: list[DeskLetter]) -> None:
        """What a person adds by itself comes into view; a batch does only where nothing else is."""
        alone = len(letters) == 1 or (self.letter is None and self.record is None)
        for letter in letters:
            letter.matter = self.letters.matter
        self.work.take_in(letters)
        if letters and alone:
            self._put_in_view(letters[0])

    @Slot(object)
    def _put_in_view(self, letter: DeskLetter) -> None:
        self.letters.choose(letter)

    # --- what is in view ------------------------------------------------------------------------------------------

    @Slot(object)
    def _choose(self, letter: DeskLetter) -> None:
        self.middle.show_letter()
        self.letter, self.record = letter, letter.record
        self.page_reading.take(letter)
        if letter.stage is Stage.RESULT and letter.record is not None:
            self._show_result(letter.record)
        elif letter.review is not None and letter.stage in (Stage.REVIEW, Stage.ANALYZING):
            self._show_review(letter)
        else:
            self._show_no_letter(letter)
        self.allow()

    def _show_nothing(self) -> None:
        self.middle.show_letter()
        self.letter = self.record = None
        self.page_reading.take(None)
        self._leave()
        self.pane.show_empty()
        self.next_step.offer(tr("Add a letter"))
        self.allow()

    def _show_no_letter(self, letter: DeskLetter) -> None:
        self._leave()
        if letter.stage is Stage.FAILED and letter.error is not None:
            self.pane.show_trouble(letter.error)
            self.next_step.offer(tr("Try again"), secondary=tr("Take off the desk"))
        elif letter.stage is Stage.WAITING:
            self.pane.show_waiting(tr("This letter waits to be read."), WAITS)
            self.next_step.offer(tr("Read it next"), secondary=tr("Take off the desk"))
        else:
            self.pane.show_waiting(tr("Reading the letter …"))
            self.next_step.offer(tr("Reading …"), enabled=False, secondary=tr("Cancel"))

    def _leave(self) -> None:
        self.turns.drop()
        self.reviewing.leave()
        self.reading.leave()
        self.around.leave()
        self.right.hide()

    def _show_review(self, letter: DeskLetter) -> None:
        """Also while it is analyzed: nothing moves then, but nothing can be decided either."""
        self.reading.leave()
        self.around.leave()
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
        if letter.stage is Stage.ANALYZING:
            self.next_step.offer(tr("Analyzing …"), enabled=False)
        else:
            notice = SEEN_BEFORE if letter.seen_before else ""
            self.next_step.offer_review(letter.review.count(None), self.services.in_use, notice)

    @Slot()
    def show_service(self) -> None:
        """Look again at what is in use."""
        if self.letter is not None and self.letter.stage is Stage.REVIEW:
            self._offer_review()

    def _show_result(self, record: AnalysisRecord) -> None:
        self.record = record
        self.reviewing.leave()
        self.turns.start(
            lambda: self.reading.show_letter(record, self.letter), lambda: self._show_result_findings(record)
        )
        problem = self.letter.outcome.problem if self.letter and self.letter.outcome else None
        self.next_step.offer_result(problem, again=self.letter is not None)

    def _show_result_findings(self, record: AnalysisRecord) -> None:
        self.reading.show_findings(record, self.letter)
        self.disagreeing.show_record(record, self.letter)
        self.right.setCurrentWidget(self.result)
        self.right.show()
        self.around.show(record, self.letter.outcome if self.letter is not None else None)
        self.pane.redacted.setFocus()  # from here N and P lead from quote to quote, Enter to what it serves

    def allow(self) -> None:
        """Which keys work now; those of the letter rest while another tab is shown."""
        mode = Mode.NOTHING
        if self.middle.page is not None:
            mode = Mode.PAGE if self.isVisible() else Mode.NOTHING
        elif self.isVisible() and self.record is not None:
            mode = Mode.RESULT
        elif self.isVisible() and self.letter is not None and self.letter.stage is Stage.REVIEW:
            mode = Mode.REVIEW
        self.keys.allow(mode)
        self.keys.step.setEnabled(self.isVisible())

    # --- pages ------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_page(self, page: SidePage) -> None:
        if self.middle.page is None:
            self._before = (self.letter, self.record)
        self.letter = self.record = None
        self._leave()
        self.letters.leave_desk()
        self.middle.show_page(page)
        self.allow()

    @Slot()
    def _back(self) -> None:
        """To what was in view before a page took its place."""
        if self.middle.page is None:
            return
        letter, record = self._before
        if letter is not None and self.letters.desk.index_of(letter).isValid():
            self.letters.desk_view.setCurrentIndex(self.letters.desk.index_of(letter))
        elif record is not None and letter is None:
            self._was_opened(record)
        else:
            self._show_nothing()

    def _kept_record(self) -> AnalysisRecord | None:
        """The result in view, where it is in the store."""
        outcome = self.letter.outcome if self.letter is not None else None
        return self.record if outcome is None or outcome.kept else None

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
        self._gone(letter)

    @Slot(object)
    def _gone(self, letter: DeskLetter) -> None:
        if letter is self.letter:
            self._show_nothing()

    @Slot()
    def _kept(self) -> None:
        self.afterwards.add(self._show_saved, self.stored.emit)

    def _show_saved(self) -> None:
        if not self._covered:
            self.letters.saved.reload()
            self.cases.refresh()

    def cover(self) -> None:
        """Ask nothing of the store: the window is locked, or about to be."""
        self._covered = True
        self.work.queue.hold(True)

    def uncover(self) -> None:
        """Show what was saved meanwhile."""
        self._covered = False
        self.work.queue.hold(False)
        self.work.keeper.note()
        if self.record is not None:
            self.disagreeing.look_again()
        self._show_saved()
        self.allow()

    @Slot()
    def _reviewed(self) -> None:
        if self.letter is not None:
            self.letters.desk.touch(self.letter)
            self.work.keeper.note()
            self._offer_review()

    def _step(self, *, backwards: bool) -> None:
        if self.record is not None:
            self.reading.step(backwards=backwards)
        else:
            self.review.step(backwards=backwards)

    @Slot()
    def _go_on(self) -> None:
        letter, page = self.letter, self.middle.page
        if page is not None:
            page.go_on()
        elif self.record is not None and letter is not None and letter.outcome is not None and not letter.outcome.kept:
            self.flow.keep_again(letter)
        elif self.record is not None:
            self.export()
        elif letter is not None and letter.stage is Stage.FAILED:
            self.work.retry(letter)
        elif letter is not None and letter.stage is Stage.WAITING:
            self.work.queue.read_next(letter)
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
        if self.middle.page is not None:
            self._back()
        elif self.letter is not None and self.letter.stage is Stage.REVIEW:
            self.flow.analyze(self.letter, here=True)
        elif self.letter is not None and self.letter.stage in (Stage.WAITING, Stage.READING, Stage.FAILED):
            self.work.take_off(self.letter)
        elif self.letter is not None and self.letter.review is not None and self.letter.stage is Stage.RESULT:
            self.letter.stage, self.letter.record = Stage.REVIEW, None
            self._moved(self.letter)

    # --- results --------------------------------------------------------------------------------------------------

    @Slot(str)
    def open_saved(self, analysis_id: str) -> None:
        """Show an analysis from the store."""
        letters = self._letters
        self._runner.run(lambda _progress, _cancelled: letters.show(analysis_id), self._was_opened)

    def _was_opened(self, record: AnalysisRecord) -> None:
        self.middle.show_letter()
        self.letters.leave_desk()
        self.letter = None
        self.page_reading.take(None)
        self._show_result(record)
        self.allow()

    @Slot()
    def export(self) -> None:
        """Make a paper of the result in view."""
        if self.record is None:
            return
        outcome = self.letter.outcome if self.letter else None
        lost = outcome is not None and not outcome.kept and outcome.record is self.record
        self.export_report.ask(self.record, self.letter, kept=not lost)

    @Slot()
    def _exported(self) -> None:
        self.said.emit(tr("The paper was written."))
        self.stored.emit()
