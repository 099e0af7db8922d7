"""What the formats of papers are called."""

from __future__ import annotations

from nexus_desktop.models.paper_models import ReportKind
from nexus_desktop.ui.translation import tr

FORMATS = {
    ReportKind.PDF: "PDF",
    ReportKind.DOCX: tr("Word (DOCX)"),
    ReportKind.HTML: tr("Web page (HTML)"),
    ReportKind.JSON: tr("Data (JSON)"),
}
