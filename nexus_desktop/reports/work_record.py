"""A record of work for the file: who reviewed what and when, by which rules it was read, and what left the machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from nexus_desktop.models import wording
from nexus_desktop.reports import analysis_report
from nexus_desktop.reports.document import Block, Document, Grid, Heading, Letterhead, Paragraph

if TYPE_CHECKING:
    from nexus_desktop.models.records import AnalysisRecord


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the audit trail about this analysis. ``outward``: something left the machine with it."""

    at: datetime
    actor: str
    act: str
    details: str
    outward: bool = False


def build(
    record: AnalysisRecord, titles: dict[str, str], steps: Sequence[Step], chain: str, letterhead: Letterhead
) -> Document:
    """The record. ``titles`` name kinds of identifiers, ``chain`` says in words whether the audit trail is whole."""
    result = record.result
    facts = (
        ("Record", record.id),
        ("Analyzed", f"{record.created_at:%Y-%m-%d %H:%M} UTC"),
        ("Engine", f"{record.engine} {record.engine_version}, rubric {result.rubric_version}"),
        ("Prompt", record.prompt_version or "none was used"),
        ("Validation", record.validation.status.value),
        ("Result", f"{wording.STRENGTH[result.compliance.strength]}, {result.overall_score} of 100"),
        ("De-identification", wording.LEVEL[record.letter.level]),
    )
    removed = tuple((titles.get(name, name), f"{count:,}") for name, count in record.letter.redactions.items())
    done = tuple((f"{one.at:%Y-%m-%d %H:%M:%S} UTC", one.actor, one.act, one.details) for one in steps)
    sent = [one for one in steps if one.outward]
    blocks: list[Block] = [
        Grid(("", ""), facts),
        Heading("Identifiers removed"),
        Grid(("Kind", "Places"), removed, frozenset({1})) if removed else Paragraph("None."),
        Heading("What was done, and by whom"),
        Grid(("When", "Who", "What", "Details"), done) if done else Paragraph("The audit trail holds no entry."),
        Heading("What left this machine"),
    ]
    if sent:
        rows = tuple((f"{one.at:%Y-%m-%d %H:%M:%S} UTC", one.act, one.details) for one in sent)
        blocks.append(Grid(("When", "What", "Details"), rows))
    else:
        blocks.append(Paragraph("The audit trail tells of nothing that left this machine for this analysis."))
    blocks += [Heading("Audit trail"), Paragraph(chain)]
    return Document(
        "Record of work on a nexus letter", "", tuple(blocks), analysis_report.footer(record), letterhead=letterhead
    )
