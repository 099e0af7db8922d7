"""Every error a person may meet has a code of its own, a sentence, and a next step."""

from __future__ import annotations

import re
from pathlib import Path

from nexus_desktop.models.errors import LetterTooLarge, NexusError, ServiceDown, catalogue, every_error
from nexus_desktop.runtime import paths

TESTS = Path(__file__).resolve().parents[2]


def test_codes_are_unique_and_stable_in_form() -> None:
    codes = [error.code for error in every_error()]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[a-z]+(\.[a-z_]+)?", code) for code in codes)


def test_every_error_says_what_happened_and_what_to_do() -> None:
    for error in every_error():
        assert error.text.endswith((".", "”.")), error.code
        assert error.next_step.endswith((".", "”.")), error.code
        assert error.text != NexusError.text, error.code
        assert "!" not in error.text + error.next_step, error.code


def test_numbers_are_put_into_the_sentence() -> None:
    assert "75 MB" in LetterTooLarge(size=75, limit=50).sentence
    assert str(LetterTooLarge(size=75, limit=50)).startswith("letter.too_large: ")


def test_the_page_of_codes_is_the_one_of_the_program() -> None:
    assert paths.resource("help/error-codes.md").read_text("utf-8") == catalogue.page()


def test_every_code_is_produced_by_some_test() -> None:
    """A failure that no test brings about is a sentence nobody has ever seen."""
    here = Path(__file__)
    tests = "\n".join(path.read_text("utf-8") for path in TESTS.rglob("*.py") if path != here)
    unseen = [e.code for e in every_error() if e.code not in tests and not re.search(rf"\b{e.__name__}\b", tests)]
    assert unseen == []


def test_a_number_in_parentheses_is_left_out_of_a_sentence_in_general() -> None:
    assert ServiceDown.in_general() == "The service has a failure of its own."
    assert "(limit)" in LetterTooLarge.in_general()
