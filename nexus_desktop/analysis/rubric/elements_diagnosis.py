"""Whether the letter names a current diagnosis of the claimed condition, and on what basis.

A complaint ("back pain"), a suspicion ("possible Ménière's disease") or what the veteran was told is no diagnosis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric import answers, conditions
from nexus_desktop.analysis.rubric.condition_table import Field
from nexus_desktop.analysis.rubric.conditions import Condition
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.seen import Seen, Span
from nexus_desktop.analysis.rubric.segmentation import HIDDEN, Document, Sentence
from nexus_desktop.models.analysis_models import Certainty

_LABEL: Final = re.compile(
    r"(?:^\W*a(?:/p)?(?=\s*:)|\b(?:diagnos[ie]s|dx|diagnostic impression|impression|assessment|current (?:problems"
    r"|diagnos[ie]s)|condition\(s\)|present condition)\b)\s*(?:\([^)]*\)|of record|by me|is|are"
    r"|remains?)?\s*[:.–-]\s*(?P<what>[^\n]{3,})"
)
_ICD: Final = re.compile(r"\b(?:icd(?:-?(?:9|10))?(?:-?cm)?)\b|[( ][a-tv-z]\d{2}(?:\.\d[\da-z]{0,3})?[),;. ]")
_CODE: Final = re.compile(r"[( ][A-TV-Z]\d{2}\.\d[\dA-Z]{0,3}(?=[),;. ]|$)|\bICD\b")
_DIAGNOSED: Final = re.compile(
    r"\bdiagnos(?:ed|is|es|ing)\b|\b(?:meets?|met|satisf(?:y|ies)|fulfill?s?) (?:\w+ ){0,4}?criteria\b"
    r"|\bcriteria (?:\w+ ){0,6}?(?:met|satisfied|fulfilled)\b|\bcarries (?:a|the) diagnosis\b"
    r"|\bbiopsy[- ](?:proved|proven|confirmed)\b|\bpathology\s*:"
)
_SHOWN: Final = re.compile(
    r"\b(?:mri|x[- ]?rays?|radiographs?|films?|ct|imaging|ultrasound|echocardiogra\w+|biopsy|colonoscopy|egd"
    r"|endoscopy|polysomnogra\w+|sleep study|audiogram|audiometr\w+|emg|electromyogra\w+|nerve conduction"
    r"|pulmonary function|spirometry|pfts?|laborator\w+|labs?|a1c|arthroscopy|psg|testing|examination|exam"
    r"|study|studies|scan|angiogra\w+|catheterization)\b[^.;]{0,90}?\b(?:show(?:s|ed|ing)?|reveal(?:s|ed)?"
    r"|demonstrat(?:es?|ed|ing)|confirm(?:s|ed)?|document(?:s|ed)?|consistent with|diagnostic of"
    r"|positive for|indicat(?:es?|ed)|found|with|(?:was |were |is )?(?:read|interpreted|reported|called) as)\b"
)
_HAS: Final = re.compile(
    r"\b(?:has|have|had|suffers? from|suffering from|(?:is|being|been|was) (?:treated|followed|seen|managed"
    r"|evaluated) (?:here |by (?:me|us) |in (?:my|our) \w+ )?for|treat(?:ed|ing|s)? (?:(?:his|her|your|the)|(?:mr|ms"
    r"|mrs)\.? )?(?:[\w'\[\]-]+ )?for|treat(?:s|ed|ing)? (?:his|her|your|the|this)|under my care (?:\w+ ){0,6}?for"
    r"|care for|living with|afflicted with"
    r"|current(?:ly)?|followed (?:him|her) for|problem list|history of|active problems?|established"
    r"|continues to have|still has|performed|operated on|underwent|repair of|release of|status post|s/p|with)\b"
)
_DOUBTED: Final = re.compile(
    r"\bsuspect\w*|\bpossibl[ey]\b|\bprobabl[ey]\b|\bpresum\w+|\brule out\b|\br/o\b|\bquestion(?:able)?\b"
    r"|\bdifferential\b|\bno (?:evidence|sign|history|diagnosis)\b|\bnot (?:been )?(?:formally |officially "
    r"|yet )?diagnos\w+|\bundiagnosed\b|\bnever (?:been )?diagnosed\b|\bdenies\b|\bwithout\b|\bno\b"
    r"|\bnot (?:have|meet|diagnosed|diagnosis)\b|\bexclud\w+|\bnegative for\b|\bruled out\b|\bdoes not\b"
    r"|\babsent\b|\bself-diagnos\w+|\bmay have\b|\bmight have\b|\bcould (?:be|have)\b|\bappears to\b"
    r"|\bsymptoms (?:of|consistent with|suggestive)\b|\bsigns of\b|\bwork-?up\b|\bwonder\w*"
)
_NONE: Final = re.compile(
    r"\b(?:i )?(?:do|does|did|cannot|could|can) ?(?:not|n't)? (?:formally "
    r"|medically )?diagnose\b(?! (?:separately|him with|her with))|\bno (?:confirmed |formal |current "
    r"|clear |specific |definitive )?diagnosis\b(?! (?:of (?!a current)|(?:\w+ ){0,2}?(?:in|during) service))"
    r"|\bnot (?:been )?(?:formally |officially |medically )?diagnosed\b(?! (?:with [^.;,]{2,50} )?(?:until|till"
    r"|before|then|back"
    r"|at (?:the )?(?:time|first|separation|discharge)|earlier|sooner|during|while|when|for (?:\w+ )?(?:years"
    r"|decades))\b)|\bdiagnosis (?:is |has )?(?:not"
    r"|never|un)(?: been)? ?(?:established|confirmed|made|clear)|\bpending (?:\w+ )?(?:diagnosis|work-?up"
    r"|evaluation)|\b(?:is|remains|currently|still) undiagnosed\b|\bwithout a (?:confirmed |formal )?diagnosis\b"
)
_TOLD: Final = re.compile(
    r"\b(?:he|she|patient|veteran|mr\.? \S+|ms\.? \S+|mrs\.? \S+|\[patient\]|wife"
    r"|husband)\b (?:\w+ )?(?:reports?|states?|tells?|told|says|complains?|describes?|believes|claims"
    r"|was told)\b|\breport(?:s|ed) (?:by|a history of)\b|\bself-report\w*|\bcomplain(?:s|ts?)\b"
)
_NAMED_AFTER: Final = re.compile(
    r"\bheadaches? (?:are|is|was|were) (?:clearly |chronic )?(?:post-?traumatic|migrain\w+|tension|cluster)"
)  # no list holds every word order
_THAT_IS: Final = re.compile(
    r"\b(?:that|this|it|what (?:he|she) has|the (?:disease|condition|diagnosis)) (?:is|was) (?:an? "
    r"|the )?(?:[\w()-]+ ){0,3}$"
)
_HAS_NOT: Final = re.compile(
    r"\b(?:does|did|do)(?: not|n't) (?:\w+ )?(?:have|meet|satisfy|carry|suffer from|warrant|support)\b"
    r"|\b(?:no|without a) (?:current |present |confirmed )?diagnosis of\b|\bcriteria (?:for|of) [^.;]{2,40} (?:are|is"
    r"|were|was) not\b"
)
_DIAGNOSIS_ASKED: Final = re.compile(
    r"\b(?:does|did|has|is) (?:the |this )?(?:veteran|claimant|patient|he|she|there)\b[^?]{0,60}\bdiagnos\w+"
)
_OTHERS: Final = re.compile(
    r"\b(?:va|board|regional office|examiner|decision|denial|rater)\b[^.;]{0,60}?\b(?:den(?:y|ie[ds]|ial)"
    r"|refused|turned down|wrote|says?|said|found|states?|ground)\b"
)
"""What VA or an examiner found: no word of the author's own."""
_UNEXPLAINED: Final = re.compile(r"\b(?:undiagnosed|multi-?symptom) illness\b")
_OBJECTIVE: Final = re.compile(
    r"\bobjective(?:ly)? (?:signs?|indicat\w+|findings?|evidence|demonstrat\w+)\b|\bsigns? (?:are|is|were) recorded"
)
_NEARBY = 70  # characters behind "does not have" in which the condition is named
_LABEL_FIRST = 4  # characters before a label that opens its line
_TEMPLATE = 2  # gaps that make a letter a template
_BASIS: Final = re.compile(
    r"\b(?:mri|x-?rays?|radiograph\w*|films?|ct|imaging|ultrasound|echocardiogra\w+|biops\w+|patholog\w+"
    r"|colonoscop\w+|egd|endoscop\w+|polysomnogra\w+|sleep (?:study|test)|ahi|audiogra\w+|audiometr\w+"
    r"|thresholds?|maryland cnc|emg|electromyogra\w+|nerve conduction|electrodiagnostic|pulmonary function"
    r"|spirometr\w+|fev1|a1c|egfr|creatinine|arthroscop\w+|dsm-?(?:5|iv|v)|caps-?5|pcl-?5|phq-?9|criteria"
    r"|kellgren|scan|psa|gleason|ankle-brachial|blood pressure (?:readings|of)|\d{3}/\d{2,3}"
    r"|range of motion|flexion|degrees|positive|tender\w*|exam(?:ination)?|testosterone|titers?|tsh"
    r"|ejection fraction|ambulatory monitoring|skin tests?|datscan|rome iv|widespread pain index)\b"
)
_KIND: Final = re.compile(
    r"\b((?!chronic|clinic|symptomatic|specific|actual|clinical|medical|functional|additional|primary|obvious|previous"
    r"|serious|bilateral|residual|cervical|temporary)[a-z]{3,18}(?:ic|ous|oid|ary|al)) $"
)
"""A word that tells one kind of a disease from others."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found: ``condition`` is the claimed one where it was diagnosed; ``basis`` how it was made."""

    made: bool
    basis: tuple[Span, ...]
    symptom_only: bool


