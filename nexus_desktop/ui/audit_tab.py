"""The Audit tab: everything that was done, newest first, and whether the trail is whole."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nexus_desktop.models.audit_chain import ChainReport
from nexus_desktop.services.audit_trail import AuditLine, AuditTrail
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import ago, exact, table
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import LARGE, WIDE
from nexus_desktop.ui.widgets import Figure, button, card, figures, label


class AuditTab(QWidget):
    """``checked`` carries the outcome of a check."""

    checked = Signal(object)

    def __init__(self, trail: AuditTrail, runner: TaskRunner) -> None:
        super().__init__()
        self._trail, self._runner = trail, runner
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(LARGE)
        row = QHBoxLayout()
        self.entries, self.chain = Figure("entries"), Figure("audit trail")
        row.addLayout(figures(self.entries, self.chain), 1)
        self.check = button("Check now", tip="Walk the whole chain from its first entry")
        self.check.clicked.connect(self.verify)
        row.addWidget(self.check)
        layout.addLayout(row)
        self.model: PagedModel[AuditLine] = PagedModel(
            [
                Column("No.", lambda line: f"{line.seq:,}", number=True),
                Column("When", lambda line: ago(line.at, datetime.now(UTC)), tip=lambda line: exact(line.at)),
                Column("Who", lambda line: line.actor),
                Column("What", lambda line: line.act),
                Column("Details", lambda line: line.brief),
            ],
            lambda size, last: trail.page(size, after=last.place if last else None),
            self,
        )
        self.view = table(self.model, "Audit trail", stretched=4)
        self.view.selectionModel().currentRowChanged.connect(self._selected)
        layout.addWidget(self.view, 1)
        self.details, details = card()
        self.words = label("Choose an entry to see all of it.", "muted")
        details.addWidget(self.words)
        layout.addWidget(self.details)

    @Slot()
    def refresh(self) -> None:
        """Show the newest entries and check the chain."""
        self.model.reload()
        self.verify()

    @Slot()
    def verify(self) -> None:
        """Check the chain."""
        self.check.setEnabled(False)
        self._runner.run(lambda _progress, _cancelled: self._trail.check_recent(), self._verified, self._failed)

    def _verified(self, report: ChainReport) -> None:
        self.check.setEnabled(True)
        self.entries.show_value(f"{report.entries:,}")
        self.chain.show_value(
            "unbroken" if report.intact else f"broken at {report.broken_at}", "good" if report.intact else "bad"
        )
        self.chain.setToolTip(report.reason)
        self.checked.emit(report)

    def _failed(self, error: Exception) -> None:
        self.check.setEnabled(True)
        self._runner.failed.emit(error)

    @Slot(QModelIndex, QModelIndex)
    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = self.model.row(current)
        if line is not None:
            heading = f"{line.act}, {exact(line.at)}, by {line.actor}"
            self.words.setText("\n".join([heading, f"about: {line.object_id}", *line.told, f"seal: {line.mac}"]))
