"""What a screen reader says of its own accord: the item that came up, what a key did, the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def say(widget: QWidget, words: str) -> None:
    """Have words read out, after what is being read now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
