"""The last look: what stands where a person, a place or a date stands, unexplained. It is only ever asked about."""

from __future__ import annotations

from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.cities import listed_city
from nexus_desktop.security.detectors.kept_text import is_eponym
from nexus_desktop.security.detectors.name_sweep import NOT_NAMES, technical
from nexus_desktop.security.detectors.place_sweep import KNOWN_CAPITALS
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    CREDENTIALS,
    FUNCTION_WORDS,
    GENERIC,
    RELATIONS,
    STATE_CODES,
    TELLING_VERBS,
    words,
)

_ASK = 0.3
_RARE = 3  # tiers of English below which a capital inside a sentence wants a reason
_LED = words("at from to by with near outside")
_EXPLAINED = NOT_NAMES | KNOWN_CAPITALS | FUNCTION_WORDS | CREDENTIALS
_TAKEN_DRUG = compiled(
    r"\b(?:uses?|used|using|takes?|taking|took|prescribed|started|tried|trial~of|failed|medications?|meds|mg|mcg|inhaler"
    r"|dose|doses|tablets?|refilled|allerg\w+)\b[^.;\n]{0,60}$"
)
_PLAIN = 4
_TOWN_ENDS = compiled(r"[.;)\n]|,~[a-z]|,~(?-i:[A-Z]{2})\b|~(?:on|in|by|where)\b")
_DOSE = compiled(
    r"[~(]{0,2}(?:\d+(?:\.\d+)?~?(?:mg|mcg|units?|puffs?|ml|%)|inhaler|tablets?|nightly|daily|b\.?i\.?d|prn|qhs)\b"
)
_DAY = compiled(r"(?<![\d/.])(?:0?[1-9]|1[0-2])/(?:1[1-9]|2\d|3[01])(?![\d/%.-]|~?(?:mm|hg|db|strength|points?)\b)")
_NO_DAY = compiled(
    r"\b(?:vision|acuity|scores?|scored|strength|motor|gcs|mmse|moca|scale|rated|bp|pressure|grade|of|wais|speech|reflexes"
    r"|pulses|mace|slums|phq|gaf|ratio|audio\w*|verbal|recall|learning|memory|trials?|total|index)\b[^.;\n]{0,24}$"
)


class DoubtDetector(PhiDetector):
    """Runs after all others, on what they left."""

    name = "doubts"

    def __init__(self, taken: bytearray) -> None:
        super().__init__()
        self._taken = taken  # 1 where another detector found something

    def find(self, view: LetterView) -> Iterator[Hit]:
        for at, word in enumerate(view.words):
            if word.capital and not word.initial and self._left(view, word) and self._doubtful(view, at):
                yield Hit(word.start, word.end, C.RELATIVE, _ASK, "a capital that no list explains")
            elif word.capital and not word.initial and self._is_town_behind(view, at):
                town = listed_city(view, at)
                if town is not None:
                    yield Hit(*town, C.CITY, 0.6, "a town behind what stands there")
        for match in view.scan(_DAY):
            if any(self._taken[match.start() : match.end()]) or view.is_kept(*match.span()):
                continue
            if not _NO_DAY.search(view, max(0, match.start() - 40), match.start()):
                yield Hit(*match.span(), C.DATE, _ASK, "may be a month and a day")

    def _doubtful(self, view: LetterView, at: int) -> bool:
        return self._stands_for_a_name(view, at) or self._beside_a_find(view, at)

    def _beside_a_find(self, view: LetterView, at: int) -> bool:
        """Whether a capital stands right beside what was found: it may be the rest of it."""
        word, lexicon = view.words[at], view.lexicon
        if word.shouted or word.key in GENERIC or word.key in lexicon.abbreviations or lexicon.is_clinical(word.key):
            return False
        behind = at > 0 and view.before(at) in (" ", SOFT) and bool(self._taken[view.words[at - 1].end - 1])
        ahead = (
            at + 1 < len(view.words)
            and view.gap(at) in (" ", SOFT)
            and bool(self._taken[view.words[at + 1].start])
            and view.words[at + 1].capital
            and not view.starts_sentence(at)
        )
        return (behind and view.words[at - 1].capital) or ahead

    def _left(self, view: LetterView, word: Word) -> bool:
        free = not any(self._taken[word.start : word.end]) and not view.is_kept(word.start, word.end)
        return free and word.key not in _EXPLAINED and not view.caseless(word.start)

    def _stands_for_a_name(self, view: LetterView, at: int) -> bool:
        word, lexicon = view.words[at], view.lexicon
        before = view.words[at - 1] if at and view.before(at) in (" ", SOFT) else None
        if before is None or lexicon.is_clinical(word.key) or is_eponym(view, at) or technical(view, word):
            return False
        if word.key in lexicon.abbreviations or self._is_drug(view, word):
            return False
        named = lexicon.is_name(word.key) or word.key in lexicon.cities
        if word.shouted:
            letters = 4 <= len(word.key) <= 8 and word.key not in STATE_CODES
            return letters and before.key in _LED and word.key not in GENERIC and not before.capital
        if before.key in RELATIONS and view.before(at) == " ":
            return named and self._alone(view, at)
        if view.starts_sentence(at) or before.capital or lexicon.english_tier(word.key) >= _RARE:
            return False
        return word.key not in lexicon.eponyms and self._alone(view, at) and (named or before.key in _LED)

    def _is_town_behind(self, view: LetterView, at: int) -> bool:
        """``Essentia, Brainerd.``: a comma behind a place or a body found already, and the end of the phrase behind."""
        word = view.words[at]
        if not at or view.before(at) not in (", ", "," + SOFT) or view.caseless(word.start) or word.shouted:
            return False
        if not self._taken[view.words[at - 1].end - 1] or word.key in FUNCTION_WORDS:
            return False
        town = listed_city(view, at)
        if town is None or view.is_kept(*town, HARD) or not _TOWN_ENDS.match(view, town[1]):
            return False
        return view.lexicon.english_tier(view[town[0] : town[1]].lower()) < _PLAIN

    def _alone(self, view: LetterView, at: int) -> bool:
        """Whether no capital follows: two of them are a heading or the name of a thing more often than not."""
        if at + 1 >= len(view.words) or view.gap(at) not in (" ", SOFT):
            return True
        following = view.words[at + 1]
        return not following.capital or following.key in TELLING_VERBS

    def _is_drug(self, view: LetterView, word: Word) -> bool:
        """Whether a word that is in no list stands where drugs do."""
        before = view[max(0, word.start - 70) : word.start]
        return bool(_TAKEN_DRUG.search(before) or _DOSE.match(view, word.end))
