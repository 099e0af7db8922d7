"""Text of a PDF, page by page, with PDFium.

Form fields and remarks are not part of a page's text in PDFium, yet a filled-in questionnaire is made of them: they
follow their page. Scripts are not run (the build has no JavaScript) and attachments are not opened.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

from nexus_desktop.letters import line_ends, pdf_notes, pdf_objects
from nexus_desktop.letters.extract import Extract, PageDone, ReadingLimits, cleaned
from nexus_desktop.models.errors import (
    LetterCorrupt,
    LetterEmpty,
    LetterHasPassword,
    LetterNeedsOcr,
    LetterPageTooLarge,
    LetterTooLong,
    LetterTooManyPages,
)
from nexus_desktop.models.letter_models import LetterKind

_FEW = 100  # characters: a scan often bears a line of text, such as a fax header, a page number or a program's name
_MOST_OF_PAGE = 0.5
_SAMPLE, _MOST_UNKNOWN = 200, 0.3  # characters of a page asked whether their font names them; bullets often are not
_END, _TAIL = b"%%EOF", 4096  # bytes; readers look for it in the last 1,024
LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)  # a user password, or a certificate


@dataclass(slots=True)
class Reading:
    """What has been read so far."""

    limits: ReadingLimits
    pages: list[str] = field(default_factory=list)
    used: dict[str, None] = field(default_factory=dict)
    found: dict[str, None] = field(default_factory=dict)
    not_read: list[tuple[int, str]] = field(default_factory=list)
    pages_read: int = 0
    characters: int = 0

    def take(self, text: str, part: str) -> str:
        """Count text of a part against the limit."""
        self.characters += len(text)
        if self.characters > self.limits.characters:
            raise LetterTooLong(limit=self.limits.characters)
        if text.strip():
            self.used[part] = None
        return text


def read(data: bytes, limits: ReadingLimits, page_done: PageDone) -> Extract:
    """The text of a PDF; pages are separated by form feeds.

    A password that only restricts printing and copying does not matter; one that is needed to open the file raises
    LetterHasPassword. Raises LetterCorrupt, LetterTooManyPages, LetterPageTooLarge, LetterTooLong, LetterNeedsOcr
    where pages hold pictures or drawings and no text that can be read, and LetterEmpty where they hold nothing.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise LetterHasPassword if error.err_code in LOCKED else LetterCorrupt from None
    with document:
        document.init_forms()  # before any page, or fields are not found
        count = len(document)
        if count > limits.pages:
            raise LetterTooManyPages(pages=count, limit=limits.pages)
        if count == 0:
            raise LetterCorrupt
        reading = Reading(limits)
        fields = pdf_notes.Fields()
        for index in range(count):
            read_page(document, index, reading, fields)
            page_done(index + 1, count)
        for part in pdf_notes.parts_of_document(document):
            reading.found[part] = None
        if _END not in data[-_TAIL:]:  # PDFium mends a file that was cut off, and reads what is left of it
            reading.found["end of the file"] = None
    return _extract(reading)


def read_page(document: pypdfium2.PdfDocument, index: int, reading: Reading, fields: pdf_notes.Fields) -> None:
    """Add the text of one page to ``reading``, or why there is none. Raises LetterPageTooLarge, LetterTooLong."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        reading.pages.append("")
        reading.not_read.append((index + 1, "damaged"))
        return
    try:
        if max(page.get_size()) > reading.limits.page_points:
            raise LetterPageTooLarge(page=index + 1, limit=reading.limits.page_points)
        seen = pdf_objects.look_at(page)
        text = page_text(page, reading.limits)
        if text is not None:
            reading.take(text, "body")
        for part in seen.unusual_text:
            reading.used[part] = None
        notes = pdf_notes.read(document, page, fields)
        lines = [(text or "").rstrip()]
        lines += (reading.take(line, part) for part, line in notes.lines)
        for part in notes.left_out:
            reading.found[part] = None
    finally:
        page.close()
    reading.pages.append("\n".join(line for line in lines if line))
    visible = len("".join(reading.pages[-1].split()))
    if text is None:
        reading.not_read.append((index + 1, "unreadable characters"))
    elif visible < _FEW and seen.picture_share > _MOST_OF_PAGE:
        reading.not_read.append((index + 1, "picture"))
    elif visible:
        reading.pages_read += 1
    elif seen.draws:
        reading.not_read.append((index + 1, "picture" if seen.picture_share else "drawing"))


def page_text(page: pypdfium2.PdfPage, limits: ReadingLimits) -> str | None:
    """All characters of a page, also those outside its visible box, or None where they cannot be read.

    A font that does not say which letters its shapes are gives numbers of shapes ("Jane" may come as "-DQH"): no
    detector finds a name in that, and whoever has the key does. Raises LetterTooLong, LetterCorrupt.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        raise LetterCorrupt
    try:
        count = pdfium.FPDFText_CountChars(text_page)
        if count > limits.characters:  # before as many are copied
            raise LetterTooLong(limit=limits.characters)
        if count <= 0:
            return ""
        sample = range(0, count, max(count // _SAMPLE, 1))
        if sum(pdfium.FPDFText_HasUnicodeMapError(text_page, at) == 1 for at in sample) > _MOST_UNKNOWN * len(sample):
            return None
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)  # with a NUL at the end
        text = bytes(memoryview(buffer)[: max(written - 1, 0)]).decode("utf-16-le", "surrogatepass")
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return text.replace("\r\n", "\n").replace("\f", "\n")


def _extract(reading: Reading) -> Extract:
    pages = len(reading.pages)
    text = cleaned(line_ends.mend("\f".join(reading.pages)), reading.limits.characters)
    if not (reading.pages_read and text.strip()):
        kinds = {kind for _, kind in reading.not_read}
        if kinds & {"picture", "drawing", "unreadable characters"}:
            raise LetterNeedsOcr
        raise LetterCorrupt if kinds else LetterEmpty
    found = tuple(reading.used) + tuple(_page_parts(reading.not_read)) + tuple(reading.found)
    return Extract(text, LetterKind.PDF, pages, None, tuple(dict.fromkeys(found)), tuple(reading.used))


def _page_parts(not_read: list[tuple[int, str]]) -> list[str]:
    """``page 3 picture``, ``pages 5-9 picture``: which pages were not read, and what is on them."""
    parts = []
    for (_, kind), run in groupby(enumerate(not_read), key=lambda one: (one[1][0] - one[0], one[1][1])):
        numbers = [number for _, (number, _) in run]
        pages = f"page {numbers[0]}" if len(numbers) == 1 else f"pages {numbers[0]}-{numbers[-1]}"
        parts.append(f"{pages} {kind}")
    return parts
