"""The language chosen in the menu View; it counts from the next start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nexus_desktop.ui import translation
from nexus_desktop.ui.translation import tr

FROM_NEXT_START = tr("The language changes at the next start.")


class LanguageMenu(QMenu):
    """The languages, each by its own name, one of them ticked. ``said`` carries a line for the status bar."""

    said = Signal(str)

    def __init__(self, window_file: Path, parent: QWidget) -> None:
        super().__init__(tr("La&nguage"), parent)
        self._file = window_file
        group = QActionGroup(self)
        now = translation.chosen(window_file)
        self.languages: dict[str, QAction] = {}
        for language, name in translation.LANGUAGES.items():
            action = QAction(name, self, checkable=True)
            action.setChecked(language == now)
            action.triggered.connect(lambda _checked=False, language=language: self._choose(language))
            group.addAction(action)
            self.addAction(action)
            self.languages[language] = action

    def _choose(self, language: str) -> None:
        translation.choose(self._file, language)
        self.said.emit(FROM_NEXT_START)
