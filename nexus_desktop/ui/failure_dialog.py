"""What went wrong, in words: sentence, next step, and a code to quote. Never an exception's own text."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.models.errors import NexusError
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, WIDE
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import button, label


class FailureDialog(QDialog):
    """One failure. Bugs, which are no NexusError, are shown as ``internal.unexpected``."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error = error if isinstance(error, NexusError) else NexusError()
        self.setWindowTitle(tr("Nexus Desktop"))
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(said(self.error), "section"))
        layout.addWidget(label(tr(self.error.next_step)))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(label(tr("Code: {code}").format(code=self.error.code), "muted", wrap=False))
        copy = button(tr("Copy code"), link=True)
        copy.clicked.connect(self._copy)
        row.addWidget(copy)
        row.addStretch(1)
        layout.addLayout(row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", "true")
        layout.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.error.code)
