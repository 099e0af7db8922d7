"""Going back to older tables, for a program of before an update: a verified backup, then the way down.

The window does not offer it: it would bring the tables forward again at its next start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.models.backup_models import BackupFile, BackupReason, StepBackPlan
from nexus_desktop.models.errors import WouldLose
from nexus_desktop.monitoring.structured_logger import Event, event
from nexus_desktop.storage import container, migrator, sqlcipher, step_back

if TYPE_CHECKING:
    from nexus_desktop.models.audit_chain import AuditHead
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.backups import Backups
    from nexus_desktop.storage.store import Opened, Store


class StepBack:
    """The use case, on an open store."""

    def __init__(self, store: Store, backups: Backups) -> None:
        self._store, self._backups = store, backups

    @property
    def version(self) -> str:
        """The version of the tables of this program."""
        return sqlcipher.HEAD

    def versions(self) -> tuple[str, ...]:
        """The versions that it can go back to, newest first."""
        return migrator.older_revisions()

    def plan(self, target: str, progress: Progress, cancelled: CancelFlag) -> StepBackPlan:
        """What going back would lose. Changes nothing. Raises VersionUnknown, NoWayBack, ReviewCopy, DiskFull."""
        self._store.check_own()
        with self._store.use() as opened:
            return step_back.plan(self._store.files, opened, target, progress, cancelled)

    def go(self, target: str, losing: int, progress: Progress, cancelled: CancelFlag) -> BackupFile:
        """Make a verified backup and go back, where exactly so many rows as ``losing`` are lost by it. The store is
        locked then. Until the last step nothing is changed; that is one transaction.

        Raises WouldLose, StoreInUse, and what ``plan`` and a backup raise.
        """
        self._store.check_own()
        made: list[BackupFile] = []

        def change(opened: Opened) -> AuditHead:
            wanted = step_back.plan(self._store.files, opened, target, progress, cancelled)
            if wanted.rows != losing:
                raise WouldLose(rows=wanted.rows)
            made.append(self._backups.make(BackupReason.MIGRATION, progress, cancelled))
            digest = container.sha256_of(made[0].path)
            return step_back.take(opened, wanted, self._store.clock(), {"backup_sha256": digest})

        self._store.step_back(change)
        event(Event.STORE_STEPPED_BACK)
        return made[0]
