"""A bar above the panes for what can wait: what happened, and what can be done about it; it stops nobody."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.speech import say
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme
from nexus_desktop.ui.widgets import button, label

Choice = tuple[str, Callable[[], object]]


class DeskBar(QFrame):
    """Shows one thing at a time; a choice closes it, and may show the next. ``closed`` when that is not shown any
    more: chosen from, replaced, or past its time."""

    closed = Signal()

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
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.timeout.connect(self._past)
        theme.changed.connect(self._repaint)
        self._repaint()
        self.hide()

    def show_choices(self, words: str, *choices: Choice, seconds: int = 0) -> None:
        """Say what happened, with a button for each choice; for so many ``seconds``, or until one is chosen."""
        self.close_choices()
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
        say(self, words)
        if seconds:
            self._time.start(1000 * seconds)

    @property
    def seconds(self) -> float:
        """How long it stays from when it was shown; 0 where nothing closes it but a choice."""
        return self._time.interval() / 1000 if self._time.isActive() else 0

    def close_choices(self) -> None:
        """Show it no more."""
        self._time.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @Slot()
    def _past(self) -> None:
        """Its time is up; nobody is about to choose: with the pointer or the keyboard on it, it stays on."""
        focus = self.focusWidget()
        if self.underMouse() or (focus is not None and focus.hasFocus()):
            self._time.start()
        else:
            self.close_choices()

    def _choose(self, act: Callable[[], object]) -> None:
        self.close_choices()
        act()

    @Slot()
    def _repaint(self) -> None:
        self._sign.setPixmap(picture(Icon.INFO, self._theme.scheme.caution))
