"""The Analyze tab: a workbench of three panes, and one button that always says the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut

from nexus_desktop.ui.analyze_view import AnalyzeView
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.letter_pair import Side
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.trash_desk import CHOOSE

if TYPE_CHECKING:
    from nexus_desktop.services.application import Application
    from nexus_desktop.ui.tasks import TaskRunner
    from nexus_desktop.ui.theme import Theme


class AnalyzeTab(AnalyzeView):
    """The tab at work: what is asked of it, and what has changed."""

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
        self.same_words.said.connect(self.said)
        self.same_words.touched.connect(self.work.keeper.note)
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
        self._connect_trash()
        self.middle.back_wanted.connect(self._back)
        self.keys.back.triggered.connect(self._back)

    def _connect_trash(self) -> None:
        trash, keys = self.trash, self.keys
        self.letters.trash_wanted.connect(lambda line: trash.put(line.id, line.condition))
        self.letters.trash_page_wanted.connect(trash.show)
        keys.trash.triggered.connect(self._trash_in_hand)
        keys.undo_trash.triggered.connect(trash.undo)
        keys.show_trash.triggered.connect(trash.show)
        trash.page_wanted.connect(self._show_page)
        trash.opened.connect(self._was_opened)
        trash.left.connect(self._is_trashed)
        trash.came_back.connect(self._came_back)
        trash.can_undo_changed.connect(self.allow)
        trash.said.connect(self.said)

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
        elif self.record is not None and self.record.trashed_at is not None:
            self.trash.put_back(self.record.id)
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
        if self.middle.page is not None or (self.record is not None and self.record.trashed_at is not None):
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

    @Slot()
    def export(self) -> None:
        """Make a paper of the result in view; none of what is in the trash."""
        if self.record is None or self.record.trashed_at is not None:
            return
        outcome = self.letter.outcome if self.letter else None
        lost = outcome is not None and not outcome.kept and outcome.record is self.record
        self.export_report.ask(self.record, self.letter, kept=not lost)

    @Slot()
    def _exported(self) -> None:
        self.said.emit(tr("The paper was written."))
        self.stored.emit()

    # --- trash ------------------------------------------------------------------------------------------------------

    @Slot()
    def _trash_in_hand(self) -> None:
        """Move the saved analysis that the keyboard is on, else the one in view, to the trash."""
        line, record = self.letters.saved_in_hand, self._kept_record()
        if line is not None:
            self.trash.put(line.id, line.condition)
        elif record is not None:
            self.trash.put(record.id, "; ".join(record.result.connection.conditions))
        else:
            self.said.emit(CHOOSE)

    @Slot(str)
    def _is_trashed(self, analysis_id: str) -> None:
        """A letter that still lies on the desk is in review again, as it was decided."""
        for letter in self.letters.desk.letters:
            if letter.record is not None and letter.record.id == analysis_id:
                letter.stage, letter.record = Stage.REVIEW, None
                self._moved(letter)
        if self.record is not None and self.record.id == analysis_id:
            self._show_nothing()
        if self._before[1] is not None and self._before[1].id == analysis_id:
            self._before = (None, None)
        if self.cases.shows(analysis_id):
            self._back()
        self._shift()

    @Slot(str)
    def _came_back(self, analysis_id: str) -> None:
        """Where it is being looked at, it is now as any other saved one."""
        if self.record is not None and self.record.id == analysis_id:
            self.open_saved(analysis_id)
        self._shift()

    def _shift(self) -> None:
        self.letters.reload_saved()
        self.cases.refresh()
        self.cases.search_again()
        self.stored.emit()
