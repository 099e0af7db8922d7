"""A review in progress: keeps panel and letter at the same item, and the redacted text up to the decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nexus_desktop.models.errors import Cancelled, NexusError
from nexus_desktop.ui.client_dialog import ClientDialog
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import DeidentifiedText, Level, PhiCategory
    from nexus_desktop.services.review import Review
    from nexus_desktop.ui.letter_flow import LetterFlow
    from nexus_desktop.ui.letter_pane import LetterPane
    from nexus_desktop.ui.review_panel import ReviewPanel
    from nexus_desktop.ui.tasks import Task

SETTLED_MILLISECONDS = 120  # without another decision, before the redacted text is made anew
SELECT_FIRST = tr("Select words in the original letter first; what is removed already needs no second mark.")


class Reviewing(QObject):
    """``decided`` after every decision; ``said`` carries a line for the status bar."""

    decided = Signal()
    said = Signal(str)

    def __init__(self, panel: ReviewPanel, pane: LetterPane, flow: LetterFlow) -> None:
        super().__init__(panel)
        self._panel, self._pane, self._flow = panel, pane, flow
        self._letter: DeskLetter | None = None
        self._review: Review | None = None
        self._preview: Task | None = None
        self._number = 0  # of the newest preview
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MILLISECONDS)
        self._settled.timeout.connect(self._make_preview)
        panel.changed.connect(self._changed)
        panel.current_changed.connect(self._current_changed)
        panel.level_chosen.connect(self._look_again)
        panel.client_wanted.connect(self._edit_client)
        panel.addition_wanted.connect(self._add_selection)
        pane.finding_clicked.connect(self._clicked)
        pane.redacted_shown.connect(self._make_preview)

    def shows(self, letter: DeskLetter) -> bool:
        """Whether this very review of the letter is up already."""
        return self._letter is letter and self._review is letter.review

    def show_letter(self, letter: DeskLetter) -> None:
        """Take up the review of a letter: its text first."""
        self._letter, self._review = letter, letter.review
        if letter.review is not None:
            self._pane.show_review(letter.review)

    def show_findings(self) -> None:
        """And then what was found in it."""
        if self._review is not None:
            self._panel.show_review(self._review)
            self._make_preview()

    def leave(self) -> None:
        """Something else is shown now."""
        self._letter = self._review = None
        self._settled.stop()
        self._stop_preview()

    # --- panel and letter ---------------------------------------------------------------------------------------

    @Slot()
    def _changed(self) -> None:
        if self._pane.shows_redacted:
            self._settled.start()
        self.decided.emit()

    @Slot()
    def _current_changed(self) -> None:
        if self._letter is None or self._letter.review is None:
            return
        self._pane.show_decisions(self._letter.review, self._panel.current, self._panel.model.tip)
        self._pane.head.show_count(self._panel.place(), several=self._panel.model.rowCount() > 1)

    @Slot(int)
    def _clicked(self, place: int) -> None:
        if self._letter is None or self._letter.review is None:
            return
        found = next((one for one in self._letter.review.findings() if one.start <= place < one.end), None)
        if found is not None:
            self._panel.select(found)

    @Slot(object)
    def _add_selection(self, category: PhiCategory) -> None:
        if self._letter is None or self._letter.review is None:
            return
        selected = self._pane.original.selected() if self._pane.shows_original else (0, 0)
        added = self._letter.review.add(*selected, category)
        if added is None:
            self.said.emit(SELECT_FIRST)
            return
        self._panel.select(added)
        self._changed()

    # --- the redacted text --------------------------------------------------------------------------------------

    @Slot()
    def _make_preview(self) -> None:
        letter = self._letter
        if letter is None or letter.stage is not Stage.REVIEW or not self._pane.shows_redacted:
            return
        self._stop_preview()
        number = self._number
        self._preview = self._flow.preview(
            letter, lambda text: self._previewed(number, text), lambda error: self._not_previewed(number, error)
        )

    def _stop_preview(self) -> None:
        """What is under way may come to its end all the same: its number is out of date then."""
        self._number += 1
        if self._preview is not None:
            self._preview.cancel()
            self._preview = None

    def _previewed(self, number: int, text: DeidentifiedText) -> None:
        if number == self._number:
            self._preview = None
            self._pane.show_preview(text, self._panel.current)

    def _not_previewed(self, number: int, error: Exception) -> None:
        if number == self._number and not isinstance(error, Cancelled):
            self._preview = None
            self._pane.show_preview_problem(error if isinstance(error, NexusError) else NexusError())

    # --- scope --------------------------------------------------------------------------------------------------

    @Slot(object)
    def _look_again(self, level: Level) -> None:
        if self._letter is not None:
            self._flow.look_again(self._letter, level, self._letter.client)

    @Slot()
    def _edit_client(self) -> None:
        if self._letter is None or self._letter.review is None:
            return
        dialog = ClientDialog(self._letter.client, self._panel)
        if dialog.exec():
            self._flow.look_again(self._letter, self._letter.review.preparation.level, dialog.fields())