def diagnosis(doc: Document, claimed: tuple[str, ...], held: tuple[str, ...] = ()) -> Seen[Diagnosis]:
    """Whether a diagnosis of a claimed condition (names in lower case) is in the letter.

    ``held``: the conditions that the author commits to an opinion on; a disease among them, with tests told, is
    taken to be there.
    """
    keys = {conditions.key(name) for name in claimed}
    fields = {one.field for name in claimed for one in conditions.find(name)}
    shown: list[tuple[int, Span]] = []
    refused: list[Span] = []
    basis: list[Span] = []
    symptom = False
    unexplained = bool(_UNEXPLAINED.search(doc.low) and _OBJECTIVE.search(doc.low))
    denied: Span | None = None
    for number, sentence in enumerate(doc.sentences):
        low = doc.of(sentence)
        if sentence.section in (Section.QUESTION, Section.ISSUE) or _unfinished(doc, sentence):
            continue
        if denied is None and _denied(doc, number, sentence, low, keys):
            denied = (sentence.start, sentence.end)
        if (none := _NONE.search(low)) is not None and not _OTHERS.search(low[: none.start()]):
            refused.append((sentence.start + none.start(), sentence.start + none.end()))
        if _BASIS.search(low):
            basis.append((sentence.start, sentence.end))
        score, complaint = _score(doc, sentence, low, keys, fields)
        if unexplained and _UNEXPLAINED.search(low):  # 38 C.F.R. § 3.317: the illness is one without a diagnosis
            score = max(score, 2)
        symptom = symptom or complaint
        if score:
            shown.append((score, (sentence.start, sentence.end)))
    marked = [one for one in doc.options if one.marked and _names_disease(doc.low[one.text_start : one.text_end])]
    shown += [(2, (one.start, one.end)) for one in marked]
    if any(_names_disease(name) for name in held):
        shown += [(2 if basis else 1, span) for span in basis[:1] or [(0, 1)]]
    return _judged(shown, refused, denied, tuple(basis[:3]), symptom=symptom)


