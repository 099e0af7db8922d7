"""What a child may say, and that nothing else is believed."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest

from nexus_desktop.letters import protocol
from nexus_desktop.letters.extract import Extract, ReadingLimits
from nexus_desktop.models.errors import LetterEmpty, LetterTooManyPages, every_error
from nexus_desktop.models.letter_models import LetterKind
from tests.data.builders.reading import limits

LIMITS = ReadingLimits.of(limits(characters=50, pages=9))
EXTRACT = Extract("Mara Quill “x”\f", LetterKind.PDF, 2, "utf-8", ("body", "page 3 picture"), ("body",))


def test_a_request_survives_the_way() -> None:
    for scans in (False, True):
        source = BytesIO(protocol.request(3, protocol.Wanted(LIMITS, scans)) + b"a\nb")
        assert protocol.read_request(source) == (b"a\nb", protocol.Wanted(LIMITS, scans))
    with pytest.raises(EOFError):
        protocol.read_request(BytesIO(protocol.request(3, protocol.Wanted(LIMITS)) + b"a"))


def test_answers_survive_the_way() -> None:
    assert protocol.parse(protocol.letter(EXTRACT), LIMITS) == EXTRACT
    assert protocol.parse(protocol.ready(), LIMITS) is None
    assert protocol.parse(protocol.page_done(2, 9), LIMITS) == (2, 9)
    error = protocol.parse(protocol.failure(LetterTooManyPages(pages=10, limit=9)), LIMITS)
    assert isinstance(error, LetterTooManyPages)
    assert error.numbers == {"pages": 10, "limit": 9}
    assert isinstance(protocol.parse(protocol.failure(LetterEmpty()), LIMITS), LetterEmpty)


def changed(**values: Any) -> str:
    return json.dumps({"letter": json.loads(protocol.letter(EXTRACT))["letter"] | values})


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Traceback (most recent call last):",
        "[" * 100_000,
        "[]",
        '{"ready": false}',
        '{"page": 3, "pages": 2}',
        '{"page": 3, "pages": 10}',
        '{"page": -1, "pages": 2}',
        '{"letter": {}}',
        changed(phi_text=""),
        changed(phi_text=5),
        changed(phi_text="x" * 51),
        changed(phi_text="\ud800"),
        changed(kind="pasted"),
        changed(kind="exe"),
        changed(pages=-1),
        changed(pages=10),
        changed(encoding="Quill, Mara"),
        changed(parts_used=["header"]),
        changed(parts_used=[["body"]]),
        changed(parts_found=["body", "Mara Quill"]),
        changed(parts_found=["body", 3]),
        changed(parts_found=["body"] * 3000),
        changed(unsure=[{"start": 0, "end": 99, "confidence": 0.5}]),
        changed(unsure=[{"start": 2, "end": 2, "confidence": 0.5}]),
        changed(unsure=[{"start": 0, "end": 2, "confidence": 1.5}]),
        changed(unsure=[{"start": 0, "end": 2, "confidence": "Quill"}]),
        changed(unsure=[[0, 2, 0.5]]),
        '{"error": "letter.empty", "numbers": {"limit": 3}}',
        '{"error": "letter.too_many_pages", "numbers": {"pages": "Quill", "limit": 3}}',
        '{"error": "letter.too_many_pages", "numbers": {"pages": 3}}',
        '{"error": "database.damaged", "numbers": {}}',
        '{"error": "letter.no_such", "numbers": {}}',
        '{"error": "letter.empty"}',
    ],
)
def test_anything_else_is_garbage(line: str) -> None:
    with pytest.raises(protocol.Garbage) as caught:
        protocol.parse(line.encode(errors="surrogatepass"), LIMITS)
    assert "Quill" not in str(caught.value)


def test_the_longest_letter_fits_the_cap() -> None:
    text = "😀" * LIMITS.characters
    answer = protocol.letter(Extract(text, LetterKind.TEXT, None, None, ("body",), ("body",)))
    assert len(answer) + LIMITS.pages * len(protocol.page_done(9, 9)) <= protocol.longest_answer(LIMITS)


def test_letters_are_not_in_representations() -> None:
    assert "Quill" not in repr(EXTRACT)


def test_every_error_of_a_letter_can_be_told() -> None:
    assert len({error.code for error in every_error() if error.code.startswith("letter.")}) >= 15
