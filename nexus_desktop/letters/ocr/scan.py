"""The reader of scans: pages that are pictures become text; pages with text of their own keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nexus_desktop.letters.extract import Extract, PageDone, ReadingLimits, cleaned
from nexus_desktop.letters.ocr.engine import OcrEngine
from nexus_desktop.letters.ocr.page_images import Page, of_image, of_pdf
from nexus_desktop.letters.ocr.reading_order import page_text
from nexus_desktop.models.errors import LetterEmpty, LetterTooLong
from nexus_desktop.models.letter_models import LetterKind, UnsureWord

Reader = Callable[[bytes, ReadingLimits, PageDone], Extract]


def reader(kind: LetterKind) -> Reader:
    """The reader for a PDF or an image, its engine loaded and warm."""
    engine = OcrEngine()
    engine.warm_up()
    pages = of_pdf if kind is LetterKind.PDF else of_image

    def read(data: bytes, limits: ReadingLimits, page_done: PageDone) -> Extract:
        return _read(pages(data, limits), kind, engine, limits, page_done)

    return read


def _read(
    pages: Iterator[Page], kind: LetterKind, engine: OcrEngine, limits: ReadingLimits, page_done: PageDone
) -> Extract:
    """Raises what opening the pages raises, LetterTooLong, and LetterEmpty where no page holds a word."""
    parts: list[str] = []
    unsure: list[UnsureWord] = []
    used: dict[str, None] = {}
    length = count = 0
    for page in pages:
        count = page.of
        if parts:
            parts.append("\f")
            length += 1
        if page.pixels is None:
            text = cleaned(page.text or "", limits.characters)
            used["body"] = None
        else:
            read = page_text(engine.words(page.pixels))
            text = read.text
            used[f"page {page.number} scanned"] = None
            unsure += [UnsureWord(length + start, length + end, sure) for start, end, sure in read.unsure]
        parts.append(text)
        length += len(text)
        if length > limits.characters:
            raise LetterTooLong(limit=limits.characters)
        page_done(page.number, count)
    whole = "".join(parts)
    if not whole.strip():
        raise LetterEmpty
    return Extract(whole, kind, count, None, tuple(used), tuple(used), tuple(unsure))
