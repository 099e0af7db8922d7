"""A private opinion beside a report of the other side, row by row, and what a reader who weighs both will look at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from nexus_desktop.analysis.comparison import attack_words as words
from nexus_desktop.analysis.comparison import attacks
from nexus_desktop.analysis.comparison.adverse import Adverse
from nexus_desktop.analysis.rubric import elements_author, elements_form
from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.models import wording
from nexus_desktop.models.analysis_models import Evidence, Grade, ItemFinding, NexusAnalysisResult, Polarity
from nexus_desktop.models.case_models import Conflict
from nexus_desktop.models.comparison_models import AttackId, Cell, Comparison, Row, RowId
from nexus_desktop.models.rubric_models import ItemId

_TITLES: Final[dict[RowId, str]] = {
    RowId.HOLDER: "Who gives the opinion",
    RowId.DATE: "Date",
    RowId.FIELD: "Field",
    RowId.POLARITY: "Which way it points",
    RowId.STANDARD: "How sure it says it is",
    RowId.THEORY: "Theory answered",
    RowId.FACTS: "Facts relied on",
    RowId.RECORDS: "Records",
    RowId.LAY: "Veteran's and witnesses' accounts",
    RowId.MECHANISM: "How the one leads to the other",
    RowId.LITERATURE: "Literature",
    RowId.OTHER_CAUSES: "Other causes",
    RowId.CONFLICTS: "Agrees with itself",
}
_ITEMS: Final[dict[RowId, ItemId]] = {
    RowId.FACTS: ItemId.SC2,
    RowId.RECORDS: ItemId.MR3,
    RowId.LAY: ItemId.MR4,
    RowId.MECHANISM: ItemId.MR1,
    RowId.LITERATURE: ItemId.MR7,
    RowId.OTHER_CAUSES: ItemId.MR5,
    RowId.CONFLICTS: ItemId.MO3,
}
"""Rows that are an item of the rubric. Of a report the items say how it reads, not what it is worth for the claim."""

_AUTHORITIES: Final[dict[RowId, tuple[str, ...]]] = {
    RowId.FIELD: ("guerrieri", "sklar"),
    RowId.THEORY: ("el-amin", "clemons"),
    RowId.FACTS: ("reonal", "nieves"),
    RowId.RECORDS: ("prejean", "nieves"),
    RowId.LAY: ("dalton", "buchanan"),
    RowId.MECHANISM: ("nieves", "stefl"),
    RowId.LITERATURE: ("mattern", "sacks"),
    RowId.OTHER_CAUSES: ("nieves",),
    RowId.CONFLICTS: ("monzingo", "acevedo"),
}


_MANY_FIELDS = 4  # of one author: a generalist


class _Side:
    """One document as it is read for the table."""

    def __init__(self, text: str, result: NexusAnalysisResult) -> None:
        self.adverse, self.result = Adverse(text), result
        self.items = {item.id: item for part in result.components for item in part.items}

    def evidence(self, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        return tuple(self.adverse.doc.reading.evidence(start, end) for start, end in list(spans)[:2] if start < end)

    def answers_aggravation(self) -> bool:
        """Whether an opinion of the author's speaks of aggravation."""
        low = self.adverse.doc.low
        return any(words.AGGRAVATED.search(low, one.start, one.end) for one in self.adverse.own)

    def cell(self, row: RowId) -> Cell:
        """What this document gives for a row."""
        if row in _ITEMS:
            return _of_item(self.items[_ITEMS[row]])
        return {
            RowId.HOLDER: self._holder,
            RowId.DATE: self._date,
            RowId.FIELD: self._field,
            RowId.POLARITY: self._polarity,
            RowId.STANDARD: self._standard,
            RowId.THEORY: self._theory,
        }[row]()

    def _holder(self) -> Cell:
        author = elements_author.read_author(self.adverse.doc)
        kind = (
            "A physician" if author.physician else "A nurse or physician assistant" if author.general else "The author"
        )
        told = "credentials stated" if author.credentials.value else "credentials not found"
        return Cell(
            words=f"{kind}, {told}", there=author.credentials.value, evidence=self.evidence(author.credentials.where)
        )

    def _date(self) -> Cell:
        seen = elements_form.dated(self.adverse.doc)
        found = self.evidence(seen.where)
        return Cell(words=found[0].quote if seen.value and found else "no date found", there=seen.value, evidence=found)

    def _field(self) -> Cell:
        author = elements_author.read_author(self.adverse.doc)
        item = self.items[ItemId.PF2]
        fields = ", ".join(sorted(field.value for field in author.fields)) or "not stated"
        if len(author.fields) > _MANY_FIELDS:
            fields = "general medicine"
        return Cell(words=fields, there=_there(item), evidence=item.evidence)

    def _polarity(self) -> Cell:
        return Cell(words=wording.POLARITY[self.result.opinion.polarity], evidence=self._governing())

    def _standard(self) -> Cell:
        return Cell(words=wording.STANDARD[self.result.opinion.standard], evidence=self._governing())

    def _theory(self) -> Cell:
        item = self.items[ItemId.MO5]
        named = wording.THEORY[self.result.connection.theory]
        return Cell(words=f"{named}. {item.reason}", there=_there(item), evidence=item.evidence)

    def _governing(self) -> tuple[Evidence, ...]:
        stated = self.result.opinion.governing
        return (stated.evidence,) if stated is not None else ()


