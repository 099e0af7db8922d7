"""Boxes to choose from and lines to type in, as the pages of the Compliance tab use them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from nexus_desktop.models.errors import ConfigurationInvalid, NexusError
from nexus_desktop.models.letter_models import Level
from nexus_desktop.ui.theme import MEDIUM, SMALL, set_role
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Choice, label

LEVELS = {level: level.value.capitalize() for level in Level}


def choice(name: str, offered: Iterable[tuple[str, StrEnum | None]]) -> QComboBox:
    """A box to choose from; what is chosen is its data."""
    box = Choice(name)
    for words, value in offered:
        box.addItem(words, value)
    return box


def choose(box: QComboBox, value: StrEnum | None) -> None:
    """Show one of the values."""
    for row in range(box.count()):
        if box.itemData(row) == value:
            box.setCurrentIndex(row)


def line(name: str, hint: str) -> QLineEdit:
    """A line to type in."""
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setPlaceholderText(hint)
    return edit


class Message(QFrame):
    """A bar inside the page that says what is wrong or what was done; hidden where there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self.words = label("")
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, words: str, *, bad: bool = False) -> None:
        """Show some words, or nothing."""
        self.words.setText(words)
        set_role(self, role="gate" if bad else "card")
        self.setVisible(bool(words))

    def fail(self, error: Exception) -> bool:
        """Show a failure that the person can mend here; False for any other, which belongs into the dialog."""
        if isinstance(error, ConfigurationInvalid):
            self.say(tr("Line {line}: {detail}").format(line=error.line, detail=error.detail), bad=True)
            return True
        if isinstance(error, NexusError) and error.code.startswith("rules."):
            self.say(f"{error.sentence} {error.next_step}", bad=True)
            return True
        return False


def tight(layout: QVBoxLayout | QHBoxLayout) -> None:
    """No margins, small gaps."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SMALL)
