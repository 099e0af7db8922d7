"""From words on a page to text: lines from top to bottom, words from left to right, gaps as blanks and empty lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from nexus_desktop.letters.extract import clean

if TYPE_CHECKING:
    from nexus_desktop.letters.ocr.engine import Word

_SAME_LINE = 0.5  # share of the lower one's height by which two pieces overlap
_COLUMN = 2.5  # gap in heights of a line from which on two pieces are columns of a form and not one sentence
_PARAGRAPH = 0.9  # gap in heights of a line from which on a line is left empty

UNSURE = 0.85
"""Words below this confidence are shown as such."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, and (start, end, confidence) of its words that were hardly legible."""

    text: str
    unsure: tuple[tuple[int, int, float], ...]


def page_text(lines: list[list[Word]]) -> PageText:
    """The pieces of a page in the order they are read in."""
    rows = _rows([sorted(line, key=lambda word: word.left) for line in lines])
    parts: list[str] = []
    unsure: list[tuple[int, int, float]] = []
    length = 0

    def put(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += len(text)

    for number, row in enumerate(rows):
        if number:
            put("\n\n" if _gap(rows[number - 1], row) > _PARAGRAPH * _height(row) else "\n")
        for before, word in pairwise([None, *row]):
            text = clean(word.text).strip() if word is not None else ""
            if word is None or not text:
                continue
            if before is not None:
                put("   " if word.left - before.right > _COLUMN * _height(row) else " ")
            if word.confidence < UNSURE:
                unsure.append((length, length + len(text), round(word.confidence, 2)))
            put(text)
    return PageText("".join(parts), tuple(unsure))


def _rows(lines: list[list[Word]]) -> list[list[Word]]:
    """Pieces that stand beside each other as one row, rows from top to bottom."""
    rows: list[list[Word]] = []
    for line in sorted(lines, key=_middle):
        if rows and _overlap(rows[-1], line) > _SAME_LINE * min(_height(rows[-1]), _height(line)):
            rows[-1] = sorted([*rows[-1], *line], key=lambda word: word.left)
        else:
            rows.append(line)
    return rows


def _top(row: list[Word]) -> float:
    return sum(word.top for word in row) / len(row)


def _bottom(row: list[Word]) -> float:
    return sum(word.bottom for word in row) / len(row)


def _middle(row: list[Word]) -> float:
    return (_top(row) + _bottom(row)) / 2


def _height(row: list[Word]) -> float:
    return max(1.0, _bottom(row) - _top(row))


def _overlap(one: list[Word], other: list[Word]) -> float:
    return min(_bottom(one), _bottom(other)) - max(_top(one), _top(other))


def _gap(above: list[Word], below: list[Word]) -> float:
    return _top(below) - _bottom(above)
