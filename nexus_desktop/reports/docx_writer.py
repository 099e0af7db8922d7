"""A document as a Word file that can be edited: built-in styles only, so that a firm's own template fits over it.

The file names no author, no company and no machine, and carries no comments, no tracked changes and no hidden text.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from nexus_desktop.reports.document import (
    Block,
    Document,
    Grid,
    Heading,
    Items,
    Paragraph,
    Quote,
    Tone,
    Verbatim,
)

_POINTS = {Tone.BODY: 11, Tone.STRONG: 11, Tone.MUTED: 9, Tone.VERDICT: 15}


def render(document: Document, at: datetime) -> bytes:
    """The file. ``at`` is written as its date of creation and change."""
    import docx  # 0.2 s, and only here

    word = docx.Document()
    _properties(word.core_properties, document.title, at)
    if document.mark:
        word.sections[0].header.paragraphs[0].add_run(document.mark).bold = True
    word.sections[0].footer.paragraphs[0].add_run(document.footer).font.size = _points(8)
    for number, line in enumerate(document.letterhead.lines):
        run = word.add_paragraph().add_run(line)
        run.bold = number == 0
        run.font.size = _points(14 if number == 0 else 10)
    word.add_heading(document.title, 0)
    if document.subtitle:
        _paragraph(word, Paragraph(document.subtitle, Tone.MUTED))
    for block in document.blocks:
        _block(word, block)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _points(size: int) -> Any:  # noqa: ANN401 - the library has no types
    from docx.shared import Pt

    return Pt(size)


def _properties(core: Any, title: str, at: datetime) -> None:  # noqa: ANN401
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    core.title, core.created, core.modified, core.revision = title, at, at, 1


def _block(word: Any, block: Block) -> None:  # noqa: ANN401
    match block:
        case Heading():
            word.add_heading(block.text, block.level)
        case Paragraph():
            _paragraph(word, block)
        case Quote():
            quote = word.add_paragraph(style="Quote")
            quote.add_run(f"“{block.text}”")
            if block.place:
                quote.add_run(f"  {block.place}").font.size = _points(9)
        case Items():
            for entry in block.entries:
                word.add_paragraph(entry, style="List Number" if block.numbered else "List Bullet")
        case Grid():
            _grid(word, block)
        case Verbatim():
            for line in block.text.split("\n"):
                word.add_paragraph(line).paragraph_format.space_after = _points(0)


def _paragraph(word: Any, block: Paragraph) -> None:  # noqa: ANN401
    run = word.add_paragraph().add_run(block.text)
    run.font.size = _points(_POINTS[block.tone])
    run.bold = block.tone in (Tone.STRONG, Tone.VERDICT)


def _grid(word: Any, grid: Grid) -> None:  # noqa: ANN401
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    rows = ((grid.header,) if any(grid.header) else ()) + grid.rows
    table = word.add_table(rows=0, cols=len(grid.header), style="Table Grid")
    for number, cells in enumerate(rows):
        row = table.add_row().cells
        for column, text in enumerate(cells):
            paragraph = row[column].paragraphs[0]
            paragraph.add_run(text).bold = number == 0 and any(grid.header)
            if column in grid.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    word.add_paragraph()
