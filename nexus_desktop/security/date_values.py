"""The value of a written date, so that one day written in two styles is one entity and its year can be kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = {
    name: at
    for at, names in enumerate(
        ("jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep set", "oct", "nov", "dec dic"),
        start=1,
    )
    for name in names.split()
}
_NUMERIC = re.compile(r"\b(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"\b((?:18|19|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_RUN = re.compile(r"\b((?:19|20)\d\d)(\d\d)(\d\d)\b")
_MONTH_YEAR = re.compile(r"\b(\d{1,2})[-/]((?:19|20)\d\d)\b")
_MONTH_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})\b(?!/)")
_WORD = re.compile(
    r"(?<![A-Za-z])(jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|set|oct|nov|dec|dic)[a-z]*", re.IGNORECASE
)
_FULL_YEAR = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"'(\d\d)(?!\d)|(?:[A-Za-z.]|[-/ ,])(\d\d)\s*$")


@dataclass(frozen=True, slots=True)
class DateValue:
    """Year, month and day as far as they are written. ``swappable``: day and month could be the other way round."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    swappable: bool = False


def _full(year: int) -> int:
    """Two digits as a year: 00 to 35 belong to this century."""
    if year >= 100:
        return year
    return year + (2000 if year <= 35 else 1900)


def read_date(text: str) -> DateValue | None:
    """The value of a date written in any style a letter uses; None if no month or year can be read from it."""
    iso = _ISO.search(text) or _RUN.search(text)
    if iso and 1 <= int(iso.group(2)) <= 12:
        return DateValue(int(iso.group(1)), int(iso.group(2)), int(iso.group(3)) if iso.group(3) else None)
    numeric = _NUMERIC.search(text)
    if numeric:
        month, day, year = (int(numeric.group(at)) for at in (1, 2, 3))
        if month > 12 >= day:
            month, day = day, month
        return DateValue(_full(year), month, day, swappable=day <= 12) if month <= 12 and day <= 31 else None
    short = _MONTH_YEAR.search(text)
    if short and 1 <= int(short.group(1)) <= 12:
        return DateValue(int(short.group(2)), int(short.group(1)))
    return _worded(text)


def _worded(text: str) -> DateValue | None:
    month, full = _WORD.search(text), _FULL_YEAR.search(text)
    year = int(full.group(1)) if full else None
    if month is None:
        plain = _MONTH_DAY.search(text)
        if plain and 1 <= int(plain.group(1)) <= 12:
            return DateValue(year, int(plain.group(1)), int(plain.group(2)), swappable=False)
        late = re.search(r"'(\d\d)(?!\d)", text)
        year = year if year is not None or late is None else _full(int(late.group(1)))
        return DateValue(year) if year is not None else None
    rest = _FULL_YEAR.sub(" ", text)
    rest = re.sub(r"\d{1,2}:\d\d.*", "", rest)
    day = re.search(r"(?<!['\d])(\d{1,2})(?!\d)", rest)
    if year is None and day:
        behind = rest[: day.start()] + " " * len(day.group()) + rest[day.end() :]
        two = _SHORT_YEAR.search(behind.rstrip(" .,"))
        year = _full(int(two.group(1) or two.group(2))) if two else None
    elif year is None:
        two = re.search(r"'(\d\d)(?!\d)", rest)
        year = _full(int(two.group(1))) if two else None
    value = int(day.group(1)) if day and 1 <= int(day.group(1)) <= 31 else None
    return DateValue(year, _MONTHS[month.group(1).lower()], value)
