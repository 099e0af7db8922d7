"""The same decision in all letters of a case that are in review: offered with its count, made, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nexus_desktop.services import same_words
from nexus_desktop.services.same_words import Count, Spread
from nexus_desktop.ui.desk import DeskLetter, DeskModel, Stage
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import Finding
    from nexus_desktop.services.review import Review
    from nexus_desktop.services.review_steps import Step
    from nexus_desktop.ui.desk_bar import DeskBar
    from nexus_desktop.ui.review_panel import ReviewPanel

UNDO_SECONDS = 10


class SameWords(QObject):
    """``said`` carries a line for the status bar, ``touched`` after other letters than the one in view were changed."""

    said = Signal(str)
    touched = Signal()

    def __init__(self, panel: ReviewPanel, desk: DeskModel, bar: DeskBar) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._bar = panel, desk, bar
        self._spreads: list[Spread] = []
        panel.same_words = self
        desk.rowsRemoved.connect(self._forget_gone)
        panel.step_undone.connect(self._undone)
        panel.step_redone.connect(self._redone)

    def counts(self, review: Review, finding: Finding) -> tuple[Count, Count]:
        """What removing and what keeping it in all letters of its case would decide; nothing where that is one
        letter, or no case."""
        others = self._others(review)
        if not others:
            return Count(), Count()
        removed, kept = (same_words.counted(review, finding, others, redact=redact) for redact in (True, False))
        return removed, kept

    def decide(self, review: Review, finding: Finding, redact: bool) -> bool:
        """Decide it so in all of them; whether there is more than one letter to do it in."""
        others = self._others(review)
        if same_words.counted(review, finding, others, redact=redact).letters < 2:
            return False
        spread = same_words.decide(review, finding, others, redact=redact)
        self._spreads.append(spread)
        words = (
            tr("To be removed in {letters} letters, {places} places.")
            if redact
            else tr("Kept in {letters} letters, {places} places.")
        )
        self._bar.show_choices(
            words.format(letters=spread.count.letters, places=spread.count.places),
            (tr("Undo"), lambda: self._take_back(spread)),
            (tr("Close"), lambda: None),
            seconds=UNDO_SECONDS,
        )
        self._show_touched()
        return True

    def _take_back(self, spread: Spread) -> None:
        letters = spread.take_back(self._in_review())
        self._panel.look_again()
        self._tell(letters)

    @Slot(object)
    def _undone(self, step: Step) -> None:
        """One part of it was taken back in the letter in view: the others go with it."""
        for spread in self._spreads:
            if spread.holds(step):
                self._bar.close_choices()
                self._tell(1 + spread.take_back(self._in_review()))

    @Slot(object)
    def _redone(self, step: Step) -> None:
        for spread in self._spreads:
            if spread.holds(step):
                letters = 1 + spread.do_again(self._in_review())
                self.said.emit(tr("Done again in {letters} letters.").format(letters=letters))
                self._show_touched()

    def _tell(self, letters: int) -> None:
        self.said.emit(tr("Taken back in {letters} letters.").format(letters=letters))
        self._show_touched()

    def _show_touched(self) -> None:
        for letter in self._letters():
            self._desk.touch(letter)
        self.touched.emit()

    @Slot()
    def _forget_gone(self) -> None:
        """What was decided in letters that are gone is of no use, and holds their text."""
        there = [one.review for one in self._desk.letters if one.review is not None]
        self._spreads = [one for one in self._spreads if one.concerns(there)]

    # --- which letters ----------------------------------------------------------------------------------------------

    def _letters(self) -> list[DeskLetter]:
        """Those on the desk that can be decided now."""
        return [one for one in self._desk.letters if one.review is not None and one.stage is Stage.REVIEW]

    def _in_review(self) -> list[Review]:
        return [one.review for one in self._letters() if one.review is not None]

    def _others(self, review: Review) -> list[Review]:
        """The reviews of the other letters of the same case."""
        matter = next((one.matter for one in self._letters() if one.review is review), None)
        if matter is None:
            return []
        return [
            one.review
            for one in self._letters()
            if one.review is not None
            and one.review is not review
            and one.matter is not None
            and one.matter.id == matter.id
        ]
