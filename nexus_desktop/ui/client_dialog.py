"""What the attorney knows of the client: every value typed here is looked for everywhere in the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from nexus_desktop.ui.client_form import ClientForm
from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import label

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import ClientFields


class ClientDialog(QDialog):
    """``fields`` gives what was typed."""

    def __init__(self, client: ClientFields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Known client fields"))
        self.setMinimumWidth(520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(tr("What do you know of the client?"), "section"))
        layout.addWidget(
            label(
                tr(
                    "These are found in every form and spelling. They stay in memory for this letter. Only keyed "
                    "hashes of them are kept, in the encrypted store, so that your decisions count for this client's "
                    "next letter. To keep them for every letter of a case, switch that on in the details of the case."
                ),
                "muted",
            )
        )
        self.form = ClientForm()
        self.form.show_fields(client)
        self.names, self.ssn, self.dob, self.va_file = (
            self.form.names,
            self.form.ssn,
            self.form.dob,
            self.form.va_file,
        )
        layout.addLayout(self.form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Look again"))
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", "true")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def fields(self) -> ClientFields:
        """What was typed."""
        return self.form.fields()
