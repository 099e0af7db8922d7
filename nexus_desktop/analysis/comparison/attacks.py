"""The checklist of attackable reasons (rubric section 7), read from an adverse opinion with the words of each.

It must not cry wolf: nothing is reported of an opinion that favors the claim, of a point the examiner concedes, or of
records merely listed. What only a whole document can show is told with less certainty than what a sentence says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from nexus_desktop.analysis.comparison import attack_passages, attack_sentences
from nexus_desktop.analysis.comparison.adverse import Adverse
from nexus_desktop.analysis.comparison.attack_sentences import Found, Span
from nexus_desktop.models.analysis_models import Certainty, Evidence
from nexus_desktop.models.case_models import Conflict
from nexus_desktop.models.comparison_models import AUTHORITIES, TITLES, Attack, AttackId

_MOST = 3  # quotes of one reason

_REASONS: Final = frozenset(
    {
        AttackId.SILENCE, AttackId.HEARING_EXIT, AttackId.NOT_PRESUMPTIVE, AttackId.PERMANENT, AttackId.WRONG_FACTS,
        AttackId.CERTAINTY, AttackId.SELECTIVE, AttackId.SOLE, AttackId.SOUNDNESS, AttackId.ONE_EXPOSURE,
        AttackId.OWN_MEDICINE,
    }
)  # fmt: skip
"""Where one of these is found, the opinion is not without any reason."""

_POINTS: Final[dict[AttackId, str]] = {
    AttackId.SILENCE: "Silence in the records is taken as proof that nothing happened; that needs its own foundation.",
    AttackId.LAY: "The veteran's account is put aside because records do not repeat it; it was not weighed.",
    AttackId.HEARING_EXIT: "A normal test at separation does not by itself rule out a loss from service.",
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
    AttackId.SOUNDNESS: "Presumed sound unless noted at entry; only clear and unmistakable evidence rebuts.",
    AttackId.ONE_EXPOSURE: "All exposures over all deployments, and their combined effect, have to be considered.",
    AttackId.ONE_DIAGNOSIS: "The claim covers the disability that the symptoms show, whatever its label.",
    AttackId.OWN_MEDICINE: "A medical finding needs medical evidence; the adjudicator's own view is none.",
}


def attacks(text: str, conflicts: Iterable[Conflict] = ()) -> tuple[Attack, ...]:
    """Every attackable reason of an adverse opinion, in the order of the checklist; none where it is not adverse.

    ``conflicts``: those of this document with the facts of the case; the sure ones show wrong facts. Linear in length.
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
        made[AttackId.WRONG_FACTS] = _named(AttackId.WRONG_FACTS, Certainty.HIGH, (*told, *before)[:_MOST])
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


_DETECTORS: Final[tuple[tuple[AttackId, Callable[[Adverse], Found | None]], ...]] = (
    (AttackId.SILENCE, attack_sentences.silence),
    (AttackId.LAY, attack_sentences.lay),
    (AttackId.HEARING_EXIT, attack_sentences.hearing),
    (AttackId.NOT_PRESUMPTIVE, attack_sentences.not_presumptive),
    (AttackId.CAUSE_ONLY, attack_passages.cause_only),
    (AttackId.PERMANENT, attack_sentences.permanent),
    (AttackId.WRONG_FACTS, attack_passages.wrong_facts),
    (AttackId.CERTAINTY, attack_sentences.certainty),
    (AttackId.SELECTIVE, attack_passages.selective),
    (AttackId.SPECULATION, attack_passages.speculation),
    (AttackId.CONCLUSORY, attack_passages.conclusory),
    (AttackId.FIELD, attack_sentences.field),
    (AttackId.SOLE, attack_sentences.sole),
    (AttackId.SOUNDNESS, attack_sentences.soundness),
    (AttackId.ONE_EXPOSURE, attack_passages.one_exposure),
    (AttackId.ONE_DIAGNOSIS, attack_passages.one_diagnosis),
    (AttackId.OWN_MEDICINE, attack_sentences.own_medicine),
)
