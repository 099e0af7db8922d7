"""The menu Data: keys, backups, retention, a matter from co-counsel, and the way to each.

A dialog is loaded when it is first opened: a start needs none of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nexus_desktop.models.backup_models import BackupReason, Manifest
from nexus_desktop.models.errors import NexusError, PassphraseNeeded, PassphraseWrong
from nexus_desktop.ui.passphrase_dialog import PassphraseDialog, Purpose
from nexus_desktop.ui.recovery_dialog import RecoveryEntryDialog
from nexus_desktop.ui.table import exact
from nexus_desktop.ui.translation import said, tr

if TYPE_CHECKING:
    from nexus_desktop.services.application import Application
    from nexus_desktop.ui.tasks import TaskRunner

NEEDS_KEY = ("key.", "keyring.")
"""How the codes of errors begin that another way to the key may help with."""


class DataMenu(QObject):
    """``said`` carries a line for the status bar; ``changed`` when the trail has more to show; ``restored`` when a
    backup is ready and the program has to close for it."""

    said = Signal(str)
    changed = Signal()
    restored = Signal()

    def __init__(self, application: Application, runner: TaskRunner, shortest: int, window: QWidget) -> None:
        super().__init__(window)
        self._application, self._runner, self._shortest, self._window = application, runner, shortest, window
        self._dialog: QWidget | None = None  # kept as long as a job may still answer it

    # --- keys ------------------------------------------------------------------------------------------------------

    @Slot()
    def keys(self) -> None:
        """What opens the database."""
        from nexus_desktop.ui.keys_dialog import KeysDialog

        dialog = KeysDialog(self._application.keys, self._runner, self._shortest, self._window)
        self._dialog = dialog
        dialog.exec()
        self.changed.emit()

    @Slot()
    def recovery_key(self) -> None:
        """Make a recovery key."""
        from nexus_desktop.ui.keys_dialog import KeysDialog

        dialog = KeysDialog(self._application.keys, self._runner, self._shortest, self._window)
        self._dialog = dialog
        dialog.make_recovery()
        self.changed.emit()

    def replace_passphrase(self) -> None:
        """After someone came in with the recovery key: a passphrase in place of the forgotten one."""
        keys, dialog = (
            self._application.keys,
            PassphraseDialog(Purpose.REPLACE, shortest=self._shortest, parent=self._window),
        )
        if dialog.exec():
            new = dialog.passphrase
            self._runner.run(
                lambda _p, _c: keys.replace_passphrase(new), lambda _: self.said.emit(tr("The passphrase is set."))
            )

    # --- data ------------------------------------------------------------------------------------------------------

    @Slot()
    def data(self) -> None:
        """Backups and retention."""
        from nexus_desktop.ui.data_dialog import DataDialog

        dialog = DataDialog(self._application.backups, self._application.retention, self._runner, self._window)
        self._dialog = dialog
        dialog.restore_wanted.connect(self.restore)
        dialog.purged.connect(self.changed)
        dialog.refresh()
        dialog.exec()
        self.changed.emit()

    @Slot()
    def back_up(self) -> None:
        """Make a backup now."""
        backups = self._application.backups
        self._runner.run(
            lambda progress, cancelled: backups.make(BackupReason.ASKED, progress, cancelled),
            lambda made: self.said.emit(
                tr("Backup made and verified by opening it: {name}").format(name=made.path.name)
            ),
        )

    @Slot(object)
    def restore(self, path: Path, passphrase: str | None = None, recovery: str | None = None) -> None:
        """Get a backup ready to take the place of what is here."""
        stage = self._application.stage_restore
        self._runner.run(
            lambda _p, _c: stage(path, passphrase, recovery),
            self._ready,
            lambda error: self._ask_for_key(path, error),
        )

    def _ask_for_key(self, path: Path, error: Exception) -> None:
        if not isinstance(error, NexusError) or not error.code.startswith(NEEDS_KEY):
            self._runner.report(error)
            return
        if isinstance(error, PassphraseNeeded | PassphraseWrong):
            problem = said(error) if isinstance(error, PassphraseWrong) else ""
            asked = PassphraseDialog(Purpose.UNLOCK, shortest=self._shortest, problem=problem, parent=self._window)
            if not asked.exec():
                return
            if not asked.by_recovery:
                self.restore(path, passphrase=asked.passphrase)
                return
        entry = RecoveryEntryDialog(error, parent=self._window)
        if entry.exec():
            self.restore(path, recovery=entry.text)

    def _ready(self, manifest: Manifest) -> None:
        QMessageBox.information(
            self._window,
            tr("Nexus Desktop"),
            tr(
                "The backup of {made_at} with {analyses} analyses is ready. Nexus Desktop closes "
                "now; at its next start the backup takes the place of the present data, which is "
                "kept beside it."
            ).format(made_at=exact(manifest.made_at), analyses=manifest.analyses),
        )
        self.restored.emit()

    # --- co-counsel ------------------------------------------------------------------------------------------------

    @Slot()
    def open_matter(self) -> None:
        """Unpack a matter from co-counsel into a folder of its own, and open it in a window of its own."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Open a matter"), "", tr("Matters (*.nexusmatter)"))
        if not chosen:
            return
        folder = self._application.folder / "received" / Path(chosen).stem
        if (folder / "nexus.db").exists():
            open_window(folder)
            return
        enabled = self._application.matters.enabled

        def receive() -> None:
            from nexus_desktop.services import matters

            matters.receive(Path(chosen), folder, enabled=enabled)

        self._runner.run(lambda _p, _c: receive(), lambda _: open_window(folder))


def open_window(folder: Path) -> None:
    """Another window, on another data folder."""
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable, "window"] if frozen else [sys.executable, "-m", "nexus_desktop", "window"]
    subprocess.Popen(command, env=os.environ | {"NEXUS_HOME": str(folder)})
