"""Medical literature: named sources, and reasoning that leans on literature without naming any.

Cases, statutes and regulations are law, not literature; diagnostic manuals and rating schedules are neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.analysis_models import Certainty

_LAW: Final = re.compile(
    r"\bvet\. ?app\b|\bf\.(?:2|3|4)d\b|\bf\. ?(?:2d|3d|4th)\b|\bu\.s\.c\b|\bc\.?f\.?r\b|\bfed\. cir\b"
    r"|\bv\. [a-z]+\b|vaopgc|\bm21-1|\bpublic law\b|\bfed\. ?reg\b"
)
_NAMED: Final[tuple[str, ...]] = (
    r"\bet al\b",
    r"\bpmid\b|\bdoi\b|10\.\d{4,}/\S+",
    r"\b(?:19|20)\d\d\s?;\s?\d{1,4}(?:\s?\(\w+\))?\s?:\s?[es]?\d+",  # 2011;63:2974-2982
    r"\b\d{1,4}\s?\(\d{1,3}\)\s?:\s?\d+(?:-\d+)?",  # 11(4): 513-518
    r"\bvol(?:ume|\.)? ?\d+,? (?:no|issue|pp?)\b",
    (
        r"\b(?:new england journal|n engl j med|nejm|jama\b|lancet|bmj\b|annals of|ann intern med|archives of"
        r"|arch (?:intern|gen|phys|environ|neurol|surg|otol|ophthal|derm|path|psych)\w*"
        r"|am(?:erican)? j(?:ournal)?\b|j(?:ournal)? (?:of |clin|am|bone|neurosci|gen|occup|rheum|trauma|pain"
        r"|psych|affect|urol|hypertens|epidemiol|sleep|knee|orthop)\w*|british journal"
        r"|(?:the )?journal of (?:the )?\w+|chest (?:19|20)\d\d ?[;:,]|spine j\b|military medicine|mil med\b"
        r"|plos one|cochrane|neurology (?:19|20)\d\d ?[;:,]|gastroenterology (?:19|20)\d\d ?[;:,]|diabetes care"
        r"|headache (?:19|20)\d\d ?[;:,]|cephalalgia|circulation (?:19|20)\d\d ?[;:,]|environ health"
        r"|psychosom\w+|epidemiology \d{4})"
    ),
    (
        r"\b(?:institute of medicine|national academ(?:y|ies)|\biom\b (?:report|found|committee)"
        r"|agency for toxic substances|atsdr (?:study|report|found)|veterans and agent orange"
        r"|va/dod clinical practice guideline|cdc (?:report|study)|world health organization|\bwho\b (?:report"
        r"|monograph)|(?:kdigo|gold|gina|ada|aha|acc|aasm|aao|acr|eular|nice|idsa|aua|aan|apa|easl|aasld|acg|ats"
        r"|ers|esc)\b"
        r"[^.;]{0,40}?\bguidelines?|air force health study|ranch hand study|life span study|millennium cohort"
        r"|iarc (?:monograph|report)|science panel|iso \d{4,5}|consensus statement|practice guidelines?"
        r"|(?:atsdr|iarc|niosh|cdc|epa|iom|nih|kdigo|gold|gina|ada|aha|aasm|eular|idsa|acg|ats|ers|esc) (?:\w+ ){0,2}?"
        r"(?:review|report|monograph|assessment|statement|guidelines?|update|(?:19|20)\d\d)|fast letter \d\d-\d+)\b"
    ),
    (
        r"\b(?:study|studies|paper|article|review|meta-analysis|textbook|monograph|trial"
        r"|series) (?:\w+ ){0,4}?(?:by|of|from|in|published in) (?:dr\.? |drs\.? |the )?(?!jan|feb|mar|apr|may"
        r"|jun|jul|aug|sep|oct|nov|dec)(?:[a-z][a-z'-]+ ){1,5}(?:\(|in |published )?(?:19|20)\d\d\b"
    ),
    (
        r"\bpublished in (?:the )?(?:19|20)\d\d|\b(?:19|20)\d\d (?:study|review|meta-analysis|paper|article"
        r"|report|trial|consensus)\b(?! (?:of (?:his|her|the veteran)))"
    ),
    (
        r"\b(?:harrison's|cecil|campbell's|kaplan|adams and victor|merck manual|uptodate"
        r"|mayo clinic (?:proceedings|study))\b"
    ),
    (
        r"\b[\w'-]+ (?:[\w'-]+ )?(?:has taught|taught us|wrote|showed|demonstrated|argues?|describes?|reported"
        r"|found) in [\"“]"
    ),
)
NAMED: Final = re.compile("|".join(_NAMED))
_NOT_A_NAME = (
    r"(?!Jan|Feb|Mar\b|March|Apr|May\b|June?\b|July?\b|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Fall|Autumn|Winter"
    r"|Date|Fed|Rev|Exhibit|The\b|In\b|On\b|Since|From|Form|VA\b|DD|CPT|ICD|DSM|Dx|Age)"
)
_DID = (
    r"(?:gives?|predicts?|supports?|confirms?|found|showed|shows?|report(?:s|ed)?|describe[sd]?|demonstrated"
    r"|estimate[sd]?|conclude[sd]?|reviewed|studied|put|puts"
    r"|ties|tied|followed|compared|measured|looked|examined|documented|linked|links|(?:have|has) (?:written|shown|found"
    r"|described|reported)|an? (?:\w+ )?(?:review|study|cohort|trial|series|meta-analysis))\b"
)
_ONE = rf"(?:\[(?:RELATIVE|PROVIDER|EMPLOYER) \d+\]|\b{_NOT_A_NAME}[A-ZÀ-Ý][a-zà-ÿ'’-]{{2,}})"
_AUTHOR_YEAR: Final = re.compile(
    rf"\b{_NOT_A_NAME}[A-ZÀ-Ý][a-zà-ÿ'’-]{{2,}}(?:,? (?:and|&) [A-ZÀ-Ý][a-zà-ÿ'’-]+| and colleagues"
    rf"|'s group)? \((?:[A-Z][\w. ]+,? )?(?:19|20)\d\d[a-z]?(?:[;,][^)]*)?\)"
    rf"|\b{_NOT_A_NAME}[A-ZÀ-Ý][a-zà-ÿ'’-]{{2,}}(?:,? (?:and|&) [A-ZÀ-Ý][a-zà-ÿ'’-]+)?,? (?:in )?(?:19|20)\d\d,? {_DID}"
    rf"|{_ONE} (?:and|&) {_ONE} (?:\w+ )?{_DID}"
    rf"|\(\s?(?:see |e\.g\.,? )?{_NOT_A_NAME}[A-ZÀ-Ý][a-zà-ÿ'’-]{{2,}}(?:,? (?:and"
    rf"|&) [A-ZÀ-Ý][a-zà-ÿ'’-]+)*, [A-Z][\w .&:;-]{{3,60}} (?:19|20)\d\d[^)]{{0,40}}\)"
    rf"|\(\s?(?:see |e\.g\.,? )?{_NOT_A_NAME}[A-ZÀ-Ý][a-zà-ÿ'’-]{{2,}}(?: (?:and"
    rf"|&) [A-ZÀ-Ý][a-zà-ÿ'’-]+)?,? (?:19|20)\d\d[a-z]?\s?[;,)]"
)
LEANS: Final = re.compile(
    r"\b(?:studies|research|(?:medical|scientific|orthopedic|clinical|published|peer-reviewed|current"
    r"|the) literature|evidence-based|data|medical science|journals?) (?:\w+ ){0,3}?(?:show|support|suggest"
    r"|demonstrat|indicat|confirm|establish|link|find|found|recogni|describ|document|report|has |have |is "
    r"|are )\w*"
    r"|\b(?:is|are|has been|have been) (?:well |widely |generally |long |commonly |also )*(?:known"
    r"|established|recogni[sz]ed|documented|described|accepted|shown|discussed|reported|associated)\b"
    r"|\bwell[- ](?:known|established|documented|recogni[sz]ed|described)\b|\bknown (?:risk factor|cause"
    r"|complication|side effect|association)s?\b|\baccording to (?:studies|the literature|research)\b"
    r"|\bmedical literature\b"
)
_SIGN: Final = re.compile(
    r"\d|stud|journal|litera|research|data|known|established|documented|recogni|described|accepted|shown"
    r"|discussed|reported|associated|textbook|merck|uptodate|et al|institute|academ|harrison|cecil|campbell|kaplan"
    r"|mayo|argue"
    r"|wrote|taught|demonstrated|showed|science|evidence|iom\b|cochrane|lancet|paper|article|review|monograph|trial"
    r"|series|report"
)
_GAP: Final = re.compile(r"insert|citation|cite|reference|literature", re.IGNORECASE)
_VETERANS: Final = re.compile(
    r"\b(?:his|her|the veteran's|my|our|va|rating|police|pathology|operative|radiology|mri|sleep|laboratory"
    r"|incident|accident|investigative|line[- ]of[- ]duty) (?:\w+ )?(?:study|report|paper|review|article)\b"
)


@dataclass(frozen=True, slots=True)
class Literature:
    """Where sources are named, and where the reasoning leans on literature without one."""

    named: tuple[Span, ...]
    leaning: tuple[Span, ...]
    incomplete: bool  # a source is named without year or journal


def literature(doc: Document) -> Seen[Literature]:
    """The literature of the letter; ``value.named`` is empty where none is named."""
    named: list[Span] = []
    leaning: list[Span] = []
    years = False
    for sentence in doc.sentences:
        low = doc.of(sentence)
        if not _SIGN.search(low):
            continue
        plain = _without_law(low)
        match = NAMED.search(plain) or (
            _AUTHOR_YEAR.search(doc.reading.text, sentence.start, sentence.end) if plain == low else None
        )
        if (
            match is not None
            and not _VETERANS.search(match.group())
            and not _VETERANS.search(plain[max(0, plain.find(match.group().lower()) - 20) :][:60])
        ):
            named.append((sentence.start, sentence.end))
            years = years or bool(re.search(r"\b(?:19|20)\d\d\b", plain))
        elif LEANS.search(plain):
            leaning.append((sentence.start, sentence.end))
    certainty = Certainty.HIGH if years or not named else Certainty.FAIR
    return Seen(
        Literature(tuple(named), tuple(leaning), bool(named) and not years), certainty, tuple(named) or tuple(leaning)
    )


def _without_law(low: str) -> str:
    """The sentence with citations of cases and regulations taken out."""
    if not _LAW.search(low):
        return low
    low = re.sub(
        r"\b[\w'. -]{2,40} v\. [\w'. -]{2,30},? \d+ (?:vet\. ?app\.?|f\.\s?\dd|f\.\dth)[^;)]{0,60}\)?", " ", low
    )
    return re.sub(
        r"\d+ (?:vet\. ?app\.?|f\. ?\dd|f\.\dth) \d+(?:, \d+)?(?: \((?:fed\. cir\. )?\d{4}\))?"
        r"|\d+ (?:c\.?f\.?r\.?|u\.s\.c\.?a?\.?) §* ?[\d.]+\S*|vaopgcprec \S+",
        " ",
        low,
    )
