"""Who did what to a prompt, as the audit trail tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import exact, table
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.services.prompt_review import ToldChange


class HistoryTable(QObject):
    """The model of the changes, and the view of it."""

    def __init__(self) -> None:
        super().__init__()
        self.model: PagedModel[ToldChange] = PagedModel(
            [
                Column(tr("When"), lambda one: exact(one.at)),
                Column(tr("Version"), lambda one: one.version),
                Column(tr("What"), lambda one: one.change),
                Column(tr("By"), lambda one: one.by),
                Column(tr("Reason"), lambda one: one.reason),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("History of the prompt"), stretched=4)
