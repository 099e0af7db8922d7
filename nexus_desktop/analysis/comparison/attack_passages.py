"""Attackable reasons that only a passage shows: what is answered, what is left out, what does not agree."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.comparison import attack_words as words
from nexus_desktop.analysis.comparison.adverse import Adverse
from nexus_desktop.analysis.comparison.attack_sentences import FAIR, HIGH, Found, Span, absences, span, spans
from nexus_desktop.analysis.rubric import conditions
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.links import LinkKind
from nexus_desktop.models.analysis_models import Polarity


def cause_only(adverse: Adverse) -> Found | None:
    """A secondary claim is answered, and aggravation nowhere."""
    if words.AGGRAVATED.search(" ".join(place.low for place in adverse.places)):
        return None
    stated = [
        (one.start, one.end)
        for one in adverse.own
        if one.claim.polarity is Polarity.UNFAVORABLE
        and one.claim.kind is not LinkKind.AGGRAVATION
        and one.claim.object is Cause.ANCHOR
    ]
    return FAIR, stated or spans(adverse.found(words.ANCHOR))


def wrong_facts(adverse: Adverse) -> Found | None:
    """It says that nothing of the kind is recorded in service, and tells of such a record."""
    treated: dict[str, Span] = {}
    for place in adverse.places:
        denied = words.NO_EVENT.search(place.low) or words.ABSENT.search(place.low)
        if not denied and _TREATED.search(place.low):
            for part in _PARTS.findall(place.low):
                treated.setdefault(part, span(place))
    for place, match in (*adverse.found(words.NO_EVENT), *absences(adverse.found(words.ABSENT))):
        if not re.search(r"\bservice|active duty|\bstr", place.low):
            continue
        parts = _PARTS.findall(place.low[match.start() :]) or _PARTS.findall(place.low)
        told = next((treated[part] for part in parts if part in treated), None)
        if told is not None:
            return FAIR, [span(place), told]
    return None


_PARTS: Final = re.compile(
    r"\b(?:ear|eardrum|nose|throat|toe|thumb|rib|groin|heart|lung|kidney|bladder|hernia|asthma|headache|back|knee"
    r"|shoulder|ankle|hip|neck|elbow|wrist|foot|hand|head|hearing|stomach|chest|skin|eye|leg|arm|jaw|sinus)\b"
)
_TREATED: Final = re.compile(
    r"\b(?:service (?:treatment |medical )?records?|strs?|in-service records?|smrs?)\b[^.;]{0,40}(?:(?:show|contain"
    r"|document|reveal|note|record|reflect)s?\b(?! (?:no|nothing|normal))|:)[^.;]{0,60}\b(?:seen|treated|treatment"
    r"|sprain|strain|fracture|injur\w+|dislocation|complain\w*|pain|visit|entry|fall|blow|burn)"
)


def selective(adverse: Adverse) -> Found | None:
    """A source cited against the claim, with what it says for it left standing."""
    seen = []
    for place, _ in adverse.found_all(words.STUDY_LIMIT):
        near = place.low + " " + adverse.beside(place, -1)
        if words.STUDY.search(near) and not words.WEIGHED.search(near + " " + adverse.beside(place, 1)):
            seen.append(span(place))
    return FAIR, seen


def speculation(adverse: Adverse) -> Found | None:
    """The opinion is declined, and nothing says what is missing."""
    declined = [(one.start, one.end) for one in adverse.own if one.claim.withheld]
    if not declined:
        declined = [
            span(place)
            for place, _ in adverse.found(words.REFUSED)
            if not adverse.against(place.low) and not adverse.own
        ]
    explained = any(words.EXPLAINED.search(place.low) for place in adverse.places)
    against = adverse.below or any(one.claim.polarity is Polarity.UNFAVORABLE for one in adverse.own)
    return None if explained or against else (HIGH, declined)


_STOCK: Final = re.compile(
    r"\b(?:clinical (?:judg\w+|experience|expertise)|(?:my |medical )?(?:expertise|experience|training|judg\w+"
    r"|literature|knowledge)|(?:a |my )?(?:thorough |careful |complete |full )?review of (?:the |all |available "
    r"|veteran's |medical |service |treatment )*(?:records?|claims file|c-?file|file|literature|evidence|history)"
    r"|see (?:above|opinion|exam|the|attached)|no further rationale|there is no nexus|medical opinion|rationale"
    r"|based (?:up)?on)\b"
)
_LEAST = 5  # words that can be a reason


def conclusory(adverse: Adverse) -> Found | None:
    """An opinion against the claim, and nothing that could be a reason."""
    one = adverse.position.governing
    stated: Span | None = None
    if one is not None and one.claim.polarity is Polarity.UNFAVORABLE:
        stated = (one.start, one.end)
    elif one is None and adverse.below:
        stated = next((span(place) for place in adverse.places if adverse.against(place.low)), None)
    if stated is None:
        return None
    aside = (Section.HISTORY, Section.RECORDS, Section.EXAMINATION, Section.DIAGNOSIS)
    lines = {s.line for s in adverse.doc.sentences if s.start < stated[1] and stated[0] < s.end}
    for place in adverse.places:
        beside = lines & {place.sentence.line, place.sentence.line + 1}
        if (beside or place.sentence.section not in aside) and _reasons(_LABEL.sub("", place.low)):
            return None
    return HIGH, [stated]


def _reasons(low: str) -> bool:
    """Whether a sentence holds a clause that is more than the conclusion and stock phrases."""
    if _CONCLUDES.search(low) and _WHY.search(low):
        return _words(low) >= _LEAST
    return any(_words(clause) >= _LEAST for clause in _CLAUSE.split(low) if not _CONCLUDES.search(clause))


def _words(low: str) -> int:
    return len(re.findall(r"[a-z]{3,}", _STOCK.sub(" ", low)))


_CLAUSE: Final = re.compile(r"[;:]|, (?=(?:as|so|since|because|given|the|his|her|being|with|which|who|and) )")
_CONCLUDES: Final = re.compile(
    r"\b(?:less likely (?:than|as) not|not (?:at least )?as likely|not (?:due|related|caused|the result|a result"
    r"|incurred)|no nexus|unlikely)\b"
)
_LABEL: Final = re.compile(r"^\W*(?:\w+ ){0,2}?(?:opinion|rationale|conclusion|reasons?)\s*:")
_WHY: Final = re.compile(
    r"(?:\b(?:because|since (?!service|discharge|separation)|given|due to the (?:fact|lack|absence)|which|hence"
    r"|therefore|so that|in the absence|absent|for (?:these|this|that) reasons?|based on (?!my|a review|clinical"
    r"|experience|expertise|training|medical (?:exp|train|judg))|on (?:that|this) basis)|(?:^\W*|, ?)(?:as|so"
    r"|and so) \w+)\b|[;:](?! *$)[^.]{25,}"
)


def one_exposure(adverse: Adverse) -> Found | None:
    """Several exposures are named, one is dismissed, and none of the rest nor all of them together are weighed."""
    whole = adverse.doc.low
    if sum(pattern.search(whole) is not None for pattern, _ in words.EXPOSURES) < 2 or words.TOGETHER.search(whole):
        return None
    dismissed: dict[str, Span] = {}
    for place in adverse.places:
        for match in words.DISMISSED.finditer(place.low):
            start = max(place.low.rfind(mark, 0, match.start()) for mark in ",;:().") + 1
            clause = place.low[start : match.start()]
            named = [name for pattern, name in words.EXPOSURES if pattern.search(clause)]
            dismissed |= dict.fromkeys(named, span(place))
    return (FAIR, list(dismissed.values())) if len(dismissed) == 1 else None


def one_diagnosis(adverse: Adverse) -> Found | None:
    """PTSD is not diagnosed, another mental disorder is, and no opinion is given on it."""
    refused = spans(adverse.found(words.NO_PTSD))
    others = spans(adverse.found_all(words.OTHER_MENTAL))
    if not refused or not others:
        return None
    answered = any(
        words.OTHER_MENTAL.search(adverse.doc.low[one.start : one.end])
        or not conditions.find(adverse.doc.low[one.start : one.end])
        for one in adverse.own
        if one.start > refused[0][0]
    )
    return None if answered else (FAIR, [refused[0], others[0]])
