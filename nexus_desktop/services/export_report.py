"""A kept analysis as a paper of the attorney's choice, told in the audit trail."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nexus_desktop.models.audit_chain import AuditAct, AuditHead, Body
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.errors import ExportExists, ExportFailed
from nexus_desktop.models.override_models import Override, standing
from nexus_desktop.models.paper_models import AS_IT_IS, Paper, ReportKind, Wishes
from nexus_desktop.monitoring.structured_logger import Event, correlated, event
from nexus_desktop.reports import (
    analysis_report,
    attorney_memo,
    client_letter,
    doctor_request,
    docx_writer,
    html_writer,
    json_report,
    work_record,
)
from nexus_desktop.reports.document import Document, Letterhead, Verbatim, anchored, restored
from nexus_desktop.reports.work_record import Step
from nexus_desktop.runtime.atomic_file import write_new
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.storage import overrides

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.ports import Clock
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.storage.store import Deed, Store

MOST_STEPS = 1000
PREVIEWED = 3000
"""Characters of a letter that a preview shows."""
NAMES_BACK = "Names were put back on the attorney's machine. Confidential."


ToPdf = Callable[[str], bytes]
"""Sets an HTML page as PDF. The window has one; the command line has none, for it never starts Qt."""


@dataclass(frozen=True, slots=True)
class Templates:
    """HTML around a document: for browsers, and for Qt, which sets the PDF and knows a part of CSS."""

    screen: str
    paper: str


class ExportReport:
    """The use case, on an open store."""

    def __init__(
        self,
        store: Store,
        authorities: Mapping[str, Authority],
        templates: Templates,
        titles: dict[str, str],
        clock: Clock,
    ) -> None:
        """``titles`` name kinds of identifiers."""
        self._store, self.authorities, self._templates = store, authorities, templates
        self._titles, self._clock = titles, clock
        self._trail = AuditTrail(store)

    def as_dict(self, record: AnalysisRecord) -> dict[str, Any]:
        """A record as plain data, ready for JSON."""
        return json_report.as_dict(record, self.authorities)

    def document(self, analysis_id: str, wishes: Wishes = AS_IT_IS) -> Document:
        """A paper as it would be written. Raises RecordNotFound, AnalysisInvalid."""
        return self._document(self._store.analysis(analysis_id), wishes, self._told_otherwise(analysis_id))

    def preview(self, record: AnalysisRecord, wishes: Wishes = AS_IT_IS, *, kept: bool = True) -> str:
        """A paper as a page of HTML to be looked at before it is written; the letter in it is cut short."""
        made = self._document(record, wishes, self._told_otherwise(record.id) if kept else ())
        blocks = tuple(_shortened(block) if isinstance(block, Verbatim) else block for block in made.blocks)
        return html_writer.render(replace(made, blocks=blocks), self._templates.paper)

    def export(
        self,
        analysis_id: str,
        path: Path,
        kind: ReportKind,
        wishes: Wishes = AS_IT_IS,
        to_pdf: ToPdf | None = None,
    ) -> None:
        """Write a new file, never over another. Raises ExportExists, ExportFailed, RecordNotFound, store errors.

        File and audit entry go together: where the entry cannot be kept, the file is taken away again. The report names
        the newest entry of the trail before it, so that whoever has the report can tell a trail that was changed later.
        """
        record = self._store.analysis(analysis_id)
        with correlated(record.correlation_id):
            otherwise = self._told_otherwise(record.id)
            data = self._content(record, kind, wishes, to_pdf, self._store.head(), otherwise)
            body: Body = {
                "kind": kind.value,
                "paper": wishes.paper.value,
                "names_restored": int(wishes.originals is not None),
                "correlation_id": record.correlation_id,
            }
            self._write_told(record.id, data, path, body)

    def export_comparison(
        self, document: Document, ids: tuple[str, str], path: Path, kind: ReportKind, to_pdf: ToPdf | None = None
    ) -> None:
        """Write a document on two kept analyses, told of both. Raises ExportExists, ExportFailed, store errors."""
        data = self._set(anchored(document, self._store.head()), kind, to_pdf)
        body: Body = {"kind": kind.value, "paper": "comparison", "names_restored": 0, "analysis_id": ids[1]}
        self._write_told(ids[0], data, path, body)

    def _write_told(self, analysis_id: str, data: bytes, path: Path, body: Body) -> None:
        """File and entry, both or none."""
        written: list[Path] = []

        def work(deed: Deed) -> None:
            sealed = {**body, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            deed.tell(AuditAct.REPORT_EXPORTED, analysis_id, sealed)
            _write(path, data)
            written.append(path)

        try:
            self._store.perform(work)
        except BaseException:
            for file in written:
                file.unlink(missing_ok=True)
            raise
        self._store.settle_head()
        event(Event.REPORT_EXPORTED, analysis_id=analysis_id, kind=str(body["kind"]), size=len(data))

    def export_unsaved(self, record: AnalysisRecord, path: Path, kind: ReportKind, to_pdf: ToPdf | None = None) -> None:
        """Write an analysis that could not be kept, so that it is not lost with the window.

        The trail cannot tell of it, for it is the store that fails; the log does. Raises ExportExists, ExportFailed.
        """
        with correlated(record.correlation_id):
            data = self._content(record, kind, AS_IT_IS, to_pdf, None)
            _write(path, data)
            event(Event.REPORT_EXPORTED, analysis_id=record.id, kind=kind.value, size=len(data), status="unsaved")

    def _content(
        self,
        record: AnalysisRecord,
        kind: ReportKind,
        wishes: Wishes,
        to_pdf: ToPdf | None,
        head: AuditHead | None,
        otherwise: Sequence[Override] = (),
    ) -> bytes:
        if kind is ReportKind.JSON:
            return json_report.render(record, self.authorities, head, otherwise).encode()
        return self._set(anchored(self._document(record, wishes, otherwise), head), kind, to_pdf)

    def _set(self, document: Document, kind: ReportKind, to_pdf: ToPdf | None) -> bytes:
        if kind is ReportKind.DOCX:
            return docx_writer.render(document, self._clock())
        if kind is ReportKind.HTML:
            return html_writer.render(document, self._templates.screen).encode()
        if kind is not ReportKind.PDF or to_pdf is None:
            raise ExportFailed
        return to_pdf(html_writer.render(document, self._templates.paper))

    def _document(self, record: AnalysisRecord, wishes: Wishes, otherwise: Sequence[Override]) -> Document:
        head = Letterhead(tuple(wishes.letterhead))
        match wishes.paper:
            case Paper.ANALYSIS:
                made = analysis_report.build(record, self.authorities, head, otherwise)
            case Paper.DOCTOR_REQUEST:
                made = doctor_request.build(record, head, wishes.enclosures)
            case Paper.MEMO:
                made = attorney_memo.build(record, self.authorities, head)
            case Paper.CLIENT_LETTER:
                made = client_letter.build(record, head)
            case Paper.WORK_RECORD:
                made = work_record.build(record, self._titles, self._steps(record), self._chain(), head)
        return made if wishes.originals is None else restored(made, wishes.originals, NAMES_BACK)

    def _told_otherwise(self, analysis_id: str) -> tuple[Override, ...]:
        """Where the attorney disagrees, as it stands."""
        with self._store.read() as session:
            return tuple(standing(overrides.told_of(session, [analysis_id])).values())

    def _steps(self, record: AnalysisRecord) -> list[Step]:
        lines = self._trail.page(MOST_STEPS, AuditFilter(about=record.id))
        return [Step(line.at, line.actor, line.act, line.brief, line.leaves) for line in reversed(lines)]

    def _chain(self) -> str:
        report = self._store.check_chain()
        if report.intact:
            return f"The trail has {report.entries:,} entries, and none was changed since it was written."
        return f"The trail does not hold from entry {report.broken_at} on: {report.reason}."


def _shortened(letter: Verbatim) -> Verbatim:
    if len(letter.text) <= PREVIEWED:
        return letter
    return Verbatim(f"{letter.text[:PREVIEWED]} …\n\nThe file holds the whole letter.")


def _write(path: Path, data: bytes) -> None:
    try:
        write_new(path, data)
    except FileExistsError:
        raise ExportExists from None
    except OSError:
        raise ExportFailed from None
