"""The exact prompt that a kept analysis was asked with, and all that is known of the asking."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from nexus_desktop.services.prompt_asked import ShownPrompt, asking_words
from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import breakable, label


class PromptShown(QDialog):
    """Read only. The letter in it is the de-identified one, as it was sent."""

    def __init__(self, shown: ShownPrompt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The prompt of this analysis"))
        self.resize(900, 640)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(tr("What the service was asked"), "section"))
        layout.addWidget(label(breakable("\n".join(asking_words(shown.asked))), "muted"))
        self.text = QPlainTextEdit("\n\n".join(f"{role.upper()}\n\n{text}" for role, text in shown.messages))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("The exact messages"))
        layout.addWidget(self.text, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
