"""A table that fetches its rows page by page, so that a million of them open as fast as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
PAGE = 200


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its heading, what a cell says, the exact value on hover, and whether it is a number."""

    heading: str
    text: Callable[[Row], str]
    tip: Callable[[Row], str] | None = None
    number: bool = False
    icon: Callable[[Row], Any] | None = None


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Rows come from ``page(size, last_row)``, which gives those behind the last one, newest first.

    ``page`` reads an indexed page from the local store (about a millisecond), which is why it may run here.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        page: Callable[[int, Row | None], list[Row]] | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._page = columns, page
        self._rows: list[Row] = []
        self._more = False  # before the first ``reload``

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.DecorationRole and column.icon is not None:
            return column.icon(row)
        return None

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self._columns[column].number else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002 - Qt's own signature
        if not self._more or self._page is None:
            return
        self._more = False  # Qt calls in again while rows are being inserted
        batch = self._page(PAGE, self._rows[-1] if self._rows else None)
        if batch:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(batch) - 1)
            self._rows.extend(batch)
            self.endInsertRows()
        self._more = len(batch) == PAGE

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these rows."""
        self.beginResetModel()
        self._rows, self._more = list(rows), False
        self.endResetModel()

    def reload(self) -> None:
        """Forget the rows and fetch the first page again."""
        self.beginResetModel()
        self._rows = self._page(PAGE, None) if self._page is not None else []
        self._more = len(self._rows) == PAGE
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
