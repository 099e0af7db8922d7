"""A search over letters, findings and notes, and what it finds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nexus_desktop.models.records import AnalysisLine

_TERM = re.compile(r'"([^"]*)"?|(\S+)')
LONGEST, MOST_TERMS = 500, 20


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase that has to be there; ``prefix`` where the word only begins so."""

    text: str
    prefix: bool = False


def terms_of(text: str) -> tuple[Term, ...]:
    """What a person typed: words, "phrases in quotation marks", and beginnings of words with a star at the end."""
    found = []
    for match in _TERM.finditer(text[:LONGEST]):
        phrase, word = match.group(1), match.group(2)
        term = Term(phrase) if phrase is not None else Term(word.rstrip("*"), prefix=word.endswith("*"))
        if any(character.isalnum() for character in term.text):
            found.append(term)
    return tuple(found[:MOST_TERMS])


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few words around a hit; ``marked`` are the places in it, start and end, that were searched for."""

    text: str
    marked: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One analysis that was found."""

    line: AnalysisLine
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class SearchFound:
    """Everything that was found, best first; newest first where the words are too common to be told apart by them.

    ``places`` are numbers of the index, to be turned into hits a page at a time. ``cut`` where there is more.
    """

    places: tuple[int, ...]
    ranked: bool
    cut: bool
