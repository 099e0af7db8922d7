"""The checklist of attackable reasons on labelled texts: what it was built on, and what was held back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from nexus_desktop.analysis.case_facts import conflicts
from nexus_desktop.analysis.comparison.attacks import attacks
from nexus_desktop.models.analysis_models import Certainty
from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.comparison_models import AUTHORITIES, TITLES, AttackId
from tests.unit.analysis.checking import authority_file

FOLDER = Path(__file__).parent
Labelled = list[tuple[frozenset[str], str]]


def labelled(name: str) -> Labelled:
    """(reasons, words) of each line."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    split = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(frozenset() if reasons == "-" else frozenset(reasons.split(",")), words) for reasons, words in split]


def told(words: str) -> set[str]:
    """The reasons found with some certainty, each checked to be quoted verbatim."""
    found = attacks(words)
    for one in found:
        assert all(words[e.start : e.end] == e.quote for e in one.evidence)
    return {one.id.value for one in found if one.certainty is not Certainty.LOW}


def measured(lines: Labelled) -> dict[str, tuple[int, int, int]]:
    """For each reason: found rightly, found wrongly, missed."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for reasons, words in lines:
        found = told(words)
        right.update(found & reasons)
        wrong.update(found - reasons)
        missed.update(reasons - found)
    return {one.value: (right[one.value], wrong[one.value], missed[one.value]) for one in AttackId}


def test_every_reason_has_authorities_that_we_list() -> None:
    listed = {one.id for one in authority_file().authorities}
    assert set(AUTHORITIES) == set(TITLES) == set(AttackId)
    assert {name for names in AUTHORITIES.values() for name in names} <= listed


def test_the_labelled_texts_hold_enough_of_both_kinds() -> None:
    for name, least in (("adverse_known.tsv", 200), ("adverse_held.tsv", 45)):
        lines = labelled(name)
        assert len(lines) >= least
        assert sum(not reasons for reasons, _ in lines) >= len(lines) // 4
        assert {one for reasons, _ in lines for one in reasons} <= {one.value for one in AttackId}


def test_known_reasons_are_found_and_little_else() -> None:
    figures = measured(labelled("adverse_known.tsv"))
    for reason, (right, wrong, missed) in figures.items():
        assert right >= 3 * wrong, (reason, right, wrong)
        assert right >= 4 * missed, (reason, right, missed)
    right, wrong, missed = (sum(one[at] for one in figures.values()) for at in range(3))
    assert right / (right + wrong) >= 0.97
    assert right / (right + missed) >= 0.95


def test_held_back_texts_are_not_cried_over() -> None:
    figures = measured(labelled("adverse_held.tsv")).values()
    right, wrong, missed = (sum(one[at] for one in figures) for at in range(3))
    assert right / (right + wrong) >= 0.85
    assert right / (right + missed) >= 0.65


@pytest.mark.parametrize(
    "words",
    [
        (
            "In my opinion it is at least as likely as not that the hip arthritis is due to the fall in service. The "
            "service treatment records are silent, hearing was normal at separation, and it is on no presumptive list."
        ),
        "The tear is due to the jump. No record of it exists, and service need not be the sole cause.",
        "",
        "Dear Sir, please find my notes attached.",
    ],
)
def test_nothing_is_told_of_a_text_that_is_not_adverse(words: str) -> None:
    assert attacks(words) == ()


def test_facts_of_the_case_show_wrong_facts() -> None:
    words = (
        "The veteran served on active duty from 1968 to 1972. The right hip arthritis is less likely than not due to "
        "service, because it was first seen on films taken thirty years later and follows a fracture of 1999."
    )
    facts = CaseFacts.model_validate({"service": [{"from": 1975, "to": 1979}]})
    assert AttackId.WRONG_FACTS not in {one.id for one in attacks(words)}
    found = {one.id: one for one in attacks(words, conflicts(words, facts))}
    assert found[AttackId.WRONG_FACTS].certainty is Certainty.HIGH
    assert found[AttackId.WRONG_FACTS].evidence[0].quote == "1968 to 1972"
    assert found[AttackId.WRONG_FACTS].authorities == ("reonal",)
