"""A small linear tagger: how much a word looks like part of an identifier, by how it is written and what stands around
it.

Trained by ``build/tagger.py`` on the annotated letters of the tests, with their names, bodies and places exchanged for
others, so that it learns surroundings rather than names. It stands behind the detectors and sees what they left: what
it is nearly sure of goes, what it suspects is asked about. It knows no word but those of the language.
"""

from __future__ import annotations

import lzma
import math
import re
from collections.abc import Callable, Iterable
from functools import cache

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.runtime.paths import resource
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.lexicon import Lexicon
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.number_signs import Number, NumberSigns
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    CREDENTIALS,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FACILITY_HEADS,
    FUNCTION_WORDS,
    GENERIC,
    HEAD_NOUNS_OF_EMPLOYERS,
    MONTHS,
    RANK_HEADS,
    RELATIONS,
    STATES,
)

GROUPS = (C.RELATIVE, C.PROVIDER, C.FACILITY, C.EMPLOYER, C.UNIT, C.STATION, C.CITY, C.STREET, C.DATE, C.ACCOUNT)
"""What the tagger tells apart; each stands for the categories that are gone from the same level on."""
WEIGHTS = "lexicon/tagger.txt.xz"
SCALE = 50  # weights are kept as whole numbers, this many to one
_SETS = (
    ("function", FUNCTION_WORDS),
    ("generic", GENERIC),
    ("facility", FACILITY_ENDS | FACILITY_HEADS),
    ("employer", HEAD_NOUNS_OF_EMPLOYERS),
    ("relation", RELATIONS),
    ("state", STATES),
    ("month", MONTHS),
    ("degree", CREDENTIALS),
    ("title", CIVIL_TITLES | DOCTOR_TITLES | RANK_HEADS),
)
_OF_A_RUN = frozenset(name for name, _ in _SETS) | {"clinical", "eponym", "short"}
_CAMEL = re.compile(r"[a-z][A-Z]")
_LINKS = ("_", "&", "-", ".", "'s")
_AROUND = 8  # words on each side that are looked at in any order
_REACH = 3  # words on each side that are looked at in their order
_RUN = 6


class Weights:
    """What each sign of a word counts: for an identifier at all, and for each of ``GROUPS``.

    Read line by line when first asked for: a letter has few of the signs there are. Of a letter's own words nothing
    stays here: a sign that was not trained is not remembered.
    """

    def __init__(self, text: str) -> None:
        self._lines = dict(line.partition("\t")[::2] for line in text.splitlines())
        self._found: dict[str, float] = {}

    def found(self, signs: Iterable[str]) -> float:
        """What the signs together count for an identifier."""
        known, total = self._found, 0.0
        for sign in signs:
            weight = known.get(sign)
            if weight is None:
                line = self._lines.get(sign)
                if line is None:
                    continue
                weight = known[sign] = int(line.partition("\t")[0] or 0) / SCALE
            total += weight
        return total

    def groups(self, signs: Iterable[str]) -> list[float]:
        """What they count for each of ``GROUPS``."""
        lines = (self._lines.get(sign, "").split("\t")[1:] for sign in signs)
        told = [each for each in lines if each]
        return [sum(map(int, each)) / SCALE for each in zip(*told, strict=True)] if told else [0.0] * len(GROUPS)


@cache
def weights() -> Weights:
    """The trained weights, read once."""
    return Weights(lzma.decompress(resource(WEIGHTS).read_bytes()).decode("utf-8"))


def is_candidate(view: LetterView, word: Word) -> bool:
    """Whether a word can be part of a name at all: a capital, or any word where capitals say nothing."""
    if word.key in FUNCTION_WORDS or len(word.key) < 2 or view.is_kept(word.start, word.end, HARD):
        return False
    return word.capital or _CAMEL.search(word.text) is not None or view.caseless(word.start)


