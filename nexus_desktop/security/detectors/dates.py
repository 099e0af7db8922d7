"""Dates finer than a year, in every style of American, military, clinical and Spanish writing; birth dates; great
age."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nexus_desktop.models.letter_models import PhiCategory as C
from nexus_desktop.security.detectors.base import Hit, PhiDetector
from nexus_desktop.security.detectors.date_patterns import (
    AGE90,
    BIRTH,
    BIRTH_IN_FIGURES,
    DAY_IN_LIST,
    DAY_MONTH,
    GREAT_AGE,
    HEADER_LABEL,
    IN_BOXES,
    JOINT,
    JULIAN,
    LONE_DAY,
    LONE_MONTH,
    MAYBE_MONTH_YEAR,
    NEXT_DAY,
    NOT_BIRTH,
    NUMERIC,
    WORDED,
    YEAR_OF_TWO,
)
from nexus_desktop.security.letter_view import HARD, LetterView
from nexus_desktop.security.vocabulary import MONTHS

_BEHIND_AGE = re.compile(r"[ \x1f]*(?:comma\b|period\b|but\b|,|\.|;|and\b|years|when|now|\)|\(|\[|$)")
_BORN_ON = re.compile(
    r"\bborn\b(?:,? [\w'-]{1,16}){1,7},? on (?:the )?$"
    r"|\b(?:sex ?/ ?d\.?o\.?b|d\.?o\.?b\.? ?/ ?sex)\b[ .:_]{1,24}[FM] ?/ ?$",
    re.IGNORECASE,
)
"""``born with a cleft palate on``, ``SEX/DOB: F /``."""
_BIRTH_IS = re.compile(r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date)\b[^.\n\d]{0,40}$", re.IGNORECASE)
"""``her date of birth was typed wrong, it is``."""
_CORRECTED = re.compile(
    r"[\W\x1f]{1,4}(?:sic\b|\(?sic\)?)?[\W\x1f]{0,4}"
    r"(?:s/b|sb|should (?:be|read)|corrected(?: to)?|correct(?: date)? is|actually|not|(?:it )?is really"
    r"|rather|or|vs\.?|versus|per \w{2,12}|typo,? \w{2,12})[\W\x1f]{1,3}",
    re.IGNORECASE,
)
"""``02/30/1977 [sic, s/b 03/02/1977]``: the birth date, put right."""
_NEXT = 4  # signs between a birthday by its name and the same by its figures
_YEARS_OLD = re.compile(r"[ \x1f-]{0,2}(?:years?[ \x1f-]old|y/?o\b|yrs?\.? old|years? (?:of age|young))", re.IGNORECASE)
_FOREIGN = re.compile(
    r"(?<![\w/.-])(?:[12]\d|3[01]|0?[1-9])\.?[ \x1f](?P<m>'?[^\W\d_][\w']{2,13})\.?[ \x1f](?:19|20)\d\d(?![\w/-])"
)
_SEEN_FROM = re.compile(r"(?:last|next|this)\b", re.IGNORECASE)
"""``last December``: what says which one is part of the date."""
_YEAR_AND_VERB = re.compile(r"(?:18|19|20)\d\d[ \x1f](?:may|march)")
_CAPITAL_AHEAD = re.compile(r"[ \x1f][A-Z]")
_PERSON = re.compile(
    r"\b(?:he|she|mother|father|who|veteran|patient|mr|mrs|ms|grandmother|grandfather|widow|wife|husband|mom|dad|aunt"
    r"|uncle|brother|sister|parents|last|oldest|eldest|youngest)\b"
)


_STAMP = re.compile(r"\d[-/]\d{1,2}[-/]\d{2,4}\D{1,5}\d{1,2}:\d\d")
"""A day and a time: no page and no volume, whatever stands before."""
_NEAR = 40  # characters before a date in which an age or a number stands
_BEHIND_AN_AGE = re.compile(
    r"(?:\b(?:aged?|is|now|sex|m|f|male|female|veteran|gentleman|man|woman)\b[^\w\n]{0,4}(?:age[^\w\n]{0,3})?\d{2}"
    r"|\d{2})(?:[ -]?(?:years?[ -]old|y/?o|yrs?\.?(?: old)?))?[ \x1f,]{0,3}\([ \x1f]?$"
)
"""``He is 46 (7-23-74)``, ``M / 79 (11/30/1946)``."""
_BEHIND_SSN = re.compile(r"(?:\d{3}|x{3}|\*{3})-(?:\d{2}|x{2}|\*{2})-\d{4}[ \x1f,;/|]{1,6}$")


class DateDetector(PhiDetector):
    """DATE, DOB and AGE90."""

    name = "dates"

    def find(self, view: LetterView) -> Iterator[Hit]:
        born = -9
        for start, end in joined(view, date_spans(view)):
            again = start - born < _NEXT and not view[born:start].strip(" ,(")
            again = again or (0 < start - born < _NEAR and _CORRECTED.fullmatch(view, born, start) is not None)
            if again or birth_before(view, start) or _beside_a_person(view, start, end):
                born = end
                yield Hit(start, end, C.DOB, 0.97, "a date after a word for birth")
            elif self._in_header(view, start, end):
                yield Hit(start, end, C.DOB, 0.7, "an early date beside the name in the heading")
            else:
                yield Hit(start, end, C.DATE, 0.9, "a date finer than a year")
        for match in view.scan(BIRTH_IN_FIGURES):
            yield Hit(*match.span("date"), C.DOB, 0.95, "a date after a word for birth")
        yield from _foreign(view)
        for match in view.scan(MAYBE_MONTH_YEAR):
            yield Hit(*match.span("date"), C.DATE, 0.4, "may be a month and a year")
        yield from self._ages(view)

    def _in_header(self, view: LetterView, start: int, end: int) -> bool:
        """A bare early date in the block of the reference line: the birth date of the claimant."""
        year = re.search(r"(?:19|20)\d\d", view[start:end])
        if not year or int(year.group()) > 2007 or len(re.findall(r"\d+|[A-Za-z]+", view[start:end])) < 3:
            return False
        block = view.rfind("\n\n", max(0, start - 2000), start)
        before = view[max(block + 2 if block >= 0 else 0, start - 400) : start]
        line = view[max(view.rfind("\n", max(0, start - 200), start) + 1, start - 200) : start]
        labelled = bool(HEADER_LABEL.search(before)) and len(before) < 320 and len(line) < 120
        return labelled and not NOT_BIRTH.search(line)

    def _ages(self, view: LetterView) -> Iterator[Hit]:
        for match in view.scan_near(AGE90, GREAT_AGE):
            group = next(g for g in "abcdefghijk" if match[g])
            start, end = match.span(group)
            bare = group == "a" and re.match(r"(?:is|was|of|be|now|are|were|until|past)", match[0], re.IGNORECASE)
            told = _YEARS_OLD.match(view[end : end + 16])  # of somebody, whoever that is
            if bare and not told and not (_BEHIND_AGE.match(view[end : end + 9]) and _person_near(view, match.start())):
                continue
            if group == "f" and match[0].split(",")[0].lower() in MONTHS:
                continue
            yield Hit(start, end, C.AGE90, 0.85, "an age over 89")


def _foreign(view: LetterView) -> Iterator[Hit]:
    """``2 Iune 1949``: a day, a word that is none of English or medicine, and a year."""
    for match in _FOREIGN.finditer(view):
        key = match["m"].lower()
        known = view.lexicon.english_tier(key) > 0 or view.lexicon.is_clinical(key) or key in view.lexicon.abbreviations
        if not known and not view.is_kept(*match.span()):
            yield Hit(
                *match.span(),
                C.DOB if birth_before(view, match.start()) else C.DATE,
                0.6,
                "a day, a foreign month and a year",
            )


def date_spans(view: LetterView) -> Iterator[tuple[int, int]]:
    """Every date finer than a year."""
    for pattern in (WORDED, NUMERIC):
        for match in view.scan(pattern):
            kept = [strength >= HARD for strength in view.kept[match.start() : match.end()]]
            citation = all(kept)  # a holiday begins with a team's cup
            if pattern is NUMERIC:
                citation = any(kept) and not _STAMP.search(match.group())
            if not citation and not _is_word_may(view, match):
                yield match.span()
    for pattern in (DAY_MONTH, DAY_IN_LIST, LONE_DAY, IN_BOXES, YEAR_OF_TWO):
        for match in view.scan(pattern):
            yield match.span("date" if match["date"] else "lone")
            yield from _next_days(view, match.end()) if pattern is DAY_MONTH else ()
    for match in view.scan(JULIAN):
        yield from (match.span(group) for group in ("date", "lone") if match[group])
    for match in view.scan(LONE_MONTH):
        group = next(name for name in ("qualified", "noted", "lone") if match[name])
        capital = view[match.start(group)].isupper() and not match[group].lower().startswith("may")
        led = re.match(r"(?:in|since|last|until|till|during)\b", match.group(), re.IGNORECASE)
        capital = capital or bool(
            led and view.typed[match.start(group)] == "M" and not _CAPITAL_AHEAD.match(view, match.end())
        )
        capital = capital or bool(led and view.caseless(match.start()))
        capital = capital or bool(match["noted"] and view.typed[match.start(group)].isupper())
        if capital or match["qualified"]:
            seen_from = _SEEN_FROM.match(view, match.start())
            yield match.start() if seen_from else match.start(group), match.end(group)


def _next_days(view: LetterView, end: int) -> Iterator[tuple[int, int]]:
    """The days that are listed behind one that ends at an offset."""
    following = NEXT_DAY.match(view, end)
    while following:
        yield following.span("date")
        following = NEXT_DAY.match(view, following.end())


def _beside_a_person(view: LetterView, start: int, end: int) -> bool:
    """Whether a date stands in brackets behind an age, or right behind a social security number."""
    before = view[max(0, start - _NEAR) : start].lower()
    bracketed = _BEHIND_AN_AGE.search(before) is not None and view[end : end + 3].lstrip().startswith(")")
    return bracketed or _BEHIND_SSN.search(before) is not None


def joined(view: LetterView, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sorted spans; the two ends of a time, with "to" or a dash between them, as one."""
    open_start, open_end = -1, -1
    for start, end in sorted(spans):
        if open_start >= 0 and (start < open_end or JOINT.fullmatch(view, open_end, start)):
            open_end = max(open_end, end)
            continue
        if open_start >= 0:
            yield open_start, open_end
        open_start, open_end = start, end
    if open_start >= 0:
        yield open_start, open_end


