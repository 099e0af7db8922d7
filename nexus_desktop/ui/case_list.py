"""The list of cases in the left pane: all letters first, then every matter with what is in it and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import plain_tip

if TYPE_CHECKING:
    from nexus_desktop.models.case_file import MatterLine
    from nexus_desktop.models.records import Matter
    from nexus_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
EVERYTHING = tr("All letters\nof every case, and of none")


def counted(count: int, one: str, several: str) -> str:
    """A number with its word."""
    return f"{count} {one if count == 1 else several}"


def standing(matter: Matter) -> str:
    """How a matter stands, in words; nothing where it is simply open."""
    words = [tr("on legal hold")] if matter.legal_hold else []
    if matter.closed_at is not None:
        words.append(tr("closed {closed_at:%Y-%m-%d}").format(closed_at=matter.closed_at.astimezone()))
    return ", ".join(words)


def case_words(line: MatterLine) -> str:
    """What the list says of a matter: its standing before its size, for that must not be cut away."""
    size = counted(line.letters, tr("letter"), tr("letters"))
    if line.analyses != line.letters:
        size = f"{size}, {counted(line.analyses, 'analysis', 'analyses')}"
    client = tr("client {client}").format(client=line.matter.client) if line.matter.client else ""
    parts = (standing(line.matter), size if line.analyses else tr("nothing in it yet"), client)
    return f"{line.matter.reference}\n{' · '.join(part for part in parts if part)}"


class CaseModel(QAbstractListModel):
    """The first row is everything; ``matter`` of it is None."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: tuple[MatterLine, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1 + len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        line = self.lines[index.row() - 1] if index.row() else None
        words = case_words(line) if line is not None else EVERYTHING
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(line)
        return None

    def _icon(self, line: MatterLine | None) -> Any:  # noqa: ANN401
        scheme = self._theme.scheme
        if line is None:
            return icon(Icon.EVERYTHING, scheme.info)
        if line.matter.legal_hold:
            return icon(Icon.HOLD, scheme.caution)
        return icon(Icon.CASE_CLOSED if line.matter.closed_at else Icon.CASE, scheme.info)

    def show(self, lines: Sequence[MatterLine]) -> None:
        """Show exactly these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def matter(self, index: Index) -> Matter | None:
        """The matter of a row; None for everything."""
        row = index.row() if index.isValid() else 0
        return self.lines[row - 1].matter if 0 < row <= len(self.lines) else None

    def row_of(self, matter_id: str | None) -> int:
        """The row of a matter; that of everything where it is not there."""
        return next((row for row, line in enumerate(self.lines, 1) if line.matter.id == matter_id), 0)
