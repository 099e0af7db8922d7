"""Which date is the date of what: entry, event, separation, onset, first record, diagnosis, by the words beside it.

A cue counts for the date it stands nearest to, before it, or behind it where the date opens its clause ("In March 2004
he fell"). Dates of relatives, of studies, of decisions and of care that only went on are not taken for the patient's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nexus_desktop.models.certainty import Certainty
from nexus_desktop.models.derived_facts import EventKind
from nexus_desktop.security.derived_dates import DayMention, sentences
from nexus_desktop.security.detectors.base import compiled
from nexus_desktop.security.letter_view import LetterView

_FORCE = r"(?:(?:the|our)~)?(?:U\.?~?S\.?~|United~States~)?(?:Army|Navy|Naval|Air~Force|Marines?(?:~Corps)?|Coast~Guard|Space~Force|military|service|armed~forces|USMC|USAF|USN|USCG|USA)\b"  # noqa: E501
_CUES: Final = {
    EventKind.ENTRY: compiled(
        rf"""\b(?<!re-)(?:enlist(?:ed|ing|ment)|inducted|induction|drafted|commissioned|accession
        |enter(?:ed|ing)~(?:active|into|on|{_FORCE})|entry~(?:into|on|to)~(?:active|duty|{_FORCE})
        |entrance~(?:exam\w*|physical)|entry~(?:exam\w*|physical)|MEPS|joined~{_FORCE}
        |(?:began|started)~(?:his~|her~)?(?:active|military|naval)~(?:duty|service)|entered~service)\b"""
    ),
    EventKind.SEPARATION: compiled(
        rf"""\b(?:(?:at|upon|on|since|after|his|her|the|from|until|military|service)~separation(?!~(?:from~(?:his
        |her)~(?:wife|husband|spouse)|of~the~joint))|separation~(?:date|from~(?:active|{_FORCE})|exam\w*|physical|audio\w+|questionnaire)
        |separat(?:ed|ing)(?!~from~(?:his|her)~(?:wife|husband|spouse))(?=[^.;]{{0,40}}\b(?:active|{_FORCE}|in|on|as)\b)
        |(?:honorabl[ey]|medically)~(?:discharged|separated|retired)|honorable~discharge
        |discharged?~(?:from~)?(?:active|{_FORCE})|(?:his|her)~discharge(?!~from~(?:the~)?(?:hospital|rehab|E))|released~from~active|REFRAD|retire(?:d|ment)~from~(?:active|{_FORCE})
        |(?:military|service)~retirement|left~(?:active|{_FORCE})|end~of~(?:active~|obligated~)?service|ETS|EAS
        |got~out~of~{_FORCE})\b"""
    ),
    EventKind.ONSET: compiled(
        r"""\b(?:onset|first~(?:noticed|experienced|felt|symptoms?|symptomatic|began|developed|appeared)
        |(?:began|started)~(?:to~(?:have|notice|experience|hear|feel|suffer|hurt)|having|noticing|experiencing|hearing
        |suffering|with)|(?:symptoms?|pain|complaints?|headaches?|migraines?|tinnitus|ringing|numbness|nightmares?
        |snoring|problems?|difficult(?:y|ies)|cough|hearing~loss|stiffness|swelling|tremors?|rash|dizziness|vertigo)
        ~(?:first~)?(?:began|started|appeared|developed|arose|dates?~(?:back~)?(?:to|from)|since)|developed
        |(?:has|have|had)~had~(?!none|no\b|any)[\w' ,-]{3,60}?~since)\b"""
    ),
    EventKind.FIRST_RECORD: compiled(
        r"""\b(?:first~(?:seen|treated|noted|documented|recorded|complain(?:ed|t)|reported|sought|presented|charted
        |evaluated|examined|visit|record(?:ed)?|entry|note|mention(?:ed)?|treatment|x-?rays?|evaluation
        |(?:private|civilian|post-?service|medical|VA|documented|recorded|clinical)~(?:visit|record|treatment|note|entry
        |evaluation|care|documentation))|initial(?:ly)?~(?:seen|visit|evaluat\w+|presentation|presented|treatment|treated
        |consultation)|earliest~(?:record|entry|note|documentation)|established~care)\b"""
    ),
    EventKind.DIAGNOSIS: compiled(
        r"""\b(?:diagnos(?:ed|is|es|tic~(?:polysomnogra\w+|sleep~study))|polysomnogra\w+|sleep~study|biopsy(?:-proven)?
        |was~found~to~have|confirmed~(?:by|on|with)~(?:biopsy|MRI|CT|imaging|polysomnogra\w+|X-?rays?))\b"""
    ),
    EventKind.EVENT: compiled(
        r"""\b(?:injur(?:ed|y|ies)|fell|fall|fallen|blast|explosion|explod\w+|IED|mortar|RPG|wounded|shot|struck|crash(?:ed)?
        |collision|roll-?over|accident|assault(?:ed)?|raped?|attacked|ambush(?:ed)?|firefight|thrown|landed|landing
        |(?:hard|bad|parachute)~(?:landing|jump)|twisted|tore|torn|fractured?|sprain(?:ed)?|strain(?:ed)?|dislocat\w+
        |concuss\w+|knocked~(?:out|unconscious)|lost~consciousness|exposed|exposure|burn(?:s|ed)|frostbite|bitten
        |hospitali[sz]ed|sick~call|(?<!first[ \x1f])(?:treated|seen)~for|complain(?:ed|ts?)~of|profile
        |limited~duty|light~duty)\b"""
    ),
}
_SERVICE_CUE = compiled(
    rf"""\b(?:active~duty|active~service|dates?~of~service|period~of~service|military~service|naval~service
    |service~(?:dates?|period)|(?:served|service|serving|enlisted|tour)(?:~on~active~duty)?~(?:in|with)~{_FORCE}
    |(?:he|she|and|who|veteran|[A-Z][\w'-]+)~served(?=~(?:from|between)\b)|DD-?~?(?:Form~)?214
    |was~an?~(?:soldier|marine|sailor|airman|paratrooper|coast~guardsman))\b"""
)
_ENDS_SERVICE = compiled(r"\b(?:honorabl[ey]|separated|discharged)\b[^.;\n]{0,40}\b(?:service|discharged?|duty|ETS)\b")
_RANGE = re.compile(r"^\s*(?:to|through|thru|until|till|up to|-|–|—|and)\s*(?:about|the)?\s*$", re.IGNORECASE)
_NOT_ACTIVE = compiled(r"\b(?:reserves?|reservist|national~guard|inactive|ROTC|IRR|drill(?:ing)?|civilian|academy)\b")
_PLACED = compiled(r"\b(?:deployed|deployments?|stationed|tours?|mobili[sz]ed|theater|assigned|aboard)\b")
_UNTIL = re.compile(r"\b(?:until|till|through)\s*(?:about\s*)?$", re.IGNORECASE)
_SERVED = compiled(r"\b(?:served|active~duty|service~(?:in|with))\b")
_OPENS_CLAUSE = re.compile(
    r"(?:^|[\n,;:(|*•]|\b(?:and|but|that|when|where|while|then|again|later|next))\s*"
    r"(?:(?:then|later|again|next|that|it was|was)\s+)?(?:on the (?:night|morning|evening|afternoon|day) of\s+)?"
    r"(?:(?:in|on|by|as of|around|about|during|dated?|effective|at|since)\s+)?(?:(?:about|early|late|mid|the)[\s-]+)?$",
    re.IGNORECASE,
)
_RELATIVE = compiled(
    r"""\b(?:mother|father|brother|sister|son|daughter|wife|husband|spouse|uncle|aunt|cousin|grand\w+|parents?|friend
    |roommate|neighbou?r|(?:family|sibling)~(?:history|member))\b"""
)
_OTHERS = compiled(
    r"""\b(?:stud(?:y|ies)|cohort|trial|review|journal|literature|article|published|et~al|participants|regulation|statute
    |act~of|amended|decision|rating|denied|denial|granted|grant|claim~(?:was~)?filed|filed|appeal|board|docket|remand
    |report~of~(?:contact|information)|withdrawn|excluded|ruled~out|vaccin\w+|notes|records|files|licensed?|licensure|graduated|residency|fellowship|certified
    |board-?certified|medical~school|practi[cs]ed?|trained)\b"""
)
_NEGATED = compiled(r"\b(?:no|not|never|denie[sd]|without|neither|nor|wasn't|didn't|rule(?:d)?~out)\b")
_SERVING = compiled(
    rf"""\b(?:in~service|active~duty|deploy\w+|stationed|while~serving|during~(?:his~|her~)?(?:\w+~)?service|{_FORCE}
    |Iraq|Afghanistan|Viet-?nam|Kuwait|Korea|Somalia|Germany|Okinawa|basic~training|boot~camp|airborne|convoy|combat|patrol|STRs?|service~treatment|sick~call|aboard|flight~line|MOS
    |battalion|company|squadron|platoon|barracks|fort|camp|base|FOB|exercise|field|range|ship)\b"""
)
_BESIDE = compiled(
    rf"""[\s,:(–-]*(?:(?:dated?|exam\w*|physical|audiogram|audiometry|questionnaire|from|the|his|her|was|is|on|in|of|at
    |effective|about|around|approximately|active|duty|service|status|with~an?|as|{_FORCE}|documents?|papers
    |in~the~(?:grade|rank)~of)\b[\s,:(–-]*){{0,8}}$"""
)
_BY_A_TEST = compiled(
    r"\b(?:exam\w*|physical|audio\w+|questionnaire|MEPS|polysomnogra\w+|sleep~study|biops\w+|found~to~have|confirmed)\b"
)
_BOUNDS: Final = (EventKind.ENTRY, EventKind.SEPARATION)
NEAR, REACH, BEHIND = 60, 130, 90  # characters


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """What happened, and when."""

    kind: EventKind
    when: DayMention
    certainty: Certainty

    @property
    def days(self) -> tuple[int, int]:
        return self.when.first, self.when.last


