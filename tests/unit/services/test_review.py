"""The attorney's decisions: nothing in doubt is decided by itself, and every step can be taken back."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest

from nexus_desktop.models.letter_models import (
    PERSON,
    ClientFields,
    Finding,
    Letter,
    LetterKind,
    Level,
    PhiCategory,
    Verdict,
)
from nexus_desktop.services.review import Review
from nexus_desktop.services.workbench import Preparation

TEXT = "Mr. Brook met Brook at the brook on May 3. Brook called Ann. Ann's tests were normal."
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def finding(words: str, nth: int, category: PhiCategory, verdict: Verdict) -> Finding:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Finding(at, at + len(words), category, verdict, "test", 0.9, "for the test")


SURE = finding("Brook", 0, PhiCategory.PATIENT, Verdict.REDACT)
ASKED = finding("Brook", 1, PhiCategory.PATIENT, Verdict.ASK)
WATER = finding("brook", 0, PhiCategory.PATIENT, Verdict.ASK)
DATE = finding("May 3", 0, PhiCategory.DATE, Verdict.REDACT)


def review(*findings: Finding) -> Review:
    letter = Letter(TEXT, LetterKind.PASTED, "0" * 64, len(TEXT))
    return Review(Preparation("one", letter, Level.MODERATE, ClientFields(), tuple(sorted(findings))))


def test_what_is_in_doubt_stays_undecided() -> None:
    one = review(SURE, ASKED, DATE)
    assert one.choice(SURE) is True
    assert one.undecided() == [ASKED]
    assert {decision.finding for decision in one.decisions("ann", NOW)} == {SURE, DATE}


def test_one_decision_can_be_for_all_the_same_words() -> None:
    one = review(SURE, ASKED, WATER)
    assert one.decide(ASKED, False, everywhere=True) == 3
    assert one.count(False) == 3
    one.decide(SURE, True)
    assert (one.choice(SURE), one.choice(ASKED)) == (True, False)


def test_a_text_names_somebody_only_with_whole_words_that_are_not_kept() -> None:
    one = review(SURE, DATE)
    for text, names in (("about Brook, seen", True), ("in Brookfield", False), ("the brook", False), ("May 3", True)):
        assert one.names_in(text) is names, text
    one.decide(SURE, False)
    assert not one.names_in("about Brook, seen")


def test_marking_words_marks_them_wherever_they_stand_alone() -> None:
    one = review(DATE)
    start = TEXT.index("Ann")
    added = one.add(start - 1, start + 4, PhiCategory.RELATIVE)  # a selection with the spaces around it
    assert added is not None
    assert added.detector == PERSON
    found = [one.text_of(item) for item in one.findings() if item.detector == PERSON]
    assert found == ["Ann", "Ann"]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (3, 4)])
def test_marking_nothing_does_nothing(start: int, end: int) -> None:
    one = review(DATE)
    assert one.add(start, end, PhiCategory.RELATIVE) is None
    assert one.findings() == [DATE]


def test_marking_what_is_removed_already_adds_nothing() -> None:
    one = review(DATE)
    assert one.add(DATE.start, DATE.end, PhiCategory.DATE) is None


def test_a_hundred_random_steps_can_be_taken_back_and_done_again() -> None:
    one, chance = review(SURE, ASKED, WATER, DATE), random.Random(7)
    states = [one.decisions("ann", NOW)]
    while len(states) <= 100:
        if chance.random() < 0.2:
            start = chance.randrange(len(TEXT) - 5)
            one.add(start, start + 5, PhiCategory.CUSTOM)
        else:
            one.decide(chance.choice(one.findings()), chance.random() < 0.5, everywhere=chance.random() < 0.3)
        if one.decisions("ann", NOW) != states[-1]:
            states.append(one.decisions("ann", NOW))
    for state in reversed(states[:-1]):
        one.undo()
        assert one.decisions("ann", NOW) == state
    assert one.undo() is None
    for state in states[1:]:
        one.redo()
        assert one.decisions("ann", NOW) == state


def test_stepping_goes_round() -> None:
    one = review(SURE, ASKED, DATE)
    assert one.next_after(SURE.start, undecided_only=False) == ASKED
    assert one.next_after(DATE.start, undecided_only=False) == SURE
    assert one.next_after(SURE.start, undecided_only=False, backwards=True) == DATE
    assert one.next_after(DATE.start, undecided_only=True) == ASKED


def test_decisions_are_carried_to_another_level() -> None:
    first = review(SURE, ASKED, DATE)
    first.decide(ASKED, False)
    first.add(TEXT.index("Ann"), TEXT.index("Ann") + 3, PhiCategory.RELATIVE)
    second = Review(review(SURE, ASKED, WATER).preparation, first)
    assert second.choice(ASKED) is False
    assert second.choice(WATER) is None
    assert sum(item.detector == PERSON for item in second.findings()) == 2
    assert DATE not in second.findings()
