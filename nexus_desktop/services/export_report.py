"""A kept analysis as a document of the attorney's choice, told in the audit trail."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import Any

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.authority_models import Authority
from nexus_desktop.models.errors import ExportExists, ExportFailed
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.monitoring.structured_logger import Event, correlated, event
from nexus_desktop.reports import html_report, json_report
from nexus_desktop.runtime.atomic_file import write_new
from nexus_desktop.storage.store import Store


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

        File and audit entry go together: where the entry cannot be kept, the file is taken away again.
        """
        record = self._store.analysis(analysis_id)
        with correlated(record.correlation_id):
            if kind is ReportKind.JSON:
                content = json_report.render(record, self._authorities)
            else:
                content = html_report.render(record, self._authorities, self._template)
            data = content.encode()
            written = False
            try:
                with self._store.deed() as deed:
                    body = {"kind": kind.value, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
                    deed.tell(AuditAct.REPORT_EXPORTED, record.id, body)
                    _write(path, data)
                    written = True
            except BaseException:
                if written:
                    path.unlink(missing_ok=True)
                raise
            event(Event.REPORT_EXPORTED, analysis_id=record.id, kind=kind.value, size=len(data))


def _write(path: Path, data: bytes) -> None:
    try:
        write_new(path, data)
    except FileExistsError:
        raise ExportExists from None
    except OSError:
        raise ExportFailed from None
