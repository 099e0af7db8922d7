"""The right pane during a review: what is left, the list of findings, the item in question, and what was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QGridLayout

from nexus_desktop.models.letter_models import Finding, Level, PhiCategory
from nexus_desktop.services.same_words import Count
from nexus_desktop.ui.finding_card import FindingCard
from nexus_desktop.ui.findings_model import FindingsModel
from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.lists import LineList
from nexus_desktop.ui.scroll_pane import ScrollPane
from nexus_desktop.ui.speech import say
from nexus_desktop.ui.theme import SMALL, Theme, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Choice, button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from nexus_desktop.services.review import Review
    from nexus_desktop.services.review_steps import Step

ADDABLE = {
    PhiCategory.PATIENT: tr("Name of the veteran"),
    PhiCategory.RELATIVE: tr("Name of another person"),
    PhiCategory.DATE: tr("Date"),
    PhiCategory.CITY: tr("Place"),
    PhiCategory.CUSTOM: tr("Something else"),
}
EVERYTHING, UNDECIDED = "everything", "undecided"
HINT = tr("Nothing of this kind. Choose “Everything” above, or mark words in the letter.")
ROWS = 3  # of the list, at least


class InCase(Protocol):
    """Who decides the same words in all letters of a case: ui.same_words, which knows the desk."""

    def counts(self, review: Review, finding: Finding) -> tuple[Count, Count]:
        """What removing and what keeping a finding there would decide."""

    def decide(self, review: Review, finding: Finding, redact: bool) -> bool:
        """Decide it so in all of them; whether there is more than one."""


class ReviewPanel(ScrollPane):
    """Shows a Review and changes it. ``changed`` after every decision; ``current_changed`` when another item is up;
    ``step_undone`` and ``step_redone`` carry the Step."""

    changed = Signal()
    current_changed = Signal()
    level_chosen = Signal(Level)
    client_wanted = Signal()
    addition_wanted = Signal(PhiCategory)
    step_undone = Signal(object)
    step_redone = Signal(object)

    def __init__(self, theme: Theme, titles: dict[PhiCategory, str]) -> None:
        super().__init__(tr("Review"))
        self._titles = titles
        self.review: Review | None = None
        self.current: Finding | None = None
        self.same_words: InCase | None = None  # who decides in all letters of a case
        self.model = FindingsModel(theme, titles, self)
        layout = self.column
        layout.addWidget(label(tr("Review what is removed"), "section"))
        self.left, self.counts = label("", "strong", wrap=False), label("", "muted", wrap=False)
        layout.addLayout(FlowRow(self.left, self.counts, between=0))
        layout.addLayout(self._choices())
        self.list = LineList(theme, tr("Findings"), HINT)
        self.list.setModel(self.model)
        self.list.setMinimumHeight(self.list.sizeHintForRows(ROWS))
        self.list.selectionModel().currentChanged.connect(self._chosen)
        layout.addWidget(self.list, 1)
        self.card = FindingCard(theme, self.model)
        self.card.decided.connect(self.decide)
        self.card.decided_in_case.connect(self.decide_in_case)
        self.card.undo_wanted.connect(self.undo)
        layout.addWidget(self.card)
        layout.addWidget(label(tr("Something was missed? Select it in the letter."), "muted"))
        layout.addLayout(self._marking())

    # --- building ---------------------------------------------------------------------------------------------------

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(SMALL)
        self.level, self.filter = Choice(tr("Level"), fluid=True), Choice(tr("Show"), fluid=True)
        self.level.activated.connect(lambda: self.level_chosen.emit(Level(self.level.currentData())))
        self.filter.activated.connect(self._filter)
        self.client = button(tr("Client …"), tip=tr("Names and numbers you know of the client are found in every form"))
        self.client.setAccessibleName(tr("Known client fields"))
        self.client.clicked.connect(self.client_wanted)
        for level in Level:
            self.level.addItem(level.value.capitalize(), level)
        for row, (words, box) in enumerate(((tr("&Level"), self.level), (tr("S&how"), self.filter))):
            name = label(words, wrap=False)
            name.setBuddy(box)
            grid.addWidget(name, row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(self.client, 0, 2)
        grid.setColumnStretch(1, 1)
        return grid

    def _marking(self) -> FlowRow:
        self.category = Choice(tr("What the selected words are"), fluid=True)
        for category, title in ADDABLE.items():
            self.category.addItem(title, category)
        self.add = button(tr("Remove selection (Ctrl+R)"))
        self.add.clicked.connect(self.mark_selection)
        return FlowRow(self.category, self.add)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_review(self, review: Review) -> None:
        """Take up a review, at the first item to decide."""
        self.review = review
        self.level.setCurrentIndex(list(Level).index(review.preparation.level))
        self.client.setText(tr("Client: known …") if review.preparation.client else tr("Client …"))
        self.model.show(review)
        self._offer_filters()
        self._go(self.model.next_undecided(None) or self.model.finding(0))

    def hold(self, held: bool) -> None:
        """Let nothing be decided while the letter is analyzed. Disabling all of the pane takes 20 ms."""
        for part in (self.card, self.level, self.client, self.add):
            part.setEnabled(not held)

    def select(self, finding: Finding) -> None:
        """Bring an item up, whatever the filter hides."""
        if self.model.row_of(finding) is None:
            self._narrow(None, undecided_only=False)
            self.filter.setCurrentIndex(0)
        self._go(finding)

    def _go(self, finding: Finding | None) -> None:
        self.current = finding
        self.refresh()
        self.current_changed.emit()
        if finding is not None:
            say(self.card, f"{self.model.spoken(finding)} {self.place()}.")

    def place(self) -> str:
        """Where the item stands among those that are shown."""
        row = self.model.row_of(self.current)
        return (
            tr("Item {row} of {row_count}").format(row=row + 1, row_count=self.model.rowCount())
            if row is not None
            else ""
        )

    @Slot()
    def refresh(self) -> None:
        """Show numbers, list and item as they are now."""
        review = self.review
        if review is None:
            return
        self.model.refresh()
        self._offer_filters()
        left = review.count(None)
        self.left.setText(tr("{left} to decide").format(left=left) if left else tr("Everything is decided"))
        set_role(self.left, state="caution" if left else "good")
        self.counts.setText(
            tr("{removed} to be removed, {kept} kept").format(removed=review.count(True), kept=review.count(False))
        )
        row = self.model.row_of(self.current)
        self.list.setCurrentIndex(self.model.index(row) if row is not None else QModelIndex())
        choice = review.choice(self.current) if self.current is not None else True
        like = len(review.like(self.current)) if self.current is not None else 0
        self.card.show_finding(self.current, choice, like, can_undo=review.can_undo)
        removed = kept = Count()
        if self.current is not None and self.same_words is not None:
            removed, kept = self.same_words.counts(review, self.current)
        self.card.show_in_case(removed, kept)

    def _offer_filters(self) -> None:
        """The kinds there are, each with its number, and what is left to decide."""
        counts = self.model.counts()
        left = self.review.count(None) if self.review is not None else 0
        offered = [
            (tr("Everything ({total})").format(total=counts.total()), EVERYTHING),
            (tr("To decide ({left})").format(left=left), UNDECIDED),
        ]
        offered += [(f"{self._titles.get(kind, kind.value)} ({counts[kind]})", kind) for kind in sorted(counts)]
        if offered == [(self.filter.itemText(i), self.filter.itemData(i)) for i in range(self.filter.count())]:
            return
        chosen = self.filter.currentData()
        self.filter.clear()
        for title, kind in offered:
            self.filter.addItem(title, kind)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))

    @Slot()
    def _filter(self) -> None:
        kind = self.filter.currentData()
        self._narrow(None if kind in (EVERYTHING, UNDECIDED) else PhiCategory(kind), undecided_only=kind == UNDECIDED)
        if self.model.row_of(self.current) is None:
            self._go(self.model.finding(0) or self.current)
        else:
            self.refresh()

    def _narrow(self, category: PhiCategory | None, *, undecided_only: bool) -> None:
        self.model.category, self.model.undecided_only = category, undecided_only
        self.model.refresh()

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        finding = self.model.finding(current.row()) if current.isValid() else None
        if finding is not None and finding != self.current:
            self._go(finding)

    # --- deciding ----------------------------------------------------------------------------------------------------

    @Slot(bool, bool)
    def decide(self, redact: bool, everywhere: bool) -> None:
        """Remove or keep the item, or all like it, and go on to the next: of what is asked, while any is left."""
        if self.review is not None and self.current is not None:
            review, finding = self.review, self.current
            self._decide(review, finding, lambda: review.decide(finding, redact, everywhere=everywhere))

    @Slot(bool)
    def decide_in_case(self, redact: bool) -> None:
        """Remove or keep the item in all letters of its case, where there are several."""
        if self.review is not None and self.current is not None and self.same_words is not None:
            review, finding, same_words = self.review, self.current, self.same_words
            self._decide(review, finding, lambda: same_words.decide(review, finding, redact))

    def _decide(self, review: Review, finding: Finding, deed: Callable[[], object]) -> None:
        was_asked = review.choice(finding) is None
        following = self.model.after(finding)
        deed()
        self.model.refresh()
        self.changed.emit()
        if was_asked:
            following = self.model.next_undecided(finding) or finding
        if following is not None and following != finding:
            self.select(following)
        else:
            self.refresh()
            say(self.card, f"{self.left.text()}.")

    @Slot()
    def mark_selection(self) -> None:
        """Ask for the words selected in the letter to be removed."""
        self.addition_wanted.emit(PhiCategory(self.category.currentData()))

    def step(self, *, backwards: bool) -> None:
        """Go to the next or previous item that is shown, whatever was decided about it."""
        found = self.model.after(self.current, backwards=backwards)
        if found is not None:
            self._go(found)

    def next_to_decide(self) -> None:
        """Go to the next item that is not decided."""
        found = self.model.next_undecided(self.current)
        if found is not None:
            self.select(found)

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        step = self.review.undo() if self.review is not None else None
        if step is not None:
            self._back(step)
            self.step_undone.emit(step)

    @Slot()
    def redo(self) -> None:
        """Do the step again that was taken back."""
        step = self.review.redo() if self.review is not None else None
        if step is not None:
            self._back(step)
            self.step_redone.emit(step)

    def _back(self, step: Step) -> None:
        self.look_again()
        there = [one for one in step.findings if self.review is not None and one in self.review.findings()]
        self.select(there[0]) if there else self._go(self.model.finding(0))

    def look_again(self) -> None:
        """Something was decided from outside, or the item in question is gone."""
        self.model.refresh()
        self.changed.emit()
        if self.review is not None and self.current not in self.review.findings():
            self._go(self.model.finding(0))
        else:
            self.refresh()
