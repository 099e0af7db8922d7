"""What the attorney knows of the client: every value typed here is looked for everywhere in the letter."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE
from nexus_desktop.ui.widgets import label


class ClientDialog(QDialog):
    """``fields`` gives what was typed."""

    def __init__(self, client: ClientFields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Known client fields")
        self.setMinimumWidth(520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label("What do you know of the client?", "section"))
        layout.addWidget(
            label(
                "These are found in every form and spelling. They stay in memory for this letter. Only keyed hashes of "
                "them are kept, in the encrypted store, so that your decisions count for this client's next letter.",
                "muted",
            )
        )
        form = QFormLayout()
        form.setSpacing(MEDIUM)
        self.names = QPlainTextEdit("\n".join(client.names))
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(self.names.fontMetrics().lineSpacing() * 4 + LARGE)
        self.ssn = QLineEdit("; ".join(client.ssn))
        self.dob = QLineEdit("; ".join(client.dob))
        self.va_file = QLineEdit("; ".join(client.va_file))
        for edit, example in (
            (self.ssn, "or its last four"),
            (self.dob, "in any form"),
            (self.va_file, "C-file, claim"),
        ):
            edit.setPlaceholderText(example)
        self.names.setPlaceholderText("One a line: full name, former names, nicknames")
        form.addRow("&Names", self.names)
        form.addRow("&Social Security number", self.ssn)
        form.addRow("&Date of birth", self.dob)
        form.addRow("VA &file number", self.va_file)
        layout.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Look again")
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", "true")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def fields(self) -> ClientFields:
        """What was typed; several values of a line are separated by semicolons."""

        def several(text: str, separator: str) -> tuple[str, ...]:
            return tuple(part.strip() for part in text.split(separator) if part.strip())

        return ClientFields(
            names=several(self.names.toPlainText(), "\n"),
            ssn=several(self.ssn.text(), ";"),
            dob=several(self.dob.text(), ";"),
            va_file=several(self.va_file.text(), ";"),
        )
