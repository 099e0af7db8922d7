"""The words of a stretch of text without case information, in lower case, with what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from nexus_desktop.security.lexicon import Lexicon
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    DOCTOR_TITLES,
    FUNCTION_WORDS,
    MONTHS,
    RANK_HEADS,
    STATES,
    WEEKDAYS,
    words,
)

WORD = re.compile(r"(?<!\d)[^\W\d_]+(?:-[^\W\d_]+|'(?!s\b|S\b)[^\W\d_]+)*")
CLOSE = (" ", ". ", "  ", "\x1f", ".\x1f")
"""Gaps inside one phrase."""
TITLES = CIVIL_TITLES | DOCTOR_TITLES | (RANK_HEADS - {"private", "general", "class", "major", "specialist"})
ALWAYS_CAPITAL = (MONTHS | WEEKDAYS | frozenset(" ".join(STATES).split())) - words(
    "may mar march of district sat sun mon new west dec wed"
)


class WordRow:
    """Words by index: ``keys``, their ``spans``, the ``gaps`` behind them, and ``base``, their weight as names."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text.lower() if len(text.lower()) == len(text) else text
        self.lexicon = lexicon
        found = list(WORD.finditer(self.text))
        self.spans = [match.span() for match in found]
        self.keys = [match.group() for match in found]
        self.gaps = [self.text[one.end() : other.start()] for one, other in pairwise(found)]
        self.gaps += ["\n"] * bool(found)
        self.base = [self._weight(key) for key in self.keys]

    def __len__(self) -> int:
        return len(self.keys)

    def _weight(self, key: str) -> float:
        if key in ALWAYS_CAPITAL:
            return 1.0
        if len(key) < 3 or key in FUNCTION_WORDS:
            return -6.0
        if "-" in key:
            return min((self.lexicon.weight(part) for part in key.split("-") if part), default=-6.0)
        return self.lexicon.weight(key)

    def index(self, start: int) -> int | None:
        """The word that starts at an offset, if one does."""
        at = bisect_left(self.spans, (start, 0))
        return at if at < len(self.spans) and self.spans[at][0] == start else None

    def key(self, at: int) -> str:
        """A word, or nothing outside the row."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def gap_before(self, at: int) -> str:
        return self.gaps[at - 1] if at else ""

    def listed(self, key: str) -> int:
        """How common a word is as a name of any kind."""
        return max(self.lexicon.given_tier(key), self.lexicon.surname_tier(key))
