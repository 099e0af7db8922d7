"""Tables as all tabs show them: whole rows, no grid, numbers to the right, room for long columns."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

ROW_HEIGHT = 28
MEASURED_ROWS = 30
"""For how wide a column has to be: a screen of them. Qt's default measures visible ones, and a hidden tab has none."""
AGO = (
    (86400, tr("a day ago"), tr("{count} days ago")),
    (3600, tr("an hour ago"), tr("{count} hours ago")),
    (60, tr("a minute ago"), tr("{count} minutes ago")),
)


def table(model: QAbstractItemModel, name: str, stretched: int) -> QTableView:
    """A table on a model; the column ``stretched`` takes the room that is left."""
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, view.fontMetrics().height() + 12))
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setResizeContentsPrecision(MEASURED_ROWS)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    return view


def exact(moment: datetime) -> str:
    """A time in full, in this machine's zone."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M:%S %Z}"


def ago(moment: datetime, now: datetime) -> str:
    """How long ago, in the largest fitting unit."""
    seconds = (now - moment).total_seconds()
    if seconds < 60:
        return tr("just now")
    if seconds >= 86400 * 30:
        return f"{moment.astimezone():%Y-%m-%d}"
    for size, one, several in AGO:
        if seconds >= size:
            count = int(seconds // size)
            return one if count == 1 else several.format(count=count)
    return tr("just now")
