"""Towns in running text, with no state behind them: weighed by the lists and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, compiled
from nexus_desktop.security.detectors.city_names import BEFORE_CITY, COUNTRIES, NOT_CITIES, listed_city, spaced
from nexus_desktop.security.letter_view import HARD, SOFTLY, LetterView
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import FUNCTION_WORDS, GENERIC, MONTHS, STATES, words

FAIRLY_COMMON = 4  # of six tiers of English words
NEAR = words("in near outside en around")
_OFFICES = words("regional ro va varo vamc office")
_TOWARDS = compiled(
    r"""(?:\b(?:north|south|east|west|northeast|northwest|southeast|southwest|miles|outside|suburbs?|town|village|city
    |outskirts|native|natives|resident|residents|side|parts?|hills?|community)~of~(?:the~)?
    |\b(?:hails?|comes?|came|moved|relocated|retired|returned|drives?|drove|driving|commut(?:es|ed)|home|back|raised|grew~up
    |born|transferred|flew|bus|road|ride|move)~(?:(?:in|back|home|here|over|up|down|out)~)?(?:from|to|in|at)~)$"""
)
"""Words that a town follows: ``north of Taft``, ``moved to Waxahachie``."""
_STANDS_IN = compiled(
    r"""\b(?:liv(?:es|ed|ing)|resid(?:es|ed|ing)|born|raised|grew~up|moved|settled|works?|worked|home|house|farm|shop|store|school
    |plant|mill|clinic|hospital|office|practice|doctor|dentist|chiropractor|therapist|surgeon|lawyer|attorney|urgent~care
    |emergency~room|er|pharmacy|family|mother|father|brother|sister|parents|wife|son|daughter|church|job|back)~(?:in|near)~$"""
)
_YEAR = re.compile(r",? \(?(?:19|20)\d\d")
_NEVER = (
    COUNTRIES
    | STATES
    | MONTHS
    | FUNCTION_WORDS
    | words(
        "army navy marine marines veteran veterans board service services medicine surgery health congress court "
        "republic "
        "gulf combat active virginia section part form department reserve august"
    )
)
_OF_TOWN = words(
    "records record notes office clinic area plant mill police hospital campus location branch native paper supplier "
    "pharmacy dealer dealership store shop garage school church lawyer attorney dentist apartment house farm firm"
)


def cities_in_text(view: LetterView, known: set[str]) -> Iterator[Hit]:
    """Cities in running text: after a preposition, beside an office, or named in an address of the letter."""
    at = 0
    while at < len(view.words):
        word, here = view.words[at], at
        at += 1
        span = listed_city(view, here) if word.capital or view.caseless(word.start) else None
        if span is None and word.key in NOT_CITIES and word.key in view.lexicon.cities and here:
            span = (word.start, word.end) if view.words[here - 1].key in ("in", "near") else None
        if not span or view.is_kept(*span, HARD) or view[span[1] : span[1] + 1] == "-":
            continue
        plain = len(view.words_in(*span)) < 2 or view.words[here - 1].key not in BEFORE_CITY
        if not word.capital and plain and not _is_unlisted_town(view, here, span):
            continue
        at = here + len(view.words_in(*span))
        score = _weigh(view, here, at, known)
        if score:
            yield Hit(*span, C.CITY, score, "a city named in the text")


def _weigh(view: LetterView, first: int, end: int, known: set[str]) -> float:
    """How sure it is that the words from ``first`` to ``end`` are a city here; 0 for not at all."""
    lexicon = view.lexicon
    phrase = " ".join(spaced(word) for word in view.words[first:end])
    phrase = f"saint{phrase[2:]}" if phrase.startswith("st ") else phrase
    before = view.words[first - 1].key if first and view.before(first) in (" ", SOFT, " (") else ""
    following = view.words[end] if end < len(view.words) else None
    large, lone = lexicon.cities.get(phrase) == 2, end - first == 1
    beside = following is not None and following.key in _OFFICES
    if (beside or before in ("ro", "varo", "va")) and before not in ("dr", "mr") and (large or not lone):
        return 0.8
    if following is not None and following.capital and view.gap(end - 1) == " ":
        return 0.0
    if phrase in known:
        return 0.85
    firm = (
        HARD if (large and before in NEAR) or (not lone and before in BEFORE_CITY) else SOFTLY
    )  # "Regional Office in Winston-Salem"
    if view.is_kept(view.words[first].start, view.words[end - 1].end, firm):
        return 0.0
    if phrase in NOT_CITIES:
        return _home(view, first) if lone and before in ("in", "near") else 0.0
    if large and not lone:
        return 0.7
    sure = _by_words_around(view, first, end, phrase)
    if sure or before not in BEFORE_CITY:
        return sure
    english = lexicon.english_tier(phrase)
    at_large = large and before == "at" and lone and not view.caseless(view.words[first].start)
    if lone and english > 3 and not (at_large and english == FAIRLY_COMMON):
        return _word_or_town(view, first, before)
    person = lone and (lexicon.given_tier(phrase) >= 2 or lexicon.surname_tier(phrase) >= 3)
    if large:
        return 0.8 if not person else 0.6 * (before in ("in", "near", "outside", "at"))
    return 0.65 if (before in NEAR or not lone) and not person else 0.0


def _is_unlisted_town(view: LetterView, at: int, span: tuple[int, int]) -> bool:
    """``the milwaukee office``: in small letters, a town that is no word, before what a town has."""
    following = view.first_word(span[1])
    behind = view.words[following].key if following < len(view.words) else ""
    return view.lexicon.english_tier(view.words[at].key) == 0 and behind in _OF_TOWN and view.words[at - 1].key == "the"


def _by_words_around(view: LetterView, first: int, end: int, phrase: str) -> float:
    """How sure the words before and behind make a town; 0 where they say nothing."""
    lexicon, word, lone = view.lexicon, view.words[first], end - first == 1
    following = view.words[end] if end < len(view.words) and view.gap(end - 1) == " " else None
    english = lexicon.english_tier(phrase)
    towards = bool(_TOWARDS.search(view, max(0, view.words[first].start - 40), view.words[first].start))
    if towards and english < FAIRLY_COMMON and view.words[first].capital and not lexicon.is_clinical(phrase):
        return 0.7
    if lone and _only_town(view, first) and not _YEAR.match(view, view.words[first].end):
        return 0.6
    article = first > 0 and view.words[first - 1].key in ("the", "a", "an")
    of_town = following is not None and following.key in _OF_TOWN and article
    large = lexicon.cities.get(phrase) == 2
    shown = word.capital or (not english and not lexicon.is_clinical(phrase))
    return 0.6 if lone and large and of_town and english < FAIRLY_COMMON and shown else 0.0


def _home(view: LetterView, at: int) -> float:
    """How sure it is that a word such as "Mobile" or "Page" is a town: behind who or what stands "in" a town."""
    word, lexicon = view.words[at], view.lexicon
    if word.key in _NEVER or word.shouted or view.caseless(word.start) or lexicon.is_clinical(word.key):
        return 0.0
    if view[word.end : word.end + 3].strip()[:1].isdigit() or (at + 1 < len(view.words) and view.words[at + 1].capital):
        return 0.0
    return 0.55 if _STANDS_IN.search(view, max(0, word.start - 40), word.start) else 0.3


def _only_town(view: LetterView, at: int) -> bool:
    """Whether a word is a town and in no other list: neither English nor a person's name nor medicine."""
    word, lexicon = view.words[at], view.lexicon
    if not word.capital or word.shouted or len(word.key) < 4 or view.caseless(word.start):
        return False
    least = 3 if lexicon.cities.get(spaced(word)) == 2 else 1
    named = lexicon.given_tier(word.key) >= 2 or lexicon.surname_tier(word.key) >= least
    other = lexicon.is_known(word.key) or word.key in lexicon.eponyms or word.key in lexicon.stations
    return not named and not other


def _word_or_town(view: LetterView, at: int, before: str) -> float:
    """How sure it is that a capitalised ordinary word behind "in" or "near" is a town: ``near Cove``."""
    word = view.words[at]
    plain = view.caseless(word.start) or word.shouted or not word.capital or word.key in view.lexicon.eponyms
    if plain or before not in NEAR or view.lexicon.is_clinical(word.key) or word.key in GENERIC:
        return 0.0
    return 0.55 if view.lexicon.english_tier(word.key) == FAIRLY_COMMON else 0.3
