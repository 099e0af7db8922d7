"""Asks for a passphrase: at a start, when one is chosen or changed, and for a file that goes to someone else."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Form, button, label

NEW = tr(
    "No keyring works on this machine, so your database is locked with a passphrase instead. It is asked for at every "
    "start and kept nowhere. Without it the database cannot be opened by anyone: write it down and keep it safe."
)
CHANGED = tr(
    "The passphrase is asked for when the window is unlocked, and where the keyring does not open the database."
)
REPLACED = tr("You came in with the recovery key. Choose a passphrase in place of the one that was forgotten.")
SHARED = tr("It locks this one file. Tell it to co-counsel by another way than the file itself.")


class Purpose(StrEnum):
    """What the passphrase is asked for."""

    UNLOCK = "unlock"
    FIRST = "first"  # the first start, without a keyring
    SET = "set"
    CHANGE = "change"  # the present one has to be given
    REPLACE = "replace"  # the present one was forgotten
    CONFIRM = "confirm"  # the present one, before something that needs it
    SHARE = "share"  # of a file for someone else


HEADINGS = {
    Purpose.UNLOCK: (tr("Unlock your database"), "", tr("Unlock")),
    Purpose.FIRST: (tr("Choose a passphrase"), NEW, tr("Use this passphrase")),
    Purpose.SET: (tr("Choose a passphrase"), CHANGED, tr("Use this passphrase")),
    Purpose.CHANGE: (tr("Change your passphrase"), CHANGED, tr("Use the new passphrase")),
    Purpose.REPLACE: (tr("Choose a new passphrase"), REPLACED, tr("Use this passphrase")),
    Purpose.CONFIRM: (tr("Your passphrase"), tr("This needs the passphrase of your database."), tr("Go on")),
    Purpose.SHARE: (tr("Choose a passphrase for the file"), SHARED, tr("Use this passphrase")),
}
ASKING = (Purpose.UNLOCK, Purpose.CONFIRM)
"""Those that ask for a passphrase there is; the others choose one."""


def problem_of(typed: str, again: str, shortest: int) -> str:
    """What a new passphrase lacks, in a sentence; nothing where it will do. ``shortest`` in characters."""
    if len(typed) < shortest:
        return tr("At least {shortest} characters; four words that do not belong together are good.").format(
            shortest=shortest
        )
    return "" if typed == again else tr("Type it once more, the same way.")


class PassphraseDialog(QDialog):
    """``passphrase`` holds what was typed once the dialog was accepted, ``present`` the one before, ``by_recovery``
    whether the recovery key was asked for instead."""

    def __init__(self, purpose: Purpose, *, shortest: int, problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purpose, self._shortest = purpose, shortest
        self.by_recovery = False
        heading, words, ok = HEADINGS[purpose]
        self.setWindowTitle(tr("Nexus Desktop"))
        self.setMinimumWidth(480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(heading, "section"))
        if words:
            layout.addWidget(label(words))
        layout.addLayout(self._form())
        self.hint = label(problem, "caption")
        set_role(self.hint, state="bad" if problem else "")
        layout.addWidget(self.hint)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(ok)
        self.ok.setProperty("primary", "true")
        if purpose is Purpose.UNLOCK:
            self.recovery = button(tr("Use the recovery key"), link=True)
            self.recovery.clicked.connect(self._use_recovery)
            self.buttons.addButton(self.recovery, QDialogButtonBox.ButtonRole.HelpRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        if not problem:
            self._check()
        self.ok.setEnabled(False)
        (self.before if purpose is Purpose.CHANGE else self.first).setFocus()

    def _form(self) -> Form:
        form = Form()
        form.setSpacing(MEDIUM)
        self.before, self.first, self.second = QLineEdit(), QLineEdit(), QLineEdit()
        for edit in (self.before, self.first, self.second):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.textChanged.connect(self._check)
        if self._purpose is Purpose.CHANGE:
            form.addRow(tr("Pr&esent passphrase"), self.before)
        form.addRow(tr("&Passphrase") if self._purpose is not Purpose.CHANGE else tr("&New passphrase"), self.first)
        if self._purpose not in ASKING:
            form.addRow(tr("&Once more"), self.second)
        return form

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    @property
    def present(self) -> str:
        """The passphrase that is in force so far."""
        return self.before.text()

    @Slot()
    def _use_recovery(self) -> None:
        self.by_recovery = True
        self.accept()

    @Slot()
    def _check(self) -> None:
        typed, new = self.first.text(), self._purpose not in ASKING
        problem = problem_of(typed, self.second.text(), self._shortest) if new else ""
        self.hint.setText(problem)
        set_role(self.hint, state="")
        ready = bool(typed) and not problem and (self._purpose is not Purpose.CHANGE or bool(self.before.text()))
        self.ok.setEnabled(ready)
