"""Names that nothing announces: weighed by the word lists and by what stands around them, redacted or asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.detectors.drug_context import is_drug
from nexus_desktop.security.detectors.kept_text import is_eponym
from nexus_desktop.security.detectors.name_cues import Mention, Role
from nexus_desktop.security.detectors.name_grammar import NO_NAME, Name
from nexus_desktop.security.letter_view import HARD, LetterView, Word
from nexus_desktop.security.lexicon import Lexicon
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    CIVIL_TITLES,
    CREDENTIALS,
    DOCTOR_TITLES,
    FACILITY_ENDS,
    FACILITY_HEADS,
    FUNCTION_WORDS,
    MONTHS,
    PARTICLES,
    PERSON_VERBS,
    RANKS,
    RELATIONS,
    STATES,
    TELLING_VERBS,
    WEEKDAYS,
    words,
)

_BEFORE_PERSON = words("with from by told and named per asked like beside behind thanks mother father called")
_SPEAKING = words(
    "says said stated states wrote writes reported reports recalls recalled tells told denies denied confirms "
    "confirmed remembers remembered testified testifies asked described describes enlisted served complained "
    "complains remarked insists insisted admits admitted swears swore believes thinks thought felt feels knew knows"
)
_ASKED = words(
    "asked told asking telling tell ask helped saw watched warned called reminded advised examined met remembers "
    "remember "
    "remembered recalls heard knew knows found pulled carried killed wounded "
    "shot buried lost followed relieved replaced married"
)
"""Verbs whose objects are people."""
_WHO = re.compile(
    r",? who\b|, (?:the|a|an|his|her|my|our|age|aged|then|now|also|retired|\d)\b|, (?:MD|DO|RN|PA|NP|PhD|Esq|Jr|Sr)\b"
    r"| (?:of|has|have|had|told|says|said|wrote|saw|recalls|remembers|states|stated|reports|reported|signed|can"
    r"|will|knew)\b"
)
_NAMED = words(
    "named called told except besides advocate representative attorney friend by per neighbor neighbour buddy"
)
_PEOPLES_AND_THINGS = words(
    "american americans african asian european hispanic latino caucasian german germans japanese korean "
    "vietnamese iraqi iraqis afghan afghans kuwaiti british french spanish english italian mexican indian chinese "
    "russian arab arabic islamic muslim christian jewish catholic protestant baptist lutheran methodist latin "
    "greek roman native pacific atlantic gulf persian iraq iran afghanistan vietnam korea kuwait japan germany "
    "thailand cambodia laos panama bosnia somalia qatar bahrain saudi arabia turkey italy spain france england "
    "okinawa philippines europe asia africa america americas internet facebook google zoom medicare medicaid "
    "tricare covid pfizer moderna humvee bradley abrams stryker chinook huey apache god lord jesus christ bible "
    "congress senate house president secretary federal register department administration mediterranean navajo "
    "nation republic guard reserve reserves seabee seabees tenn calif ariz colo conn mich minn okla penn wash wisc ill "
    "mass tex fla ala miss ore nev neb kan"
)
_KINDS = FACILITY_ENDS | FACILITY_HEADS | RELATIONS | WEEKDAYS | MONTHS | frozenset(" ".join(STATES).split())
_SHORTEST = 3
_SPECIES = words(
    "coli pylori aureus difficile diff pneumoniae jejuni albicans burgdorferi tuberculosis influenzae enterica"
)
_ARTICLES = words("the a an this that each his her my our their no any some of")
NOT_NAMES = NO_NAME | RANKS | CIVIL_TITLES | DOCTOR_TITLES | _KINDS | _PEOPLES_AND_THINGS
"""Words that are no one's name unless a cue says so."""


