"""The palette of commands: type a few letters of anything the program can do, and press Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from nexus_desktop.ui.commands import Command, sought
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import label

MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
NOTHING = tr("Nothing that can be done now fits these letters.")


class CommandPalette(QDialog):
    """``chosen`` is the command to be done once it has closed; None where none was chosen."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self.chosen: Command | None = None
        self.setWindowTitle(tr("Commands"))
        self.resize(680, 460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        layout.setSpacing(SMALL)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(tr("Search commands"))
        self.edit.setPlaceholderText(tr("Type a few letters: an action, a tab, a help page, the number of a case"))
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._filter)
        layout.addWidget(self.edit)
        self.model: PagedModel[Command] = PagedModel(
            [
                Column(tr("Command"), lambda one: one.words),
                Column(tr("Where"), lambda one: one.place),
                Column(tr("Keys"), lambda one: one.keys),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Commands"), stretched=0)
        self.view.horizontalHeader().hide()
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is typed goes on being typed
        self.view.clicked.connect(self._take)
        self.view.selectionModel().currentRowChanged.connect(self._say)
        layout.addWidget(self.view, 1)
        self.hint = label("", "caption")
        layout.addWidget(self.hint)
        self._filter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the line is typed in; Enter takes what is marked there."""
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in MOVES:
                QApplication.sendEvent(self.view, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _filter(self) -> None:
        found = sought(self._commands, self.edit.text())
        self.model.show_rows(found)
        if found:
            self.view.selectRow(0)
            self.view.scrollToTop()
        self.hint.setText(tr("Arrows choose, Enter does it, Esc leaves.") if found else NOTHING)

    @Slot(QModelIndex)
    def _say(self, current: QModelIndex) -> None:
        """Tell a screen reader what is marked: the focus stays in the line."""
        one = self.model.row(current)
        words = ", ".join(part for part in (one.words, one.place, one.keys) if part) if one is not None else NOTHING
        self.edit.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.edit, words))

    @Slot()
    def _take(self) -> None:
        self.chosen = self.model.row(self.view.currentIndex())
        if self.chosen is not None:
            self.accept()
