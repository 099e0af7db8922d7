"""Whether the facts an opinion rests on are true by the letter itself: contradictions inside it (SC4, gate G4).

Only what the letter's own words show is called a contradiction. What merely looks odd is a question, never a gate.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import islice
from typing import Final

from nexus_desktop.analysis.rubric import conditions
from nexus_desktop.analysis.rubric.governing import Position
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.analysis_models import Certainty, Polarity


class Contradiction(StrEnum):
    """Which fact the letter contradicts; ``NONE`` is false."""

    NONE = ""
    SERVICE = "service"  # the service itself is not what the history says
    INJURY = "injury"  # another injury is denied and told
    SIDE = "side"
    TIME = "time"  # the event stands outside of the years served
    PAPERS = "papers"  # the service papers are of another service than the history
    CASE = "case"  # the facts of the case that the attorney entered


_CLAIMS_ABROAD: Final = re.compile(
    r"\b(?:combat|shot down|shot at|vietnam|iraq|afghanistan|somalia|kuwait|panama|grenada|overseas"
    r"|deployed|firefight|ambush|prisoner of war|special forces|ranger|navy seal|jungle)\b"
)
_DENIES_ABROAD: Final = re.compile(
    r"\bno (?:foreign|overseas|sea|combat) (?:service|duty|deployment|tours?)\b"
    r"|\bno (?:record of )?(?:deployment|combat)\b|\bnever deployed\b|\bstateside (?:service )?only\b"
    r"|\bserved only (?:in|at) (?:the )?(?:states|conus|united states)"
)
_AIRBORNE: Final = re.compile(r"\b(?:paratroop\w*|parachut\w+|static[- ]line|airborne|jump(?:ed|s|master)?)\b")
_NOT_AIRBORNE: Final = re.compile(
    r"\bno (?:\w+ )?(?:jump|parachut\w+|airborne) (?:badge|wings|status|school|training|rating|duty|qualification)\b"
)
_PAPER: Final = re.compile(
    r"\b(?:dd ?-?(?:form )?-?214|discharge (?:papers?|certificate)|separation (?:papers?|document)"
    r"|service record)\b[^.;\n]{0,40}?"
    r"\b(?:reads?|shows?|says?|gives?|lists?|has)\b(?P<what>[^.;\n]{4,160})"
)
_BRANCH: Final = re.compile(r"\b(?:army|navy|marine corps|marines?|air force|coast guard|space force)\b")
_SERVED_IN: Final = re.compile(
    r"\b(?:in|with|of) (?:the )?(?:u\.?s\.? |united states )?(?P<branch>army|navy|marine corps|marines|air force"
    r"|coast guard)"
    r"\b(?: \w+){0,3}? (?:from|between) (?:\w+ ){0,2}?(?P<first>(?:19|20)\d\d)\b"
)
_EXPLAINED_AWAY: Final = re.compile(
    r"\b(?:assume|assumed|believe|presume|suppose|guess)\b[^.]{0,40}\b(?:classified|lost|destroyed|wrong"
    r"|incorrect|in error|mistaken|sealed|secret)\b|\b(?:records?|dd ?-?214|file"
    r"|paperwork)\b[^.]{0,60}\b(?:must be|are|is|probably) (?:wrong|incorrect|mistaken|in error)\b"
)
_NO_OTHER: Final = re.compile(
    r"\b(?:no|never (?:had|suffered|sustained)(?: any)?|denies (?:any )?|without (?:any )?)\s*(?:other"
    r"|subsequent|further|later|post-?service|prior or subsequent|intervening"
    r"|previous) (?:\w+ ){0,3}?(?:injur\w+|accidents?|trauma|falls?|problems|head injur\w+|exposure)\b"
    r"|\bnever (?:been )?(?:injured|hurt) (?:again|since|otherwise)\b|\bonly (?:injury|accident) (?:he"
    r"|she) (?:has )?ever (?:had|suffered)\b|\bno injur\w+ (?:since|after|other than)"
)
_CIVILIAN_INJURY: Final = re.compile(
    r"\b(?:atv|motor ?cycle|dirt bike|car|auto(?:mobile)?|motor vehicle|truck|tractor|forklift|bicycle"
    r"|workers'? comp\w*|work(?:place)?|on the job|job ?site|construction|roof|ladder|warehouse|football"
    r"|rugby|ski\w*|rodeo|horse|slip and fall|mva|bar fight)\b[^.;]{0,70}\b(?:accident|injur\w+|rollover"
    r"|crash|collision|wreck|fracture[ds]?|fell|fall|broke|surgery|claim)\b"
    r"|\b(?:accident|injur\w+|rollover|crash|collision|wreck|fracture[ds]?|fell|fall|broke"
    r"|hurt)\b[^.;]{0,50}\b(?:atv|motor ?cycle|dirt bike|automobile|motor vehicle|tractor|forklift|bicycle"
    r"|at work|on the job|job ?site|construction|off (?:a|the) (?:roof|ladder)|warehouse|football|rodeo|mva"
    r"|playing)\b"
)
_NEGATED: Final = re.compile(r"\b(?:no|not|never|denies|denied|without|nor|n't)\b")
_IN_SERVICE: Final = re.compile(
    r"\b(?:in service|on active duty|in the (?:army|navy|marines|military|air force|coast guard)"
    r"|while (?:serving|stationed|deployed)|aboard|\[unit|\[station|deployment|motor pool|convoy|battalion"
    r"|battle)\b"
)
_ODD: Final = re.compile(
    r"\b(?:conflicts? with|inconsistent with|contradict(?:s|ed)|at odds with|does not match|do not match"
    r"|differs? from) (?:the |his |her |what )?(?:\w+ ){0,3}?(?:records?|dd|account|history|file|service"
    r"|statement|told|reports?)\b"
)
_EXAMINER: Final = re.compile(
    r"\bexaminer\b|\bva (?:exam|opinion|physician)|\bdr\. |\[provider|\bdenial\b|\brating decision\b"
    r"|\bc ?& ?p\b|\bboard\b"
)
_YEAR = r"(?:\w+ )?(?:\[date \d+, ?)?(?:the )?(?:\w+ ){0,2}?"
_YEARS_SERVED: Final = re.compile(
    r"\b(?:served|active duty|active service|service|enlisted|(?:army|navy|marine corps|marines|air force"
    r"|coast guard))\b"
    r"[^.;\n]{0,50}?\b(?:from )?"
    + _YEAR
    + r"(?P<first>(?:19|20)\d\d)\]?(?: to | until | through |\s?[-–]\s?)"
    + _YEAR
    + r"(?P<last>(?:19|20)\d\d)\b"
)
_IN_THE_YEAR: Final = re.compile(
    r"\b(?:in the (?:army|navy|marines?|marine corps|air force|coast guard|service|military)|on active duty"
    r"|while (?:serving|on"
    r" active duty|in uniform)|in service)\b(?: \w+){0,3}? (?:in|of|during) " + _YEAR + r"(?P<year>(?:19|20)\d\d)\b"
)
_FEW = 8  # statements of service, or of its papers, that are compared
_LONGEST = 45  # years of service
_TOURS = 3  # spans of years; more than these are no history of one person's service
_SIDE: Final = re.compile(r"\b(left|right)\b")
_SIDED: Final = frozenset({"knee", "shoulder", "hip", "ankle"})


def contradiction(doc: Document, position: Position) -> Seen[Contradiction]:
    """Whether the letter contradicts the facts its opinion needs. HIGH: it does; LOW: something to ask about."""
    one = position.governing
    favorable = one is not None and one.claim.polarity in (Polarity.FAVORABLE, Polarity.INCONCLUSIVE)
    if not favorable:
        return Seen(Contradiction.NONE)
    for finder in (_service, _another_service, _out_of_time, _other_injury):
        found = finder(doc)
        if found is not None:
            return found
    side = _other_side(doc, position)
    if side is not None:
        return side
    odd = next(
        (
            sentence
            for sentence in doc.sentences
            if _ODD.search(doc.of(sentence)) and not _EXAMINER.search(doc.of(sentence))
        ),
        None,
    )
    if odd is not None:
        return Seen(
            Contradiction.NONE,
            Certainty.LOW,
            ((odd.start, odd.end),),
            "The letter speaks of facts that do not agree; see whether the opinion depends on them.",
        )
    return Seen(Contradiction.NONE)


def _service(doc: Document) -> Seen[Contradiction] | None:
    """Combat or service abroad is claimed, and the service papers the letter describes show none."""
    denied = _first(doc, _DENIES_ABROAD)
    excused = _first(doc, _EXPLAINED_AWAY)
    claimed = next(
        (
            (s.start, s.end)
            for s in doc.sentences
            if _CLAIMS_ABROAD.search(doc.of(s)) and not _DENIES_ABROAD.search(doc.of(s))
        ),
        None,
    )
    if denied and claimed:
        return Seen(
            Contradiction.SERVICE,
            Certainty.HIGH,
            (claimed, denied, *((excused,) if excused else ())),
            "The history names combat or service abroad; the service papers described in the letter show none.",
        )
    if excused:
        return Seen(
            Contradiction.SERVICE,
            Certainty.FAIR,
            (excused,),
            "The letter explains away records that do not bear out its history.",
        )
    return None


def _another_service(doc: Document) -> Seen[Contradiction] | None:
    """The service papers the letter describes are of another branch and other years than the service it tells of, or
    show no jumps where it counts on them."""
    denied, jumped = _first(doc, _NOT_AIRBORNE), None
    if denied is not None:
        jumped = next(
            ((s.start, s.end) for s in doc.sentences if _AIRBORNE.search(_NOT_AIRBORNE.sub(" ", doc.of(s)))), None
        )
    if denied is not None and jumped is not None:
        return Seen(
            Contradiction.PAPERS,
            Certainty.HIGH,
            (jumped, denied),
            "The history counts on parachute jumps; the service papers described in the letter show none.",
        )
    history = list(islice(_SERVED_IN.finditer(doc.low), _FEW))
    for paper in islice(_PAPER.finditer(doc.low), _FEW):
        what = paper.group("what")
        shown, years = set(_BRANCH.findall(what)), [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", what)]
        for told in history:
            other = shown and told.group("branch") not in shown and not ("marine" in what and "marine" in told.group())
            if other and years and not min(years) <= int(told.group("first")) <= max(years):
                return Seen(
                    Contradiction.PAPERS,
                    Certainty.FAIR,
                    (told.span(), paper.span()),
                    "The service told of is of another branch and other years than the papers described in the letter.",
                )
    return None


def _out_of_time(doc: Document) -> Seen[Contradiction] | None:
    """An event put into service in a year that the letter itself puts outside of the years served."""
    years: list[tuple[int, int]] = []
    where: Span | None = None
    for sentence in doc.sentences:
        for match in _YEARS_SERVED.finditer(doc.of(sentence)):
            first, last = int(match.group("first")), int(match.group("last"))
            if 0 <= last - first <= _LONGEST:
                years.append((first, last))
                where = where or (sentence.start + match.start(), sentence.start + match.end())
    if where is None or len(years) > _TOURS:
        return None
    for sentence in doc.sentences:
        for match in _IN_THE_YEAR.finditer(doc.of(sentence)):
            year = int(match.group("year"))
            if not any(first - 1 <= year <= last + 1 for first, last in years):
                span = (sentence.start + match.start(), sentence.start + match.end())
                return Seen(
                    Contradiction.TIME,
                    Certainty.FAIR,
                    (where, span),
                    "The letter puts the event in service into a year outside of the years served.",
                )
    return None


def _other_injury(doc: Document) -> Seen[Contradiction] | None:
    """The letter says there was no other injury, and then names one outside of service."""
    denied = _first(doc, _NO_OTHER)
    if denied is None:
        return None
    for sentence in doc.sentences:
        low = doc.of(sentence)
        match = _CIVILIAN_INJURY.search(low)
        if match is None or (sentence.start, sentence.end) == denied or sentence.section is Section.QUESTION:
            continue
        if not _NEGATED.search(low[max(0, match.start() - 45) : match.end()]) and not _IN_SERVICE.search(low):
            return Seen(
                Contradiction.INJURY,
                Certainty.HIGH,
                (denied, (sentence.start, sentence.end)),
                "The letter says there was no other injury, and names one.",
            )
    return None


def _other_side(doc: Document, position: Position) -> Seen[Contradiction] | None:
    """The opinion names one side, and subject line and diagnosis name only the other."""
    one = position.governing
    if one is None or one.condition is None:
        return None
    stated = _SIDE.search(one.condition)
    joint = conditions.key(one.condition)
    if stated is None or joint not in _SIDED:
        return None
    sides: set[str] = set()
    where: Span | None = None
    for line in doc.lines:
        if line.section not in (Section.ISSUE, Section.DIAGNOSIS):
            continue
        low = doc.low[line.start : line.end]
        for match in re.finditer(rf"\b(left|right|bilateral|both) (?:\w+ ){{0,2}}?{joint}", low):
            sides.add(match.group(1))
            where = where or (line.start + match.start(), line.start + match.end())
    if where is not None and sides == {"left" if stated.group() == "right" else "right"}:
        return Seen(
            Contradiction.SIDE,
            Certainty.FAIR,
            (where, (one.start, one.end)),
            "The opinion is about one side, the diagnosis or subject line about the other.",
        )
    return None


def _first(doc: Document, pattern: re.Pattern[str]) -> Span | None:
    return next(((s.start, s.end) for s in doc.sentences if pattern.search(doc.of(s))), None)
