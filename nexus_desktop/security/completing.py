"""Completes what detectors found in part: the letters that a number is written with, the rest of a word that a scanner
tore or misread, the number and the legal form behind the name of a body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.models.letter_models import Verdict
from nexus_desktop.security.detectors.base import Hit
from nexus_desktop.security.detectors.bodies import COMPANY_FORM
from nexus_desktop.security.letter_view import LetterView
from nexus_desktop.security.vocabulary import FUNCTION_WORDS

_NUMBERS = frozenset(
    (C.SSN, C.VA_FILE, C.SERVICE_NO, C.DOD_ID, C.MRN, C.PLAN_ID, C.ACCOUNT, C.VEHICLE, C.DEVICE, C.LICENSE)
)
_BODIES = frozenset((C.FACILITY, C.EMPLOYER))
_NAMED = _BODIES | {C.PATIENT, C.RELATIVE, C.PROVIDER, C.UNIT, C.STATION}
_HEAD = re.compile(r"(?<![\w-])(?:[A-Z]{1,5}\d{0,4}[-/]){1,3}[A-Z]{0,4}$")
_TAIL = re.compile(r"(?:-[A-Z]{1,4}\d{0,4}){1,3}(?![\w-])")
_REST_OF_WORD = re.compile(r"[^\W_]+")
_TORN = re.compile(r" (?P<rest>[a-z]{2,6})(?=[ ,.;:)\n]|$)")
_BODY_NUMBER = re.compile(r"(?:'s)?(?:,? (?:No\.?|Nr\.?|#) ?\d{1,4}\b)?", re.IGNORECASE)
_CLOCK = re.compile(r" (?:[01]\d|2[0-3])[0-5]\d(?: ?(?:hrs?|h|Z|L))?\b(?![./,-]\d|\d)")
"""``08/29/2024 1330``: one stamp."""
_UNIT_HEAD = re.compile(r"(?<![\w/.-])\d{1,3}/\d{1,3} $")
_UNIT_TAIL = re.compile(r" (?:\d{1,2}/\d{1,3}|\d{2,4})(?![\w/.,-]*\d|[ -](?:years|months|days|hours|times|jumps|men))")
"""``1/34`` before, ``Division 92`` behind."""
_ENDS_UNIT = re.compile(r"\b(?:Division|Squadron|Battalion|Group|Detachment|Wing|Brigade|Regiment|Team)$")
_SPOKEN = re.compile(
    r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|oh|zero)[ -]){2,6}$",
    re.IGNORECASE,
)
"""The number of a house in words."""
_REACH = 24
_FAR = 60


def completed(hits: Iterable[Hit], view: LetterView) -> Iterator[Hit]:
    """The hits, each as long as what it found is written: ``PSY-LIC-1124`` for ``1124``, ``Roe Pork, Inc.``"""
    for hit in hits:
        start, end = hit.start, hit.end
        number = hit.category in _NUMBERS or (hit.category is C.DATE and view[start:end].isdigit())
        if hit.verdict is Verdict.REDACT and number and view[start].isalnum():
            head, tail = _HEAD.search(view, max(0, start - _REACH), start), _TAIL.match(view, end)
            start = head.start() if head else start
            end = tail.end() if tail else end
        elif hit.verdict is Verdict.REDACT and hit.category is C.DATE:
            clock = _CLOCK.match(view, end) if view[end - 1 : end].isdigit() else None
            end = clock.end() if clock else end
        elif hit.category is C.STREET:
            spoken = _SPOKEN.search(view, max(0, start - _FAR), start)
            start = spoken.start() if spoken else start
        elif hit.verdict is Verdict.REDACT and hit.category in _NAMED:
            end = _rest(view, end)
            if hit.category is C.UNIT or _ENDS_UNIT.search(view, start, end):
                head, tail = _UNIT_HEAD.search(view, max(0, start - _REACH), start), _UNIT_TAIL.match(view, end)
                start = head.start() if head else start
                end = tail.end() if tail else end
            elif hit.category in _BODIES:
                more = _BODY_NUMBER.match(view, end)
                form = COMPANY_FORM.match(view, more.end() if more else end)
                end = form.end() if form else end
        yield hit if (start, end) == (hit.start, hit.end) else replace(hit, start=start, end=end)


def _rest(view: LetterView, end: int) -> int:
    """Where the word ends that a hit ends in; with the piece that a scanner tore off it, if that is no word."""
    rest = _REST_OF_WORD.match(view, end) if view[end - 1 : end].isalnum() else None
    if rest:
        return rest.end()
    torn = _TORN.match(view, end)
    if torn is None or view.caseless(end - 1) or torn["rest"] in FUNCTION_WORDS or view.lexicon.is_known(torn["rest"]):
        return end
    return torn.end()
