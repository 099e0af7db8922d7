"""The firm's rules as the text of their file, with the line of what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QFontDatabase, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from nexus_desktop.ui.compliance_fields import Message, tight
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from nexus_desktop.models.errors import ConfigurationInvalid

ABOUT = tr("The file of your firm's rules. The form writes the same file, and keeps no remarks.")
EXAMPLE = tr(r"""version: 1
rules:
- id: case-number
  pattern: '\bBVA-\d{4}\b'
  tag: CASE NUMBER
exceptions:
- id: our-office
  words: [Alder & Stone LLP]
  reason: our own name""")


class RuleText(QWidget):
    """``save_wanted`` carries the text, ``left`` nothing."""

    save_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        layout = QVBoxLayout(self)
        tight(layout)
        layout.setSpacing(MEDIUM)
        layout.addWidget(label(ABOUT, "muted"))
        self.message = Message()
        layout.addWidget(self.message)
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(tr("Text of the rules"))
        self.edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.edit.setPlaceholderText(EXAMPLE)
        self.edit.setTabChangesFocus(True)
        self.edit.textChanged.connect(self._unmark)
        self.edit.cursorPositionChanged.connect(self._say_line)
        layout.addWidget(self.edit, 1)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.place = label("", "muted", wrap=False)
        self.back, self.save = button(tr("Back to the list")), button(tr("Check and save"), primary=True)
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.edit.toPlainText()))
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.save)
        layout.addLayout(row)

    def show_text(self, text: str, problem: ConfigurationInvalid | None) -> None:
        """Show the file as it is."""
        self.edit.setPlainText(text)
        self.message.say("")
        if problem is not None:
            self.show_problem(problem)

    def show_problem(self, problem: ConfigurationInvalid) -> None:
        """Say what is wrong, and show its line."""
        self.message.fail(problem)
        block = self.edit.document().findBlockByNumber(max(0, problem.line - 1))
        if not block.isValid():
            block = self.edit.document().lastBlock()
        cursor = QTextCursor(block)
        self.edit.setTextCursor(cursor)
        self.edit.centerCursor()
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(QColor(self._theme.scheme.mark_ask))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.edit.setExtraSelections([mark])
        self.edit.setFocus()

    @Slot()
    def _unmark(self) -> None:
        self.edit.setExtraSelections([])

    @Slot()
    def _say_line(self) -> None:
        self.place.setText(tr("Line {block_number}").format(block_number=self.edit.textCursor().blockNumber() + 1))
