"""The rows of the audit trail for a table, whether there are ten or ten million.

Entries are numbered without gaps, so the whole trail is a table at once: row and number belong together, and only the
pages that are looked at are read, each by its key. What a filter leaves has gaps, and grows page by page as it is
scrolled.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from nexus_desktop.models.audit_query import AuditFilter, AuditPlace
from nexus_desktop.ui.paged_model import Column, Index
from nexus_desktop.ui.table import ago, exact
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.services.audit_trail import AuditLine, AuditTrail

PAGE = 128
PAGES_KEPT = 48

COLUMNS: tuple[Column[AuditLine], ...] = (
    Column(tr("No."), lambda line: f"{line.seq:,}", number=True),
    Column(tr("When"), lambda line: ago(line.at, datetime.now(UTC)), tip=lambda line: exact(line.at)),
    Column(tr("Who"), lambda line: line.actor),
    Column(tr("What"), lambda line: line.act),
    Column(tr("Details"), lambda line: line.brief),
)

ALIGNMENTS = tuple(
    int((Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)
    for column in COLUMNS
)


class AuditModel(QAbstractTableModel):
    """Rows newest first. ``show`` says what of the trail; ``forget`` drops everything, as when the window is locked."""

    def __init__(self, trail: AuditTrail, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trail = trail
        self._wanted, self._filtered = AuditFilter(), False
        self._count = 0  # of the whole trail, where nothing is filtered
        self._pages: OrderedDict[int, list[AuditLine]] = OrderedDict()
        self._found: list[AuditLine] = []  # with a filter: what was read so far
        self._more = False

    @property
    def wanted(self) -> AuditFilter:
        """The filter in force."""
        return self._wanted

    def show(self, wanted: AuditFilter) -> None:
        """Show what meets a filter, from its newest entry on."""
        self.beginResetModel()
        self._clear()
        self._wanted, self._filtered = wanted, bool(wanted)
        if wanted:
            self._found = self._trail.page(PAGE, wanted)
            self._more = len(self._found) == PAGE
        else:
            self._count = self._trail.count()
        self.endResetModel()

    def refresh(self) -> None:
        """Take in what was told since; rows that are there stay where they are for whoever looks at them."""
        if self._filtered:
            self.show(self._wanted)
            return
        newer = self._trail.count() - self._count
        if newer > 0:
            self.beginInsertRows(QModelIndex(), 0, newer - 1)
            self._count += newer
            self._pages.pop((self._count - newer) // PAGE, None)  # the page that was not full
            self.endInsertRows()

    def forget(self) -> None:
        """Drop every row."""
        self.beginResetModel()
        self._clear()
        self.endResetModel()

    def line(self, row: int) -> AuditLine | None:
        """The entry in a row."""
        if self._filtered:
            return self._found[row] if 0 <= row < len(self._found) else None
        if not 0 <= row < self._count:
            return None
        seq = self._count - row
        page = self._page((seq - 1) // PAGE)
        place = page[0].seq - seq if page else -1
        return page[place] if 0 <= place < len(page) else None

    def _page(self, number: int) -> list[AuditLine]:
        """Entries ``number * PAGE + 1`` to ``(number + 1) * PAGE``, newest first."""
        page = self._pages.get(number)
        if page is None:
            last = min((number + 1) * PAGE, self._count)
            page = self._trail.page(last - number * PAGE, after=AuditPlace(last + 1, ""))
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    def _clear(self) -> None:
        self._count, self._more = 0, False
        self._pages.clear()
        self._found.clear()

    # --- what Qt asks --------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        if parent.isValid():
            return 0
        return len(self._found) if self._filtered else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        return ALIGNMENTS[section] if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNMENTS[index.column()] if index.isValid() else None
        if role != Qt.ItemDataRole.DisplayRole and role != Qt.ItemDataRole.ToolTipRole:
            return None  # first: Qt asks for seven roles a cell, a thousand times a screen
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = COLUMNS[index.column()]
        return column.tip(line) if role == Qt.ItemDataRole.ToolTipRole and column.tip else column.text(line)

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002 - Qt's own signature
        if not self._more:
            return
        self._more = False  # Qt calls in again while rows are being inserted
        batch = self._trail.page(PAGE, self._wanted, self._found[-1].place)
        if batch:
            first = len(self._found)
            self.beginInsertRows(QModelIndex(), first, first + len(batch) - 1)
            self._found.extend(batch)
            self.endInsertRows()
        self._more = len(batch) == PAGE
