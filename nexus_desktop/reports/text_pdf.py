"""A PDF of plain text: headings, lines that wrap, page numbers. One font family that every reader has.

Why of our own: the command line makes these too, so Qt's writer is out; a general library would weigh more than the
rest of the reports for what are lines of text; and the same text gives the same bytes. Characters outside Windows'
Latin set are written as their code points.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

WIDTH, HEIGHT, MARGIN = 612, 792, 54  # points: US Letter
BODY, SMALL, TITLE = 9.5, 7.5, 16.0
LEADING = 1.35
# Widths of Helvetica's characters from 32 to 126, in thousandths of the font size (Adobe's public font metrics).
WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
WIDEST = 1015
FONTS = {"regular": "Helvetica", "bold": "Helvetica-Bold"}


class TextPdf:
    """Writes pages to a stream as they fill, so that a long document needs little memory. Call ``close`` at the end."""

    def __init__(self, stream: BinaryIO, title: str) -> None:
        self._stream, self._title = stream, title
        self._offsets: dict[int, int] = {}
        self._next = 3 + len(FONTS) + 1  # 1 catalogue, 2 pages, then the fonts, then what is written as it comes
        self._pages: list[int] = []
        self._page: list[str] = []
        self._y = float(HEIGHT - MARGIN)
        self._at = 0
        self._write(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")

    def heading(self, text: str) -> None:
        """A line in large letters."""
        self._text(text, TITLE, "bold", after=6)

    def strong(self, text: str) -> None:
        """A paragraph in bold letters."""
        self._text(text, BODY, "bold")

    def text(self, text: str, *, after: float = 0) -> None:
        """A paragraph, with so many points of room behind it."""
        self._text(text, BODY, "regular", after=after)

    def small(self, text: str, *, after: float = 0) -> None:
        """A paragraph in small letters."""
        self._text(text, SMALL, "regular", after=after)

    def close(self) -> None:
        """Finish the document; the stream stays open."""
        self._end_page()
        for number, font in enumerate(FONTS.values(), 3):
            self._object(number, f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>")
        info = 3 + len(FONTS)
        self._object(info, f"<< /Title ({_escaped(self._title)}) /Producer (Nexus Desktop) >>")
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self._object(2, f"<< /Type /Pages /Kids [{kids}] /Count {len(self._pages)} >>")
        self._object(1, "<< /Type /Catalog /Pages 2 0 R >>")
        start, count = self._at, max(self._offsets) + 1
        rows = "".join(f"{self._offsets[number]:010d} 00000 n \n" for number in range(1, count))
        self._write(f"xref\n0 {count}\n0000000000 65535 f \n{rows}".encode())
        self._write(f"trailer\n<< /Size {count} /Root 1 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())

    # --- lines and pages -----------------------------------------------------------------------------------------

    def _text(self, text: str, size: float, face: str, after: float = 0) -> None:
        for line in wrapped(text, size, WIDTH - 2 * MARGIN):
            if self._y - size * LEADING < MARGIN:
                self._end_page()
            self._y -= size * LEADING
            font = list(FONTS).index(face) + 1
            self._page.append(f"BT /F{font} {size} Tf {MARGIN} {self._y:.2f} Td ({_escaped(line)}) Tj ET")
        self._y -= after

    def _end_page(self) -> None:
        number = len(self._pages) + 1
        self._page.append(
            f"BT /F1 {SMALL} Tf {MARGIN} {MARGIN / 2} Td ({_escaped(f'{self._title}, page {number}')}) Tj ET"
        )
        content = zlib.compress("\n".join(self._page).encode("latin-1"))
        stream, page = self._next, self._next + 1
        self._next += 2
        self._object(
            stream,
            f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode() + content + b"\nendstream",
        )
        fonts = " ".join(f"/F{place} {place + 2} 0 R" for place in range(1, len(FONTS) + 1))
        self._object(
            page,
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {stream} 0 R "
            f"/Resources << /Font << {fonts} >> >> >>",
        )
        self._pages.append(page)
        self._page, self._y = [], float(HEIGHT - MARGIN)

    def _object(self, number: int, content: str | bytes) -> None:
        self._offsets[number] = self._at
        data = content.encode("latin-1") if isinstance(content, str) else content
        self._write(f"{number} 0 obj\n".encode() + data + b"\nendobj\n")

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._at += len(data)


def wrapped(text: str, size: float, room: float) -> Iterator[str]:
    """A paragraph as lines that fit; a word that is too long is broken."""
    limit, line, used = room * 1000 / size, "", 0
    for word in text.split(" "):
        for piece in _broken(word, limit):
            width = _width(piece)
            if line and used + WIDTHS[0] + width > limit:
                yield line
                line, used = piece, width
            else:
                line, used = (f"{line} {piece}", used + WIDTHS[0] + width) if line else (piece, width)
    yield line


def _broken(word: str, limit: float) -> Iterator[str]:
    start, used = 0, 0
    for place, character in enumerate(word):
        width = _width(character)
        if used + width > limit:
            yield word[start:place]
            start, used = place, 0
        used += width
    yield word[start:]


def _width(text: str) -> int:
    return sum(WIDTHS[ord(one) - 32] if 32 <= ord(one) <= 126 else WIDEST for one in text)


def _escaped(text: str) -> str:
    """Text inside a PDF string, as characters below 256 that stand for Windows' Latin set."""
    latin = text.encode("cp1252", "backslashreplace").decode("latin-1")
    kept = "".join(max(one, " ") for one in latin)
    return kept.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
