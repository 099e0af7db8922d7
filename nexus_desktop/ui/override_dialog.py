"""Grading one finding otherwise: the grade, the reason in words, and what is wrong with either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Grade, ItemFinding
from nexus_desktop.models.override_models import LONGEST_REASON, SHORTEST_REASON, Override, own_points
from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Choice, Form, button, label

if TYPE_CHECKING:
    from nexus_desktop.models.errors import NexusError

HINT = tr(
    "The reason is kept, encrypted, beside the result and stands in the report. Write it without names, dates and "
    "numbers that identify someone."
)


class OverrideDialog(QDialog):
    """``submitted`` carries the grade and the reason; whoever listens accepts the dialog or shows a problem."""

    submitted = Signal(object, str)

    def __init__(self, item: ItemFinding, standing: Override | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("See it otherwise"))
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(item.title, "section"))
        layout.addWidget(
            label(tr("The engine says: {grade}. {reason}").format(grade=wording.GRADE[item.grade], reason=item.reason))
        )
        layout.addWidget(label(HINT, "muted"))
        form = Form()
        form.setSpacing(MEDIUM)
        self.grade = Choice(tr("Your grade"))
        for grade in Grade:
            if grade is not item.grade:
                points = "" if grade is Grade.NOT_APPLICABLE else f" ({own_points(item, grade)} of {item.possible})"
                self.grade.addItem(f"{wording.GRADE[grade].capitalize()}{points}", grade)
        self.reason = QPlainTextEdit(standing.reason if standing is not None else "")
        self.reason.setTabChangesFocus(True)
        self.reason.setPlaceholderText(
            tr("Such as: page 2 names the film and its date; the engine took it for a plan.")
        )
        self.reason.setMinimumHeight(self.reason.fontMetrics().lineSpacing() * 5 + LARGE)
        self.reason.textChanged.connect(self._allow)
        if standing is not None:
            self.grade.setCurrentIndex(max(0, self.grade.findData(standing.grade)))
        form.addRow(tr("Your &grade"), self.grade)
        form.addRow(tr("Your &reason"), self.reason)
        layout.addLayout(form)
        self.problem = label("")
        set_role(self.problem, state="bad")
        self.problem.hide()
        layout.addWidget(self.problem)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)  # or Enter would cancel
        self.keep = button(tr("Keep my grade"), primary=True)
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.ActionRole)
        self.keep.clicked.connect(self._submit)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._allow()
        self.reason.setFocus()

    @Slot()
    def _allow(self) -> None:
        length = len(" ".join(self.reason.toPlainText().split()))
        self.keep.setEnabled(SHORTEST_REASON <= length <= LONGEST_REASON)

    @Slot()
    def _submit(self) -> None:
        self.keep.setEnabled(False)
        self.problem.hide()
        self.submitted.emit(Grade(self.grade.currentData()), self.reason.toPlainText())

    def show_problem(self, error: NexusError) -> None:
        """Say why it was not kept; what was written stays."""
        self.problem.setText(f"{error.sentence} {error.next_step}")
        self.problem.show()
        self._allow()
        self.reason.setFocus()
