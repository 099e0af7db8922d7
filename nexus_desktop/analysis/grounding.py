"""Evidence stands in the text, word for word, or it is not evidence.

A quote counts where its words stand in the letter in the same order without a gap; case, punctuation, line ends and
spellings of the same character do not matter. An ellipsis may leave words out, but none that turns a meaning. A ratio
of likeness is no evidence: one "not" in a long quote costs it almost nothing. For scans, words may differ by letters
that scanners misread, never in a figure or in a word of polarity, and the find is marked as such.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from nexus_desktop.models.analysis_models import Evidence, NexusAnalysisResult
from nexus_desktop.models.answer_models import GroundedQuote, Match

FEWEST_WORDS: Final = 3
MOST_LEFT_OUT: Final = 60  # words an ellipsis may stand for
MOST_MISREAD: Final = 0.25  # share of the words of a quote that a scanner may have misread
LONGEST: Final = 400  # words of a quote

_SAME: Final = {ord(c): "'" for c in "’‘‛`´′ʼ"} | dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TOKEN: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*(?:[.,:/]\d[^\W_]*)*|[<>≥≤=±§%$°+☐☑☒✓✔✗✘■□]")
_BREAK: Final = re.compile(r"[.!?;]\W*\s|\n\s*\n")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_BROKEN: Final = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[a-z])")
_ELLIPSIS: Final = re.compile(r"\[\s*(?:\.{2,}|…)\s*\]|\(\s*(?:\.{3,}|…)\s*\)|\.{3,}|(?:\.\s){2,}\.|…")
_GAP: Final = "\x1f"

NEGATORS: Final = frozenset(
    {
        "no", "not", "non", "never", "nor", "neither", "none", "without", "cannot", "denies", "denied", "deny", "lacks",
        "lack", "absent", "unlikely", "less", "hardly", "rarely", "barely", "nobody", "nothing", "isn't", "wasn't",
        "aren't", "weren't", "doesn't", "don't", "didn't", "can't", "couldn't", "won't", "wouldn't", "hasn't",
        "haven't", "hadn't", "shouldn't", "unrelated", "nil", "false", "negative",
    }
)  # fmt: skip
"""Words that turn what follows; none may be left out of a quote, just before it, or be read out of a misprint."""

_POLAR: Final = NEGATORS | {
    "likely", "more", "least", "most", "only", "until", "unless", "except", "but", "although", "though", "however",
    "may", "might", "could", "possible", "possibly", "if", "whether", "yes", "likelihood", "probable", "improbable",
}  # fmt: skip
_TURNING_PREFIX: Final = re.compile(r"(?:un|in|im|ir|non|dis|a|anti|hypo|hyper|ab|ad)(?=\w{3})")
_MISREADINGS: Final = (
    ("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("0", "o"), ("1", "l"), ("|", "l"), ("!", "l"), ("i", "l"),
    ("5", "s"), ("8", "b"), ("6", "b"), ("9", "g"), ("4", "a"), ("3", "e"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words: ``row`` holds them between separators, so that finding a sequence is finding a string."""

    tokens: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    row: str
    at: tuple[int, ...]  # where each word begins in ``row``
    first: frozenset[int]  # words that begin a sentence, and so are not turned by the word before

    def index(self, position: int) -> int:
        """Which word begins at a position of ``row``."""
        return bisect_right(self.at, position) - 1


@lru_cache(maxsize=16)
def words_of(text: str, *, joined: bool = False) -> Words:
    """The words of a text with their places; ``joined`` reads a word broken by a hyphen at a line's end as one."""
    plain, places = _plain(text)
    if joined:
        plain, places = _without_breaks(plain, places)
    tokens: list[str] = []
    spans: list[tuple[int, int]] = []
    first: list[int] = []
    done = 0
    for found in _TOKEN.finditer(plain):
        if found.start() - done > 1 and _BREAK.search(plain, done, found.start()):
            first.append(len(tokens))
        done = found.end()
        tokens.append(found.group())
        if places is None:
            spans.append(found.span())
        else:
            spans.append((places[found.start()], places[found.end() - 1] + 1))
    at, position = [], 1
    for token in tokens:
        at.append(position)
        position += len(token) + 1
    row = f"{_GAP}{_GAP.join(tokens)}{_GAP}"
    return Words(tuple(tokens), tuple(spans), row, tuple(at), frozenset(first))


