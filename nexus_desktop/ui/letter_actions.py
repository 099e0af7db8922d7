"""Everything that can be done with the letter in view, by key and in the menu."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.ui.review_panel import ReviewPanel


class Mode(StrEnum):
    """What the letter in view allows."""

    NOTHING = "nothing"
    REVIEW = "review"
    RESULT = "result"
    TRASHED = "trashed"  # a result that is in the trash: it can be read
    PAGE = "page"  # of a case, a search, a comparison or the trash


class LetterActions(QObject):
    """Actions with their keys. One letter keys work while no text is typed, and only in their mode."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        redo = [*QKeySequence.keyBindings(QKeySequence.StandardKey.Redo), QKeySequence("Ctrl+Shift+Z")]
        self.next = self._make(tr("&Next item"), "F8", "N")
        self.previous = self._make(tr("&Previous item"), "Shift+F8", "P")
        self.next_undecided = self._make(tr("Next item to &decide"), "F7")
        self.remove = self._make(tr("&Remove"), "R")
        self.keep = self._make(tr("&Keep"), "K")
        self.remove_like = self._make(tr("Remove &all like this"), "Shift+R")
        self.keep_like = self._make(tr("Keep all &like this"), "Shift+K")
        self.remove_in_case = self._make(tr("Remove in all letters of the &case"), "Ctrl+Shift+R")
        self.keep_in_case = self._make(tr("Keep in all letters of the ca&se"), "Ctrl+Shift+K")
        self.mark = self._make(tr("Remove the &selection"), "Ctrl+R")
        self.undo = self._make(tr("&Undo"), *QKeySequence.keyBindings(QKeySequence.StandardKey.Undo))
        self.redo = self._make(tr("R&edo"), *dict.fromkeys(one.toString() for one in redo))
        self.original = self._make(tr("&Original"), "Alt+1")
        self.redacted = self._make(tr("Re&dacted"), "Alt+2")
        self.both = self._make(tr("Side by &side"), "Alt+3")
        self.page = self._make(tr("Pa&ge beside the text"), "Alt+4")
        self.step = self._make(tr("&Go on"), "Ctrl+Return", "Ctrl+Enter")
        self.search = self._make(tr("&Search everything"), "Ctrl+F")
        self.new_case = self._make(tr("&New case …"), "Ctrl+Shift+N")
        self.case = self._make(tr("&Details of the case"), "Ctrl+I")
        self.move = self._make(tr("&Move to a case …"), "Ctrl+M")
        self.compare = self._make(tr("&Compare with …"), "Ctrl+D")
        self.trash = self._make(tr("Move to the &trash"), "Ctrl+T")
        self.undo_trash = self._make(
            tr("&Undo moving to the trash"), *QKeySequence.keyBindings(QKeySequence.StandardKey.Undo)
        )
        self.show_trash = self._make(tr("Show the t&rash"), "Ctrl+Shift+T")
        self.back = self._make(tr("&Back to the letter"), "Esc", "Alt+Left")
        self._in_review = (
            self.next_undecided,
            self.remove,
            self.keep,
            self.remove_like,
            self.keep_like,
            self.remove_in_case,
            self.keep_in_case,
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
            self.remove_in_case,
            self.keep_in_case,
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

    def serve_review(self, review: ReviewPanel) -> None:
        """What the keys do in a review."""
        self.next_undecided.triggered.connect(review.next_to_decide)
        self.remove.triggered.connect(lambda: review.decide(True, False))
        self.keep.triggered.connect(lambda: review.decide(False, False))
        self.remove_like.triggered.connect(lambda: review.decide(True, True))
        self.keep_like.triggered.connect(lambda: review.decide(False, True))
        self.remove_in_case.triggered.connect(lambda: review.decide_in_case(True))
        self.keep_in_case.triggered.connect(lambda: review.decide_in_case(False))
        self.mark.triggered.connect(review.mark_selection)
        self.undo.triggered.connect(review.undo)
        self.redo.triggered.connect(review.redo)

    def case_menu(self) -> list[QAction | None]:
        """The menu of cases."""
        trash = [self.trash, self.undo_trash, self.show_trash]
        return [
            self.search, None, self.new_case, self.case, None, self.move, self.compare, None, *trash, None, self.back
        ]  # fmt: skip

    def allow(self, mode: Mode, *, can_undo_trash: bool = False) -> None:
        """Switch on what makes sense now. In a review undoing is of its decisions."""
        for action in self._in_review:
            action.setEnabled(mode is Mode.REVIEW)
        for action in self._with_letter:
            action.setEnabled(mode in (Mode.REVIEW, Mode.RESULT, Mode.TRASHED))
        for action in (self.move, self.compare):
            action.setEnabled(mode is Mode.RESULT)
        self.trash.setEnabled(mode not in (Mode.NOTHING, Mode.TRASHED))
        self.undo_trash.setEnabled(can_undo_trash and mode is not Mode.REVIEW)
        self.back.setEnabled(mode in (Mode.PAGE, Mode.TRASHED))
