"""Places of exposure that the law lists, where the letter says that this patient served there.

What a study says of "veterans who served in Vietnam", where a brother was, and where the patient was *not*, is not
taken. The list is resources/exposure_sites.yaml.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from nexus_desktop.models.certainty import Certainty
from nexus_desktop.models.derived_facts import Answer, PlaceKind, Presumption
from nexus_desktop.models.exposure_models import ExposureArea, ExposureSites, ListedTime
from nexus_desktop.runtime import config_files
from nexus_desktop.runtime.paths import resource
from nexus_desktop.security.derived_dates import DayMention, sentences
from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.letter_view import HARD, LetterView

_SERVED = compiled(
    r"""\b(?:served?|serving|service|deploy(?:ed|ments?|s)?|stationed|tours?|assigned|duty|sent~to|was~(?:in|at)|spent
    |arriv(?:ed|al)|returned|return~from|based|flew|convoys?|patrol(?:s|led)?|exposed|exposure|drank|lived|housed|combat
    |billeted|landed|went~ashore|orders|places?|placed|while~in|shot|wounded|injured|fell|mission|temporary~duty|TDY|(?:months|years?)~(?:in|at)
    |training|embarked)\b"""
)
_PREPOSITION = re.compile(
    r"\b(?:in|at|to|from|near|off|around|outside|over|through|within|into|of|aboard|for|inside)[\s\x1f]+"
    r"(?:(?:the|northern|southern|eastern|western|central|operations|waters|theater|coast|republic|country|camp|fort"
    r"|fob|lsa|joint|base|nearby|both|either)[\s\x1f]+(?:(?:in|of|off)[\s\x1f]+)?){0,3}$",
    re.IGNORECASE,
)
_LISTED_ON = re.compile(r"(?:[,;/&(|:–-]|\band|\bor|\bthen|\bto)[\s\x1f]*$", re.IGNORECASE)
_GENERIC = compiled(
    r"""\b(?:those|veterans|service~?members|personnel(?!~(?:file|records?))|soldiers|marines~who|sailors~who|troops|anyone|a~veteran~who
    |any~veteran|persons?|people|individuals|populations?|cohorts?|stud(?:y|ies)|participants|subjects|deployers
    |presumptions?|presumed|regulations?|statutes?|the~law|act|section|listed|national~academies|institute~of~medicine
    |national~academy|IOM|registry|cases~of)\b"""
)
_PERSONAL = compiled(r"\b(?:he|she|his|her|him|the~veteran|mr|mrs|ms|I|you|appellant|claimant|patient)\b")
_RELATIVE = compiled(
    r"\b(?:mother|father|brother|sister|son|daughter|wife|husband|uncle|aunt|cousin|grand\w+|friend|neighbou?r)\b"
)
_NEGATED = compiled(
    r"\b(?:no|not|never|denie[sd]|without|neither|nor|wasn't|didn't|did~not|lack(?:s|ed)?|absence~of|instead~of)\b"
)
_BOX, _MARKED = re.compile(r"\[.?\][\s\x1f]*$|[☐☑☒][\s\x1f]*$"), re.compile(r"(?:\[[xX✓✔]\]|[☑☒])[\s\x1f]*$")
_CLAUSE = re.compile(r"[;:]|,?\s+\b(?:but|although|though|while|whereas|and then)\b", re.IGNORECASE)
_TOLD = compiled(
    r"\b(?:tells?|told|says|said|states|stated|reports?|reported|claims|claimed|alleges?|alleged|believes|according~to)\b"
)
_NO_FOREIGN = compiled(
    r"\bno~(?:foreign|overseas|combat|sea)~(?:service|duty|deployments?|tours?)\b|\bnever~(?:deployed|left~the~(?:states"
    r"|country|United~States))\b|\b(?:stateside|CONUS)~(?:service~)?only\b"
)
REACH = 160  # characters


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A listed place where the patient served, with the dates of its sentence."""

    start: int
    end: int
    kind: PlaceKind
    lists: tuple[ListedTime, ...]
    certainty: Certainty
    dates: tuple[DayMention, ...]

    def in_period(self, listed: ListedTime, service: tuple[int, int] | None) -> Answer:
        """Whether the time there falls into a list's time; ``service`` are the first and last day of service."""
        first, last = listed.first.toordinal(), (listed.last or date.max).toordinal()
        stays = [(one.first, one.last) for one in self.dates]
        if any(first <= start and end <= last for start, end in stays):
            return Answer.YES
        if service is not None and first <= service[0] and service[1] <= last:
            return Answer.YES
        known = [*stays, *([service] if service is not None else [])]
        if known and all(end < first or last < start for start, end in known):
            return Answer.NO
        return Answer.UNKNOWN


