"""Which conditions a letter is about: those its opinion names, else those of its subject line or its diagnosis."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric import causes, conditions
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.conditions import Condition
from nexus_desktop.analysis.rubric.governing import Position
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.analysis_models import Holder

_SUBJECT: Final = re.compile(
    r"\b(?:re|subj|subject|issues?|claim(?:ed)?(?: conditions?)?|contentions?|regarding|conditions?)\s*(?:\(s\))?\s*:"
)
_WRITE: Final = re.compile(
    r"\b(?:claim (?:at issue )?(?:concerns?|is for)|on behalf of|in support of|regarding|concerning|(?:write|writing"
    r"|wrote|letter|statement|opinion|inquir\w+) (?:\w+ ){0,4}?about|claim for|claims? (?:of|for)"
    r"|service connection for|asked (?:me )?(?:for|to|whether|about))\b"
)
_HAS: Final = re.compile(
    r"\bunder (?:my|our) care (?:since [^.;]{3,24} )?(?:for|with)\b|\b(?:i|we) (?:have )?(?:treat(?:ed)?"
    r"|follow(?:ed)?|see|seen|saw|cared for)\b[^.;]{0,60}?\bfor\b"
    r"(?! (?:over|more|about|some|the (?:past|last)|\w+ (?:years|months)|\d))|\b(?:patient|gentleman|man|woman|lady"
    r"|veteran|chief|sergeant) with\b|"
    r"\b(?:he|she|mr|ms|mrs|veteran|patient|\[patient\])\b[^.;:]{0,30}?\b(?:has|suffers? from|carries|(?:is"
    r"|was) diagnosed with)\b(?! (?:no|not|never|been))"
)
_DIAGNOSED: Final = re.compile(
    r"\b(?:i|we) (?:have |had |also |now )*(?:diagnosed|made (?:the|a) diagnosis of)\b|\b(?:my|our|the|working|current)"
    r" (?:\w+ )?(?:diagnos[ie]s|impression|assessment)\b|\b(?:was|were|is|been) (?:\w+ )?diagnosed with\b"
)
_ANCHOR: Final = re.compile(
    r"\b(?:due to|secondary to|caused by|related to|result of|aggravated by|from|by"
    r"|as) (?:\w+ ){0,3}?(?:service[- ]connected )?$|service[- ]connected (?:\w+ ){0,2}$"
)
_AND: Final = re.compile(r"^[\s,]*(?:and|as well as|&|,)\s*(?:his |her |the |left |right |bilateral |associated )*$")
_WITH: Final = re.compile(r"\s+(?:with|including|plus)\s+(?:\w+ ){0,2}")
"""Between an anchor and what belongs to it: "service-connected disc disease with left sciatic radiculopathy"."""
_STEP: Final = re.compile(r"\bobes|\bweight|\bdeath\b")
_MOST = 6
_TITLE_LINES = 6  # of a letter, in which its title stands
_TITLE_LENGTH = 120  # characters
_TITLE: Final = re.compile(
    r"\b(?:dbq|questionnaire|supplement|report|opinion|statement|examination|evaluation|letter|narrative)\b"
)


def claimed(doc: Document, position: Position) -> tuple[str, ...]:
    """The claimed conditions in the letter's own words (lower case), the main one first; empty where none is named."""
    found: list[str] = []
    for one in position.per_condition:
        found += _of_opinion(doc, one)
    found = [name for name in found if conditions.find(name)]  # a part of the body alone ("left knee") names none
    governing = position.governing
    if governing is not None and governing.claim.object is Cause.ANCHOR:
        granted = causes.anchors(doc.low)
        if found and all(conditions.key(name) in granted for name in found):  # what a condition is put down to
            found = _not_granted(doc, governing, granted) or found
    disability = [name for name in found if not _STEP.search(name)]  # obesity is a step between, no disability
    if not disability or all(conditions.complaint(name) for name in disability):
        other = of_subject(doc) or _of_options(doc) or _of_diagnosis(doc) or _of_the_patient(doc) or _of_title(doc)
        disability = other if not disability or _diseases_of(other, disability) else disability
    found = disability or found
    names: list[str] = []
    for name in found:
        if name and conditions.key(name) not in {conditions.key(other) for other in names}:
            names.append(name)
    return tuple(names[:_MOST])


def _not_granted(doc: Document, one: Opinion, granted: frozenset[str]) -> list[str]:
    """The conditions of the opinion, the subject line or the diagnosis that are not service connected already."""
    said = [" ".join(doc.low[each.start : each.end].split()) for each in doc.named(one.start, one.end)]
    for names in (said, of_subject(doc), _of_options(doc), _of_diagnosis(doc), _of_the_patient(doc), _of_findings(doc)):
        if kept := [name for name in names if conditions.key(name) not in granted and not conditions.complaint(name)]:
            return kept
    return []


