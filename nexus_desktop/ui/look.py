"""The look chosen in the menu View, kept with the size of the window: no store is open yet when it counts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nexus_desktop.ui.theme import Look, Theme
from nexus_desktop.ui.translation import tr

KEY = "look/theme"
WORDS = {
    Look.SYSTEM: tr("As the &system"),
    Look.LIGHT: tr("&Light"),
    Look.DARK: tr("&Dark"),
    Look.CONTRAST: tr("&High contrast"),
}


def chosen_look(window_file: Path) -> Look:
    """What was chosen last; that of the system before anything was."""
    kept = str(QSettings(str(window_file), QSettings.Format.IniFormat).value(KEY, ""))
    return Look(kept) if kept in set(Look) else Look.SYSTEM


class LookMenu(QMenu):
    """The looks, one of them ticked; a choice counts at once and is remembered."""

    def __init__(self, theme: Theme, window_file: Path, parent: QWidget) -> None:
        super().__init__(tr("&Look"), parent)
        self._theme, self._file = theme, window_file
        group = QActionGroup(self)
        self.looks: dict[Look, QAction] = {}
        for look, words in WORDS.items():
            action = QAction(words, self, checkable=True)
            action.setChecked(theme.look is look)
            action.triggered.connect(lambda _checked=False, look=look: self._choose(look))
            group.addAction(action)
            self.addAction(action)
            self.looks[look] = action

    def _choose(self, look: Look) -> None:
        self._theme.choose(look)
        store = QSettings(str(self._file), QSettings.Format.IniFormat)
        store.setValue(KEY, look.value)
        store.sync()
