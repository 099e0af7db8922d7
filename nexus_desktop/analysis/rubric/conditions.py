"""Diseases and symptoms by their names, and the field of medicine each belongs to.

Used to say which condition an opinion is about, whether a diagnosis or only a symptom is named, and whether the
author's field fits. The table holds what letters and decisions name most; a form such as "-itis" stands for the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric.condition_table import SIDE, TABLE, Field


@dataclass(frozen=True, slots=True)
class Condition:
    """One named condition found in a text."""

    start: int
    end: int
    field: Field
    symptom: bool  # a complaint, not a diagnosis


PLURAL: Final = r"(?:(?<=[a-z])e?s)?"  # "rotator cuff tears"
_COMPILED: Final = tuple(
    (field, symptom, re.compile(rf"\b(?:{pattern}){PLURAL}(?!\w)")) for field, symptom, pattern in TABLE
)
_ANY: Final = re.compile(rf"\b(?:{'|'.join(pattern for _, _, pattern in TABLE)}){PLURAL}(?!\w)")
_SIDE_BEFORE: Final = re.compile(rf"(?<!\w){SIDE}$")
_SIDE_REACH = 60  # characters before a name in which its side and degree stand

# Names begin with one of these or have one of these forms; all else is passed over (it takes nine tenths of the time).
_HEAD = 3
_HEADS: Final = frozenset(
    run[:_HEAD] for _, _, pattern in TABLE for run in re.findall(r"[a-z]{2,}", re.sub(r"\\[a-zA-Z]", " ", pattern))
) | {"q", "mén"}
_FORMS: Final = ("itis", "osis", "pathy", "algia", "emia", "oma", "plegia", "megaly", "penia", "pathies")
_FOLLOWED: Final = re.compile(r"['’]?s?(?:-[a-z'-]{1,30})? (?:disease|syndrome|palsy|dystrophy|atrophy)")
_WORD: Final = re.compile(r"\w+")


def find(low: str, start: int = 0, end: int | None = None) -> list[Condition]:
    """The conditions named in ``low[start:end]``, longest first where two overlap, in the order they stand."""
    stop = len(low) if end is None else end
    found: list[Condition] = []
    for word in _WORD.finditer(low, start, stop):
        begin, text = word.start(), word.group()
        if text[:_HEAD] not in _HEADS and not text.endswith(_FORMS) and not _FOLLOWED.match(low, word.end(), stop):
            continue
        if not _ANY.match(low, begin, stop):
            continue
        for field, symptom, pattern in _COMPILED:
            match = pattern.match(low, begin, stop)
            if match is not None:
                found.append(Condition(_with_side(low, start, begin), match.end(), field, symptom))
    found.sort(key=lambda one: (one.start - one.end, one.start, one.symptom))
    kept: list[Condition] = []
    taken = bytearray(stop - start)
    for one in found:
        if not any(taken[one.start - start : one.end - start]):
            taken[one.start - start : one.end - start] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _with_side(low: str, start: int, place: int) -> int:
    """Where a name begins together with its side and degree ("left", "chronic")."""
    first = max(start, place - _SIDE_REACH)
    before = low[first:place]
    match = _SIDE_BEFORE.search(before) if before.endswith(" ") else None
    return first + match.start() if match else place


def fields(name: str) -> frozenset[Field]:
    """The fields that know a condition: its own, and for a cancer that of its organ."""
    found = {one.field for one in find(name.lower())} - {Field.OTHER}
    if found & {Field.CANCER, Field.NERVE}:
        found |= {field for pattern, field in _ORGANS if pattern.search(name.lower())}
    found |= {field for pattern, field in _SHARED if pattern.search(name.lower())}
    return frozenset(found)


def complaint(name: str) -> bool:
    """Whether a name is of a complaint ("headaches") and of no disease."""
    named = find(name.lower())
    return bool(named) and all(one.symptom for one in named)


def key(name: str) -> str:
    """A name as it is compared: without side, degree and VA's own words."""
    words = re.sub(rf"^{SIDE}", "", " ".join(name.lower().split()) + " ").strip()
    for pattern, plain in _ALIASES:
        if pattern.search(words):
            return plain
    return words


def alike(one: str, other: str) -> bool:
    """Whether two names may mean one condition: "cancer" and "prostate cancer", "back pain" and "lumbar strain"."""
    first, second = key(one), key(other)
    sides = set(_SIDES.findall(one.lower())), set(_SIDES.findall(other.lower()))
    if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
        return False
    if first == second:
        return True
    if first in _JOINTS and second in _JOINTS:
        return False
    words, also = (set(re.findall(r"[a-z]{3,}", name.lower())) - _COMMON for name in (one, other))
    if words & also:
        return True
    tumors = [bool(_TUMOR.search(name.lower())) for name in (one, other)]
    if any(tumors) and not all(tumors) and not any(name.lower() in _PLAIN_WORDS for name in (one, other)):
        return False  # "skin cancer" is no other disease of the skin
    plain = " ".join(name.lower() for name in (one, other) if "'s " not in name)  # "Peyronie's disease" names itself
    generic = _GENERIC & set(plain.split())
    known = fields(one), fields(other)
    return bool(generic) and (not all(known) or bool(known[0] & known[1]))


