"""What a link puts a condition down to, and where condition and cause are named in the clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric import causes
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.claim import Context
from nexus_desktop.analysis.rubric.links import Link, LinkKind
from nexus_desktop.analysis.rubric.seen import Span

_BACK: Final = re.compile(
    r"\s*(?:(?:on|at|in) (?=that\b))?(?:then|there|that|this|this one|these|those|it|them"
    r"|such)\b(?: (?:same )?(?:time|event|incident|exposure|work|period|service"
    r"|injury|day|night|morning|afternoon|evening|week|month|year|moment|jump|occasion))?"
    r"\W*(?:\W(?:beyond|past|and|permanently|at least|to (?:a|the) \w+ (?:degree|extent)|either|in turn|as well"
    r"|too)\b[^;]{0,80})?$"
)
_TOLD: Final = re.compile(
    r"\b(?:if|assuming|accepting|given|taking)\b[^.;]{0,30}\b(?:history|account|story|description|recollection)\b"
)
"""What the veteran told of, as the premise of an opinion: it is of service."""
_NO_SUBJECT: Final = re.compile(
    r"\W*(?:(?:they|these|those) )?(?:is|was|are|were|has|have|had|did|does|do|cannot|could|would)\b"
)
_TAIL: Final = re.compile(r"\b(?:after|before|prior to|since|following|subsequent to)$")
_OF_IT_IS: Final = re.compile(
    r"(?:the |a |sole |main |likely |probable |possible |proximate |principal |direct |only )*(?:causes?"
    r"|etiolog(?:y|ies)"
    r"|sources?|origins?|explanations?|culprits?|reasons?)(?:(?: of| for| behind)\b[^,;]{2,90}?)? (?:is|was|are|were"
    r"|lies in|remains)\b(?! (?:not |un|being ))"
)
_TOO: Final = re.compile(r"\W*(?:or|and|nor)\b(?: (?:is|was|are|were|be|been|otherwise|also|either))*\W*")
_STEP: Final = re.compile(
    r"\b(?:the|his|her|that|this) (?:\w+ )?(?:drinking|alcohol\w*|weight(?: gain)?|obesity|smoking)\b"
)
_STEP_TIED: Final = re.compile(
    r"\b(?:drinking|drank|drinks|alcohol\w*|weight|obes\w+|smok\w+)\b[^.;]{0,60}?\b(?:to (?:quiet|cope|numb|escape"
    r"|sleep|manage|treat"
    r"|forget|deal|blunt)|because of|due to|caused by|from|self-medicat\w+|result of|on account of|attempt|came of)\b"
)
_PREDICATE: Final = re.compile(r"\b(?:is|are|was|were|be|been|has|have|had)(?: not| never| \w+ly| also| a| the)* ?$")


@dataclass(frozen=True, slots=True)
class Object:
    """The cause of a link, with the places of the condition (``subject``) and of the cause (``source``)."""

    cause: Cause
    subject: Span
    source: Span


def object_of(clause: str, tie: Link, ties: list[Link], known: Context) -> Object:
    """What ``tie``, one of the ``ties`` of the clause, puts the condition down to."""
    end = _window(clause, tie, ties)
    before, after = (0, tie.start), (tie.end, end)
    if tie.within:
        return Object(causes.cause(clause[tie.start : tie.end].replace("-related", "")), before, (tie.start, tie.end))
    if tie.cause_first:
        return _of_subject(clause, tie, end, known)
    words = clause[tie.end : end]
    if (tail := _TAIL.search(clause[: tie.end])) is not None:
        words = f"{tail.group()} {words.lstrip()}"
    if _BACK.match(words):
        for earlier in (clause[: tie.start], known.before):
            if earlier and (found := causes.cause(earlier, known.anchors)) in (Cause.SERVICE, Cause.ANCHOR):
                return Object(found, before, after)
            if earlier and _TOLD.search(earlier):
                return Object(Cause.SERVICE, before, after)
    found = causes.cause(words, known.anchors)
    if found is Cause.OTHER and _STEP.search(words) and _tied(f"{known.before} {clause[: tie.start]}", known):
        found = Cause.ANCHOR  # "his drinking is an attempt to quiet the PTSD, and the cirrhosis came of the drinking"
    return Object(found, before, after)


def _tied(before: str, known: Context) -> bool:
    """Whether a step of the way ("the drinking") is tied to a service-connected disability in the words ``before``."""
    return _STEP_TIED.search(before) is not None and causes.cause(before, known.anchors) is Cause.ANCHOR


def _of_subject(clause: str, tie: Link, end: int, known: Context) -> Object:
    """What a link puts the condition down to whose subject is the cause ("the fall led to it")."""
    before, after = (0, tie.start), (tie.end, end)
    named = _OF_IT_IS.match(clause[tie.start :])
    if named is not None and not causes.SERVICE.search(clause[: tie.start]):
        first = tie.start + named.end()  # "the cause of it is most likely his weight"
        return Object(causes.cause(clause[first:], known.anchors), (tie.end, first), (first, len(clause)))
    found = causes.cause(clause[: tie.start], known.anchors)
    if found is Cause.UNKNOWN and _NO_SUBJECT.match(clause) and known.before:
        found = causes.cause(known.before, known.anchors)  # "it resolved in service and is not responsible for …"
    if found in (Cause.UNKNOWN, Cause.CONDITION) and tie.kind in (LinkKind.SHARE, LinkKind.CAUSE, LinkKind.RELATION):
        behind = causes.cause(clause[tie.end : end], known.anchors)
        if behind in (Cause.SERVICE, Cause.ANCHOR) and causes.names_service(clause[tie.end : end]):
            return Object(behind, before, after)
    return Object(found, after, before)


def _window(clause: str, tie: Link, ties: list[Link]) -> int:
    """Where the words of a link end: at the predicate of the next link ("residuals of … are not due to"), if any."""
    for other in ties:
        if other.start >= tie.end and _TOO.fullmatch(clause, tie.end, other.start):
            continue  # "had its onset in, or is otherwise related to, service"
        if other.start >= tie.end and _PREDICATE.search(clause, tie.end, other.start):
            return other.start
    return len(clause)
