"""The middle pane: where the letter stands in the story, its text with marks, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.ui.letter_head import LetterHead
from nexus_desktop.ui.letter_pages import MessagePage, WelcomePage
from nexus_desktop.ui.letter_pair import LetterPair, Side
from nexus_desktop.ui.letter_text import PlaceMap
from nexus_desktop.ui.marks import Mark, MarkKind
from nexus_desktop.ui.page_view import PageView
from nexus_desktop.ui.theme import LARGE, SMALL, Theme, set_role
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import card, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from nexus_desktop.models.errors import NexusError
    from nexus_desktop.models.letter_models import DeidentifiedText, Finding, Letter, Replacement, UnsureWord
    from nexus_desktop.services.review import Review
    from nexus_desktop.ui.evidence_map import EvidenceMap

WIDE_ENOUGH = 900  # pixels, for text and page beside each other; else they stand above each other
TAG = re.compile(r"\[[A-Z][A-Z0-9 ]*(?: \d+)?(?:, \d{4})?\]")
MARKS = {True: MarkKind.REDACT, False: MarkKind.KEPT, None: MarkKind.ASK}


def tag_marks(text: str) -> list[Mark]:
    """A mark for everything that looks like a tag; only for the eye."""
    return [Mark(found.start(), found.end(), MarkKind.TAG) for found in TAG.finditer(text)]


class LetterPane(QWidget):
    """``redacted_shown`` when the redacted text comes into view. ``finding_clicked`` gives a place of the original,
    ``evidence_clicked`` the index of a quote."""

    redacted_shown = Signal()
    finding_clicked = Signal(int)
    evidence_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: EvidenceMap | None = None
        self._tags: list[Mark] = []
        self._unsure: tuple[UnsureWord, ...] = ()
        self.liked = Side.ORIGINAL  # what the person chose last; kept for the next letter and the next start
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.head = LetterHead(theme)
        self.head.side_chosen.connect(self.choose_side)
        layout.addWidget(self.head)
        self.pages = QStackedWidget()
        layout.addWidget(self.pages, 1)
        self.empty, self.message, self.letter = WelcomePage(), MessagePage(), QWidget()
        for page in (self.empty, self.message, self.letter):
            self.pages.addWidget(page)
        self.pair = LetterPair(theme)
        self.original, self.redacted = self.pair.original, self.pair.redacted
        self.problem = label("")
        self.problem_frame, inside = card(role="gate")
        inside.addWidget(self.problem)
        column = QVBoxLayout(self.letter)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        band = QVBoxLayout()
        band.setContentsMargins(LARGE, 0, LARGE, 0)
        band.addWidget(self.problem_frame)
        column.addLayout(band)
        self.scan = label("", "caption")
        set_role(self.scan, state="caution")
        self.scan.setContentsMargins(0, SMALL, 0, 0)
        self.scan.hide()
        band.addWidget(self.scan)
        self.page = PageView()
        self.page.hide()
        self.beside = QSplitter(Qt.Orientation.Horizontal)
        self.beside.addWidget(self.pair)
        self.beside.addWidget(self.page)
        self.beside.setChildrenCollapsible(False)
        self.beside.setStretchFactor(0, 1)
        self.beside.setStretchFactor(1, 1)
        column.addWidget(self.beside, 1)
        self.original.mark_clicked.connect(self._original_clicked)
        self.redacted.mark_clicked.connect(self._redacted_clicked)
        self.show_empty()

    # --- where no letter is shown -----------------------------------------------------------------------------------

    def show_empty(self) -> None:
        """Nothing is chosen."""
        self._show_page(self.empty, 0)

    def show_waiting(self, words: str, more: str = "") -> None:
        """Something is being read, or waits to be."""
        self.message.show_message(words, more)
        self._show_page(self.message, 1)

    def show_trouble(self, error: NexusError) -> None:
        """A letter that could not be read."""
        self.message.show_message(said(error), tr(error.next_step), tr("Code: {code}").format(code=error.code))
        self._show_page(self.message, 1)

    def _show_page(self, page: QWidget, step: int) -> None:
        self.head.offer(())
        self.head.show_step(step)
        self.pages.setCurrentWidget(page)
        for view in (self.original, self.redacted):
            view.show_text("")

    # --- a review ---------------------------------------------------------------------------------------------------

    def show_review(self, review: Review) -> None:
        """The letter as it came; its marks come with ``show_decisions``."""
        self._start(None, PlaceMap())
        self._show_scan(review.preparation.letter)
        self.redacted.show_text("")
        self.original.show_text(review.preparation.letter.phi_text)
        self.head.show_step(2)
        self._offer(tuple(Side), self.liked if self.liked is Side.BOTH else Side.ORIGINAL)

    def show_decisions(self, review: Review, current: Finding | None, tip: Callable[[Finding], str]) -> None:
        """Marks for every finding; ``tip`` gives what hovering one of them says."""
        findings = review.findings()
        marks = [Mark(one.start, one.end, MARKS[review.choice(one)]) for one in findings]
        index = next((place for place, one in enumerate(findings) if one is current), None)
        reveal = self.pair.side is not Side.REDACTED
        marks += self._unsure_marks()

        def about(place: int) -> str:
            return tip(findings[place]) if place < len(findings) else self._unsure_tip(place - len(findings))

        self.original.show_marks(marks, index, reveal=reveal, tip=about)
        self._mark_tag(current)

    def show_preview(self, text: DeidentifiedText, current: Finding | None) -> None:
        """The text as it would be analyzed."""
        self.problem_frame.hide()
        self.redacted.change_text(text.text)
        self._tags = [Mark(one.tag_start, one.tag_end, MarkKind.TAG) for one in text.replacements]
        self.pair.link(PlaceMap(text.replacements))
        self._mark_tag(current)

    def show_preview_problem(self, error: NexusError) -> None:
        """Why there is no redacted text to show."""
        self._tags = []
        self.redacted.show_text("")
        self.problem.setText(f"{error.sentence} {error.next_step}")
        self.problem_frame.show()

    def _mark_tag(self, current: Finding | None) -> None:
        if self._evidence is None and self._tags:
            place = self.pair.places.tag_of(current.start, current.end) if current is not None else None
            self.redacted.show_marks(self._tags, place, reveal=self.pair.side is Side.REDACTED)

    # --- a result ---------------------------------------------------------------------------------------------------

    def show_result(
        self, text: str, evidence: EvidenceMap, original: Letter | None, replacements: Sequence[Replacement]
    ) -> None:
        """The text that was analyzed, and the letter as it came where that is still in hand."""
        self._start(evidence, PlaceMap(replacements))
        self._tags = tag_marks(text)
        self.redacted.change_text(text)
        if original is not None:
            self._show_scan(original)
            self.original.change_text(original.phi_text)
            removed = [Mark(one.start, one.end, MarkKind.REDACT) for one in replacements]
            self.original.show_marks([*removed, *self._unsure_marks()])
        self.show_evidence(None)
        self.head.show_step(4)
        both = original is not None and self.liked is Side.BOTH
        self._offer(tuple(Side) if original is not None else (Side.REDACTED,), Side.BOTH if both else Side.REDACTED)

    def change_evidence(self, evidence: EvidenceMap, current: int | None) -> None:
        """Mark other quotes in the same text."""
        self._evidence = evidence
        quoted = [Mark(*span, MarkKind.EVIDENCE) for span in evidence.spans]
        self.redacted.show_marks([*quoted, *self._tags], current, reveal=False, tip=evidence.tip)

    def show_evidence(self, current: int | None) -> None:
        """Marks for every quote the result stands on; ``current`` is the place of one among them."""
        if self._evidence is None:
            return
        evidence = self._evidence
        quoted = [Mark(*span, MarkKind.EVIDENCE) for span in evidence.spans]
        self.redacted.show_marks([*quoted, *self._tags], current, tip=evidence.tip)
        if current is not None and self.pair.side is Side.ORIGINAL:
            self._show_side(Side.REDACTED)

    # --- scans ------------------------------------------------------------------------------------------------------

    def _show_scan(self, letter: Letter) -> None:
        """Say that it was read from pictures, and how many words were hard to read."""
        self._unsure = letter.unsure
        count = len(letter.unsure)
        hard = tr("Read from a scan. {count:,} words were hard to read and have a wavy line. Compare with the page.")
        if count == 1:
            hard = tr("Read from a scan. 1 word was hard to read and has a wavy line. Compare with the page.")
        self.scan.setText(hard.format(count=count) if count else tr("Read from a scan. Every word was legible."))
        self.scan.setVisible(letter.scanned)

    def _unsure_marks(self) -> list[Mark]:
        return [Mark(one.start, one.end, MarkKind.UNSURE) for one in self._unsure]

    def _unsure_tip(self, index: int) -> str:
        return tr("Hard to read in the scan: {confidence} % sure").format(
            confidence=round(100 * self._unsure[index].confidence)
        )

    def offer_page(self, there: bool) -> None:
        """Whether the page of the letter can be shown beside its text."""
        self.head.page.setVisible(there)

    def show_page(self, *, shown: bool) -> None:
        """Show the page, with half of the room, or only the text."""
        if shown and self.page.isHidden():
            room = max(self.beside.width(), self.beside.height()) // 2
            self.page.show()
            self.beside.setSizes([room, room])
        self.page.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE_ENOUGH
        self.beside.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    # --- sides ------------------------------------------------------------------------------------------------------

    def _start(self, evidence: EvidenceMap | None, places: PlaceMap) -> None:
        self._evidence, self._tags, self._unsure = evidence, [], ()
        self.scan.hide()
        self.problem_frame.hide()
        self.pair.link(places)

    def _offer(self, sides: Sequence[Side], chosen: Side) -> None:
        self.head.offer(sides, chosen)
        self.pages.setCurrentWidget(self.letter)
        self._show_side(chosen)

    @Slot(object)
    def choose_side(self, side: Side) -> None:
        """Show another side, and take it as what the person likes."""
        self.liked = side
        self._show_side(side)

    def _show_side(self, side: Side) -> None:
        self.head.sides[side].setChecked(True)
        self.pair.show_side(side)
        if side is not Side.ORIGINAL:
            self.redacted_shown.emit()

    @property
    def shows_original(self) -> bool:
        """Whether the letter as it came is in view."""
        return self.pages.currentWidget() is self.letter and self.pair.side is not Side.REDACTED

    @property
    def shows_redacted(self) -> bool:
        """Whether the text as it is analyzed is in view."""
        return self.pages.currentWidget() is self.letter and self.pair.side is not Side.ORIGINAL

    @Slot(int)
    def _original_clicked(self, index: int) -> None:
        if self._evidence is None:
            self.finding_clicked.emit(self.original.marks[index].start)

    @Slot(int)
    def _redacted_clicked(self, index: int) -> None:
        if self._evidence is None:
            self.finding_clicked.emit(self.pair.places.original(self.redacted.marks[index].start))
        elif index < len(self._evidence.spans):
            self.evidence_clicked.emit(index)
