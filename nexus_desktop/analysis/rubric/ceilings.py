"""The best strength that the reading of the opinion itself allows, whatever the points: doubt lowers it.

A wrong "strong" is the worst this program can do, so each ceiling stands by itself. A reading that is unsure, torn
between yes and no, or put down to a cause that may not count, is worth no more than "weak" until the doctor is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.items_connection import without_baseline
from nexus_desktop.analysis.rubric.known_causes import known_elsewhere
from nexus_desktop.analysis.rubric.opinions import Opinion
from nexus_desktop.analysis.rubric.theories import claims_presumption
from nexus_desktop.models.analysis_models import Certainty, Polarity
from nexus_desktop.models.rubric_models import ItemId, Strength

_OF_WAR: Final = re.compile(r"\bptsd\b|\bpost-?traumatic stress\b|\bblast (?:injury|tbi)\b")
_CIVIL_TRAUMA: Final = re.compile(
    r"\bchildhood\b|\bas a child\b|\bmotor vehicle\b|\bcar (?:crash|accident|wreck)\b|\bpolice\b|\bfire ?fighter"
    r"|\bdomestic\b|\bafter (?:his |her )?(?:service|discharge)\b|\bsince (?:his |her )?(?:discharge|service)\b"
    r"|\brobbery\b"
)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """A limit on strength, and the items whose good answers would lift it; none where no answer can."""

    strength: Strength
    lifted_by: tuple[ItemId, ...]


def ceilings(facts: Facts) -> tuple[Ceiling, ...]:
    """Every limit that applies to the letter."""
    one = facts.governing
    if one is None:
        if facts.presumed and claims_presumption(facts.doc):  # bare where no paper shows diagnosis or service
            unread = facts.review.value.extent == "none"
            return (Ceiling(Strength.WEAK, (ItemId.MR3,)),) if unread else ()
        return (Ceiling(Strength.WEAK, (ItemId.MO1, ItemId.MO2)),)
    found = []
    if facts.position.torn:
        found.append(Ceiling(Strength.WEAK, (ItemId.MO3,)))
    if facts.withdrawn and not _replaced(facts, one):
        found.append(Ceiling(Strength.WEAK, (ItemId.MO1, ItemId.MO3)))
    if facts.doubted or facts.position.second_voices:
        found.append(Ceiling(Strength.MODERATE, (ItemId.MO3,)))
    if not facts.signed.value:
        found.append(Ceiling(Strength.MODERATE, (ItemId.PF4,)))
    if one.claim.withheld:
        found.append(Ceiling(Strength.WEAK, (ItemId.MO1, ItemId.MO2)))
    found += _of_the_presumption(facts, one) if facts.presumed else _of_the_claim(facts, one)
    return tuple(found)


def _of_the_presumption(facts: Facts, one: Opinion) -> list[Ceiling]:
    """The limits where a presumption stands in for the opinion."""
    if bare_presumption(facts):
        return [Ceiling(Strength.WEAK, (ItemId.MR1, ItemId.MR3))]
    return [Ceiling(Strength.MODERATE, (ItemId.MO2,))] if one.claim.certainty is Certainty.LOW else []


def _replaced(facts: Facts, one: Opinion) -> bool:
    """Whether what was taken back is an earlier letter, in the message or letter that gives the new opinion."""
    last = max(end for _, end in facts.withdrawn)
    within = [each for each in facts.doc.messages if each.start <= one.start < each.end]
    start = within[0].start if within else 0
    return one.revised and start <= min(begin for begin, _ in facts.withdrawn) and last <= one.start


def _of_the_claim(facts: Facts, one: Opinion) -> list[Ceiling]:
    """The limits that lie in what the governing statement itself says."""
    found = []
    if one.claim.polarity is Polarity.UNFAVORABLE and not facts.position.torn:
        found.append(Ceiling(Strength.WEAK, ()))
    elif one.claim.polarity is not Polarity.FAVORABLE:
        found.append(Ceiling(Strength.WEAK, (ItemId.MO2,)))
    elif open_cause(facts):
        found.append(Ceiling(Strength.MODERATE if _of_war(facts, one) else Strength.WEAK, (ItemId.SC2,)))
    if facts.review.value.extent == "none":  # the reasons rest on nothing that a reader could look up
        found.append(Ceiling(Strength.WEAK, (ItemId.MR3,)))
    if without_baseline(facts):
        found.append(Ceiling(Strength.MODERATE, (ItemId.SC3,)))
    if one.claim.conditional:
        found.append(Ceiling(Strength.MODERATE, (ItemId.SC4,)))  # its premise has to be proved
    if one.claim.certainty is Certainty.LOW:  # a slip of the pen ("as least as likely") still shows its sense,
        # and a flat statement the author's view where it is called that
        meant = one.claim.strict or one.own_words
        found.append(Ceiling(Strength.MODERATE if meant else Strength.WEAK, (ItemId.MO2,)))
    return found


def bare_presumption(facts: Facts) -> bool:
    """Whether a presumption is named and nothing else: no record was read, and no reasons of the author's own are given
    or the statement is made in passing."""
    one = facts.governing
    reasoned = facts.rationale.value.extent == "detailed"
    passing = one is not None and one.claim.certainty is Certainty.LOW
    return facts.review.value.extent == "none" and (not reasoned or passing) and not facts.literature.value.named


def _of_war(facts: Facts, one: Opinion) -> bool:
    """Whether the cause is a disorder that comes of service as a rule, and nothing else is said of where it came"
    " from."""
    words = facts.doc.low[one.start : one.end]
    told = [facts.doc.of(s) for s in facts.doc.sentences if _OF_WAR.search(facts.doc.of(s))]
    return _OF_WAR.search(words) is not None and not any(_CIVIL_TRAUMA.search(low) for low in told)


def open_cause(facts: Facts) -> bool:
    """Whether the favorable opinion names a cause that is neither service nor known to be service connected."""
    one = facts.governing
    if one is None or one.boxed or one.claim.object not in (Cause.CONDITION, Cause.UNKNOWN):
        return False
    return not known_elsewhere(facts.doc, one)
