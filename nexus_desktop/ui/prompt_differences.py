"""Two versions of a prompt side by side, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from nexus_desktop.models.prompt_models import ordered
from nexus_desktop.models.prompt_records import Change, DiffRow
from nexus_desktop.ui.icons import Icon, icon
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import table
from nexus_desktop.ui.theme import SMALL, Theme
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import Check, Choice, label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.prompt_review import PromptLine, PromptReview
    from nexus_desktop.ui.tasks import TaskRunner

SIGNS = {
    Change.SAME: ("", None, ""),
    Change.CHANGED: ("changed", Icon.PART, "caution"),
    Change.REMOVED: ("removed", Icon.NOT_APPLICABLE, "bad"),
    Change.ADDED: ("added", Icon.ADD, "good"),
}


class Differences(QWidget):
    """The chosen version on the right, the one to compare it with on the left."""

    def __init__(self, review: PromptReview, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._review, self._runner, self._theme = review, runner, theme
        self._line: PromptLine | None = None
        self._rows: list[DiffRow] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.earlier = Choice(tr("Version to compare with"))
        self.earlier.activated.connect(self._compare)
        self.only = Check(tr("Only what changed"))
        self.only.setChecked(True)
        self.only.toggled.connect(self._show_rows)
        self.counted = label("", "muted", wrap=False)
        row.addWidget(label(tr("Compare with"), "muted", wrap=False))
        row.addWidget(self.earlier)
        row.addWidget(self.only)
        row.addStretch(1)
        row.addWidget(self.counted)
        layout.addLayout(row)
        self.model: PagedModel[DiffRow] = PagedModel(
            [
                Column("", lambda one: SIGNS[one.change][0], icon=self._sign),
                Column(tr("Earlier"), lambda one: one.left or ""),
                Column(tr("This version"), lambda one: one.right or ""),
            ],
            None,
            self,
        )
        self.view = table(self.model, tr("Two versions side by side"), stretched=1)
        self.view.setProperty("role", "small")
        self.view.setWordWrap(True)
        self.view.setAlternatingRowColors(False)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        layout.addWidget(self.view, 1)

    def _sign(self, one: DiffRow) -> object:
        _, name, role = SIGNS[one.change]
        return icon(name, getattr(self._theme.scheme, role)) if name is not None else None

    def showEvent(self, event: QShowEvent) -> None:
        """Coming into view: compare what was chosen meanwhile."""
        super().showEvent(event)
        self._compare()

    def show_line(self, line: PromptLine, others: list[PromptLine]) -> None:
        """Compare a version with the one before it, or any other of its prompt."""
        self._line = line
        self.earlier.clear()
        for one in others:
            self.earlier.addItem(one.version, one.version)
        mine = ordered(line.version)
        place = next((n for n, one in enumerate(others) if ordered(one.version) < mine), 0)
        self.earlier.setCurrentIndex(place if others else -1)
        self.earlier.setEnabled(bool(others))
        self._compare()

    @Slot()
    def _compare(self) -> None:
        line, earlier = self._line, self.earlier.currentData()
        if line is None or earlier is None:
            self._show([])
            return
        if not self.isVisible():
            return  # looked up when it comes into view
        prompt_id, version = line.prompt_id, line.version

        def job(_progress: Progress, _cancelled: CancelFlag) -> list[DiffRow]:
            return self._review.differences(prompt_id, earlier, version)

        self._runner.run(job, self._show)

    def _show(self, rows: list[DiffRow]) -> None:
        self._rows = rows
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        different = [one for one in self._rows if one.change is not Change.SAME]
        self.model.show_rows(different if self.only.isChecked() else self._rows)
        lines = tr("1 line differs") if len(different) == 1 else tr("{count} lines differ").format(count=len(different))
        self.counted.setText(lines if self._rows else tr("No other version to compare with"))
