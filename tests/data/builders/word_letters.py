"""DOCX and RTF files from their smallest pieces. All people in them are invented."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
HIDDEN, NOT_HIDDEN = "<w:vanish/>", "<w:vanish w:val='0'/>"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def paragraph(*texts: str) -> str:
    """A paragraph of plain runs."""
    return f"<w:p>{''.join(run(text) for text in texts)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text; ``properties`` is what stands in its w:rPr."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table; each cell is XML of blocks, or plain text."""
    cells = (
        "".join(f"<w:tc><w:tcPr/>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def part(root: str, content: str) -> str:
    """A whole XML part with root element ``w:root``."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def docx(body: str, parts: dict[str, str | bytes] | None = None, *, main: str = "word/document.xml") -> bytes:
    """A DOCX. ``parts`` are members by name; those named header* and footer* can be referred to by their file name."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="{name.removeprefix("word/").removesuffix(".xml")}" Type="{_RELATION}/any" '
        f'Target="{name.removeprefix("word/")}"/>'
        for name in parts
        if name.startswith(("word/header", "word/footer"))
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
        f'Type="{_RELATION}/officeDocument" Target="{main}"/></Relationships>',
        main: part("document", f"<w:body>{body}</w:body>"),
        f"word/_rels/{main.rpartition('/')[2]}.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
    }
    return zipped(members | parts)


def strict(document: bytes) -> bytes:
    """The same document in the Strict family of namespaces."""
    with zipfile.ZipFile(BytesIO(document)) as source:
        return zipped({name: source.read(name).replace(W.encode(), _STRICT.encode()) for name in source.namelist()})


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A ZIP of these members, deflated."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return out.getvalue()


def sections(*references: str) -> str:
    """A w:sectPr that refers to header and footer parts by name, such as ``header1``."""
    kinds = "".join(
        f'<w:{"header" if name.startswith("header") else "footer"}Reference w:type="default" r:id="{name}"/>'
        for name in references
    )
    return f"<w:sectPr>{kinds}</w:sectPr>"


def every_place() -> bytes:
    """A document with a different invented word in every place that can hold text."""
    box = f"<w:txbxContent>{paragraph('BoxWord')}</w:txbxContent>"
    anchored = (
        f'<w:p>{run("AnchorWord")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}'
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    body = "".join(
        (
            paragraph("BodyWord"),
            table(("CellWord", table(("InnerWord",)))),
            anchored,
            f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('ControlWord')}</w:sdtContent></w:sdt>",
            f"<w:p><w:ins w:id='1' w:author='Q'>{run('InsertedWord')}</w:ins></w:p>",
            "<w:p><w:del w:id='2' w:author='Q'><w:r><w:delText>DeletedWord</w:delText></w:r></w:del></w:p>",
            f"<w:p>{run('HiddenWord', HIDDEN)}{run('ShownWord', NOT_HIDDEN)}</w:p>",
            sections("header1", "footer1"),
        )
    )
    note = "<w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote>"
    return docx(
        body,
        {
            "word/header1.xml": part("hdr", paragraph("HeaderWord")),
            "word/footer1.xml": part("ftr", paragraph("FooterWord")),
            "word/header9.xml": part("hdr", paragraph("UnusedWord")),
            "word/footnotes.xml": part("footnotes", f"{note}<w:footnote w:id='2'>{paragraph('FootWord')}</w:footnote>"),
            "word/endnotes.xml": part("endnotes", f"<w:endnote w:id='2'>{paragraph('EndWord')}</w:endnote>"),
            "word/comments.xml": part("comments", f"<w:comment w:id='1'>{paragraph('CommentWord')}</w:comment>"),
            "word/unheard_of.xml": f'<x xmlns="urn:x">{"OtherWord"}</x>',
            "docProps/core.xml": "<cp>AuthorWord</cp>",
            "word/media/image1.png": b"\x89PNG",
        },
    )


def rtf(body: str, prologue: str = r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}") -> bytes:
    """An RTF file; characters above 127 must be escaped by the caller."""
    return b"{\\rtf1" + prologue.encode("ascii") + b" " + body.encode("ascii") + b"}"


def xml_bomb(megabytes: int) -> bytes:
    """A DOCX of a few KB whose body unpacks to so many megabytes of one letter."""
    return docx(paragraph("A" * (megabytes * 1024 * 1024)))


def entity_bomb() -> bytes:
    """A DOCX whose body defines entities that would fill in to a thousand million words, and one from a file."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE w [<!ENTITY e0 "lol">{levels}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    xml = part("document", f"<w:body>{paragraph('&e9;', '&file;')}</w:body>")
    return docx("", {"word/document.xml": xml.replace("?>", f"?>{doctype}", 1)})


def deep_xml(levels: int) -> bytes:
    """A DOCX whose body nests so many content controls."""
    before, after = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
    return docx(before * levels + paragraph("deep") + after * levels)
