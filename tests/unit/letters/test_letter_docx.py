"""Word documents: every place that holds text, once, in reading order."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Callable
from functools import reduce
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nexus_desktop.letters import docx
from nexus_desktop.models.errors import NexusError
from tests.data.builders.reading import here, refusal
from tests.data.builders.word_letters import docx as build
from tests.data.builders.word_letters import (
    every_place,
    paragraph,
    part,
    run,
    sections,
    strict,
    table,
    zipped,
)

HIDDEN_STYLE, RING_STYLE = "<w:rStyle w:val='Note'/>", "<w:rStyle w:val='A'/>"
READ = "HeaderWord BodyWord CellWord InnerWord AnchorWord BoxWord ControlWord InsertedWord ShownWord FootWord EndWord"
READ += " FooterWord CommentWord"
NOT_READ = ("DeletedWord", "HiddenWord", "UnusedWord", "OtherWord", "AuthorWord")


@pytest.mark.parametrize("family", [lambda document: document, strict])
def test_every_place_is_read_once_and_in_order(family: Callable[[bytes], bytes]) -> None:
    extract = here(docx.read, family(every_place()))
    assert extract.phi_text.split() == READ.split()
    assert not any(word in extract.phi_text for word in NOT_READ)
    assert extract.parts_used == (
        *("header", "body", "footnotes", "endnotes", "footer", "comments"),
        *("table", "text box", "content control", "tracked insertion"),
    )
    assert set(extract.parts_found) - set(extract.parts_used) == {
        *("tracked deletion", "hidden text", "unused header or footer", "other parts"),
        *("document properties", "picture"),
    }


def text_of(body: str, **parts: str) -> str:
    return here(docx.read, build(body, {f"word/{name}.xml": content for name, content in parts.items()})).phi_text


def test_cells_are_parted_by_tabs_and_rows_by_newlines() -> None:
    rows = table(("Name", "Mara Quill"), ("Address", paragraph("12 Elm St") + paragraph("Alton")))
    assert text_of(paragraph("before") + rows + paragraph("after")) == (
        "before\nName\tMara Quill\nAddress\t12 Elm St\nAlton\nafter"
    )


def test_runs_of_one_word_stay_one_word() -> None:
    proofed = "<w:p><w:r><w:t>Qu</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>i<!--x-->ll</w:t></w:r></w:p>"
    assert text_of(proofed) == "Quill"


def test_signs_that_are_elements() -> None:
    inside = (
        "<w:t>123</w:t><w:noBreakHyphen/><w:t>45</w:t><w:tab/><w:t>ex</w:t><w:softHyphen/><w:t>am</w:t><w:br/>"
        "<w:t>next</w:t><w:br w:type='page'/><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='Symbol' "
        "w:char='F061'/><w:sym w:font='Webdings' w:char='zz'/><w:t>a\nb</w:t>"
    )
    assert text_of(f"<w:p><w:r>{inside}</w:r></w:p>") == "123-45\texam\nnext\f☑α\ufffda b"


def test_fields_show_their_result_and_not_their_code() -> None:
    mark = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    begin, separate, end = (mark.format(kind) for kind in ("begin", "separate", "end"))
    code = "<w:r><w:instrText>IF </w:instrText></w:r>"
    nested = f"{begin}{code}{begin}{separate}{run('compared')}{end}{separate}{run('shown')}{end}"
    simple = f"<w:fldSimple w:instr='DATE'>{run(' today')}</w:fldSimple>"
    assert text_of(f"<w:p>{nested}{simple}</w:p>") == "shown today"
    assert text_of(f"<w:p>{begin}{run('never closed')}</w:p>") == "never closed"


def test_answers_of_old_forms() -> None:
    def form(data: str) -> str:
        begin = f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{data}</w:ffData></w:fldChar></w:r>"
        return f"{begin}<w:r><w:fldChar w:fldCharType='end'/></w:r>"

    ticked = form("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>")
    empty = form("<w:checkBox><w:default w:val='0'/></w:checkBox>")
    entries = "<w:listEntry w:val='left'/><w:listEntry w:val='right'/>"
    chosen = form(f"<w:ddList><w:result w:val='1'/>{entries}</w:ddList>")
    assert text_of(f"<w:p>{ticked}{empty}{chosen}</w:p>") == "☒☐right"


def test_hidden_by_style_is_hidden() -> None:
    styles = (
        "<w:style w:styleId='Base'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:styleId='Note'><w:basedOn w:val='Base'/></w:style>"
        "<w:style w:styleId='A'><w:basedOn w:val='B'/></w:style>"
        "<w:style w:styleId='B'><w:basedOn w:val='A'/></w:style>"
    )
    body = (
        f"<w:p><w:pPr><w:pStyle w:val='Note'/></w:pPr>{run('unseen')}</w:p>"
        f"<w:p>{run('unseen too', HIDDEN_STYLE)}{run('seen')}{run(' ring', RING_STYLE)}</w:p>"
    )
    assert text_of(body, styles=part("styles", styles)) == "seen ring"


def test_struck_paragraph_marks_and_rows() -> None:
    struck = "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>Mara </w:t></w:r></w:p>"
    row = table(("gone",)).replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='2'/></w:trPr>")
    extract = here(docx.read, build(struck + paragraph("Quill") + row))
    assert extract.phi_text == "Mara Quill"
    assert "tracked deletion" in extract.parts_found


def test_moved_text_is_read_where_it_went() -> None:
    before, after = (f"<w:{name} w:id='1'>{run('moved')}</w:{name}>" for name in ("moveFrom", "moveTo"))
    assert text_of(f"<w:p>{before}{run('|')}{after}</w:p>") == "|moved"


def test_old_shapes_and_drawn_text() -> None:
    box = f"<w:pict><v:textbox><w:txbxContent>{paragraph('old box')}</w:txbxContent></v:textbox></w:pict>"
    art = "<w:pict><v:shape><v:textpath string='DRAFT'/></v:shape></w:pict>"
    drawn = "<w:drawing><a:p><a:r><a:t>drawn</a:t></a:r></a:p></w:drawing>"
    choices = f"<mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    silent = f"<mc:AlternateContent>{choices}</mc:AlternateContent>"
    assert text_of(f"<w:p><w:r>{silent}{art}{drawn}</w:r></w:p>").split() == ["old", "box", "DRAFT", "drawn"]


def test_diagrams_and_charts_are_read() -> None:
    def drawing(root: str, text: str) -> str:
        return (
            f'<{root} xmlns="urn:x" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p></{root}>"
        )

    parts = {
        "word/diagrams/data1.xml": drawing("dataModel", "cause and effect"),
        "word/diagrams/drawing1.xml": drawing("drawing", "cause and effect"),
        "word/charts/chart1.xml": drawing("chartSpace", "hearing over time"),
    }
    extract = here(docx.read, build(paragraph("body"), parts))
    assert extract.phi_text.split("\n\n") == ["body", "cause and effect", "hearing over time"]
    assert extract.parts_used == ("body", "diagram", "chart", "drawing")


def test_the_same_header_of_two_sections_is_read_once_and_equal_footnotes_twice() -> None:
    notes = "".join(f"<w:footnote w:id='{number}'>{paragraph('Id.')}</w:footnote>" for number in (1, 2))
    parts = {
        "word/header1.xml": part("hdr", paragraph("Mara Quill, MD")),
        "word/header2.xml": part("hdr", paragraph("Mara Quill, MD")),
        "word/footnotes.xml": part("footnotes", notes),
    }
    extract = here(docx.read, build(paragraph("body") + sections("header1", "header2"), parts))
    assert extract.phi_text == "Mara Quill, MD\n\nbody\n\nId.\nId."


def test_the_body_may_have_another_name() -> None:
    assert here(docx.read, build(paragraph("renamed"), main="word/document2.xml")).phi_text == "renamed"


def test_objects_and_imported_documents_are_named() -> None:
    body = f"{paragraph('body')}<w:p><w:r><w:object/></w:r></w:p><w:altChunk r:id='x'/>"
    extract = here(docx.read, build(body, {"word/embeddings/sheet.bin": b"x", "customXml/item1.xml": "<x/>"}))
    assert set(extract.parts_found) - set(extract.parts_used) == {
        *("embedded object", "imported document", "custom data"),
    }


def test_numbers_that_word_counts_are_named() -> None:
    numbered = paragraph("first").replace("<w:p>", "<w:p><w:pPr><w:numPr/></w:pPr>")
    assert here(docx.read, build(numbered)).parts_found == ("body", "list numbers")


def test_tables_sixty_deep_are_read() -> None:
    assert text_of(reduce(lambda inner, _: table((inner,)), range(60), paragraph("deep"))) == "deep"


def test_files_without_text() -> None:
    assert refusal(docx.read, build(paragraph(" "))) == "letter.empty"
    assert refusal(docx.read, build("", {"word/media/scan.jpg": b"x"})) == "letter.needs_ocr"


def test_other_archives() -> None:
    document_text = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}
    assert refusal(docx.read, zipped(document_text)) == "letter.unknown_kind"
    assert refusal(docx.read, zipped({})) == "letter.unknown_kind"
    assert refusal(docx.read, zipped({"word/media/a.png": "x"})) == "letter.corrupt"


def test_limits() -> None:
    assert refusal(docx.read, build(paragraph("x" * 101)), characters=100) == "letter.too_long"
    assert refusal(docx.read, build(paragraph("x")), unpacked_members=2) == "letter.unpacks_too_large"
    large = build(paragraph("x" * 2_000_000))
    assert refusal(docx.read, large, unpacked_mb=1) == "letter.unpacks_too_large"
    assert refusal(docx.read, large) == "letter.unpacks_too_large"  # 1:1000
    assert len(here(docx.read, large, unpack_ratio=5000).phi_text) == 2_000_000


def test_names_that_lead_out_of_the_archive_do_nothing() -> None:
    assert text_of(paragraph("safe"), **{"../../out": "<x/>", "../out": "<x/>"}) == "safe"


def test_two_parts_of_one_name_are_refused() -> None:
    twice = build(paragraph("one"), {"word/Document.xml": part("document", paragraph("two"))})
    assert refusal(docx.read, twice) == "letter.corrupt"


def test_a_member_with_a_zip_password() -> None:
    document = bytearray(build(paragraph("x")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := document.find(mark, start + 1)) >= 0:
            document[start + offset] |= 1
    assert refusal(docx.read, bytes(document)) == "letter.password"


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data())
def test_damage_is_reported_and_never_a_crash(data: st.DataObject) -> None:
    document = bytearray(every_place())
    for _ in range(data.draw(st.integers(1, 4))):
        document[data.draw(st.integers(0, len(document) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(NexusError):
        here(docx.read, bytes(document[: data.draw(st.integers(0, len(document)))]))


def test_the_builder_makes_real_archives() -> None:
    assert zipfile.ZipFile(BytesIO(every_place())).testzip() is None
