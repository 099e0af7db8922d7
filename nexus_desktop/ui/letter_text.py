"""Places in a letter: characters as Python counts them, UTF-16 units as Qt does, and what differs between two texts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import Replacement

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class LetterText:
    """A text with both counts of its places. Newlines must be ``\\n``."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self._wide = [] if text.isascii() else [found.start() for found in _WIDE.finditer(text)]
        self._wide_units = [place + index + 1 for index, place in enumerate(self._wide)]  # their second halves

    def units(self, character: int) -> int:
        """Where a character stands for Qt: those beyond U+FFFF count twice."""
        return character + bisect_left(self._wide, character)

    def characters(self, unit: int) -> int:
        """Which character stands at a unit; the second half of one counts as the next."""
        return min(len(self.text), unit - bisect_right(self._wide_units, unit - 1))


def changed_part(old: str, new: str) -> tuple[int, int, int]:
    """What differs: old[start:old_end] became new[start:new_end]; the three as (start, old_end, new_end)."""
    start = _same(old, new)
    room = min(len(old), len(new)) - start
    tail = _same_end(old, new, room)
    return start, len(old) - tail, len(new) - tail


def _same(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_end(old: str, new: str, room: int) -> int:
    low, high = 0, room
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low


class PlaceMap:
    """Which place of the redacted text a place of the original became, and the way back. In characters."""

    def __init__(self, replacements: Sequence[Replacement] = ()) -> None:
        self._all = replacements
        self._starts = [one.start for one in replacements]
        self._tag_starts = [one.tag_start for one in replacements]

    def redacted(self, place: int) -> int:
        """Where a place of the original stands in the redacted text; inside an identifier, where its tag begins."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return place
        one = self._all[index]
        return one.tag_start if place < one.end else place - one.end + one.tag_end

    def original(self, place: int) -> int:
        """Where a place of the redacted text stands in the original; inside a tag, where its identifier begins."""
        index = bisect_right(self._tag_starts, place) - 1
        if index < 0:
            return place
        one = self._all[index]
        return one.start if place < one.tag_end else place - one.tag_end + one.end

    def tag_of(self, start: int, end: int) -> int | None:
        """The index of the replacement that took out these characters of the original."""
        index = bisect_right(self._starts, start) - 1
        return index if index >= 0 and start < end <= self._all[index].end else None