def census_pairs(view: LetterView, taken: bytearray) -> Iterator[Mention]:
    """``Hope Rivera``, ``Ulysses S. Grantham``: a given name and a surname side by side, with no cue at all."""
    for first, end in view.runs():
        run = [at for at in range(first, end) if _open(view, at, taken)]
        at = 0
        while at < len(run):
            size = _person(view, run[at : at + 4])
            if size:
                while at + size < len(run) and run[at + size] == run[at] + size and _surname(view, run[at + size]):
                    size += 1
                parts = tuple(view.words[run[at] : run[at] + size])
                yield Mention(
                    Name(parts[0].start, parts[-1].end, parts),
                    Role.SOMEONE,
                    0.65,
                    "a given name and a surname of the census lists",
                )
            at += size or 1


def _surname(view: LetterView, at: int) -> bool:
    """Whether a capitalised word behind a full name is a second surname."""
    word, lexicon = view.words[at], view.lexicon
    known = lexicon.is_known(word.key)
    return (
        view.before(at) in (" ", SOFT, "-")
        and not word.initial
        and (lexicon.surname_tier(word.key) >= 1 or not known)
        and lexicon.english_tier(word.key) < 3
    )


def _open(view: LetterView, at: int, taken: bytearray) -> bool:
    word = view.words[at]
    return (
        not any(taken[word.start : word.end])
        and not view.is_kept(word.start, word.end)
        and word.key not in NOT_NAMES
        and not is_eponym(view, at)
    )


def _person(view: LetterView, run: list[int]) -> int:
    """How many words from the start of the run are given name, initial and surname; 0 for none."""
    if len(run) < 2:
        return 0
    first = view.words[run[0]]
    size = 3 if len(run) > 2 and view.words[run[1]].initial and run[2] == run[0] + 2 else 2
    last = view.words[run[size - 1]]
    if run[size - 1] != run[0] + size - 1 or last.initial or view.gap(run[0]) not in (" ", SOFT, ". "):
        return 0
    lexicon = view.lexicon
    given, surname = lexicon.given_tier(first.key), lexicon.surname_tier(last.key)
    if first.initial:
        unlisted = not lexicon.is_known(last.key) and last.key not in _SPECIES and len(last.key) > 3
        named = (surname >= 2 or unlisted) and lexicon.english_tier(last.key) < 3
        return size if named and view.gap(run[0]) == ". " else 0
    clinical = lexicon.is_clinical(first.key) or lexicon.is_clinical(last.key) or first.shouted != last.shouted
    ordinary = lexicon.english_tier(first.key) + lexicon.english_tier(last.key)
    if clinical or not given or (first.key in lexicon.abbreviations and given < 3) or last.key in lexicon.abbreviations:
        return 0
    unknown = not lexicon.is_known(last.key) and not surname
    strong = (given >= 2 and (surname or unknown) and ordinary < 7) or (given >= 3 and surname >= 2 and ordinary < 10)
    if first.shouted and not (given >= 3 and surname >= 2):
        return 0
    after = run[size - 1] + 1
    if (
        after < len(view.words)
        and view.gap(after - 1) == " "
        and view.words[after].key in TELLING_VERBS
        and given >= 3
        and surname >= 2
    ):
        return size
    if not strong and given >= 2 and surname >= 2 and _is_spoken_of(view, run[0], after):
        return size
    return size if strong or (size == 3 and surname) else 0


def _is_spoken_of(view: LetterView, first: int, after: int) -> bool:
    """Whether two capitalised words of the language inside a sentence are a person's name: set off by who that is, or
    doing what people do (``except Art Fields, who``, ``and Grace Day, the shop clerk,``)."""
    if view.starts_sentence(first) or view.caseless(view.words[first].start) or not first:
        return False
    before = view.words[first - 1]
    if before.capital or before.key in ("the", "a", "an", "this", "each", "no", "any", "our", "his", "her"):
        return False
    behind = view[view.words[after - 1].end : view.words[after - 1].end + 24]
    return bool(_WHO.match(behind)) or before.key in _NAMED


