"""The left pane: search, cases, letters on the desk, saved analyses of the case that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.records import AnalysisLine, Matter
from nexus_desktop.ui.case_list import CaseModel
from nexus_desktop.ui.desk import DeskLetter, DeskModel, Stage
from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.lists import LineList
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.theme import MEDIUM, SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.verdict_card import look
from nexus_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from nexus_desktop.models.case_file import MatterLine

NO_LETTERS = tr("No letter yet. Drop files or a folder anywhere here, or press “Add letters” (Ctrl+O).")
OPENING = tr("Opening what is kept here …")
NOTHING_SAVED = tr("Nothing saved yet. Every analysis is kept here, encrypted, with what was removed left out.")
SavedPage = Callable[[int, AnalysisLine | None, str | None], list[AnalysisLine]]


def saved_words(line: AnalysisLine) -> str:
    """What the list says of a saved analysis."""
    local = line.created_at.astimezone()
    doubt = tr(", in doubt") if wording.in_doubt(line.confidence, line.validation_status) else ""
    verdict = f"{wording.STRENGTH[line.strength]}, {line.overall_score}{doubt}"
    return f"{line.condition or 'Condition not named'}\n{verdict} · {local:%b} {local.day}, {local:%Y}"


class LettersPane(QWidget):
    """``letter_chosen`` carries a DeskLetter, ``saved_chosen`` the id of an analysis, ``search_wanted`` what was typed,
    ``case_wanted`` a Matter whose page is to be shown, ``case_chosen`` one that was chosen, ``trash_wanted`` an
    AnalysisLine that goes to the trash; ``trash_page_wanted`` when that is to be shown."""

    add_wanted = Signal()
    paste_wanted = Signal()
    letter_chosen = Signal(object)
    saved_chosen = Signal(str)
    search_wanted = Signal(str)
    new_case_wanted = Signal()
    case_wanted = Signal(object)
    case_chosen = Signal(object)
    retry_wanted = Signal(object)
    next_wanted = Signal(object)
    off_wanted = Signal(object)
    trash_wanted = Signal(object)
    trash_page_wanted = Signal()

    def __init__(self, theme: Theme, saved_page: SavedPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._saved_page = theme, saved_page
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(SMALL)
        self.add = button(tr("Add letters"), tip=tr("Ctrl+O; or drop files or a folder anywhere here"))
        self.paste = button(tr("Paste"), tip=tr("Ctrl+Shift+V: the text on the clipboard as a letter"))
        self.add.clicked.connect(self.add_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        layout.addLayout(FlowRow(self.add, self.paste))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search everything (Ctrl+F)"))
        self.search.setAccessibleName(tr("Search letters, findings and notes"))
        self.search.setToolTip(tr("Letters, findings and notes of every case (Ctrl+F)"))
        self.search.textEdited.connect(self.search_wanted)
        self.search.returnPressed.connect(lambda: self.search_wanted.emit(self.search.text()))
        layout.addWidget(self.search)
        self._cases(layout)
        self._on_desk = QVBoxLayout()
        self._on_desk.addWidget(label(tr("On the desk"), "caption"))
        layout.addLayout(self._on_desk)
        self.desk = DeskModel(theme, self)
        self.desk_view = LineList(theme, tr("Letters on the desk"), NO_LETTERS)
        self.desk_view.setModel(self.desk)
        self.desk_view.selectionModel().currentChanged.connect(self._desk_chosen)
        self.desk_view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.desk_view.customContextMenuRequested.connect(self._desk_menu)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.desk_view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._take_off)
        layout.addWidget(self.desk_view, 2)
        self._saved(layout)
        self.case_view.setCurrentIndex(self.cases.index(0))
        self.case_view.selectionModel().currentChanged.connect(self._case_chosen)
        self.open_case.setEnabled(False)
        theme.changed.connect(self._repaint_icons)
        self._repaint_icons()

    def _saved(self, layout: QVBoxLayout) -> None:
        self.saved_title = label(tr("Saved analyses"), "caption")
        self.trash = button(tr("Trash"), link=True, tip=tr("What was moved there, and the way back (Ctrl+Shift+T)"))
        self.trash.setProperty("small", "true")
        self.trash.clicked.connect(self.trash_page_wanted)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.saved_title, 1)
        row.addWidget(self.trash)
        layout.addLayout(row)
        self.saved: PagedModel[AnalysisLine] = PagedModel(
            [Column(tr("Analysis"), saved_words, icon=self._icon)], self._page, self
        )
        self.saved_view = LineList(self._theme, tr("Saved analyses"), OPENING)
        self.saved_view.setModel(self.saved)
        self.saved_view.clicked.connect(self._saved_chosen)
        self.saved_view.activated.connect(self._saved_chosen)
        self.saved_view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.saved_view.customContextMenuRequested.connect(self._saved_menu)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.saved_view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._trash_chosen)
        layout.addWidget(self.saved_view, 3)

    def _cases(self, layout: QVBoxLayout) -> None:
        self.new_case = button(tr("New case"), link=True, tip=tr("A case by your own file number (Ctrl+Shift+N)"))
        self.open_case = button(
            tr("Details"), link=True, tip=tr("Client, facts and notes of the case that is chosen (Ctrl+I)")
        )
        self.open_case.setAccessibleName(tr("Details of the case that is chosen"))
        for one in (self.new_case, self.open_case):
            one.setProperty("small", "true")
        self.new_case.clicked.connect(self.new_case_wanted)
        self.open_case.clicked.connect(self.show_case)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(label(tr("Cases"), "caption"), 1)
        row.addWidget(self.open_case)
        row.addWidget(self.new_case)
        layout.addLayout(row)
        self.cases = CaseModel(self._theme, self)
        self.case_view = LineList(self._theme, tr("Cases"), "")
        self.case_view.setModel(self.cases)
        self.case_view.activated.connect(self.show_case)
        layout.addWidget(self.case_view, 2)

    def _icon(self, line: AnalysisLine) -> QIcon:
        name, role = look(line.strength, line.confidence, line.validation_status)
        return icon(name, getattr(self._theme.scheme, role))

    @Slot()
    def _repaint_icons(self) -> None:
        self.add.setIcon(icon(Icon.ADD, self._theme.scheme.text))
        self.paste.setIcon(icon(Icon.PASTE, self._theme.scheme.text))
        self.trash.setIcon(icon(Icon.TRASH, self._theme.scheme.primary))

    # --- cases ------------------------------------------------------------------------------------------------------

    @property
    def matter(self) -> Matter | None:
        """The case that is chosen: new letters go into it."""
        return self.cases.matter(self.case_view.currentIndex())

    def show_cases(self, lines: Sequence[MatterLine], chosen: str | None = None) -> None:
        """Show the cases anew, with the same one chosen, or another."""
        matter = self.matter
        wanted = chosen or (matter.id if matter is not None else None)
        selection = self.case_view.selectionModel()
        selection.blockSignals(True)  # a reset takes the choice away, and would read the saved list twice
        self.cases.show(lines)
        selection.blockSignals(False)
        self.case_view.setCurrentIndex(self.cases.index(self.cases.row_of(wanted)))

    @Slot()
    def show_case(self) -> None:
        """Ask for the page of the case that is chosen."""
        if self.matter is not None:
            self.case_wanted.emit(self.matter)

    @Slot()
    def _case_chosen(self) -> None:
        matter = self.matter
        self.open_case.setEnabled(matter is not None)
        self.saved_title.setText(
            tr("Saved in {reference}").format(reference=matter.reference)
            if matter is not None
            else tr("Saved analyses")
        )
        self.saved.reload()
        self.saved_view.set_hint(NOTHING_SAVED)
        self.show_desk()
        if matter is not None:
            self.case_chosen.emit(matter)

    def show_desk(self) -> None:
        """Of the letters on the desk, those of the case that is chosen."""
        matter = self.matter
        for row in range(self.desk.rowCount()):
            letter = self.desk.letter(self.desk.index(row))
            other = (
                matter is not None and letter is not None and (letter.matter is None or letter.matter.id != matter.id)
            )
            self.desk_view.setRowHidden(row, other)

    def _page(self, limit: int, before: AnalysisLine | None) -> list[AnalysisLine]:
        matter = self.matter
        return self._saved_page(limit, before, matter.id if matter is not None else None)

    # --- letters ----------------------------------------------------------------------------------------------------

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
            self.leave_desk()
            self.saved_chosen.emit(line.id)

    @property
    def saved_in_hand(self) -> AnalysisLine | None:
        """The saved analysis that the keyboard is on; None while it is elsewhere."""
        return self.saved.row(self.saved_view.currentIndex()) if self.saved_view.hasFocus() else None

    def reload_saved(self) -> None:
        """Read the saved analyses anew, and stay at the same place in them."""
        row = self.saved_view.currentIndex().row()
        self.saved.reload()
        if row >= 0 and self.saved.rowCount():
            selection = self.saved_view.selectionModel()
            place = self.saved.index(min(row, self.saved.rowCount() - 1), 0)
            selection.setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)

    @Slot()
    def _trash_chosen(self) -> None:
        line = self.saved.row(self.saved_view.currentIndex())
        if line is not None:
            self.trash_wanted.emit(line)

    @Slot(QPoint)
    def _saved_menu(self, place: QPoint) -> None:
        menu = self.saved_menu(self.saved_view.indexAt(place))
        if menu is not None:
            menu.popup(self.saved_view.viewport().mapToGlobal(place))

    def saved_menu(self, index: QModelIndex) -> QMenu | None:
        """What can be done with a saved analysis."""
        line = self.saved.row(index)
        if line is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("&Open"), lambda: self._saved_chosen(index))
        move = menu.addAction(tr("Move to the &trash"), lambda: self.trash_wanted.emit(line))
        move.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        move.setShortcutVisibleInContextMenu(True)
        return menu

    def leave_desk(self) -> None:
        """No letter on the desk is in view."""
        self.desk_view.setCurrentIndex(QModelIndex())

    def put_on_desk(self, letter: DeskLetter) -> None:
        """Add a letter and choose it."""
        self.desk_view.setCurrentIndex(self.desk.add(letter))
        self.show_desk()

    def ask_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        self.search_wanted.emit(self.search.text())

    def choose(self, letter: DeskLetter) -> None:
        """Bring a letter into view that is on the desk."""
        self.desk_view.setCurrentIndex(self.desk.index_of(letter))
        self.show_desk()

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
            menu.addAction(tr("Read it &next"), lambda: self.next_wanted.emit(letter))
        if letter.stage is Stage.FAILED:
            menu.addAction(tr("&Try again"), lambda: self.retry_wanted.emit(letter))
        words = tr("&Cancel reading") if letter.stage is Stage.READING else tr("Take &off the desk")
        menu.addAction(words, lambda: self.off_wanted.emit(letter)).setEnabled(letter.stage is not Stage.ANALYZING)
        menu.popup(self.desk_view.viewport().mapToGlobal(place))
