"""Pictures of pages: pages of a PDF that hold no readable text, and image files, photos included."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from nexus_desktop.letters import pdf, pdf_notes
from nexus_desktop.models.errors import (
    LetterCorrupt,
    LetterHasPassword,
    LetterPageTooLarge,
    LetterTooManyPages,
)

if TYPE_CHECKING:
    from nexus_desktop.letters.extract import ReadingLimits

Pixels = NDArray[np.uint8]
"""Height × width × 3, red, green, blue."""

DOTS_PER_INCH = 200
LONGEST_SIDE = 2400
"""Pixels: letters of 10 points are 28 pixels high then, more costs time and gains nothing (measured)."""

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Page:
    """One page: either its text, or a picture of it."""

    number: int
    of: int
    text: str | None
    pixels: Pixels | None


def of_pdf(data: bytes, limits: ReadingLimits) -> Iterator[Page]:
    """Every page of a PDF in turn; those with readable text come as text. Raises as ``pdf.read`` does."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise LetterHasPassword if error.err_code in pdf.LOCKED else LetterCorrupt from None
    with document:
        document.init_forms()
        count = len(document)
        if count > limits.pages:
            raise LetterTooManyPages(pages=count, limit=limits.pages)
        fields = pdf_notes.Fields()
        for number in range(count):
            reading = pdf.Reading(limits)
            pdf.read_page(document, number, reading, fields)
            if reading.pages_read:
                yield Page(number + 1, count, reading.pages[0], None)
                continue
            page = document[number]
            try:
                yield Page(number + 1, count, None, _rendered(page, number + 1, limits))
            finally:
                page.close()


def _rendered(page: pypdfium2.PdfPage, number: int, limits: ReadingLimits) -> Pixels:
    width, height = page.get_size()
    if max(width, height) > limits.page_points:
        raise LetterPageTooLarge(page=number, limit=limits.page_points)
    scale = min(DOTS_PER_INCH / _POINTS_PER_INCH, LONGEST_SIDE / max(width, height, 1))
    bitmap = page.render(scale=scale, may_draw_forms=True, rev_byteorder=True)
    return np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])


def of_image(data: bytes, limits: ReadingLimits) -> Iterator[Page]:
    """Every frame of an image file, turned the way the camera says. Raises LetterCorrupt, LetterTooManyPages, and
    LetterPageTooLarge for more pixels than a page can have."""
    Image.MAX_IMAGE_PIXELS = None  # our own limit holds, before anything is unpacked
    try:
        with Image.open(io.BytesIO(data)) as image:
            count = int(getattr(image, "n_frames", 1))
            if count > limits.pages:
                raise LetterTooManyPages(pages=count, limit=limits.pages)
            for number in range(count):
                image.seek(number)
                if image.width * image.height > limits.page_megapixels * 1_000_000:
                    raise LetterPageTooLarge(page=number + 1, limit=int(math.sqrt(limits.page_megapixels) * 1000))
                yield Page(number + 1, count, None, _upright(image))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise LetterCorrupt from None  # what Pillow raises for broken files, and no more is said of it


def _upright(image: Any) -> Pixels:  # noqa: ANN401 - Pillow's frames have the class of their format
    turned = ImageOps.exif_transpose(image)
    if turned.mode in ("RGBA", "LA", "PA", "P"):  # transparent is white, as on paper
        turned = turned.convert("RGBA")
        paper = Image.new("RGBA", turned.size, "white")
        turned = Image.alpha_composite(paper, turned)
    plain = turned.convert("RGB")
    if max(plain.size) > LONGEST_SIDE:
        plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return np.asarray(plain)
