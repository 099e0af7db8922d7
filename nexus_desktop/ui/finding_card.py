"""The item in question during a review: its words, why it is here, and the keys that decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from nexus_desktop.ui.findings_model import CHOICES, FindingsModel
from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.icons import Icon, icon, picture
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import breakable, button, label

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import Finding
    from nexus_desktop.services.review_steps import Choice
    from nexus_desktop.services.same_words import Count

NOTHING = tr("Nothing that identifies a person was found. Read the letter and mark what was missed.")
IN_CASE = tr(
    "In every letter of this case that is on the desk and in review. What is known of the client, sure names, and what "
    "you removed by hand in another letter is never kept this way."
)
STATES: dict[Choice, tuple[Icon, str]] = {
    True: (Icon.REMOVE, "good"),
    False: (Icon.KEEP, "info"),
    None: (Icon.QUESTION, "caution"),
}


class FindingCard(QFrame):
    """``decided`` carries whether to remove it, and whether all like it go with it; ``decided_in_case`` whether to
    remove it in all letters of its case, or to keep it there."""

    decided = Signal(bool, bool)
    decided_in_case = Signal(bool)
    undo_wanted = Signal()

    def __init__(self, theme: Theme, model: FindingsModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self._choice: Choice = None
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(SMALL)
        self.sign, self.verdict = QLabel(), label("", "strong")
        state = QHBoxLayout()
        state.setSpacing(SMALL)
        state.addWidget(self.sign)
        state.addWidget(self.verdict, 1)
        layout.addLayout(state)
        self.words, self.why = label("", "quoted"), label("", "muted")
        self.words.setAccessibleName(tr("Words in question"))
        layout.addWidget(self.words)
        layout.addWidget(self.why)
        self.remove, self.keep = button(tr("Remove (R)")), button(tr("Keep (K)"))
        self.remove_like, self.keep_like = button(""), button("")
        self.remove_in_case, self.keep_in_case = button("", tip=IN_CASE), button("", tip=IN_CASE)
        self.undo = button(tr("Undo"), tip=tr("Take the last decision back (Ctrl+Z)"))
        self.remove.clicked.connect(lambda: self.decided.emit(True, False))
        self.keep.clicked.connect(lambda: self.decided.emit(False, False))
        self.remove_like.clicked.connect(lambda: self.decided.emit(True, True))
        self.keep_like.clicked.connect(lambda: self.decided.emit(False, True))
        self.remove_in_case.clicked.connect(lambda: self.decided_in_case.emit(True))
        self.keep_in_case.clicked.connect(lambda: self.decided_in_case.emit(False))
        self.undo.clicked.connect(self.undo_wanted)
        layout.addLayout(FlowRow(self.remove, self.keep, self.undo))
        layout.addLayout(FlowRow(self.remove_like, self.keep_like))
        layout.addLayout(FlowRow(self.remove_in_case, self.keep_in_case))
        theme.changed.connect(self._repaint)
        self._repaint()

    def show_finding(self, finding: Finding | None, choice: Choice, like: int, *, can_undo: bool) -> None:
        """Show an item; ``like`` counts those with the same words, itself included. None: there is none."""
        self._choice = choice
        self.undo.setEnabled(can_undo)
        for one in (self.remove, self.keep, self.remove_like, self.keep_like):
            one.setEnabled(finding is not None)
        self.remove_like.setVisible(like > 1)
        self.keep_like.setVisible(like > 1)
        self.remove_like.setText(tr("Remove all {like} like this (Shift+R)").format(like=like))
        self.keep_like.setText(tr("Keep all {like} (Shift+K)").format(like=like))
        if finding is None:
            self.words.setText(NOTHING)
            self.why.setText("")
            self.verdict.setText("")
            self.setAccessibleName(NOTHING)
        else:
            self.words.setText(breakable(self._model.words(finding)))
            self.why.setText(self._model.tip(finding))
            self.verdict.setText(CHOICES[choice].capitalize())
            self.setAccessibleName(self._model.spoken(finding))
        self.sign.setVisible(finding is not None)
        set_role(self.verdict, state=STATES[choice][1])
        self._repaint()

    def show_in_case(self, removed: Count, kept: Count) -> None:
        """Offer the same in all letters of the case, with what each would decide; not where that is one letter."""
        words = (
            (self.remove_in_case, tr("Remove in {letters} letters, {places} places (Ctrl+Shift+R)"), removed),
            (self.keep_in_case, tr("Keep in {letters} letters, {places} places (Ctrl+Shift+K)"), kept),
        )
        for one, text, count in words:
            one.setVisible(count.letters > 1)
            one.setText(text.format(letters=count.letters, places=count.places))

    @Slot()
    def _repaint(self) -> None:
        scheme = self._theme.scheme
        self.remove.setIcon(icon(Icon.REMOVE, scheme.text))
        self.keep.setIcon(icon(Icon.KEEP, scheme.text))
        self.undo.setIcon(icon(Icon.UNDO, scheme.text))
        name, role = STATES[self._choice]
        self.sign.setPixmap(picture(name, getattr(scheme, role)))