def _of_findings(doc: Document) -> list[str]:
    """The diseases of the sentence in which the author says what was diagnosed."""
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if (found := _DIAGNOSED.search(low)) is not None and not doc.quoted(sentence):
            diseases = [one for one in conditions.find(low[found.end() :]) if not one.symptom]
            if diseases:
                return _names(low[found.end() :], diseases)
    return []


def _diseases_of(names: list[str], complaints: list[str]) -> bool:
    """Whether ``names`` holds the disease behind ``complaints``: one of their field."""
    fields = {field for name in complaints for field in conditions.fields(name)}
    return any(not conditions.complaint(name) and conditions.fields(name) & fields for name in names)


def _of_opinion(doc: Document, one: Opinion) -> list[str]:
    """The condition of an opinion, and those joined to it by "and"."""
    if one.condition is None:
        return []
    names = [one.condition]
    low = doc.low[one.start : one.end]
    flat = " ".join(low.split())
    place = flat.find(one.condition)
    named = [other for other in conditions.find(flat) if other.start > place] if place >= 0 else []
    end = place + len(one.condition)
    for other in named:
        if not _AND.match(flat[end : other.start]):
            break
        names.append(flat[other.start : other.end])
        end = other.end
    return names


def of_subject(doc: Document) -> list[str]:
    """The conditions of the subject line, the contention, or the sentence that says why the letter is written."""
    for line in doc.lines[:40]:
        low = doc.low[line.start : line.end]
        if line.section in (Section.ISSUE, Section.QUESTION) or _SUBJECT.search(low):
            names = _outside_anchor(low)
            if names:
                return names
    for sentence in doc.sentences[:30]:
        low = doc.of(sentence)
        if (found := _WRITE.search(low)) is not None:
            names = _outside_anchor(low[found.end() :])
            if names:
                return names
    return []


def _of_options(doc: Document) -> list[str]:
    """The diseases that are marked on a form."""
    words = [doc.low[one.text_start : one.text_end] for one in doc.options if one.marked]
    return [name for low in words for name in _names(low, [one for one in conditions.find(low) if not one.symptom])]


def _of_diagnosis(doc: Document) -> list[str]:
    for sentence in doc.sentences:
        if sentence.section is Section.DIAGNOSIS or re.match(
            r"\W*(?:diagnosis|dx|impression|assessment)\b", doc.of(sentence)
        ):
            names = _names(doc.of(sentence), doc.conditions_of(sentence))
            if names:
                return names
    return []


def _of_the_patient(doc: Document) -> list[str]:
    """The disease that the letter says its patient has, where nothing else names one; not one already granted."""
    granted = causes.anchors(doc.low)
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if (found := _HAS.search(low)) is not None and not doc.quoted(sentence):
            rest = low[found.end() :]
            diseases = [one for one in conditions.find(rest) if not one.symptom]
            names = [name for name in _names(rest, diseases) if conditions.key(name) not in granted] if diseases else []
            if names:
                return names[:1]
    return []


def _of_title(doc: Document) -> list[str]:
    """The disease in the title of a form or report: "DBQ NARRATIVE SUPPLEMENT: PARKINSON'S DISEASE"."""
    for line in doc.lines[:_TITLE_LINES]:
        low = doc.low[line.start : line.end]
        if _TITLE.search(low) and len(low) < _TITLE_LENGTH:
            names = _names(low, [one for one in conditions.find(low) if not one.symptom])
            if names:
                return names
    return []


def _outside_anchor(low: str) -> list[str]:
    """The conditions of a line without those they are put down to."""
    kept: list[Condition] = []
    named = -1  # where the last anchor ends
    for one in conditions.find(low):
        if _ANCHOR.search(low[: one.start]) or (named >= 0 and _WITH.fullmatch(low, named, one.start)):
            named = one.end
        else:
            kept.append(one)
    return _names(low, kept)


def _names(low: str, found: list[Condition]) -> list[str]:
    diseases = [one for one in found if not one.symptom] or found
    return [" ".join(low[one.start : one.end].split()) for one in diseases]


def uncovered(doc: Document, found: tuple[Opinion, ...]) -> tuple[str, ...]:
    """Conditions of the subject line or contention that no statement of the author speaks to."""
    own = [one for one in found if one.holder is Holder.AUTHOR]
    spoken = [named for one in own for named in doc.named(one.start, one.end)]
    keys = {conditions.key(doc.low[one.start : one.end]) for one in spoken}
    fields = {one.field for one in spoken}
    if not fields:
        return ()  # "the claimed condition(s)": all of them
    missing = []
    granted = causes.anchors(doc.low)
    for name in of_subject(doc):
        if conditions.key(name) in granted:
            continue
        named = conditions.find(name)
        if named and not named[0].symptom and conditions.key(name) not in keys and named[0].field not in fields:
            missing.append(name)
    return tuple(missing)
