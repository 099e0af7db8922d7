"""What the opinion rests on: an event or exposure in service, qualifying service, or a service-connected disability."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric import conditions, derived, qualifying_service
from nexus_desktop.analysis.rubric.causes import ANCHOR, Cause, anchors
from nexus_desktop.analysis.rubric.elements_literature import NAMED
from nexus_desktop.analysis.rubric.event_words import CIVILIAN, DETAIL, EVENT, SERVED
from nexus_desktop.analysis.rubric.governing import Position
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.analysis.rubric.qualifying_service import WHEN, within
from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import Document, Sentence
from nexus_desktop.models.analysis_models import Certainty, Polarity, Theory
from nexus_desktop.models.derived_facts import Answer, DerivedFacts

_GENERAL_ONLY: Final = re.compile(
    r"\b(?:his|her|the|their) (?:time in (?:the )?)?(?:military )?(?:service|military|army|navy|duties)\b"
)
_SOURCE: Final = re.compile(
    r"\b(?:strs?|service (?:treatment|medical|personnel) records?|records?|dd ?-?(?:form )?214"
    r"|personnel file|orders|sick call|note|entries|entry|logs?|clinic|report|separation (?:exam\w*"
    r"|physical)|enlistment|profile|medical card|statements?|buddy|wife|husband|rating decision|code sheet"
    r"|claims file|c-?file|documented|recorded|concede[ds]?|conceded|registry|(?:discharge|separation|service"
    r"|personnel) papers?|flight records|he (?:states|reports|tells"
    r"|told)|she (?:states|reports|tells|told)|per (?:him|her|the veteran))\b"
)
_SIGN: Final = re.compile(
    r"\b(?:pain\w*|rash|stiff\w*|swell\w*|swollen|fever|snor\w+|chok\w+|cough\w*|wheez\w*|fatigue|numb\w*"
    r"|tingl\w*|headaches?|dizz\w+"
    r"|bleed\w*|blood|vomit\w*|diarrh\w+|tremor|weak\w*|ringing|insomnia|nightmares|depress\w+|anxi\w+|elevated"
    r"|positive|abnormal|raised"
    r"|leukopenia|anemia|protein\w*|stop-bang)\b"
)
_IN_A_LIST: Final = re.compile(
    r"\W*(?:\[date \d+(?:, ?\d{4})?\]|\d{1,2} \w{3,9} \d{4}|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})\s"
)
"""An entry of a list of records by date."""
_LAY: Final = re.compile(
    r"\b(?:he|she|mr\.? \S+|ms\.? \S+|veteran|patient|\[patient\]|claimant) (?:also |further |has "
    r"|had )?(?:gives? it|states?|reports?|tells?|told|says|claims|believes|feels|thinks|recalls)\b"
)
_ANCHOR_DOUBT: Final = re.compile(
    r"\b(?:pls|please) (?:confirm|check|verify)|\bconfirm w/|\?\)|\bnot (?:yet |currently |itself "
    r"|presently )?service[- ]connected|\bpending\b|\bif (?:it is |service connection is )?(?:granted"
    r"|established|service)|\bnon-?service[- ]connected|\bseeking service connection for (?:his"
    r"|her) (?:\w+ )?(?:primary|underlying)|\bdenied service connection"
)
GRANTED: Final = re.compile(
    r"\bgrant(?:ed|ing|s)? (?:\w+ ){0,4}?(?:service connection|ptsd|for)|\bservice connection (?:is|was"
    r"|has been|had been) (?:granted|established|in effect)|\brated (?:at )?\d+ ?(?:%|percent)|\b\d+ ?(?:%"
    r"|percent) (?:for|rating|disabled)|\bdisability rating\b|\balready (?:rated|service)"
    r"|\bfor which (?:the )?va (?:\w+ )?(?:pays|compensates|rates|rated|awarded)\b|\bva (?:has "
    r"|had )?(?:already |since |now "
    r"|long )?(?:recogni[sz]ed|granted|accepted|conceded|service[- ]connected|rates|rated|compensates|pays)\b"
    r"(?! (?:no\b|nothing|not\b|only that|that|it as not))|\baward(?:ed)? service connection"
    r"|\b(?:award|benefits?) letter\b(?![^.;]{0,160}\bden(?:y|ied|ial))[^.;]{0,160}?\b\d0 ?(?:%|percent)"
)
_PREEXISTING: Final = re.compile(
    r"\bpre-?exist\w+|\bexisted (?:prior|before)|\bnoted (?:on|at|upon) (?:\w+ ){0,3}?(?:entry|entrance"
    r"|enlistment|induction|accession|examination)|\b(?:entrance|enlistment|entry|induction"
    r"|accession) (?:exam\w*|physical)[^.]{0,60}\b(?:not(?:es?|ed)|lists?|shows?|records?|mentions?"
    r"|describes?|documents?|already)\b|\bchildhood \w+|\bbefore (?:he|she|entering|enlist\w+|joining"
    r"|the) (?:\w+ )?(?:service|army|navy|enlisted|entered|joined|military)|\bwaiver\b"
)
PLAIN: Final = conditions.words(
    "caused likely cause condition veteran patient opinion which there their would could about after before during "
    "years since other today present current disease medical result related being because these those that this "
    "with from have were been service military army navy active duty what when into than more most some "
    "such they them then least"
)
CONTENT: Final = re.compile(r"[a-z]{4,}|\b(?:19|20)\d\d\b")
NOT_FACTS: Final = frozenset({Section.QUESTION, Section.ISSUE, Section.RECORDS, Section.AUTHOR, Section.CLOSING})


@dataclass(frozen=True, slots=True)
class Ground:
    """What the opinion stands on. ``kind``: event, anchor, preexisting or qualifying."""

    present: bool
    kind: str
    specific: bool
    sourced: bool
    status_stated: bool = True  # of an anchor: that it is service connected
    doubtful: tuple[Span, ...] = ()


def ground(doc: Document, position: Position, theory: Theory, facts: DerivedFacts) -> Seen[Ground]:
    """The event, exposure or condition that the theory needs."""
    if theory is Theory.PRESUMPTIVE:
        return _qualifying(doc, position, facts)
    if theory in (Theory.SECONDARY, Theory.AGGRAVATION):
        anchor = _anchor(doc, position)
        if theory is Theory.SECONDARY or (anchor.value.present and anchor.certainty is not Certainty.LOW):
            return anchor
        before = _preexisting(doc)
        return before if before.value.present else anchor if anchor.value.present else _event(doc, position)
    found = _event(doc, position)
    if found.value.present or not _by_an_anchor(doc, position):
        return found
    anchor = _anchor(doc, position)
    return anchor if anchor.value.present and anchor.certainty is not Certainty.LOW else found


def _by_an_anchor(doc: Document, position: Position) -> bool:
    """Whether the opinion puts the condition down to another one, by name or by "it", and to nothing in service."""
    one = position.governing
    if one is None or one.claim.object is not Cause.SERVICE:
        return one is None or one.claim.object in (Cause.CONDITION, Cause.UNKNOWN)
    cause = doc.low[one.start + one.claim.source[0] : one.start + one.claim.source[1]]
    known = anchors(doc.low)
    return any(conditions.key(cause[each.start : each.end]) in known for each in conditions.find(cause))


def _event(doc: Document, position: Position) -> Seen[Ground]:
    """An injury, illness, duty or exposure in service, with the detail that makes it one that can be found."""
    full: list[Span] = []
    told: list[Span] = []
    loose: list[Span] = []
    sourced = False
    serving = position.governing is not None and len(SERVED.findall(doc.low)) >= 2
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if sentence.section in NOT_FACTS or not EVENT.search(low) or NAMED.search(low) or doc.quoted(sentence):
            continue
        around = paragraph(doc, sentence)
        if not SERVED.search(around) and not (serving and DETAIL.search(low) and not CIVILIAN.search(low)):
            continue
        span = (sentence.start, sentence.end)
        close = near(doc, span)
        told_before = SERVED.search(close) and DETAIL.search(close) and not CIVILIAN.search(close)
        if not (SERVED.search(low) or DETAIL.search(low) or told_before):
            loose.append(span)
        elif _LAY.search(low):
            told.append(span)
        else:
            full.append(span)
        sourced = sourced or bool(_SOURCE.search(low))
    full += [span for span in _told_of(doc, position) if span not in full and span not in told]
    detailed = [span for span in (*full, *told) if DETAIL.search(near(doc, span))]
    signs = _signs_in_service(doc, position) if not detailed else []
    full, detailed = [*full, *signs], [*detailed, *signs]
    committed = position.governing is not None
    if any(span in full for span in detailed) or (detailed and committed):
        return Seen(
            Ground(True, "event", len(detailed) > 1, sourced),
            Certainty.HIGH if len(detailed) > 1 else Certainty.FAIR,
            _plainest(doc, detailed, told, position),
        )
    if full or (told and committed):
        return Seen(
            Ground(False, "event", specific=False, sourced=sourced),
            Certainty.FAIR,
            (*full, *told)[:2],
            "Service is referred to in general terms only.",
        )
    return Seen(
        Ground(False, "event", specific=False, sourced=False),
        Certainty.FAIR,
        (*told, *loose)[:2],
        "No event, injury or exposure in service is described.",
    )


def _signs_in_service(doc: Document, position: Position) -> list[Span]:
    """Where signs of a disease said to have begun in service are told of with their day or year."""
    one = position.governing
    if one is None or one.claim.kind is not LinkKind.ONSET or one.claim.object is not Cause.SERVICE:
        return []
    found = []
    for number, sentence in enumerate(doc.sentences):
        low = doc.of(sentence)
        if sentence.section in NOT_FACTS or within(sentence, one):
            continue
        if not _SIGN.search(low) or not WHEN.search(low) or CIVILIAN.search(low):
            continue
        around = " ".join(doc.of(other) for other in doc.sentences[max(0, number - 2) : number + 2])
        if SERVED.search(around) or _IN_A_LIST.match(low):
            found.append((sentence.start, sentence.end))
    return found[:3]


def _told_of(doc: Document, position: Position) -> list[Span]:
    """Where the cause that the opinion itself names ("the blow to the kneecap in 2004") is told of in service."""
    one = position.governing
    if one is None or one.claim.object is not Cause.SERVICE or one.claim.source[1] <= one.claim.source[0]:
        return []
    named = doc.low[one.start + one.claim.source[0] : one.start + one.claim.source[1]]
    words = {word for word in CONTENT.findall(named) if word not in PLAIN}
    found = []
    for sentence in doc.sentences:
        if sentence.section in NOT_FACTS or within(sentence, one):
            continue
        low = doc.of(sentence)
        told = SERVED.search(low) or (DETAIL.search(low) and SERVED.search(paragraph(doc, sentence)))
        if told and not doc.quoted(sentence) and not CIVILIAN.search(low) and any(word in low for word in words):
            found.append((sentence.start, sentence.end))
    return found[:3]


def _plainest(doc: Document, detailed: list[Span], told: list[Span], position: Position) -> tuple[Span, ...]:
    """The three plainest statements: dated facts before what was only told, and before the opinion itself."""
    opinion = position.governing

    history = {
        (one.start, one.end)
        for one in doc.sentences
        if one.section in (Section.HISTORY, Section.OTHER, Section.EXAMINATION)
    }

    def rank(span: Span) -> tuple[bool, bool, bool, bool, int]:
        concluding = opinion is not None and span[0] < opinion.end and opinion.start < span[1]
        return concluding, span in told, span not in history, not WHEN.search(doc.low, *span), span[0]

    return tuple(sorted(detailed, key=rank)[:3])


def _anchor(doc: Document, position: Position) -> Seen[Ground]:
    """The service-connected disability that a secondary theory stands on."""
    stated: list[Span] = []
    doubtful: list[Span] = []
    granted: list[Span] = []
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if ANCHOR.search(low) or GRANTED.search(low):
            span = (sentence.start, sentence.end)
            if _ANCHOR_DOUBT.search(doc.reading.low[sentence.start : sentence.end]):
                doubtful.append(span)
            elif GRANTED.search(low):
                granted.append(span)
            else:
                stated.append(span)
    where = (*granted, *stated)
    if doubtful:
        return Seen(
            Ground(False, "anchor", specific=False, sourced=False, status_stated=False, doubtful=tuple(doubtful)),
            Certainty.HIGH,
            tuple(doubtful),
            "Whether the primary condition is service connected is left open.",
        )
    if where:
        return Seen(Ground(True, "anchor", specific=True, sourced=bool(granted)), Certainty.HIGH, where[:3])
    one = position.governing
    named = one is not None and len(doc.named(one.start, one.end)) > 1
    note = "The service-connected status of the primary condition is not stated."
    return Seen(
        Ground(named, "anchor", specific=False, sourced=False, status_stated=False),
        Certainty.LOW,
        ((one.start, one.end),) if one and named else (),
        note,
    )


def _preexisting(doc: Document) -> Seen[Ground]:
    where = [
        (sentence.start, sentence.end)
        for sentence in doc.sentences
        if _PREEXISTING.search(doc.of(sentence)) and sentence.section is not Section.QUESTION
    ]
    sourced = any(_SOURCE.search(doc.low[start:end]) for start, end in where)
    return Seen(
        Ground(bool(where), "preexisting", len(where) > 1, sourced),
        Certainty.HIGH if where else Certainty.FAIR,
        tuple(where[:3]),
    )


def _qualifying(doc: Document, position: Position, facts: DerivedFacts) -> Seen[Ground]:
    """Service at a place and time that the presumption asks for."""
    full, some = qualifying_service.named(doc, position)
    denied = qualifying_service.denied(doc)
    against = position.governing is not None and position.governing.claim.polarity is Polarity.UNFAVORABLE
    if denied and against:
        return Seen(
            Ground(False, "qualifying", specific=False, sourced=True),
            Certainty.HIGH,
            tuple(denied[:2]),
            "The author denies the service or exposure that the presumption asks for.",
        )
    if derived.outside_of_period(facts):
        return Seen(
            Ground(False, "qualifying", specific=False, sourced=False),
            Certainty.LOW,
            tuple((*full, *some)[:2]),
            "The listed place is named with dates outside of the period the law gives for it.",
        )
    if full:
        sourced = any(_SOURCE.search(near(doc, span)) for span in full)
        return Seen(Ground(True, "qualifying", specific=True, sourced=sourced), Certainty.HIGH, tuple(full[:3]))
    listed = derived.listed_service(facts)
    if listed is not None and not qualifying_service.supposed(doc, derived.places(doc, listed.tags)):
        where = derived.places(doc, listed.tags) or tuple(some)
        specific = listed.in_period is Answer.YES
        sourced = any(_SOURCE.search(near(doc, span)) for span in where)
        return Seen(Ground(True, "qualifying", specific=specific, sourced=sourced), listed.certainty, where[:3])
    event = _event(doc, position)
    any_service = qualifying_service.dated(doc)
    if any_service:
        return Seen(Ground(True, "qualifying", specific=True, sourced=True), Certainty.FAIR, any_service[:2])
    if some and event.value.present:
        return Seen(
            Ground(True, "qualifying", specific=False, sourced=event.value.sourced),
            Certainty.FAIR,
            (*some, *event.where)[:3],
        )
    return Seen(
        Ground(False, "qualifying", specific=False, sourced=False),
        Certainty.FAIR,
        tuple(some[:2]),
        "Place and time of the qualifying service are not given.",
    )


def paragraph(doc: Document, sentence: Sentence) -> str:
    """What stands around a sentence in its paragraph, in small letters."""
    line = doc.lines[sentence.line]
    return doc.low[max(line.start, sentence.start - 600) : min(line.end, sentence.end + 300)]


def near(doc: Document, span: Span) -> str:
    """A passage with the sentence before it in the same line."""
    begin = doc.low.rfind("\n", 0, span[0]) + 1
    return doc.low[max(begin, span[0] - 220) : span[1]]