class _Lazy(dict[int, str]):
    """What is made of a word when first asked for: most words of a letter stand near no candidate."""

    def __init__(self, make: Callable[[int], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, at: int) -> str:
        self[at] = made = self._make(at)
        return made


class Signs:
    """The signs of the words of one letter."""

    def __init__(self, view: LetterView) -> None:
        self._view = view
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._shapes = _Lazy(lambda at: _shape(view.words[at]))
        self._gaps = _Lazy(lambda at: _gap(view.before(at)) if at < len(view.words) else "N")

    def _kind(self, at: int) -> tuple[str, ...]:
        key = self._view.words[at].key
        if key not in self._kinds:
            self._kinds[key] = _kinds(self._view.lexicon, key)
        return self._kinds[key]

    def numbers(self, numbers: list[Number]) -> NumberSigns:
        """The signs of the letter's numbers."""
        return NumberSigns(self._view, numbers, self._kind)

    def of(self, at: int) -> list[str]:
        """The signs of a word."""
        view, shape, kinds = self._view, self._shapes[at], self._kind(at)
        word, gaps = view.words[at], self._gaps
        caseless = "c" if view.caseless(word.start) else ""
        opens = "^" if view.starts_sentence(at) else ""
        start, end = view.line_of(word.start)
        signs = [
            f"w={word.key}",
            f"shape={shape}{caseless}",
            f"kinds={'.'.join(kinds[:3])}{shape}",
            f"end={word.key[-3:]}",
            f"begin={word.key[:3]}",
            f"length={min(len(word.key), 10)}",
            f"before={gaps[at]}{shape}{opens}",
            f"after={gaps[at + 1]}",
            "opens line" if word.start - start < 2 else "inside line",
            f"line={min(9, (end - start) // 12)}",
            f"place={10 * word.start // max(1, len(view))}",
            f"kept={max(view.kept[word.start : word.end], default=0)}",
            f"owner={view[word.end : word.end + 2] == chr(39) + 's'}",
        ]
        signs += [f"{caseless}kind={kind}" for kind in kinds]
        signs += self._beside(at, shape)
        if shape in "CSMI":
            signs += self._run(at)
        return signs

    def _beside(self, at: int, shape: str) -> list[str]:
        """What stands right before and behind, in order, and farther away, in any."""
        words, gaps = self._view.words, self._gaps
        signs = []
        for step in (*range(-_REACH, 0), *range(1, _REACH + 1)):
            other = at + step
            if not 0 <= other < len(words):
                signs.append(f"w{step}=#")
                continue
            signs += (f"w{step}={words[other].key}", f"shape{step}={self._shapes[other]}{shape}")
            if abs(step) < _REACH:
                signs += [f"kind{step}={kind}" for kind in self._kind(other)]
            if abs(step) == 2:
                signs.append(f"gap{step}={gaps[other]}")
        if at:
            signs.append(f"led={words[at - 1].key}{gaps[at]}{shape}")
        if at + 1 < len(words):
            signs.append(f"follow={shape}{gaps[at + 1]}{words[at + 1].key}")
        near = words[max(0, at - _AROUND) : max(0, at - 1)] + words[at + 2 : at + 1 + _AROUND]
        signs += [f"near={word.key}" for word in near if len(word.key) > 3]
        return signs

    def _run(self, at: int) -> list[str]:
        """The capitals that a word stands among."""
        words, gaps, shapes = self._view.words, self._gaps, self._shapes
        first = last = at
        while first and shapes[first - 1] in "CSMI" and gaps[first] in _LINKS and at - first < _RUN:
            first -= 1
        while last + 1 < len(words) and shapes[last + 1] in "CSMI" and gaps[last + 1] in _LINKS and last - at < _RUN:
            last += 1
        signs = [f"run={last - first}", f"run ends={words[last].key}", f"run begins={words[first].key}"]
        signs += [
            f"in run={kind}" for other in range(first, last + 1) for kind in self._kind(other) if kind in _OF_A_RUN
        ]
        if first:
            signs.append(f"before run={words[first - 1].key}{gaps[first]}")
            signs.append(f"before that={words[first - 2].key if first > 1 else '#'}")
        if last + 1 < len(words):
            signs.append(f"after run={gaps[last + 1]}{words[last + 1].key}")
        return [*signs, f"run between={gaps[first]}{gaps[last + 1]}"]


def likelihood(signs: Iterable[str]) -> float:
    """0 to 1: how likely a word with these signs is part of an identifier, as the training letters have it."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, weights().found(signs)))))


def group_scores(signs: Iterable[str]) -> list[float]:
    """How well a word with these signs goes with each of ``GROUPS``; only their order means something."""
    return weights().groups(signs)


def _kinds(lexicon: Lexicon, key: str) -> tuple[str, ...]:
    """What the lists say of a word."""
    kinds = [f"english{lexicon.english_tier(key)}"]
    surname, given = lexicon.surname_tier(key), lexicon.given_tier(key)
    kinds += [f"surname{surname}"] if surname else []
    kinds += [f"given{given}"] if given else []
    for name, listed in (
        ("clinical", lexicon.is_clinical(key)),
        ("short", key in lexicon.abbreviations),
        ("eponym", key in lexicon.eponyms),
        ("city", key in lexicon.cities),
        ("county", key in lexicon.counties),
    ):
        kinds += [name] if listed else []
    kinds += [name for name, members in _SETS if key in members]
    return tuple(kinds)


def _shape(word: Word) -> str:
    if len(word.text) == 1:
        return "I" if word.text.isupper() else "i"
    if word.shouted:
        return "S"
    if _CAMEL.search(word.text):
        return "M"
    return "C" if word.capital else "l"


def _gap(between: str) -> str:
    if between in (" ", SOFT):
        return "_"
    if "\n" in between:
        return "N"
    if any(char.isdigit() for char in between):
        return "9"
    return between.strip(" " + SOFT)[:3] or "_"