def words(several: str) -> frozenset[str]:
    """The words of a string, for lists that read better as prose."""
    return frozenset(several.split())


_TUMOR: Final = re.compile(
    r"cancer|carcinoma|lymphoma|leuk[ae]+mia|myeloma|melanoma|sarcoma|tumou?r|neoplasm|malignan|glioblastoma"
)
_PLAIN_WORDS: Final = words("condition conditions disability disorder disease illness problem problems")
_SIDES: Final = re.compile(r"\b(left|right)\b")
_JOINTS: Final = frozenset({"knee", "hip", "shoulder", "ankle", "neck", "low back", "radiculopathy"})
_COMMON: Final = words(
    "the his her left right both bilateral chronic severe moderate mild recurrent current disease syndrome disorder "
    "condition disability loss pain injury degenerative"
)
_GENERIC: Final = words("condition conditions disability disorder disease injury pain problem problems symptoms cancer")
_ORGANS: Final = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        (r"thyroid|adrenal|pituitary", Field.HORMONE),
        (r"lung|bronch|pleura|mesothelioma", Field.LUNG),
        (r"melanoma|skin|basal|squamous", Field.SKIN),
        (r"prostate|bladder|kidney|renal|testic|urothelial", Field.UROLOGY),
        (r"colon|colorectal|rectal|pancrea|liver|stomach|gastric|esophag|hepato|bile", Field.GUT),
        (r"brain|gliobl", Field.NERVE),
        (r"(?<!poly)(?<!radiculo)\bneuropath|diabetic", Field.HORMONE),
        (r"breast|ovarian|uterine|cervical cancer", Field.WOMEN),
        (r"throat|tongue|tonsil|oral|laryn|head and neck", Field.NOSE),
    )
)
_SHARED: Final = tuple(  # what more than one field knows
    (re.compile(pattern), field)
    for pattern, field in (
        (r"insomnia|nightmare disorder", Field.MIND),
        (r"restless legs", Field.SLEEP),
        (r"\bjaws?\b|mandib|maxill", Field.TEETH),
        (r"sciatica|radiculopath|fibromyalgia", Field.MUSCLE_BONE),
        (r"hepatitis [bc]", Field.INFECTION),
        (r"(?:vocal|voice|laryn)", Field.NOSE),
    )
)
_ALIASES: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"^stress disorder|post-?traumatic stress|\bptsd\b", "ptsd"),  # its "post-traumatic" is taken for a degree
        (r"coronary|isch[a]?emic heart|\bcad\b|\bihd\b", "coronary disease"),
        (r"^pulmonary disease|\bcopd\b|emphysema", "copd"),
        (r"atrial fib|a-?fib\b", "atrial fibrillation"),
        (r"alcohol", "alcohol use"),
        (r"anxiety|\bgad\b", "anxiety"),
        (r"amyotrophic|\bals\b|lou gehrig", "als"),
        (r"prostatic hyper|\bbph\b", "enlarged prostate"),
        (r"crohn", "crohn"),
        (r"carpal tunnel|\bcts\b", "carpal tunnel"),
        (r"plantar fasc", "plantar fasciitis"),
        (r"parkinson", "parkinson"),
        (r"temporomandibular|\btm[jd]\b", "jaw joint"),
        (r"chronic fatigue|myalgic enceph|\bcfs\b", "chronic fatigue"),
        (r"restless legs?|\brls\b|willis-ekbom", "restless legs"),
        (r"\bsle\b|lupus", "lupus"),
        (r"avascular necrosis|osteonecrosis|\bavn\b", "osteonecrosis"),
        (r"peripheral (?:arterial|artery|vascular)|\bpvd\b", "peripheral artery disease"),
        (r"sleep apnea|\bosa\b", "sleep apnea"),
        (r"hearing (?:loss|impairment)|deafness|snhl|presbycusis", "hearing loss"),
        (r"tinnitus|ringing", "tinnitus"),
        (r"migraine", "migraine"),
        (r"reflux|\bgerd\b", "reflux"),
        (r"irritable bowel|\bibs\b", "irritable bowel"),
        (r"diabetes|t2dm|dm2", "diabetes"),
        (r"(?<!pulmonary )hypertension|blood pressure", "hypertension"),
        (r"depress|dysthymi|\bmdd\b", "depression"),
        (r"radiculopath|sciatica", "radiculopathy"),
        (r"lumb|low(?:er)? back|\bback\b", "low back"),
        (r"cervical (?:spond|spine|dis|strain|sten)|\bneck\b", "neck"),
        (r"\bknee|patell|menisc|chondromal", "knee"),
        (r"shoulder|rotator", "shoulder"),
        (r"\bhip\b", "hip"),
        (r"ankle", "ankle"),
        (r"prostate cancer", "prostate cancer"),
        (r"kidney (?:cancer|carcinoma)|renal cell", "kidney cancer"),
        (r"kidney disease|\bckd\b|renal", "kidney disease"),
        (r"sinusitis", "sinusitis"),
        (r"flat ?f|pes planus", "flat feet"),
        (r"traumatic brain|\btbi\b", "traumatic brain injury"),
    )
)
