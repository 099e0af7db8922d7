"""PDF pages, fields, remarks, and what is named because it was not read."""

from __future__ import annotations

import pytest

from nexus_desktop.letters import line_ends, pdf
from nexus_desktop.letters.extract import ReadingLimits
from tests.data.builders.pdf_letters import encrypted, lines, nameless_font
from tests.data.builders.pdf_letters import pdf as build
from tests.data.builders.reading import here, limits, refusal

PICTURE = b"q 500 0 0 700 50 50 cm /I1 Do Q "


def test_pages_are_separated_by_form_feeds() -> None:
    extract = here(pdf.read, build(lines(b"Dear Sir,", b"first page"), lines(b"second page")))
    assert extract.phi_text == "Dear Sir,\nfirst page\fsecond page"
    assert (extract.pages, extract.encoding) == (2, None)
    assert extract.parts_found == extract.parts_used == ("body",)


def test_text_of_windows_fonts_keeps_its_quotes_and_accents() -> None:
    extract = here(pdf.read, build(lines(b"Se\xf1ora O\x92Neil \x96 \x93quoted\x94")))
    assert extract.phi_text == "Señora O’Neil – “quoted”"


def test_words_broken_at_the_line_end_are_whole_again() -> None:
    extract = here(pdf.read, build(lines(b"The veteran was ser-", b"vice connected; SSN 123-45-", b"6789.")))
    assert extract.phi_text == "The veteran was service connected; SSN 123-45-\n6789."


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("ser\ufffevice", "service"),
        ("post\ufffetraumatic", "post-traumatic"),
        ("Smith\ufffeJones", "Smith-Jones"),
        ("Thomp\ufffeson", "Thompson"),
        ("noise\ufffeinduced loss is induced by noise", "noise-induced loss is induced by noise"),
        ("be\ufffecause what may be a cause", "because what may be a cause"),
        ("follow\ufffeup, and follow-up", "follow-up, and follow-up"),
        ("\ufffe", "-"),
        ("no mark", "no mark"),
    ],
)
def test_hyphens_stay_where_the_letter_or_a_capital_says_so(text: str, mended: str) -> None:
    assert line_ends.mend(text) == mended


def test_fields_and_remarks_follow_their_page() -> None:
    yes = b"/FT/Btn/TU(At least as likely as not)/V/Yes/AS/Yes/AP<</N<</Yes 3 0 R/Off 3 0 R>>>>"
    extract = here(
        pdf.read,
        build(
            lines(b"Questionnaire"),
            lines(b"page two"),
            fields=[
                b"/FT/Tx/T(form1[0].name[0])/TU(Name of Veteran)/V(Mara Quill)",
                b"/FT/Tx/T(file no[0])/V<FEFF00430020003700310030>",
                b"/T(nexus)" + yes,
                b"/T(other)" + yes.replace(b"/V/Yes/AS/Yes", b"/V/Off/AS/Off"),
                b"/FT/Ch/Ff 131072/T(ear)/V(left)/Opt[(left)(right)]",
                b"/FT/Tx/T(empty)",
                b"/FT/Sig/T(signature)",
            ],
            annotations=[b"/Subtype/Text/Contents(A remark)", b"/Subtype/FreeText/Contents(Unseen)/F 2"],
        ),
    )
    assert extract.phi_text.split("\f")[0].splitlines() == [
        "Questionnaire",
        "A remark",
        "Name of Veteran: Mara Quill",
        "file no: C 710",
        "[x] At least as likely as not",
        "ear: left",
    ]
    assert {"annotations", "form fields"} <= set(extract.parts_used)
    assert {"hidden annotations", "signature field"} <= set(extract.parts_found) - set(extract.parts_used)


def test_a_field_that_stands_twice_is_read_once() -> None:
    twice = [b"/FT/Tx/T(name)/V(Mara Quill)"] * 2
    assert here(pdf.read, build(lines(b"x"), fields=twice)).phi_text.count("Mara Quill") == 1