def events(view: LetterView, dates: list[DayMention]) -> list[DatedEvent]:
    """Every date whose meaning the words beside it tell, in the order of the letter."""
    found = [DatedEvent(EventKind.BIRTH, one, Certainty.HIGH) for one in dates if one.born]
    rest = [one for one in dates if not one.born]
    at = 0
    for start, end in sentences(view):
        while at < len(rest) and rest[at].start < start:
            at += 1
        inside = []
        while at < len(rest) and rest[at].start < end:
            inside.append(rest[at])
            at += 1
        if inside:
            found += _of_sentence(view, start, end, inside)
    return _in_service(view, found)


def _of_sentence(view: LetterView, start: int, end: int, dates: list[DayMention]) -> Iterator[DatedEvent]:
    number = 0
    while number < len(dates):
        one = dates[number]
        following = dates[number + 1] if number + 1 < len(dates) else None
        before = view[max(start, one.start - REACH) : one.start]
        if following is not None and _RANGE.match(view[one.end : following.start]):
            if _is_service(before) or _ENDS_SERVICE.search(view[following.end : min(end, following.end + BEHIND)]):
                yield DatedEvent(EventKind.ENTRY, one, _sure(one, 0))
                yield DatedEvent(EventKind.SEPARATION, following, _sure(following, 0))
            number += 2
            continue
        left = dates[number - 1].end if number else start
        right = following.start if following is not None else end
        event = _single(view, one, max(left, one.start - REACH), min(right, one.end + BEHIND))
        if event is not None:
            yield event
        number += 1