class NameSweep(PhiDetector):
    """Runs after every other detector, on single words that they left."""

    name = "names by list"

    def __init__(self, taken: bytearray) -> None:
        super().__init__()
        self._taken = taken  # 1 where another detector found something

    def find(self, view: LetterView) -> Iterator[Hit]:
        cited = {word.key for at, word in enumerate(view.words) if view.kept[word.start] == 2}
        for first, end in view.runs():
            for at in range(first, end):
                if not _open(view, at, self._taken):
                    continue
                word = view.words[at]
                score = self._weigh(view, at) - 4 * (word.key in cited)
                if score >= 3 or (score >= 2 and self._stands_alone(view, at)):
                    end = self._with_surname(view, at)
                    yield Hit(word.start, end, C.RELATIVE, 0.55, "a name of the census lists, used as a person's")
                elif score >= 1:
                    yield Hit(word.start, word.end, C.RELATIVE, 0.3, "a capitalised word that no list explains")

    def _stands_alone(self, view: LetterView, at: int) -> bool:
        """Whether a surname that is no word of the language stands in a sentence with no capital beside it."""
        word, lexicon = view.words[at], view.lexicon
        if view.caseless(word.start) or view.starts_sentence(at) or word.shouted or not at:
            return False
        if lexicon.is_known(word.key) or lexicon.surname_tier(word.key) < 2 or _is_place(lexicon, word.key):
            return False
        before = view.words[at - 1]
        beside = before.capital or before.key in _ARTICLES or view.before(at) not in (" ", SOFT)
        return not beside and not (at + 1 < len(view.words) and view.gap(at) == " " and view.words[at + 1].capital)

    def _with_surname(self, view: LetterView, at: int) -> int:
        """The end of a given name with the capitalised word behind it, though that be a name inside medicine."""
        word, lexicon = view.words[at], view.lexicon
        if lexicon.given_tier(word.key) < 2 or at + 1 >= len(view.words) or view.gap(at) not in (" ", SOFT):
            return word.end
        following = view.words[at + 1]
        if following.initial and view[following.end : following.end + 1] == "." and not view.starts_sentence(at + 1):
            return following.end + (view[following.end + 1 : following.end + 2] in (",", ";", ")", "'"))
        free = not any(self._taken[following.start : following.end]) and view.kept[following.start] < HARD
        named = lexicon.surname_tier(following.key) >= 1 or not lexicon.is_known(following.key)
        plain = following.key in NOT_NAMES or not following.capital or following.shouted != word.shouted
        return following.end if free and named and not plain else word.end

    def _weigh(self, view: LetterView, at: int) -> float:
        """How much speaks for one word being a person's name."""
        word, lexicon = view.words[at], view.lexicon
        english = lexicon.english_tier(word.key)
        given, surname = lexicon.given_tier(word.key), lexicon.surname_tier(word.key)
        if given >= 3 and word.key not in lexicon.english:
            english = 0  # Dolores is no plural
        opens = view.starts_sentence(at)
        if _no_word(view, word) or (word.key in lexicon.abbreviations and given < 3):
            return -9.0
        if word.shouted and not (len(word.key) > 4 and max(given, surname) >= 2 and english == 0):
            return -9.0
        if opens and (english > 0 or not (given or surname)) and not (english < 5 and given >= 3):
            return _opening(view, at)
        score = _by_lists(lexicon, word.key, english)
        if given >= 2 and not opens and not view.caseless(word.start) and english:
            score = max(score, 1.0)  # "Faith" inside a sentence
        if given >= 2 and not english and not lexicon.is_clinical(word.key) and not view.caseless(word.start):
            score = max(score, 3.0 if word.key not in lexicon.eponyms else score)  # "Rochelle" is no word
            opens = opens and not lexicon.is_name(word.key)
        return score + _context(view, at) - (1.0 if opens and not _acts(view, at) else 0.0)


def _no_word(view: LetterView, word: Word) -> bool:
    """Degrees, codes, contractions and drugs."""
    short = len(word.key) < _SHORTEST or word.key in CREDENTIALS or "'" in word.key[-3:]
    return short or technical(view, word) or is_drug(view, word)


def _is_place(lexicon: Lexicon, key: str) -> bool:
    return key in lexicon.cities or key in lexicon.stations or key in lexicon.eponyms or lexicon.clinical.get(key) == 3


