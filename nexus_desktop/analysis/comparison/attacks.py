"""The checklist of attackable reasons (rubric section 7), read from an adverse opinion with the words of each.

It must not cry wolf: nothing is reported of an opinion that favors the claim, of a point the examiner concedes, or of
records merely listed. What only a whole document can show is told with less certainty than what a sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from nexus_desktop.analysis.comparison import attack_words as words
from nexus_desktop.analysis.comparison.adverse import Adverse, Place
from nexus_desktop.analysis.rubric import claimed, conditions, elements_author
from nexus_desktop.analysis.rubric.condition_table import Field
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.links import Cause, LinkKind
from nexus_desktop.models.analysis_models import Certainty, Evidence, Polarity
from nexus_desktop.models.case_models import Conflict
from nexus_desktop.models.comparison_models import AUTHORITIES, TITLES, Attack, AttackId

Span = tuple[int, int]
Found = tuple[Certainty, list[Span]]
_MOST = 3  # quotes of one reason
_HIGH, _FAIR, _LOW = Certainty.HIGH, Certainty.FAIR, Certainty.LOW

_REASONS: Final = frozenset(
    {
        AttackId.SILENCE, AttackId.HEARING_EXIT, AttackId.NOT_PRESUMPTIVE, AttackId.PERMANENT, AttackId.WRONG_FACTS,
        AttackId.CERTAINTY, AttackId.SELECTIVE, AttackId.SOLE, AttackId.SOUNDNESS, AttackId.ONE_EXPOSURE,
        AttackId.OWN_MEDICINE,
    }
)  # fmt: skip
"""Where one of these is found, the opinion is not without any reason."""

_POINTS: Final[dict[AttackId, str]] = {
    AttackId.SILENCE: "Silence in the records is taken as evidence that nothing happened; that needs its own foundation.",
    AttackId.LAY: "The veteran's account is put aside because records do not repeat it, and is not weighed for what it says.",
    AttackId.HEARING_EXIT: "A normal test at separation does not by itself rule out that the loss comes from service.",
    AttackId.NOT_PRESUMPTIVE: "That a disease is not on a list says nothing of direct causation in this veteran.",
    AttackId.CAUSE_ONLY: "Only cause is answered; whether the service-connected condition made it worse is left open.",
    AttackId.PERMANENT: "For a secondary claim any increase in severity counts; it need not be permanent.",
    AttackId.WRONG_FACTS: "The premise is contradicted; an opinion on a false premise has no weight.",
    AttackId.CERTAINTY: "The standard is an approximate balance of the evidence, not proof, certainty or consensus.",
    AttackId.SELECTIVE: "The source also says what helps the claim, and that is not dealt with.",
    AttackId.SPECULATION: "An opinion may be declined only after saying what is missing and why it cannot be had.",
    AttackId.CONCLUSORY: "A conclusion without reasons cannot be weighed.",
    AttackId.FIELD: "The question may lie outside the examiner's field; raise it, and ask for the credentials.",
    AttackId.SOLE: "Service need not be the sole cause; the question that was answered is the wrong one.",
    AttackId.SOUNDNESS: "A condition not noted at entry is presumed absent; both prongs need clear and unmistakable evidence.",
    AttackId.ONE_EXPOSURE: "All exposures over all deployments, and their combined effect, have to be considered.",
    AttackId.ONE_DIAGNOSIS: "The claim covers the disability that the symptoms show, whatever its label.",
    AttackId.OWN_MEDICINE: "A medical finding needs medical evidence; the adjudicator's own view is none.",
}


def attacks(text: str, conflicts: Iterable[Conflict] = ()) -> tuple[Attack, ...]:
    """Every attackable reason of an adverse opinion, in the order of the checklist; none where it is not adverse.

    ``conflicts``: those of this document with the facts of the case; the sure ones show wrong facts. Linear in its length.
    """
    adverse = Adverse(text)
    return of(adverse, conflicts) if adverse.speaks_against else ()


def of(adverse: Adverse, conflicts: Iterable[Conflict] = ()) -> tuple[Attack, ...]:
    """The same for a document already read."""
    found: dict[AttackId, Found] = {}
    for attack_id, detector in _DETECTORS:
        seen = detector(adverse)
        if seen is not None and seen[1]:
            found[attack_id] = seen
    if found.keys() & _REASONS:  # there is a reason, of a kind
        found.pop(AttackId.CONCLUSORY, None)
    if AttackId.WRONG_FACTS in found:  # the same sentence is not told twice
        _without(found, AttackId.SILENCE, found[AttackId.WRONG_FACTS][1][:1])
    made = {attack_id: _attack(adverse, attack_id, seen) for attack_id, seen in found.items()}
    told = [evidence for one in conflicts if one.contradicts_premise for evidence in one.evidence]
    if told:
        before = made[AttackId.WRONG_FACTS].evidence if AttackId.WRONG_FACTS in made else ()
        made[AttackId.WRONG_FACTS] = _named(AttackId.WRONG_FACTS, _HIGH, (*told, *before)[:_MOST])
    return tuple(made[attack_id] for attack_id in AttackId if attack_id in made)


def _without(found: dict[AttackId, Found], attack_id: AttackId, spans: list[Span]) -> None:
    if attack_id not in found:
        return
    certainty, places = found[attack_id]
    left = [place for place in places if not any(a < place[1] and place[0] < b for a, b in spans)]
    if left:
        found[attack_id] = (certainty, left)
    else:
        del found[attack_id]


def _attack(adverse: Adverse, attack_id: AttackId, seen: Found) -> Attack:
    certainty, spans = seen
    quotes: list[Evidence] = []
    for start, end in spans:
        evidence = adverse.doc.reading.evidence(start, end)
        if evidence not in quotes:
            quotes.append(evidence)
    return _named(attack_id, certainty, tuple(quotes[:_MOST]))


def _named(attack_id: AttackId, certainty: Certainty, evidence: tuple[Evidence, ...]) -> Attack:
    return Attack(
        id=attack_id,
        title=TITLES[attack_id],
        certainty=certainty,
        point=_POINTS[attack_id],
        evidence=evidence,
        authorities=AUTHORITIES[attack_id],
    )


def _span(place: Place) -> Span:
    return place.sentence.start, place.sentence.end


def _spans(found: Iterator[tuple[Place, re.Match[str]]]) -> list[Span]:
    return list(dict.fromkeys(_span(place) for place, _ in found))


# --- reasons that a sentence shows -----------------------------------------------------------------------------


def _silence(adverse: Adverse) -> Found | None:
    return _HIGH, _spans(_absences(adverse, adverse.reasons(words.ABSENT)))


def _absences(adverse: Adverse, found: Iterator[tuple[Place, re.Match[str]]]) -> Iterator[tuple[Place, re.Match[str]]]:
    """Of places where something is said to be missing, those where it is missing from service, its records or the years
    since."""
    for place, match in found:
        start = max(place.low.rfind(mark, 0, match.start()) for mark in (".", ";")) + 1
        stops = [at for mark in (". ", ";") if (at := place.low.find(mark, match.end())) > 0]
        clause = place.low[start : min([*stops, len(place.low)])]
        near = place.low[max(start, match.start() - 60) : match.end() + 30]
        other = words.OTHER_ABSENCE.search(near) or words.CERTAINTY.search(match.group())
        elsewhere = words.NOT_PRESUMPTIVE.search(clause) or words.PERMANENT.search(clause)
        if words.TIMES.search(clause) and not other and not elsewhere:
            yield place, match


def _lay(adverse: Adverse) -> Found | None:
    spans: list[Span] = []
    for place in adverse.places:
        aside = words.PUT_ASIDE.search(place.low)
        asserted = words.ASSERTED.search(adverse.beside(place, -1)) or words.ASSERTED.search(place.low)
        match = (aside and (words.ACCOUNT.search(place.low) or words.LAY_PERSON.search(place.low)) and aside) or (
            asserted and words.UNSUPPORTED.search(place.low)
        )
        match = match or re.search(
            r"\bno objective evidence (?:to|of)[^.;]{0,30}(?:report|account|statement)", place.low
        )
        if match and not adverse.conceded(place, match) and adverse.serves(place):
            spans.append(_span(place))
    return _HIGH, spans


def _hearing(adverse: Adverse) -> Found | None:
    return _HIGH, [
        _span(place)
        for place, _ in adverse.reasons(words.HEARING)
        if words.EXIT.search(place.low) and words.EAR.search(adverse.doc.low)
    ]


def _not_presumptive(adverse: Adverse) -> Found | None:
    return _HIGH, _spans(adverse.reasons(words.NOT_PRESUMPTIVE))


def _permanent(adverse: Adverse) -> Found | None:
    return _HIGH, [
        _span(place) for place, _ in adverse.found(words.PERMANENT) if not words.BY_SERVICE.search(place.low)
    ]


def _certainty(adverse: Adverse) -> Found | None:
    found = adverse.reasons(words.CERTAINTY)
    return _HIGH, _spans((place, match) for place, match in found if not words.NO_DEMAND.search(place.low))


def _field(adverse: Adverse) -> Found | None:
    spans = _spans(adverse.found(words.FIELD))
    if spans:
        return _HIGH, spans
    author = elements_author.read_author(adverse.doc)
    names = claimed.claimed(adverse.doc, adverse.position)
    fields = next((known for name in names if (known := conditions.fields(name))), frozenset[Field]())
    knows = author.knows(fields)
    if fields and not knows.value and knows.where and author.credentials.value:
        return _LOW, list(knows.where[:1])
    return None


def _sole(adverse: Adverse) -> Found | None:
    return _HIGH, [_span(place) for place, _ in adverse.found(words.SOLE) if not words.NOT_REQUIRED.search(place.low)]


def _soundness(adverse: Adverse) -> Found | None:
    """Pre-existence found on less than clear and unmistakable evidence, in either prong."""
    if words.NOTED.search(adverse.doc.low):
        return None
    spans = []
    for place, _ in adverse.found(words.PRIOR):
        plain = len(words.PLAINLY.findall(place.low))
        both = words.AGGRAVATED.search(place.low) is not None
        if plain == 0 or (both and plain == 1 and adverse.against(place.low)):
            spans.append(_span(place))
    return _FAIR, spans


def _own_medicine(adverse: Adverse) -> Found | None:
    return _FAIR, [
        _span(place)
        for place, _ in adverse.found(words.ADJUDICATOR)
        if words.MEDICINE.search(place.low) and not words.BORROWED.search(place.low)
    ]


# --- reasons that a passage shows ------------------------------------------------------------------------------


def _cause_only(adverse: Adverse) -> Found | None:
    """A secondary claim is answered, and aggravation nowhere."""
    if words.AGGRAVATED.search(" ".join(place.low for place in adverse.places)):
        return None
    spans = [
        (one.start, one.end)
        for one in adverse.own
        if one.claim.polarity is Polarity.UNFAVORABLE
        and one.claim.kind is not LinkKind.AGGRAVATION
        and one.claim.object is Cause.ANCHOR
    ]
    return _FAIR, spans or _spans(adverse.found(words.ANCHOR))


def _wrong_facts(adverse: Adverse) -> Found | None:
    """It says that nothing of the kind is recorded in service, and tells of such a record."""
    missing = [*adverse.found(words.NO_EVENT), *_absences(adverse, adverse.found(words.ABSENT))]
    for place, match in missing:
        if not re.search(r"\bservice|active duty|\bstr", place.low):
            continue
        parts = set(_PARTS.findall(place.low[match.start() :])) or set(_PARTS.findall(place.low))
        for other in adverse.places:
            denied = words.NO_EVENT.search(other.low) or words.ABSENT.search(other.low)
            if other.number == place.number or denied or not _TREATED.search(other.low):
                continue
            if parts & set(_PARTS.findall(other.low)):
                return _FAIR, [_span(place), _span(other)]
    return None


_PARTS: Final = re.compile(
    r"\b(?:back|knee|shoulder|ankle|hip|neck|elbow|wrist|foot|hand|head|hearing|stomach|chest|skin|eye|leg|arm|jaw"
    r"|sinus)\b"
)
_TREATED: Final = re.compile(
    r"\b(?:service (?:treatment |medical )?records?|strs?|in-service records?|smrs?)\b[^.;]{0,40}(?:(?:show|contain"
    r"|document|reveal|note"
    r"|record|reflect)s?\b(?! (?:no|nothing|normal))|:)[^.;]{0,60}\b(?:seen|treated|treatment|sprain|strain|fracture"
    r"|injur\w+|dislocation"
    r"|complain\w*|pain|visit|entry|fall|blow|burn)"
)


def _selective(adverse: Adverse) -> Found | None:
    spans = []
    for place, _ in adverse.found_all(words.STUDY_LIMIT):
        near = place.low + " " + adverse.beside(place, -1)
        if words.STUDY.search(near) and not words.WEIGHED.search(near + " " + adverse.beside(place, 1)):
            spans.append(_span(place))
    return _FAIR, spans


def _speculation(adverse: Adverse) -> Found | None:
    """The opinion is declined, and nothing says what is missing."""
    spans = [(one.start, one.end) for one in adverse.own if one.claim.withheld]
    if not spans:
        spans = [
            _span(place)
            for place, _ in adverse.found(words.REFUSED)
            if not adverse.against(place.low) and not adverse.own
        ]
    explained = any(words.EXPLAINED.search(place.low) for place in adverse.places)
    against = adverse.below or any(one.claim.polarity is Polarity.UNFAVORABLE for one in adverse.own)
    return None if explained or against else (_HIGH, spans)


_STOCK: Final = re.compile(
    r"\b(?:clinical (?:judg\w+|experience|expertise)|(?:my |medical )?(?:expertise|experience|training|judg\w+|literature|knowledge)"
    r"|(?:a |my )?(?:thorough |careful |complete |full )?review of (?:the |all |available |veteran's |medical |service |treatment )*"
    r"(?:records?|claims file|c-?file|file|literature|evidence|history)|see (?:above|opinion|exam|the|attached)|no further rationale"
    r"|there is no nexus|medical opinion|rationale|based (?:up)?on)\b"
)
_LEAST = 5  # words that can be a reason


def _conclusory(adverse: Adverse) -> Found | None:
    """An opinion against the claim, and nothing that could be a reason."""
    one = adverse.position.governing
    if one is None and adverse.below:
        span = next((_span(place) for place in adverse.places if adverse.against(place.low)), None)
    elif one is not None and one.claim.polarity is Polarity.UNFAVORABLE:
        span = (one.start, one.end)
    else:
        span = None
    if span is None:
        return None
    aside = (Section.HISTORY, Section.RECORDS, Section.EXAMINATION, Section.DIAGNOSIS)
    lines = {s.line for s in adverse.doc.sentences if s.start < span[1] and span[0] < s.end}
    for place in adverse.places:
        told = place.sentence.section in aside and not lines.intersection(
            (place.sentence.line, place.sentence.line + 1)
        )
        if not told and _reasons(_LABEL.sub("", place.low)):
            return None
    return _HIGH, [span]


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
    r"|incurred)|no nexus"
    r"|unlikely)\b"
)
_LABEL: Final = re.compile(r"^\W*(?:\w+ ){0,2}?(?:opinion|rationale|conclusion|reasons?)\s*:")
_WHY: Final = re.compile(
    r"(?:\b(?:because|since (?!service|discharge|separation)|given|due to the (?:fact|lack|absence)|which|hence"
    r"|therefore|so that"
    r"|in the absence|absent|for (?:these|this|that) reasons?|based on (?!my|a review|clinical|experience|expertise"
    r"|training|medical (?:exp|train|judg))|on (?:that|this) basis)"
    r"|(?:^\W*|, ?)(?:as|so|and so) \w+)\b|[;:](?! *$)[^.]{25,}"
)


def _one_exposure(adverse: Adverse) -> Found | None:
    """Several exposures are named, one is dismissed, and none of the rest nor all of them together are weighed."""
    whole = adverse.doc.low
    if sum(pattern.search(whole) is not None for pattern, _ in words.EXPOSURES) < 2 or words.TOGETHER.search(whole):
        return None
    dismissed: dict[str, Span] = {}
    for place in adverse.places:
        named = [name for pattern, name in words.EXPOSURES if pattern.search(place.low)]
        if words.DISMISSED.search(place.low):
            dismissed |= dict.fromkeys(named, _span(place))
    return (_FAIR, list(dismissed.values())) if len(dismissed) == 1 else None


def _one_diagnosis(adverse: Adverse) -> Found | None:
    """PTSD is not diagnosed, another mental disorder is, and no opinion is given on it."""
    refused = _spans(adverse.found(words.NO_PTSD))
    others = _spans(adverse.found_all(words.OTHER_MENTAL))
    if not refused or not others:
        return None
    answered = any(
        words.OTHER_MENTAL.search(adverse.doc.low[one.start : one.end])
        or not conditions.find(adverse.doc.low[one.start : one.end])
        for one in adverse.own
        if one.start > refused[0][0]
    )
    return None if answered else (_FAIR, [refused[0], others[0]])


_DETECTORS: Final[tuple[tuple[AttackId, Callable[[Adverse], Found | None]], ...]] = (
    (AttackId.SILENCE, _silence),
    (AttackId.LAY, _lay),
    (AttackId.HEARING_EXIT, _hearing),
    (AttackId.NOT_PRESUMPTIVE, _not_presumptive),
    (AttackId.CAUSE_ONLY, _cause_only),
    (AttackId.PERMANENT, _permanent),
    (AttackId.WRONG_FACTS, _wrong_facts),
    (AttackId.CERTAINTY, _certainty),
    (AttackId.SELECTIVE, _selective),
    (AttackId.SPECULATION, _speculation),
    (AttackId.CONCLUSORY, _conclusory),
    (AttackId.FIELD, _field),
    (AttackId.SOLE, _sole),
    (AttackId.SOUNDNESS, _soundness),
    (AttackId.ONE_EXPOSURE, _one_exposure),
    (AttackId.ONE_DIAGNOSIS, _one_diagnosis),
    (AttackId.OWN_MEDICINE, _own_medicine),
)
