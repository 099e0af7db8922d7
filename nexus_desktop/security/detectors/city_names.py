"""How the name of a town is read: listed or by its place before a state, one word or several; and what is none."""

from __future__ import annotations

from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.letter_view import LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.vocabulary import (
    CREDENTIALS,
    FACILITY_ENDS,
    FUNCTION_WORDS,
    MONTHS,
    STATES,
    STRONG_CREDENTIALS,
    words,
)

Span = tuple[int, int]

STREET_SUFFIX = (
    r"(?:streets?|str|st|avenues?|ave?|av|roads?|rd|lanes?|ln|drives?|dr|courts?|ct|circles?|cir|boulevards?|blvd"
    r"|ways?|places?|pl|plaza|plz|parkways?|pkwy|pky"
    r"|highway|hwy|trails?|trl|lp|terraces?|ter|terr|pike|squares?|sq|loop|alley|aly|crossing|xing|run|rise|ridge|path"
    r"|row|walk|bend|cove|cv|point|pt|park|commons?|center"
    r"|wharf|pier|landing|heights|hts|hill|hollow|meadows?|mews|gardens?|gate|glen|green|grove|manor|mall|oval|pass"
    r"|quay|spur|turnpike|tpke|tpk|view|vista|village|vlg"
    r"|expressway|expy|freeway|fwy|extension|extn|broadway|causeway|causewy|crescent|cres|junction|towers?|complex"
    r"|estates|close|chase|bluff|canyon|creek|fork|lake|orchard|overlook|ranch|springs|trace|valley)"
)
_IN_TOWNS = words(
    "park springs point heights creek lake hill valley grove falls center ridge st village glen meadows view orchard "
    "gardens green bluff fork canyon ranch run pass plaza place landing spur gate bend hills cove hollow junction "
    "crossing"
)
"""Suffixes of streets that towns end in as well."""
_SUFFIX_ONLY = compiled(STREET_SUFFIX)
COUNTRIES = words(
    "afghanistan albania algeria angola argentina australia austria bahrain bangladesh belgium bolivia bosnia brazil "
    "bulgaria cambodia canada chile "
    "china colombia croatia cuba cyprus denmark djibouti ecuador egypt england eritrea ethiopia finland france "
    "germany ghana greece grenada "
    "guatemala haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan "
    "kenya korea kosovo kuwait laos "
    "lebanon liberia libya malaysia mexico morocco myanmar nepal netherlands nicaragua niger nigeria norway oman "
    "pakistan panama peru philippines "
    "poland portugal qatar romania russia rwanda samoa scotland serbia singapore somalia spain sudan sweden "
    "switzerland syria taiwan thailand "
    "tunisia turkey uganda ukraine uzbekistan venezuela vietnam wales yemen zimbabwe america asia europe africa "
    "pacific atlantic"
)
BEFORE_CITY = words(
    "in at to from near of through around outside via between into toward towards visiting left within by serving "
    "desde de en cerca"
)
NOT_CITIES = COUNTRIES | STATES | MONTHS | FUNCTION_WORDS | words(
    "army navy marine marines veteran veterans board service services center medicine surgery health national "
    "federal american medical general "
    "active combat report reports letter records record form section part appendix exhibit medicare virginia hearing "
    "vision "
    "department force air coast guard reserve congress court house eye union republic media orange purple golden "
    "heart independence reading "
    "veteran mobile normal college university energy defiance hope faith liberty justice enterprise progress success "
    "security short long bath gap "
    "warfarin gulf tracheal bell battle hell early best many wright page price march may augusta august central "
    "eastern western"
)  # fmt: skip


def city_before(view: LetterView, end: int) -> Span | None:
    """The words right before ``end`` that make the longest known city, or all of them up to a stop."""
    last = view.first_word(end) - 1
    if last < 0 or view[view.words[last].end : end].strip(" \x1f.") or view.words[last].key in FUNCTION_WORDS:
        return None
    first, known = last, None
    while first >= 0 and last - first < 4 and not _stops(view.words[first], view):
        phrase = " ".join(word.key for word in view.words[first : last + 1])
        if {
            phrase,
            phrase.replace("st ", "saint ", 1),
            phrase.replace("saint ", "st. ", 1),
        } & view.lexicon.cities.keys():
            known = first
        joined = view.before(first) in (" ", ". ", SOFT, "-", "'")
        first -= 1
        if not joined:
            break
    opened = first + 1
    if known is not None and opened == known - 1 and not view.lexicon.is_known(view.words[opened].key):
        before = view.before(opened)
        if "\n" in before or before.strip(" \x1f")[-1:] in ("|", "*", ",", ";", "-"):
            known = opened  # "* Torns River, NJ"
    first = known if known is not None else opened
    return (view.words[first].start, view.words[last].end) if first <= last else None


def listed_city(view: LetterView, index: int) -> Span | None:
    """The longest run of words from ``index`` that is a listed city."""
    best = None
    phrase = ""
    for at in range(index, min(index + 4, len(view.words))):
        if at > index and view.before(at) not in (" ", ". ", SOFT, "-"):
            break
        phrase = f"{phrase} {spaced(view.words[at])}".strip()
        phrase = f"saint{phrase[2:]}" if phrase.startswith("st ") else phrase
        mount = f"mt {phrase[6:]}" if phrase.startswith("mount ") else phrase
        if (phrase in view.lexicon.cities or mount in view.lexicon.cities) and not (
            at == index and phrase in NOT_CITIES
        ):
            best = (view.words[index].start, view.words[at].end)
    return best


def city_at(view: LetterView, start: int) -> Span | None:
    """The listed city that begins right at an offset."""
    index = view.first_word(start)
    if index < len(view.words) and view.words[index].start == start:
        return listed_city(view, index)
    return None


def spaced(word: Word) -> str:
    """A word as the list of places writes it: ``winston salem``, ``coeur d alene``."""
    return word.key.replace("-", " ").replace("'", " ")


def _stops(word: Word, view: LetterView) -> bool:
    """Whether a word cannot belong to the name of a city."""
    if view[max(0, word.start - 1) : word.start].isdigit() or word.key in FUNCTION_WORDS:
        return True
    if word.key in STRONG_CREDENTIALS or (word.shouted and word.key in CREDENTIALS):
        return True
    french = word.text[:2] in ("d'", "l'") and word.text[2:3].isupper()  # Coeur d'Alene
    if word.key in FACILITY_ENDS - {"center"} or not (word.capital or french or view.caseless(word.start)):
        return True
    return word.key not in _IN_TOWNS and bool(_SUFFIX_ONLY.fullmatch(word.key))


def phrase_of(view: LetterView, span: Span) -> str:
    """The words of a span in small letters, with single blanks."""
    return " ".join(view[span[0] : span[1]].lower().split())
