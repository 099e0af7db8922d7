"""Backups: made when asked or due, verified, rotated, and told in the trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.backup_models import BackupFile, BackupReason, BackupStatus
from nexus_desktop.monitoring.structured_logger import Event, event
from nexus_desktop.storage import backup

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.storage.store import Store


class Backups:
    """The use case, on an open store."""

    def __init__(self, store: Store, kept: backup.Kept, every_hours: int, *, scheduled: bool) -> None:
        self._store, self._kept, self._every_hours = store, kept, every_hours
        self._scheduled = scheduled

    def make(self, reason: BackupReason, progress: Progress, cancelled: CancelFlag) -> BackupFile:
        """Make and verify one, then let go of those that rotation does not keep.

        Raises DiskFull, BackupWriteFailed, BackupNotVerified, Cancelled.
        """
        with self._store.use() as opened:
            made, digest = backup.make(
                self._store.files, opened.database, reason, self._store.clock(), progress, cancelled, opened.audit
            )
        told: Body = {
            "reason": reason.value,
            "analyses": made.manifest.analyses,
            "entries": made.manifest.entries,
            "size": made.size,
            "sha256": digest,
        }
        self._store.tell(AuditAct.BACKUP_MADE, made.path.stem, told)
        event(Event.BACKUP_MADE, kind=reason.value, size=made.size)
        going = backup.superfluous(self.listed(), self._kept)
        self._delete([one for one in going if one.path != made.path], "rotation")  # whatever the clock says
        return made

    def make_if_due(self, progress: Progress, cancelled: CancelFlag) -> BackupFile | None:
        """The scheduled one, where it is switched on and its time has come."""
        if not self._scheduled or not self.status().due:
            return None
        return self.make(BackupReason.SCHEDULED, progress, cancelled)

    def delete_all_but(self, newest: BackupFile, reason: str) -> int:
        """Delete every other backup; how many were."""
        return self._delete([one for one in self.listed() if one.path != newest.path], reason)

    def _delete(self, going: list[BackupFile], reason: str) -> int:
        if not going:
            return 0
        count = backup.delete(one.path for one in going)
        self._store.tell(AuditAct.BACKUPS_DELETED, "backups", {"reason": reason, "count": count})
        return count

    def listed(self) -> list[BackupFile]:
        """Every whole backup in the folder, newest first."""
        return backup.listed(self._store.files.backups)

    def status(self) -> BackupStatus:
        """How things stand."""
        found = self.listed()
        due = backup.is_due(found, self._store.clock(), self._every_hours) and bool(
            self._store.count_analyses(with_trash=True)
        )
        newest = found[0].manifest.made_at if found else None
        return BackupStatus(newest, len(found), sum(one.size for one in found), due, self._store.files.backups)
