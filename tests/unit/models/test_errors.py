"""Every error a person may meet has a code of its own, a sentence, and a next step."""

from __future__ import annotations

import re

from nexus_desktop.models.errors import LetterTooLarge, NexusError, every_error


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
