"""Numbers and dates that are spelled out, as a dictated letter has them: ``four four oh seven``, ``the twenty second of
january twenty twenty four``; and known numbers of the letter again, with other signs in them or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.dates import birth_before
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.scanning import Anchor
from nexus_desktop.security.vocabulary import MONTHS, either

_DIGIT = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_UP_TO_19 = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_NUMBER = (
    rf"(?:oh[~-]{_DIGIT}|{_DIGIT}|{_UP_TO_19}"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[~-]{_DIGIT})?)"
)
_NTH = (
    r"(?:(?:(?:twenty|thirty)[~-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_YEAR = (
    rf"(?:(?:nineteen|eighteen|twenty)[~-]{_NUMBER}|two~thousand(?:~(?:and~)?{_NUMBER})?|oh[~-]{_DIGIT}|(?:19|20)\d\d)"
)
_MONTH = f"(?:{either(m for m in MONTHS if len(m) > 4 or m in ('july', 'june', 'may'))}\\b)"
_ANY_MONTH = f"(?:{either(MONTHS)}\\b\\.?)"
_TENS_YEAR = rf"(?:(?:oh|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[~-]{_DIGIT})?|{_UP_TO_19})"
_SOME_YEAR = rf"(?:{_YEAR}|{_TENS_YEAR})"
_SEP = r"(?:,?~comma~|,?~(?:of~)?)"
_SAID_DATE = compiled(
    rf"""\b(?:(?:the~)?(?:{_NTH}|{_NUMBER}){_SEP}{_ANY_MONTH}{_SEP}{_SOME_YEAR}
    | {_MONTH}~(?:the~)?(?:{_NTH}|{_NUMBER}){_SEP}{_SOME_YEAR}
    | (?!may\b|march\b|mar\b){_MONTH}~(?:the~)?(?:{_NTH}|{_NUMBER})
    | (?-i:May|March)~(?:the~)?(?:{_NTH}|{_NUMBER})
    | {_ANY_MONTH}{_SEP}{_SOME_YEAR}(?=[.,;)\n]|~(?:and|to|until|through|comma|period|for|he|she|when|with|in|at)\b)
    | the~{_NTH}~(?:day~)?of~the~{_NTH}(?:{_SEP}{_SOME_YEAR})?
    | (?:the~)?(?:early~|late~)?(?:spring|summer|fall|autumn|winter)~of~{_SOME_YEAR}
    | (?:the~)?(?:first|second|third|last)~(?:week|half|part)~of~{_ANY_MONTH}(?:{_SEP}{_SOME_YEAR})?
    )(?![\w-])"""
)
"""Dates as they are said, with a year of two figures or none."""
_MONTH_FIGURE = r"(?:(?:oh[~-]|zero[~-])?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve)"
_DAY_FIGURE = (
    rf"(?:(?:oh[~-]|zero[~-])?(?:one|two|three|four|five|six|seven|eight|nine)|{_UP_TO_19}"
    r"|twenty(?:[~-](?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:[~-]one)?)"
)
_SAID_FIGURES = compiled(
    rf"""\b(?P<cue>dated?|d\.?o\.?b\.?|born|birth|on|since|seen|signed|exam|examination|visit|letter|decision|note|report|until|through)
    [~:,]{{1,2}}(?:(?:is|was|of|on)~)?(?P<v>{_MONTH_FIGURE}(?:~comma)?[~-]{_DAY_FIGURE}(?:~comma)?[~-](?:of~)?
    (?:(?:nineteen|twenty)[~-]{_NUMBER}|two~thousand(?:~(?:and~)?{_NUMBER})?
    |(?:twenty|forty|fifty|sixty|seventy|eighty|ninety)(?:[~-]{_DIGIT})?|oh[~-]{_DIGIT}))
    (?![\w-]|~(?:{_DIGIT}|percent|point|milligrams?|degrees|decibels?|over|hertz|pages?)\b)"""
)
"""``dated one thirty twenty four``: month, day and year in figures, with nothing said between them."""
_COMMA = r"(?:~comma|,)?~"
_DATE = compiled(
    rf"""\b(?:(?:the~)?{_NTH}(?:~day)?~(?:of~)?{_MONTH}(?:{_COMMA}{_YEAR})?
    | {_MONTH}~(?:the~)?(?:{_NTH}|{_NUMBER})(?:{_COMMA}{_YEAR})
    | {_NUMBER}~{_MONTH}{_COMMA}?{_YEAR}
    | {_MONTH}~(?:of~)?(?:{_YEAR}|oh~{_DIGIT})
    | {_MONTH}~(?:of~)?(?:sixty|seventy|eighty|ninety)[~-]{_DIGIT}
    | (?<!\bmay[ ])(?<=on[ ])the~{_NTH}(?=[,.;~]~?(?:that|which|and|at|he|she|i|we|comma|period)\b|[.,;\n])
    | (?<=from[ ])(?:{_MONTH})~{_NUMBER}(?=~(?:period|comma|and|to)\b|[.,;\n])
    | (?<=on[ ])(?:the~)?{_NUMBER}~{_MONTH} | (?<=comma[ ]){_NUMBER}~{_MONTH}
    )(?![\w-])"""
)
_BIRTH = compiled(
    rf"""\b(?:date~of~birth|birth~?date|d\.?o\.?b\.?|born(?:~on)?|birthday|birth)[\s:,]{{1,3}}(?:(?:is|was|colon)~)?
    (?P<v>(?:{_NUMBER}|{_NTH}|{_MONTH}|the)(?:[~-](?:{_NUMBER}|{_NTH}|{_MONTH}|of|comma|slash|dash|the|(?:19|20)\d\d)){{1,8}})(?![\w-])"""
)
_DIGITS = compiled(rf"\b{_DIGIT}(?:(?:[~-]|,~|~dash~|~hyphen~|~dot~)(?:{_DIGIT}|\d\b)){{3,16}}(?![\w-])")
_SEPARATED = r"[~,.-]{1,3}(?:(?:dash|hyphen|slash|dot|period|point)[~,.-]{1,3})?"
_MIXED = compiled(rf"(?<![\w.-])(?:{_DIGIT}|\d{{1,4}})(?:{_SEPARATED}(?:{_DIGIT}|\d{{1,4}})){{3,16}}(?![\w-]|\.\d)")
"""``804 five five five 0188``: digits, some in words."""
_SOCIAL = re.compile(r"\b(?:social|ssa?n|last four)\b", re.IGNORECASE)
_SPOKEN_PHONE = compiled(r"\b\d{3}~dot~\d{3}~dot~\d{4}(?:,?~(?:extension|ext\.?|x)~(?:[a-z]{3,9}|\d{1,6}))?(?!\w)")
_WORDS = Anchor(re.compile(rf"\b{_DIGIT}\b", re.IGNORECASE), 30)
_KEPT_NUMBERS = frozenset(
    {C.SSN, C.VA_FILE, C.SERVICE_NO, C.DOD_ID, C.MRN, C.PLAN_ID, C.ACCOUNT, C.PHONE, C.FAX, C.LICENSE, C.DEVICE}
)
_RUN = re.compile(r"(?<!\d)(?<![.,/$]\d)\d(?:[-. ]?\d){4,14}(?!\d)")
_LEAST = 5


_COUNTED = re.compile(r"\bthe first\b(?! of)[^.;]{0,50}$")
"""``guarded on the first day and less so on the second``: one of several, and no day of a month."""


class SpokenNumberDetector(PhiDetector):
    """DATE, DOB, SSN, PHONE and ACCOUNT in words."""

    name = "spoken numbers"

    def find(self, view: LetterView) -> Iterator[Hit]:
        yield from self._dates(view)
        for match in view.scan_near(_DIGITS, _WORDS):
            digits = len(re.findall(r"[a-z]+|\d", re.sub(r"dash|hyphen|dot", "", match.group().lower())))
            if self._counts(match.group()):
                continue
            social = bool(_SOCIAL.search(view, max(0, match.start() - 40), match.start()))
            category = C.SSN if social or digits == 9 else C.PHONE if digits in (7, 10) else C.ACCOUNT
            yield Hit(*match.span(), category, 0.8, "digits in words")
        for match in view.scan_near(_MIXED, _WORDS):
            spoken = re.findall(_DIGIT, match.group().lower())
            digits = len(spoken) + sum(map(str.isdigit, match.group()))
            if len(spoken) >= 3 and 7 <= digits <= 16 and not self._counts(match.group()):
                social = digits == 9 or bool(_SOCIAL.search(view, max(0, match.start() - 40), match.start()))
                yield Hit(*match.span(), C.SSN if social else C.PHONE, 0.8, "digits in words")
        for match in view.scan(_SPOKEN_PHONE):
            yield Hit(*match.span(), C.PHONE, 0.9, "the shape of a telephone number")

    def _dates(self, view: LetterView) -> Iterator[Hit]:
        """Dates in words, those of a birth among them."""
        for match in view.scan(_DATE):
            counted = match.group().startswith("the ") and _COUNTED.search(
                view, max(0, match.start() - 70), match.start()
            )
            if not counted and not view.is_kept(*match.span(), HARD):
                yield Hit(*match.span(), C.DATE, 0.85, "a date in words")
        for match in view.scan(_SAID_DATE):
            verb = match.group().lower().startswith(("may", "march")) and not view[match.start()].isupper()
            if not verb and not view.is_kept(*match.span(), HARD):
                born = birth_before(view, match.start())
                yield Hit(*match.span(), C.DOB if born else C.DATE, 0.8, "a date in words")
        for match in view.scan(_SAID_FIGURES):
            if not view.is_kept(*match.span("v"), HARD):
                born = match["cue"].lower().startswith(("b", "d.o", "dob"))
                yield Hit(*match.span("v"), C.DOB if born else C.DATE, 0.8, "a date in words")
        for match in view.scan(_BIRTH):
            yield Hit(*match.span("v"), C.DOB, 0.9, "a date after a word for birth")

    def _counts(self, found: str) -> bool:
        """``one, two, three, four``: a list and no number."""
        return "," in found and bool(re.match(r"(?:one, two|two, three|three, four)", found.lower()))


class NumberSpread(PhiDetector):
    """Numbers that other detectors found, wherever the same digits stand again: in the name of a file, without their
    signs, without their label."""

    name = "known numbers"

    def __init__(self, hits: tuple[Hit, ...]) -> None:
        super().__init__()
        self._hits = [hit for hit in hits if hit.category in _KEPT_NUMBERS and hit.score >= 0.5]

    def find(self, view: LetterView) -> Iterator[Hit]:
        known: dict[str, C] = {}
        for hit in self._hits:
            digits = "".join(c for c in view[hit.start : hit.end] if c.isdigit())
            if len(digits) >= _LEAST:
                known.setdefault(digits, hit.category)
        for match in _RUN.finditer(view) if known else ():
            category = known.get("".join(c for c in match.group() if c.isdigit()))
            if category is not None and not view.is_kept(*match.span(), HARD):
                yield Hit(*match.span(), category, 0.8, "a number known from elsewhere in the letter")