def _of_item(item: ItemFinding) -> Cell:
    return Cell(words=item.reason, there=_there(item), evidence=item.evidence)


def _there(item: ItemFinding) -> bool | None:
    """Whether an item is met; None where it is met in part or does not apply."""
    return {Grade.FULL: True, Grade.NONE: False}.get(item.grade)


def compare(
    ours: str,
    our_result: NexusAnalysisResult,
    theirs: str,
    their_result: NexusAnalysisResult,
    their_conflicts: Iterable[Conflict] = (),
) -> Comparison:
    """The private opinion ``ours`` beside the report ``theirs``, each de-identified and analyzed.

    ``their_conflicts``: those of the report with the facts of the case. Evidence of a cell is of its own text.
    """
    left, right = _Side(ours, our_result), _Side(theirs, their_result)
    rows = tuple(_row(row, left.cell(row), right.cell(row)) for row in RowId)
    adverse = right.adverse.speaks_against
    found = attacks.of(right.adverse, their_conflicts) if adverse else ()
    return Comparison(
        rows=rows,
        adverse=adverse,
        attacks=found,
        weighing=tuple(_weighing(rows, left, right, {one.id for one in found})),
    )


def _row(row: RowId, ours: Cell, theirs: Cell) -> Row:
    only: Literal["ours", "theirs"] | None = None
    if ours.there and theirs.there is False:
        only = "ours"
    elif theirs.there and ours.there is False:
        only = "theirs"
    return Row(id=row, title=_TITLES[row], ours=ours, theirs=theirs, only=only, authorities=_AUTHORITIES.get(row, ()))


_ONLY: Final[dict[RowId, str]] = {
    RowId.FIELD: "has a field that fits the question",
    RowId.THEORY: "answers every theory raised",
    RowId.FACTS: "names the event or condition it rests on, and the source",
    RowId.RECORDS: "lists the records read; reading the file is neither needed nor enough by itself",
    RowId.LAY: "weighs what the veteran and witnesses say",
    RowId.MECHANISM: "explains step by step; most of the weight comes from that",
    RowId.LITERATURE: "names its literature",
    RowId.OTHER_CAUSES: "weighs other causes",
    RowId.CONFLICTS: "says one thing throughout",
}


def _weighing(rows: tuple[Row, ...], left: _Side, right: _Side, found: set[AttackId]) -> list[str]:
    """What decides between the two, in sentences: never which of them wins."""
    told = []
    ours, theirs = left.result.opinion.polarity, right.result.opinion.polarity
    if ours is Polarity.FAVORABLE and right.adverse.speaks_against:
        told.append("The two opinions disagree. The Board may prefer either, if it says why.")
    elif ours is theirs:
        told.append("Both opinions point the same way.")
    for row in rows:
        if row.only is not None and row.id in _ONLY:
            who = "Only the private opinion" if row.only == "ours" else "Only the report"
            told.append(f"{who} {_ONLY[row.id]}.")
    if AttackId.CAUSE_ONLY in found and left.answers_aggravation():
        told.append("The private opinion also answers aggravation, which the report leaves open.")
    if not left.result.compliance.meets_standard:
        told.append("The private opinion does not reach the standard itself; ask the doctor before relying on it.")
    return told
