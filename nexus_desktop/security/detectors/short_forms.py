"""Stations, facilities, employers and cities again, by the short names they go by after the first time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.detectors.city_names import COUNTRIES
from nexus_desktop.security.detectors.kept_text import is_eponym
from nexus_desktop.security.detectors.military import LARGE
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.vocabulary import (
    FACILITY_ENDS,
    FACILITY_HEADS,
    FUNCTION_WORDS,
    GENERIC,
    HEAD_NOUNS_OF_EMPLOYERS,
    STATES,
    words,
)

_SPREAD = (C.STATION, C.FACILITY, C.EMPLOYER, C.CITY, C.UNIT)
_SHIPS = words("uss usns uscgc usat cgc")
_HEADS = FACILITY_ENDS | FACILITY_HEADS | HEAD_NOUNS_OF_EMPLOYERS | GENERIC | LARGE | words(
    "fort ft camp fob cop lz joint base naval air station nas mcas mcb mcrd afb airfield barracks forward operating "
    "army marine corps depot arsenal drop zone valley province "
    "landing firebase uss usns usnr usncs usat usno usc uscgc battalion regiment company division brigade squadron "
    "wing group troop battery platoon fleet infantry cavalry artillery "
    "armored airborne engineer engineers parachute support maintenance transportation force forces security "
    "headquarters command task logistical training recruit international airport "
    "island bay river hill objective assembly area tactical saint st new north south east west upper lower fork "
    "creek mill great green high still low front first second third meps afees tmc ctmc bas"
)  # fmt: skip


_NUMBER_OF_UNIT = re.compile(r"(?<![\w/])\d{1,3}/\d{2,3}(?![\w/])|\b\d{2,4}(?:st|nd|rd|th|d) [A-Z][a-z]{3,16}\b")


class ShortFormDetector(PhiDetector):
    """Looks for the telling words of names of places and bodies that other detectors found."""

    name = "short forms"

    def __init__(self, hits: tuple[Hit, ...]) -> None:
        super().__init__()
        self._hits = [hit for hit in hits if hit.category in _SPREAD and hit.score >= 0.5]

    def find(self, view: LetterView) -> Iterator[Hit]:
        yield from self._ships(view)
        yield from self._halves(view)
        telling: dict[str, C] = {}
        for hit in self._hits:
            named = [w for w in view.words_in(hit.start, hit.end) if w.key not in FUNCTION_WORDS]
            if hit.category is C.UNIT and not view[hit.start : hit.end].upper().startswith(("USS ", "USCGC", "USNS")):
                continue
            if hit.category is C.CITY and len(named) > 1:
                continue
            for word in named:
                if self._tells(view, word, hit.category):
                    telling.setdefault(word.key, hit.category)
        for at, word in enumerate(view.words):
            category = telling.get(word.key)
            if (
                category is not None
                and view.lexicon.english_tier(word.key) > 3
                and (view.starts_sentence(at) or view.caseless(word.start))
            ):
                continue
            if (
                category is None
                or not (word.capital or view.lexicon.english_tier(word.key) == 0)
                or view.is_kept(word.start, word.end, HARD)
                or is_eponym(view, at)
            ):
                continue
            if word.capital or view.caseless(word.start):
                yield Hit(word.start, word.end, category, 0.7, "short for a name found elsewhere in the letter")

    def _ships(self, view: LetterView) -> Iterator[Hit]:
        """``the Blue Ridge`` for USS Blue Ridge: the whole name again, behind an article or a word of being aboard."""
        for hit in self._hits:
            named = view.words_in(hit.start, hit.end)
            if hit.category is not C.UNIT or not named or named[0].key not in _SHIPS or len(named) < 2:
                continue
            name = [word.key for word in takewhile(lambda word: not word.shouted or len(word.key) > 4, named[1:])]
            for at in view.indices({name[0]} if name else ()):
                run = view.words[at : at + len(name)]
                led = at and view.words[at - 1].key in ("the", "aboard", "on", "board", "of", "from", "in", "off", "by")
                if led and [word.key for word in run] == name and all(word.capital for word in run):
                    yield Hit(run[0].start, run[-1].end, C.UNIT, 0.7, "short for a name found elsewhere in the letter")

    def _halves(self, view: LetterView) -> Iterator[Hit]:
        """``2/38`` for HHC 2/38 INF, ``18th Surgical`` for a hospital, ``Mayo Regional`` for Mayo Regional Hospital."""
        halves: dict[str, C] = {}
        for hit in self._hits:
            text = view.typed[hit.start : hit.end]
            named = view.words_in(hit.start, hit.end)
            if hit.category is C.UNIT:
                halves.update((match.group(), C.UNIT) for match in _NUMBER_OF_UNIT.finditer(text))
            elif hit.category in (C.FACILITY, C.EMPLOYER) and len(named) > 2 and self._is_half(view, named[:2]):
                halves[view.typed[named[0].start : named[1].end]] = hit.category
        for half, category in halves.items():
            for match in re.finditer(rf"(?<![\w/.-]){re.escape(half)}(?![\w/-])", view.typed):
                if not view.is_kept(*match.span(), HARD):
                    yield Hit(*match.span(), category, 0.65, "short for a name found elsewhere in the letter")

    def _is_half(self, view: LetterView, named: list[Word]) -> bool:
        """Whether the first two words of a name, with a blank between, name it: the first is its own."""
        first, second = named
        own = first.capital and first.key not in GENERIC | FUNCTION_WORDS and not view.lexicon.is_clinical(first.key)
        plain = second.key in FUNCTION_WORDS or not second.capital or view[first.end : second.start] != " "
        phrase = f"{first.key} {second.key}"
        large = phrase in STATES or phrase in view.lexicon.cities or second.key in COUNTRIES
        return own and not plain and not large and len(first.key) > 2

    def _tells(self, view: LetterView, word: Word, category: C) -> bool:
        """Whether one word of a longer name points to it alone."""
        lexicon = view.lexicon
        if word.key in _HEADS or len(word.key) < 4 or lexicon.is_clinical(word.key):
            return False
        english = lexicon.english_tier(word.key)
        if category in (C.STATION, C.CITY):
            return english < (6 if category is C.STATION else 4)
        return english < 2 and word.key not in lexicon.cities and word.key not in lexicon.eponyms
