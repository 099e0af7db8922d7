"""Two analyses side by side on paper: before and after a revision, or a private opinion against a C&P exam."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from nexus_desktop.models import wording
from nexus_desktop.models.comparison_models import (
    TITLES,
    AskState,
    AttackId,
    Cell,
    Comparison,
    ItemChange,
    Reading,
    Revision,
)
from nexus_desktop.models.rubric_models import ComponentId
from nexus_desktop.reports.analysis_report import cited, shortened
from nexus_desktop.reports.document import Block, Document, Grid, Heading, Items, Paragraph, Quote, Tone

if TYPE_CHECKING:
    from nexus_desktop.models.analysis_models import Evidence
    from nexus_desktop.models.authority_models import Authority
    from nexus_desktop.models.records import AnalysisRecord

ONLY = "only here"
STATE: Mapping[AskState, str] = {
    AskState.MET: "met",
    AskState.PARTLY: "met in part",
    AskState.OPEN: "still open",
    AskState.NEW: "new",
}


def build(
    first: AnalysisRecord, second: AnalysisRecord, found: Comparison | Revision, authorities: Mapping[str, Authority]
) -> Document:
    """The document. ``first`` is the earlier version or the private opinion."""
    about = ", ".join(first.result.connection.conditions) or "condition not named"
    if isinstance(found, Revision):
        title, blocks, names = f"A letter and its revision: {about}", _revision(found), ("before", "after")
    else:
        title, blocks = f"Private opinion and C&P exam: {about}", _side_by_side(found, authorities)
        names = ("private opinion", "C&P exam")
    made = " · ".join(
        f"{name}: analyzed {record.created_at:%Y-%m-%d}, record {record.id}"
        for name, record in zip(names, (first, second), strict=True)
    )
    return Document(title, made, tuple(blocks), wording.DISCLAIMER)


# --- a revision -------------------------------------------------------------------------------------------------------


def _revision(found: Revision) -> list[Block]:
    kept = [one for one in found.asks if one.state is not AskState.NEW]
    parts = zip(ComponentId, found.before.parts, found.after.parts, strict=True)
    rows = (
        ("Grade", *(wording.STRENGTH[one.strength] for one in (found.before, found.after))),
        ("Points", *(f"{one.score} of 100" for one in (found.before, found.after))),
        ("Opinion", *(said(one) for one in (found.before, found.after))),
        ("Gates", *(", ".join(one.gates) or "none" for one in (found.before, found.after))),
        *((wording.COMPONENT[part], f"{before} of 25", f"{after} of 25") for part, before, after in parts),
    )
    blocks: list[Block] = [Paragraph(f"{found.met} of {len(kept)} asks met", Tone.VERDICT)]
    if found.warnings:
        blocks += [Heading("Look at this"), Items(found.warnings, numbered=False)]
    blocks += [Heading("Before and after"), Grid(("", "Before", "After"), rows)]
    blocks += [Heading("Gates"), Paragraph(gate_words(found))]
    blocks.append(Heading("What the doctor was asked"))
    if found.asks:
        asked = tuple((STATE[one.state], one.ask, one.reason) for one in found.asks)
        blocks.append(Grid(("", "Asked", "As it stands now"), asked))
    else:
        blocks.append(Paragraph("Nothing was asked."))
    blocks += _changes("What got worse", found.worse) + _changes("What got better", found.better)
    return blocks


def said(one: Reading) -> str:
    """Direction and standard of a version."""
    return f"{wording.POLARITY[one.polarity]}, {wording.STANDARD[one.standard]}"


def gate_words(found: Revision) -> str:
    """What became of the gates, in a sentence."""
    gone, new = (", ".join(some) for some in (found.gates_gone, found.gates_new))
    words = [f"No longer held by {gone}."] if gone else []
    words += [f"Newly held by {new}."] if new else []
    return " ".join(words) or "No gate came or went."


def _changes(title: str, changes: Sequence[ItemChange]) -> list[Block]:
    if not changes:
        return []
    rows = tuple((one.title, points(one.before), points(one.after), one.reason) for one in changes)
    return [Heading(title), Grid(("Item", "Before", "After", "Why"), rows, frozenset({1, 2}))]


def points(value: int | None) -> str:
    """Points of an item."""
    return "does not apply" if value is None else str(value)


# --- side by side -----------------------------------------------------------------------------------------------------


def _side_by_side(found: Comparison, authorities: Mapping[str, Authority]) -> list[Block]:
    rows = tuple(
        (row.title, _cell(row.ours, alone=row.only == "ours"), _cell(row.theirs, alone=row.only == "theirs"))
        for row in found.rows
    )
    blocks: list[Block] = [Heading("What a reader who weighs both will look at")]
    blocks.append(Items(found.weighing, numbered=False) if found.weighing else Paragraph("Nothing sets them apart."))
    blocks += [Heading("Side by side"), Grid(("", "Private opinion", "C&P exam"), rows)]
    blocks.append(Heading("Reasons of the exam that can be attacked"))
    if not found.adverse:
        return [*blocks, Paragraph("The exam does not speak against the claim; the checklist was not applied.")]
    blocks.append(Paragraph(f"{len(found.attacks)} of {len(AttackId)} found. Low certainty: look yourself."))
    for one in found.attacks:
        blocks.append(Paragraph(f"{one.title} ({one.certainty.value} certainty)", Tone.STRONG))
        blocks.append(Paragraph(one.point))
        blocks += [Quote(shortened(evidence.quote), f"at {evidence.start}") for evidence in one.evidence]
        blocks.append(Items(tuple(cited(list(one.authorities), dict(authorities))), numbered=False))
    there = {one.id for one in found.attacks}
    blocks += [Heading("Looked for and not found", 2)]
    blocks.append(Items(tuple(TITLES[one] for one in AttackId if one not in there), numbered=False))
    return blocks


def _cell(cell: Cell, *, alone: bool) -> str:
    words = f"{cell.words} ({ONLY})" if alone else cell.words
    return "\n".join([words, *map(_quoted, cell.evidence[:1])])


def _quoted(evidence: Evidence) -> str:
    return f"“{shortened(evidence.quote)}”"
