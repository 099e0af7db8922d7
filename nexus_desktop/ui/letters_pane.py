"""The left pane: letters on the desk above, saved analyses below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.records import AnalysisLine
from nexus_desktop.ui.desk import DeskLetter, DeskModel, Stage
from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.lists import LineList
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme
from nexus_desktop.ui.verdict_card import STATES
from nexus_desktop.ui.widgets import button, label

NO_LETTERS = "No letter yet. Drop files anywhere here, or press “Add letters” (Ctrl+O)."
NOTHING_SAVED = "Nothing saved yet. Every analysis is kept here, encrypted, with what was removed left out."
SavedPage = Callable[[int, AnalysisLine | None], list[AnalysisLine]]


def saved_words(line: AnalysisLine) -> str:
    """What the list says of a saved analysis."""
    local = line.created_at.astimezone()
    verdict = f"{wording.STRENGTH[line.strength]}, {line.overall_score}"
    return f"{line.condition or 'Condition not named'}\n{verdict} · {local:%b} {local.day}, {local:%Y}"


class LettersPane(QWidget):
    """``letter_chosen`` carries a DeskLetter, ``saved_chosen`` the id of an analysis."""

    add_wanted = Signal()
    paste_wanted = Signal()
    letter_chosen = Signal(object)
    saved_chosen = Signal(str)
    retry_wanted = Signal(object)
    next_wanted = Signal(object)
    off_wanted = Signal(object)

    def __init__(self, theme: Theme, saved_page: SavedPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(SMALL)
        self.add = button("Add letters", tip="Ctrl+O; or drop files anywhere here")
        self.paste = button("Paste", tip="Ctrl+Shift+V: the text on the clipboard as a letter")
        self.add.clicked.connect(self.add_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        layout.addLayout(FlowRow(self.add, self.paste))
        self._on_desk = QVBoxLayout()
        self._on_desk.addWidget(label("On the desk", "caption"))
        layout.addLayout(self._on_desk)
        self.desk = DeskModel(theme, self)
        self.desk_view = LineList(theme, "Letters on the desk", NO_LETTERS)
        self.desk_view.setModel(self.desk)
        self.desk_view.selectionModel().currentChanged.connect(self._desk_chosen)
        self.desk_view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.desk_view.customContextMenuRequested.connect(self._desk_menu)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.desk_view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._take_off)
        layout.addWidget(self.desk_view, 2)
        layout.addWidget(label("Saved analyses", "caption"))
        self.saved: PagedModel[AnalysisLine] = PagedModel(
            [Column("Analysis", saved_words, icon=self._icon)], saved_page, self
        )
        self.saved_view = LineList(theme, "Saved analyses", NOTHING_SAVED)
        self.saved_view.setModel(self.saved)
        self.saved_view.clicked.connect(self._saved_chosen)
        self.saved_view.activated.connect(self._saved_chosen)
        layout.addWidget(self.saved_view, 3)
        theme.changed.connect(self._repaint_icons)
        self._repaint_icons()

    def _icon(self, line: AnalysisLine) -> QIcon:
        name, role = STATES[line.strength]
        return icon(name, getattr(self._theme.scheme, role))

    @Slot()
    def _repaint_icons(self) -> None:
        self.add.setIcon(icon(Icon.ADD, self._theme.scheme.text))
        self.paste.setIcon(icon(Icon.PASTE, self._theme.scheme.text))

    @Slot(QModelIndex, QModelIndex)
    def _desk_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        letter = self.desk.letter(current)
        if letter is not None:
            self.saved_view.clearSelection()
            self.letter_chosen.emit(letter)

    @Slot(QModelIndex)
    def _saved_chosen(self, index: QModelIndex) -> None:
        line = self.saved.row(index)
        if line is not None:
            self.desk_view.setCurrentIndex(QModelIndex())
            self.saved_chosen.emit(line.id)

    def put_on_desk(self, letter: DeskLetter) -> None:
        """Add a letter and choose it."""
        self.desk_view.setCurrentIndex(self.desk.add(letter))

    def choose(self, letter: DeskLetter) -> None:
        """Bring a letter into view that is on the desk."""
        self.desk_view.setCurrentIndex(self.desk.index_of(letter))

    def show_strip(self, strip: QWidget) -> None:
        """Put how far the letters are read above them."""
        self._on_desk.addWidget(strip)

    @Slot()
    def _take_off(self) -> None:
        letter = self.desk.letter(self.desk_view.currentIndex())
        if letter is not None:
            self.off_wanted.emit(letter)

    @Slot(QPoint)
    def _desk_menu(self, place: QPoint) -> None:
        letter = self.desk.letter(self.desk_view.indexAt(place))
        if letter is None:
            return
        menu = QMenu(self)
        if letter.stage is Stage.WAITING:
            menu.addAction("Read it &next", lambda: self.next_wanted.emit(letter))
        if letter.stage is Stage.FAILED:
            menu.addAction("&Try again", lambda: self.retry_wanted.emit(letter))
        words = "&Cancel reading" if letter.stage is Stage.READING else "Take &off the desk"
        menu.addAction(words, lambda: self.off_wanted.emit(letter)).setEnabled(letter.stage is not Stage.ANALYZING)
        menu.popup(self.desk_view.viewport().mapToGlobal(place))
