"""What to ask the doctor: a list in the order of what it may bring, to be read here and copied into a letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nexus_desktop.ui.authority_popover import AuthorityLinks
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.theme import MEDIUM, TINY, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import Recommendation
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.ui.turns import Piece


def as_text(asks: Sequence[Recommendation]) -> str:
    """The questions alone, numbered: what goes to the doctor. Problems and points are the attorney's."""
    return "\n".join(f"{number}. {one.ask}" for number, one in enumerate(asks, 1))


class AskList(QWidget):
    """``copied`` after the questions were put on the clipboard."""

    copied = Signal()

    def __init__(self, theme: Theme, asks: Sequence[Recommendation], authorities: Mapping[str, Authority]) -> None:
        super().__init__()
        self._theme, self._asks = theme, tuple(asks)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(MEDIUM)
        self._authorities = authorities
        self.copy = button(tr("Copy the questions"), tip=tr("The questions alone, numbered, as text"))
        self.copy.clicked.connect(self._copy)
        theme.changed.connect(self._repaint)
        self._repaint()

    def pieces(self) -> list[Piece]:
        """What puts the questions in, one after the other, and the button below them; each to be called once."""
        return [
            *(partial(self._ask, number, one) for number, one in enumerate(self._asks, 1)),
            lambda: self._layout.addWidget(self.copy),
        ]

    def _ask(self, number: int, one: Recommendation) -> None:
        frame = QFrame()
        frame.setAccessibleName(f"{number}. {one.ask}")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(label(f"{number}. {one.ask}"))
        points = tr("Up to {gain} point{s}.").format(gain=one.gain, s="" if one.gain == 1 else "s")
        column.addWidget(label(f"{one.problem} {points}", "caption"))
        column.addWidget(AuthorityLinks(one.authorities, self._authorities, shown=0))
        self._layout.addWidget(frame)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._asks))
        self.copied.emit()

    @Slot()
    def _repaint(self) -> None:
        self.copy.setIcon(icon(Icon.COPY, self._theme.scheme.text))
