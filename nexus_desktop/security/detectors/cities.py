"""Cities, ZIP codes and counties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, SOFTLY, LetterView, Word
from nexus_desktop.security.normalised import SOFT
from nexus_desktop.security.scanning import Anchor
from nexus_desktop.security.vocabulary import (
    CREDENTIALS,
    FACILITY_ENDS,
    FUNCTION_WORDS,
    GENERIC,
    MONTHS,
    STATE_CODES,
    STATE_SHORT,
    STATES,
    STRONG_CREDENTIALS,
    either,
    words,
)

Span = tuple[int, int]

STREET_SUFFIX = (
    r"(?:streets?|str|st|avenues?|ave?|av|roads?|rd|lanes?|ln|drives?|dr|courts?|ct|circles?|cir|boulevards?|blvd"
    r"|ways?|places?|pl|plaza|plz|parkways?|pkwy|pky"
    r"|highway|hwy|trails?|trl|terraces?|ter|terr|pike|squares?|sq|loop|alley|aly|crossing|xing|run|rise|ridge|path"
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
_AMBIGUOUS_CODES = words("in or me hi ok as ma pa md de id do")
_STATE = rf"(?:{either(STATES)}|{either(STATE_CODES)}|{either(STATE_SHORT)}|M0|0H|0K|0R|A[APE])"
_STATE_ZIP = compiled(
    rf"(?<![\w.])(?P<state>{_STATE}\b\.?|D\.C\.|N\.?M\.|N\.?Y\.|N\.?J\.|N\.?C\.|S\.?C\."
    rf"|W\.?Va\.|N\.?D\.|S\.?D\.|R\.I\.)[~,]{{0,6}}(?P<zip>\d{{5}}(?:~?-~?\d{{4}})?)(?![\d-])"
)
_ODD_ZIP = compiled(rf"(?<![\w.]){_STATE}\b\.?[~,]{{1,6}}(?P<zip>(?=(?:[a-z]?\d){{3}})[\dgqbsz]{{5}})(?![\w-])")
"""A ZIP code with one or two of its figures read as the letters they look like."""
_ZIP = Anchor(re.compile(r"(?<!\d)\d{5}(?!\d)"), 40)
_CITY_ZIP = compiled(r"(?<=[a-z])(?P<comma>,?)~~(?P<zip>\d{5}(?:-\d{4})?)(?![\d-])")
_ZIP_ABROAD = compiled(
    r"(?:\b(?:Germany|Deutschland|Italy|Italia|Spain|France|Mexico|Korea|Kuwait|Turkey|Guam),?~|\bD-)(?P<v>\d{5})(?![\d-])",
    ignore_case=False,
)
_ZIP_LABEL = compiled(
    r"\b(?:zip(?:~?code)?|postal~code)[\s:\#]{0,3}(?P<v>\d{5}(?:-\d{4})?)(?!\d)|(?<![\w.-])(?P<w>\d{5}-\d{4})(?![\w-])"
)
_UPPER_CODES = either(code.upper() for code in STATE_CODES)
_MIXED_CODES = either(code.capitalize() for code in STATE_CODES - _AMBIGUOUS_CODES | {"de", "id"})
_SHORT_STATES = either(state.capitalize() for state in STATE_SHORT)
_CITY_STATE = compiled(
    rf"(?P<gap>,~?\n?)(?P<state>{either(STATES)}|(?-i:{_UPPER_CODES}|{_MIXED_CODES}|D\.C\.|{_SHORT_STATES}))(?![\w-])"
)
_LOWER_STATE = compiled(rf"(?P<gap>,~)(?P<state>{either(STATE_CODES - _AMBIGUOUS_CODES)})(?=[.,;)\n]|$)")
_BARE_STATE = compiled(rf"(?P<gap>~)(?P<state>{_UPPER_CODES})(?=[.,;)\s|]|$)", ignore_case=False)
"""``Minot ND``: a city before a state, with no comma between."""
_OFFICE_CITY = compiled(
    r"\bVA(?:RO)?~(?P<v><Cap>(?:~<Cap>){0,2})~Regional~Office|\b(?P<w><Cap>(?:~<Cap>)?)~(?:VARO|RO"
    r"|VA~Regional~Office)\b",
    ignore_case=False,
)
_CITY_LINE = compiled(
    rf"^[~]*(?P<v>[A-Z][\w'.-]+(?:~[A-Z][\w'.-]+){{0,2}}),?~(?:{_UPPER_CODES})[~.]*$", ignore_case=False
)
"""A line that is nothing but a city and a state."""
_OFFICE_IN = compiled(r"\bRegional~Office,?~(?:-~)?(?=[A-Z])", ignore_case=False)
_OWN_SITE = compiled(
    r"\b(?:our|my|his|her|their|the)~(?P<v><Cap>(?:~<Cap>)?)~(?:lab|laboratory|office|clinic|location|plant|campus|site"
    r"|branch|store|facility|hospital|terminal|yard|police)\b",
    ignore_case=False,
)
"""``our Moline lab``."""
_LABELLED_CITY = compiled(
    r"\b(?:city|ciudad|town|hometown|residence|birthplace|place~of~birth|RO|regional~office|VARO|location"
    r"|home~of~record)(?:,?~of)?[:\s]{1,4}(?=[A-Z])"
)
_COUNTY = compiled(
    r"""\b(?P<a><Cap>(?:~<Cap>){0,2}~(?:County|Parish|Borough|Co\b\.?))
    | \b(?:County|Parish|Borough|condado)~(?:of|de)~(?P<b><Cap>(?:~<Cap>){0,2})""",
    ignore_case=False,
)
_LOWER_COUNTY = compiled(r"\b(?P<a>[a-z][\w'-]{2,20}(?:~[a-z][\w'-]{2,20})?~(?:county|parish))\b")
_COUNTRIES = words(
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
_BEFORE_CITY = words(
    "in at to from near of through around outside via between into toward towards visiting left within by serving "
    "desde de en cerca"
)
_NOT_CITIES = _COUNTRIES | STATES | MONTHS | FUNCTION_WORDS | words(
    "army navy marine marines veteran veterans board service services center medicine surgery health national "
    "federal american medical general "
    "active combat report reports letter records record form section part appendix exhibit medicare virginia hearing "
    "vision "
    "department force air coast guard reserve congress court house eye union republic media orange purple golden "
    "heart independence reading "
    "mobile normal college university energy defiance hope faith liberty justice enterprise progress success "
    "security short long bath gap "
    "warfarin gulf tracheal bell battle hell early best many wright page price march may augusta august central "
    "eastern western"
)  # fmt: skip


_OF_LICENCE = compiled(r"\b(?:lics?|licen[cs]e)\.?[~:#]{0,3}(?:no\.?~?)?$")
_NO_TOWN = re.compile(r"fort|ft|camp|university|state|county|republic|naval|hospital")
_FAIRLY_COMMON = 4  # of six tiers of English words
_NEAR = words("in near outside en around")
_OFFICES = words("regional ro va varo vamc office")


def anchored_cities(view: LetterView) -> Iterator[Span]:
    """Cities that a state stands behind."""
    for match in view.scan_near(_STATE_ZIP, _ZIP):
        if _OF_LICENCE.search(view, max(0, match.start() - 16), match.start()):
            continue
        city = city_before(view, _joint_before(view, match.start("state")))
        if city and not view.is_kept(*match.span("zip")):
            yield city
    for match in view.scan(_CITY_STATE):
        city = city_before(view, match.start("gap"))
        if city and _trusted(view, city, match["state"]) and not view.is_kept(*city):
            yield city


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
    first = known if known is not None else first + 1
    return (view.words[first].start, view.words[last].end) if first <= last else None


def listed_city(view: LetterView, index: int) -> Span | None:
    """The longest run of words from ``index`` that is a listed city."""
    best = None
    phrase = ""
    for at in range(index, min(index + 4, len(view.words))):
        if at > index and view.before(at) not in (" ", ". ", SOFT, "-"):
            break
        phrase = f"{phrase} {_spaced(view.words[at])}".strip()
        phrase = f"saint{phrase[2:]}" if phrase.startswith("st ") else phrase
        if phrase in view.lexicon.cities and not (at == index and phrase in _NOT_CITIES):
            best = (view.words[index].start, view.words[at].end)
    return best


def city_at(view: LetterView, start: int) -> Span | None:
    """The listed city that begins right at an offset."""
    index = view.first_word(start)
    if index < len(view.words) and view.words[index].start == start:
        return listed_city(view, index)
    return None


def _spaced(word: Word) -> str:
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


def _trusted(view: LetterView, city: Span, state: str) -> bool:
    """Whether "X, MD" is a town in Maryland and not a doctor."""
    phrase = _phrase(view, city)
    known = phrase in view.lexicon.cities
    if not known and (phrase in _NOT_CITIES or all(word in GENERIC for word in phrase.split())):
        return False
    first = view.first_word(city[0])
    if state.lower().rstrip(".") in CREDENTIALS or len(state) < 3:
        before = view.words[first - 1].key if first else ""
        return known and (state.lower() not in CREDENTIALS or before in _BEFORE_CITY)
    return known or (view.words[first].capital and not _NO_TOWN.match(phrase))


def _phrase(view: LetterView, span: Span) -> str:
    return " ".join(view[span[0] : span[1]].lower().split())


def _joint_before(view: str, at: int) -> int:
    """Where a comma and blanks, line ends among them, begin that stand before an offset."""
    start = at
    while start and at - start < 24 and view[start - 1] in " \n\x1f":
        start -= 1
    return start - (view[start - 1 : start] == ",")


class CityDetector(PhiDetector):
    """CITY and ZIP."""

    name = "cities"

    def find(self, view: LetterView) -> Iterator[Hit]:
        known: set[str] = set()
        for city in (*anchored_cities(view), *self._announced(view)):
            known.add(_phrase(view, city))
            yield Hit(*city, C.CITY, 0.9, "stands where an address has its city")
        yield from self._zips(view)
        for match in view.scan(_ODD_ZIP):
            if not match["zip"].isdigit():
                yield Hit(*match.span("zip"), C.ZIP, 0.8, "five figures after a state, one of them misread")
        yield from self._in_text(view, known)

    def _announced(self, view: LetterView) -> Iterator[Span]:
        """Cities by a label, before the name of an office, or before a state in lower case."""
        yield from self._beside_offices(view)
        for match in view.scan(_LOWER_STATE):
            city = city_before(view, match.start("gap")) if view.caseless(match.start()) else None
            if city and _phrase(view, city) in view.lexicon.cities:
                yield city
        for match in view.scan(_BARE_STATE):
            city = city_before(view, match.start("gap"))
            code = match["state"].lower()
            if (
                city
                and _phrase(view, city) in view.lexicon.cities.keys() - _NOT_CITIES
                and code not in _AMBIGUOUS_CODES
            ):
                yield city

    def _beside_offices(self, view: LetterView) -> Iterator[Span]:
        """Cities beside an office or on a line with nothing but their state."""
        for match in view.scan(_OFFICE_CITY):
            group = "v" if match["v"] else "w"
            if match[group] not in ("VA", "The", "Veterans") and not match[group].startswith("VA "):
                yield match.span(group)
        for match in _CITY_LINE.finditer(view.typed):
            city = city_before(view, match.end("v"))
            if city and _phrase(view, city) in view.lexicon.cities:
                yield city
        for pattern in (_LABELLED_CITY, _OFFICE_IN):
            for match in view.scan(pattern):
                city = city_at(view, match.end())
                if city:
                    yield city
        for match in view.scan(_OWN_SITE):
            city = city_at(view, match.start("v"))
            if city and city[1] == match.end("v") and view.lexicon.english_tier(_phrase(view, city)) < _FAIRLY_COMMON:
                yield city

    def _zips(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan_near(_STATE_ZIP, _ZIP):
            licence = _OF_LICENCE.search(view, max(0, match.start() - 16), match.start())
            if not licence and not view.is_kept(*match.span("zip")):
                yield Hit(*match.span("zip"), C.ZIP, 0.95, "five digits after a state")
        for match in view.scan(_ZIP_LABEL):
            group = "v" if match["v"] else "w"
            if not view.is_kept(*match.span(group)):
                yield Hit(*match.span(group), C.ZIP, 0.85, "the shape of a ZIP code")
        for match in view.scan(_ZIP_ABROAD):
            yield Hit(*match.span("v"), C.ZIP, 0.85, "five digits after a country")
        for match in view.scan(_CITY_ZIP):
            city = city_before(view, match.start("comma"))
            phrase = _phrase(view, city) if city else ""
            if not city or view.is_kept(*match.span("zip")):
                continue
            known = phrase in view.lexicon.cities and phrase not in _NOT_CITIES
            if known or phrase.endswith(("county", "parish")):
                yield Hit(*match.span("zip"), C.ZIP, 0.85, "five digits after a place")
            if known:
                yield Hit(*city, C.CITY, 0.85, "stands before a ZIP code")

    def _in_text(self, view: LetterView, known: set[str]) -> Iterator[Hit]:
        """Cities in running text: after a preposition, beside an office, or named in an address of the letter."""
        at = 0
        while at < len(view.words):
            word, here = view.words[at], at
            at += 1
            span = listed_city(view, here) if word.capital or view.caseless(word.start) else None
            if not span or view.is_kept(*span, HARD) or view[span[1] : span[1] + 1] == "-":
                continue
            if not word.capital and (len(view.words_in(*span)) < 2 or view.words[here - 1].key not in _BEFORE_CITY):
                continue
            at = here + len(view.words_in(*span))
            score = self._weigh(view, here, at, known)
            if score:
                yield Hit(*span, C.CITY, score, "a city named in the text")

    def _weigh(self, view: LetterView, first: int, end: int, known: set[str]) -> float:
        """How sure it is that the words from ``first`` to ``end`` are a city here; 0 for not at all."""
        lexicon = view.lexicon
        phrase = " ".join(_spaced(word) for word in view.words[first:end])
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
            HARD if (large and before in _NEAR) or (not lone and before in _BEFORE_CITY) else SOFTLY
        )  # "Regional Office in Winston-Salem"
        if view.is_kept(view.words[first].start, view.words[end - 1].end, firm) or phrase in _NOT_CITIES:
            return 0.0
        if large and not lone:
            return 0.7
        if before not in _BEFORE_CITY:
            return 0.0
        if lone and lexicon.english_tier(phrase) > 3:
            return self._word_or_town(view, first, before)
        person = lone and (lexicon.given_tier(phrase) >= 2 or lexicon.surname_tier(phrase) >= 3)
        if large:
            return 0.8 if not person else 0.6 * (before in ("in", "near", "outside", "at"))
        return 0.65 if (before in _NEAR or not lone) and not person else 0.0

    def _word_or_town(self, view: LetterView, at: int, before: str) -> float:
        """How sure it is that a capitalised ordinary word behind "in" or "near" is a town: ``near Cove``."""
        word = view.words[at]
        plain = view.caseless(word.start) or word.shouted or not word.capital or word.key in view.lexicon.eponyms
        if plain or before not in _NEAR or view.lexicon.is_clinical(word.key) or word.key in GENERIC:
            return 0.0
        return 0.55 if view.lexicon.english_tier(word.key) == _FAIRLY_COMMON else 0.3


class CountyDetector(PhiDetector):
    """COUNTY."""

    name = "counties"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_COUNTY):
            start, end = match.span("a" if match["a"] else "b")
            yield from self._named(view, start, end, headed=bool(match["a"]))
        for match in view.scan(_LOWER_COUNTY):
            name = view.words_in(*match.span())[-2]
            if view.caseless(match.start()) and name.key in view.lexicon.counties:
                yield Hit(name.start, match.end(), C.COUNTY, 0.8, "a county by name")

    def _named(self, view: LetterView, start: int, end: int, *, headed: bool) -> Iterator[Hit]:
        """The longest listed name in the span; an unlisted one if it says "County"."""
        named = view.words_in(start, end)
        short = headed and named[-1].key == "co"
        named = [word for word in (named[:-1] if headed else named) if word.key not in _NOT_CITIES]
        listed = [at for at in range(len(named)) if " ".join(w.key for w in named[at:]) in view.lexicon.counties]
        if named and (listed or not short):
            yield Hit(named[listed[0] if listed else 0].start, end, C.COUNTY, 0.9, "a county by name")
