"""How letters come in: chosen, dropped, pasted, or the sample."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from nexus_desktop.ui.desk import DeskLetter
from nexus_desktop.ui.turns import Turns

FILES = "Letters (*.pdf *.docx *.rtf *.txt);;All files (*)"


class Intake(QObject):
    """``came`` carries a DeskLetter."""

    came = Signal(object)

    def __init__(self, sample: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._sample, self._window = sample, parent
        self.turns = Turns(self)

    @Slot()
    def choose_files(self) -> None:
        """Let the person choose letters."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Add letters", "", FILES)
        self.open_files([Path(name) for name in names])

    def open_files(self, paths: Sequence[Path]) -> None:
        """Put files on the desk; each is read on its own, and a bad one does not stop the others."""
        for number, path in enumerate(paths):
            put = partial(self.came.emit, DeskLetter(path.name, source=path))
            if number:
                self.turns.add(put)  # a folder of thousands must not hold the window up
            else:
                put()

    @Slot()
    def paste(self) -> None:
        """Take the text on the clipboard as a letter."""
        self.came.emit(DeskLetter("Pasted letter", source=plain(QGuiApplication.clipboard().text())))

    @Slot()
    def open_sample(self) -> None:
        """Put the invented sample letter on the desk."""
        self.came.emit(DeskLetter("Sample letter (invented)", source=self._sample))

    def drop(self, data: QMimeData) -> None:
        """Take what was dropped: files, or text."""
        urls = [url for url in data.urls() if url.isLocalFile()]
        if urls:
            self.open_files([Path(url.toLocalFile()) for url in urls])
        elif data.hasText():
            self.came.emit(DeskLetter("Dropped text", source=plain(data.text())))


def plain(text: str) -> str:
    """Text with one kind of newline, as the letter view counts it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
