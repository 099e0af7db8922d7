"""A bar above the panes for what can wait: what happened, and what can be done about it; it stops nobody."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme
from nexus_desktop.ui.widgets import button, label

Choice = tuple[str, Callable[[], object]]


class DeskBar(QFrame):
    """Shows one thing at a time; a choice closes it, and may show the next."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "notice")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self._row.setSpacing(SMALL)
        self._sign, self.words = QLabel(), label("")
        self._row.addWidget(self._sign)
        self._row.addWidget(self.words, 1)
        self.buttons: list[QPushButton] = []
        theme.changed.connect(self._repaint)
        self._repaint()
        self.hide()

    def show_choices(self, words: str, *choices: Choice) -> None:
        """Say what happened, with a button for each choice."""
        for one in self.buttons:
            one.hide()
            one.deleteLater()
        self.buttons = []
        self.words.setText(words)
        self.setAccessibleName(words)
        for name, act in choices:
            one = button(name)
            one.clicked.connect(lambda _checked=False, act=act: self._choose(act))
            self._row.addWidget(one)
            self.buttons.append(one)
        self.show()

    def _choose(self, act: Callable[[], object]) -> None:
        self.hide()
        act()

    @Slot()
    def _repaint(self) -> None:
        self._sign.setPixmap(picture(Icon.INFO, self._theme.scheme.caution))
