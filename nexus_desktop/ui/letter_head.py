"""Above the letter: the step bar, what is in view, and the way through the items with their count."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.letter_pair import Side
from nexus_desktop.ui.step_bar import StepBar
from nexus_desktop.ui.theme import LARGE, SMALL, TINY, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, label

SIDES = {
    Side.ORIGINAL: (tr("Original"), tr("The letter as it came"), None),
    Side.REDACTED: (tr("Redacted"), tr("The text as it is analyzed"), None),
    Side.BOTH: (tr("Side by side"), tr("Both, with linked scrolling"), Icon.BOTH),
}


class LetterHead(QFrame):
    """``side_chosen`` carries a Side, ``step_wanted`` whether it goes backwards."""

    side_chosen = Signal(object)
    step_wanted = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "head")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        layout.setSpacing(SMALL)
        self.steps = StepBar(theme)
        layout.addWidget(self.steps)
        self._group = QButtonGroup(self)
        self.sides = {side: button(words, tip=tip) for side, (words, tip, _) in SIDES.items()}
        for side, one in self.sides.items():
            one.setCheckable(True)
            self._group.addButton(one)
            one.clicked.connect(lambda _checked=False, chosen=side: self.side_chosen.emit(chosen))
        self.previous, self.next = (
            self._arrow(tr("Previous item"), tr("Shift+F8 or P")),
            self._arrow(tr("Next item"), tr("F8 or N")),
        )
        self.previous.clicked.connect(lambda: self.step_wanted.emit(True))
        self.next.clicked.connect(lambda: self.step_wanted.emit(False))
        self.count = label("", "muted", wrap=False)
        self._way = QWidget()
        way = QHBoxLayout(self._way)
        way.setContentsMargins(0, 0, 0, 0)
        way.setSpacing(TINY)
        for part in (self.previous, self.next, self.count):
            way.addWidget(part)
        self.page = button(tr("Page"), tip=tr("The page as it came, beside the text (Alt+4)"))
        self.page.setCheckable(True)
        layout.addLayout(FlowRow(*self.sides.values(), self.page, self._way))
        self.page.hide()
        theme.changed.connect(self._repaint)
        self._repaint()
        self.offer(())

    @staticmethod
    def _arrow(name: str, keys: str) -> QPushButton:
        made = button("", tip=f"{name} ({keys})")
        made.setAccessibleName(name)
        return made

    @Slot()
    def _repaint(self) -> None:
        scheme = self._theme.scheme
        self.previous.setIcon(icon(Icon.PREVIOUS, scheme.text))
        self.next.setIcon(icon(Icon.NEXT, scheme.text))
        for side, (_, _, name) in SIDES.items():
            if name is not None:
                self.sides[side].setIcon(icon(name, scheme.text))

    def show_step(self, number: int) -> None:
        """Say which of the four steps is up."""
        self.steps.show_step(number)

    def offer(self, sides: Iterable[Side], chosen: Side | None = None) -> None:
        """Which views there are, and which is shown. With none of them there is no way through items either."""
        offered = tuple(sides)
        for side, one in self.sides.items():
            one.setVisible(side in offered)
            one.setChecked(side is chosen)
        self._way.setVisible(bool(offered))

    def show_count(self, words: str, *, several: bool) -> None:
        """Where the way through the items has come: "Item 3 of 27"."""
        self.count.setText(words)
        self.previous.setEnabled(several)
        self.next.setEnabled(several)
