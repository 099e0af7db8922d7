"""What a person should look at in the letter itself: shown as warnings, never obeyed and never scored twice."""

from __future__ import annotations

import re
from typing import Final

from nexus_desktop.analysis.rubric.derived import came_first
from nexus_desktop.analysis.rubric.facts import Facts
from nexus_desktop.analysis.rubric.scorecard import Grading
from nexus_desktop.models.analysis_models import Certainty
from nexus_desktop.models.facts_wording import EVENT
from nexus_desktop.models.rubric_models import Rubric, Strength

_PATIENT_LINE: Final = re.compile(
    r"\b(?:re|patient|veteran|name of (?:patient|claimant)[^:]{0,20}"
    r"|in re)\s*:\s*(?:veteran\s*:?\s*)?(?:mr\.?|ms\.?|mrs\.?)?\s*",
    re.IGNORECASE,
)
_TITLED: Final = re.compile(r"\b(?:Mr|Ms|Mrs)\.? ([A-Z][\w'’-]+)")
_HE: Final = re.compile(r"\b(?:he|his|him)\b")
_SHE: Final = re.compile(r"\b(?:she|her|hers)\b")


def notices(rubric: Rubric, facts: Facts, grading: Grading) -> tuple[str, ...]:
    """Warnings in plain words, in a fixed order."""
    found = []
    doc = facts.doc
    if doc.machine:
        found.append(
            "The letter holds text that addresses an AI or an automated reviewer. It was not followed and "
            "not scored; show it to a person."
        )
    if doc.gaps:
        found.append(f"The letter holds {len(doc.gaps)} notes or gaps in brackets that look unfinished.")
    if facts.position.box_conflict:
        found.append("A marked box and the narrative say different things; the narrative was followed.")
    elif facts.position.contradictions:
        found.append("The letter states opposite opinions on the same point; the later one was followed.")
    if facts.position.opposed:
        found.append(
            "The opinion on another condition in this letter goes against the claim; filing the letter "
            "files that opinion too."
        )
    one = facts.governing
    if one is not None and one.claim.certainty is Certainty.LOW:
        found.append("How sure the author is could not be read with certainty; read the quoted sentence yourself.")
    if len(_names(facts)) > 1:
        found.append("Two different patients may be named in this letter.")
    found += _dates(facts)
    if _two_sexes(facts):
        found.append("The letter speaks of the patient as both he and she.")
    if grading.held_by and grading.strength is Strength.MODERATE:
        titles = "; ".join(rubric.item(item).title.lower() for item in grading.held_by)
        found.append(f"The points alone would reach strong; it was held at moderate because of: {titles}.")
    return tuple(found)


def _dates(facts: Facts) -> list[str]:
    """What the dates of the letter say against it."""
    before = came_first(facts.derived)
    if before is None:
        return []
    months = f"{before.least} months before the event in service"
    return [f"By its dates, the {EVENT[before.earlier]} lies {months}; see whether the opinion deals with that."]


def _names(facts: Facts) -> set[str]:
    """Surnames that stand behind Mr. or Ms. in several places; relatives are named once or twice at most."""
    text = facts.doc.reading.text
    counted: dict[str, int] = {}
    for match in _TITLED.finditer(text):
        name = match.group(1).lower().removesuffix("'s")
        counted[name] = counted.get(name, 0) + 1
    return {name for name, count in counted.items() if count >= 3}


def _two_sexes(facts: Facts) -> bool:
    """Whether both pronouns are used of the person in the opinions."""
    words = " ".join(facts.doc.low[one.start : one.end] for one in facts.position.per_condition)
    return bool(_HE.search(words)) and bool(_SHE.search(words))
