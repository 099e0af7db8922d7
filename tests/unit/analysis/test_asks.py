"""What the doctor is asked: neutral, fitting the letter, and never to turn an opinion round."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nexus_desktop.models.rubric_models import ItemId
from tests.unit.analysis.reading import result_of

LETTERS = sorted((Path(__file__).parents[2] / "data" / "opinion_letters").glob("*.txt"))
_LEADING = re.compile(
    r"\bwhy (?:is|does|do|are) [^?]*\b(?:same|not change|despite)\b|\bplease (?:state|say|confirm) that\b"
)
NO_OPINION = """Discharge summary
Date: June 28, 2024
Patient with chronic lumbar strain, seen for eleven visits. He states that his back pain is due to the Army.
Erin Sadler, PT, DPT
"""
TWO_WAYS = """April 12, 2025
I am a physician board certified in physical medicine. I reviewed the VA notes. He is service connected for a left
ankle fusion. It is at least as likely as not that his right knee osteoarthritis is caused by the service-connected left
ankle fusion, because the knee takes up the load.
The lumbar strain is less likely than not caused or aggravated by the ankle; it dates from a lifting injury at work.
Felicia Grant, DO
"""
OUT_OF_FIELD = """May 2, 2024
I am a board-certified dermatologist and reviewed the claims file. In my opinion it is at least as likely as not that
his lumbar strain was caused by the fall from a truck at Fort Carson in 1987.
Harvey Stone, MD
"""


def questions(text: str) -> dict[ItemId, str]:
    return {one.item: one.ask for one in result_of(text).recommendations}


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_no_question_takes_its_answer_for_granted(path: Path) -> None:
    asked = questions(path.read_text("utf-8").partition("\n\n")[2])
    assert [ask for ask in asked.values() if _LEADING.search(ask.lower())] == []


def test_without_an_opinion_nobody_asks_which_of_several_is_meant() -> None:
    asked = questions(NO_OPINION)
    assert ItemId.MO1 in asked
    assert "which statement" not in asked[ItemId.MO3].lower()
    assert "or to neither" in asked[ItemId.MO5]


def test_an_opinion_against_one_of_two_conditions_is_not_asked_for_again() -> None:
    assert "stated as you mean it" in questions(TWO_WAYS)[ItemId.MO1]


def test_a_field_is_named_in_words_a_doctor_would_use() -> None:
    assert questions(OUT_OF_FIELD)[ItemId.PF2].endswith("with musculoskeletal conditions.")
