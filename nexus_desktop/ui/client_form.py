"""The fields for what is known of a client: names one a line, numbers and dates separated by semicolons."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.ui.theme import LARGE, MEDIUM
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Form


def several_lines(rows: int, example: str = "") -> QPlainTextEdit:
    """A field of some lines that the Tab key leaves."""
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * rows + LARGE)
    field.setPlaceholderText(example)
    return field


class ClientForm(Form):
    """``fields`` gives what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSpacing(MEDIUM)
        self.names = several_lines(4, tr("One a line: full name, former names, nicknames"))
        self.ssn, self.dob, self.va_file = QLineEdit(), QLineEdit(), QLineEdit()
        self.ssn.setPlaceholderText(tr("or its last four"))
        self.dob.setPlaceholderText(tr("in any form"))
        self.va_file.setPlaceholderText(tr("C-file, claim"))
        self.addRow(tr("&Names"), self.names)
        self.addRow(tr("&Social Security number"), self.ssn)
        self.addRow(tr("&Date of birth"), self.dob)
        self.addRow(tr("VA &file number"), self.va_file)

    def show_fields(self, client: ClientFields) -> None:
        """Fill the form."""
        self.names.setPlainText("\n".join(client.names))
        for edit, values in ((self.ssn, client.ssn), (self.dob, client.dob), (self.va_file, client.va_file)):
            edit.setText("; ".join(values))

    def fields(self) -> ClientFields:
        """What was typed."""

        def several(text: str, separator: str) -> tuple[str, ...]:
            return tuple(part.strip() for part in text.split(separator) if part.strip())

        return ClientFields(
            names=several(self.names.toPlainText(), "\n"),
            ssn=several(self.ssn.text(), ";"),
            dob=several(self.dob.text(), ";"),
            va_file=several(self.va_file.text(), ";"),
        )
