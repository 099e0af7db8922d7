"""Tables as all tabs show them: whole rows, no grid, numbers to the right, room for long columns."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

ROW_HEIGHT = 28


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
    header.setResizeContentsPrecision(100)  # rows; the default looks at visible ones, and a hidden tab has none
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
        return "just now"
    for size, unit in ((86400 * 30, ""), (86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            if not unit:
                return f"{moment.astimezone():%Y-%m-%d}"
            count = int(seconds // size)
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"
