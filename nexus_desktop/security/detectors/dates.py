"""Dates finer than a year, in every style of American, military, clinical and Spanish writing; birth dates; great
age."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector, compiled
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.vocabulary import MONTHS, WEEKDAYS, either

_M = f"(?:{either(MONTHS)}(?![A-Za-z])\\.?)"
_LONG = f"(?:{either(m for m in MONTHS if len(m) > 4 or m in ('july', 'june', 'may'))}\\b)"
_DAY = r"(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_YEAR = r"(?:(?:18|19|20)\d\d)"
_ANY_YEAR = rf"(?:{_YEAR}|'\d\d|\d\d)(?!\d)"
_NUM_YEAR = rf"(?:{_YEAR}|\d\d)(?!\d)"
_WEEKDAY = f"(?:{either(WEEKDAYS)}\\.?,?(?:~the)?~)"
_TIME = (
    r"(?:(?:,?~(?:at|@)?~~|@|T)\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:~~(?:[ap]\.?m\b\.?|hours|hrs|Z\b|UTC|GMT"
    r"|[ECMP][SD]T\b|[-+]\d\d'?:?\d\d'?))*"
    r"|,?~(?:at~)?\d{4}~?(?:hours|hrs|h\b|Z\b))"
)
_SAME = rf"(?:~~(?:-|to|through|thru|and|&|,)~~{_DAY}\b(?!~{_M}))"
_RANGE_END = r"(?:~~(?:-|/|to|through|thru|until|and|or)~~)"
_QUALIFIER = r"(?:(?:the~)?(?:early|late|mid|middle~of|end~of|beginning~of|first~week~of|last~week~of|week~of)(?:~|-))?"
_SEASON = (
    r"(?:(?:the~)?(?:early~|late~|mid-?~?)?(?:spring|summer|fall|autumn|winter)(?:~of|,)?~(?:'\d\d\b|(?:19"
    r"|20)\d\d(?:~?[-/]~?\d{2,4})?\b))"
)
_HOLIDAYS = (
    r"(?:Christmas(?:~(?:Eve|Day|time))?|Xmas|Thanksgiving(?:~Day|~weekend)?|Easter(?:~Sunday|~weekend)?|Good~Friday"
    r"|Memorial~Day(?:~weekend)?"
    r"|Labor~Day(?:~weekend)?|Independence~Day|(?:the~)?(?:Fourth|4th)~of~July|New~Year'?s(?:~(?:Eve|Day))?|(?:St\.~"
    r"|Saint~)?Valentine'?s?(?:~Day)"
    r"|Halloween|Veterans'?~Day|Armistice~Day|Black~Friday|Mother'?s~Day|Father'?s~Day|Columbus~Day|Presidents'?~Day"
    r"|Juneteenth|Martin~Luther~King"
    r"(?:~Jr\.?)?~Day|MLK~Day|(?:St\.|Saint)~Patrick'?s~Day|Cinco~de~Mayo|Ash~Wednesday|Palm~Sunday|Flag~Day"
    r"|V-?[EJ]~Day|D-Day|Election~Day|Inauguration~Day|Boxing~Day|Groundhog~Day|Super~Bowl~Sunday|Mardi~Gras"
    r"|Hanukkah|Chanukah|Passover|Yom~Kippur|Rosh~Hashanah|Ramadan|Eid(?:~al-\w+)?|Navidad|Nochebuena|Tet(?=,?~"
    r"(?:of~)?(?:19)?'?6\d)|Pearl~Harbor~Day)"
)

_WORDED = compiled(
    rf"""(?<![\w/])(?:
      {_WEEKDAY}?{_M}~~{_DAY}\b{_SAME}{{0,3}}(?:~~,?~~(?:of~|in~)?{_ANY_YEAR}(?!~~(?:mg|percent|%|times
      |degrees)))?{_TIME}?
    | (?:the~)?{_WEEKDAY}?{_DAY}(?:~~(?:-|,|to|and|&|through)~~{_DAY})?(?:~~(?:day~)?of)?(?:~~|-|/|\.){_M}(?:(?:~~,?~~
    |-|/|~of~)(?:{_YEAR}|'?\d\d)(?!\d))?{_TIME}?
    | (?:the~)?{_ORDINAL}(?:~day)?~(?:of~)?{_M}(?:,?~{_ANY_YEAR})?
    | {_M}~(?:the~)?{_ORDINAL}\b(?:,?~{_ANY_YEAR})?
    | {_QUALIFIER}{_M}(?:{_RANGE_END}{_M})?(?:~~,?~~|-|/|~of~|~de~|~del~)(?:{_YEAR}|'\d\d)(?!\d|;\d)
    | {_YEAR}(?:~|-){_M}(?:(?:~|-){_DAY}\b)?{_TIME}?
    | \d{{1,2}}~de~{_M}(?:,?~(?:de|del)~{_YEAR})?
    | \d{{6}}Z~?{_M}~?\d{{2,4}}
    | {_SEASON}
    | {_HOLIDAYS}(?:~~,?~~(?:of~|in~)?(?:{_YEAR}|'\d\d)\b)?
    | (?:the~)?(?:first|second|third|fourth|1st|2nd|3rd|4th)~quarter~of~{_YEAR} | Q[1-4]~?{_YEAR}
    )(?![\w])"""
)
_LONE_MONTH = compiled(
    rf"""(?: (?P<qualified>(?:early|late|mid)(?:~|-){_LONG}(?:~of~that~(?:same~)?year)?)
    | \b(?:in|since|until|till|by|during|through|this|last|next|of|every|each|from|to|between|and|around|about|past
    |before|after|following)~
      (?P<lone>{_LONG}(?:~of~that~(?:same~)?year)?) )(?![\w])(?!~\d)""",
)
_NUMERIC = compiled(
    rf"""(?<![\w/.$])(?<!\d-)(?:
      {_WEEKDAY}?(?:0?[1-9]|1[0-2]|[12]\d|3[01])~?(?P<mark>[-/.])~?(?:0?[1-9]|[12]\d
      |3[01])~?(?P=mark)~?{_NUM_YEAR}{_TIME}?
    | {_YEAR}(?P<dash>[-/.])(?:0?[1-9]|1[0-2])(?P=dash)(?:0?[1-9]|[12]\d|3[01])(?!\d){_TIME}?
    | (?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d(?![\d/-])
    | (?:19|20)\d\d[-/](?:0[1-9]|1[0-2])(?![\w/-])
    | (?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)
    )(?![\d])"""
)
_DAY_MONTH = compiled(
    r"""\b(?:on|dated|since|until|from|by|of|repeated|again|through|to|and|seen|exam|visit|note|between|thru|date|call
    (?:ed)?|around|about|after|before)[\s:]{1,3}
    (?P<date>(?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9]))(?![\d/%])(?!~~(?:mm|strength|pain|scale|scores?|in~|of~
    |to~\d+/10|on~(?:the|a)~|motor|power|extremit))"""
)
_BIRTH = compiled(
    r"""(?:\bd\.?~?o\.?~?b\b\.? | \bdate~of~birth | \bbirth~?-?date | \bbirthday | \bborn(?:~on|~in)? | \bbirth |
    \bfecha~de~nacimiento | \bb\.(?=~?\d)
    | \bnacid[oa](?:~el)? | \bnee~le )
    (?:~\((?:mm|dd|month|day)[^()\n]{0,20}\)|~of~(?:the~)?(?:veteran|claimant|patient))?
    [\s:;.,=|_#"'(-]{0,14}(?:(?:is|was|of|on|the|el|in)\b[\s:]{0,2}){0,2}$"""
)
_AGES = r"(?:9\d|1[01]\d|ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:one~)?hundred(?:~and~\w+)?)"
_AGE90 = compiled(
    rf"""\b(?:age[ds]?|aged|is|was|now|turned|turning|turns|lived~to(?:~be)?|living~at|died~at(?:~age)?|until|be
    |at~the~age~of|reached|are|were|edad|past|of)
    [\s:=(]{{1,3}}(?P<a>{_AGES})(?!~?(?:%|percent|degrees|deg|lbs?|pounds|mg|mm|beats|bpm|days?|weeks?|months?
    |minutes?|hours?|and~\d|to~\d|/|dB|db|-\d|\.\d|th\b|(?!years)\w*s\b)|[\d/%.,]?\d)(?=\W|$)
    | \b(?P<b>{_AGES})~?-?~?(?:years?~?old|year-old|y/?o\b|yo\b|yrs?\.?~old|years?~(?:of~age|young)|[-\s]year[-\s]old)
    | \b(?P<e>{_AGES})[- ]years?[- ]old
    | \bage[\s:]{{1,3}}(?P<c>{_AGES})\b(?!~?%)
    | \b(?:mother|father|grandmother|grandfather|aunt|uncle|widow|parents?|who|she|he|veteran
    |patient)\b[^.\n;]{{0,24}},?~at~(?P<d>9\d|1[01]\d)(?=[,.;])"""
)
_HEADER_LABEL = compiled(
    r"\b(?:re|subj|subject|regarding|veteran|claimant|patient|ssn|ss\#|c-?file|file~(?:no|number)|name"
    r"|in~re)\b[^\n]{0,12}[:\#.]|\bRE\b"
)
_NOT_BIRTH = compiled(
    r"\b(?:dated?|exam\w*|decision|claim|report|seen|visit|letter|signed|appeal|request|service|injury|received|filed"
    r"|from|to|since|on|of)\W{1,3}$"
)


class DateDetector(PhiDetector):
    """DATE, DOB and AGE90."""

    name = "dates"

    def find(self, view: LetterView) -> Iterator[Hit]:
        for start, end in date_spans(view):
            if birth_before(view, start):
                yield Hit(start, end, C.DOB, 0.97, "a date after a word for birth")
            elif self._in_header(view, start, end):
                yield Hit(start, end, C.DOB, 0.7, "an early date beside the name in the heading")
            else:
                yield Hit(start, end, C.DATE, 0.9, "a date finer than a year")
        yield from self._ages(view)

    def _in_header(self, view: LetterView, start: int, end: int) -> bool:
        """A bare early date in the block of the reference line: the birth date of the claimant."""
        year = re.search(r"(?:19|20)\d\d", view[start:end])
        if not year or int(year.group()) > 2007 or len(re.findall(r"\d+|[A-Za-z]+", view[start:end])) < 3:
            return False
        block = view.rfind("\n\n", 0, start) + 2 if "\n\n" in view[:start] else 0
        before = view[max(block, start - 400) : start]
        line = view[view.rfind("\n", 0, start) + 1 : start]
        return (
            bool(_HEADER_LABEL.search(before)) and len(before) < 320 and len(line) < 120 and not _NOT_BIRTH.search(line)
        )

    def _ages(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan(_AGE90):
            group = next(g for g in "abcde" if match[g])
            word = match[group]
            plain = match[0].lower()
            bare = group == "a" and plain.startswith(("is", "was", "of", "be", "now", "are", "were", "until", "past"))
            if bare and not re.match(r"[ ]*(?:,|\.|;|and\b|years|when|now|\)|$)", view[match.end() : match.end() + 8]):
                continue
            if bare and not _person_near(view, match.start()):
                continue
            yield Hit(match.start(group), match.start(group) + len(word), C.AGE90, 0.85, "an age over 89")


def date_spans(view: LetterView) -> Iterator[tuple[int, int]]:
    """Every date finer than a year."""
    for matches in (view.scan(_WORDED), view.scan(_NUMERIC)):
        for match in matches:
            if not _is_word_may(view, match) and not view.is_kept(match.start(), match.end(), HARD):
                yield match.span()
    for match in view.scan(_DAY_MONTH):
        yield match.span("date")
    for match in view.scan(_LONE_MONTH):
        group = "qualified" if match["qualified"] else "lone"
        capital = view[match.start(group)].isupper() and not match[group].lower().startswith("may")
        if capital or match["qualified"]:
            yield match.span(group)


def birth_before(view: str, start: int) -> bool:
    """Whether a word for birth stands right before an offset."""
    return bool(_BIRTH.search(view[max(0, start - 60) : start]))


def _person_near(view: LetterView, at: int) -> bool:
    sentence = view[max(0, at - 60) : at].lower()
    return bool(
        re.search(
            r"\b(?:he|she|mother|father|who|veteran|patient|mr|mrs|ms|grandmother|grandfather|widow|wife|husband)\b",
            sentence,
        )
    )


def _is_word_may(view: LetterView, match: re.Match[str]) -> bool:
    """Whether a hit is the verb "may" or "march" with a number behind it and no date."""
    text = match.group()
    verb = re.match(r"(may|mar|march|sat|sun|fall|spring|dec)\b", text)
    if verb and not view.caseless(match.start()):
        return not re.match(r"(?:fall|spring)\b", text)
    if view.caseless(match.start()) and re.match(r"(may|march|mar)\b", text, re.IGNORECASE):
        return not re.search(r"\d{4}|'\d\d|\d,|\d$", text)
    return False