Names = dict[str, list[tuple[ExposureArea, PlaceKind]]]


@cache
def _places() -> tuple[re.Pattern[str], frozenset[str], Names]:
    """A pattern of every name, the longest first; the words they begin with; and what each name stands for."""
    names: Names = {}
    for area in config_files.load(resource("exposure_sites.yaml"), ExposureSites).areas:
        for name, kind in area.names():
            names.setdefault(_key(name), []).append((area, kind))
    ordered = sorted(names, key=lambda name: (-len(name), name))
    pattern = "|".join(re.escape(name).replace(r"\ ", r"[\s\x1f-]+") for name in ordered)
    firsts = frozenset(_first(name) for name in names)
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE), firsts, names


def _first(name: str) -> str:
    """The letters a name begins with."""
    return re.split(r"[^a-z]", name, maxsplit=1)[0]


def _named(view: LetterView) -> Iterator[re.Match[str]]:
    """Every listed name. Only where a word begins one: the whole pattern everywhere costs ten times as much."""
    pattern, firsts, _ = _places()
    at = 0
    for word in view.words:
        if word.start >= at and _first(word.key) in firsts:
            match = pattern.match(view, word.start)
            if match is not None:
                at = match.end()
                yield match


def _key(name: str) -> str:
    return " ".join(name.replace("-", " ").lower().split())


def places(view: LetterView, dates: list[DayMention]) -> Iterator[NamedPlace]:
    """Every listed place where the letter says the patient served, in order."""
    _, _, names = _places()
    spans = list(sentences(view))
    starts = [start for start, _ in spans]
    denied = _NO_FOREIGN.search(view) is not None
    for match in _named(view):
        if _in_kept_phrase(view, *match.span()) or not (view.caseless(match.start()) or match.group()[0].isupper()):
            continue
        start, end = spans[bisect_right(starts, match.start()) - 1]
        certainty = _served_there(view, match, start, end)
        if certainty is None:
            continue
        inside = tuple(one for one in dates if start <= one.start < end and not one.born)
        for area, kind in names[_key(match.group().replace("\x1f", " "))]:
            sure = Certainty.LOW if denied else certainty
            yield NamedPlace(match.start(), match.end(), kind, area.lists, sure, inside)


def _in_kept_phrase(view: LetterView, start: int, end: int) -> bool:
    """Whether a name is a part of something longer that is kept, such as the title of an act."""
    return view.is_kept(max(0, start - 2), start, HARD) or view.is_kept(end, end + 2, HARD)


def _served_there(view: LetterView, match: re.Match[str], start: int, end: int) -> Certainty | None:
    """How sure it is that the patient served there; None where the sentence says so of others, or denies it.

    What the letter only tells as the patient's own account is not sure.
    """
    before = view[max(start, match.start() - REACH) : match.start()]
    clause = _CLAUSE.split(before)[-1]
    if _NEGATED.search(clause) or _RELATIVE.search(clause):
        return None
    generic, personal = _last_at(_GENERIC, before), _last_at(_PERSONAL, before)
    if generic > personal:
        return None
    if _BOX.search(before):
        return Certainty.FAIR if _MARKED.search(before) else None
    if not before.strip(" |*•-\n\x1f"):  # an item of a list; what it lists stands above
        return Certainty.FAIR if _SERVED.search(view, max(0, start - REACH), start) else None
    if not (_PREPOSITION.search(before) or _LISTED_ON.search(before)):
        return None
    near = _SERVED.search(before) or _SERVED.search(view[match.end() : min(end, match.end() + 60)])
    if near is None:
        return None
    if _TOLD.search(clause):
        return Certainty.LOW
    named = personal >= 0 or _PERSONAL.search(view[start:end])
    return Certainty.HIGH if named and _PREPOSITION.search(before) else Certainty.FAIR


def _last_at(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def surest(found: list[NamedPlace], presumption: Presumption) -> list[NamedPlace]:
    """Those on one list, the surest first; of equally sure ones a site before a country."""
    on_list = [one for one in found if any(listed.presumption is presumption for listed in one.lists)]
    return sorted(
        on_list, key=lambda one: (list(Certainty).index(one.certainty), one.kind is PlaceKind.COUNTRY, one.start)
    )
