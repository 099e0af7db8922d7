"""Opinions in words that no table foresaw, each in a short letter: which way the letter points."""

from __future__ import annotations

from pathlib import Path

import pytest

from nexus_desktop.analysis.rubric.facts import gather
from nexus_desktop.models.analysis_models import Polarity

ROWS = [line.split("\t") for line in Path(__file__).with_name("plain_words.tsv").read_text("utf-8").splitlines()]
HEAD = (
    "Dear VA Reviewer,\n\nI am his orthopedic surgeon. Mr. Doe served in the Army from 2001 to 2008. He is service"
    " connected for PTSD and a left knee strain. He has osteoarthritis of the right hip and sleep apnea.\n\n"
)
TAIL = "\n\nSincerely,\nJohn Doe, MD\n"


@pytest.mark.parametrize(("polarity", "words"), ROWS)
def test_which_way_a_letter_points(polarity: str, words: str) -> None:
    assert gather(HEAD + words + TAIL).polarity is Polarity(polarity)


@pytest.mark.parametrize(
    "name",
    ["non-Hodgkin lymphoma", "non-healing ulcer", "non-melanoma skin cancer", "nonunion", "non-small cell lung cancer"],
)
def test_a_name_that_begins_with_non_denies_nothing(name: str) -> None:
    words = f"It is more likely than not that his {name} is the result of his service in Vietnam."
    assert gather(HEAD + words + TAIL).polarity is Polarity.FAVORABLE


def test_a_stance_does_not_undo_what_is_said_in_vas_own_words() -> None:
    words = (
        'The rater wrote that "duty at sea is not duty ashore" and that the examiner found the hip "less likely than'
        ' not related to service." I disagree with it. In my opinion it is at least as likely as not that the hip'
        " arthritis was caused by the jumps in service."
    )
    assert gather(HEAD + words + TAIL).polarity is Polarity.FAVORABLE


def test_that_it_was_there_before_is_no_answer_where_the_author_leaves_it_open() -> None:
    words = "The depression was there before the Army. Whether the Army made it worse I cannot tell."
    assert gather(HEAD + words + TAIL).polarity is Polarity.INCONCLUSIVE
