"""What stands around a kept analysis: citations of the letter, conflicts with the case, its matter, notes, history."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nexus_desktop.models.ports import stop_if
from nexus_desktop.services import check_case

if TYPE_CHECKING:
    from nexus_desktop.models.case_models import Conflict
    from nexus_desktop.models.citation_models import CitationReport
    from nexus_desktop.models.ports import CancelFlag
    from nexus_desktop.models.records import AnalysisLine, AnalysisRecord, Matter, Note
    from nexus_desktop.services.case_files import CaseFiles
    from nexus_desktop.services.check_citations import CheckCitations
    from nexus_desktop.services.matters import Matters
    from nexus_desktop.storage.store import Store

MOST_EARLIER = 50


@dataclass(frozen=True, slots=True)
class Context:
    """Shown beside a result. ``history`` are the other analyses of the same file, newest first.

    ``conflicts`` is None where no facts of a case are known, which says less than that nothing disagrees.
    """

    analysis_id: str
    citations: CitationReport = field(repr=False)
    conflicts: tuple[Conflict, ...] | None
    matter: Matter | None
    notes: tuple[Note, ...]
    history: tuple[AnalysisLine, ...]


class ResultContext:
    """The use case, on an open store."""

    def __init__(self, store: Store, citations: CheckCitations, case_files: CaseFiles, matters: Matters) -> None:
        self._store, self._citations = store, citations
        self._case_files, self._matters = case_files, matters

    def of(self, record: AnalysisRecord, found: tuple[Conflict, ...], cancelled: CancelFlag) -> Context:
        """Everything around an analysis. ``found``: the conflicts of an analysis in hand, whose dates were still known;
        of others the kept text is compared. Raises CaseFileInvalid, Cancelled, store errors."""
        report = self._citations.report(record.letter.text)
        stop_if(cancelled)
        matter_id = self._matters.matter_of(record.letter.id)  # it may have been moved since it was opened
        facts = self._case_files.knowledge(matter_id).facts
        conflicts = found or (check_case.conflicts_of_text(record.letter.text, facts) if facts else None)
        stop_if(cancelled)
        same = self._store.same_letter(record.letter.fingerprint, MOST_EARLIER)
        return Context(
            record.id,
            report,
            conflicts,
            self._matters.found(matter_id) if matter_id is not None else None,
            tuple(self._matters.notes(record.id)),
            tuple(line for line in same if line.id != record.id),
        )
