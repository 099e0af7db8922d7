"""Whole letters: those that must not be called strong, each for its own reason, and those that are."""

from __future__ import annotations

from pathlib import Path

import pytest

from nexus_desktop.models.rubric_models import Strength
from tests.unit.analysis.reading import result_of

LETTERS = sorted((Path(__file__).parents[2] / "data" / "opinion_letters").glob("*.txt"))
GRADES = [Strength.NONE, Strength.WEAK, Strength.MODERATE, Strength.STRONG]


def letter(path: Path) -> tuple[str, Strength, str]:
    """("at most" or "at least", the grade, the text)."""
    head, _, text = path.read_text("utf-8").partition("\n\n")
    bound, _, grade = head.splitlines()[0].partition(": ")
    return bound, Strength(grade), text


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_the_grade_keeps_its_bound(path: Path) -> None:
    bound, grade, text = letter(path)
    got = GRADES.index(result_of(text).compliance.strength)
    assert got <= GRADES.index(grade) if bound == "at most" else got >= GRADES.index(grade)


def test_both_kinds_are_there() -> None:
    bounds = [letter(path)[0] for path in LETTERS]
    assert bounds.count("at most") >= 12
    assert bounds.count("at least") >= 6


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_withdrawal_under_a_strong_letter_brings_it_down(path: Path) -> None:
    _, _, text = letter(path)
    result = result_of(text + "\nOn reflection I withdraw this opinion.\n")
    assert GRADES.index(result.compliance.strength) <= GRADES.index(Strength.WEAK)


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_every_word_shown_stands_in_the_letter(path: Path) -> None:
    _, _, text = letter(path)
    result = result_of(text)
    shown = [one.evidence for one in result.stated_opinions]
    shown += [found for part in result.opinion.items for found in part.evidence]
    assert all(text[one.start : one.end] == one.quote for one in shown)