def _is_service(before: str) -> bool:
    """Whether a range of dates behind these words is a period of active service as a whole."""
    cue = _last(_SERVICE_CUE, before)
    return cue is not None and not _PLACED.search(before, cue.end()) and not _NOT_ACTIVE.search(before)


def _single(view: LetterView, one: DayMention, left: int, right: int) -> DatedEvent | None:
    before, after = view[left : one.start], view[one.end : right]
    if _UNTIL.search(before) and _SERVED.search(before) and not _NOT_ACTIVE.search(before):
        return DatedEvent(EventKind.SEPARATION, one, Certainty.FAIR)
    opens = bool(_OPENS_CLAUSE.search(before))
    best: tuple[int, DatedEvent] | None = None
    for kind, cue in _CUES.items():
        for cost, distance, told in _readings(kind, cue, before, after, opens=opens):
            if cost <= REACH and (best is None or cost < best[0]):
                sure = max(
                    _sure(one, distance), Certainty.FAIR if _BY_A_TEST.search(told) else Certainty.HIGH, key=_RANK
                )
                best = (cost, DatedEvent(kind, one, sure))
    return best[1] if best is not None else None


def _readings(
    kind: EventKind, cue: re.Pattern[str], before: str, after: str, *, opens: bool
) -> Iterator[tuple[int, int, str]]:
    """Cost, distance and words of the cues before a date and, where the date opens its clause, behind it."""
    ahead = _last(cue, before)
    if ahead is not None and _is_of_patient(before, ahead, before[ahead.end() :]):
        gap = before[ahead.end() :]
        if kind not in _BOUNDS or _BESIDE.match(gap):  # what bounds service has to stand right beside its date
            yield len(gap) + (NEAR if opens else 0), len(gap), before[ahead.start() :]
    behind = cue.search(after) if opens else None
    if behind is not None and _is_of_patient(after, behind, after[: behind.start()]):
        gap = after[: behind.start()]
        if kind not in _BOUNDS or len(gap) <= NEAR // 2:
            yield len(gap), len(gap), after[: behind.end()]


def _is_of_patient(text: str, cue: re.Match[str], gap: str) -> bool:
    """Whether a cue is affirmed, and neither it nor what stands between it and its date is about someone else."""
    nearby = text[max(0, cue.start() - 40) : cue.start()]
    if _NEGATED.search(text, max(0, cue.start() - 25), cue.end()) or _RELATIVE.search(nearby):
        return False
    return not _RELATIVE.search(gap) and not _OTHERS.search(gap)


_RANK: Final = list(Certainty).index


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _sure(one: DayMention, distance: int) -> Certainty:
    if one.exact and distance <= NEAR:
        return Certainty.HIGH
    return Certainty.FAIR if one.exact or distance <= NEAR else Certainty.LOW


def _in_service(view: LetterView, found: list[DatedEvent]) -> list[DatedEvent]:
    """Only events that fall into service, or that the words around them place there."""
    entries = [one.days for one in found if one.kind is EventKind.ENTRY]
    exits = [one.days for one in found if one.kind is EventKind.SEPARATION]
    first = min((days[0] for days in entries), default=None)
    last = max((days[1] for days in exits), default=None)
    kept = []
    for one in found:
        if one.kind is EventKind.EVENT:
            outside = (first is not None and one.days[1] < first) or (last is not None and one.days[0] > last)
            around = view[max(0, one.when.start - REACH) : one.when.end + REACH]
            if outside or not ((first is not None and last is not None) or _SERVING.search(around)):
                continue
        kept.append(one)
    return kept
