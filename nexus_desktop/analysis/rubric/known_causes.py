"""Whether the cause an opinion names is told of elsewhere in the letter: in service, or as a rated disability."""

from __future__ import annotations

from nexus_desktop.analysis.rubric import conditions
from nexus_desktop.analysis.rubric.causes import ANCHOR
from nexus_desktop.analysis.rubric.elements_event import CONTENT, GRANTED, NOT_FACTS, PLAIN, near, paragraph
from nexus_desktop.analysis.rubric.event_words import CIVILIAN, EVENT, SERVED
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document

_BEFORE = 900  # characters of its paragraph before an opinion that only points back


def known_elsewhere(doc: Document, one: Opinion) -> bool:
    """Whether the cause an opinion names is told elsewhere as an event of service or a rated disability."""
    cause = doc.low[one.start : one.end]
    if one.claim.source[1]:
        cause = cause[one.claim.source[0] : one.claim.source[1]] or cause
    if "disabilit" in cause:
        return True
    words = {word for word in CONTENT.findall(cause) if word not in PLAIN}
    named = {conditions.key(cause[each.start : each.end]) for each in conditions.find(cause)}
    if not words and not named and one.claim.source[1]:
        return _told_before(doc, one)
    for sentence in doc.sentences:
        if sentence.start < one.end and one.start < sentence.end:
            continue
        low = doc.of(sentence)
        if _same(low, named) and (ANCHOR.search(low) or GRANTED.search(low)):
            return True
        if not any(word in low for word in words):
            continue
        before = near(doc, (sentence.start, sentence.end))  # "he is service connected for it. For that he takes …"
        if ANCHOR.search(before) or GRANTED.search(before):
            return True
        if SERVED.search(paragraph(doc, sentence)) and not CIVILIAN.search(low):
            return True
    return False


def _told_before(doc: Document, one: Opinion) -> bool:
    """Whether the paragraph up to an opinion that says "that day" or "then" tells of an event of service."""
    begin = max(doc.low.rfind("\n", 0, one.start) + 1, one.start - _BEFORE)
    words = doc.low[begin : one.start]
    return SERVED.search(words) is not None and EVENT.search(words) is not None


def _same(low: str, named: set[str]) -> bool:
    """Whether a sentence names one of some conditions, in full or by its initials ("TBI")."""
    if not named:
        return False
    told = {conditions.key(low[each.start : each.end]) for each in conditions.find(low)}
    short = {_initials(name) for name in named} | named
    return any(name in short or _initials(name) in named for name in told)


def _initials(name: str) -> str:
    """What a name of several words is called for short; the name itself where it is one word."""
    parts = name.split()
    return "".join(part[0] for part in parts) if len(parts) > 1 else name


def told_in_service(doc: Document, one: Opinion) -> bool:
    """Whether the cause an opinion names is told of as an event of service, and nothing is called service connected."""
    if ANCHOR.search(doc.low) or one.claim.source[1] <= one.claim.source[0]:
        return False
    cause = doc.low[one.start + one.claim.source[0] : one.start + one.claim.source[1]]
    told = told_elsewhere(doc, one, cause)
    return any(SERVED.search(low) and EVENT.search(low) and not CIVILIAN.search(low) for low in told)


def told_elsewhere(doc: Document, one: Opinion, cause: str) -> list[str]:
    """The sentences of fact, outside of an opinion, that name a thing which its ``cause`` names."""
    words = {word for word in CONTENT.findall(cause) if word not in PLAIN}
    return [
        low
        for sentence in doc.sentences
        if not (sentence.start < one.end and one.start < sentence.end)
        and sentence.section not in NOT_FACTS
        and (low := doc.of(sentence))
        and any(word in low for word in words)
    ]
