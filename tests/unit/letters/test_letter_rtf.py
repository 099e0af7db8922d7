"""RTF: code pages, Unicode with fallbacks, places, and what the author took out."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nexus_desktop.letters import rtf
from nexus_desktop.models.errors import NexusError
from tests.data.builders.reading import here, refusal
from tests.data.builders.word_letters import rtf as build

FONTS = (
    r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\froman\fcharset238{\*\panose 02}Times CE;}"
    r"{\f2\fnil\fcharset2 Wingdings;}{\f3\fnil\fcharset128 Mincho;}{\f4\fnil\fcharset2 Symbol;}{\f5\cpg437 Box;}}"
    r"{\colortbl;\red1\green2\blue3;}{\stylesheet{\s0 Normal;}}"
)

PIECES = rb"{ } \u8217 \uc3 \'8 \'e9 \* \header \row \bin3 \pict \f9 \ud \upr \v \fonttbl \u99999999 text \ ; \x".split(
    b" "
)


def text_of(body: str, prologue: str = FONTS) -> str:
    return here(rtf.read, build(body, prologue)).phi_text.strip("\n ")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Jos\'e9 \'93so\'94", "José “so”"),
        (r"\f1 Wa\'b3\'easa", "Wałęsa"),
        (r"\f3 \'93\'fa\'96\'7b\'83A", "日本ア"),
        (r"\f5 \'81", "ü"),
        (r"\f2\'fe\'a8", "☑☐"),
        (r"\f4 a\u-3999?", "αα"),
        (r"\u321\'a3\u243o\uc0\u378 x", "Łóźx"),
        (r"\uc2\u8217\'92\'92s", "’s"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"{\uc1\u8211\endash}\u8212\emdash x", "–—x"),
        (r"\u8217\par next", "’\nnext"),
        (r"{\upr{Ma\'3fa}{\*\ud{Ma\u241?a}}}", "Maña"),
        (r"a\tab b\line c\page d", "a\tb\nc\fd"),
        (r"\lquote a\rquote\ldblquote b\rdblquote\endash\emdash\bullet", "‘a’“b”–—•"),
        (r"123\_45\~x\-y", "123-45\xa0xy"),
        (r"\{\}\\", "{}\\"),
        ("Ma\r\nra", "Mara"),
        ("a\\\nb", "a\nb"),
        (r"{\b Ma}{\i ra}", "Mara"),
        (r"{\*\unheard {of \'e9} destination}x", "x"),
        (r"{\pict\bin5 }{}\}x}y", "y"),
        (r"{\pict 00ff{\*\x }}y", "y"),
        (r"{\field{\*\fldinst HYPERLINK 'mailto:q'}{\fldrslt shown}}", "shown"),
        (r"{\listtext 1.\tab}opinion", "1.\topinion"),
        (r"{\object{\*\objdata 00}{\result seen}}", "seen"),
        (r"a\cell b\cell\row c\cell d\cell\row", "a\tb\nc\td"),
    ],
)
def test_text(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("family", "text"),
    [(r"\mac", "é"), (r"\pc", "Ä"), (r"\ansi\ansicpg1251", "Ћ"), (r"\ansi\ansicpg65001", "�"), (r"\ansicpg1", "Ž")],
)
def test_code_page_of_the_document(family: str, text: str) -> None:
    assert text_of(r"\'8e", family) == text


def test_every_place_is_read() -> None:
    extract = here(
        rtf.read,
        build(
            r"{\info{\title T}}{\header Head\par}{\headerf Head\par}{\footer Foot\par}Body{\footnote note}"
            r"{\footnote\ftnalt end}{\*\atnid Q}{\*\atnauthor Quill}{\*\annotation remark}"
            r"{\shp{\*\shpinst{\sp{\sn name}{\sv value}}{\shptxt box\par}}{\shprslt box}}"
            r"{\*\do{\dptxbxtext old box}} {\revised added}{\deleted struck}{\v hidden}\v too\v0  after\par"
        ),
    )
    assert extract.phi_text.split() == (
        ["Head", "Body", "box", "old", "box", "added", "after", "note", "end", "Foot", "remark"]
    )
    assert extract.parts_used == (
        *("header", "body", "footnotes", "endnotes", "footer", "comments"),
        *("text box", "tracked insertion"),
    )
    assert set(extract.parts_found) - set(extract.parts_used) == {
        *("document properties", "tracked deletion", "hidden text"),
    }


def test_plain_ends_hidden_text() -> None:
    assert text_of(r"\v x\plain y") == "y"


def test_files_without_text() -> None:
    assert refusal(rtf.read, build(r"\par")) == "letter.empty"
    assert refusal(rtf.read, build(r"{\*\shppict{\pict 00}}")) == "letter.needs_ocr"


@pytest.mark.parametrize("body", ["{open", r"\bin999 x", r"{\pict 00", "x\\"])
def test_files_that_end_too_early(body: str) -> None:
    assert refusal(rtf.read, build(body)[:-1]) == "letter.corrupt"


def test_limit_of_characters() -> None:
    assert refusal(rtf.read, build("x" * 101), characters=100) == "letter.too_long"


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES)))
def test_any_order_of_pieces_gives_text_or_an_error(pieces: list[bytes]) -> None:
    with contextlib.suppress(NexusError):
        here(rtf.read, b"{\\rtf1 " + b"".join(pieces) + b"}")
