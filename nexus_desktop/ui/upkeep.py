"""What has to be done now and then while the window is open: the scheduled backup, the rest of a purge, emptying the
trash of what is due, the figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nexus_desktop.models.retention_models import TRASH_DAYS
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.backups import Backups
    from nexus_desktop.services.figures import Figures
    from nexus_desktop.services.retention import Retention
    from nexus_desktop.services.trash import Trash
    from nexus_desktop.ui.tasks import TaskRunner

EMPTIED = tr("Analyses deleted for good after {days} days in the trash: {count}.")
FIRST_MILLISECONDS, EVERY_MILLISECONDS = 60_000, 3_600_000
FIGURES_MILLISECONDS = 300_000
"""What a crash can cost of the figures by day."""


class Upkeep(QObject):
    """``said`` carries a line for the status bar, ``failed`` what went wrong; ``looked`` when all of it that was
    due is done."""

    said = Signal(str)
    looked = Signal()
    failed = Signal(object)

    def __init__(
        self,
        backups: Backups,
        retention: Retention,
        trash: Trash,
        figures: Figures,
        runner: TaskRunner,
        may_run: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._backups, self._retention, self._trash, self._figures = backups, retention, trash, figures
        self._runner, self._may_run = runner, may_run
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(FIRST_MILLISECONDS)
        self._counting = QTimer(self)
        self._counting.timeout.connect(self.keep_figures)
        self._counting.start(FIGURES_MILLISECONDS)

    @Slot()
    def look(self) -> None:
        """Do what is due; nothing while the window is locked or busy, for then the next look does it."""
        self._timer.setInterval(EVERY_MILLISECONDS)
        if self._may_run():
            self._runner.run(self._job, self._done, self.failed.emit)

    @Slot()
    def keep_figures(self) -> None:
        """Put what was counted into the store, so that a crash costs little of it."""
        if self._figures.fresh and self._may_run():
            self._runner.run(lambda _progress, _cancelled: self._figures.keep(), failed=self.failed.emit)

    def _job(self, progress: Progress, cancelled: CancelFlag) -> str:
        if self._retention.sweep_if_due(progress, cancelled):
            return tr("Deleted records are now gone from journal and backups too.")
        gone = self._trash.empty_if_due(progress, cancelled)
        if gone is not None:
            return EMPTIED.format(days=TRASH_DAYS, count=gone.analyses)
        made = self._backups.make_if_due(progress, cancelled)
        return "" if made is None else tr("Backup made and verified: {name}").format(name=made.path.name)

    def _done(self, words: str) -> None:
        if words:
            self.said.emit(words)
        self.looked.emit()
