"""The trash for saved analyses: moved there, looked at, put back, and after thirty days deleted for good.

What is in it is in no list, search, figure or comparison, and does not go along with a matter to co-counsel. It stays
in the encrypted store and in backups until it is purged, as everything that is due is (services.retention).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.retention_models import TRASH_DAYS, PurgeCause, Purged, PurgeScope
from nexus_desktop.services.telling import tell_if_possible
from nexus_desktop.storage import repositories, trash

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.models.retention_models import TrashLine
    from nexus_desktop.services.retention import Retention
    from nexus_desktop.storage.store import Deed, Store


class Trash:
    """The use case, on an open store."""

    def __init__(self, store: Store, retention: Retention) -> None:
        self._store, self._retention = store, retention

    @property
    def is_emptied(self) -> bool:
        """Whether what is in it is deleted after its days: not where deletion is switched off."""
        return self._retention.enabled

    def put(self, analysis_ids: Iterable[str]) -> int:
        """Move saved analyses to the trash, all or none; how many went, for what is there already stays as it is.

        Raises RecordNotFound, ReviewCopy, store errors.
        """
        self._store.check_own()
        wanted = tuple(dict.fromkeys(analysis_ids))

        def work(deed: Deed) -> int:
            moved = 0
            for analysis_id in wanted:
                record = repositories.analysis(deed.session, analysis_id, from_trash=True)
                if record.trashed_at is None:
                    trash.put(deed.session, analysis_id, deed.at)
                    deed.tell(AuditAct.ANALYSIS_TRASHED, analysis_id, _told(record) | {"days": TRASH_DAYS})
                    moved += 1
            return moved

        return self._store.perform(work)

    def put_back(self, analysis_ids: Iterable[str]) -> int:
        """Put analyses back where they were, all or none; how many came, for what is not in there stays as it is.

        Raises RecordNotFound, AnalysisInvalid, ReviewCopy, store errors.
        """
        self._store.check_own()
        wanted = tuple(dict.fromkeys(analysis_ids))

        def work(deed: Deed) -> int:
            moved = 0
            for analysis_id in wanted:
                record = repositories.analysis(deed.session, analysis_id, from_trash=True)
                if record.trashed_at is not None:
                    trash.take_back(deed.session, analysis_id)
                    deed.tell(AuditAct.ANALYSIS_PUT_BACK, analysis_id, _told(record))
                    moved += 1
            return moved

        return self._store.perform(work)

    def listed(self) -> list[TrashLine]:
        """Everything in it, the newest there first."""
        with self._store.read() as session:
            return trash.listed(session)

    def count(self) -> int:
        """How many analyses are in it."""
        with self._store.read() as session:
            return trash.count(session)

    def show(self, analysis_id: str) -> AnalysisRecord:
        """An analysis, in the trash or not, and that it was looked at. Raises RecordNotFound, AnalysisInvalid."""
        record = self._store.analysis(analysis_id, from_trash=True)
        tell_if_possible(self._store, AuditAct.ANALYSIS_VIEWED, record.id, _told(record))
        return record

    def empty_if_due(self, progress: Progress, cancelled: CancelFlag) -> Purged | None:
        """Delete for good what was in it for its days and is on no legal hold; None where there is nothing to delete,
        or deletion is switched off. Raises what a purge does."""
        if not self.is_emptied:
            return None
        plan = self._retention.plan(PurgeScope(PurgeCause.TRASH))
        return self._retention.purge(plan, progress, cancelled) if plan.lines else None


def _told(record: AnalysisRecord) -> dict[str, str | int]:
    return {"correlation_id": record.correlation_id}
