"""Everything a diagnostics file would hold, to be read before it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import label

if TYPE_CHECKING:
    from nexus_desktop.services.diagnostics import Files


class DiagnosticsDialog(QDialog):
    """``wanted`` carries the path to save to; the dialog itself writes nothing."""

    wanted = Signal(object)

    def __init__(self, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.setWindowTitle(tr("Diagnostics"))
        self.resize(900, 600)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(tr("This is all that will be saved"), "section"))
        layout.addWidget(
            label(
                tr(
                    "Versions, settings, health, failures and timings; no letter, no name, no path. Nothing is "
                    "sent: you save one file and decide who gets it."
                )
            )
        )
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Files"))
        self.names.addItems(list(files))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Content of the file"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        self.names.currentTextChanged.connect(self._show)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.names)
        splitter.addWidget(self.text)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([220, 680])
        layout.addWidget(splitter, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Save).setProperty("primary", "true")
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.names.setCurrentRow(0)

    @Slot(str)
    def _show(self, name: str) -> None:
        self.text.setPlainText(self._files.get(name, ""))

    @Slot()
    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save diagnostics"), "nexus-diagnostics.zip", tr("Zip file (*.zip)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if chosen:
            self.wanted.emit(Path(chosen))
            self.accept()
