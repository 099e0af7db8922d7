"""What the attorney knows of the client, found in every form: numbers with any separators, the birth date in any
style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.date_values import DateValue, read_date
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.detectors.dates import date_spans
from nexus_desktop.security.letter_view import HARD, LetterView

_SEPARATORS = r"[\s./_|,-]{0,3}"
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d$")


class ClientDetector(PhiDetector):
    """SSN, last four, file number and birth date of one client. Names are seeded into the detector of names."""

    name = "client"

    def __init__(self, client: ClientFields) -> None:
        super().__init__()
        self._ssn = [_digits(value) for value in client.ssn if len(_digits(value)) >= 4]
        self._files = [_digits(value) for value in client.va_file if len(_digits(value)) >= 5]
        self._births = [value for value in map(read_date, client.dob) if value is not None]

    def find(self, view: LetterView) -> Iterator[Hit]:
        for digits in self._ssn:
            if len(digits) == 9:
                yield from self._number(view, digits, C.SSN, "the client's Social Security number")
            yield from self._last_four(view, digits[-4:])
        for digits in self._files:
            yield from self._number(view, digits, C.VA_FILE, "the client's file number")
        if self._births:
            for start, end in date_spans(view):
                value = read_date(view[start:end])
                if value is not None and any(_same_day(value, birth) for birth in self._births):
                    yield Hit(start, end, C.DOB, 0.99, "the client's date of birth")

    def _number(self, view: LetterView, digits: str, category: C, reason: str) -> Iterator[Hit]:
        pattern = re.compile(
            r"(?<!\d)(?:X?C[\s.-]{0,2}|SS[\s-]{0,2}|XSS[\s-]{0,2}|(?<![A-Z])[A-Z]{1,4}-)?"
            + _SEPARATORS.join(digits)
            + r"(?!\d)",
            re.IGNORECASE,
        )
        for match in pattern.finditer(view):
            yield Hit(match.start(), match.end(), category, 0.99, reason)

    def _last_four(self, view: LetterView, digits: str) -> Iterator[Hit]:
        """The last four anywhere, unless they may be a year or belong to a longer number or a citation."""
        for match in re.finditer(
            rf"(?<![\d.,$-])(?<!\d )(?:[xX*#]{{2,3}}[- ]?[xX*#]{{2}}[- ]?)?{digits}(?![\d%]|[.,:]\d|-\d)", view
        ):
            near = view[max(0, match.start() - 40) : match.start()].lower()
            labelled = re.search(r"ss|last|social|ending|xx|\*\*|four|\(|l4", near)
            if _YEAR_LIKE.match(digits) and not labelled:
                continue
            if not view.is_kept(match.start(), match.end(), HARD):
                yield Hit(match.start(), match.end(), C.SSN, 0.9, "the last four of the client's number")


def _digits(value: str) -> str:
    return "".join(c for c in value if c.isdigit())


def _same_day(value: DateValue, birth: DateValue) -> bool:
    """Whether two dates can be one; a missing year in the letter counts as the same."""
    if value.month is None or value.day is None or birth.month is None or birth.day is None:
        return False
    years = value.year is None or birth.year is None or value.year % 100 == birth.year % 100
    days = {(value.month, value.day)} | ({(value.day, value.month)} if value.swappable else set())
    return years and (birth.month, birth.day) in days