def _names_disease(words: str) -> bool:
    """Whether a disease, and no mere complaint, is named."""
    return any(not one.symptom for one in conditions.find(words))


def _judged(
    shown: list[tuple[int, Span]], refused: list[Span], denied: Span | None, basis: tuple[Span, ...], *, symptom: bool
) -> Seen[Diagnosis]:
    """What the sentences amount to: a denial of the author's own outweighs a name, a name outweighs a refusal."""
    if denied is not None and not any(score >= 3 and span > denied for score, span in shown):
        return Seen(Diagnosis(False, basis, symptom), Certainty.HIGH, (denied,), "The author finds no such diagnosis.")
    shown.sort(key=lambda one: (-one[0], one[1]))
    best = shown[0][0] if shown else 0
    where = tuple(span for _, span in shown[:3])
    if best >= 3 or (best == 2 and not refused):
        return Seen(Diagnosis(True, basis, symptom), Certainty.HIGH if best >= 3 else Certainty.FAIR, where)
    if refused:
        return Seen(
            Diagnosis(False, basis, symptom),
            Certainty.HIGH,
            tuple(refused),
            "The letter says that the condition is not diagnosed, or that the author does not diagnose it.",
        )
    if best:
        return Seen(Diagnosis(True, basis, symptom), Certainty.LOW, where)
    return Seen(
        Diagnosis(False, basis, symptom),
        Certainty.FAIR,
        (),
        "Only complaints or a suspicion are named, no diagnosis."
        if symptom
        else "No diagnosis of the claimed condition was found.",
    )


