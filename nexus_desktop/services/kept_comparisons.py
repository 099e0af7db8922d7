"""Two kept analyses side by side: a revision with its earlier version, or a private opinion with a C&P exam."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop.models.analysis_models import Polarity
from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.comparison_models import AskState, Comparison, Revision
from nexus_desktop.models.paper_models import Mode
from nexus_desktop.models.ports import stop_if
from nexus_desktop.reports import comparison_report
from nexus_desktop.services.telling import tell_if_possible

if TYPE_CHECKING:
    from nexus_desktop.models.paper_models import ReportKind
    from nexus_desktop.models.ports import CancelFlag
    from nexus_desktop.models.records import AnalysisLine, AnalysisRecord
    from nexus_desktop.services.analyze_letter import AnalyzeLetter
    from nexus_desktop.services.case_files import CaseFiles
    from nexus_desktop.services.compare_letters import CompareLetters
    from nexus_desktop.services.export_report import ExportReport, ToPdf
    from nexus_desktop.storage.store import Store

MOST_CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class KeptComparison:
    """Two analyses and what comparing them found."""

    mode: Mode
    first: AnalysisRecord = field(repr=False)
    second: AnalysisRecord = field(repr=False)
    found: Comparison | Revision = field(repr=False)

    @property
    def ids(self) -> tuple[str, str]:
        return self.first.id, self.second.id


class KeptComparisons:
    """The use case, on an open store. Comparisons are shown and exported, and not kept; how many asks a revision met is
    told in the trail, once for each pair, and counted in the figures of the practice."""

    def __init__(
        self,
        store: Store,
        comparison: CompareLetters,
        letters: AnalyzeLetter,
        case_files: CaseFiles,
        reports: ExportReport,
    ) -> None:
        self._store, self._comparison, self._letters, self._case_files = store, comparison, letters, case_files
        self._reports = reports

    def candidates(self, analysis_id: str, matter_id: str | None) -> list[AnalysisLine]:
        """What an analysis can be compared with: of its matter first, then the newest of all."""
        lines = self._letters.newest(MOST_CANDIDATES, matter_id=matter_id) if matter_id is not None else []
        lines += self._letters.newest(MOST_CANDIDATES)
        return [line for line in dict.fromkeys(lines) if line.id != analysis_id][:MOST_CANDIDATES]

    def compare(self, one: str, other: str, mode: Mode | None, cancelled: CancelFlag) -> KeptComparison:
        """Two analyses compared. Without a ``mode`` it is guessed, and the two are put in order: an adverse
        opinion beside another is a report and the other private, others an earlier and a later version.

        Raises RecordNotFound, AnalysisInvalid, CaseFileInvalid, Cancelled.
        """
        first, second = self._letters.show(one), self._letters.show(other)
        if mode is None:
            mode = Mode.REPORT if _is_adverse(first) != _is_adverse(second) else Mode.REVISION
            swapped = _is_adverse(first) if mode is Mode.REPORT else second.created_at < first.created_at
            if swapped:
                first, second = second, first
        facts = self._case_files.knowledge(first.letter.matter_id or second.letter.matter_id).facts
        stop_if(cancelled)
        sides = [self._comparison.of_record(record, facts) for record in (first, second)]
        stop_if(cancelled)
        if mode is Mode.REPORT:
            return KeptComparison(mode, first, second, self._comparison.with_report(*sides))
        revision = self._comparison.with_earlier(*sides)
        self._tell(first, second, revision)
        return KeptComparison(mode, first, second, revision)

    def _tell(self, first: AnalysisRecord, second: AnalysisRecord, found: Revision) -> None:
        """Put what was answered on record, unless it is. A letter compared with itself, or with one that was
        analyzed before it, answers nothing."""
        if first.letter.fingerprint == second.letter.fingerprint or second.created_at < first.created_at:
            return
        states = Counter(one.state for one in found.asks)
        body: Body = {
            "analysis_id": second.id,
            "before": first.id,
            "asked": sum(states.values()) - states[AskState.NEW],
            "met": states[AskState.MET],
            "partly": states[AskState.PARTLY],
        }
        wanted = AuditFilter(act=AuditAct.REVISION_COMPARED.value, about=second.id)
        if body not in [told.body for told in self._store.audit_entries(MOST_CANDIDATES, None, wanted)]:
            tell_if_possible(self._store, AuditAct.REVISION_COMPARED, second.id, body, about=(first.id,))

    def export(self, shown: KeptComparison, path: Path, kind: ReportKind, to_pdf: ToPdf | None = None) -> None:
        """Write it to a new file. Raises ExportExists, ExportFailed, store errors."""
        document = comparison_report.build(shown.first, shown.second, shown.found, self._reports.authorities)
        self._reports.export_comparison(document, shown.ids, path, kind, to_pdf)


def _is_adverse(record: AnalysisRecord) -> bool:
    """Against the claim, or withheld; a guarded opinion in its favor is not."""
    stated = record.result.stated_opinions
    withheld = bool(stated) and stated[0].withheld
    return record.result.opinion.polarity is Polarity.UNFAVORABLE or withheld
