"""An analysis as JSON, for other programs and for co-counsel's own tools."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nexus_desktop.models.audit_chain import AuditHead
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.override_models import Override
    from nexus_desktop.models.records import AnalysisRecord


def as_dict(
    record: AnalysisRecord,
    authorities: Mapping[str, Authority],
    head: AuditHead | None = None,
    overrides: Sequence[Override] = (),
) -> dict[str, Any]:
    """The record, with the citations its findings name; where the attorney disagrees, and the newest entry of the audit
    trail, are there where there is any."""
    named = sorted({name for part in record.result.components for item in part.items for name in item.authorities})
    return (
        {
            "id": record.id,
            "correlation_id": record.correlation_id,
            "created_at": record.created_at.isoformat(),
            "engine": record.engine,
            "engine_version": record.engine_version,
            "prompt_version": record.prompt_version,
            "validation": record.validation.model_dump(mode="json"),
            "letter": {
                "kind": record.letter.kind.value,
                "level": record.letter.level.value,
                "pages": record.letter.pages,
                "redactions": record.letter.redactions,
                "deidentified_text": record.letter.text,
            },
            "result": record.result.model_dump(mode="json"),
            "authorities": {name: authorities[name].citation for name in named if name in authorities},
        }
        | ({"overrides": [_override(one) for one in overrides]} if overrides else {})
        | ({} if head is None else {"audit_head": {"entry": head.seq, "link": head.link}})
    )


def _override(one: Override) -> dict[str, Any]:
    grade = one.grade.value if one.grade is not None else None
    return {
        "item": one.item.value,
        "grade": grade,
        "reason": one.reason,
        "author": one.author,
        "created_at": one.created_at.isoformat(),
    }


def render(
    record: AnalysisRecord,
    authorities: Mapping[str, Authority],
    head: AuditHead | None = None,
    overrides: Sequence[Override] = (),
) -> str:
    """The record as indented JSON."""
    return json.dumps(as_dict(record, authorities, head, overrides), indent=1, ensure_ascii=False) + "\n"
