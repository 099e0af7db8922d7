"""Opinions in the cells of a table: a column asks ("Caused by the ankle?"), a row names the condition and answers.

Columns are set apart by bars or tabs. A cell answers with yes or no, with VA's phrase or with a bare degree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric import clauses, negation, phrases
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Claim, Context
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.analysis.rubric.opinion_order import in_order
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document, Line
from nexus_desktop.models.analysis_models import Certainty, Holder, Polarity, Standard

_CELL: Final = re.compile(r"[^|\t]+")
_RULE: Final = re.compile(r"[\s|:+=_-]*")
_ANSWERS_HERE: Final = re.compile(
    r"\W*(?:(?:my|our|medical|nexus|the) )*(?:opinion|answer|likelihood|probability|conclusion|nexus"
    r"|service[- ]connect\w+"
    r"|related|connected|linked|degree of (?:probability|likelihood))\b[\w /-]{0,40}\??\W*"
)
_OF_SERVICE: Final = re.compile(r"service|military|army|navy|nexus")
_NOT_MINE: Final = re.compile(
    r"\b(?:va|c ?& ?p|examiner|rating|decision|denial|prior|previous|dr|board|his|her|veteran)\b"
)
_YES: Final = re.compile(r"\W*yes\b")
_NO: Final = re.compile(
    r"\W*no(?:t related|t caused|t aggravated|ne)?\b(?! (?:opinion|answer|record|data|change|less))"
)
_LIKELY: Final = re.compile(r"\W*(?:yes,? )?(?:very |quite |more )?(?:likely|probabl[ey])\W*")
_UNLIKELY: Final = re.compile(
    r"\W*(?:no,? )?(?:very |quite )?(?:unlikely|improbable|doubtful|not (?:likely|probable)|less likely)\W*"
)
_POSSIBLE: Final = re.compile(r"\W*(?:possibl[ey]|perhaps|maybe|may be|could be|conceivably)\W*")
_MOST_WORDS = 14  # of a cell that answers
_Asked = tuple[LinkKind, Cause]


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int


def told(doc: Document, found: tuple[Opinion, ...], anchors: frozenset[str]) -> tuple[Opinion, ...]:
    """``found`` with the opinions of the letter's tables, in order."""
    added: list[Opinion] = []
    asked: dict[int, _Asked] = {}
    width = 0
    for line in doc.lines:
        low = doc.low[line.start : line.end]
        cells = _cells(doc, line)
        if len(cells) < 2 or (_RULE.fullmatch(low) is None and "|" not in low and "\t" not in low):
            if not _RULE.fullmatch(low):
                asked, width = {}, 0
            continue
        if (heads := _heads(doc, cells, anchors)) and not asked:
            asked, width = heads, len(cells)
        elif asked and len(cells) <= width:
            added += _row(doc, cells, asked, anchors)
    if not added:
        return found
    rest = [one for one in found if not any(one.start < new.end and new.start < one.end for new in added)]
    return in_order((*rest, *added))


def _cells(doc: Document, line: Line) -> list[_Cell]:
    return [
        _Cell(match.start(), match.end())
        for match in _CELL.finditer(doc.low, line.start, line.end)
        if match.group().strip()
    ]


def _heads(doc: Document, cells: list[_Cell], anchors: frozenset[str]) -> dict[int, _Asked]:
    """What the columns of a heading row ask, by their number; empty for a row that is none."""
    asked: dict[int, _Asked] = {}
    for number, cell in enumerate(cells):
        words = doc.low[cell.start : cell.end].strip()
        if number == 0 or len(words.split()) > _MOST_WORDS or _NOT_MINE.search(words.split("by ")[0]):
            continue
        question = clauses.question(words.rstrip("? "), Context(anchors=anchors)) if words.endswith("?") else None
        if question is not None and question[1].cause is not Cause.OTHER:
            asked[number] = question[0], question[1].cause
        elif question is None and _ANSWERS_HERE.fullmatch(words):
            asked[number] = LinkKind.RELATION, Cause.SERVICE if _OF_SERVICE.search(words) else Cause.UNKNOWN
    return asked


def _row(doc: Document, cells: list[_Cell], asked: dict[int, _Asked], anchors: frozenset[str]) -> list[Opinion]:
    """The opinions of one row."""
    named = doc.named(cells[0].start, cells[0].end)
    name = doc.low[named[0].start : named[0].end] if named else None
    if name is None:
        return []
    found = []
    for number in asked:
        said = _said(doc.low[cells[number].start : cells[number].end]) if number < len(cells) else None
        if said is None:
            continue
        polarity, standard, strict = said
        own = clauses.question(doc.low[cells[number].start : cells[number].end], Context(anchors=anchors))
        kind, cause = (own[0], own[1].cause) if own is not None else asked[number]
        if cause is Cause.OTHER:
            continue
        claim = Claim(
            0,
            cells[number].end - cells[number].start,
            polarity,
            standard,
            Certainty.HIGH if strict else Certainty.FAIR,
            strict=strict,
            leaning=Polarity.FAVORABLE if polarity is Polarity.INCONCLUSIVE else Polarity.NONE,
            kind=kind,
            object=cause,
        )
        found.append(
            Opinion(
                claim,
                Holder.AUTHOR,
                False,
                cells[number].start,
                cells[number].end,
                Section.OPINION,
                1,
                own_words=True,
                condition=" ".join(name.split()),
            )
        )
    return found


def _said(low: str) -> tuple[Polarity, Standard, bool] | None:
    """What the words of a cell answer (and whether in VA's own phrase), or None where they do not."""
    if len(low.split()) > _MOST_WORDS:
        return None
    degree = phrases.strict(low)
    if degree is not None:
        lead = low[: degree.start]
        denied = negation.on_phrase(lead) or (_NO.match(low) is not None and degree.start > 0)
        if degree.phrase.polarity is Polarity.FAVORABLE and denied:
            return Polarity.UNFAVORABLE, Standard.LESS_LIKELY, True
        return degree.phrase.polarity, degree.phrase.standard, True
    for pattern, polarity, standard in (
        (_POSSIBLE, Polarity.INCONCLUSIVE, Standard.SPECULATIVE),
        (_UNLIKELY, Polarity.UNFAVORABLE, Standard.LESS_LIKELY),
        (_LIKELY, Polarity.FAVORABLE, Standard.MORE_LIKELY),
    ):
        if pattern.fullmatch(low):
            return polarity, standard, False
    if _YES.match(low):
        return Polarity.FAVORABLE, Standard.DEFINITE, False
    return (Polarity.UNFAVORABLE, Standard.DEFINITE, False) if _NO.match(low) else None
