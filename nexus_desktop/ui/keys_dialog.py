"""What opens the database, and how each way in is made, changed and taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nexus_desktop.models.errors import NexusError
from nexus_desktop.ui.passphrase_dialog import PassphraseDialog, Purpose
from nexus_desktop.ui.recovery_dialog import RecoveryDialog
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, WIDE, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, card, label

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.runtime.key_vault import Ways
    from nexus_desktop.services.keys import Keys
    from nexus_desktop.ui.tasks import TaskRunner

ABOUT_KEY = tr(
    "Encrypts the whole database anew, for instance after a recovery sheet or a machine was lost. Earlier sheets are "
    "then void for it; backups made before still open with them."
)


class KeysDialog(QDialog):
    """Each change is one service call in a job; the rows then show how things stand."""

    def __init__(self, keys: Keys, runner: TaskRunner, shortest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys, self._runner, self._shortest = keys, runner, shortest
        self.setWindowTitle(tr("Keys"))
        self.setMinimumWidth(620)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(tr("What opens your database"), "section"))
        self.keyring = button("")
        self.passphrase, self.no_passphrase = button(""), button(tr("Remove"))
        self.recovery = button(tr("Make a recovery key …"))
        self.change = button(tr("Change the key …"))
        self.words = {
            tr("Keyring of this machine"): (label(""), [self.keyring]),
            tr("Passphrase"): (label(""), [self.passphrase, self.no_passphrase]),
            tr("Recovery key"): (label(""), [self.recovery]),
            tr("Key of the database"): (label(ABOUT_KEY, "muted"), [self.change]),
        }
        for title, (words, parts) in self.words.items():
            layout.addWidget(self._row(title, words, parts))
        self.problem = label("")
        layout.addWidget(self.problem)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.keyring.clicked.connect(self._change_keyring)
        self.passphrase.clicked.connect(self._change_passphrase)
        self.no_passphrase.clicked.connect(self._remove_passphrase)
        self.recovery.clicked.connect(self.make_recovery)
        self.change.clicked.connect(self._change_key)
        self.show_ways(keys.ways())

    @staticmethod
    def _row(title: str, words: QWidget, parts: list[QPushButton]) -> QWidget:
        frame, inside = card()
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        column = QVBoxLayout()
        column.addWidget(label(title, "strong"))
        column.addWidget(words)
        row.addLayout(column, 1)
        for part in parts:
            part.setAccessibleName(f"{title}: {part.text()}")
            row.addWidget(part)
        inside.addLayout(row)
        return frame

    def show_ways(self, ways: Ways) -> None:
        """How things stand."""
        texts = {
            tr("Keyring of this machine"): tr("Opens it without asking.")
            if ways.keyring
            else tr("Not used: you are asked at each start."),
            tr("Passphrase"): tr("Set.") if ways.passphrase else tr("None."),
            tr("Recovery key"): tr("Made on {recovery_made_at:%Y-%m-%d}.").format(
                recovery_made_at=ways.recovery_made_at
            )
            if ways.recovery_made_at
            else tr("None yet."),
        }
        for title, text in texts.items():
            self.words[title][0].setText(text)
        set_role(self.words["Recovery key"][0], state="good" if ways.recovery_made_at else "caution")
        self._ways = ways
        self.keyring.setText(tr("Ask at each start") if ways.keyring else tr("Put the key in"))
        self.keyring.setEnabled(not ways.keyring or ways.passphrase)
        self.passphrase.setText(tr("Change …") if ways.passphrase else tr("Set …"))
        self.no_passphrase.setVisible(ways.passphrase and ways.keyring)
        self.recovery.setText(tr("Make a new one …") if ways.recovery_made_at else tr("Make one …"))
        for title, (_, parts) in self.words.items():
            for part in parts:
                part.setAccessibleName(f"{title}: {part.text()}")

    # --- changing --------------------------------------------------------------------------------------------------

    def _run(self, job: Callable[[Progress, CancelFlag], Any], done: str) -> None:
        self.setEnabled(False)
        self._runner.run(job, lambda _nothing: self._done(done), self._failed)

    def _done(self, words: str) -> None:
        self.setEnabled(True)
        self.show_ways(self._keys.ways())
        self.problem.setText(words)
        set_role(self.problem, state="good")

    def _failed(self, error: Exception) -> None:
        known = error if isinstance(error, NexusError) else NexusError()
        self.setEnabled(True)
        self.show_ways(self._keys.ways())
        self.problem.setText(f"{known.sentence} {known.next_step}")
        set_role(self.problem, state="bad")

    @Slot()
    def _change_keyring(self) -> None:
        keys = self._keys
        if self._ways.keyring:
            self._run(lambda _p, _c: keys.leave_keyring(), tr("The passphrase is asked for at each start from now on."))
        else:
            self._run(lambda _p, _c: keys.use_keyring(), tr("The keyring opens the database from now on."))

    @Slot()
    def _change_passphrase(self) -> None:
        keys, purpose = self._keys, Purpose.CHANGE if self._ways.passphrase else Purpose.SET
        dialog = PassphraseDialog(purpose, shortest=self._shortest, parent=self)
        if dialog.exec():
            new, present = dialog.passphrase, dialog.present or None
            self._run(lambda _p, _c: keys.set_passphrase(new, present), tr("The passphrase is in force."))

    @Slot()
    def _remove_passphrase(self) -> None:
        keys, dialog = self._keys, PassphraseDialog(Purpose.CONFIRM, shortest=self._shortest, parent=self)
        if dialog.exec():
            present = dialog.passphrase
            self._run(lambda _p, _c: keys.remove_passphrase(present), tr("The keyring alone opens it now."))

    @Slot()
    def make_recovery(self) -> None:
        """Show a recovery key, have it typed back, put it in force."""
        keys, dialog = self._keys, RecoveryDialog(self._keys.new_recovery_key(), self)
        if dialog.exec():
            recovery, typed = dialog.recovery, dialog.answers
            self._run(lambda _p, _c: keys.confirm_recovery_key(recovery, typed), tr("The recovery key is in force."))

    @Slot()
    def _change_key(self) -> None:
        keys, present = self._keys, None
        if self._ways.passphrase:
            asked = PassphraseDialog(Purpose.CONFIRM, shortest=self._shortest, parent=self)
            if not asked.exec():
                return
            present = asked.passphrase
        dialog = RecoveryDialog(keys.new_recovery_key(), self)
        if dialog.exec():
            recovery = dialog.recovery
            self._run(
                lambda progress, _c: keys.change_database_key(present, recovery, progress),
                tr("The database has another key, and the new recovery key is in force. Make a backup now."),
            )
