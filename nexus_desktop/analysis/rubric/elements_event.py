"""What the opinion rests on: an event or exposure in service, qualifying service, or a service-connected disability."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric import conditions, derived
from nexus_desktop.analysis.rubric.causes import ANCHOR, Cause, anchors
from nexus_desktop.analysis.rubric.elements_literature import NAMED
from nexus_desktop.analysis.rubric.event_words import CIVILIAN, DETAIL, EVENT, SERVED
from nexus_desktop.analysis.rubric.governing import Position
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.links import LinkKind
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
_QUALIFYING: Final = re.compile(
    r"\b(?:served|serving|service|stationed|deployed|deployments?|orders|dd ?-?(?:form )?214"
    r"|personnel (?:file|records?)|assigned|tours?|lived|duty|places?|postings?|location|was (?:in|at|present)"
    r"|participat\w+|flew|flown|(?:his|her) (?:being|time|days|weeks|months?|years?|stay) (?:on|in|at)"
    r"|(?:units?|where|theater)(?=\s{2}|\s?[:\t])"
    r"|crew(?:ed|man)?|loadmaster|maintained|air ?crew)\b"
)
_PLACE: Final = re.compile(
    r"\bvietnam\b|\biraq\b|\bafghanistan\b|\bsouthwest asia\b|\bgulf\b|\bkuwait\b|\bsaudi\b|\bqatar\b"
    r"|\bbahrain\b|\boman\b|\bemirates\b|\bdjibouti\b|\bsomalia\b|\bsyria\b|\bjordan\b|\begypt\b"
    r"|\buzbekistan\b|\byemen\b|\bthailand\b|\blaos\b|\bcambodia\b|\bguam\b|\bjohnston (?:atoll|island)\b"
    r"|\bkorea\w*\b|\bdmz\b|\blejeune\b|\bnew river\b|\[station \d+\]|\bda nang\b|\bsaigon\b|\blong binh\b"
    r"|\bbien hoa\b|\bchu lai\b|\bpleiku\b|\bcam ranh\b|\bbalad\b|\bbagram\b|\bkandahar\b|\bk2\b|\bkarshi\b"
    r"|\benewetak\b|\bpalomares\b|\bthule\b|\bc-123[a-z]?\b|\batmospheric (?:nuclear )?(?:test|detonation)"
    r"|\bnuclear (?:weapons? )?tests?\b|\bhiroshima\b|\bnagasaki\b|\bground zero\b|\bbikini\b|\bnevada test\b"
    r"|\bblue water\b|\boffshore\b"
)
_NOT_THERE: Final = re.compile(
    rf"\b(?:never|not)\b (?:[\w'-]+ ){{0,4}}?(?:{_PLACE.pattern})(?![^.;]{{0,20}}\b(?:until|till|before)\b)"
)
_ANY_SERVICE: Final = re.compile(
    r"3\.318|\bals\b|amyotrophic lateral sclerosis|3\.309 ?\(a\)|\bchronic disease|\bprisoner of war\b"
    r"|\bwithin (?:the )?(?:first )?(?:one|a|three|seven|[137]) years? (?:of|after|from|following) (?:his |her |the )?"
    r"(?:separation|discharge|release|leaving|service)"
)
_DATED_SERVICE: Final = re.compile(
    r"\b(?:active duty|active service|served|service)\b[^.]{0,80}?(?:\[date \d+|\b(?:19[3-9]\d|20[0-4]\d)\b)"
    r"|\b(?:dd ?-?(?:form )?-?214|discharge paper|orders)\b[^.]{0,60}?\b(?:active|continuous"
    r"|honorable)\b[^.]{0,30}?\bservice\b"
    r"[^.]{0,20}?\b(?:days|months|years)\b"
)
_WHEN: Final = re.compile(
    r"\[date \d+|\b(?:19[3-9]\d|20[0-4]\d)\b|'\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{2}\b|\b(?:\w+ )?(?:days|months|years)\b"
)
_NO_EXPOSURE: Final = re.compile(
    r"\b(?:was|were|is) not exposed\b|\bfewer than thirty\b|\bless than (?:thirty|30) days\b|\b(?:there is "
    r"|had |has )?no (?:service|foreign service|exposure|evidence of (?:exposure|service)"
    r"|record of (?:exposure|service))\b[^.]{0,50}?\b(?:vietnam|thailand|korea|iraq|southwest asia"
    r"|herbicide|lejeune|agent orange|theater)|\bdid not (?:serve|set foot|deploy)\b|\bnever (?:served"
    r"|set foot|deployed)\b|\bno presumption (?:reaches|applies)|\bany presumption reaches\b"
    r"|\bno southwest asia service\b"
)


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
        if sentence.section in NOT_FACTS or (sentence.start < one.end and one.start < sentence.end):
            continue
        if not _SIGN.search(low) or not _WHEN.search(low) or CIVILIAN.search(low):
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
        if sentence.section in NOT_FACTS or (sentence.start < one.end and one.start < sentence.end):
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
        return concluding, span in told, span not in history, not _WHEN.search(doc.low, *span), span[0]

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
    full: list[Span] = []
    some: list[Span] = []
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if _PLACE.search(low):
            low = _NOT_THERE.sub(" ", low)
        if (
            not (_PLACE.search(low) and (_QUALIFYING.search(low) or SERVED.search(low)))
            or sentence.section is Section.QUESTION
        ):
            continue
        (full if _WHEN.search(low) else some).append((sentence.start, sentence.end))
    denied = [(sentence.start, sentence.end) for sentence in doc.sentences if _NO_EXPOSURE.search(doc.of(sentence))]
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
    if listed is not None:
        where = derived.places(doc, listed.tags) or tuple(some)
        specific = listed.in_period is Answer.YES
        sourced = any(_SOURCE.search(near(doc, span)) for span in where)
        return Seen(Ground(True, "qualifying", specific=specific, sourced=sourced), listed.certainty, where[:3])
    event = _event(doc, position)
    any_service = tuple((s.start, s.end) for s in doc.sentences if _DATED_SERVICE.search(doc.of(s)))
    if any_service and _ANY_SERVICE.search(doc.low):
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
