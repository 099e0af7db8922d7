"""Asks for the passphrase where no keyring works: chosen twice on the first start, once on every later one."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout

from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE, set_role
from nexus_desktop.ui.widgets import label

NEW = (
    "No keyring works on this machine, so your database is locked with a passphrase instead. It is asked for at every "
    "start and kept nowhere. Without it the database cannot be opened by anyone: write it down and keep it safe."
)


class PassphraseDialog(QDialog):
    """``passphrase`` holds what was typed once the dialog was accepted."""

    def __init__(self, *, new: bool, shortest: int, problem: str = "") -> None:
        super().__init__()
        self._new, self._shortest = new, shortest
        self.setWindowTitle("Nexus Desktop")
        self.setMinimumWidth(480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label("Choose a passphrase" if new else "Unlock your database", "section"))
        if new:
            layout.addWidget(label(NEW))
        form = QFormLayout()
        form.setSpacing(MEDIUM)
        self.first, self.second = QLineEdit(), QLineEdit()
        for edit in (self.first, self.second):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.textChanged.connect(self._check)
        form.addRow("&Passphrase", self.first)
        if new:
            form.addRow("&Once more", self.second)
        layout.addLayout(form)
        self.hint = label(problem, "caption")
        set_role(self.hint, state="bad" if problem else "")
        layout.addWidget(self.hint)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText("Use this passphrase" if new else "Unlock")
        self.ok.setProperty("primary", "true")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        if not problem:
            self._check()
        self.ok.setEnabled(False)
        self.first.setFocus()

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    @Slot()
    def _check(self) -> None:
        typed = self.first.text()
        problem = ""
        if self._new and len(typed) < self._shortest:
            problem = f"At least {self._shortest} characters; four words that do not belong together are good."
        elif self._new and typed != self.second.text():
            problem = "Type it once more, the same way."
        self.hint.setText(problem)
        set_role(self.hint, state="")
        self.ok.setEnabled(bool(typed) and not problem)
