"""The trash: what is in it, since when and until when, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from nexus_desktop.models import wording
from nexus_desktop.models.retention_models import TRASH_DAYS
from nexus_desktop.ui.flow_row import FlowRow
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.lists import LineList
from nexus_desktop.ui.side_page import SidePage
from nexus_desktop.ui.table import exact
from nexus_desktop.ui.theme import LARGE, SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.verdict_card import look
from nexus_desktop.ui.widgets import button, label, plain_tip

if TYPE_CHECKING:
    from nexus_desktop.models.retention_models import TrashLine

Index = QModelIndex | QPersistentModelIndex
EMPTY = tr("The trash is empty. A saved analysis comes here when you press Delete on it in its list.")
KEPT = tr(
    "What is here is in no list, search, figure or comparison. You can look at it and put it back for {days} days; "
    "then it is deleted for good, and older backups with it."
)
NEVER = tr(
    "What is here is in no list, search, figure or comparison. You can look at it and put it back. Deletion is "
    "switched off, so nothing here is deleted by itself."
)
NO_NAME = tr("Condition not named")


def day_of(day: date) -> str:
    """A day as the lists write it."""
    return f"{day:%b} {day.day}, {day:%Y}"


def fate(line: TrashLine, *, emptied: bool) -> str:
    """What becomes of it."""
    if line.held:
        return tr("kept: case {reference} is on legal hold").format(reference=line.matter)
    if not emptied:
        return tr("not deleted by itself")
    return tr("deleted for good on {day}").format(day=day_of(line.goes_on))


class TrashModel(QAbstractListModel):
    """Rows of what is in the trash, the newest there first."""

    def __init__(self, theme: Theme, parent: QObject, *, emptied: bool) -> None:
        super().__init__(parent)
        self._theme, self._emptied = theme, emptied
        self.lines: tuple[TrashLine, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        one = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(one)
        if role == Qt.ItemDataRole.ToolTipRole:
            moved = tr("Moved here {when}").format(when=exact(one.trashed_at))
            return plain_tip(f"{self._words(one)}\n{moved}")
        if role == Qt.ItemDataRole.DecorationRole:
            name, role_of = look(one.line.strength, one.line.confidence, one.line.validation_status)
            return icon(name, getattr(self._theme.scheme, role_of))
        return None

    def _words(self, one: TrashLine) -> str:
        line = one.line
        verdict = f"{wording.STRENGTH[line.strength]}, {line.overall_score}"
        of_case = tr("case {reference}").format(reference=one.matter) if one.matter and not one.held else ""
        analyzed = tr("analyzed {day}").format(day=day_of(line.created_at.astimezone().date()))
        parts = (fate(one, emptied=self._emptied), of_case, verdict, analyzed)
        return f"{line.condition or NO_NAME}\n{' · '.join(part for part in parts if part)}"

    def show(self, lines: Sequence[TrashLine]) -> None:
        """Show exactly these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def line(self, index: Index) -> TrashLine | None:
        """What is in a row."""
        return self.lines[index.row()] if index.isValid() and index.row() < len(self.lines) else None


class TrashPage(SidePage):
    """``look_wanted`` and ``back_wanted`` carry the id of an analysis."""

    look_wanted = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, theme: Theme, *, emptied: bool) -> None:
        super().__init__(tr("Trash"))
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        layout.setSpacing(SMALL)
        layout.addWidget(label(tr("Trash"), "title", wrap=False))
        layout.addWidget(label(KEPT.format(days=TRASH_DAYS) if emptied else NEVER, "muted"))
        self.model = TrashModel(theme, self, emptied=emptied)
        self.list = LineList(theme, tr("Analyses in the trash"), EMPTY)
        self.list.setModel(self.model)
        self.list.activated.connect(self._look)
        self.list.selectionModel().currentChanged.connect(self._offer_back)
        layout.addWidget(self.list, 1)
        self.look = button(tr("Look at it"), tip=tr("Enter: read the analysis without putting it back"))
        self.look.clicked.connect(self._look)
        layout.addLayout(FlowRow(self.look))
        theme.changed.connect(self._repaint)
        self._repaint()
        self._offer_back()

    @property
    def chosen(self) -> TrashLine | None:
        """The row that is chosen."""
        return self.model.line(self.list.currentIndex())

    def show_lines(self, lines: Sequence[TrashLine]) -> None:
        """Show what is in it now, with the same row chosen, or the one that took its place."""
        row, chosen = self.list.currentIndex().row(), self.chosen
        self.model.show(lines)
        same = next((at for at, one in enumerate(lines) if chosen is not None and one.line.id == chosen.line.id), row)
        if lines:
            self.list.setCurrentIndex(self.model.index(min(max(same, 0), len(lines) - 1)))
        self._offer_back()

    @Slot()
    def _offer_back(self) -> None:
        self.look.setEnabled(self.chosen is not None)
        self.offer(tr("Put it back"), ready=self.chosen is not None)

    @Slot()
    def _look(self) -> None:
        if self.chosen is not None:
            self.look_wanted.emit(self.chosen.line.id)

    @Slot()
    def go_on(self) -> None:
        """Put back what is chosen."""
        if self.chosen is not None:
            self.back_wanted.emit(self.chosen.line.id)

    @Slot()
    def _repaint(self) -> None:
        self.look.setIcon(icon(Icon.KEEP, self._theme.scheme.text))
