"""What stands beside a place or a body that was found, joined by "and" or "or": ``Clark Air Base and Pope``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.detectors.city_names import COUNTRIES, city_at
from nexus_desktop.security.detectors.drug_context import is_drug
from nexus_desktop.security.detectors.kept_text import is_eponym
from nexus_desktop.security.detectors.name_sweep import NOT_NAMES, technical
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, GENERIC, MONTHS

_JOINED = frozenset({C.STATION, C.CITY, C.FACILITY, C.EMPLOYER})
_AND_BEHIND = re.compile(
    r"(?:,[ \x1f])?[ \x1f]?(?:and|or|&|then|to)[ \x1f](?:then[ \x1f]|later[ \x1f]|at[ \x1f]|in[ \x1f])?(?=[A-Z])"
)
_AND_BEFORE = re.compile(r"(?:,)?[ \x1f](?:and|or|&)[ \x1f](?:at[ \x1f]|in[ \x1f])?$")
_IN_BEHIND = re.compile(r"'?s?[ \x1f](?:in|at|of)[ \x1f](?=[A-Z][a-z])")
_MOST = 3


class CoordinationDetector(PhiDetector):
    """STATION, CITY, FACILITY and EMPLOYER: the other half of a pair one half of which was found."""

    name = "pairs"

    def __init__(self, hits: tuple[Hit, ...]) -> None:
        super().__init__()
        self._hits = [hit for hit in hits if hit.category in _JOINED and hit.score >= 0.5]
        self._all = hits

    def find(self, view: LetterView) -> Iterator[Hit]:
        taken = bytearray(len(view))
        for hit in self._all:
            if hit.score >= 0.5:
                taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
        for hit in self._hits:
            behind = _AND_BEHIND.match(view, hit.end)
            if behind:
                yield from self._other(view, view.first_word(behind.end()), 1, hit, taken)
            inside = _IN_BEHIND.match(view, hit.end) if hit.category in (C.FACILITY, C.EMPLOYER) else None
            town = city_at(view, inside.end()) if inside else None
            if inside and town is None and view.words[view.first_word(inside.end())].key in view.lexicon.cities:
                word = view.words[view.first_word(inside.end())]
                town = None if word.key in COUNTRIES or word.key in MONTHS else (word.start, word.end)
            if town is not None and not view.is_kept(*town, HARD):
                yield Hit(*town, C.CITY, 0.6, "a town behind what stands there")
            before = _AND_BEFORE.search(view[max(0, hit.start - 12) : hit.start])
            if before:
                at = hit.start - len(before.group())
                yield from self._other(view, view.first_word(at) - 1, -1, hit, taken)

    def _other(self, view: LetterView, at: int, step: int, hit: Hit, taken: bytearray) -> Iterator[Hit]:
        """The capitalised words from one on, forward or backward, if they end a phrase and nothing explains them."""
        found: list[int] = []
        while 0 <= at < len(view.words) and len(found) < _MOST and self._open(view, at, taken):
            found.append(at)
            gap = view.gap(at) if step > 0 else view.before(at)
            at += step
            if gap not in (" ", SOFT, "-"):
                break
        if not found:
            return
        first, last = min(found), max(found)
        opens = step < 0 and view.starts_sentence(first)
        following = view.words[last + 1] if last + 1 < len(view.words) and view.gap(last) in (" ", SOFT) else None
        if opens or (following is not None and following.capital and step > 0) or self._plain(view, first, last):
            return
        yield Hit(view.words[first].start, view.words[last].end, hit.category, 0.55, "stands beside a place or a body")

    def _plain(self, view: LetterView, first: int, last: int) -> bool:
        return all(word.key in GENERIC for word in view.words[first : last + 1])

    def _open(self, view: LetterView, at: int, taken: bytearray) -> bool:
        word = view.words[at]
        if not word.capital or word.initial or word.shouted or view.caseless(word.start) or technical(view, word):
            return False
        if any(taken[word.start : word.end]) or view.is_kept(word.start, word.end) or is_eponym(view, at):
            return False
        if (
            word.key in COUNTRIES
            or word.key in NOT_NAMES
            or word.key in FUNCTION_WORDS
            or word.key in view.lexicon.abbreviations
        ):
            return False
        return not view.lexicon.is_clinical(word.key) and not is_drug(view, word)
