"""Patterns that a firm wrote, compiled and searched so that none of them can stop the program.

RE2 is used, not ``re``: its time grows with the length of the text, never with a power of it, for whatever was typed.
Measured on 25 patterns known for hanging others, each on nine texts of up to 500,000 characters: ``re`` never ended,
``regex`` with its timeout took all memory on one of them, RE2 stayed at 14 MB. What is left to bound is the sum:
searches run in windows of the text, a clock is read between them, and a pattern that is slow on texts made to slow it
down is refused when it is saved. The same pattern and text give the same places on any machine that stays in time.

RE2 has no look-around and no back-references. A group called ``value`` says which part of a match is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from time import perf_counter

import re2

from nexus_desktop.models.compliance_models import FirmException, FirmMatch
from nexus_desktop.security.lexicon import lexicon
from nexus_desktop.security.normalised import SOFT, normalise

WINDOW, OVERLAP = 8_000, 1_000  # characters; a match may begin anywhere and reach to the end of its window
SECONDS, MOST_PLACES = 2.0, 5_000  # of one entry on one letter
MOST_INSTRUCTIONS = 10_000  # of RE2's program; \w{200} has 604
SLOW_SECONDS = 0.25  # for one window; the slowest of 25 evil patterns took 0.06, an ordinary one takes 0.0002
_VALUE = "value"
_SURROGATES = re.compile("[\ud800-\udfff]")
_BAITS = ("Jordan Avery Whitlock", "219-09-9999", "March 4, 1969", "1482 Alder Street", "Pine Ridge Clinic")
_TELLING = {
    "missing ]": "a character class lacks its ]",
    "missing )": "an opening parenthesis lacks its )",
    "unexpected )": "there is a ) without its opening parenthesis",
    "trailing \\": "it ends in a backslash",
    "invalid escape sequence": "it holds an escape RE2 does not know; back-references such as \\1 are not possible",
    "invalid character class": "a character class is not written as it must be",
    "invalid character class range": "the range of a character class runs backwards",
    "no argument for repetition operator": "there is nothing before a *, + or ? to be repeated",
    "invalid repetition size": "a repetition such as {2,5} is too large or runs backwards",
    "bad repetition operator": "two repetitions follow each other",
    "invalid perl operator": "look-around such as (?=…) is not possible; put the part you mean into (?P<value>…)",
    "invalid named capture group": "the name of a group is not written as it must be",
    "pattern too large - compile failed": "it is too large",
}


class PatternRefused(ValueError):
    """A pattern that is not taken; its text says why, without the pattern."""


class SearchStopped(Exception):
    """A search that took too long or found too much."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A rule's or exception's words or pattern, ready to be searched for."""

    _regex: re2._Regexp
    _group: int  # whose span counts
    _whole_words: bool

    def places(self, text: str, seconds: float = SECONDS) -> list[tuple[int, int]]:
        """Every place in ``text``, in order, without overlaps. Raises SearchStopped."""
        text = _SURROGATES.sub("\ufffd", text).replace(SOFT, " ")
        ends_at = perf_counter() + seconds
        found: list[tuple[int, int]] = []
        for start, end in self._matches(text, ends_at):
            if start < end and not (self._whole_words and _inside_word(text, start, end)):
                found.append((start, end))
            if len(found) > MOST_PLACES:
                raise SearchStopped
        return found

    def takes_nothing(self, text: str) -> bool:
        """Whether it also matches between two characters of ``text``."""
        return any(match.start() == match.end() for match in self._regex.finditer(text))

    def _matches(self, text: str, ends_at: float) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(text):
            end, lead = min(len(text), at + WINDOW), min(at, 1)  # one character more, so that \b and ^ see it
            next_at, base = end if end == len(text) else end - OVERLAP, at - lead
            for match in self._regex.finditer(text[base:end], lead):
                if perf_counter() > ends_at:
                    raise SearchStopped
                if base + match.start() >= next_at:
                    break
                next_at = max(next_at, base + match.end())
                start, stop = match.span(self._group)
                yield base + start, base + stop
            if perf_counter() > ends_at:
                raise SearchStopped
            at = next_at


def _inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before.isalnum() and text[start].isalnum()) or (after.isalnum() and text[end - 1].isalnum())


def matcher(entry: FirmMatch) -> Matcher:
    """The entry's matcher. Raises PatternRefused; quick, because nothing is tried out."""
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = entry.match_case
    pattern = entry.pattern if entry.pattern is not None else _of_words(entry.words)
    try:
        regex = re2.compile(f"(?m){pattern}", options)
        group = dict(regex.groupindex).get(_VALUE, 0)
    except re2.error as error:
        raise PatternRefused(_why(error)) from None
    except UnicodeEncodeError:
        raise PatternRefused("it holds a character that cannot be written") from None
    if max(regex.programsize, regex.reverseprogramsize) > MOST_INSTRUCTIONS and entry.pattern is not None:
        raise PatternRefused("it is too large")
    return Matcher(regex, group, entry.pattern is None)


def check(entry: FirmMatch, *, tried: bool) -> None:
    """Whether an entry can be taken; with ``tried``, also whether it is quick enough. Raises PatternRefused."""
    made = matcher(entry)
    if entry.pattern is None:
        return
    if any(made.takes_nothing(text) for text in ("", *_BAITS)):
        raise PatternRefused("it also matches where there is nothing, as a star does; use a plus instead")
    if isinstance(entry, FirmException):
        kept = sum((0, len(bait)) in made.places(bait) for bait in _BAITS)
        if kept > 1:
            raise PatternRefused("it is so wide that it would keep almost anything in the letter")
    if tried and any(_is_slow(made, text) for text in _slow_texts(entry.pattern)):
        raise PatternRefused("it is too slow: on some texts it would hold the program up")


def _is_slow(made: Matcher, text: str) -> bool:
    """Three times slow: once can be the machine's other work."""
    return all(_seconds(made, text) > SLOW_SECONDS for _ in range(3))


def _seconds(made: Matcher, text: str) -> float:
    began = perf_counter()
    with suppress(SearchStopped):  # that it matches too much shows in the preview, and when it is used
        made.places(text)
    return perf_counter() - began


def _slow_texts(pattern: str) -> Iterator[str]:
    """Texts of one window made of what the pattern is made of, which is what slows a pattern down."""
    letters = list(dict.fromkeys(char for char in pattern if char.isalnum()))[:8] or ["a"]
    yield from (char * WINDOW for char in {*letters, "a", "1", " ", "."})
    for unit in ("".join(letters), "".join(letters) + " ", "a ", "1-", "Aa1 ", "the veteran was seen on 3/4 "):
        yield (unit * WINDOW)[: WINDOW - 1] + "\n"


def _of_words(words: tuple[str, ...]) -> str:
    """Any of the words, whatever blanks or line ends stand between them. The longest goes first."""
    known = lexicon()
    made = []
    for phrase in sorted(set(words), key=lambda one: (-len(one), one)):
        parts = normalise(_SURROGATES.sub("\ufffd", phrase), known).text.split() or [phrase]
        made.append(r"\s+".join(re2.escape(part) for part in parts))
    return "|".join(made)


def _why(error: re2.error) -> str:
    told = error.args[0] if error.args else b""
    kind = (told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)).partition(":")[0].strip()
    return _TELLING.get(kind, "it is not a pattern that RE2 can read")
