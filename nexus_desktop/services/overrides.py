"""The attorney disagrees with a finding: a grade and a reason, kept beside the result and told in the trail.

The engine's result is never changed. The trail tells item and grades; the reason is in the encrypted store alone, and
holds no identifier: one that does is refused, because nobody reviews it afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from threading import Event
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.errors import OverrideNeedsReason, OverrideNeedsRewording, RecordNotFound
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.override_models import LONGEST_REASON, SHORTEST_REASON, Override, standing
from nexus_desktop.storage import overrides, repositories

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import Grade, ItemFinding
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.models.rubric_models import ItemId
    from nexus_desktop.services.workbench import Workbench
    from nexus_desktop.storage.store import Deed, Store

_SHORTEST_KNOWN = 3  # characters of a removed word that is looked for; shorter ones stand in too many words


class Overrides:
    """The use case, on an open store."""

    def __init__(self, store: Store, workbench: Workbench, actor: str) -> None:
        self._store, self._workbench, self._actor = store, workbench, actor

    def of(self, analysis_id: str) -> tuple[Override, ...]:
        """The disagreements that stand, in order of time."""
        with self._store.read() as session:
            told = overrides.told_of(session, [analysis_id])
        return tuple(sorted(standing(told).values(), key=lambda one: one.created_at))

    def disagree(
        self,
        analysis_id: str,
        item: ItemId,
        grade: Grade,
        phi_reason: str,
        client: ClientFields,
        removed: Iterable[str] = (),
    ) -> Override:
        """Grade an item otherwise. ``removed``: words that were taken out of the letter, where it is still in hand.

        Raises OverrideNeedsReason, OverrideNeedsRewording, RecordNotFound, ReviewCopy, store errors.
        """
        self._store.check_own()
        reason = " ".join(phi_reason.split())
        if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
            raise OverrideNeedsReason(shortest=SHORTEST_REASON, longest=LONGEST_REASON)
        record = self._store.analysis(analysis_id)
        found = self._identifiers(reason, record.letter.level, client, tuple(removed))
        if found:
            raise OverrideNeedsRewording(found=found)
        return self._keep(record, item, grade, reason)

    def take_back(self, analysis_id: str, item: ItemId) -> None:
        """Let the engine's grade stand again. Raises RecordNotFound, ReviewCopy, store errors."""
        self._store.check_own()
        self._keep(self._store.analysis(analysis_id), item, None, "")

    def _keep(self, record: AnalysisRecord, item: ItemId, grade: Grade | None, reason: str) -> Override:
        judged = _item(record, item)
        one = Override(record.id, item, grade, reason, self._actor, self._store.clock())
        told: Body = {
            "analysis_id": record.id,
            "correlation_id": record.correlation_id,
            "item": item.value,
            "engine_grade": judged.grade.value,
            "own_grade": grade.value if grade is not None else "taken back",
        }

        def work(deed: Deed) -> None:
            repositories.analysis(deed.session, record.id)
            overrides.add(deed.session, one)
            deed.tell(AuditAct.FINDING_OVERRIDDEN, record.id, told)

        self._store.perform(work)
        return one

    def _identifiers(self, reason: str, level: Level, client: ClientFields, removed: Sequence[str]) -> int:
        """How many places of a reason are, or may be, identifiers: nothing less than the types of Safe Harbor."""
        level = max(level, Level.MODERATE, key=lambda one: one.rank)
        letter = self._workbench.read_pasted(reason)
        found = len(self._workbench.prepare(letter, level, client, Event()).findings)
        known = {" ".join(words.split()) for words in removed}
        found += sum(
            bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", reason, re.IGNORECASE))
            for words in known
            if len(words) >= _SHORTEST_KNOWN
        )
        return found


def _item(record: AnalysisRecord, item: ItemId) -> ItemFinding:
    for part in record.result.components:
        for one in part.items:
            if one.id is item:
                return one
    raise RecordNotFound
