"""Everything that can be done with the letter in view, by key and in the menu."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence


class Mode(StrEnum):
    """What the letter in view allows."""

    NOTHING = "nothing"
    REVIEW = "review"
    RESULT = "result"


class LetterActions(QObject):
    """Actions with their keys. One letter keys work while no text is typed, and only in their mode."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        redo = [*QKeySequence.keyBindings(QKeySequence.StandardKey.Redo), QKeySequence("Ctrl+Shift+Z")]
        self.next = self._make("&Next item", "F8", "N")
        self.previous = self._make("&Previous item", "Shift+F8", "P")
        self.next_undecided = self._make("Next item to &decide", "F7")
        self.remove = self._make("&Remove", "R")
        self.keep = self._make("&Keep", "K")
        self.remove_like = self._make("Remove &all like this", "Shift+R")
        self.keep_like = self._make("Keep all &like this", "Shift+K")
        self.mark = self._make("Remove the &selection", "Ctrl+R")
        self.undo = self._make("&Undo", *QKeySequence.keyBindings(QKeySequence.StandardKey.Undo))
        self.redo = self._make("R&edo", *dict.fromkeys(one.toString() for one in redo))
        self.original = self._make("&Original", "Alt+1")
        self.redacted = self._make("Re&dacted", "Alt+2")
        self.both = self._make("Side by &side", "Alt+3")
        self.page = self._make("Pa&ge beside the text", "Alt+4")
        self.step = self._make("&Go on", "Ctrl+Return", "Ctrl+Enter")
        self._in_review = (
            self.next_undecided,
            self.remove,
            self.keep,
            self.remove_like,
            self.keep_like,
            self.mark,
            self.undo,
            self.redo,
        )
        self._with_letter = (self.next, self.previous, self.original, self.redacted, self.both, self.page)
        self.allow(Mode.NOTHING)

    def _make(self, words: str, *keys: QKeySequence | str) -> QAction:
        action = QAction(words, self.parent())
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return action

    def menu(self) -> list[QAction | None]:
        """In the order of the menu; None is a line."""
        return [
            self.step,
            None,
            self.next,
            self.previous,
            self.next_undecided,
            None,
            self.remove,
            self.keep,
            self.remove_like,
            self.keep_like,
            self.mark,
            None,
            self.undo,
            self.redo,
            None,
            self.original,
            self.redacted,
            self.both,
            self.page,
        ]

    def allow(self, mode: Mode) -> None:
        """Switch on what makes sense now."""
        for action in self._in_review:
            action.setEnabled(mode is Mode.REVIEW)
        for action in self._with_letter:
            action.setEnabled(mode is not Mode.NOTHING)
