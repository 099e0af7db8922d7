"""A picture of one page, drawn in the child that parses foreign files: PNG, in memory and through a pipe only.

Drawn and packed here because a file may have taken the child over: what it sends is looked at (``checked``) before a
picture library of the window sees it.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from nexus_desktop.models.errors import LetterCorrupt, LetterHasPassword, LetterPageTooLarge
from nexus_desktop.models.letter_models import LetterKind, PagePicture

if TYPE_CHECKING:
    from nexus_desktop.letters.extract import ReadingLimits

DOTS_PER_INCH = 130
LONGEST_SIDE = 2400
"""Pixels; no page is drawn larger, and nothing larger is taken."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_POINTS_PER_INCH = 72


def draw(data: bytes, kind: LetterKind, page: int, limits: ReadingLimits) -> PagePicture:
    """Page ``page``, counted from 1, of a PDF or an image. Raises LetterCorrupt where there is none such."""
    return _of_pdf(data, page, limits) if kind is LetterKind.PDF else _of_image(data, page, limits)


def _of_pdf(data: bytes, page: int, limits: ReadingLimits) -> PagePicture:
    import pypdfium2

    from nexus_desktop.letters.pdf import LOCKED

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise LetterHasPassword if error.err_code in LOCKED else LetterCorrupt from None
    with document:
        document.init_forms()
        if not 1 <= page <= len(document):
            raise LetterCorrupt
        try:
            drawn = document[page - 1]
        except pypdfium2.PdfiumError:
            raise LetterCorrupt from None
        width, height = drawn.get_size()
        if max(width, height) > limits.page_points:
            raise LetterPageTooLarge(page=page, limit=limits.page_points)
        scale = min(DOTS_PER_INCH / _POINTS_PER_INCH, LONGEST_SIDE / max(width, height, 1))
        bitmap = drawn.render(scale=scale, may_draw_forms=True, rev_byteorder=True, maybe_alpha=False)
        rows = bytes(bitmap.buffer)
        png = packed(bitmap.width, bitmap.height, rows, bitmap.stride, bitmap.n_channels)
        count = len(document)
        drawn.close()
        return PagePicture(page, count, png)


def _of_image(data: bytes, page: int, limits: ReadingLimits) -> PagePicture:
    from nexus_desktop.letters.ocr.page_images import of_image  # Pillow comes with the component for scans

    for one in of_image(data, limits):
        if one.number == page and one.pixels is not None:
            height, width = one.pixels.shape[:2]
            return PagePicture(page, one.of, packed(width, height, one.pixels.tobytes(), 3 * width, 3))
    raise LetterCorrupt


def packed(width: int, height: int, rows: bytes, stride: int, channels: int) -> bytes:
    """Pixels as PNG; of four channels the fourth is left out, of one each is taken three times."""
    lines = bytearray()
    for row in range(height):
        line = rows[row * stride : row * stride + channels * width]
        if channels == 4:
            line = b"".join(line[at : at + 3] for at in range(0, len(line), 4))
        elif channels == 1:
            line = bytes(value for value in line for _ in range(3))
        lines += b"\0" + line
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (_SIGNATURE, _chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(bytes(lines), 3)), _chunk(b"IEND", b""))
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def checked(picture: PagePicture) -> PagePicture:
    """The same, if it is what ``packed`` makes: three chunks, true colours, sizes that agree. Raises LetterCorrupt."""
    png = picture.png
    try:
        width, height, *form = struct.unpack(">IIBBBBB", png[16:29])
        (length,) = struct.unpack(">I", png[33:37])
        known = png[:16] == _SIGNATURE + b"\0\0\0\rIHDR" and png[37:41] == b"IDAT" and png[-8:-4] == b"IEND"
        whole = form == [8, 2, 0, 0, 0] and 0 < max(width, height) <= LONGEST_SIDE and min(width, height) > 0
        if not (known and whole and len(png) == 41 + length + 4 + 12):
            raise LetterCorrupt
        unpacker = zlib.decompressobj()
        expected = height * (1 + 3 * width)
        if len(unpacker.decompress(png[41 : 41 + length], expected + 1)) != expected:
            raise LetterCorrupt
    except (struct.error, zlib.error):
        raise LetterCorrupt from None
    return picture
