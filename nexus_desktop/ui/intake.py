"""How letters come in: chosen, a folder at a time, dropped, pasted, or the sample."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from nexus_desktop.services.given_files import ENDINGS, GivenFiles, letters_among
from nexus_desktop.ui.desk import DeskLetter
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.ui.tasks import TaskRunner

FILES = tr("Letters and scans ({join});;All files (*)").format(join=" ".join(f"*{ending}" for ending in ENDINGS))


class Intake(QObject):
    """``came`` carries a list of DeskLetter, in the order they are to be read; ``said`` a line for the status bar."""

    came = Signal(list)
    said = Signal(str)

    def __init__(self, sample: Path, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._sample, self._runner, self._window = sample, runner, parent

    @Slot()
    def choose_files(self) -> None:
        """Let the person choose letters."""
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Add letters"), "", FILES)
        self.open_files([Path(name) for name in names])

    @Slot()
    def choose_folder(self) -> None:
        """Let the person choose a folder, and take every letter in it."""
        name = QFileDialog.getExistingDirectory(self._window, tr("Add a folder of letters"))
        if name:
            self.open_files([Path(name)])

    def open_files(self, paths: Sequence[Path]) -> None:
        """Put files on the desk, and what lies in folders; each is read on its own, and a bad one stops no other."""
        if paths:
            self._runner.run(lambda _progress, _cancelled: letters_among(paths), self._found)

    def _found(self, given: GivenFiles) -> None:
        self.came.emit([DeskLetter(path.name, source=path) for path in given.files])
        if given.left_out or not given.files:
            many, others = len(given.files), given.left_out
            self.said.emit(
                tr(
                    "{many} letter{s} added. {others} file{s2} of another kind, or beyond the first 500, left out."
                ).format(many=many, s="" if many == 1 else "s", others=others, s2="" if others == 1 else "s")
            )

    @Slot()
    def paste(self) -> None:
        """Take the text on the clipboard as a letter."""
        self.came.emit([DeskLetter(tr("Pasted letter"), source=plain(QGuiApplication.clipboard().text()))])

    @Slot()
    def open_sample(self) -> None:
        """Put the invented sample letter on the desk."""
        self.came.emit([DeskLetter(tr("Sample letter (invented)"), source=self._sample)])

    def drop(self, data: QMimeData) -> None:
        """Take what was dropped: files, folders, or text."""
        urls = [url for url in data.urls() if url.isLocalFile()]
        if urls:
            self.open_files([Path(url.toLocalFile()) for url in urls])
        elif data.hasText():
            self.came.emit([DeskLetter(tr("Dropped text"), source=plain(data.text()))])


def plain(text: str) -> str:
    """Text with one kind of newline, as the letter view counts it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
