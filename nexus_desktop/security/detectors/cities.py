"""Cities, ZIP codes and counties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.detectors.cities_in_text import FAIRLY_COMMON, cities_in_text
from nexus_desktop.security.detectors.city_names import (
    BEFORE_CITY,
    NOT_CITIES,
    Span,
    city_at,
    city_before,
    phrase_of,
)
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.scanning import Anchor
from nexus_desktop.security.vocabulary import (
    CREDENTIALS,
    GENERIC,
    RANKS,
    STATE_CODES,
    STATE_SHORT,
    STATES,
    either,
    words,
)

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
_CITY_AND_STATE = compiled(
    rf"\b(?<=[ \x1f])(?P<state>{either(s for s in STATES if s not in ('washington', 'virginia'))})\b"
)
"""``in valentine nebraska``: a state by its whole name, with no comma between."""
_TOWNS = re.compile(
    r"^[ ]*[A-Z][\w.'-]+(?: [A-Z][\w'-]+){0,2}(?:[ ]*[|/][ ]*[A-Z][\w.'-]+(?: [A-Z][\w'-]+){0,2}){1,6}[ ]*$",
    re.MULTILINE,
)
_TOWN_OF_ROW = re.compile(r"(?P<v>[A-Z][\w.'-]+(?: [A-Z][\w'-]+){0,2})[ ]*(?:[|/]|$)", re.MULTILINE)
_OFFICE_CITY = compiled(
    r"\bVA(?:RO)?~(?P<v><Cap>(?:~<Cap>){0,2})~Regional~Office|\b(?P<w><Cap>(?:~<Cap>)?)~(?:VARO|RO"
    r"|VA~Regional~Office)\b",
    ignore_case=False,
)
_INTAKE = compiled(r"\b(?P<v>[a-z][\w'-]{2,20}),?~(?:VA~)?(?:evidence~|claims~)?intake\b")
"""``Janesville Intake``: where the agency takes mail in."""
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
_COUNTY_BOX = compiled(
    r"\b(?:County|Parish)(?:~{2,3}[~]{0,20}|:~{0,3})(?P<v><Cap>(?:~<Cap>){0,2})(?=~~(?:\n|~{2}|$|[|,;]))",
    ignore_case=False,
)
_LOWER_COUNTY = compiled(r"\b(?P<a>[a-z][\w'-]{2,20}(?:~[a-z][\w'-]{2,20})?~(?:county|parish))\b")
_OF_LICENCE = compiled(r"\b(?:lics?|licen[cs]e)\.?[~:#]{0,3}(?:no\.?~?)?$")
_NO_TOWN = re.compile(r"fort|ft|camp|university|state|county|republic|naval|hospital")


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
        if city and view.words[view.first_word(city[0])].key in RANKS:
            continue  # "(Spc., Wyoming Army National Guard)"
        if city and _trusted(view, city, match["state"]) and not view.is_kept(*city):
            yield city


def _alone(view: LetterView, city: Span, end: int) -> bool:
    """Whether a large town and its state end a line and follow a comma: ``40 minutes, Worcester MA``."""
    led = view[max(0, city[0] - 2) : city[0]] in (", ", "; ", "| ")
    return led and not view[end : end + 1].strip() and view.lexicon.cities.get(phrase_of(view, city)) == 2


def _in_row(view: LetterView) -> Iterator[Span]:
    """``Spartanburg | Gaffney | Union``: the towns of a letterhead, one of which at least can be nothing else."""
    for match in _TOWNS.finditer(view):
        spans = [part.span("v") for part in _TOWN_OF_ROW.finditer(view, *match.span())]
        phrases = [phrase_of(view, span) for span in spans]
        listed = all(phrase in view.lexicon.cities for phrase in phrases)
        if listed and any(phrase not in NOT_CITIES and not view.lexicon.is_known(phrase) for phrase in phrases):
            yield from spans


def _is_state(view: LetterView, city: Span) -> bool:
    """Whether a listed town is the end of the name of a state: ``South Carolina``."""
    first = view.first_word(city[0])
    return first > 0 and f"{view.words[first - 1].key} {phrase_of(view, city)}" in STATES


def _trusted(view: LetterView, city: Span, state: str) -> bool:
    """Whether "X, MD" is a town in Maryland and not a doctor."""
    phrase = phrase_of(view, city)
    known = phrase in view.lexicon.cities
    if not known and (phrase in NOT_CITIES or all(word in GENERIC for word in phrase.split())):
        return False
    first = view.first_word(city[0])
    if state.lower().rstrip(".") in CREDENTIALS or len(state) < 3:
        before = view.words[first - 1].key if first else ""
        return known and (state.lower() not in CREDENTIALS or before in BEFORE_CITY)
    return known or (view.words[first].capital and not _NO_TOWN.match(phrase))


def _joint_before(view: str, at: int) -> int:
    """Where a comma and blanks, line ends among them, begin that stand before an offset."""
    start = at
    while start and at - start < 24 and view[start - 1] in " \n\x1f":
        start -= 1
    return start - (view[start - 1 : start] == ",")


_OFFICE_IN = re.compile(
    r"(?i:benefits administration|regional office|intake center|\bVARO|\bVA RO),? (?:in )?"
    r"(?P<v>[A-Z][\w.'-]{2,16}(?: [A-Z][\w'-]{2,16})?)(?=[,.;)]|[ ]*(?:\n|$))"
)
"""``Veterans Benefits Administration, Togus``."""


class CityDetector(PhiDetector):
    """CITY and ZIP."""

    name = "cities"

    def find(self, view: LetterView) -> Iterator[Hit]:
        known: set[str] = set()
        for city in (*anchored_cities(view), *self._announced(view)):
            known.add(phrase_of(view, city))
            yield Hit(*city, C.CITY, 0.9, "stands where an address has its city")
        yield from self._zips(view)
        for match in view.scan(_ODD_ZIP):
            if not match["zip"].isdigit():
                yield Hit(*match.span("zip"), C.ZIP, 0.8, "five figures after a state, one of them misread")
        for match in _OFFICE_IN.finditer(view.typed):
            first = view.words_in(*match.span("v"))[0].key
            if view.lexicon.english_tier(first) < FAIRLY_COMMON and first not in STATES:
                yield Hit(*match.span("v"), C.CITY, 0.7, "where an office of the agency is")
        yield from cities_in_text(view, known)

    def _announced(self, view: LetterView) -> Iterator[Span]:
        """Cities by a label, before the name of an office, or before a state in lower case."""
        yield from self._beside_offices(view)
        for match in view.scan(_LOWER_STATE):
            city = city_before(view, match.start("gap")) if view.caseless(match.start()) else None
            if city and phrase_of(view, city) in view.lexicon.cities:
                yield city
        for match in view.scan(_CITY_AND_STATE):
            city = city_before(view, match.start("state") - 1)
            phrase = phrase_of(view, city) if city else ""
            before = view.words[view.first_word(city[0]) - 1].key if city and city[0] else ""
            apart = city and " " in phrase and view[: city[0]].endswith(("  ", "\n"))
            if city and phrase in view.lexicon.cities.keys() - NOT_CITIES and (before in BEFORE_CITY or apart):
                yield city
        for match in view.scan(_BARE_STATE):
            city = city_before(view, match.start("gap"))
            if city and (view.words[view.first_word(city[0]) - 1].initial or match["state"] == "DC"):
                continue  # "K. Voss DC"
            known = city and phrase_of(view, city) in view.lexicon.cities.keys() - NOT_CITIES
            sure = match["state"].lower() not in _AMBIGUOUS_CODES or (city and _alone(view, city, match.end()))
            if city and known and sure and not view.is_kept(*city, HARD):
                yield city
        yield from _in_row(view)

    def _beside_offices(self, view: LetterView) -> Iterator[Span]:
        """Cities beside an office or on a line with nothing but their state."""
        for match in view.scan(_OFFICE_CITY):
            group = "v" if match["v"] else "w"
            if match[group] not in ("VA", "The", "Veterans") and not match[group].startswith("VA "):
                yield match.span(group)
        for match in view.scan(_INTAKE):
            if match["v"].lower() in view.lexicon.cities.keys() - NOT_CITIES:
                yield match.span("v")
        yield from self._labelled(view)

    def _labelled(self, view: LetterView) -> Iterator[Span]:
        for match in _CITY_LINE.finditer(view.typed):
            city = city_before(view, match.end("v"))
            if city and phrase_of(view, city) in view.lexicon.cities:
                yield city
        for pattern in (_LABELLED_CITY, _OFFICE_IN):
            for match in view.scan(pattern):
                city = city_at(view, match.end())
                if city:
                    yield city
        for match in view.scan(_OWN_SITE):
            city = city_at(view, match.start("v"))
            if city and city[1] == match.end("v") and view.lexicon.english_tier(phrase_of(view, city)) < FAIRLY_COMMON:
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
            phrase = phrase_of(view, city) if city else ""
            if not city or view.is_kept(*match.span("zip")) or _is_state(view, city):
                continue
            known = phrase in view.lexicon.cities and phrase not in NOT_CITIES
            if known or phrase.endswith(("county", "parish")):
                yield Hit(*match.span("zip"), C.ZIP, 0.85, "five digits after a place")
            if known:
                yield Hit(*city, C.CITY, 0.85, "stands before a ZIP code")


class CountyDetector(PhiDetector):
    """COUNTY."""

    name = "counties"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_COUNTY_BOX):
            if phrase_of(view, match.span("v")) in view.lexicon.counties:
                yield Hit(*match.span("v"), C.COUNTY, 0.8, "a county behind its label")
        for match in view.scan(_COUNTY):
            start, end = match.span("a" if match["a"] else "b")
            yield from self._named(view, start, end, headed=bool(match["a"]))
        for match in view.scan(_LOWER_COUNTY):
            name = view.words_in(*match.span())[-2]
            first = view.first_word(name.start)
            double = f"{view.words[first - 1].key} {name.key}" if first else ""
            if not view.caseless(match.start()):
                continue
            if double in view.lexicon.counties or f"{double[:2]}. {name.key}" in view.lexicon.counties:
                yield Hit(view.words[first - 1].start, match.end(), C.COUNTY, 0.8, "a county by name")
            elif name.key in view.lexicon.counties:
                yield Hit(name.start, match.end(), C.COUNTY, 0.8, "a county by name")

    def _named(self, view: LetterView, start: int, end: int, *, headed: bool) -> Iterator[Hit]:
        """The longest listed name in the span; an unlisted one if it says "County"."""
        named = view.words_in(start, end)
        short = headed and named[-1].key == "co"
        named = [word for word in (named[:-1] if headed else named) if word.key not in NOT_CITIES]
        listed = [at for at in range(len(named)) if " ".join(w.key for w in named[at:]) in view.lexicon.counties]
        if named and (listed or not short):
            yield Hit(named[listed[0] if listed else 0].start, end, C.COUNTY, 0.9, "a county by name")