_STAGED = re.compile(r"\W{1,2}(?:stag|scor|risk|model|criteria|system|class|prognos|revis|European)", re.IGNORECASE)


def birth_before(view: str, start: int) -> bool:
    """Whether a word for birth stands right before an offset."""
    before = view[max(0, start - 60) : start]
    return bool(BIRTH.search(before) or _BORN_ON.search(before) or _BIRTH_IS.search(before))


def _person_near(view: LetterView, at: int) -> bool:
    return bool(_PERSON.search(view[max(0, at - 60) : at].lower()))


def _is_word_may(view: LetterView, match: re.Match[str]) -> bool:
    """Whether a hit is the verb "may" or "march" with a number behind it and no date."""
    text = match.group()
    if _YEAR_AND_VERB.fullmatch(text) and not view.caseless(match.start()):
        return True  # "in 2018 may account for it"
    verb = re.match(r"(may|mar|march|sat|sun|fall|spring|dec)\b", text)
    if re.fullmatch(r"mayo\W+(?:19|20)\d\d", text, re.IGNORECASE) and _STAGED.match(view, match.end()):
        return True  # "Mayo 2012 stage III"
    if verb and re.fullmatch(r"(?:may|march)\W+(?:19|20)\d\d", text):
        return False
    if verb and not view.caseless(match.start()):
        return not re.match(r"(?:fall|spring)\b", text)
    if view.caseless(match.start()) and re.match(r"(may|march|mar)\b", text, re.IGNORECASE):
        return not re.search(r"\d{4}|'\d\d|\d,|\d$", text)
    return False
