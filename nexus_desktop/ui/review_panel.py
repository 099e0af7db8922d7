"""The right pane during a review: what was found, one item at a time, each decided with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.letter_models import Finding, Level, PhiCategory
from nexus_desktop.services.review import Review
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, set_role
from nexus_desktop.ui.widgets import Figure, button, card, figures, label

SURENESS = ((0.85, "quite sure"), (0.6, "fairly sure"), (0.0, "not sure"))
ADDABLE = {
    PhiCategory.PATIENT: "Name of the veteran",
    PhiCategory.RELATIVE: "Name of another person",
    PhiCategory.DATE: "Date",
    PhiCategory.CITY: "Place",
    PhiCategory.CUSTOM: "Something else",
}


class ReviewPanel(QWidget):
    """Shows a Review and changes it. ``changed`` after every decision; ``current_changed`` when another item is up."""

    changed = Signal()
    current_changed = Signal()
    level_chosen = Signal(Level)
    client_wanted = Signal()
    addition_wanted = Signal(PhiCategory)

    def __init__(self, titles: dict[PhiCategory, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._review: Review | None = None
        self.current: Finding | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        layout.setSpacing(LARGE)
        layout.addWidget(label("Review what is removed", "section"))
        self.removed, self.left, self.kept = Figure("to remove"), Figure("to decide"), Figure("kept")
        layout.addLayout(figures(self.removed, self.left, self.kept))
        layout.addWidget(self._item_card())
        layout.addWidget(self._add_card())
        layout.addStretch(1)
        layout.addWidget(self._scope_card())
        for key, slot in (
            ("R", self.remove.click),
            ("K", self.keep.click),
            ("F8", self.next.click),
            ("Shift+F8", self.previous.click),
            (QKeySequence.StandardKey.Undo, self._undo),
            (QKeySequence.StandardKey.Redo, self._redo),
        ):
            QShortcut(QKeySequence(key), self, slot, context=Qt.ShortcutContext.WindowShortcut)

    # --- building ---------------------------------------------------------------------------------------------------

    def _item_card(self) -> QWidget:
        frame, layout = card()
        self.place = label("", "caption")
        self.words = label("", "strong")
        self.words.setAccessibleName("Words in question")
        self.kind, self.why = label(""), label("", "muted")
        self.verdict = label("")
        for widget in (self.place, self.words, self.kind, self.why, self.verdict):
            layout.addWidget(widget)
        self.everywhere = QCheckBox("Decide all with the &same words")
        self.everywhere.setChecked(True)
        layout.addWidget(self.everywhere)
        self.remove = button("Remove  (R)", tip="Take it out of the letter")
        self.keep = button("Keep  (K)", tip="Leave it in the letter")
        self.previous = button("Previous", tip="Shift+F8")
        self.next = button("Next", tip="F8")
        self.remove.clicked.connect(lambda: self._decide(redact=True))
        self.keep.clicked.connect(lambda: self._decide(redact=False))
        self.next.clicked.connect(lambda: self.step(backwards=False))
        self.previous.clicked.connect(lambda: self.step(backwards=True))
        for pair in ((self.remove, self.keep), (self.previous, self.next)):
            row = QHBoxLayout()
            row.setSpacing(SMALL)
            for one in pair:
                row.addWidget(one)
            layout.addLayout(row)
        return frame

    def _add_card(self) -> QWidget:
        frame, layout = card()
        layout.addWidget(label("Something was missed?", "strong"))
        layout.addWidget(label("Select the words in the letter, say what they are, and remove them.", "muted"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.category = QComboBox()
        self.category.setAccessibleName("What the selected words are")
        for category, title in ADDABLE.items():
            self.category.addItem(title, category)
        add = button("Remove selection", tip="Ctrl+R")
        add.setShortcut(QKeySequence("Ctrl+R"))
        add.clicked.connect(lambda: self.addition_wanted.emit(PhiCategory(self.category.currentData())))
        row.addWidget(self.category, 1)
        row.addWidget(add)
        layout.addLayout(row)
        return frame

    def _scope_card(self) -> QWidget:
        frame, layout = card()
        self.level = QComboBox()
        self.level.setAccessibleName("How much is removed")
        for level in Level:
            self.level.addItem(wording.LEVEL[level], level)
        self.level.activated.connect(lambda: self.level_chosen.emit(Level(self.level.currentData())))
        self.client = button("Known client fields …", tip="Names and numbers you know are found in every form")
        self.client.clicked.connect(self.client_wanted)
        layout.addWidget(self.level)
        layout.addWidget(self.client)
        layout.setSpacing(MEDIUM)
        return frame

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_review(self, review: Review) -> None:
        """Take up a review, at the first item to decide."""
        self._review = review
        self.level.setCurrentIndex(list(Level).index(review.preparation.level))
        known = review.preparation.client
        self.client.setText("Known client fields (in use) …" if known else "Known client fields …")
        undecided = review.undecided()
        everything = review.findings()
        self._go(undecided[0] if undecided else everything[0] if everything else None)

    def select(self, finding: Finding) -> None:
        """Bring an item up."""
        self._go(finding)

    def _go(self, finding: Finding | None) -> None:
        self.current = finding
        self.refresh()
        self.current_changed.emit()

    @Slot()
    def refresh(self) -> None:
        """Show numbers and item as they are now."""
        review = self._review
        if review is None:
            return
        left = review.count(None)
        self.removed.show_value(str(review.count(True)))
        self.left.show_value(str(left), "caution" if left else "good")
        self.kept.show_value(str(review.count(False)))
        finding = self.current
        controls: list[QWidget] = [self.remove, self.keep, self.previous, self.next, self.everywhere]
        for one in controls:
            one.setEnabled(finding is not None)
        if finding is None:
            self.place.setText("Nothing that identifies a person was found.")
            for one in (self.words, self.kind, self.why, self.verdict):
                one.setText("")
            return
        everything = review.findings()
        self.place.setText(f"Item {everything.index(finding) + 1} of {len(everything)}")
        self.words.setText(" ".join(review.text_of(finding).split()))
        self.kind.setText(self._titles.get(finding.category, finding.category))
        sure = next(words for least, words in SURENESS if finding.score >= least)
        self.why.setText(f"{finding.reason or 'found by its form'} ({sure})")
        self._show_choice(review.choice(finding))

    def _show_choice(self, choice: bool | None) -> None:
        words = {True: "Will be removed", False: "Stays in the letter", None: "Please decide"}
        states = {True: "good", False: "info", None: "caution"}
        self.verdict.setText(words[choice])
        set_role(self.verdict, state=states[choice])

    # --- deciding ----------------------------------------------------------------------------------------------------

    def _decide(self, *, redact: bool) -> None:
        if self._review is None or self.current is None:
            return
        self._review.decide(self.current, redact, everywhere=self.everywhere.isChecked())
        self.changed.emit()
        asked_next = self._review.next_after(self.current.start, undecided_only=True)
        if asked_next is not None:
            self._go(asked_next)
        else:
            self.refresh()

    def step(self, *, backwards: bool) -> None:
        """Go to the next or previous item, whatever was decided about it."""
        if self._review is not None and self.current is not None:
            self._go(self._review.next_after(self.current.start, undecided_only=False, backwards=backwards))

    def next_to_decide(self) -> None:
        """Go to the next item that is not decided."""
        if self._review is not None:
            start = self.current.start if self.current else -1
            self._go(self._review.next_after(start, undecided_only=True))

    @Slot()
    def _undo(self) -> None:
        self._back(self._review.undo() if self._review else None)

    @Slot()
    def _redo(self) -> None:
        self._back(self._review.redo() if self._review else None)

    def _back(self, finding: Finding | None) -> None:
        if finding is None or self._review is None:
            return
        self.changed.emit()
        self._go(finding if finding in self._review.findings() else None)
        if self.current is None:
            self.step_to_first()

    def step_to_first(self) -> None:
        """Go to the first item."""
        if self._review is not None:
            everything = self._review.findings()
            self._go(everything[0] if everything else None)
