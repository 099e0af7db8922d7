"""How letters come in: chosen, dropped, pasted, or the sample."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from nexus_desktop.services.letter_folder import FolderContent, letters_in
from nexus_desktop.ui.desk import DeskLetter
from nexus_desktop.ui.tasks import TaskRunner

FILES = "Letters (*.pdf *.docx *.rtf *.txt);;All files (*)"


class Intake(QObject):
    """``came`` carries a DeskLetter, ``said`` a line for the status bar."""

    came = Signal(object)
    said = Signal(str)

    def __init__(self, sample: Path, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._sample, self._runner, self._window = sample, runner, parent

    @Slot()
    def choose_files(self) -> None:
        """Let the person choose letters."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Add letters", "", FILES)
        self.open_files([Path(name) for name in names])

    def open_files(self, paths: Sequence[Path]) -> None:
        """Put files on the desk; each is read on its own, and a bad one does not stop the others. Of a folder every
        letter in it is taken."""
        for path in paths:
            if path.is_dir():
                self._open_folder(path)
            else:
                self.came.emit(DeskLetter(path.name, source=path))

    def _open_folder(self, folder: Path) -> None:
        self._runner.run(lambda _progress, cancelled: letters_in(folder, cancelled), self._folder_listed)

    def _folder_listed(self, found: FolderContent) -> None:
        for path in found.letters:
            self.came.emit(DeskLetter(path.name, source=path))
        count = len(found.letters)
        words = f"{count} letter{'' if count == 1 else 's'} added from the folder" if count else "No letter in it"
        left = f"; {found.others} other files were left alone" if found.others else ""
        self.said.emit(f"{words}{left}.{' There are more: add the rest by themselves.' if found.cut else ''}")

    @Slot()
    def choose_folder(self) -> None:
        """Let the person choose a folder of letters."""
        chosen = QFileDialog.getExistingDirectory(self._window, "Add every letter in a folder")
        if chosen:
            self.open_files([Path(chosen)])

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
