"""A memo for the file: the bottom line, what the letter proves and lacks, each point with its words and authorities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Grade, ItemFinding
from nexus_desktop.models.rubric_models import Strength
from nexus_desktop.reports import analysis_report
from nexus_desktop.reports.document import Block, Document, Grid, Heading, Items, Letterhead, Paragraph, Quote, Tone

if TYPE_CHECKING:
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.records import AnalysisRecord

PROCEDURE = (
    (
        "A new letter goes with a supplemental claim, where it has to be new and relevant (38 C.F.R. § 3.2501), or to "
        "the Board's evidence or hearing docket within its window; not with a higher-level review (38 C.F.R. § 3.2601)."
    ),
    "A letter too weak to win may still be enough to require a VA examination.",
    "VA has to consider the letter and to say why it prefers another opinion.",
    "An adverse letter raises questions of disclosure and strategy that this memo does not answer.",
)
PROCEDURE_AUTHORITIES = ("mclendon", "waters", "gabrielson", "usc-38-7104")


def build(record: AnalysisRecord, authorities: Mapping[str, Authority], letterhead: Letterhead) -> Document:
    """The memo of one record."""
    result = record.result
    items = [item for part in result.components for item in part.items]
    lacking = [item for item in items if item.grade in (Grade.PARTIAL, Grade.NONE)]
    met = [item for item in items if item.grade is Grade.FULL]
    blocks: list[Block] = [
        Heading("Bottom line"),
        Paragraph(_bottom_line(record)),
        Paragraph(f"Confidence {result.confidence_word}: {result.confidence_reason}", Tone.MUTED),
        *analysis_report.gates(record),
        *analysis_report.warnings(record),
        Heading("Opinions in the letter"),
        analysis_report.opinions(result.stated_opinions),
        Heading("Elements"),
        Grid(("Element", "In the letter"), tuple(row[:2] for row in wording.element_words(result.compliance.elements))),
        Heading("Where the letter can be attacked"),
    ]
    if not lacking:
        blocks.append(Paragraph("No item of the rubric lacks points."))
    for item in lacking:
        blocks += _finding(item, authorities)
    blocks += [Heading("What the letter does well"), Items(tuple(f"{one.title}: {one.reason}" for one in met), False)]
    blocks += [Heading("Questions for the doctor")]
    asks = tuple(one.ask for one in result.recommendations)
    blocks.append(Items(asks) if asks else Paragraph("None is left."))
    cited = analysis_report.cited(list(PROCEDURE_AUTHORITIES), authorities)
    blocks += [Heading("Procedure"), Items(PROCEDURE, numbered=False), Items(tuple(cited), numbered=False)]
    about = ", ".join(result.connection.conditions) or "condition not named"
    title = f"Memo: nexus letter on {about}"
    made = analysis_report.made(record)
    return Document(title, made, tuple(blocks), analysis_report.footer(record), letterhead=letterhead)


def _bottom_line(record: AnalysisRecord) -> str:
    result = record.result
    opinion = result.opinion
    about = ", ".join(result.connection.conditions) or "the condition"
    words = f"{wording.POLARITY[opinion.polarity]}, {wording.STANDARD[opinion.standard]}"
    grade = wording.STRENGTH[result.compliance.strength]
    grade = grade if result.compliance.strength is Strength.NONE else f"{grade} as nexus evidence"
    theory = wording.THEORY[result.connection.theory]
    return (
        f"{grade}: {result.overall_score} of 100. The author's opinion on {about} ({theory} theory) is {words}. "
        f"{wording.ACTION[result.compliance.action]}"
    )


def _finding(item: ItemFinding, authorities: Mapping[str, Authority]) -> list[Block]:
    points = f"{item.points} of {item.possible} points"
    blocks: list[Block] = [Heading(f"{item.title} ({points})", 2), Paragraph(item.reason)]
    blocks += [Quote(analysis_report.shortened(one.quote)) for one in item.evidence]
    cited = analysis_report.cited(list(item.authorities), authorities)
    return [*blocks, Items(tuple(cited), numbered=False)] if cited else blocks
