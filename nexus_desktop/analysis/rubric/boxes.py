"""Check boxes of a form: which options are marked, and which are merely printed (rubric 3.3).

Marks may stand before or behind their options, as ``[x] [X] (x) ☒ ☑ ■ ✓ ✔``, as a lone X or initials at the start of
one of several printed sentences, or as the one sentence that is not struck out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_BOX: Final = re.compile(
    r"\[\s{0,4}(?P<square>[xX✓✔√*]?)\s{0,4}\](?!\()|\(\s{0,4}(?P<round>[xX✓✔√*]?)\s{0,4}\)(?=\s|$)|(?P<full>[☒☑■◼✓✔])|(?P<empty>[☐□▢◻])"
    r"|(?<![\w_])_{1,4}(?P<line>[xX✓✔]|[A-Z]{2,3})_{1,4}(?![\w_])|(?<![\w_])(?P<led>[xX✓✔])_{2,4}(?![\w_])"
    r"|(?<![\w_])(?P<blank>_{2,4})(?![\w_])(?=\s*(?:[A-Za-z(\d]|$))"
)
_LABEL_BEFORE = re.compile(r"(?:[:?]|^\W*(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})?[.)]?\s*[-–—]?)\s*$")
_STRUCK = re.compile(r"~~[^~\n]{3,300}~~|(?:[^\n\u0336]\u0336){4,}")
_OPTION_STOP = re.compile(r"(?<=\S)\t|\.\s+(?=[A-Z\"“])")
_OPTION_NAME = re.compile(
    r"\s*\(?(?:[a-z]|\d{1,2}[a-z]?|[ivx]{1,4})[.)]\s+|\s*(?:option|choice|opinion)\s+\w{1,2}[.):]\s+", re.IGNORECASE
)
"""The letter or number of an option, whose full stop does not end it."""
_PRINTED = re.compile(r"likely (?:as|than) not|speculation|50 ?(?:%|percent)", re.IGNORECASE)
_LONE_MARK = re.compile(
    r"\s*(?:[-*•]\s*)?(?P<mark>(?-i:[xX✓✔]|(?!IT\b|IS\b|NOT\b|THE\b|DUE\b)[A-Z]{2,3}))\s{1,8}(?=(?:the|it is|is"
    r"|at least|less|more|not|due|yes|no|i )\b)",
    re.IGNORECASE,
)
_OPTION_WORDS = re.compile(
    r"\s*(?:[-*•]\s*)?(?:the|it is|is|at least|less|more|not|due|i cannot|cannot)\b.{0,160}", re.IGNORECASE
)
_TAKEN_BACK: Final = re.compile(
    r"[\s\W_]{0,8}(?:(?:marked|checked|ticked|entered) )?(?:in )?(?:error|void(?:ed)?|strike|struck|crossed out"
    r"|cancel(?:l?ed)?"
    r"|wrong (?:line|box|one|item)|mistake|not this(?: one)?|disregard|ignore|withdrawn|scratch(?:ed)?(?: out)?)\b",
    re.IGNORECASE,
)
"""Behind a mark: "[X]--ERROR, wrong line"."""


@dataclass(frozen=True, slots=True)
class Option:
    """One printed alternative. Positions are those of the reading; ``start`` takes in its box."""

    start: int
    end: int
    text_start: int
    text_end: int
    marked: bool
    row: int  # options on one line, or on lines that follow each other, are rows of one question


def find(text: str, lines: list[tuple[int, int]]) -> tuple[Option, ...]:
    """Every option of the form, in order. ``lines`` are (start, end) pairs within ``text``."""
    found: list[Option] = []
    row, last_line = -1, -9
    for number, (start, end) in enumerate(lines):
        boxes = [box for box in _BOX.finditer(text, start, end) if not _is_prose(text, box)]
        boxes = [] if all(box.group("blank") for box in boxes) and not _printed_near(text, lines, number) else boxes
        if not boxes:
            continue
        row += number - last_line > 1 or text[start : boxes[0].start()].rstrip().endswith(":")
        last_line = number
        found += _options(text, start, end, boxes, row)
    found += _lone_marks(text, lines, row + 1)
    return tuple(sorted(found, key=lambda option: option.start))


def _is_prose(text: str, box: re.Match[str]) -> bool:
    """Whether an empty or marked pair of brackets is part of a word, as in ``item(x)``."""
    return box.group()[0] == "(" and box.start() > 0 and text[box.start() - 1].isalnum()


def _printed_near(text: str, lines: list[tuple[int, int]], number: int) -> bool:
    start, end = lines[number]
    return bool(_PRINTED.search(text, start, end))


def _marked(box: re.Match[str]) -> bool:
    return bool(box.group("square") or box.group("round") or box.group("full") or box.group("line") or box.group("led"))


def _options(text: str, start: int, end: int, boxes: list[re.Match[str]], row: int) -> list[Option]:
    """The options of one line, with boxes before or behind their words."""
    before = text[start : boxes[0].start()]
    behind = bool(before.strip()) and boxes[-1].end() >= end - 1 and not _LABEL_BEFORE.search(before)
    options: list[Option] = []
    for number, box in enumerate(boxes):
        if behind:
            first = boxes[number - 1].end() if number else _behind_label(text, start, box.start())
            options.append(Option(first, box.end(), first, box.start(), _marked(box), row))
        else:
            last = boxes[number + 1].start() if number + 1 < len(boxes) else _option_end(text, box.end(), end)
            taken_back = _TAKEN_BACK.match(text, box.end(), last) is not None
            last = end if taken_back and number + 1 == len(boxes) else last
            options.append(Option(box.start(), last, box.end(), last, _marked(box) and not taken_back, row))
    return options


def _behind_label(text: str, start: int, end: int) -> int:
    label = max(text.rfind(":", start, end), text.rfind("?", start, end))
    return label + 1 if label >= 0 else start


def _option_end(text: str, start: int, end: int) -> int:
    """An option ends with its sentence or its line, or where another label begins in the next column."""
    name = _OPTION_NAME.match(text, start, end)
    stop = _OPTION_STOP.search(text, name.end() if name else start, end)
    return stop.start() if stop else end


def _lone_marks(text: str, lines: list[tuple[int, int]], row: int) -> list[Option]:
    """Printed sentences of which one has an X or initials before it, or all but one are struck out."""
    found: list[Option] = []
    for number in range(len(lines)):
        group = [
            line for line in lines[number : number + 4] if _PRINTED.search(text, *line) and line[1] - line[0] < 400
        ]
        if (
            len(group) < 2
            or any(_BOX.search(text, *line) for line in group)
            or any(o.start >= group[0][0] for o in found)
        ):
            continue
        struck = [bool(_STRUCK.search(text, *line)) for line in group]
        marks = [_LONE_MARK.match(text, *line) for line in group]
        plain = [bool(_OPTION_WORDS.match(text, *line)) for line in group]
        if any(struck) and not all(struck):
            found += [Option(a, b, a, b, not gone, row) for (a, b), gone in zip(group, struck, strict=True)]
        elif sum(mark is not None for mark in marks) == 1 and all(
            one or mark is not None for one, mark in zip(plain, marks, strict=True)
        ):
            for (a, b), mark in zip(group, marks, strict=True):
                found.append(Option(a, b, mark.end() if mark else a, b, mark is not None, row))
        row += 1
    return found
