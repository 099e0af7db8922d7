"""What to ask the doctor: a list in the order of what it may bring, to be read here and copied into a letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def as_text(asks: Sequence[Recommendation]) -> str:
    """The questions alone, numbered: what goes to the doctor. Problems and points are the attorney's."""
    return "\n".join(f"{number}. {one.ask}" for number, one in enumerate(asks, 1))


class AskList(QWidget):
    """``copied`` after the questions were put on the clipboard."""

    copied = Signal()

    def __init__(self, theme: Theme, asks: Sequence[Recommendation], authorities: Mapping[str, Authority]) -> None:
        super().__init__()
        self._theme, self._asks = theme, tuple(asks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        for number, one in enumerate(asks, 1):
            frame = QFrame()
            frame.setAccessibleName(f"{number}. {one.ask}")
            column = QVBoxLayout(frame)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(TINY)
            column.addWidget(label(f"{number}. {one.ask}"))
            points = tr("Up to {gain} point{s}.").format(gain=one.gain, s="" if one.gain == 1 else "s")
            column.addWidget(label(f"{one.problem} {points}", "caption"))
            column.addWidget(AuthorityLinks(one.authorities, authorities, shown=0))
            layout.addWidget(frame)
        self.copy = button(tr("Copy the questions"), tip=tr("The questions alone, numbered, as text"))
        self.copy.clicked.connect(self._copy)
        layout.addWidget(self.copy)
        theme.changed.connect(self._repaint)
        self._repaint()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._asks))
        self.copied.emit()

    @Slot()
    def _repaint(self) -> None:
        self.copy.setIcon(icon(Icon.COPY, self._theme.scheme.text))
