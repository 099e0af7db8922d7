"""The last look: what stands where a person, a place or a date stands, unexplained. Mostly asked about."""

from __future__ import annotations

from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.city_names import listed_city
from nexus_desktop.security.detectors.drug_context import is_drug
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
    STATE_SHORT,
    STATES,
    TELLING_VERBS,
    words,
)

_ASK = 0.3
_RARE = 3  # tiers of English below which a capital inside a sentence wants a reason
_LED = words("at from to by with near outside for in")
_PLACED = words("at from near outside to in")
_EXPLAINED = NOT_NAMES | KNOWN_CAPITALS | FUNCTION_WORDS | CREDENTIALS
_SIGNED = compiled(
    r"(?<!\w)(?<!page[ ])(?<!item[ ])(?<!room[ ])\#~?"
    r"(?P<v>(?:[A-Z]{1,5}[-.]){0,3}[A-Z]{0,4}\d{3,10}(?:-\d{1,6}){0,3})(?![\w.])"
)
_BY_INITIALS = compiled(
    r"(?<![\w.])(?!U\.S|D\.C|N\.C|S\.C|N\.D|S\.D|N\.J|N\.M|N\.Y|N\.H|R\.I|W\.V|P\.O|M\.D|D\.O|U\.K|J\.D|P\.A|N\.P"
    r"|R\.N|A\.M|P\.M|I\.D|D\.C)[A-Z]\.~~[A-Z]\.~(?P<n>[A-Z][a-z][\w'-]{1,18})",
    ignore_case=False,
)
"""``F.H. Stoltze``: a person, or a firm that bears a person's name."""
_BY_INITIAL = compiled(
    r"(?<![\w.'-])(?<!St\. )(?P<i>[A-Z])\.~(?P<n>(?:(?:de|van|von|la|le|al|v\.)~)?[A-Z][a-z][\w'-]{1,24})(?![\w'])",
    ignore_case=False,
)
"""``A. Roe``: an initial and a word that hardly is one."""
_STATE_PARTS = ("n. dak", "s. dak", "n. mex", "n. car", "s. car", "w. va")
_PLAIN = 4
_TOWN_ENDS = compiled(r"[.;)\n]|~?\||,~[a-z]|,~(?-i:[A-Z]{2})\b|~(?:on|in|by|where)\b")
_DAY = compiled(r"(?<![\d/.])(?:0?[1-9]|1[0-2])/(?:1[1-9]|2\d|3[01])(?![\d/%.-]|~?(?:mm|hg|db|strength|points?)\b)")
NO_DAY = compiled(
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
            if not word.capital or word.initial:
                continue
            if self._left(view, word) and self._doubtful(view, at):
                yield Hit(word.start, word.end, C.RELATIVE, _ASK, "a capital that no list explains")
            elif self._is_town_behind(view, at):
                town = listed_city(view, at)
                if town is not None:
                    yield Hit(*town, C.CITY, 0.6, "a town behind what stands there")
        yield from self._figures(view)
        yield from self._by_initial(view)
        for match in view.scan(_BY_INITIALS):
            last = view.words[view.first_word(match.start("n"))]
            named = last.key not in _EXPLAINED and not view.lexicon.is_clinical(last.key)
            if named and not view.is_kept(*match.span()):
                yield Hit(*match.span(), C.RELATIVE, 0.55, "initials and a name")

    def _by_initial(self, view: LetterView) -> Iterator[Hit]:
        """An initial and a capital that is no word of English and none of medicine."""
        for match in view.scan(_BY_INITIAL):
            named = view.words_in(*match.span("n"))
            if match.group().lower().startswith(_STATE_PARTS):
                continue
            if not named or view.is_kept(*match.span()) or all(self._taken[match.start("n") : match.end("n")]):
                continue
            last, lexicon = named[-1], view.lexicon
            if last.key in _EXPLAINED or lexicon.is_clinical(last.key) or last.key in lexicon.eponyms:
                continue
            if lexicon.english_tier(last.key) < _RARE and not is_drug(view, last):
                known = lexicon.is_name(last.key) or not lexicon.is_known(last.key)
                yield Hit(*match.span(), C.RELATIVE, 0.55 if known else _ASK, "an initial and a name")

    def _figures(self, view: LetterView) -> Iterator[Hit]:
        """Numbers behind a number sign, the rest of one of which a part was found, and days without a year."""
        for match in view.scan(_SIGNED):
            start, end = match.span("v")
            found = sum(self._taken[start:end])
            if found < end - start and not view.is_kept(start, end):
                yield Hit(start, end, C.ACCOUNT, 0.6 if found else _ASK, "a number behind a number sign")
        for match in view.scan(_DAY):
            if any(self._taken[match.start() : match.end()]) or view.is_kept(*match.span()):
                continue
            if not NO_DAY.search(view, max(0, match.start() - 40), match.start()):
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
        clinical = lexicon.is_clinical(word.key) and not (
            before is not None and before.key == "at" and self._plain(view, word)
        )
        if before is None or clinical or is_eponym(view, at) or technical(view, word):
            return False
        if word.key in lexicon.abbreviations or is_drug(view, word):
            return False
        named = lexicon.is_name(word.key) or word.key in lexicon.cities
        if word.shouted:
            letters = 4 <= len(word.key) <= 8 and word.key not in STATE_CODES
            led = before.key in _LED or (before.key == "the" and at > 1 and view.words[at - 2].key in _LED)
            return letters and led and word.key not in GENERIC and not before.capital
        if before.key in RELATIONS and view.before(at) == " ":
            return named and self._alone(view, at)
        if view.starts_sentence(at) or before.capital:
            return False
        if lexicon.english_tier(word.key) >= _RARE:
            placed = before.key in _PLACED or (before.key == "or" and bool(self._taken[view.words[at - 2].end - 1]))
            return placed and word.key not in GENERIC and word.key not in lexicon.eponyms and self._alone(view, at)
        return word.key not in lexicon.eponyms and self._alone(view, at) and (named or before.key in _LED)

    def _plain(self, view: LetterView, word: Word) -> bool:
        """A common word of English, whatever medicine uses it for: ``at Regions``."""
        return view.lexicon.english_tier(word.key) >= _PLAIN and word.text[1:].islower()

    def _is_town_behind(self, view: LetterView, at: int) -> bool:
        """``Essentia, Brainerd.``: a comma behind a place or a body found already, and the end of the phrase behind."""
        word = view.words[at]
        if not at or view.before(at) not in (", ", "," + SOFT) or view.caseless(word.start) or word.shouted:
            return False
        if not self._taken[view.words[at - 1].end - 1] or word.key in FUNCTION_WORDS:
            return False
        town = listed_city(view, at)
        phrase = view[town[0] : town[1]].lower() if town else ""
        if phrase in STATES or phrase in STATE_SHORT or phrase in STATE_CODES:
            return False
        if town is None or view.is_kept(*town, HARD) or not _TOWN_ENDS.match(view, town[1]):
            return False
        return view.lexicon.english_tier(view[town[0] : town[1]].lower()) < _PLAIN

    def _alone(self, view: LetterView, at: int) -> bool:
        """Whether no capital follows: two of them are a heading or the name of a thing more often than not."""
        if at + 1 >= len(view.words) or view.gap(at) not in (" ", SOFT):
            return True
        following = view.words[at + 1]
        return not following.capital or following.key in TELLING_VERBS
