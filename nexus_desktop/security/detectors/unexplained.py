"""The net below all the others: capitals inside a sentence, and in a letter without capitals words, that no list and no
detector explains. Asked about, the most telling first and a few a letter, so that the questions stay worth reading."""

from __future__ import annotations

from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.detectors.drug_context import is_drug
from nexus_desktop.security.detectors.kept_text import is_beside_medicine, is_eponym
from nexus_desktop.security.detectors.name_sweep import NOT_NAMES, technical
from nexus_desktop.security.detectors.place_sweep import KNOWN_CAPITALS
from nexus_desktop.security.letter_view import LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import CREDENTIALS, FUNCTION_WORDS, GENERIC, words

_ASK = 0.3
_MOST = 4
"""Questions of this kind a letter."""
_EXPLAINED = NOT_NAMES | KNOWN_CAPITALS | FUNCTION_WORDS | CREDENTIALS | GENERIC
_LED = words("at from to by with near outside for in of through aboard on named called per via joined left")
_HEADING = 0.6  # share of capitals from which a line is a heading
_SHORTEST = 3
_GAPS = (" ", SOFT, "-", " & ")
_OPENERS = (";", "(", '"', ',"', ', "')
_INSIDE = ("", ",", ";", "(", '"', ", (", ', "', ',"')
"""What may stand before a capital that no sentence asks for."""
_RARE, _COMMON, _COMMONEST = 2, 4, 6


class UnexplainedDetector(PhiDetector):
    """Runs after all others, on what they left."""

    name = "unexplained"

    def __init__(self, taken: bytearray, left: int) -> None:
        super().__init__()
        self._most = min(_MOST, left)
        self._taken = taken  # 1 where another detector found something

    def find(self, view: LetterView) -> Iterator[Hit]:
        found: dict[str, tuple[float, list[tuple[int, int]]]] = {}
        for first, last, weight in (*self._capitals(view), *self._small(view)):
            start, end = view.words[first].start, view.words[last].end
            known = found.setdefault(" ".join(view[start:end].lower().split()), (weight, []))
            known[1].append((start, end))
        ranked = sorted(found.values(), key=lambda one: (-one[0], one[1][0]))
        for _, places in ranked[: self._most]:
            for start, end in places:
                yield Hit(start, end, C.RELATIVE, _ASK, "a capital that no list explains")

    def _capitals(self, view: LetterView) -> Iterator[tuple[int, int, float]]:
        """Phrases of capitals inside a sentence, with how much they want a reason."""
        at = 0
        while at < len(view.words):
            word = view.words[at]
            if not word.capital or word.key in _EXPLAINED or view.caseless(word.start) or not self._free(view, at):
                at += 1
                continue
            last = at
            while last + 1 < len(view.words) and view.gap(last) in _GAPS and self._goes_on(view, last + 1):
                last += 1
            weight = self._weight(view, at, last)
            if weight > 0:
                yield at, last, weight
            at = last + 1

    def _free(self, view: LetterView, at: int) -> bool:
        word = view.words[at]
        if any(self._taken[word.start : word.end]) or view.is_kept(word.start, word.end):
            return False
        plain = word.key in _EXPLAINED or word.key in view.lexicon.abbreviations or len(word.key) < _SHORTEST
        return not plain and not technical(view, word) and "'" not in word.key[-3:]

    def _goes_on(self, view: LetterView, at: int) -> bool:
        return self._free(view, at) and view.words[at].capital and not view.words[at].shouted

    def _weight(self, view: LetterView, first: int, last: int) -> float:
        lexicon = view.lexicon
        named = view.words[first : last + 1]
        if any(word.shouted or 0 < lexicon.clinical.get(word.key, 0) < 3 for word in named):
            return 0.0
        eponym = any(word.key in lexicon.eponyms or lexicon.clinical.get(word.key) == 3 for word in named)
        if any(is_eponym(view, at) for at in range(first, last + 1)) or is_drug(view, named[0]):
            return 0.0
        if self._in_heading(view, named) or view[named[-1].end : named[-1].end + 1] in (":", "®", "™", "_"):
            return 0.0
        english = min(lexicon.english_tier(word.key) for word in named)
        if view.starts_sentence(first) and view.before(first).strip(" \x1f") not in _OPENERS:
            return 1.5 if not english and first == last and not eponym else 0.0
        before = view.words[first - 1] if first and view.before(first).strip(" \x1f") in _INSIDE else None
        if before is None or (before.capital and before.key in _EXPLAINED):
            return 0.0 if english else 1.0
        listed = any(lexicon.is_name(word.key) or word.key in lexicon.cities for word in named)
        weight = 3.0 if not english else 2.0 if english <= _RARE else 1.0 if english <= _COMMON else 0.0
        if weight == 0 and (before.key in _LED or last > first or listed) and not lexicon.is_clinical(named[-1].key):
            weight = 0.5 if english < _COMMONEST else 0.25
        if weight and (eponym or is_beside_medicine(view, first)):
            weight -= 1.0
        return weight + 0.5 * (before.key in _LED) + 0.5 * listed if weight > 0 else 0.0

    def _in_heading(self, view: LetterView, named: list[Word]) -> bool:
        """Whether most words of the line have a capital: a heading, a title, a label of a form."""
        start, end = view.line_of(named[0].start)
        if end - start > 240:
            start, end = max(start, named[0].start - 60), min(end, named[-1].end + 60)
        line = [w for w in view.words_in(start, end) if w.key not in FUNCTION_WORDS and len(w.key) > 1]
        return len(line) < 2 or sum(w.capital for w in line) >= _HEADING * len(line)

    def _small(self, view: LetterView) -> Iterator[tuple[int, int, float]]:
        """In text without capitals: words that are no English, no medicine and no short form."""
        lexicon = view.lexicon
        for at, word in enumerate(view.words if view.restored.blocks else ()):
            if not view.caseless(word.start) or not self._free(view, at) or len(word.key) <= _SHORTEST:
                continue
            if lexicon.is_known(word.key) or word.key in lexicon.eponyms or is_drug(view, word) or "-" in word.key:
                continue
            before = view.words[at - 1].key if at and view.before(at) in (" ", SOFT) else ""
            names = max(lexicon.given_tier(word.key), lexicon.surname_tier(word.key))
            if names >= 2:
                yield at, at, 2.0 + 0.5 * (before in _LED)
            elif word.key in lexicon.cities or before in _LED:
                yield at, at, 1.5
