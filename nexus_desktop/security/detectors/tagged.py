"""What the tagger finds in words that every other detector left: nearly sure, it goes; suspected, it is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.detectors.city_names import COUNTRIES
from nexus_desktop.security.detectors.drug_context import is_drug
from nexus_desktop.security.letter_view import LetterView
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.tagger import GROUPS, Signs, group_scores, is_candidate, likelihood
from nexus_desktop.security.vocabulary import CREDENTIALS, MONTHS, STATES, WEEKDAYS, words

SURE, AGREED, SUSPECTED, GOES_ON = 0.92, 0.65, 0.1, 0.08
"""How likely words or a number have to be to go, to go where another detector asks about them, to be asked about, to
belong to their neighbours."""
_PLAIN_SUSPECTED = 0.25  # of a plain word where capitals say nothing
_MOST = 8
"""Questions of this kind a letter, the likeliest first."""
_SHORT, _PLAIN = 5, 3  # letters of a short form; tier of English from which a word is plain
_GAPS = (" ", SOFT, "-", " & ", ". ", "'s ")
_JOINTS = words("of and the for at de del la los las y in")
_NEVER = STATES | COUNTRIES | CREDENTIALS | MONTHS | WEEKDAYS

_POINT = re.compile(r"[ \t]*[IVX]{1,5}[.)]$")
"""``XI.`` where a line begins: the number of a heading."""


@dataclass(slots=True)
class _Found:
    """A phrase: how likely it is, what it most looks like, and every place where it stands."""

    likelihood: float
    group: C
    doubted: bool  # another detector asks about it
    places: list[tuple[int, int]]

    @property
    def is_sure(self) -> bool:
        return self.likelihood >= (AGREED if self.doubted else SURE)


class LearntDetector(PhiDetector):
    """What both taggers begin with. They run after all others but the last net, on what those left, and ask ``left``
    questions at most."""

    def __init__(self, taken: bytearray, asked: bytearray, left: int) -> None:
        super().__init__()
        self._most = min(_MOST, left)
        self._taken = taken  # 1 where another detector advises to redact
        self._asked = asked  # 1 where one asks


class TaggedDetector(LearntDetector):
    """The tagger of words."""

    name = "tagger"

    def find(self, view: LetterView) -> Iterator[Hit]:
        found: dict[str, _Found] = {}
        for first, last, likely, group in self._phrases(view):
            start, end = view.words[first].start, view.words[last].end
            one = found.setdefault(" ".join(view[start:end].lower().split()), _Found(0.0, group, False, []))
            one.likelihood = max(one.likelihood, likely)
            one.doubted |= any(self._asked[start:end])
            one.places.append((start, end))
        ranked = sorted(found.values(), key=lambda one: (-one.likelihood, one.places[0]))
        new = [one for one in ranked if not one.is_sure and not one.doubted][: self._most]
        for one in ranked:
            for start, end in one.places:
                if one.is_sure:
                    yield Hit(start, end, one.group, 0.55, "stands and is written as names are")
                elif one in new:
                    yield Hit(start, end, one.group, 0.3, "may be a name, by what stands around it")

    def _least(self, view: LetterView, first: int, last: int) -> float:
        """How likely a phrase has to be to be asked about."""
        word = view.words[first]
        if first == last and view.caseless(word.start) and view.lexicon.english_tier(word.key) >= _PLAIN:
            return _PLAIN_SUSPECTED
        return SUSPECTED if self._is_telling(view, first, last) else AGREED

    def _is_telling(self, view: LetterView, first: int, last: int) -> bool:
        """Whether a phrase is worth a question on a mere suspicion: no short form, no eponym, no plain word
        opening a sentence."""
        if first != last or view.caseless(view.words[first].start):
            return True
        word = view.words[first]
        if is_drug(view, word):
            return False
        short = (word.shouted and len(word.key) < _SHORT) or word.key in view.lexicon.eponyms
        return not short and not (view.starts_sentence(first) and view.lexicon.english_tier(word.key) >= _PLAIN)

    def _last(self, view: LetterView, first: int, likely: dict[int, tuple[float, list[str]]]) -> int:
        """Where a phrase ends that begins at a word; a word of grammar may stand inside."""
        last = first
        while last + 1 < len(view.words) and view.gap(last) in _GAPS:
            ahead = last + 1
            while ahead < min(last + 3, len(view.words) - 1) and view.words[ahead].key in _JOINTS:
                ahead += 1
            known = ahead in likely and likely[ahead][0] >= GOES_ON
            if not known or any(view.gap(one) not in _GAPS for one in range(last, ahead)):
                break
            last = ahead
        return last

    def _phrases(self, view: LetterView) -> Iterator[tuple[int, int, float, C]]:
        """Neighbouring words, one of them at least suspected: first, last, likelihood, group."""
        signs = Signs(view)
        likely: dict[int, tuple[float, list[str]]] = {}
        for at, word in enumerate(view.words):
            free = not any(self._taken[word.start : word.end]) and word.key not in _NEVER
            free = free and not _POINT.match(view.typed, view.line_of(word.start)[0], word.end + 1)
            if free and is_candidate(view, word):
                of = signs.of(at)
                likely[at] = (likelihood(of), of)
        at = -1
        for first in sorted(likely):
            if first <= at or likely[first][0] < GOES_ON:
                continue
            last = self._last(view, first, likely)
            at = last
            told = [likely[one] for one in range(first, last + 1) if one in likely]
            best = max(one[0] for one in told)
            if best >= self._least(view, first, last):
                scores = [sum(each) for each in zip(*(group_scores(one[1]) for one in told), strict=True)]
                yield first, last, best, GROUPS[scores.index(max(scores))]
