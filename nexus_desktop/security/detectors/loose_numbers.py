"""Long numbers that nothing explains: neither law nor dose nor measure nor a finding of another detector."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.numbers import MEASURED, YEARS
from nexus_desktop.security.letter_view import LetterView
from nexus_desktop.security.scanning import Anchor
from nexus_desktop.security.vocabulary import words

_LOOSE = compiled(
    r"""(?<![\w.,$/\#+-])(?P<v>(?=[A-Z0-9./ -]{0,30}\d)(?:[A-Z]{1,4}[-.]?)?\d[\dA-Z]{0,20}
    (?:[-/. \x1f]\d[\dA-Z]{0,12}){0,5}(?:-[A-Z]{1,2}\b)?)(?![\w%]|[.,]\d)"""
)


_ANY_LABEL = compiled(
    r"""\b(?!(?:form|code|page|item|exhibit|model|question|part|section|figure|table|appendix|volume|issue|series|lot|room
    |suite|apt|unit|grade|type|class|phase|stage|version|line|dose|batch|tier|group|level)\b)[a-z]{3,16},?~(?:no\b\.?|nos\b\.?
    |number|num\b\.?|\#|id\b|i\.d\.)(?:~is)?[:\s\#]{0,4}(?:(?-i:[A-Z]{2,4})~){0,2}(?P<v>[A-Z]{0,4}[-.]?\d[\dA-Z]*(?:[-/.][\dA-Z]+){0,4})(?![\w%])"""
)
"""Words that announce a number of their own: ``enrollment no. KI-00481``."""
_TOLD = compiled(
    r"""\b(?:(?:verification|access|security|confirmation|session|invitation|visit|entry|gate|contractor|quality|tracking)~(?:code|control|key|id|session|number)
    |session|histology|histopathology|biopsy|cytology|autopsy|certificate|passport|permit|inmate|booking|series|badge|locker|tape|cassette|recording)
    [:\s\#,]{1,3}(?:(?:no|number|nr|id|is|was)\b\.?[:\s]{0,2})?(?P<v>(?=[A-Z\d/.-]{0,12}\d{2})[A-Z\d]{1,8}(?:[-/.][A-Z\d]{1,8}){0,5})(?![\w%]|[.,]\d)"""
)
"""``Session 9f31-77c0``: words behind which a code stands without a sign for a number."""
_BRACKETED = compiled(
    r"\b(?:mrn|chart|file|claim|case|record|account|policy|licen[cs]ed?(?:~(?:in|by)~(?:the~state~of~)?(?-i:[A-Z])[\w~]{2,20})?|number|registered)"
    r"\b(?:~[a-z]{2,12}){0,3}~\((?P<v>(?=[A-Z\d-]{0,8}\d{3})[A-Z]{0,4}-?\d[\dA-Z-]{2,14})\)"
)
"""``Her MRN is unchanged (71930)``, ``licensed in Idaho (DA-8842)``."""
_IBAN = compiled(r"\b[A-Z]{2}\d{2}(?:~?[\dA-Z]{4}){3,7}(?:~?[\dA-Z]{1,4})?(?!\w)", ignore_case=False)
_TAGGED_CAR = compiled(
    r"""\b(?:car|van|truck|vehicle|plates?|trailer|motorcycle|boat|registration|reg\.?)\b[,:(]{0,2}~(?:plates?~|registered~|no\.?~|\(){0,2}
    (?P<v>(?-i:[A-Z]{1,3}-[A-Z]{1,2}~?\d{1,4}|[A-Z]{1,3}-\d{3,5}|\d[A-Z]~\d{1,3}[A-Z]{1,3}\d?[A-Z]?|[A-Z]{2,3}~\d{3,4}))(?![\w-])"""
)
_ANNOUNCED: tuple[tuple[re.Pattern[str], C, str | int], ...] = (
    (_TOLD, C.ACCOUNT, "v"),
    (_BRACKETED, C.ACCOUNT, "v"),
    (_IBAN, C.ACCOUNT, 0),
    (_TAGGED_CAR, C.VEHICLE, "v"),
)
_FIGURE = Anchor(re.compile(r"\d+"), 60)
_EVERY_FIGURE = Anchor(re.compile(r"\d"), 8)
_DEGREE = compiled(
    r"\b(?:MD|DO|PhD|PsyD|DPM|DPT|PT|OT|DC|NP|PA-C|RN|AuD|LCSW|LPC|OD|DDS|Dr\.?)\b[^\n]{0,30}[,;/|\n]?[^\n]{0,16}$",
    ignore_case=False,
)
_CODE = compiled(
    r"(?<![\w/-])(?P<v>(?:[A-Z]{2,4}-?\d{4,6}|[A-Z]-\d{4,6}|\d[A-Z]{3}-?\d{3}|[A-Z]{3}~\d{4}))(?![\w-])",
    ignore_case=False,
)
"""Letters and digits as on licence plates."""
_CODES_OF_THINGS = words(
    "dd sf da va std mil pl hr far osha iso ansi icd cpt ar tm fm nsn phq gad dsm covid loinc hipaa usc cfr bva "
    "cg ds ssa omb"
)
"""What stands before the numbers of forms, standards, laws and scales."""


_PRESSURE = re.compile(r"(?:[6-9]\d|[12]\d\d)/(?:[3-9]\d|1[0-4]\d)")
"""A blood pressure."""


_HIGHEST = 8000  # frequency of an audiogram
_PAGE_OF = re.compile(r"[PT]?[.-]?\d{1,4}/\d{1,4}")
"""``P0003/0003`` in the head of a fax: a page of so many."""
_LETTERS = ascii_letters + ".-"


class LooseNumberDetector(PhiDetector):
    """Long numbers that nothing explains: neither law nor dose nor measure nor a finding of another detector."""

    name = "unexplained numbers"

    def __init__(self, taken: bytearray) -> None:
        super().__init__()
        self._taken = taken  # 1 where another detector found something

    def find(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan_near(_ANY_LABEL, _FIGURE):
            if self._may_identify(view, *match.span("v")):
                yield Hit(*match.span("v"), C.ACCOUNT, 0.6, "a number that may identify")
        yield from self._told(view)
        for match in view.scan_near(_CODE, _FIGURE):
            yield from self._coded(view, *match.span("v"))
        for match in view.scan_near(_LOOSE, _EVERY_FIGURE):
            start, end = match.span("v")
            if any(self._taken[start:end]):  # a row of a table: each of its numbers alone
                at = start
                while at < end:
                    last = at
                    while last < end and not self._taken[last]:
                        last += 1
                    if last > at:
                        first = at + len(view[at:last]) - len(view[at:last].lstrip(" \x1f-/."))
                        stop = first + len(view[first:last].rstrip(" \x1f-/."))
                        yield from self._weighed(view, first, stop)
                    at = last + 1
            else:
                yield from self._weighed(view, start, end)

    def _told(self, view: LetterView) -> Iterator[Hit]:
        """Numbers behind words that announce one."""
        for pattern, category, group in _ANNOUNCED:
            for match in view.scan(pattern):
                if self._may_identify(view, *match.span(group), 3):
                    yield Hit(*match.span(group), category, 0.65, "a number that may identify, behind a word for one")

    def _may_identify(self, view: LetterView, start: int, end: int, least: int = 4) -> bool:
        """Whether a number nobody found has digits enough, and is neither a year nor kept."""
        value = view[start:end]
        free = not any(self._taken[start:end]) and not view.is_kept(start, end)
        return free and sum(map(str.isdigit, value)) >= least and not YEARS.fullmatch(value.lstrip(_LETTERS))

    def _coded(self, view: LetterView, start: int, end: int) -> Iterator[Hit]:
        """Letters and digits: of a licence behind a degree, of somebody's file behind a hyphen, of a thing by list."""
        letters, hyphen, _ = view[start:end].partition("-")
        if self._may_identify(view, start, end, 0) and self._signs(view, start):
            yield Hit(start, end, C.LICENSE, 0.6, "a number behind a degree, as licences are written")
        elif self._may_identify(view, start, end) and letters.lower() not in _CODES_OF_THINGS:
            filed = hyphen and letters.isalpha()
            yield Hit(start, end, C.ACCOUNT, 0.55 if filed else 0.4, "a number that may identify")

    def _signs(self, view: LetterView, start: int) -> bool:
        """Whether a degree stands on the lines of a signature right before a code, near the end of the letter."""
        return start > len(view) * 2 // 3 and bool(_DEGREE.search(view, max(0, start - 60), start))

    def _weighed(self, view: LetterView, start: int, end: int) -> Iterator[Hit]:
        value = view[start:end]
        digits = sum(map(str.isdigit, value))
        if digits < 5 or any(self._taken[start:end]) or view.is_kept(start, end):
            return
        if MEASURED.match(view, end) or YEARS.search(value) or self._is_plain(value):
            return
        if digits >= 7:
            yield Hit(start, end, C.ACCOUNT, 0.6, "a long number that nothing explains")
        else:
            yield Hit(start, end, C.ACCOUNT, 0.4, "a number that may identify")

    def _is_plain(self, value: str) -> bool:
        """A row of figures, a pressure, a page of a fax."""
        page = _PAGE_OF.fullmatch(value) is not None and value[0] in "PT"
        return page or self._series(value) or _PRESSURE.fullmatch(value) is not None

    def _series(self, value: str) -> bool:
        """A row of figures, such as thresholds of an audiogram, and not one number."""
        parts = value.split()
        joined = value.replace("/", "-").split("-")
        if len(joined) > 3 and all(part.isdigit() and int(part) <= _HIGHEST and int(part) % 5 == 0 for part in joined):
            return True  # 500-1000-2000-3000-4000, 20-25-40-60-65
        return (
            len(parts) > 2 and all(len(part) <= 4 for part in parts) and not re.fullmatch(r"\d{1,3} \d{3} \d{3}", value)
        )
