from __future__ import annotations

import pytest

from nexus_desktop.models.letter_models import (
    ClientFields,
    DeidentifiedText,
    Finding,
    Letter,
    LetterKind,
    Level,
    PhiCategory,
    Replacement,
)

# "Dear Ann Lee, call 555-0100 now." with two identifiers taken out
LETTER = "Dear Ann Lee, call 555-0100 now."
TEXT = DeidentifiedText(
    text="Dear [PATIENT], call [PHONE 1] now.",
    level=Level.MINIMAL,
    sha256="0" * 64,
    replacements=(
        Replacement(5, 12, "[PATIENT]", 5, PhiCategory.PATIENT),
        Replacement(19, 27, "[PHONE 1]", 21, PhiCategory.PHONE),
    ),
)


@pytest.mark.parametrize(
    ("words", "original"),
    [
        ("Dear", "Dear"),
        ("call", "call"),
        ("now.", "now."),
        ("[PATIENT]", "Ann Lee"),
        ("PATIENT", "Ann Lee"),  # part of a tag takes in the whole identifier
        (", call [PHONE 1] now", ", call 555-0100 now"),
        ("Dear [PATIENT], call [PHONE 1] now.", LETTER),
    ],
)
def test_spans_map_back_to_the_letter(words: str, original: str) -> None:
    start = TEXT.text.index(words)
    first, last = TEXT.to_original(start, start + len(words))
    assert LETTER[first:last] == original


def test_counts_name_categories_and_no_values() -> None:
    assert TEXT.counts() == {"PATIENT": 1, "PHONE": 1}


def test_phi_is_in_no_representation() -> None:
    letter = Letter("Dear Ann Lee", LetterKind.PASTED, "0" * 64, 12)
    client = ClientFields(names=("Ann Lee",), ssn=("123-45-6789",))
    assert "Ann" not in repr(letter)
    assert "Ann" not in repr(client)
    assert "6789" not in repr(client)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (5, 4)])
def test_a_finding_covers_something(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Finding(start, end, PhiCategory.DATE)


def test_levels_are_ordered() -> None:
    assert Level.MINIMAL.rank < Level.MODERATE.rank < Level.STRICT.rank
