"""Reads the papers the program writes, as another program would."""

from __future__ import annotations

import io
from contextlib import closing

import docx
import pypdfium2


def text_of(data: bytes) -> str:
    """All text of a Word, PDF, HTML or JSON file."""
    if data.startswith(b"PK"):
        return _of_docx(data)
    if data.startswith(b"%PDF"):
        with closing(pypdfium2.PdfDocument(data)) as pdf:
            return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return data.decode("utf-8")


def _of_docx(data: bytes) -> str:
    word = docx.Document(io.BytesIO(data))
    paragraphs = [paragraph.text for paragraph in word.paragraphs]
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    edges = [*word.sections[0].header.paragraphs, *word.sections[0].footer.paragraphs]
    return "\n".join([*(edge.text for edge in edges), *paragraphs, *cells])