def test_text_that_nobody_sees_is_read_and_named() -> None:
    content = (
        b"BT /F1 12 Tf 72 700 Td (shown) Tj 3 Tr 0 -14 Td (scan layer) Tj 0 Tr 1 g 0 -14 Td (white) Tj "
        b"0 g /F1 0.5 Tf 0 -14 Td (tiny) Tj /F1 12 Tf 0 -900 Td (below) Tj ET"
    )
    extract = here(pdf.read, build(content))
    assert extract.phi_text.split("\n") == ["shown", "scan layer", "white", "tiny", "below"]
    assert set(extract.parts_used) == {"body", "invisible text", "white text", "tiny text", "text beside the page"}


def test_pages_of_pictures_are_named() -> None:
    empty = b""
    extract = here(pdf.read, build(lines(b"letter"), PICTURE, PICTURE, empty, PICTURE + lines(b"Sent by fax")))
    assert extract.phi_text == "letter\f\f\f\fSent by fax"
    assert [part for part in extract.parts_found if part not in extract.parts_used] == [
        "pages 2-3 picture",
        "page 5 picture",
    ]


def test_shapes_without_letters_are_not_text() -> None:
    shapes = b"BT /F1 12 Tf 72 700 Td <002D0044005100480034> Tj ET"
    assert refusal(pdf.read, nameless_font(build(shapes))) == "letter.needs_ocr"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (PICTURE, "letter.needs_ocr"),
        (PICTURE + lines(b"Scanned with an app"), "letter.needs_ocr"),
        (b"9 9 m 99 99 l S", "letter.needs_ocr"),
        (b"", "letter.empty"),
        (lines(b"   "), "letter.empty"),
    ],
)
def test_pages_without_text(content: bytes, code: str) -> None:
    assert refusal(pdf.read, build(content)) == code


def test_what_lies_beside_the_pages_is_named() -> None:
    document = build(
        lines(b"letter"),
        info=b"/Title(Nexus letter)/Author(Q)",
        catalog=b"/Outlines<</First 5 0 R/Last 5 0 R/Count 1>>/Names<</EmbeddedFiles<</Names[(a.txt) 6 0 R]>>>>"
        b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
        extra=[b"<</Title(Opinion)/Parent 1 0 R>>", b"<</Type/Filespec/F(a.txt)/EF<<>>>>"],
    )
    extract = here(pdf.read, document)
    assert extract.phi_text == "letter"
    assert extract.parts_found == ("body", "attachments", "document properties", "bookmarks")


def test_a_file_whose_end_is_missing_is_named() -> None:
    assert "end of the file" in here(pdf.read, build(lines(b"letter")).replace(b"%%EOF", b"")).parts_found


def test_passwords() -> None:
    assert here(pdf.read, encrypted(lines(b"to be printed only"))).phi_text == "to be printed only"
    assert refusal(pdf.read, encrypted(lines(b"locked"), user=b"secret")) == "letter.password"


def test_limits() -> None:
    assert refusal(pdf.read, build(*[lines(b"x")] * 3), pages=2) == "letter.too_many_pages"
    assert refusal(pdf.read, build(lines(b"x"), box=b"[0 0 612 20000]")) == "letter.page_too_large"
    assert refusal(pdf.read, build(lines(b"x" * 60), lines(b"y" * 60)), characters=100) == "letter.too_long"
    assert refusal(pdf.read, build(lines(b"x" * 101)), characters=100) == "letter.too_long"


def test_progress_counts_pages() -> None:
    told: list[tuple[int, int]] = []
    pdf.read(build(lines(b"a"), lines(b"b")), ReadingLimits.of(limits()), lambda *pages: told.append(pages))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("cut", [40, 200, 500])
def test_damaged_files(cut: int) -> None:
    assert refusal(pdf.read, build(lines(b"letter"))[:-cut]) == "letter.corrupt"
