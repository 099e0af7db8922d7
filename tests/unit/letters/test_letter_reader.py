"""From file or clipboard to Letter."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from nexus_desktop.letters import reader
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import LetterKind
from tests.data.builders import pdf_letters, word_letters
from tests.data.builders.reading import from_file, limits

LETTERS = {
    LetterKind.PDF: pdf_letters.pdf(pdf_letters.lines(b"Dear Mara Quill")),
    LetterKind.DOCX: word_letters.docx(word_letters.paragraph("Dear Mara Quill")),
    LetterKind.RTF: word_letters.rtf("Dear Mara Quill"),
    LetterKind.TEXT: "Dear Mara Quill".encode("utf-16"),
}


@pytest.mark.parametrize("kind", LETTERS)
def test_every_kind_through_the_child(tmp_path: Path, kind: LetterKind) -> None:
    data = LETTERS[kind]
    letter = from_file(tmp_path, data)
    assert (letter.kind, letter.phi_text.strip()) == (kind, "Dear Mara Quill")
    assert (letter.size, letter.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert letter.parts_found == letter.parts_used == ("body",)
    assert "Quill" not in repr(letter)


def test_facts_of_a_kind(tmp_path: Path) -> None:
    assert from_file(tmp_path, LETTERS[LetterKind.PDF]).pages == 1
    assert from_file(tmp_path, LETTERS[LetterKind.TEXT]).encoding == "utf-16-le"


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[float] = []
    path = tmp_path / "letter"
    path.write_bytes(pdf_letters.pdf(*[pdf_letters.lines(b"x")] * 4))
    reader.read_file(path, limits(), lambda _, done: told.append(done))
    assert told == [0.25, 0.5, 0.75, 1.0]


def test_pasted_text_is_kept_as_given() -> None:
    text = "Dear\r\n  Mara \u00adQuill\u200b,\t“hello”\n\n"
    letter = reader.read_pasted(text, limits())
    assert letter.phi_text == text
    assert (letter.kind, letter.pages, letter.encoding) == (LetterKind.PASTED, None, None)
    assert (letter.size, letter.sha256) == (len(text.encode()), hashlib.sha256(text.encode()).hexdigest())


def test_pasted_text_loses_what_cannot_be_kept() -> None:
    assert reader.read_pasted("a\x00b\ud800c", limits()).phi_text == "ab\ufffdc"


@pytest.mark.parametrize(("text", "code"), [("", "letter.empty"), (" \0\n", "letter.empty"), ("xx", "letter.too_long")])
def test_pasted_text_that_is_refused(text: str, code: str) -> None:
    with pytest.raises(NexusError) as caught:
        reader.read_pasted(text, limits(characters=1))
    assert caught.value.code == code
