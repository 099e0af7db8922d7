"""Turns a page so that its lines run level: a small slant by its rows, a lying page by the shape of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from nexus_desktop.letters.ocr.regions import otsu

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nexus_desktop.letters.ocr.page_images import Pixels

STEEPEST, STEP = 8.0, 0.25
"""Degrees: how slanted a scan may be, and how finely that is measured."""

_SMALL = 700  # pixels of the longer side on which the slant is measured
_LEAST = 0.3  # degrees; less is not worth the blur that turning costs


def slant(pixels: Pixels) -> float:
    """By how many degrees the lines of a page rise to the right; 0 where there are none.

    Rows of a level page are either full of ink or empty: the angle at which the rows differ most is the one.
    """
    grey = Image.fromarray(pixels).convert("L")
    scale = _SMALL / max(grey.size)
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    small = np.asarray(grey.resize(size, Image.Resampling.BOX))
    ink = small <= otsu(small)
    if not 0.001 < float(ink.mean()) < 0.5:
        return 0.0
    down, across = np.nonzero(ink)
    coarse = max(np.arange(-STEEPEST, STEEPEST + 1), key=lambda angle: _contrast(across, down, float(angle)))
    fine = np.arange(coarse - 1, coarse + 1 + STEP, STEP)
    return float(max(fine, key=lambda angle: _contrast(across, down, float(angle))))


def _contrast(across: NDArray[np.intp], down: NDArray[np.intp], degrees: float) -> float:
    """How much the rows differ of a page turned clockwise, by where each mark of ink comes to lie."""
    turn = np.radians(degrees)
    heights = np.rint(down * np.cos(turn) + across * np.sin(turn)).astype(np.intp)
    rows = np.bincount(heights - heights.min())
    return float(np.square(np.diff(rows, prepend=0, append=0)).sum())


def turned(pixels: Pixels, degrees: float) -> Pixels:
    """The page turned clockwise by ``degrees`` about its middle; what comes in at the corners is paper."""
    page = Image.fromarray(pixels)
    return np.asarray(page.rotate(-degrees, Image.Resampling.BILINEAR, fillcolor=(255, 255, 255)))


def levelled(pixels: Pixels) -> Pixels:
    """The page with its lines level."""
    angle = slant(pixels)
    return turned(pixels, angle) if abs(angle) >= _LEAST else pixels


def quarter_turned(pixels: Pixels, quarters: int) -> Pixels:
    """The page turned clockwise by quarters of a turn."""
    return np.ascontiguousarray(np.rot90(pixels, -quarters))