def _plain(text: str) -> tuple[str, list[int] | None]:
    """Lower case, one spelling a character; and the place of each character where any of them moved."""
    if text.isascii():
        return text.lower(), None
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for found in _NOT_ASCII.finditer(text):
        parts.append(text[done : found.start()].lower())
        places += range(done, found.start())
        decomposed = unicodedata.normalize("NFKD", found.group().translate(_SAME))
        same = "".join(c for c in decomposed.translate(_SAME) if not unicodedata.combining(c)).lower()
        parts.append(same)
        places += [found.start()] * len(same)
        done = found.end()
    parts.append(text[done:].lower())
    return "".join(parts), places + list(range(done, len(text)))


def _without_breaks(plain: str, places: list[int] | None) -> tuple[str, list[int]]:
    where = places if places is not None else list(range(len(plain)))
    kept: list[str] = []
    kept_places: list[int] = []
    done = 0
    for found in _BROKEN.finditer(plain):
        kept.append(plain[done : found.start()])
        kept_places += where[done : found.start()]
        done = found.end()
    return "".join([*kept, plain[done:]]), kept_places + where[done:]


def _pieces(quote: str) -> list[tuple[str, ...]] | None:
    """The words of a quote, apart where an ellipsis stands; None where it is too short or too long to be looked for."""
    pieces = []
    for piece in _ELLIPSIS.split(quote):
        tokens = tuple(_TOKEN.findall(_plain(piece)[0]))
        if tokens:
            pieces.append(tokens)
    if not pieces or sum(map(len, pieces)) > LONGEST:
        return None
    return pieces if all(sum(token[0].isalnum() for token in piece) >= FEWEST_WORDS for piece in pieces) else None


def ground(quote: str, text: str, *, scanned: bool = True) -> GroundedQuote | None:
    """Where a quote stands in ``text``, or None. Linear in the text. ``scanned`` allows for misread letters."""
    pieces = _pieces(quote)
    if pieces is None:
        return None
    for joined in (False, True):
        if joined and "-" not in text:
            break
        words = words_of(text, joined=joined)
        found = _in_order(pieces, words)
        if found is not None:
            return _grounded(text, words, *found, Match.EXACT)
    if scanned and len(pieces) == 1:
        words = words_of(text)
        place = _misread(pieces[0], words, _index(text))
        if place is not None:
            return _grounded(text, words, *place, Match.OCR)
    return None


def _grounded(text: str, words: Words, first: int, last: int, match: Match) -> GroundedQuote:
    start, end = words.spans[first][0], words.spans[last - 1][1]
    return GroundedQuote(text[start:end], start, end, match)


def _in_order(pieces: list[tuple[str, ...]], words: Words) -> tuple[int, int] | None:
    """First word and the word behind the last, of the first place where every piece follows the one before."""
    for begin in _places(pieces[0], words, 0):
        if _turned(words, begin, begin + len(pieces[0]), edge_after=len(pieces) == 1):
            continue
        end = _follow(pieces[1:], words, begin + len(pieces[0]))
        if end is not None:
            return begin, end
    return None


def _follow(pieces: list[tuple[str, ...]], words: Words, end: int) -> int | None:
    for piece in pieces:
        for begin in _places(piece, words, end):
            left_out = words.tokens[end:begin]
            if len(left_out) > MOST_LEFT_OUT or not _POLAR.isdisjoint(left_out) or _clipped_behind(words, begin):
                return None
            break
        else:
            return None
        end = begin + len(piece)
    return None if pieces and _clipped_ahead(words, end) else end


def _places(piece: tuple[str, ...], words: Words, start: int) -> list[int]:
    """Every word from ``start`` on at which a sequence begins; at most a hundred."""
    needle = f"{_GAP}{_GAP.join(piece)}{_GAP}"
    found: list[int] = []
    position = words.at[start] - 1 if start < len(words.at) else len(words.row)
    while len(found) < 100 and (position := words.row.find(needle, position)) >= 0:
        found.append(words.index(position + 1))
        position += 1
    return found


def _turned(words: Words, begin: int, end: int, *, edge_after: bool) -> bool:
    """Whether the word just outside of a quote turns its meaning, so that the quote was cut to say the opposite."""
    return _clipped_behind(words, begin) or (edge_after and _clipped_ahead(words, end))


