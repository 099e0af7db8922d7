"""A letter to read: serif, wide spacing, a column of comfortable width, with marks behind the words.

A letter of fifty pages has 150,000 characters and a thousand marks. Its text is put in piece by piece while the window
stays awake, and only the marks in and near the visible part are painted: all of either at once takes 50 ms and more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from nexus_desktop.ui.letter_text import LetterText, changed_part
from nexus_desktop.ui.marks import Mark, format_of, words_of
from nexus_desktop.ui.theme import LARGE, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.turns import Turns

COLUMN_CHARACTERS = 80
LINE_HEIGHT = 150  # percent
PIECE = 6_000  # characters put in at a time; about 1 ms, and more than any screen shows
BETWEEN = 4  # milliseconds between pieces, for everything else
AT_ONCE = 30_000  # characters whose lines are broken anew with every size; those of fifty pages take 20 ms
Tip = Callable[[int], str]


def no_tip(_index: int) -> str:
    """Nothing is said of a mark."""
    return ""


class LetterView(QTextEdit):
    """Shows plain text only, whatever it holds. ``mark_clicked`` and ``mark_entered`` give the index of a mark."""

    mark_clicked = Signal(int)
    mark_entered = Signal()  # the Enter key
    scrolled = Signal()
    filled = Signal()

    def __init__(self, theme: Theme, name: str = tr("Letter text"), turns: Turns | None = None) -> None:
        """``turns`` are shared with views beside this one, so that never two of them break their lines at once."""
        super().__init__()
        self._turns = turns if turns is not None else Turns(self)
        self._theme = theme
        self._text = LetterText()
        self._filled = 0  # characters put in so far
        self._marks: list[Mark] = []
        self._tip: Tip = no_tip
        self._current: int | None = None
        self._painted: tuple[int, int] | None = None  # characters, as far as marks are painted
        self._wanted: tuple[int, int | None] | None = None  # a place to go to once it is there
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self._fill)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)  # what breaks where is said by _break_lines
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._was_scrolled)
        theme.changed.connect(self._restyle)
        self._restyle()

    # --- text ---------------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The whole text, also where the rest of it is still being put in."""
        return self._text.text

    def show_text(self, text: str) -> None:
        """Show another text from its top, without marks. Newlines must be ``\\n``."""
        self._marks, self._current, self._wanted = [], None, None
        self._text, self._filled = LetterText(text), 0
        self.setExtraSelections([])
        self.clear()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(self.document()).setBlockFormat(spacing)  # every further block takes it over
        self._fill()

    def change_text(self, text: str) -> None:
        """Show another version of the text and stay where the reader is."""
        if self._filled < len(self.text) or not self.text:
            self.show_text(text)
            return
        start, old_end, new_end = changed_part(self.text, text)
        place, offset = self.top()
        if new_end - start > PIECE:
            self.show_text(text)
        else:
            cursor = self._cursor(start, old_end)
            self._text = LetterText(text)
            cursor.insertText(text[start:new_end])
            self._filled = len(text)
        self.put_on_top(place if place < old_end else place + new_end - old_end, offset)

    @Slot()
    def _fill(self) -> None:
        piece = self.text[self._filled : self._filled + PIECE]
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(piece)
        self._filled += len(piece)
        if self._wanted is not None and self._filled > self._wanted[0]:
            (place, offset), self._wanted = self._wanted, None
            self._go(place, offset)
        self._paint_marks()
        if self._filled < len(self.text):
            self._more.start(BETWEEN)
        else:
            self.filled.emit()

    def selected(self) -> tuple[int, int]:
        """The selection in characters of the text; equal ends where nothing is selected."""
        cursor = self.textCursor()
        return self._text.characters(cursor.selectionStart()), self._text.characters(cursor.selectionEnd())

    def _cursor(self, start: int, end: int | None = None) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._text.units(min(start, self._filled)))
        if end is not None:
            cursor.setPosition(self._text.units(min(end, self._filled)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # --- marks --------------------------------------------------------------------------------------------------

    @property
    def marks(self) -> Sequence[Mark]:
        """Every mark, painted or not."""
        return self._marks

    def show_marks(
        self, marks: Sequence[Mark], current: int | None = None, *, reveal: bool = True, tip: Tip = no_tip
    ) -> None:
        """Put marks behind the words; ``current`` is the index of the one in question, and is brought into view.

        ``tip`` gives what hovering the mark of an index says, and holds no letter text.
        """
        self._marks, self._current, self._painted, self._tip = list(marks), current, None, tip
        if current is not None and reveal:
            self.reveal(self._marks[current].start)
        self._paint_marks()

    def reveal(self, start: int) -> None:
        """Bring a place into view without selecting it, with some lines around it; later, if it is not there yet."""
        self._go(start, None)

    def visible(self) -> tuple[int, int]:
        """The characters in view, end exclusive."""
        area = self.viewport().rect()
        first = self.cursorForPosition(area.topLeft()).position()
        last = self.cursorForPosition(area.bottomRight()).position()
        return self._text.characters(first), self._text.characters(last) + 1

    def _paint_marks(self) -> None:
        """Paint what is in view, and one view before and after it; nothing, while the reader stays inside that."""
        first, end = self.visible()
        if self._painted is not None and self._painted[0] <= first and end <= self._painted[1]:
            return
        margin = end - first
        first, end = max(0, first - margin), min(self._filled, end + margin)
        self._painted = (first, end)
        selections = []
        for index, mark in enumerate(self._marks):
            if mark.end <= first or mark.start >= end:
                continue
            style = format_of(self._theme.scheme, mark.kind, current=index == self._current)
            for start, stop in words_of(self.text, mark):
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._cursor(start, stop)
                selection.format = style
                selections.append(selection)
        self.setExtraSelections(selections)

    def mark_at(self, place: QPoint) -> int | None:
        """The index of the shortest mark under a point of the viewport."""
        unit = self.cursorForPosition(place).position()
        if not self.cursorRect(self._cursor(self._text.characters(unit))).adjusted(-LARGE, 0, LARGE, 0).contains(place):
            return None  # beside or below the text
        at = self._text.characters(unit)
        under = [
            (mark.end - mark.start, index) for index, mark in enumerate(self._marks) if mark.start <= at < mark.end
        ]
        return min(under)[1] if under else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection() or event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.mark_at(event.position().toPoint())
        if index is not None:
            self.mark_clicked.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.mark_entered.emit()
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.mark_at(event.pos())
            QToolTip.showText(event.globalPos(), self._tip(index) if index is not None else "", self)
            return True
        return super().viewportEvent(event)

    # --- moving -------------------------------------------------------------------------------------------------

    def top(self) -> tuple[int, int]:
        """The character at the top left of the view, and how far its line stands below the edge, in pixels."""
        cursor = self.cursorForPosition(QPoint(0, 0))
        return self._text.characters(cursor.position()), self.cursorRect(cursor).top()

    def put_on_top(self, place: int, offset: int = 0) -> None:
        """Scroll so that the line of a character stands ``offset`` pixels below the upper edge."""
        self._go(place, offset)

    def _go(self, place: int, offset: int | None) -> None:
        if place >= self._filled and self._filled < len(self.text):
            self._wanted = (place, offset)
            return
        cursor, bar = self._cursor(place), self.verticalScrollBar()
        if offset is not None:
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - offset)
            return
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        line, height = self.cursorRect(cursor), self.viewport().height()
        margin = height // 4
        if line.bottom() > height - margin:
            bar.setValue(bar.value() + line.bottom() - (height - margin))
        elif line.top() < margin:
            bar.setValue(bar.value() - (margin - line.top()))

    @Slot()
    def _was_scrolled(self) -> None:
        self._paint_marks()
        self.scrolled.emit()

    # --- looks --------------------------------------------------------------------------------------------------

    @Slot()
    def _restyle(self) -> None:
        font: QFont = self._theme.letter_font()
        self.document().setDefaultFont(font)
        # The style sheet sets the size of all widgets; the size of the letter is its own.
        self.setStyleSheet(
            f"LetterView {{ font-family: '{font.family()}', serif; font-size: {font.pointSizeF():.1f}pt; }}"
        )
        self._centre()
        self._painted = None
        self._paint_marks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other line breaks, the same words in view: the ones in question, if they are, or those at the top."""
        if self._centre():
            return  # other margins have made another size, and that one was dealt with
        super().resizeEvent(event)
        if len(self.text) <= AT_ONCE:
            self._break_lines()
        else:
            self._turns.add(self._break_lines)
        self._paint_marks()

    def _break_lines(self) -> None:
        width = self.viewport().width()
        if width == self.lineWrapColumnOrWidth():
            return
        place, offset = self._anchor()
        self.setLineWrapColumnOrWidth(width)
        self.put_on_top(place, offset)
        self._painted = None
        self._paint_marks()

    def _anchor(self) -> tuple[int, int]:
        if self._current is not None:
            start = self._marks[self._current].start
            first, end = self.visible()
            if first <= start < end:
                return start, self.cursorRect(self._cursor(start)).top()
        return self.top()

    def _centre(self) -> bool:
        """Leave equal room at both sides of the column; whether that changed."""
        column = QFontMetrics(self._theme.letter_font()).averageCharWidth() * COLUMN_CHARACTERS
        side = max(LARGE, (self.width() - column) // 2)
        if self.viewportMargins().left() == side:
            return False
        self.setViewportMargins(side, LARGE, side, 0)
        return self.viewport().isVisible()
