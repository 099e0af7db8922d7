"""Writing a note in two steps: what identifies is taken out, a person reads what is left, and then it is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nexus_desktop.ui.client_form import several_lines
from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.theme import SMALL, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, label

FIRST = tr(
    "Identifiers that are found are taken out first, and you see what would be kept. Write “the client”, not a name."
)
READ = tr("This is what would be kept. Detectors miss names: read it, and change what still names somebody.")
CHECK, KEEP = tr("Check note"), tr("Keep this note")


class NoteEdit(QWidget):
    """``check_wanted`` and ``keep_wanted`` carry the words."""

    check_wanted = Signal(str)
    keep_wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._checked: str | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        self.told = label(FIRST, "muted")
        self.edit = several_lines(3, name)
        self.edit.setAccessibleName(name)
        self.press = button(CHECK)
        self.press.setEnabled(False)
        self.edit.textChanged.connect(self._typed)
        self.press.clicked.connect(self._pressed)
        for part in (self.told, self.edit):
            layout.addWidget(part)
        layout.addLayout(FlowRow(self.press))

    @Slot()
    def _typed(self) -> None:
        text = self.edit.toPlainText()
        ready = text == self._checked
        self.press.setText(KEEP if ready else CHECK)
        self.press.setEnabled(bool(text.strip()))
        self.told.setText(READ if ready else FIRST)
        set_role(self.told, state="caution" if ready else "")

    @Slot()
    def _pressed(self) -> None:
        text = self.edit.toPlainText()
        (self.keep_wanted if text == self._checked else self.check_wanted).emit(text)

    def show_cleaned(self, text: str) -> None:
        """Put what would be kept in place of what was typed, to be read."""
        self._checked = text
        self.edit.setPlainText(text)
        self._typed()

    def start_anew(self) -> None:
        """The note is kept."""
        self._checked = None
        self.edit.clear()