def _clipped_behind(words: Words, begin: int) -> bool:
    if begin == 0 or begin in words.first:
        return False
    before = words.tokens[begin - 1]
    return before in NEGATORS or (
        before == "more" and words.tokens[begin] == "likely"
    )  # "likely than not" says neither


def _clipped_ahead(words: Words, end: int) -> bool:
    return end < len(words.tokens) and end not in words.first and words.tokens[end] in NEGATORS


# --- scans ------------------------------------------------------------------------------------------------------


def _misread(piece: tuple[str, ...], words: Words, known: dict[str, tuple[int, ...]]) -> tuple[int, int] | None:
    """The one place where a quote stands but for letters that scanners misread."""
    size = len(piece)
    if size < 2 * FEWEST_WORDS or size > len(words.tokens):
        return None
    votes: Counter[int] = Counter()
    for offset, token in enumerate(piece):
        for place in known.get(token, ()):
            if 0 <= place - offset <= len(words.tokens) - size:
                votes[place - offset] += 1
    for begin, agreeing in votes.most_common(3):
        if agreeing < (1 - MOST_MISREAD) * size:
            break
        pairs = zip(piece, words.tokens[begin : begin + size], strict=True)
        if all(one == other or _looks_alike(one, other) for one, other in pairs) and not _turned(
            words, begin, begin + size, edge_after=True
        ):
            return begin, begin + size
    return None


@lru_cache(maxsize=16)
def _index(text: str) -> dict[str, tuple[int, ...]]:
    """Where each word stands; words that stand nearly everywhere say nothing about a place."""
    found: dict[str, list[int]] = {}
    for place, token in enumerate(words_of(text).tokens):
        found.setdefault(token, []).append(place)
    return {token: tuple(places) for token, places in found.items() if len(places) <= 200}


def _looks_alike(quoted: str, read: str) -> bool:
    """Whether ``read`` is how a scanner may have read ``quoted``: never in figures, nor in words of polarity."""
    if quoted in _POLAR or read in _POLAR or any(c.isdigit() for c in quoted) or len(quoted) < 3:
        return False
    if bool(_TURNING_PREFIX.match(quoted)) != bool(_TURNING_PREFIX.match(read)):
        return False
    return _skeleton(quoted) == _skeleton(read)


@lru_cache(maxsize=4096)
def _skeleton(token: str) -> str:
    for wrong, right in _MISREADINGS:
        token = token.replace(wrong, right)
    return token


# --- around a quote ---------------------------------------------------------------------------------------------

_STOP: Final = re.compile(r"[.!?][\"'”’)\]]*(?=\s)|\n\s*\n")
_SHORT_FORM: Final = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|vs|no|nos|fig|e\.g|i\.e|approx|jr|sr|prof|sgt|lt|col|capt|gen|maj|cpl|pvt|dept|cf|al|vol|"
    r"u\.s\.c|c\.f\.r|u\.s|m\.d|d\.o|ph\.d|inc|ltd|jan|feb|mar|apr|aug|sept?|oct|nov|dec)|(?<![a-z])[a-z])\.\Z",
    re.IGNORECASE,
)
_FURTHEST: Final = 1500  # characters on either side


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences a span stands in, so that nobody sees a quote without what turns it."""
    first, last = max(0, start - _FURTHEST), min(len(text), end + _FURTHEST)
    for found in _STOP.finditer(text, first, start):
        if found.end() <= start and not _SHORT_FORM.search(text[max(0, found.end() - 12) : found.end()]):
            first = found.end()
    for found in _STOP.finditer(text, max(start, end - 1), last):
        if not _SHORT_FORM.search(text[max(0, found.end() - 12) : found.end()]):
            last = found.start() if text[found.start()] == "\n" else found.end()
            break
    while first < start and text[first].isspace():
        first += 1
    return first, max(last, end)


def in_sentence(text: str, quote: GroundedQuote) -> GroundedQuote:
    """A quote in its sentence, which is what is shown: a part of a sentence can say the opposite of the whole."""
    start, end = sentence_around(text, quote.start, quote.end)
    return GroundedQuote(text[start:end], start, end, quote.match)


def check(result: NexusAnalysisResult, text: str) -> tuple[Evidence, ...]:
    """The evidence of a result that does not stand in ``text`` at its place; none, if all is well."""
    return tuple(one for one in result.all_evidence() if text[one.start : one.end] != one.quote)
