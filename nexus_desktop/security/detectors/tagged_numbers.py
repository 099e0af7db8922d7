"""What the tagger finds in numbers that every other detector left: nearly sure, they go; suspected, they are asked
about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit
from nexus_desktop.security.detectors.doubts import NO_DAY
from nexus_desktop.security.detectors.tagged import AGREED, GOES_ON, SURE, SUSPECTED, LearntDetector
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.number_signs import Number, numbers_of
from nexus_desktop.security.tagger import GROUPS, Signs, group_scores, likelihood
from nexus_desktop.security.tags import TAG

_NEVER = re.compile(
    r"(?:1[89]|20)\d\d(?:s|-(?:\d\d|(?:19|20)\d\d))?|(?:[6-9]\d|[12]\d\d)/(?:[3-9]\d|1[0-4]\d)|[0-2]?\d:[0-5]\d"
    r"|\d{1,3}(?:st|nd|rd|th)|\d{1,2}[A-Z]|\d{1,3}-?(?:year|month|day|week|hour)s?-?(?:old)?|[CTLS]\d{1,2}|[1-9]\d{0,2}(?:mg|mm|cm|dB|Hz|kHz|lbs?|kg|[xX]|%)|[xX]\d{1,2}"
)
"""Years, pressures of the blood, times of the day, items of a form, ages, vertebrae, measures."""
_SCORE = re.compile(r"\d{1,2}/\d{1,3}")
_PART = re.compile(r"\d+")
_HIGHEST = 8000  # frequency of an audiogram
_LOUDEST, _STEP = 120, 5  # thresholds in decibels
_FREQUENCIES = frozenset((125, 250, 500, 750, 1000, 1500, 2000, 3000, 4000, 6000, 8000))
_LEAST_IN_ROW = 4
_BETWEEN_READINGS = re.compile(r"[ ,;|/]{1,12}")
_YEAR_ALONE = re.compile(r"[ *-]*(?:19|20)\d\d[ :,-]{1,12}")
"""``2006  166``: a year and what was measured in it."""
_FEW = 0.5  # how likely one of a figure or two has to be
_GAPS = (" ", SOFT, "-", " - ", "/")


_LISTED = re.compile(r"[ \t>]*[\[(]?\d{1,2}[\].)]\s?$")
"""``5.`` and ``[3]`` where a line begins: the number of a point in a list."""


class TaggedNumberDetector(LearntDetector):
    """The tagger of numbers."""

    name = "tagger of numbers"

    def find(self, view: LetterView) -> Iterator[Hit]:
        ranked = sorted(self._phrases(view), key=lambda one: (-one[2], one[0]))
        asked: set[str] = set()
        for start, end, likely, group in ranked:
            doubted = any(self._asked[start:end])
            value = view[start:end]
            if likely >= (AGREED if doubted else SURE):
                yield Hit(start, end, group, 0.55, "a number that stands and is written as such numbers are")
            elif likely >= (SUSPECTED if len(value) > 2 else _FEW) and (value in asked or len(asked) < self._most):
                asked.add(value)
                yield Hit(start, end, group, 0.3, "a number that may identify, by what stands around it")

    def _phrases(self, view: LetterView) -> Iterator[tuple[int, int, float, C]]:
        """Numbers left whole, neighbours together: start, end, likelihood, group."""
        in_tags = {at for tag in TAG.finditer(view.typed) for at in range(*tag.span())}
        numbers = [one for one in numbers_of(view) if one.start not in in_tags]
        signs = Signs(view).numbers(numbers)
        readings = _readings(view, numbers)
        found: list[tuple[int, int, float, list[str]]] = []
        for at, number in enumerate(numbers):
            free = (
                not any(self._taken[number.start : number.end])
                and not _NEVER.fullmatch(number.text)
                and at not in readings
                and not _LISTED.match(view, view.line_of(number.start)[0], number.end + 2)
            )
            if free and not view.is_kept(number.start, number.end, HARD):
                of = signs.of(at)
                likely = likelihood(of)
                if likely >= GOES_ON:
                    found.append((number.start, number.end, likely, of))
        runs: list[list[tuple[int, int, float, list[str]]]] = [found[:1]] if found else []
        for before, one in pairwise(found):
            if view[before[1] : one[0]] in _GAPS:
                runs[-1].append(one)
            else:
                runs.append([one])
        for run in runs:
            if _is_row(view[run[0][0] : run[-1][1]]) or self._is_score(view, run[0][0], run[-1][1]):
                continue
            best = max(one[2] for one in run)
            scores = [sum(each) for each in zip(*(group_scores(one[3]) for one in run), strict=True)]
            yield run[0][0], run[-1][1], best, GROUPS[scores.index(max(scores))]

    def _is_score(self, view: LetterView, start: int, end: int) -> bool:
        """``4/5`` of strength, ``20/40`` of vision: what doubts do not take for a day either."""
        before = NO_DAY.search(view, max(0, start - 40), start)
        return before is not None and _SCORE.fullmatch(view, start, end) is not None


def _readings(view: LetterView, numbers: list[Number]) -> set[int]:
    """Which numbers stand in a row of thresholds or frequencies, or behind the year of a table."""
    found: set[int] = set()
    row: list[int] = []
    for at, number in enumerate(numbers):
        joins = bool(row) and _BETWEEN_READINGS.fullmatch(view, numbers[row[-1]].end, number.start) is not None
        if not joins or not _is_reading(number.text):
            row = []
        if _is_reading(number.text):
            row.append(at)
        if len(row) >= _LEAST_IN_ROW:
            found.update(row)
        short = number.text.isdigit() and len(number.text) < 4
        if short and _YEAR_ALONE.fullmatch(view, view.line_of(number.start)[0], number.start):
            found.add(at)
    return found


def _is_reading(text: str) -> bool:
    value = int(text) if text.isdigit() and len(text) < 5 else -1
    return (0 <= value <= _LOUDEST and value % _STEP == 0) or value in _FREQUENCIES


def _is_row(value: str) -> bool:
    """A row of thresholds or of readings, and no number of groups."""
    parts = _PART.findall(value)
    if len(parts) < 3 or any(char.isalpha() for char in value):
        return False
    readings = len(parts) > 3 and " " in value and all(len(part) < 4 for part in parts)
    return readings or all(int(part) % 5 == 0 and int(part) <= _HIGHEST for part in parts)
