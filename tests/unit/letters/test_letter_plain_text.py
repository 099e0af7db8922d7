"""Encodings of plain text, and files that only look like text."""

from __future__ import annotations

import codecs

import pytest

from nexus_desktop.letters import plain_text
from nexus_desktop.letters.extract import clean
from tests.data.builders.reading import here, refusal

LETTER = "Señora Núñez’s tinnitus – “ringing” – began in service.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LETTER.encode(), "utf-8"),
        (codecs.BOM_UTF8 + LETTER.encode(), "utf-8"),
        (LETTER.encode("cp1252"), "cp1252"),
        (LETTER.encode("utf-16"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"), "utf-16-be"),
        (LETTER.encode("utf-16-le"), "utf-16-le"),
        (LETTER.encode("utf-16-be"), "utf-16-be"),
        (LETTER.encode("utf-32"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + LETTER.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    extract = here(plain_text.read, data)
    assert (extract.phi_text, extract.encoding, extract.pages) == (LETTER, encoding, None)


def test_a_damaged_byte_does_not_turn_utf8_into_nonsense() -> None:
    extract = here(plain_text.read, LETTER.encode() + b"\xff and a cut \xc3")
    assert extract.phi_text == LETTER + "\ufffd and a cut \ufffd"
    assert extract.encoding == "utf-8"


def test_form_feeds_part_pages_and_newlines_become_one_kind() -> None:
    extract = here(plain_text.read, b"one\r\ntwo\rthree\x0b\x0cnext\x0c")
    assert (extract.phi_text, extract.pages) == ("one\ntwo\nthree\n\fnext", 2)


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("Qu\xadi\u200bll\ufeff", "Quill"),
        ("\u202eevil\u202c", "evil"),
        ("Gri\ufb03n", "Griffin"),
        ("Jose\u0301", "José"),
        ("it\x92s", "it’s"),
        ("\ud83d\ude00\ud83d", "😀\ufffd"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("a\u2028b", "a\nb"),
    ],
)
def test_what_has_no_shape_is_taken_out(dirty: str, text: str) -> None:
    assert clean(dirty) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b" \n\t\x0c\r\n", "letter.empty"),
        (bytes(range(256)) * 40, "letter.unknown_kind"),
        (bytes(4096), "letter.unknown_kind"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "letter.unknown_kind"),
        (b"<svg xmlns='x'/>", "letter.unknown_kind"),
        (b"\n <!DOCTYPE html><p>Dear Sir</p>", "letter.web_or_mail"),
        (b"<!-- saved --><HTML lang='en'>Dear Sir", "letter.web_or_mail"),
        ("<html>Dear Sir".encode("utf-16"), "letter.web_or_mail"),
        (b"Received: from q\r\n\tby r\r\nFrom: q@example.org\r\n\r\nDear Sir", "letter.web_or_mail"),
        (b"From q@example.org Mon\nMessage-ID: <1>\nSubject: x\n\nDear Sir", "letter.web_or_mail"),
        (b"x" * 101, "letter.too_long"),
        (("xxx" + "\ufb03" * 90).encode(), "letter.too_long"),  # of 270 letters in the end
        (b"\x0cx" * 4, "letter.too_many_pages"),
    ],
)
def test_refusals(data: bytes, code: str) -> None:
    assert refusal(plain_text.read, data, characters=100 if b"xxx" in data else 99_999, pages=2) == code


@pytest.mark.parametrize(
    "text",
    [
        "From: Mara Quill\nTo: VA\nDate: 3 May 2021\nSubject: opinion\n\nDear Sir",  # a memo, or mail saved as text
        "<Letterhead of the practice>\nThe body of the opinion",
        "To whom it may concern,\nMIME-Version: is mentioned here",
        "BMW and MZ and PK are letters too",
    ],
)
def test_letters_that_look_a_little_like_something_else(text: str) -> None:
    assert here(plain_text.read, text.encode()).phi_text == text
