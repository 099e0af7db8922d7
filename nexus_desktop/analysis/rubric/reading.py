"""A letter as the rules read it: one spelling of quotes, dashes and spaces, lines joined, scans mended.

Every character of a reading knows where it stands in the text given, so whatever the rules find is quoted verbatim
from the letter itself. A tab is left where columns of a form were apart, a newline where a line truly ended.
"""

from __future__ import annotations

import re
import statistics
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric.degrees import DEGREE
from nexus_desktop.analysis.rubric.dictation import SPOKEN, broken, mark, spoken
from nexus_desktop.analysis.rubric.faxed import joined
from nexus_desktop.analysis.rubric.headings import heading
from nexus_desktop.analysis.rubric.misreadings import KNOWN, mended
from nexus_desktop.models.analysis_models import Evidence

_SAME_LENGTH: Final = str.maketrans(
    {
        "’": "'", "‘": "'", "‛": "'", "`": "'", "´": "'", "′": "'",
        "„": "“", "‟": "“", "«": "“", "»": "”",
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "―": "—",
        "％": "%", "﹪": "%",
    }
)  # fmt: skip
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_NOTHING: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

_LINE: Final = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+|\r\n|[\n\r\f\v\x85\u2028\u2029]")
_CITED: Final = re.compile(r"\s*(?:>\s?)+")
_PIECE: Final = re.compile(
    rf"[ ]{{3,}}|\t[ \t]*|[ ]{{2}}|[ﬀ-ﬆ]|[{_NOTHING}]|\b(?:l kely|lik ly|li ely|like y)\b"
    r"|[A-Za-z0-9|]+"
)
_SPEAKS: Final = re.compile(
    r" (?:am|have|had|was|do|did|can|cannot|could|would|will|believe|find|found|feel|think|conclude|opine|reviewed"
    r"|examined|treated|also|certify|hold|see|saw|know)\b"
)
"""What stands behind "I" misread as "l am", "| have"."""
_BROKEN_WORD: Final = re.compile(r"[A-Za-z]{2,}-$")
_KEEPS_HYPHEN: Final = re.compile(
    r"\b(?:service|non|post|pre|self|well|x|long|short|follow|in|co|re|work|age)-$", re.IGNORECASE
)
_STARTS_ANEW: Final = re.compile(
    r"""\|  | \(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]\s        # 1.  (a)  iv.
      | \d{1,2}\.\d{1,2}\s                              # 8.1
      | \d{1,2}[A-Z]\.?\s                               # 3A.
      | [-*•·–‣●]\s                                     # list marks
      | [☐☒☑■□▢◻◼✓✔✗✘]  | \[\s?[xX✓✔*]?\s?\]  | \(\s?[xX✓✔]?\s?\) | _+[xX]?_+
      | [A-Z][\w/'’().,# -]{0,45}:(?:\s|$)              # Label:
      | (?:from|to|cc|date|sent|subject|re|dx|assessment|plan|impression|opinion)\s*:\s
      | (?:the\s)?\d{1,2}(?:st|nd|rd|th)\s(?:day\s)?of\s[A-Z]   # the 3rd of March, 2025
      | /e?s/ | //
    """,
    re.VERBOSE,
)
_UNFINISHED: Final = re.compile(
    r"(?<![\w'])(?:that|of|the|to|by|and|or|in|with|is|was|an?|from|for|his|her|than|as|be|my|due|at)$"
)
_FULL_LINE = 35  # characters from which a line may be part of running text
_FURNITURE: Final = re.compile(
    r"[^\w\n]*(?:[\w.,' ]{0,40}\s{2,})?(?:page|pg\.?|p\.)\s*\d+(?:\s*(?:of|/)\s*\d+)?[^\w\n]*$"
    r"|.*\bfrom:.{0,80}\bto:.{0,80}\bp(?:age)?\.?\s?\d+.*$|.*\(?continued(?: on next page)?\)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """``text`` and ``low`` (the same in lower case) are as long as each other; positions count their characters."""

    source: str
    text: str
    low: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters ``start`` to ``end`` of the reading stand in the text given."""
        return self.starts[start], self.ends[end - 1]

    def evidence(self, start: int, end: int) -> Evidence:
        """The words at ``start`` to ``end``, verbatim, without white space around them."""
        while end - start > 1 and self.text[start].isspace():
            start += 1
        while end - start > 1 and self.text[end - 1].isspace():
            end -= 1
        first, last = self.span(start, end)
        return Evidence(quote=self.source[first:last], start=first, end=last)

    def cited(self, place: int) -> int:
        """How deep the line at ``place`` is quoted from an earlier message (its marks ``>``)."""
        begin = self.source.rfind("\n", 0, self.starts[place]) + 1
        marks = _CITED.match(self.source, begin)
        return marks.group().count(">") if marks else 0

    def position(self, offset: int) -> int:
        """The first character of the reading that stands at or behind ``offset`` of the text given."""
        return bisect_left(self.starts, offset)


def lower(text: str) -> str:
    """Lower case, character by character, so that no position moves."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    blank_before: bool
    furniture: bool
    width: int = 0  # of the widest line in its block


def read(source: str) -> Reading:
    """The reading of ``source``. Linear in its length."""
    plain = source.translate(_SAME_LENGTH)
    if ("“" in plain) != ("”" in plain):  # one mark for both ends of a quotation
        plain = plain.replace("“", '"').replace("”", '"')
    lines = _lines(plain)
    out = _Builder(plain, dictated=spoken(plain))
    first_letters = [plain[line.start] for line in lines if plain[line.start].isalpha()]
    lower_case = sum(letter.islower() for letter in first_letters) > 0.6 * len(first_letters)
    previous: _Line | None = None
    pending: list[_Line] = []
    for line in lines:
        if line.furniture and previous is not None:
            pending.append(line)
            continue
        if previous is None:
            out.line(line.start, line.end)
        else:
            glue = _glue(plain, previous, line, across=bool(pending), lower_case=lower_case)
            if not pending and _apart(plain, previous, line, lower_case=lower_case):
                glue = "\n"
            if out.dictated and broken(plain[previous.start : previous.end]):
                glue = "\n"
            if glue == "\n":
                for skipped in pending:  # page furniture stays a line of its own where nothing ran across it
                    out.glue("\n", previous.end, skipped.start)
                    out.line(skipped.start, skipped.end)
                    previous = skipped
            out.glue("\n\n" if glue == "\n" and line.blank_before else glue, previous.end, line.start)
            out.line(line.start, line.end)
        pending = []
        previous = line
    return out.reading(source)


def _lines(plain: str) -> list[_Line]:
    """The lines that hold something, without their margins and e-mail marks."""
    found: list[_Line] = []
    blank = True
    block: list[_Line] = []
    for match in _LINE.finditer(plain):
        if match.group()[0] in "\n\r\f\v\x85\u2028\u2029":
            continue
        start, end = match.span()
        cited = _CITED.match(plain, start, end)
        start = cited.end() if cited else start
        while start < end and plain[start].isspace():
            start += 1
        while end > start and plain[end - 1].isspace():
            end -= 1
        gap = (
            found
            and plain.count("\n", found[-1].end, match.start()) + plain.count("\f", found[-1].end, match.start()) > 1
        )
        blank = blank or bool(gap)
        if start == end:
            blank = True
            continue
        if blank and block:
            _measure(block)
            block = []
        line = _Line(start, end, blank, bool(_FURNITURE.match(plain, start, end)) and end - start < 120)
        found.append(line)
        block.append(line)
        blank = False
    _measure(block)
    return found


def _measure(block: list[_Line]) -> None:
    """Give every line the usual width of the full lines around it."""
    if not block:
        return
    widths = sorted(line.end - line.start for line in block)
    width = int(statistics.median(widths[len(widths) // 2 :]))
    for line in block:
        line.width = width


_DEGREE_LAST: Final = re.compile(r", ?(?:[A-Z][a-z]{0,4}\.){2,3}$")
"""A name with a degree ("Lowell, Ph.D."): its last stop ends no sentence."""


_NUMBERED: Final = re.compile(r"\(?\d{1,2}[a-z]?[.)] (?:[^\s.;:,]+ ?){1,6}$")
_SMALL_LABEL: Final = re.compile(r"[a-z][a-z./'-]*(?: [a-z/'-]+){0,2}:\s")
_SMALL_NAME: Final = re.compile(rf"[a-z.'’-]+(?: [a-z.'’-]+){{0,2}},? {DEGREE}")
_BOX: Final = re.compile(r"[\[(] ?[xX✓✔*]? ?[\])]|[☐☒☑■□✓✔]")
_COLUMN: Final = re.compile(r"\S(?: {4,}|\t)\S")
_MAX_HEADING = 45  # characters of a line that heads what stands below it


def _heads(plain: str, line: _Line) -> bool:
    """Whether a line of a letter without capitals heads what stands below it ("4. opinion", "why")."""
    words = plain[line.start : line.end]
    if len(words) > _MAX_HEADING or not line.blank_before:
        return False
    if _NUMBERED.match(words):
        return not _UNFINISHED.search(words[-12:])
    found = heading(lower(words))
    return found is not None and found.alone


def _apart(plain: str, previous: _Line, line: _Line, *, lower_case: bool) -> bool:
    """Whether two lines are rows of a letterhead or form, or a heading, label or name in a letter without capitals."""
    before = plain[previous.start : previous.end]
    if lower_case and (_heads(plain, previous) or _SMALL_LABEL.match(plain, line.start, line.end)):
        return True
    if lower_case and before.endswith((".", "!", "?")) and _SMALL_NAME.fullmatch(plain, line.start, line.end):
        return True
    return bool(_COLUMN.search(before) and not _BOX.search(before) and _COLUMN.search(plain, line.start, line.end))


def _glue(plain: str, previous: _Line, line: _Line, *, across: bool, lower_case: bool) -> str:
    """What stands between two lines: nothing or a space where a sentence runs on, else a newline."""
    before, after = plain[previous.start : previous.end], plain[line.start : line.start + 60]
    runs_on = after[0].islower() and not before.endswith((".", "!", "?", ":")) and not _STARTS_ANEW.match(after)
    if _UNFINISHED.search(before[-12:]) and len(before) >= _FULL_LINE and not _STARTS_ANEW.match(after):
        return " "  # a page ended in the middle of a sentence
    short = line.end - line.start < 45 and (
        plain[line.end - 1] not in ".;,:!?" or _DEGREE_LAST.search(plain, line.start, line.end) is not None
    )
    if short and before.endswith((".", "!", "?")) and not line.blank_before and (after[0].isupper() or after[0] == "["):
        return "\n"  # a name or a heading under a paragraph
    if line.blank_before or across:
        if not (runs_on and len(before) >= 35) or (lower_case and not across):
            return "\n"
    elif not runs_on and not after[0].islower():
        full = len(before) >= max(35, min(55, int(0.72 * previous.width)))
        if (
            not full
            or _STARTS_ANEW.match(after)
            or before.endswith(":")
            or (before.isupper() and not after[:20].isupper())
        ):
            return "\n"
    elif before.endswith(":") or _STARTS_ANEW.match(after):
        return "\n"
    broken = _BROKEN_WORD.search(before[-30:])
    if broken and after[0].islower():
        whole = broken.group().rstrip("-") + after.split()[0]
        if lower(re.sub(r"\W+$", "", whole)) in KNOWN:
            return ""
        return "-" if _KEEPS_HYPHEN.search(before[-30:]) else ""
    return " "


class _Builder:
    """Collects the characters of a reading with their places."""

    def __init__(self, plain: str, *, dictated: bool = False) -> None:
        self._plain = plain
        self.dictated = dictated
        self._torn = joined(plain)
        self._parts: list[str] = []
        self._starts: array[int] = array("q")
        self._ends: array[int] = array("q")

    def _put(self, new: str, start: int, end: int) -> None:
        self._parts.append(new)
        self._starts.extend([start] * len(new))
        self._ends.extend([end] * len(new))

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            self._parts.append(self._plain[start:end])
            self._starts.extend(range(start, end))
            self._ends.extend(range(start + 1, end + 1))

    def line(self, start: int, end: int) -> None:
        """Take in one line, mending what scanners misread; where it was dictated, with the marks that it names."""
        for match in SPOKEN.finditer(self._plain, start, end) if self.dictated else ():
            self._typed(start, match.start())
            self._put(mark(match), *match.span())
            start = match.end()
            if match.group("line") or match.group("alone"):
                start += self._plain[start : start + 1] == " "
        self._typed(start, end)

    def _typed(self, start: int, end: int) -> None:
        done = start
        for match in _PIECE.finditer(self._plain, start, end):
            if match.start() < done:
                continue
            piece, stop = match.group(), match.end()
            if match.start() in self._torn:
                stop = self._torn[match.start()]
                new: str | None = self._plain[match.start() : stop].replace(" ", "")
            elif piece[0].isspace():
                new = " " if piece == "  " else "\t"
            elif piece in _LIGATURES:
                new = _LIGATURES[piece]
            elif piece in _NOTHING:
                new = ""
            elif " " in piece:
                new = "likely"  # a letter fell out of it
            elif piece in ("l", "|"):
                new = "I" if _SPEAKS.match(self._plain, match.end()) else None
            else:
                new = mended(piece)
            if new is not None:
                self._copy(done, match.start())
                self._put(new, match.start(), stop)
                done = stop
        self._copy(done, end)

    def glue(self, glue: str, start: int, end: int) -> None:
        """Set two lines apart or together; a hyphen that only broke a word goes."""
        if glue in ("", "-"):
            last = self._parts[-1]
            self._parts[-1] = last[:-1]
            self._starts.pop()
            self._ends.pop()
        self._put(glue, start, max(start + 1, end))

    def reading(self, source: str) -> Reading:
        text = "".join(self._parts)
        return Reading(source, text, lower(text), self._starts, self._ends)
