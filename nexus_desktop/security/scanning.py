"""Where in a text a pattern can begin, so that a search looks there and nowhere else.

Python's ``re`` tries a pattern with many alternatives, or one that ignores case, at every character. The first letters
of all its alternatives are known when it is compiled: ``first_letters`` reads them from the parsed pattern, ``Starts``
knows where words, numbers and signs with these letters begin, and ``scan`` tries the pattern at those places only. What
it finds is what ``finditer`` finds. A pattern of which the first letters cannot be told is searched the plain way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase, digits
from typing import Any

_LENGTH = 3  # letters that tell the beginnings of a pattern apart
_MOST = 600  # beginnings a pattern may have before the plain way is faster
_MANY = 12  # characters in brackets up to which each of them is followed further
_PARSER: Any = getattr(re, "_parser", None)  # no promise of the standard library: without it, the plain way
_BEGIN = re.compile(r"(?<![^\W\d_])[^\W\d_]|(?<!\d)\d|[^\w\s]|_")


class Starts:
    """The places of a text where a word, a number or a sign begins, by their first one to three characters."""

    def __init__(self, text: str) -> None:
        self._places: dict[str, list[int]] = {}
        self._longer: dict[str, list[str]] = {}  # from one or two characters to all three of them that occur
        low = text.lower()
        low = low if len(low) == len(text) else text
        places = self._places
        for match in _BEGIN.finditer(text):
            at = match.start()
            places.setdefault(low[at : at + _LENGTH], []).append(at)
        for key in places:
            for size in range(1, _LENGTH):
                self._longer.setdefault(key[:size], []).append(key)

    def of(self, beginnings: frozenset[str]) -> list[int]:
        """The places with one of these beginnings, none of which is the beginning of another; in order."""
        places, longer = self._places, self._longer
        found: list[int] = []
        for beginning in beginnings:
            if len(beginning) == _LENGTH:
                found += places.get(beginning, ())
            else:
                for key in longer.get(beginning, ()):
                    found += places[key]
        found.sort()
        return found


@dataclass(frozen=True, slots=True)
class Anchor:
    """What every match of some pattern holds, and how many characters before it such a match begins at most."""

    pattern: re.Pattern[str]
    reach: int

    def open(self, text: str) -> bytearray:
        """1 at every place of a text where a match can begin."""
        found = bytearray(len(text) + 1)
        for match in self.pattern.finditer(text):
            start = max(0, match.start() - self.reach)
            found[start : match.start() + 1] = b"\1" * (match.start() + 1 - start)
        return found


def scan(
    pattern: re.Pattern[str], text: str, starts: Starts, opened: bytearray | None = None
) -> Iterator[re.Match[str]]:
    """Matches of a pattern in a text, in order and without overlaps; ``opened`` is 1 where one can begin."""
    beginnings = first_letters(pattern)
    if beginnings is None:
        yield from pattern.finditer(text)
        return
    past = 0
    for at in starts.of(beginnings):
        if at >= past and (opened is None or opened[at]):
            match = pattern.match(text, at)
            if match is not None:
                yield match
                past = max(match.end(), at + 1)


@cache
def first_letters(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """What a match of the pattern can begin with, in lower case: up to three characters each.

    None where that is unknown, or where a match could begin inside a word or a number.
    """
    if _PARSER is None:
        return None
    found: set[str] = set()
    for items in _entries(list(_PARSER.parse(pattern.pattern, pattern.flags))):
        closed, opened = _follow(items, {""})
        begun = closed | opened
        kinds = {_kind(one[:1]) for one in begun}
        if not items or "blank" in kinds or not all(_guards(items[0], kind) for kind in kinds - {"sign"}):
            return None
        found |= begun
    for size in (2, 1):
        if len(found) > _MOST:  # of figures first: there are many combinations of them, and few numbers in a letter
            found = {one[:1] if one[:1].isdigit() else one for one in found}
        if len(found) > _MOST:
            found = {one[:size] for one in found}
    return frozenset(_shortest(found))


def _entries(items: list[Any]) -> Iterator[list[Any]]:
    """The pattern once for each alternative it begins with, and behind an assertion that it begins with."""
    ahead = 1 if items and str(items[0][0]) in ("AT", "ASSERT_NOT") else 0
    if len(items) <= ahead:
        yield items
        return
    op, argument = str(items[ahead][0]), items[ahead][1]
    rest = items[ahead + 1 :]
    if op == "SUBPATTERN":
        yield from _entries([*items[:ahead], *argument[3], *rest])
    elif op == "BRANCH":
        for branch in argument[1]:
            yield from _entries([*items[:ahead], *branch, *rest])
    else:
        yield items


def _shortest(found: set[str]) -> set[str]:
    """Without those that another one is the beginning of."""
    return {one for one in found if not any(one[:size] in found for size in range(1, len(one)))}


def _kind(char: str) -> str:
    if char.isalpha():
        return "letter"
    if char.isdigit():
        return "digit"
    return "blank" if not char or char.isspace() or char < " " else "sign"


def _guards(item: tuple[Any, Any], kind: str) -> bool:
    """Whether the first item of a pattern keeps it from beginning inside a word (or a number)."""
    op, argument = str(item[0]), item[1]
    if op == "AT":
        return str(argument) in ("AT_BOUNDARY", "AT_BEGINNING", "AT_BEGINNING_STRING")
    if op != "ASSERT_NOT" or argument[0] != -1 or len(argument[1]) != 1:
        return False
    behind_op, behind = argument[1][0]
    if str(behind_op) != "IN":
        return False
    forbidden = _characters(behind)
    wanted = set(ascii_lowercase) if kind == "letter" else set(digits)
    return forbidden is not None and wanted <= forbidden


def _characters(items: Sequence[tuple[Any, Any]]) -> set[str] | None:
    """The ASCII letters and digits, and the other characters, of a set in brackets; None for one that excludes."""
    found: set[str] = set()
    for op, argument in items:
        name = str(op)
        if name == "LITERAL":
            found.add(chr(argument).lower())
        elif name == "RANGE" and argument[1] - argument[0] < 128:
            found |= {chr(code).lower() for code in range(argument[0], argument[1] + 1)}
        elif name == "CATEGORY" and str(argument) == "CATEGORY_DIGIT":
            found |= set(digits)
        elif name == "CATEGORY" and str(argument) == "CATEGORY_WORD":
            found |= set(digits) | set(ascii_lowercase) | {"_", "\x00"}
        else:
            return None
    return found


def _follow(items: Sequence[tuple[Any, Any]], opened: set[str]) -> tuple[set[str], set[str]]:
    """Beginnings that are settled, and beginnings that what follows still makes longer."""
    closed: set[str] = set()
    for op, argument in items:
        if not opened:
            break
        more, opened = _step(str(op), argument, opened)
        closed |= more
    return closed, opened


def _step(op: str, argument: Any, opened: set[str]) -> tuple[set[str], set[str]]:  # noqa: ANN401  (of the parser)
    if op in ("AT", "ASSERT", "ASSERT_NOT"):
        return set(), opened
    if op == "LITERAL":
        return _longer(opened, {chr(argument).lower()})
    if op == "IN":
        characters = _characters(argument)
        if characters is None or "\x00" in characters:
            return opened, set()
        closed, still = _longer(opened, characters)
        return (closed | still, set()) if len(characters) > _MANY else (closed, still)
    if op == "SUBPATTERN":
        return _follow(argument[3], opened)
    if op == "ATOMIC_GROUP":
        return _follow(argument, opened)
    if op == "BRANCH":
        closed, still = set(), set()
        for branch in argument[1]:
            more, left = _follow(branch, opened)
            closed |= more
            still |= left
        return closed, still
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(argument, opened)
    return opened, set()


def _repeated(argument: tuple[int, int, Any], opened: set[str]) -> tuple[set[str], set[str]]:
    least, most, items = argument
    closed: set[str] = set()
    left = opened
    for _ in range(min(least, _LENGTH)):
        more, left = _follow(items, left)
        closed |= more
    if most > least:
        more, further = _follow(items, left)
        closed |= more | (further if most > least + 1 else set())
        left = left | (further if most == least + 1 else set())
    return closed, left


def _longer(opened: set[str], characters: set[str]) -> tuple[set[str], set[str]]:
    grown = {one + char for one in opened for char in characters}
    return {one for one in grown if len(one) >= _LENGTH}, {one for one in grown if len(one) < _LENGTH}
