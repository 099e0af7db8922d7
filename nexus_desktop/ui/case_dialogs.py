"""Small questions on cases: the number of a new one, where an analysis goes, what to compare it with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from nexus_desktop.ui.icons import icon
from nexus_desktop.ui.letters_pane import saved_words
from nexus_desktop.ui.lists import LineList
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.verdict_card import STATES
from nexus_desktop.ui.widgets import Choice, Form, label

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QIcon

    from nexus_desktop.models.case_file import MatterLine
    from nexus_desktop.models.records import AnalysisLine

NEVER_A_NAME = tr("Use the number of your own file, never the name of a client: numbers are shown in lists and titles.")
NO_CASE, NEW_CASE = tr("No case"), tr("A new case …")
NOTHING_ELSE = tr("There is no other saved analysis yet. Analyze the other letter first; it appears here.")


class AskDialog(QDialog):
    """A heading, something to fill in, and two buttons."""

    def __init__(self, heading: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(480)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        self.column.setSpacing(MEDIUM)
        self.column.addWidget(label(heading, "section"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.yes = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.yes.setText(yes)
        self.yes.setProperty("primary", "true")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)


class NewCaseDialog(AskDialog):
    """``reference`` and ``client`` are what was typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("New case"), tr("Make the case"), parent)
        form = Form()
        self.reference, self.client = QLineEdit(), QLineEdit()
        self.reference.setPlaceholderText("2026-014")
        self.client.setPlaceholderText(tr("if you have one"))
        form.addRow(tr("File &number"), self.reference)
        form.addRow(tr("&Client number"), self.client)
        self.column.addLayout(form)
        self.column.addWidget(label(NEVER_A_NAME, "muted"))
        self.column.addWidget(self.buttons)
        self.yes.setEnabled(False)
        self.reference.textChanged.connect(lambda: self.yes.setEnabled(bool(self.reference.text().strip())))


class MoveDialog(AskDialog):
    """``chosen`` is the id of a matter, None for no case; ``wants_new`` where a new one is to be made."""

    def __init__(self, lines: Sequence[MatterLine], now: str | None, parent: QWidget) -> None:
        super().__init__(tr("Move to a case"), tr("Move"), parent)
        self.column.addWidget(
            label(
                tr("This analysis and its de-identified letter go into the case, and are kept and held as it is."),
                "muted",
            )
        )
        self.choice = Choice(tr("Case"))
        self.choice.addItem(NO_CASE, None)
        for line in lines:
            closed = " (closed)" if line.matter.closed_at else ""
            self.choice.addItem(f"{line.matter.reference}{closed}", line.matter.id)
        self.choice.addItem(NEW_CASE, NEW_CASE)
        self.choice.setCurrentIndex(max(0, self.choice.findData(now)) if now else 0)
        self.column.addWidget(self.choice)
        self.column.addWidget(self.buttons)

    @property
    def wants_new(self) -> bool:
        return bool(self.choice.currentData() == NEW_CASE)

    @property
    def chosen(self) -> str | None:
        data = self.choice.currentData()
        return None if data is None else str(data)


class CompareDialog(AskDialog):
    """``chosen`` is the analysis to compare with."""

    def __init__(self, theme: Theme, lines: Sequence[AnalysisLine], parent: QWidget) -> None:
        super().__init__(tr("Compare with …"), tr("Compare"), parent)
        self.column.addWidget(label(tr("Letters of the same case come first."), "muted"))

        def sign(line: AnalysisLine) -> QIcon:
            name, role = STATES[line.strength]
            return icon(name, getattr(theme.scheme, role))

        self.model: PagedModel[AnalysisLine] = PagedModel([Column(tr("Analysis"), saved_words, icon=sign)], None, self)
        self.model.show_rows(lines)
        self.list = LineList(theme, tr("Analyses to compare with"), NOTHING_ELSE)
        self.list.setModel(self.model)
        self.list.setMinimumHeight(self.list.sizeHintForRows(6))
        self.list.selectionModel().currentChanged.connect(self._look)
        self.list.activated.connect(self.accept)
        self.column.addWidget(self.list)
        self.column.addWidget(self.buttons)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._look(self.list.currentIndex())

    def _look(self, current: QModelIndex) -> None:
        self.yes.setEnabled(current.isValid())

    @property
    def chosen(self) -> str | None:
        line = self.model.row(self.list.currentIndex())
        return line.id if line is not None else None
