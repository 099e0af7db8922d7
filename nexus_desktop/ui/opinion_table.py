"""The opinion map: every opinion the letter states, whoever holds it, as a table of one row each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Certainty, Polarity, StatedOpinion
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import SIZES, SMALL, TINY
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

Index = QModelIndex | QPersistentModelIndex
HEADINGS = (tr("Whose"), tr("About"), tr("Says"), tr("Standard"), tr("Form"))
SHARES = (18, 25, 20, 22, 15)  # of the width
MOST_ROWS = 8  # in view at once


def cells(one: StatedOpinion) -> tuple[str, ...]:
    """Holder, condition, direction, standard, own or quoted: as words."""
    says = wording.POLARITY[one.polarity]
    if one.withheld:
        says = tr("withheld")
    elif one.leaning is not Polarity.NONE:
        says = tr("{says}, leans {polarity}").format(says=says, polarity=wording.POLARITY[one.leaning])
    form = tr("quoted") if one.quoted else tr("own words")
    if one.certainty is Certainty.LOW:
        form = tr("{form}, read with low certainty").format(form=form)
    holder = wording.HOLDER[one.holder]
    return (
        holder[0].upper() + holder[1:],
        one.condition or tr("not named"),
        says,
        wording.STANDARD[one.standard],
        form,
    )


class OpinionModel(QAbstractTableModel):
    """Rows of stated opinions, in the order of the result."""

    def __init__(self, opinions: Sequence[StatedOpinion], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opinions = tuple(opinions)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.opinions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        one = self.opinions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells(one)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            note = f"\n{one.note}" if one.note else ""
            return plain_tip(f"{'; '.join(cells(one))}\n“{' '.join(one.evidence.quote.split())}”{note}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class OpinionTable(QWidget):
    """The table of a result. ``quoted`` carries the evidence of a row that was pressed or entered."""

    quoted = Signal(object)

    def __init__(self, opinions: Sequence[StatedOpinion]) -> None:
        super().__init__()
        self.model = OpinionModel(opinions, self)
        self.view = table(self.model, tr("Opinions found"), stretched=1)
        self.view.setProperty("role", "small")
        self.view.setWordWrap(True)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        line = round(self.view.fontMetrics().height() * SIZES["caption"])
        rows = self.view.verticalHeader()
        rows.setDefaultSectionSize(3 * line + SMALL)
        self.view.clicked.connect(self._quote)
        self.view.activated.connect(self._quote)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header, width = self.view.horizontalHeader(), self.view.viewport().width()
        for column, share in enumerate(SHARES):
            header.resizeSection(column, width * share // sum(SHARES))
        if self.model.rowCount() <= MOST_ROWS:  # more of them scroll, at one height
            self.view.resizeRowsToContents()
        self.view.setFixedHeight(self._height())

    def _height(self) -> int:
        """All rows, up to ``MOST_ROWS`` of them."""
        rows = self.view.verticalHeader()
        shown = range(min(MOST_ROWS, self.model.rowCount()))
        inside = sum(rows.sectionSize(row) for row in shown)
        return self.view.horizontalHeader().sizeHint().height() + inside + 2 * self.view.frameWidth() + TINY

    @Slot(QModelIndex)
    def _quote(self, index: QModelIndex) -> None:
        self.quoted.emit(self.model.opinions[index.row()].evidence)

    def select(self, number: int) -> None:
        """Mark one opinion as resting on the words marked in the letter."""
        self.view.selectRow(number)
