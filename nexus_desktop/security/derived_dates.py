"""Every date and year of a letter as a span of days, so that dates of any precision can be compared honestly."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nexus_desktop.security.date_values import DateValue, read_date
from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.detectors.dates import birth_before, date_spans
from nexus_desktop.security.letter_view import HARD, LetterView

_YEAR = compiled(
    r"""(?: \b(?:in|for|since|from|to|until|till|through|thru|by|during|of|after|before|around|about|circa|and|between
    |late|early|mid|year|spring|summer|fall|autumn|winter|age\ \d\d|service|duty|dates?|years?)[\s:,]{1,3}(?:(?:about
    |around|late|early|mid|approximately)[\s-])? | (?<=\d\d\d\d)~?[-–—]~? )
    (?P<year>19[3-9]\d|20[0-4]\d)(?![\d/%]|[-.]\d|s\b)"""
)
_FIRST_OF_RANGE = compiled(r"\b(?P<year>19[3-9]\d|20[0-4]\d)(?=~?[-–—]~?(?:19[3-9]\d|20[0-4]\d)\b)")
_JOINT = re.compile(
    r"[\s,]*\b(?:to|through|thru|until|till|and)\b\s*|\s*[–—]\s*|\s+-\s+|(?<=\d\d\d\d)-(?=\d)", re.IGNORECASE
)
_SENTENCE_END = re.compile(
    r"(?<![ .(][A-Z])(?<!\bDr|\bMr|\bMs|\bSt|\bJr|\bNo|\bvs)(?<!\bMrs)[.!?][\"')]*(?=\s)|\n\s*\n"
)
_LIST_ITEM = re.compile(r"\n(?=[ \t]*(?:[-*|•]|\(?[a-z0-9]{1,2}[.)]|[A-Z][\w /&'()-]{0,40}:)[ \t])")
EARLIEST, LATEST = 1900, 2099


@dataclass(frozen=True, slots=True)
class DayMention:
    """A date at its place in the view: the first and last day it can mean, counted as ``date.toordinal`` does."""

    start: int
    end: int
    first: int
    last: int
    born: bool

    @property
    def exact(self) -> bool:
        """Whether the month is known."""
        return self.last - self.first < 31


def mentions(view: LetterView) -> list[DayMention]:
    """Every date with a year, and every year that is used as a date, in order."""
    found: list[DayMention] = []
    for start, end in (part for span in sorted(date_spans(view)) for part in _parts(view, *span)):
        value = read_date(view[start:end])
        days = _days(value) if value is not None else None
        if days is not None and not (found and start < found[-1].end):
            found.append(DayMention(start, end, *days, born=birth_before(view, start)))
    taken = [(one.start, one.end) for one in found]
    for pattern in (_YEAR, _FIRST_OF_RANGE):
        for match in pattern.finditer(view):
            start, end = match.span("year")
            if view.is_kept(start, end, HARD) or _overlaps(taken, start, end):
                continue
            days = _days(DateValue(int(match["year"])))
            if days is not None:
                found.append(DayMention(start, end, *days, born=birth_before(view, start)))
                insort(taken, (start, end))
    return sorted(found, key=lambda one: one.start)


def _parts(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """The dates of a range that was found as one, where each of them has a year of its own; else the whole."""
    parts, at = [], start
    for joint in _JOINT.finditer(view, start, end):
        parts.append((at, joint.start()))
        at = joint.end()
    parts.append((at, end))
    read = [read_date(view[first:last]) for first, last in parts]
    return parts if all(one is not None and one.year is not None for one in read) else [(start, end)]


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(taken, (start, end)) - 1
    return any(first < end and start < last for first, last in taken[max(0, at) : at + 2])


def _days(value: DateValue) -> tuple[int, int] | None:
    if value.year is None or not EARLIEST <= value.year <= LATEST:
        return None
    if value.month is None:
        return date(value.year, 1, 1).toordinal(), date(value.year, 12, 31).toordinal()
    length = calendar.monthrange(value.year, value.month)[1]
    if value.day is None or value.day > length:
        return date(value.year, value.month, 1).toordinal(), date(value.year, value.month, length).toordinal()
    day = date(value.year, value.month, value.day).toordinal()
    return day, day


def sentences(view: LetterView) -> Iterator[tuple[int, int]]:
    """Spans of sentences and items of lists, good enough to see which words belong to a date."""
    ends = sorted({match.end() for pattern in (_SENTENCE_END, _LIST_ITEM) for match in pattern.finditer(view)})
    start = 0
    for end in (*ends, len(view)):
        if view[start:end].strip():
            yield start, end
        start = end


def months_between(earlier: tuple[int, int], later: tuple[int, int]) -> tuple[int, int]:
    """Whole months between two spans of days, at least and at most; never below 0."""
    least = max(0, _months(earlier[1], later[0]))
    return least, max(least, _months(earlier[0], later[1]))


def years_between(earlier: tuple[int, int], later: tuple[int, int]) -> tuple[int, int]:
    """Whole years between two spans of days, at least and at most; never below 0."""
    least, most = months_between(earlier, later)
    return least // 12, most // 12


def _months(first: int, second: int) -> int:
    one, other = date.fromordinal(first), date.fromordinal(second)
    whole = 12 * (other.year - one.year) + other.month - one.month
    return whole - (other.day < one.day) if whole > 0 else whole


def a_year_after(day: int) -> int:
    """The last day of the year that begins the day after."""
    one = date.fromordinal(day)
    try:
        return one.replace(year=one.year + 1).toordinal()
    except ValueError:  # February 29
        return one.replace(year=one.year + 1, day=28).toordinal()
