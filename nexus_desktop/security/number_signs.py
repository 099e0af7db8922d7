"""What tells whether a number is somebody's: how it is written, and the words around it.

The other half of ``tagger.py``, which reads words: here every run of signs with a figure in it is looked at, whatever
it is. Weights and training are the same; the names of these signs begin with ``#``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from nexus_desktop.security.letter_view import LetterView, Word
from nexus_desktop.security.normalised import SOFT

_RUN = re.compile(rf"[^\s{SOFT},;()\[\]{{}}|\"“”<>=]+")
_LONGEST = 40
_SHOWN = 14  # signs of a number's shape
_REACH, _AROUND = 3, 6  # words on each side in their order, and in any
_CLOSE = 3  # signs between two numbers that stand together
_FIGURES = str.maketrans("0123456789", "9999999999")


class Number(NamedTuple):
    """A run of signs with a figure in it, without the signs at its ends."""

    start: int
    end: int
    text: str


def numbers_of(view: LetterView) -> list[Number]:
    """Every number of a letter, in order."""
    found = []
    for match in _RUN.finditer(view):
        start, end = match.span()
        if end - start > _LONGEST:
            continue
        while start < end and not view[start].isalnum():
            start += 1
        while start < end and not view[end - 1].isalnum():
            end -= 1
        text = view[start:end]
        if any("0" <= char <= "9" for char in text):
            found.append(Number(start, end, text))
    return found


class NumberSigns:
    """The signs of the numbers of one letter. ``kind`` gives what the lists say of a word."""

    def __init__(self, view: LetterView, numbers: list[Number], kind: Callable[[int], tuple[str, ...]]) -> None:
        self._view, self._numbers, self._kind = view, numbers, kind
        self._ends = [word.end for word in view.words]

    def of(self, at: int) -> list[str]:
        """The signs of a number."""
        view, number = self._view, self._numbers[at]
        shape, pattern = _shape(number.text), _pattern(number.text)
        behind = bisect_right(self._ends, number.start)  # the first word that ends behind the number's beginning
        ahead = view.first_word(number.end)
        start, end = view.line_of(number.start)
        opens = not view[start : number.start].strip(" #(>-*")
        ends = not view[number.end : end].strip(" .,;)|")
        signs = [
            f"#shape={shape}",
            f"#pattern={pattern}",
            f"#size={_size(number.text)}",
            f"#figures={sum(map(str.isdigit, number.text))}",
            f"#kept={max(view.kept[number.start : number.end], default=0)}",
            f"#place={10 * number.start // max(1, len(view))}",
            f"#line={'o' if opens else ''}{'e' if ends else ''}",
            f"#line={'o' if opens else ''}{'e' if ends else ''}{pattern}",
            f"#unit={view[number.end : number.end + 2].strip()[:1]}{pattern}",
        ]
        signs += self._words(number, behind, ahead, pattern)
        return signs + self._numbers_beside(at, pattern)

    def _words(self, number: Number, behind: int, ahead: int, pattern: str) -> list[str]:
        view, words = self._view, self._view.words
        signs = []
        for step in range(1, _REACH + 1):
            for index, side in ((behind - step, -step), (ahead + step - 1, step)):
                if not 0 <= index < len(words):
                    signs.append(f"#w{side}=#")
                    continue
                word = words[index]
                signs.append(f"#w{side}={word.key}")
                if step == 1:
                    gap = _gap(view, word.end, number.start) if side < 0 else _gap(view, number.end, word.start)
                    signs += (
                        f"#w{side}={word.key}{gap}",
                        f"#w{side}={word.key}{gap}{pattern}",
                        f"#gap{side}={gap}{_form(word)}",
                        f"#gap{side}={gap}{_form(word)}{pattern}",
                    )
                    signs += [f"#kind{side}={kind}{gap}" for kind in self._kind(index)]
                elif step == 2:
                    signs += [f"#kind{side}={kind}" for kind in self._kind(index)]
        near = words[max(0, behind - _AROUND) : behind] + words[ahead : ahead + _AROUND]
        return signs + [f"#near={word.key}" for word in near if len(word.key) > 2]

    def _numbers_beside(self, at: int, pattern: str) -> list[str]:
        signs = []
        for side in (-1, 1):
            other = self._numbers[at + side] if 0 <= at + side < len(self._numbers) else None
            if other is None:
                continue
            first, last = sorted((self._numbers[at], other))
            if last.start - first.end <= _CLOSE:
                signs.append(
                    f"#number{side}={self._view[first.end : last.start].strip()}{_pattern(other.text)}{pattern}"
                )
        return signs


def _form(word: Word) -> str:
    if word.shouted:
        return "S"
    return "C" if word.capital else "l"


def _gap(view: LetterView, start: int, end: int) -> str:
    between = view[start:end]
    if end - start > _LONGEST:
        return "far"
    if any(char.isdigit() for char in between):
        return "9"
    return ("N" if "\n" in between else "") + between.strip(" \n" + SOFT)[:3]


def _shape(text: str) -> str:
    """``C9-aA``: figures as 9, letters as A or a, signs as they are."""
    shown = text[:_SHOWN].translate(_FIGURES)
    return "".join("A" if c.isupper() else "a" if c.isalpha() else c for c in shown)


def _pattern(text: str) -> str:
    """The shape with each kind of sign once."""
    shape = _shape(text)
    return "".join(c for at, c in enumerate(shape) if not at or c != shape[at - 1])


def _size(text: str) -> str:
    """A number alone by its size, as far as sizes mean something: years, ages, days, hundreds."""
    if not text.isdigit() or len(text) > 4:
        return "no"
    value = int(text)
    if len(text) == 4:
        return "year" if 1900 <= value < 2040 else "four"
    bounds = (2, 12, 31, 59, 89, 119, 999)
    return f"{len(text)}to{next(bound for bound in bounds if value <= bound)}"
