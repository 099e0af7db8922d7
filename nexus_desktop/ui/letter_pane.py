"""The middle pane: where the letter stands in the story, its text with marks, or what is wrong with it."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.services.review import Review
from nexus_desktop.ui.letter_view import LetterView
from nexus_desktop.ui.marks import Mark, MarkKind
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, Theme
from nexus_desktop.ui.widgets import button, card, label

STEPS = ("Letter", "Review", "Analyze", "Report")
TAG = re.compile(r"\[[A-Z][A-Z0-9 ]*(?: \d+)?(?:, \d{4})?\]")
MARKS = {True: MarkKind.REDACT, False: MarkKind.KEPT, None: MarkKind.ASK}


CARD_WIDTH = 520


def tag_marks(text: str) -> list[Mark]:
    """A mark for everything that looks like a tag; only for the eye."""
    return [Mark(found.start(), found.end(), MarkKind.TAG) for found in TAG.finditer(text)]


def middle_card() -> tuple[QFrame, QVBoxLayout]:
    """A card of one width in the middle of the pane."""
    frame, layout = card()
    frame.setFixedWidth(CARD_WIDTH)
    layout.setContentsMargins(LARGE * 2, LARGE * 2, LARGE * 2, LARGE * 2)
    return frame, layout


class LetterPane(QWidget):
    """``redacted_wanted`` asks for a preview; ``mark_clicked`` gives the index of a finding."""

    redacted_wanted = Signal()
    original_wanted = Signal()
    mark_clicked = Signal(int)
    add_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        self.pages = QStackedWidget()
        layout.addWidget(self.pages, 1)
        self.empty = self._empty_page()
        self.view = LetterView(theme)
        self.view.mark_clicked.connect(self._clicked)
        self.trouble = QWidget()
        self._trouble_layout = QVBoxLayout(self.trouble)
        for page in (self.empty, self.view, self.trouble):
            self.pages.addWidget(page)
        self._step = 0
        self.show_empty()

    def _head(self) -> QWidget:
        frame = QFrame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        row.setSpacing(SMALL)
        self.steps = [label(f"{number} {name}", "muted", wrap=False) for number, name in enumerate(STEPS, 1)]
        for step in self.steps:
            row.addWidget(step)
        row.addStretch(1)
        self.original, self.redacted = button("Original"), button("Redacted", tip="The text as it is analyzed")
        self._views = QButtonGroup(self)
        for one in (self.original, self.redacted):
            one.setCheckable(True)
            self._views.addButton(one)
            row.addWidget(one)
        self.original.clicked.connect(self.original_wanted)
        self.redacted.clicked.connect(self.redacted_wanted)
        return frame

    def _empty_page(self) -> QWidget:
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        frame, layout = middle_card()
        layout.setSpacing(LARGE)
        layout.addWidget(label("Add a nexus letter", "title"))
        layout.addWidget(
            label(
                "PDF, Word, RTF or text. Drop it here, open it, or paste its text. It stays on this machine: "
                "identifiers are found, you decide what is removed, and only then is it analyzed."
            )
        )
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for words, signal in (
            ("Open a letter", self.add_wanted),
            ("Paste", self.paste_wanted),
            ("Try the sample", self.sample_wanted),
        ):
            one = button(words)
            one.clicked.connect(signal)
            row.addWidget(one)
        row.addStretch(1)
        layout.addLayout(row)
        outer.addWidget(frame)
        return page

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_step(self, number: int) -> None:
        """Say which step is up, from 1 to 4; 0 for none."""
        for index, step in enumerate(self.steps, 1):
            font = step.font()
            font.setBold(index == number)
            step.setFont(font)
            step.setEnabled(index <= number)

    def show_empty(self) -> None:
        """Nothing is chosen."""
        self.pages.setCurrentWidget(self.empty)
        self._offer(original=False, redacted=False)
        self.show_step(0)

    def show_waiting(self, words: str) -> None:
        """Something is being read."""
        self._show_message(words, "", "")
        self._offer(original=False, redacted=False)

    def show_trouble(self, error: NexusError) -> None:
        """A letter that could not be read."""
        self._show_message(error.sentence, error.next_step, f"Code: {error.code}")
        self._offer(original=False, redacted=False)
        self.show_step(1)

    def _show_message(self, heading: str, text: str, small: str) -> None:
        while (item := self._trouble_layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        frame, layout = middle_card()
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(heading, "section"))
        for words, role in ((text, ""), (small, "muted")):
            if words:
                layout.addWidget(label(words, role))
        self._trouble_layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._trouble_layout.addWidget(frame)
        self.pages.setCurrentWidget(self.trouble)

    def show_original(self, review: Review) -> None:
        """The letter as it came, with what is to be removed."""
        self.view.show_text(review.preparation.letter.phi_text)
        self._offer(original=True, redacted=True, checked=self.original)
        self.pages.setCurrentWidget(self.view)

    def show_findings(self, review: Review, current: int | None) -> None:
        """Marks for every finding of the original."""
        marks = [Mark(one.start, one.end, MARKS[review.choice(one)]) for one in review.findings()]
        self.view.show_marks(marks, current)

    def show_redacted(self, text: str, *, original: bool) -> None:
        """The text with tags; ``original`` says whether one can go back to the letter as it came."""
        self.view.show_text(text)
        self.view.show_marks(tag_marks(text))
        self._offer(original=original, redacted=True, checked=self.redacted)
        self.pages.setCurrentWidget(self.view)

    def show_evidence(self, record: AnalysisRecord, current: int | None = None) -> None:
        """Marks for every quote a result stands on; ``current`` is the place where the one to reveal begins."""
        spans = sorted({(one.start, one.end) for one in record.result.all_evidence()})
        marks = [Mark(start, end, MarkKind.EVIDENCE) for start, end in spans]
        self.view.show_marks(
            marks + tag_marks(record.letter.text),
            next((index for index, span in enumerate(spans) if span[0] == current), None),
        )

    @property
    def shows_original(self) -> bool:
        """Whether the letter as it came is in view."""
        return self.pages.currentWidget() is self.view and self.original.isChecked()

    def _offer(self, *, original: bool, redacted: bool, checked: QWidget | None = None) -> None:
        self.original.setVisible(original)
        self.redacted.setVisible(redacted)
        for one in (self.original, self.redacted):
            if one is checked:
                one.setChecked(True)

    @Slot(int)
    def _clicked(self, index: int) -> None:
        if self.original.isChecked():
            self.mark_clicked.emit(index)
