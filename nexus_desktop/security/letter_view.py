"""The text that detectors read: a string with its words, lines and kept places at hand.

A ``LetterView`` is a ``str``, so scrubadub can hand it through; detectors hold no state about a letter of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from nexus_desktop.security.casing.restoration import Restored, restore_case
from nexus_desktop.security.lexicon import Lexicon, lexicon
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.scanning import Anchor, Starts, scan
from nexus_desktop.security.vocabulary import CIVIL_TITLES, DOCTOR_TITLES, FUNCTION_WORDS, RANK_HEADS

WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_LINE = re.compile(rf"[^\n{SOFT}]+")
_ABBREVIATED = (
    CIVIL_TITLES
    | DOCTOR_TITLES
    | RANK_HEADS
    | frozenset("abcdefghijklmnopqrstuvwxyz")
    | frozenset(("st", "jr", "no", "ft", "v", "vs"))
)
_ARTICLES = ("al", "el", "ul", "as", "ad", "an", "ar", "ap")
SOFTLY, HARD = 1, 2
"""How firmly a place is kept: against names in general, or against the known names of the letter as well."""
_SENTENCE_END = re.compile(r"[.!?:;\])\"]\s*$|\n\s*$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the letter, without a possessive ending."""

    start: int
    end: int
    text: str
    key: str  # lower case

    @property
    def capital(self) -> bool:
        """Begins with a capital, its own or that behind an Arabic article."""
        return self.text[0].isupper() or (
            self.text[2:3] == "-" and self.text[3:4].isupper() and self.key[:2] in _ARTICLES
        )

    @property
    def shouted(self) -> bool:
        """All in capitals, two letters or more."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def initial(self) -> bool:
        return len(self.text) == 1 and self.text.isupper()


class LetterView(str):  # noqa: SLOT000 - cached properties need a dictionary
    """Normalised text with capitals restored. Offsets are those of the normalised text."""

    restored: Restored
    lexicon: Lexicon
    typed: str  # the same text with the capitals it was typed with

    @classmethod
    def of(cls, text: str, words: Lexicon | None = None) -> LetterView:
        words = words or lexicon()
        restored = restore_case(text, words)
        view = cls(restored.text)
        view.restored, view.lexicon, view.typed = restored, words, text
        return view

    @cached_property
    def words(self) -> list[Word]:
        found = []
        for match in WORD.finditer(self):
            start, text = match.start(), match.group()
            if text[-2:] in ("'s", "'S") and len(text) > 2:
                text = text[:-2]
            if (
                len(text) == 1
                and self[start + 1 : start + 2] == "."
                and self.caseless(start)
                and self[start - 2 : start - 1] != "\n"
            ):
                text = text.upper()
            found.append(Word(start, start + len(text), text, text.lower()))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _by_key(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            found.setdefault(word.key, []).append(at)
        return found

    def indices(self, keys: Collection[str]) -> list[int]:
        """The indices of the words that are one of some keys, in order."""
        by_key = self._by_key
        if len(keys) < len(by_key):
            return sorted(at for key in keys for at in by_key.get(key, ()))
        return sorted(at for key, places in by_key.items() if key in keys for at in places)

    @cached_property
    def lines(self) -> list[tuple[int, int]]:
        """Lines as printed, soft ends included, without blank ones."""
        return [m.span() for m in _LINE.finditer(self) if m.group().strip()]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [start for start, _ in self.lines]

    @cached_property
    def kept(self) -> bytearray:
        """How firmly each place is kept as law, literature or medicine: 0, SOFTLY or HARD."""
        return bytearray(len(self))

    def keep(self, start: int, end: int, strength: int) -> None:
        held = self.kept[start:end]
        self.kept[start:end] = bytes(max(one, strength) for one in held)

    def is_kept(self, start: int, end: int, least: int = SOFTLY) -> bool:
        return max(self.kept[start:end], default=0) >= least

    @cached_property
    def _beginnings(self) -> Starts:
        return Starts(self)

    def scan(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches of a pattern, in order: what ``finditer`` gives, sooner."""
        return scan(pattern, self, self._beginnings)

    @cached_property
    def _opened(self) -> dict[Anchor, bytearray]:
        return {}

    def scan_near(self, pattern: re.Pattern[str], anchor: Anchor) -> Iterator[re.Match[str]]:
        """``scan`` of a pattern that begins with any word, at the places alone from which its anchor is in reach."""
        opened = self._opened.get(anchor)
        if opened is None:
            opened = self._opened[anchor] = anchor.open(self)
        return scan(pattern, self, self._beginnings, opened)

    def first_word(self, at: int) -> int:
        """The index of the first word that starts at an offset or after it."""
        return bisect_left(self._starts, at)

    def words_in(self, start: int, end: int) -> list[Word]:
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def gap(self, index: int) -> str:
        """What stands between a word and the next; everything to the end after the last."""
        end = self.words[index + 1].start if index + 1 < len(self.words) else len(self)
        return self[self.words[index].end : end]

    def before(self, index: int) -> str:
        """What stands between a word and the one before."""
        start = self.words[index - 1].end if index else 0
        return self[start : self.words[index].start]

    def line_of(self, at: int) -> tuple[int, int]:
        """The printed line that holds an offset; (at, at) on a blank one."""
        index = bisect_right(self._line_starts, at) - 1
        if index >= 0 and at < self.lines[index][1]:
            return self.lines[index]
        return at, at

    def starts_sentence(self, index: int) -> bool:
        """Whether a word would have a capital anyway."""
        before = self.before(index)
        if index and before.startswith(".") and self.words[index - 1].key in _ABBREVIATED:
            return False
        return not index or bool(_SENTENCE_END.search(before[-12:]))

    def line_above(self, at: int) -> tuple[int, int]:
        """The printed line before the one that holds an offset; (0, 0) if there is none."""
        index = bisect_right(self._line_starts, at) - 1
        return self.lines[index - 1] if index > 0 else (0, 0)

    def caseless(self, at: int) -> bool:
        return self.restored.caseless(at)

    def name_weight(self, word: Word) -> float:
        return self.lexicon.weight(word.key)

    def runs(self) -> Iterator[tuple[int, int]]:
        """Index ranges of neighbouring capitalised words on one line, function words excluded."""
        words, at = self.words, 0
        while at < len(words):
            end = at
            while end < len(words) and words[end].capital and words[end].key not in FUNCTION_WORDS:
                end += 1
                if end < len(words) and self.gap(end - 1) not in (" ", SOFT, ". ", "-"):
                    break
            if end > at:
                yield at, end
            at = max(end, at + 1)
