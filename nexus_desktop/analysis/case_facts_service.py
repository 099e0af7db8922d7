"""Service, branch and age as a letter gives them, against what the attorney entered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nexus_desktop.analysis.case_facts_dates import DATE, Dates, Period, Written
from nexus_desktop.analysis.rubric.segmentation import Document, Sentence
from nexus_desktop.models.analysis_models import Certainty
from nexus_desktop.models.case_models import Branch, CaseFacts, Conflict, ConflictKind, PartialDate, ServicePeriod

_PERIOD = (
    rf"(?P<first>{DATE}) ?(?:to|through|thru|until|till|and|-|—) ?(?:about |approximately )?"
    rf"(?P<last>{DATE}|(?:the )?present)"
)
_SERVED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\bserved\b(?P<way>[^.;]{{0,130}}?){_PERIOD}",
        rf"\bactive duty\b(?P<way>[^.;]{{0,70}}?){_PERIOD}",
        (
            r"\b(?:military |dates? of |periods? of |active |army |navy |marine corps |air force |coast guard )*"
            rf"service(?: dates?)?(?P<way>(?: was| ran| dates?)?(?: from|:|,| \()? ?){_PERIOD}"
        ),
        rf"\bdd ?-?(?:form )?214\b(?P<way>[^.;]{{0,60}}?){_PERIOD}",
    )
)
_BRANCHES = r"(?:army|navy|marine corps|marines|air force|coast guard|space force|service|military|armed forces)"
_BEGAN: Final = re.compile(
    rf"\b(?:enlisted|was drafted|drafted into|inducted|entered (?:active duty|(?:the )?(?:u\.?s\.? )?{_BRANCHES})"
    rf"|joined the (?:u\.?s\.? )?{_BRANCHES}|began (?:active duty|(?:his "
    rf"|her )?(?:military )?service))\b[^.;,]{{0,60}}? (?:in|on|of|since) (?P<date>{DATE})"
)
_ENDED: Final = re.compile(
    rf"\b(?:(?:honorably |was |medically )*(?:discharged|separated|released)(?: from (?:active duty"
    rf"|(?:the )?{_BRANCHES}))?|retired from (?:active duty|(?:the )?(?:u\.?s\.? )?{_BRANCHES})|left (?:active duty"
    rf"|(?:the )?(?:u\.?s\.? )?{_BRANCHES})) (?:\w+ ){{0,2}}?(?:in|on|of) (?P<date>{DATE})"
)
_IN_SERVICE: Final = (
    r"(?:on active duty|in (?:the )?(?:service|army|navy|marines|marine corps|air force|coast guard|military)"
    r"|serving|stationed|deployed|in uniform)"
)
_EVENT: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:in|on|around|during) (?P<date>{DATE}),? (?:\w+ )?(?:while|when|as) (?:\w+ ){{0,3}}?{_IN_SERVICE}\b",
        rf"\bwhile (?:\w+ ){{0,3}}?{_IN_SERVICE}\b[^.;,]{{0,60}}? (?:in|on|around) (?P<date>{DATE})",
        (
            rf"\bin-service (?:injury|event|accident|incident|fall|exposure|assault|blast|noise|trauma|treatment)\b"
            rf"[^.;,]{{0,30}}? (?:of|in|on|from) (?P<date>{DATE})"
        ),
        rf"\b(?:injured|hurt|fell|assaulted|exposed|treated) in service (?:in|on) (?P<date>{DATE})",
        rf"\b(?:was )?deployed (?:to|in) (?:[\w\[\]]+ ){{1,4}}?(?:in|from|during) (?P<date>{DATE})",
    )
)
_PART: Final = re.compile(
    r"\b(?:vietnam|korea|iraq|afghanistan|kuwait|saudi|germany|japan|okinawa|bosnia|somalia|gulf|overseas|deploy\w*"
    r"|tours?|stationed|assigned|with|aboard|at|thailand|panama|southwest asia|theater|guard|reserves?)\b"
    r"|\[(?:station|unit)"
)
_SOMEBODY_ELSES: Final = (
    r"\b(?:i|we) (?:\w+ )?(?:served|enlisted|was (?:on|in)|retired|joined|entered)\b"
    r"|\bmy (?:own )?(?:military )?service\b|\b(?:his|her|my|the veteran's) (?:father|brother|son|husband|wife|mother"
    r"|sister|uncle|grandfather)\b|\[relative"
)
_ANOTHERS_SERVICE: Final = re.compile(_SOMEBODY_ELSES)
_NOT_THE_VETERAN: Final = re.compile(
    _SOMEBODY_ELSES + r"|\[provider|\bdr\. |\b(?:those|veterans|anyone|persons|members|a veteran|any veteran) who\b"
)
_OTHER_MATTER: Final = re.compile(
    r"\b(?:work\w*|employ\w*|jobs?|taught|smoked|drank|treated|lived|married|clinic|farm\w*|drove|civilian|after|since"
    r"|post-?service|records?|school|college|career as)\b"
)
_BRANCH: Final = re.compile(
    r"\b(?:(?:served|service|enlisted|duty|discharged|separated|retired|veteran|career|years|drafted|soldier|sailor"
    r"|joined|entered)\b(?:(?! who\b)[^.;]){0,50}?\b(?P<a>army|navy|marine corps|marines|air force|coast guard"
    r"|space force)|(?P<b>army|navy|marine corps|air force|coast guard|space force) (?:veteran|service\b(?! ribbon"
    r"| cross| medal)))\b(?! (?:hospital|medical|clinic|depot|base|community|yard|times|regulation|surgeon|ribbon"
    r"|standard|cross|medal|nurse|doctor|physician|federal|exchange|brat))(?P<part> (?:national guard|reserves?))?"
)
_ANY_BRANCH: Final = re.compile(
    r"\b(?:army|navy|marine corps|marines|usmc|air force|usaf|usn|coast guard|uscg|space force)\b"
)
_ALSO_CALLED: Final = {
    "marines": "marine corps",
    "usmc": "marine corps",
    "usaf": "air force",
    "usn": "navy",
    "uscg": "coast guard",
}
_AGE_NOW: Final = re.compile(
    r"\b(?:(?:he|she|\[patient\]|(?:the |this )?(?:veteran|patient|claimant)) is (?:now |currently |an? )*"
    r"(?P<a>[2-8]\d)(?:[- ]years?[- ]old| years of age)?(?=[\s,.;])"
    r"|(?<!as )\b(?:is|presents as|follows|treat) an? (?P<b>[2-8]\d)[- ]year[- ]old"
    r"|\bage: ?(?P<c>[2-8]\d)\b)(?! (?:percent|%))"
)
_AGE_THEN: Final = re.compile(
    r"\b(?:at (?:the )?age (?:of )?|(?:when|while) (?:he|she|\[patient\]|the veteran) was (?:only |just )?|aged? )"
    r"(?P<age>[1-7]\d)\b(?! ?(?:percent|%|to|-|months|days|feet|mg))"
)
_BORN: Final = re.compile(rf"\b(?:born (?:in|on)|date of birth\s*:?|dob\s*:?)\s*(?P<date>{DATE})")
_SLACK, _WIDE = 2, 4  # years between a birth year and an age at an event: asked about, held for certain


def conflicts(doc: Document, facts: CaseFacts, dates: Dates) -> Iterator[Conflict]:
    """What the letter says of service, branch and age against the facts."""
    if facts.service:
        yield from _service(doc, facts.service, dates)
    if facts.branches:
        yield from _branch(doc, facts.branches)
    if facts.born is not None:
        yield from _age(doc, facts.born, dates)


def _about_the_veteran(doc: Document) -> Iterator[tuple[Sentence, str]]:
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if not _NOT_THE_VETERAN.search(low):
            yield sentence, low


# --- service ----------------------------------------------------------------------------------------------------


def _service(doc: Document, entered: tuple[ServicePeriod, ...], dates: Dates) -> Iterator[Conflict]:
    for sentence, low in _about_the_veteran(doc):
        said = False
        for period, part in _periods(sentence, low, dates):
            said = True
            conflict = _period(doc, period, entered, part=part)
            if conflict is not None:
                yield conflict
        if said:
            continue
        for pattern, begins in ((_BEGAN, True), (_ENDED, False)):
            for match in pattern.finditer(low):
                conflict = _edge(doc, _written(sentence, match, dates), entered, begins=begins)
                if conflict is not None:
                    yield conflict
        yield from _events(doc, sentence, low, entered, dates)


def _written(sentence: Sentence, match: re.Match[str], dates: Dates, group: str = "date") -> Written:
    return dates.at(sentence.start + match.start(group), sentence.start + match.end(group))


def _periods(sentence: Sentence, low: str, dates: Dates) -> Iterator[tuple[Period, bool]]:
    """Periods of service of a sentence, each with whether it may be a part of the whole (a tour, a posting)."""
    seen: set[int] = set()
    for pattern in _SERVED:
        for match in pattern.finditer(low):
            first, last = _written(sentence, match, dates, "first"), _written(sentence, match, dates, "last")
            if first.start in seen or first.value is None or _OTHER_MATTER.search(match.group("way")):
                continue
            seen.add(first.start)
            yield Period(first.start, last.end, first.value, last.value), _PART.search(match.group("way")) is not None


def _period(doc: Document, period: Period, entered: tuple[ServicePeriod, ...], *, part: bool) -> Conflict | None:
    """The conflict of a period with those entered, or None."""
    last = period.last
    for one in entered:
        end = one.end
        if one.start.agrees(period.first) and (last is None or end is None or end.agrees(last)):
            return None
    last_year = last.year if last is not None else period.first.year
    same_years = any(one.start.year == period.first.year and one.last_year == last_year for one in entered)
    inside = any(one.start.year <= period.first.year and last_year <= one.last_year for one in entered)
    if same_years:
        return _conflict(
            doc, ConflictKind.SERVICE, Certainty.LOW, period.start, period.end,
            "The years of service agree with the facts of the case; month or day does not.",
            "Please check the dates of service against the DD Form 214.",
        )  # fmt: skip
    if inside and part:
        return None
    said = f"{period.first.year} to {last.year}" if last is not None else f"{period.first.year} on"
    certainty = Certainty.FAIR if inside or last is None else Certainty.HIGH
    return _conflict(
        doc, ConflictKind.SERVICE, certainty, period.start, period.end,
        f"The letter gives service from {said}; the facts of the case give {_years(entered)}.",
        "Which record are the dates of service taken from? Please correct them, or say what they are.",
    )  # fmt: skip


def _edge(doc: Document, written: Written, entered: tuple[ServicePeriod, ...], *, begins: bool) -> Conflict | None:
    """The conflict of a first or last day of service with the facts."""
    if written.value is None:
        return None
    known = [one.start if begins else one.end for one in entered]
    if any(one is None or one.year == written.value.year for one in known):
        return None
    what = "began" if begins else "ended"
    return _conflict(
        doc, ConflictKind.SERVICE, Certainty.HIGH, written.start, written.end,
        f"The letter says that service {what} in {written.value.year}; the facts of the case give {_years(entered)}.",
        "Please check the dates of service against the DD Form 214.",
    )  # fmt: skip


def _events(
    doc: Document, sentence: Sentence, low: str, entered: tuple[ServicePeriod, ...], dates: Dates
) -> Iterator[Conflict]:
    """Events that the letter puts into service at a time outside of it."""
    seen: set[int] = set()
    for pattern in _EVENT:
        for match in pattern.finditer(low):
            written = _written(sentence, match, dates)
            if written.value is None or written.start in seen or _in_service(written.value, entered):
                continue
            seen.add(written.start)
            yield _conflict(
                doc, ConflictKind.SERVICE, Certainty.HIGH, sentence.start + match.start(), sentence.start + match.end(),
                f"The letter puts an event of {written.value.year} into service; the facts of the case give "
                f"{_years(entered)}.",
                "Please check the date of the event, and name the record or statement it is taken from.",
            )  # fmt: skip


def _in_service(value: PartialDate, entered: tuple[ServicePeriod, ...]) -> bool:
    return any(one.start.year <= value.year <= one.last_year for one in entered)


def _years(entered: tuple[ServicePeriod, ...]) -> str:
    return " and ".join(f"{one.start.year} to {one.end.year if one.end else 'now'}" for one in entered)


# --- branch -----------------------------------------------------------------------------------------------------


def _branch(doc: Document, entered: tuple[Branch, ...]) -> Iterator[Conflict]:
    """A branch that was not entered, where the letter names none that was."""
    known = {one.value for one in entered}
    named = {
        _ALSO_CALLED.get(match.group(), match.group())
        for sentence in doc.sentences
        if not _ANOTHERS_SERVICE.search(doc.of(sentence))
        for match in _ANY_BRANCH.finditer(doc.of(sentence))
    }
    if named & known:
        return
    for sentence, low in _about_the_veteran(doc):
        match = _BRANCH.search(low)
        if match is None:
            continue
        branch = _ALSO_CALLED.get(match.group("a") or "", match.group("a") or match.group("b"))
        certainty = Certainty.FAIR if match.group("part") else Certainty.HIGH
        yield _conflict(
            doc, ConflictKind.BRANCH, certainty, sentence.start + match.start(), sentence.start + match.end(),
            f"The letter gives service in the {branch}; the facts of the case give {', '.join(sorted(known))}.",
            "In which branch did the veteran serve?",
        )  # fmt: skip
        return


# --- age --------------------------------------------------------------------------------------------------------


def _age(doc: Document, born: int, dates: Dates) -> Iterator[Conflict]:
    letter = dates.of_letter()
    for sentence, low in _about_the_veteran(doc):
        for match in _BORN.finditer(low):
            written = _written(sentence, match, dates)
            if written.value is not None and written.value.year != born:
                yield _aged(
                    doc, sentence, match, Certainty.HIGH,
                    f"The letter gives {written.value.year} as year of birth; the facts of the case give {born}.",
                )  # fmt: skip
        if letter is not None and letter.value is not None:
            for match in _AGE_NOW.finditer(low):
                age = int(match.group("a") or match.group("b") or match.group("c"))
                if letter.value.year - age - born not in (0, 1):
                    yield _aged(
                        doc, sentence, match, Certainty.HIGH,
                        f"The letter of {letter.value.year} gives the age as {age}; born in {born}, it would be "
                        f"{letter.value.year - born - 1} or {letter.value.year - born}.",
                    )  # fmt: skip
        yield from _ages_at_events(doc, sentence, low, born, dates)


def _ages_at_events(doc: Document, sentence: Sentence, low: str, born: int, dates: Dates) -> Iterator[Conflict]:
    """ "Enlisted at age 19 in 1968": the age against the year of the same clause."""
    for match in _AGE_THEN.finditer(low):
        start = max(low.rfind(mark, 0, match.start()) for mark in (";", ".", ", and ")) + 1
        stops = [at for mark in (";", ". ", ", and ", ", but ") if (at := low.find(mark, match.end())) > 0]
        end = min([*stops, len(low)])
        written = [one for one in dates.within(sentence.start + start, sentence.start + end) if one.value is not None]
        if len(written) != 1 or written[0].value is None:
            continue
        year, age = written[0].value.year, int(match.group("age"))
        off = min(abs(year - born - age), abs(year - born - 1 - age))
        if off >= _SLACK:
            yield _aged(
                doc, sentence, match, Certainty.HIGH if off >= _WIDE else Certainty.FAIR,
                f"The letter gives the age of {age} for {year}; born in {born}, it would be {year - born - 1} or "
                f"{year - born}.",
            )  # fmt: skip


def _aged(doc: Document, sentence: Sentence, match: re.Match[str], certainty: Certainty, told: str) -> Conflict:
    return _conflict(
        doc, ConflictKind.AGE, certainty, sentence.start + match.start(), sentence.start + match.end(), told,
        "Please check the age and the date; is the letter about this veteran?",
    )  # fmt: skip


def _conflict(
    doc: Document, kind: ConflictKind, certainty: Certainty, start: int, end: int, sentence: str, ask: str
) -> Conflict:
    return Conflict(
        kind=kind, certainty=certainty, sentence=sentence, ask=ask, evidence=(doc.reading.evidence(start, end),)
    )
