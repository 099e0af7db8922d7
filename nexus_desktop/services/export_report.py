"""A kept analysis as a document of the attorney's choice, told in the audit trail."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import Any

from nexus_desktop.models.audit_chain import AuditAct, AuditHead
from nexus_desktop.models.authority_models import Authority
from nexus_desktop.models.errors import ExportExists, ExportFailed
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.monitoring.structured_logger import Event, correlated, event
from nexus_desktop.reports import html_report, json_report
from nexus_desktop.runtime.atomic_file import write_new
from nexus_desktop.storage.store import Deed, Store


class ReportKind(StrEnum):
    """The documents that can be made."""

    HTML = "html"
    JSON = "json"


class ExportReport:
    """The use case, on an open store."""

    def __init__(self, store: Store, authorities: dict[str, Authority], template: str) -> None:
        self._store, self._authorities, self._template = store, authorities, template

    def as_dict(self, record: AnalysisRecord) -> dict[str, Any]:
        """A record as plain data, ready for JSON."""
        return json_report.as_dict(record, self._authorities)

    def export(self, analysis_id: str, path: Path, kind: ReportKind) -> None:
        """Write a new file, never over another. Raises ExportExists, ExportFailed, RecordNotFound, store errors.

        File and audit entry go together: where the entry cannot be kept, the file is taken away again. The report names
        the newest entry of the trail before it, so that whoever has the report can tell a trail that was changed later.
        """
        record = self._store.analysis(analysis_id)
        with correlated(record.correlation_id):
            data = self._rendered(record, kind, self._store.head())
            written: list[Path] = []

            def work(deed: Deed) -> None:
                body = {"kind": kind.value, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
                deed.tell(AuditAct.REPORT_EXPORTED, record.id, body | {"correlation_id": record.correlation_id})
                _write(path, data)
                written.append(path)

            try:
                self._store.perform(work)
            except BaseException:
                for file in written:
                    file.unlink(missing_ok=True)
                raise
            self._store.settle_head()
            event(Event.REPORT_EXPORTED, analysis_id=record.id, kind=kind.value, size=len(data))

    def export_unsaved(self, record: AnalysisRecord, path: Path, kind: ReportKind) -> None:
        """Write an analysis that could not be kept, so that it is not lost with the window.

        The trail cannot tell of it, for it is the store that fails; the log does. Raises ExportExists, ExportFailed.
        """
        with correlated(record.correlation_id):
            data = self._rendered(record, kind, None)
            _write(path, data)
            event(Event.REPORT_EXPORTED, analysis_id=record.id, kind=kind.value, size=len(data), status="unsaved")

    def _rendered(self, record: AnalysisRecord, kind: ReportKind, head: AuditHead | None) -> bytes:
        if kind is ReportKind.JSON:
            return json_report.render(record, self._authorities, head).encode()
        return html_report.render(record, self._authorities, self._template, head).encode()


def _write(path: Path, data: bytes) -> None:
    try:
        write_new(path, data)
    except FileExistsError:
        raise ExportExists from None
    except OSError:
        raise ExportFailed from None
