"""Two kept analyses side by side: what a revision mended, or a private opinion against a C&P exam."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from nexus_desktop.models.comparison_models import Comparison, Revision
from nexus_desktop.models.paper_models import Mode
from nexus_desktop.ui import compare_parts
from nexus_desktop.ui.scroll_pane import ScrollPane
from nexus_desktop.ui.side_page import SidePage
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.turns import Turns
from nexus_desktop.ui.widgets import Choice, button, clear, label

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.services.kept_comparisons import KeptComparison

MODES = {Mode.REVISION: tr("A letter and its revision"), Mode.REPORT: tr("Private opinion and C&P exam")}
SIDES = {Mode.REVISION: (tr("Before"), tr("After")), Mode.REPORT: (tr("Private opinion"), "C&P exam")}


class ComparePage(SidePage):
    """``again_wanted`` carries two ids and a Mode, ``open_wanted`` the id of one of the two, ``export_wanted`` the
    comparison in view."""

    again_wanted = Signal(str, str, object)
    open_wanted = Signal(str)
    export_wanted = Signal(object)

    def __init__(self, theme: Theme, authorities: Mapping[str, Authority]) -> None:
        super().__init__(tr("Comparison"))
        self._theme, self._authorities = theme, authorities
        self.shown: KeptComparison | None = None
        self.turns = Turns(self)
        self.offer(tr("Export comparison"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(LARGE, LARGE, LARGE, SMALL)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(label(tr("Comparison"), "title", wrap=False))
        row.addStretch(1)
        self.mode = Choice(tr("How the two are compared"))
        self.mode.setMinimumContentsLength(max(map(len, MODES.values())))
        for mode, words in MODES.items():
            self.mode.addItem(words, mode)
        self.mode.activated.connect(self._again)
        self.swap = button(tr("Swap sides"), tip=tr("The left one to the right"))
        self.swap.clicked.connect(self._swap)
        row.addWidget(self.mode)
        row.addWidget(self.swap)
        head.addLayout(row)
        layout.addLayout(head)
        self.area = ScrollPane(tr("Comparison"))
        layout.addWidget(self.area, 1)

    def show_comparison(self, shown: KeptComparison) -> None:
        """Show two analyses from the top."""
        self.shown = shown
        self.mode.setCurrentIndex(self.mode.findData(shown.mode))
        self.turns.drop()
        column = self.area.column
        clear(column)
        grid = compare_parts.two_columns(SIDES[shown.mode])
        compare_parts.add_heads(grid, self._theme, (shown.first, shown.second), self._open)
        column.addWidget(grid)
        found = shown.found
        if isinstance(found, Revision):
            pieces = compare_parts.revision_pieces(self._theme, found, column)
        else:
            pieces = self._comparison_pieces(found, column)
        self.turns.add(*pieces, lambda: column.addStretch(1))
        self.area.verticalScrollBar().setValue(0)

    def _comparison_pieces(self, found: Comparison, column: QVBoxLayout) -> list[compare_parts.Piece]:
        return compare_parts.comparison_pieces(self._theme, found, self._authorities, column)

    def _open(self, record: AnalysisRecord) -> None:
        self.open_wanted.emit(record.id)

    @Slot()
    def _again(self) -> None:
        if self.shown is not None and self.mode.currentData() != self.shown.mode:
            self.again_wanted.emit(*self.shown.ids, Mode(self.mode.currentData()))

    @Slot()
    def _swap(self) -> None:
        if self.shown is not None:
            first, second = self.shown.ids
            self.again_wanted.emit(second, first, self.shown.mode)

    def go_on(self) -> None:
        """Export it."""
        if self.shown is not None:
            self.export_wanted.emit(self.shown)
