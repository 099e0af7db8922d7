"""How long analyses are kept, what would be deleted, and deleting it for good.

Nothing is deleted by itself but what a person moved to the trash (services.trash): of the rest the program shows what
is due, and a person decides. A purge takes the records out and
tells it in one transaction; then it writes the database file anew, empties its journal, makes a fresh backup, and
deletes the older ones. Where that second part is cut short the next start or purge does it. Copies that were taken
elsewhere, reports that were exported, and what a disk keeps of overwritten blocks are beyond its reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.models.errors import Cancelled, DatabaseBusy, NexusError, StoreInUse
from nexus_desktop.models.policy_models import NO_POLICY, Lock, PolicyInForce, PolicySetting
from nexus_desktop.models.retention_models import PurgeCause, Purged, PurgePlan, PurgeScope
from nexus_desktop.monitoring.structured_logger import Event, event, failure
from nexus_desktop.services.backups import Backups
from nexus_desktop.services.components import check_on
from nexus_desktop.storage import backup, restore, retention

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.backups import Backups
    from nexus_desktop.storage.store import Deed, Store


class Retention:
    """The use case, on an open store. Where it is not ``enabled`` nothing is deleted and no days are changed; what a
    purge of before left to be cleared still is."""

    def __init__(
        self, store: Store, backups: Backups, firm: PolicyInForce = NO_POLICY, *, enabled: bool = True
    ) -> None:
        self._store, self._backups, self._firm, self.enabled = store, backups, firm, enabled

    @property
    def lock(self) -> Lock | None:
        """Why the days cannot be changed; None where they can."""
        return self._firm.lock(PolicySetting.RETENTION_DAYS)

    def keep_days(self) -> int | None:
        """Days of the policy; None where everything is kept, as at first."""
        with self._store.read() as session:
            return retention.keep_days(session)

    def set_keep_days(self, days: int | None) -> None:
        """Change the policy. Raises ReviewCopy, LockedByFirm, SwitchedOff."""
        self.check_free()
        self._change(days)

    def check_free(self) -> None:
        """Raises LockedByFirm, SwitchedOff where the days cannot be changed."""
        check_on(on=self.enabled)
        self._firm.check_free(PolicySetting.RETENTION_DAYS)

    def follow_firm(self) -> None:
        """Put the days that the firm has fixed in force, told in the trail; a store that cannot be written says so in
        the log, and is asked again at the next start."""
        if self.lock is None:
            return
        try:
            kept = self.keep_days()
            if kept != self._firm.retention_days(kept):
                self._change(self._firm.retention_days(kept))
        except NexusError as error:
            failure(error)

    def _change(self, days: int | None) -> None:
        self._store.check_own()

        def work(deed: Deed) -> None:
            before = retention.keep_days(deed.session)
            retention.set_keep_days(deed.session, days)
            deed.tell(AuditAct.RETENTION_CHANGED, "policy", {"from_days": before, "to_days": days})

        self._store.perform(work)

    def plan(self, scope: PurgeScope) -> PurgePlan:
        """A dry run: what a purge would take now. Raises MatterNotFound."""
        files = self._store.files
        with self._store.read() as session:
            return retention.plan(
                session, scope, self._store.clock(), len(self._backups.listed()), len(restore.set_aside(files))
            )

    def due(self) -> PurgePlan:
        """What is due by age."""
        return self.plan(PurgeScope(PurgeCause.AGE))

    def purge(self, plan: PurgePlan, progress: Progress, cancelled: CancelFlag) -> Purged:
        """Delete for good what a plan names. Raises PlanChanged, OnLegalHold, ReviewCopy, SwitchedOff, and store
        errors.

        Once it is told it is done; where clearing files fails after that, ``clean`` is False and the reason is logged.
        """
        check_on(on=self.enabled)
        self._store.check_own()
        progress("Deleting records", 0.1)
        entry = self._store.perform(lambda deed: retention.purge(deed, plan))
        event(Event.RECORDS_PURGED, count=len(plan.lines), seq=entry)
        try:
            self.sweep(progress, cancelled)
        except (NexusError, Cancelled) as error:
            failure(error)
            return Purged(len(plan.lines), entry, clean=False)
        return Purged(len(plan.lines), entry, clean=True)

    def sweep_is_due(self) -> bool:
        """Whether a purge still has to be cleared out of file, journal and backups."""
        with self._store.read() as session:
            return retention.sweep_is_due(session)

    def sweep(self, progress: Progress, cancelled: CancelFlag) -> None:
        """Clear what a purge left. Raises StoreInUse, DatabaseBusy, DiskFull, BackupWriteFailed, Cancelled."""
        progress("Writing the database anew", 0.3)
        with self._store.alone() as opened:
            retention.rewrite(opened.database)
        progress("Making a fresh backup", 0.5)
        fresh = self._backups.make(BackupReason.PURGE, progress, cancelled)
        progress("Deleting older backups", 0.9)
        self._backups.delete_all_but(fresh, "purge")
        backup.delete(restore.set_aside(self._store.files))
        self._store.perform(lambda deed: retention.swept(deed.session))

    def sweep_if_due(self, progress: Progress, cancelled: CancelFlag) -> bool:
        """At a start: finish what was cut short; whether there was anything. Another user of the store puts it off."""
        if not self.sweep_is_due():
            return False
        try:
            self.sweep(progress, cancelled)
        except (StoreInUse, DatabaseBusy) as error:
            failure(error)
            return False
        return True
