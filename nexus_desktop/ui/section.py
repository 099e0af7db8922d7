"""A heading that opens and closes what is below it; the inside is built when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from nexus_desktop.ui.theme import MEDIUM, SMALL, TINY

Fill = Callable[[QVBoxLayout], None]


class Section(QWidget):
    """``fill`` puts widgets into the layout it is given, once."""

    def __init__(self, title: str, fill: Fill, *, opened: bool = False, heading: QToolButton | None = None) -> None:
        super().__init__()
        self._fill: Fill | None = fill
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        self.heading = heading if heading is not None else QToolButton()
        self.heading.setText(title)
        self.heading.setProperty("role", "section")
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heading.setCheckable(True)
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._title = title
        self.heading.toggled.connect(self._toggle)
        self.inside = QWidget()
        self._body = QVBoxLayout(self.inside)
        self._body.setContentsMargins(MEDIUM, 0, 0, SMALL)
        self._body.setSpacing(TINY)
        layout.addWidget(self.heading)
        layout.addWidget(self.inside)
        self.heading.setChecked(opened)
        self._toggle(opened)

    @Slot(bool)
    def _toggle(self, opened: bool) -> None:
        if opened and self._fill is not None:
            fill, self._fill = self._fill, None
            fill(self._body)
            self.come_next()
        self.heading.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.heading.setAccessibleName(f"{self._title}, {'open' if opened else 'closed'}")
        self.inside.setVisible(opened)

    def come_next(self) -> None:
        """Let Tab go from the heading into what was built just now; by itself it would come last of all. For whoever
        fills it later than ``fill``."""
        before: QWidget = self.heading
        for one in self.inside.findChildren(QWidget):
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, one)
                before = one

    def open(self) -> None:
        """Show what is inside."""
        self.heading.setChecked(True)