def _by_lists(lexicon: Lexicon, key: str, english: int) -> float:
    """How much the lists make a word a name, whatever stands around it."""
    given, surname = lexicon.given_tier(key), lexicon.surname_tier(key)
    score = max(given, surname) - english + (0.0 if given or surname or english else 1.0)
    if score == 1 and not english and surname:
        score = 2.0  # a rare surname is as much of a surname
    if lexicon.is_clinical(key):
        score -= 4
    if key in lexicon.eponyms or lexicon.clinical.get(key) == 3:
        score -= 1 if surname >= 3 else 3  # a common one stands beside no medicine here
    return score - (key in lexicon.cities or key in lexicon.stations)


def _opening(view: LetterView, at: int) -> float:
    """The weight of a word that opens a sentence and is English, or in no list of names."""
    word, lexicon = view.words[at], view.lexicon
    given, english = lexicon.given_tier(word.key), lexicon.english_tier(word.key)
    if given >= 3 and _tells(view, at) and not lexicon.is_clinical(word.key):
        return 3.0 if view.words[at + 1].key in _SPEAKING else 1.0
    if given >= 2 and _acts(view, at):
        return 1.0
    unlisted = not english and not lexicon.is_clinical(word.key) and word.key not in lexicon.eponyms
    return 1.5 if unlisted and _acts(view, at) else -9.0


def _acts(view: LetterView, at: int) -> bool:
    """Whether a word that opens a sentence does what people do."""
    following = view.words[at + 1] if at + 1 < len(view.words) and view.gap(at) in (" ", SOFT) else None
    return following is not None and following.key in TELLING_VERBS and following.key not in ("did", "does")


def _tells(view: LetterView, at: int) -> bool:
    """Whether a verb that only people are the subjects of stands right behind a word."""
    following = view.words[at + 1] if at + 1 < len(view.words) and view.gap(at) in (" ", SOFT) else None
    return following is not None and following.key in _SPEAKING


def _context(view: LetterView, at: int) -> float:
    word = view.words[at]
    score = 0.0
    before = view.words[at - 1] if at and view.before(at) in (" ", SOFT) else None
    following = view.words[at + 1] if at + 1 < len(view.words) and view.gap(at) in (" ", SOFT) else None
    if view[word.end : word.end + 2] == "'s":
        score += 0.5
    if before is not None and before.key in PARTICLES and not before.capital:
        score -= 2  # "van der Kolk", whom the letter cites: asked about
    if following is not None and following.key in PERSON_VERBS and following.key not in FUNCTION_WORDS:
        score += 1.5
    elif (following is not None and following.key in ("is", "was", "had", "has", "never", "who")) or (
        before is not None and before.key in _ASKED
    ):
        score += 1.0
    if before is not None and before.key in _BEFORE_PERSON:
        score += 0.5
    if before is not None and before.key in ("the", "a", "an", "this", "each", "his", "her", "my", "our"):
        score -= 2
    if (
        following is not None
        and not following.capital
        and following.key not in FUNCTION_WORDS
        and following.key not in PERSON_VERBS
    ):
        score -= 1
    if before is not None and before.capital and before.key not in FUNCTION_WORDS:
        score -= 0.5
    return score


def technical(view: LetterView, word: Word) -> bool:
    """Product names and codes: humps inside the word, digits or signs stuck to it."""
    starts = ("Mc", "Mac", "O'", "D'", "De", "Di", "Fitz", "La", "Le", "Van")
    humps = (
        any(c.isupper() for c in word.text[1:])
        and not word.shouted
        and not word.text.startswith(starts)
        and "-" not in word.text
    )
    stuck = view[max(0, word.start - 1) : word.start] in ("@", "/", "_", "\\", "#", "+", "&") or view[
        word.end : word.end + 1
    ] in ("_", "/", "@", "\\", "+", "®", "™")
    number = view[word.end : word.end + 2].strip(" -").isdigit() and view[word.end : word.end + 1] != "."
    return humps or stuck or number