def _denied(doc: Document, number: int, sentence: Sentence, low: str, keys: set[str]) -> bool:
    """Whether the author says that the claimed condition is not there: in words, or by "no" to a form's question."""
    asked = low.rstrip().endswith("?")
    match = _DIAGNOSIS_ASKED.search(low) if asked else _HAS_NOT.search(low)
    if match is None or (asked and answers.answer(doc, number) != "no"):
        return False
    if doc.quoted(sentence) or re.search(r"\b(?:wrote|examiner|denial|decision)\b", low[: match.start()]):
        return False
    named = [one for one in doc.conditions_of(sentence) if match.start() <= one.start < match.end() + _NEARBY]
    named = [one for one in named if not _another_kind(doc, low[: one.start])]
    return any(conditions.key(low[one.start : one.end]) in keys or not keys for one in named)


def _another_kind(doc: Document, before: str) -> bool:
    """Whether the word at the end of ``before`` makes what follows a kind of the disease that the letter names once:
    who has no "polycystic kidney disease" may well have kidney disease."""
    kind = _KIND.search(before[-30:])
    return kind is not None and doc.low.count(kind.group(1)) == 1


def _unfinished(doc: Document, sentence: Sentence) -> bool:
    """Whether the sentence holds a gap of a template."""
    return any(start < sentence.end and sentence.start < end for start, end in doc.gaps) and len(doc.gaps) > _TEMPLATE


def _score(doc: Document, sentence: Sentence, low: str, keys: set[str], fields: set[Field]) -> tuple[int, bool]:
    """How plainly the sentence gives a diagnosis, and whether it names a complaint.

    0 not at all, 1 weakly, 2 plainly, 3 by label, code or test.
    """
    named = doc.conditions_of(sentence)
    label = _LABEL.search(low)
    coded = bool(_CODE.search(doc.reading.text, sentence.start, sentence.end))
    if not named:
        filled = label is not None and HIDDEN not in label.group("what")[:12]
        labelled = filled and (
            sentence.section is Section.DIAGNOSIS or (label is not None and label.start() <= _LABEL_FIRST)
        )
        return (2 if labelled or coded else 0), False
    fitting = [one for one in named if _fits(low, one, keys, fields)]
    complaints = [one for one in fitting if one.symptom]
    diseases = [one for one in fitting if not one.symptom]
    if not diseases:
        return (2 if _NAMED_AFTER.search(low) else 1 if complaints and coded else 0), bool(complaints)
    return max(_of_disease(sentence, low, one, label, coded=coded) for one in diseases), bool(complaints)


def _of_disease(sentence: Sentence, low: str, one: Condition, label: re.Match[str] | None, *, coded: bool) -> int:
    before = low[max(0, one.start - 45) : one.start]
    if _DOUBTED.search(before[-34:]) or _TOLD.search(before[-40:]):
        return 0
    lead = low[: one.start]
    if coded or (label is not None and label.start("what") <= one.start + 12) or sentence.section is Section.DIAGNOSIS:
        return 3
    if _DIAGNOSED.search(low) and not _DOUBTED.search(low[max(0, one.start - 60) : one.start]):
        return 3
    if _SHOWN.search(lead):
        return 3
    if _THAT_IS.search(lead):
        return 3
    if _TOLD.search(lead) and not re.search(r"\b(?:i|we)\b", lead):
        return 1
    if _HAS.search(lead[-70:]) or re.search(r"\b(?:of|with|for) (?:\w+ ){0,3}$", lead):
        return 2
    return 1 if re.search(r"'s |\bhis |\bher |\btheir ", lead[-25:]) else 0


def _fits(low: str, one: Condition, keys: set[str], fields: set[Field]) -> bool:
    """Whether a named condition is the claimed one, or of its field where the claim is by a broad name."""
    if not keys:
        return True
    name = conditions.key(low[one.start : one.end])
    return name in keys or one.field in fields or any(name in key or key in name for key in keys if len(key) > 3)
