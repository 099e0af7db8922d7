"""What the Analyze tab shows: a letter at its stage, a result, or a page in their place; and which keys work then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from nexus_desktop.ui.analyze_parts import AnalyzeParts
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.letter_actions import Mode
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.ui.side_page import SidePage

WAITS = tr("It is read in its turn, behind those above it. Meanwhile you can work on any letter that is ready.")
SEEN_BEFORE = tr("This same file was analyzed before; you find it among the saved analyses.")


class AnalyzeView(AnalyzeParts):
    """The parts of the tab, with one thing in view at a time."""

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
            lambda: self.reading.show_letter(record, self.letter),
            lambda: self._show_result_findings(record),
            lambda: self._show_beside_findings(record),
        )
        problem = self.letter.outcome.problem if self.letter and self.letter.outcome else None
        if record.trashed_at is not None:
            self.next_step.offer_trashed()
        else:
            self.next_step.offer_result(problem, again=self.letter is not None)

    def _show_result_findings(self, record: AnalysisRecord) -> None:
        self.reading.show_findings(record, self.letter)
        self.right.setCurrentWidget(self.result)
        self.right.show()

    def _show_beside_findings(self, record: AnalysisRecord) -> None:
        self.disagreeing.show_record(record, self.letter)
        self.around.show(record, self.letter.outcome if self.letter is not None else None)
        self.pane.redacted.setFocus()  # from here N and P lead from quote to quote, Enter to what it serves

    def allow(self) -> None:
        """Which keys work now; those of the letter rest while another tab is shown."""
        mode = Mode.NOTHING
        if self.middle.page is not None:
            mode = Mode.PAGE if self.isVisible() else Mode.NOTHING
        elif self.isVisible() and self.record is not None:
            mode = Mode.RESULT if self.record.trashed_at is None else Mode.TRASHED
        elif self.isVisible() and self.letter is not None and self.letter.stage is Stage.REVIEW:
            mode = Mode.REVIEW
        self.keys.allow(mode, can_undo_trash=self.trash.can_undo)
        self.keys.step.setEnabled(self.isVisible())

    # --- pages ------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_page(self, page: SidePage) -> None:
        looked_at = self.record is not None and self.record.trashed_at is not None  # has a way back of its own
        if self.middle.page is None and not looked_at:
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
            if self.record is not None and self.record.trashed_at is not None:
                self.trash.show()
            return
        letter, record = self._before
        if letter is not None and self.letters.desk.index_of(letter).isValid():
            self.letters.desk_view.setCurrentIndex(self.letters.desk.index_of(letter))
        elif record is not None and letter is None:
            self._was_opened(record)
        else:
            self._show_nothing()

    def _was_opened(self, record: AnalysisRecord) -> None:
        self.middle.show_letter()
        self.letters.leave_desk()
        self.letter = None
        self.page_reading.take(None)
        self._show_result(record)
        self.allow()

    def _kept_record(self) -> AnalysisRecord | None:
        """The result in view, where it is in the store and not in the trash."""
        outcome = self.letter.outcome if self.letter is not None else None
        stands = self.record is not None and self.record.trashed_at is None
        return self.record if stands and (outcome is None or outcome.kept) else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.allow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.allow()
