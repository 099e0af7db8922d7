"""Small pieces every screen is made of: labels by role, cards, buttons, figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from nexus_desktop.models.errors import SwitchedOff
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, TINY, set_role
from nexus_desktop.ui.translation import said

LONG_RUN = re.compile(r"\S{24}")
CHOICE_CHARACTERS = 14  # a box to choose from is at least so wide


def label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """A label that shows plain text, whatever it holds, and can be copied from."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if role:
        made.setProperty("role", role)
    return made


def breakable(text: str) -> str:
    """Words of a letter for a label: a long run without blanks may break, or it would push its pane wide."""
    return LONG_RUN.sub(lambda run: run[0] + "\u200b", text)


def plain_tip(text: str) -> str:
    """A tip that shows plain text, whatever it holds, and breaks its lines where it is long."""
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if text else ""


def button(text: str, *, tip: str = "", primary: bool = False, link: bool = False) -> QPushButton:
    """A button with its words; ``primary`` is the one next step."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if tip:
        made.setToolTip(tip)
    if primary:
        made.setProperty("primary", "true")
    if link:
        made.setProperty("link", "true")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


class Choice(QComboBox):
    """A box to choose from, with the sign of one; a style sheet alone would need a picture of it in each colour."""

    def __init__(self, name: str, *, fluid: bool = False) -> None:
        """``fluid``: give way where room is short, rather than show the longest choice whole."""
        super().__init__()
        self.setAccessibleName(name)
        if fluid:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(CHOICE_CHARACTERS)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1.5))
        middle = QPointF(self.width() - LARGE, self.height() / 2)
        painter.drawPolyline([middle + QPointF(x, y) for x, y in ((-4, -2), (0, 2), (4, -2))])


class Check(QCheckBox):
    """A box to tick. The style sheet draws the box; it could draw a tick only from a picture of it in each colour."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
            painter, middle = _pen(self), QRectF(box).center()
            painter.drawPolyline([middle + QPointF(x, y) for x, y in ((-4, 0), (-1, 3), (4, -3))])


class Option(QRadioButton):
    """One of several, with the dot of it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            box = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self)
            painter = _pen(self)
            painter.setBrush(painter.pen().color())
            painter.drawEllipse(QRectF(box).center(), 2, 2)


class Form(QFormLayout):
    """Fields below each other, each with its name at the height of its line."""

    def addRow(self, *parts: Any) -> None:  # noqa: ANN401 - Qt takes a field, or its name and the field
        super().addRow(*parts)
        field = parts[-1]
        name = self.labelForField(field) if len(parts) > 1 else None
        if name is not None and isinstance(field, QLineEdit | QComboBox | QAbstractSpinBox):
            field.ensurePolished()
            name.setMinimumHeight(field.sizeHint().height())


def _pen(widget: QWidget) -> QPainter:
    """What draws a sign on a ground of the primary colour."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(widget.palette().color(QPalette.ColorRole.HighlightedText), 1.8))
    return painter


def card(*, role: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A framed surface and the layout to fill it with."""
    frame = QFrame()
    frame.setProperty("role", role)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
    layout.setSpacing(SMALL)
    return frame, layout


def empty_state(title: str, words: str, *buttons: QPushButton) -> QWidget:
    """What a list shows while it has nothing: what would be here, and the one thing to do about it."""
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
    layout.setSpacing(SMALL)
    for text, role in ((title, "section"), (words, "muted")):
        line = label(text, role)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.setMinimumWidth(50 * line.fontMetrics().averageCharWidth())
        layout.addWidget(line)
    for one in buttons:
        layout.addWidget(one, 0, Qt.AlignmentFlag.AlignCenter)
    return page


class Segments(QWidget):
    """Pages of one tab, as a row of buttons of which one is down. ``chosen`` carries its number."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self.group = QButtonGroup(self)
        for number, name in enumerate(names):
            one = button(name)
            one.setCheckable(True)
            one.setChecked(number == 0)
            self.group.addButton(one, number)
            row.addWidget(one)
        row.addStretch(1)
        self.group.idClicked.connect(self.chosen)


class Figure(QWidget):
    """A number or word that matters, with what it is beneath."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TINY)
        self.value = label("–", "title", wrap=False)
        layout.addWidget(self.value)
        layout.addWidget(label(caption, "muted", wrap=False))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_value(self, text: str, state: str = "") -> None:
        """Set the value; ``state`` is good, caution, bad, or nothing."""
        self.value.setText(text)
        set_role(self.value, state=state)


def figures(*parts: Figure) -> QHBoxLayout:
    """A line of figures."""
    row = QHBoxLayout()
    row.setSpacing(LARGE * 3)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take every widget out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def leave_off(one: QWidget | QAction, *, on: bool) -> None:
    """Of a part that is switched off, nothing can be pressed, and it says why."""
    if not on:
        one.setEnabled(False)
        one.setToolTip(said(SwitchedOff()))
