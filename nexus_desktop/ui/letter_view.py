"""A letter to read: serif, wide spacing, a column of comfortable width, with marks behind the words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from nexus_desktop.ui.theme import LARGE, Theme

COLUMN_CHARACTERS = 80
LINE_HEIGHT = 150  # percent
LARGEST_SPACED = 300_000  # characters; wider spacing of more would hold up the window for over 50 ms


class MarkKind(StrEnum):
    """What a mark means; each has a ground and an underline of its own."""

    REDACT = "redact"
    ASK = "ask"
    KEPT = "kept"
    EVIDENCE = "evidence"
    TAG = "tag"  # what stands in place of an identifier


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text, in characters, end exclusive."""

    start: int
    end: int
    kind: MarkKind


_UNDERLINES = {
    MarkKind.REDACT: QTextCharFormat.UnderlineStyle.SingleUnderline,
    MarkKind.ASK: QTextCharFormat.UnderlineStyle.DotLine,
    MarkKind.KEPT: QTextCharFormat.UnderlineStyle.DashUnderline,
    MarkKind.EVIDENCE: QTextCharFormat.UnderlineStyle.DashDotLine,
    MarkKind.TAG: QTextCharFormat.UnderlineStyle.NoUnderline,
}


class LetterView(QTextEdit):
    """Shows plain text only, whatever it holds. ``mark_clicked`` gives the index of a mark."""

    mark_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._marks: list[Mark] = []
        self._current: int | None = None
        self._wide: list[int] = []  # places of characters that Qt counts twice
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAccessibleName("Letter text")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        theme.changed.connect(self._restyle)
        self._restyle()

    # --- text ---------------------------------------------------------------------------------------------------

    def show_text(self, text: str) -> None:
        """Show another text, without marks. Newlines must be ``\\n``."""
        self._marks, self._current = [], None
        self._text = text
        self._wide = [index for index, character in enumerate(text) if ord(character) > 0xFFFF] if text else []
        self.setPlainText(text)
        if len(text) <= LARGEST_SPACED:
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            spacing = QTextBlockFormat()
            spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(spacing)
        self.setExtraSelections([])

    def selected(self) -> tuple[int, int]:
        """The selection in characters of the text; equal ends where nothing is selected."""
        cursor = self.textCursor()
        return self._characters(cursor.selectionStart()), self._characters(cursor.selectionEnd())

    def _units(self, character: int) -> int:
        """Qt counts UTF-16 units: characters beyond U+FFFF count twice."""
        return character + bisect_right(self._wide, character - 1)

    def _characters(self, unit: int) -> int:
        low, high = 0, len(self._text)
        while low < high:
            middle = (low + high) // 2
            if self._units(middle) < unit:
                low = middle + 1
            else:
                high = middle
        return low

    # --- marks --------------------------------------------------------------------------------------------------

    def show_marks(self, marks: Sequence[Mark], current: int | None = None) -> None:
        """Put marks behind the words; ``current`` is outlined and brought into view."""
        self._marks, self._current = list(marks), current
        self._paint_marks()
        if current is not None:
            self.reveal(self._marks[current].start)

    def reveal(self, start: int) -> None:
        """Bring a place into view without selecting it, with some lines around it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units(start))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        place = self.cursorRect(cursor)
        margin = self.viewport().height() // 4
        bar = self.verticalScrollBar()
        if place.bottom() > self.viewport().height() - margin:
            bar.setValue(bar.value() + place.bottom() - (self.viewport().height() - margin))
        elif place.top() < margin:
            bar.setValue(bar.value() - (margin - place.top()))

    def _paint_marks(self) -> None:
        selections = []
        for index, mark in enumerate(self._marks):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._units(mark.start))
            cursor.setPosition(self._units(mark.end), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = self._format(mark.kind, index == self._current)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _format(self, kind: MarkKind, current: bool) -> QTextCharFormat:
        scheme = self._theme.scheme
        grounds = {
            MarkKind.REDACT: scheme.mark_redact,
            MarkKind.ASK: scheme.mark_ask,
            MarkKind.EVIDENCE: scheme.mark_evidence,
        }
        lines = {MarkKind.REDACT: scheme.caution, MarkKind.ASK: scheme.bad, MarkKind.EVIDENCE: scheme.good}
        style = QTextCharFormat()
        style.setUnderlineStyle(_UNDERLINES[kind])
        style.setUnderlineColor(QColor(lines.get(kind, scheme.muted)))
        if kind in grounds:
            style.setBackground(QColor(grounds[kind]))
        if kind is MarkKind.TAG:
            style.setForeground(QColor(scheme.info))
        if current:
            style.setBackground(QColor(scheme.primary))
            style.setForeground(QColor(scheme.on_primary))
        return style

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        place = self._characters(self.cursorForPosition(event.position().toPoint()).position())
        for index, mark in enumerate(self._marks):
            if mark.start <= place < mark.end:
                self.mark_clicked.emit(index)
                return

    # --- looks --------------------------------------------------------------------------------------------------

    @Slot()
    def _restyle(self) -> None:
        font: QFont = self._theme.letter_font()
        self.document().setDefaultFont(font)
        # The style sheet sets the size of all widgets; the size of the letter is its own.
        self.setStyleSheet(
            f"LetterView {{ font-family: '{font.family()}', serif; font-size: {font.pointSizeF():.1f}pt; }}"
        )
        self._paint_marks()
        self._centre()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _centre(self) -> None:
        column = QFontMetrics(self._theme.letter_font()).averageCharWidth() * COLUMN_CHARACTERS
        side = max(LARGE, (self.width() - column) // 2)
        self.setViewportMargins(side, LARGE, side, 0)
