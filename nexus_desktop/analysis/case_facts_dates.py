"""Dates and periods as a de-identified letter gives them: bare years, and tags with a year or a value known here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.case_models import PartialDate

KnownDates = Mapping[int, PartialDate]
"""What stood behind a redacted date, by where its tag begins in the de-identified text. In memory alone."""

_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DATE: Final = (
    r"(?:\[(?:date|dob) \d+(?:, ?\d{4})?\]"
    rf"|(?:{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?|\d{{1,2}} {_MONTH},? |(?:the )?(?:spring|summer|fall|autumn"
    rf"|winter"
    r"|early|late|mid)(?: of|-)? ?|\d{1,2}[/-](?:\d{1,2}[/-])?)?(?:19|20)\d\d(?!\d|/\d|-(?!(?:19|20)\d\d)\d|%))"
)
"""A date in lower case: a tag, or anything with a year of four digits."""

_FOUND: Final = re.compile(DATE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NAMED: Final = re.compile(_MONTH)
_NUMERIC: Final = re.compile(r"(\d{1,2})[/-](?:(\d{1,2})[/-])?(?=(?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Written:
    """A date at its place in the reading; ``value`` is None where redaction took all of it."""

    start: int
    end: int
    value: PartialDate | None


@dataclass(frozen=True, slots=True)
class Period:
    """From one date to another, at its place in the reading."""

    start: int
    end: int
    first: PartialDate
    last: PartialDate | None


class Dates:
    """Reads dates of one document."""

    def __init__(self, doc: Document, known: KnownDates) -> None:
        self._doc, self._known = doc, known

    def at(self, start: int, end: int) -> Written:
        """The date written there."""
        words = self._doc.reading.low[start:end]
        known = self._known.get(self._doc.reading.span(start, end)[0]) if words.startswith("[") else None
        return Written(start, end, known or _value(words))

    def within(self, start: int, end: int) -> list[Written]:
        """Every date between two places."""
        return [self.at(*match.span()) for match in _FOUND.finditer(self._doc.reading.low, start, end)]

    def of_letter(self) -> Written | None:
        """The date of the letter: the first date of the head that stands alone on its line or behind "Date:"."""
        low = self._doc.reading.low
        for line in self._doc.lines[:25]:
            alone = re.fullmatch(
                rf"\W*(?:dated?\s*(?:of (?:letter|report|exam\w*))?\s*:?\s*)?({DATE})\W*", low[line.start : line.end]
            )
            if alone:
                return self.at(line.start + alone.start(1), line.start + alone.end(1))
        return None


def _value(words: str) -> PartialDate | None:
    year = _YEAR.search(words.split(",")[-1] if words.startswith("[") else words)
    if year is None:
        return None
    month: int | None = None
    named, numeric = _NAMED.search(words), _NUMERIC.search(words)
    if named:
        month = _MONTHS[named.group()[:3]]
    elif numeric and 1 <= int(numeric.group(1)) <= 12:
        month = int(numeric.group(1))
    return PartialDate(year=int(year.group()), month=month)
