"""What a PDF page draws: pictures, and text that a reader would not see."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium

_MOST_OBJECTS = 5_000  # looked at per page; a dense letter has about 200, and one look takes 5 µs
_DEEPEST_FORM = 5
_TINY_POINTS = 2.0
_WHITE = 250  # of 255, in each colour
_UNSEEN_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


@dataclass(slots=True)
class Seen:
    """``unusual_text`` names text that is read and that a person may not see on the page."""

    draws: bool = False
    picture_share: float = 0.0  # of the page, by its largest picture
    unusual_text: dict[str, None] = field(default_factory=dict)


def look_at(page: pypdfium2.PdfPage) -> Seen:
    """A short look at each object of the page.

    Invisible text is usual in searchable scans, and white text may stand on a dark ground: both are read and named, so
    that a person can look.
    """
    seen = Seen()
    box = page.get_bbox()
    if not (box[0] < box[2] and box[1] < box[3]):
        box = (0.0, 0.0, *page.get_size())
    for item, whole in islice(_objects(page), _MOST_OBJECTS):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            for part in _unusual_ink(item):
                seen.unusual_text[part] = None
            if item is whole:
                for part in _unusual_place(item, box):
                    seen.unusual_text[part] = None
            continue
        seen.draws = True
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            seen.picture_share = max(_share(whole, box), seen.picture_share)
    return seen


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[object, object]]:
    """The objects of the page, and in place of a form those in it; each with the object of the page it belongs to,
    for only that one has its place in the coordinates of the page."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        whole = pdfium.FPDFPage_GetObject(page, index)
        for item in _unfold(whole, _DEEPEST_FORM):
            yield item, whole


def _unfold(item: object, depth: int) -> Iterator[object]:
    if depth == 0 or pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_FORM:
        yield item
        return
    for index in range(pdfium.FPDFFormObj_CountObjects(item)):
        yield from _unfold(pdfium.FPDFFormObj_GetObject(item, index), depth - 1)


def _unusual_ink(item: object) -> Iterator[str]:
    if pdfium.FPDFTextObj_GetTextRenderMode(item) in _UNSEEN_MODES:
        yield "invisible text"
    colour = [ctypes.c_uint() for _ in range(4)]
    if pdfium.FPDFPageObj_GetFillColor(item, *colour):
        red, green, blue, alpha = (one.value for one in colour)
        if min(red, green, blue) >= _WHITE:
            yield "white text"
        if alpha == 0:
            yield "invisible text"


def _unusual_place(item: object, box: Box) -> Iterator[str]:
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    if pdfium.FPDFTextObj_GetFontSize(item, size) and pdfium.FPDFPageObj_GetMatrix(item, matrix):
        scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
        if size.value * scale < _TINY_POINTS:
            yield "tiny text"
    bounds = _bounds(item)
    if bounds and (bounds[2] < box[0] or bounds[0] > box[2] or bounds[3] < box[1] or bounds[1] > box[3]):
        yield "text beside the page"


def _bounds(item: object) -> Box | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _share(item: object, box: Box) -> float:
    """How much of the page an object covers."""
    bounds = _bounds(item)
    area = (box[2] - box[0]) * (box[3] - box[1])
    if bounds is None or area <= 0:
        return 0.0
    return (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]) / area
