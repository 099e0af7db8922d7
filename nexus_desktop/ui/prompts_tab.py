"""The Prompts tab: which words would be sent to a service, in which version, and who stands behind them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from nexus_desktop.services.prompt_review import PromptLine, PromptReview
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import LARGE, WIDE
from nexus_desktop.ui.widgets import Figure, figures, label


class PromptsTab(QWidget):
    """Every version of every prompt, and its text."""

    def __init__(self, prompts: PromptReview) -> None:
        super().__init__()
        self._prompts = prompts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        self.versions, self.approved, self.changed = Figure("versions"), Figure("approved"), Figure("texts")
        layout.addLayout(figures(self.versions, self.approved, self.changed))
        layout.addWidget(
            label("Analyses run with the embedded rubric engine on this machine; it uses no prompt.", "muted")
        )
        self.model: PagedModel[PromptLine] = PagedModel(
            [
                Column("Prompt", lambda line: line.title),
                Column("Version", lambda line: line.version),
                Column("State", lambda line: line.state.value),
                Column("Text", lambda line: "as recorded" if line.unchanged else "CHANGED"),
                Column("Author", lambda line: line.author),
                Column("Date", lambda line: line.created.isoformat()),
                Column("Reason", lambda line: line.reason),
            ],
            None,
            self,
        )
        self.view = table(self.model, "Prompt versions", stretched=6)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Text of the prompt")
        self.text.setPlaceholderText("Choose a version to read its text.")
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.view)
        splitter.addWidget(self.text)
        splitter.setSizes([200, 400])
        layout.addWidget(splitter, 1)

    @Slot()
    def refresh(self) -> None:
        """Show the versions as loaded."""
        lines = self._prompts.versions()
        changed = sum(not line.unchanged for line in lines)
        self.versions.show_value(str(len(lines)))
        self.approved.show_value(str(sum(line.state == "approved" for line in lines)))
        self.changed.show_value(f"{changed} changed" if changed else "as recorded", "bad" if changed else "good")
        self.model.show_rows(lines)
        if lines:
            self.view.selectRow(0)

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = self.model.row(current)
        if line is not None:
            self.text.setPlainText(f"{line.purpose}\nSHA-256 {line.sha256}\n\n{line.text}")
