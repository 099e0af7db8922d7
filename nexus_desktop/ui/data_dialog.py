"""Backups, how long analyses are kept, and deleting for good: small, and with the figures that matter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from nexus_desktop.models.backup_models import BackupFile, BackupReason, BackupStatus
from nexus_desktop.models.errors import NexusError, SwitchedOff
from nexus_desktop.models.retention_models import LONGEST_DAYS, Purged, PurgeLine, PurgePlan
from nexus_desktop.ui.paged_model import Column, PagedModel
from nexus_desktop.ui.table import exact, table
from nexus_desktop.ui.theme import LARGE, MEDIUM, SMALL, WIDE, set_role
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import button, card, label, leave_off

if TYPE_CHECKING:
    from nexus_desktop.services.backups import Backups
    from nexus_desktop.services.retention import Retention
    from nexus_desktop.ui.tasks import TaskRunner

KEPT_WORDS = tr(
    "Letters outside a matter count from their analysis, those in a matter from the day it is closed. An open matter "
    "and one on legal hold lose nothing. Nothing is deleted by itself but what was in the trash for 30 days."
)


class DataDialog(QDialog):
    """``restore_wanted`` carries the backup that was chosen; ``purged`` after records were deleted for good."""

    restore_wanted = Signal(object)
    purged = Signal()

    def __init__(
        self, backups: Backups, retention: Retention, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._backups, self._retention, self._runner = backups, retention, runner
        self._plan: PurgePlan | None = None
        self.setWindowTitle(tr("Backups and retention"))
        self.resize(760, 640)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        layout.addWidget(self._backup_card())
        layout.addWidget(self._retention_card(), 1)
        self.problem = label("")
        layout.addWidget(self.problem)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout.addWidget(close)

    # --- backups ---------------------------------------------------------------------------------------------------

    def _backup_card(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(tr("Backups"), "section"))
        self.status = label("", "muted")
        inside.addWidget(self.status)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.back_up, self.restore = button(tr("Back up now")), button(tr("Restore a backup …"))
        self.back_up.clicked.connect(self._make)
        self.restore.clicked.connect(self._choose)
        row.addWidget(self.back_up)
        row.addWidget(self.restore)
        row.addStretch(1)
        inside.addLayout(row)
        return frame

    @Slot()
    def refresh(self) -> None:
        """How things stand."""
        backups, retention = self._backups, self._retention
        self._runner.run(lambda _p, _c: (backups.status(), retention.keep_days()), self._show, self._failed)

    def _show(self, got: tuple[BackupStatus, int | None]) -> None:
        status, days = got
        newest = (
            tr("The newest is of {newest}.").format(newest=exact(status.newest))
            if status.newest
            else tr("There is none yet.")
        )
        backups = tr("1 backup") if status.count == 1 else tr("{count} backups").format(count=status.count)
        size = f"{backups}, {status.size / 1e6:,.1f} MB, in {status.folder}." if status.count else ""
        self.status.setText(f"{newest} {size}".strip())
        self.days.setText(str(days or ""))

    @Slot()
    def _make(self) -> None:
        self.setEnabled(False)
        backups = self._backups
        self._runner.run(
            lambda progress, cancelled: backups.make(BackupReason.ASKED, progress, cancelled), self._made, self._failed
        )

    def _made(self, made: BackupFile) -> None:
        self._say(tr("Backup made and verified by opening it: {name}").format(name=made.path.name))

    @Slot()
    def _choose(self) -> None:
        folder = str(self._backups.status().folder)
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Restore a backup"), folder, tr("Backups (*.nexusbackup)"))
        if chosen:
            self.restore_wanted.emit(Path(chosen))

    # --- retention -------------------------------------------------------------------------------------------------

    def _retention_card(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(tr("How long analyses are kept"), "section"))
        inside.addWidget(label(KEPT_WORDS, "muted"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.days = QLineEdit()
        self.days.setValidator(QIntValidator(1, LONGEST_DAYS, self))
        self.days.setPlaceholderText(tr("everything is kept"))
        self.days.setAccessibleName(tr("Days analyses are kept"))
        self.keep, self.look = button(tr("Use this")), button(tr("Show what is due"))
        self.keep.clicked.connect(self._set_days)
        self.look.clicked.connect(self._look)
        lock = self._retention.lock
        for fixed in (self.days, self.keep):
            fixed.setEnabled(lock is None)
            fixed.setToolTip(lock.reason if lock else "")
        for part in (self.days, label(tr("days"), wrap=False), self.keep, self.look):
            row.addWidget(part)
        row.addStretch(1)
        inside.addLayout(row)
        if not self._retention.enabled:
            inside.addWidget(label(said(SwitchedOff()), "muted"))
        elif lock is not None:
            inside.addWidget(label(tr("Locked. {reason}").format(reason=lock.reason), "muted"))
        self.model: PagedModel[PurgeLine] = PagedModel(
            [
                Column(tr("Analyzed"), lambda line: f"{line.created_at.astimezone():%Y-%m-%d}"),
                Column(tr("Matter"), lambda line: line.matter or "–"),
                Column(tr("Condition"), lambda line: line.condition),
            ],
            None,
            self,
        )
        inside.addWidget(table(self.model, tr("What is due for deletion"), stretched=2), 1)
        self.outcome = label("", "muted")
        inside.addWidget(self.outcome)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.count = QLineEdit()
        self.count.setAccessibleName(tr("Number of analyses to delete"))
        self.count.setPlaceholderText(tr("Type their number to delete them"))
        self.count.setMinimumWidth(280)
        self.delete = button(tr("Delete for good"))
        self.delete.setEnabled(False)
        for part in (self.days, self.keep, self.look, self.count):
            leave_off(part, on=self._retention.enabled)
        self.count.textChanged.connect(self._count_typed)
        self.delete.clicked.connect(self._delete)
        row.addWidget(self.count)
        row.addWidget(self.delete)
        row.addStretch(1)
        inside.addLayout(row)
        return frame

    @Slot()
    def _set_days(self) -> None:
        self.setEnabled(False)
        retention, days = self._retention, int(self.days.text() or 0) or None
        self._runner.run(
            lambda _p, _c: retention.set_keep_days(days),
            lambda _nothing: self._say(tr("The policy is in force.")),
            self._failed,
        )

    @Slot()
    def _look(self) -> None:
        retention = self._retention
        self._runner.run(lambda _p, _c: retention.due(), self._show_plan, self._failed)

    def _show_plan(self, plan: PurgePlan) -> None:
        self._plan = plan
        self.model.show_rows(plan.lines)
        held = tr(" {held} more are on legal hold and stay.").format(held=plan.held) if plan.held else ""
        with_them = (
            tr(", with {backups} older backups that may hold them").format(backups=plan.backups)
            if plan.lines and plan.backups
            else ""
        )
        filed = (
            tr(" {case_files} closed cases lose what names their client.").format(case_files=plan.case_files)
            if plan.case_files
            else ""
        )
        self.outcome.setText(
            tr("{lines} analyses are due{with_them}.{filed}{held}").format(
                lines=len(plan.lines), with_them=with_them, filed=filed, held=held
            )
        )
        self.count.clear()

    @Slot()
    def _count_typed(self) -> None:
        plan = self._plan
        due = (len(plan.lines) or plan.case_files) if plan is not None else 0
        self.delete.setEnabled(due > 0 and self.count.text() == str(due))

    @Slot()
    def _delete(self) -> None:
        plan, retention = self._plan, self._retention
        if plan is None:
            return
        self.setEnabled(False)
        self._runner.run(
            lambda progress, cancelled: retention.purge(plan, progress, cancelled), self._deleted, self._failed
        )

    def _deleted(self, purged: Purged) -> None:
        rest = "" if purged.clean else tr(" Journal and older backups are cleared at the next start.")
        words = (
            tr("{analyses} analyses were deleted for good, told in entry {entry:,}.{rest}")
            if purged.analyses
            else tr("What named a client was deleted for good, told in entry {entry:,}.{rest}")
        )
        self._say(words.format(analyses=purged.analyses, entry=purged.entry, rest=rest))
        self._look()
        self.purged.emit()

    # --- saying ----------------------------------------------------------------------------------------------------

    def _say(self, words: str) -> None:
        self.setEnabled(True)
        self.problem.setText(words)
        set_role(self.problem, state="good")
        self.refresh()

    def _failed(self, error: Exception) -> None:
        known = error if isinstance(error, NexusError) else NexusError()
        self.setEnabled(True)
        self.problem.setText(f"{known.sentence} {known.next_step}")
        set_role(self.problem, state="bad")
