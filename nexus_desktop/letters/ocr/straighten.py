"""Turns a page so that its lines run level: a small slant by its rows, a lying page by the shape of its words."""

from __future__ import annotations

import cv2
import numpy as np

from nexus_desktop.letters.ocr.page_images import Pixels

STEEPEST, STEP = 8.0, 0.25
"""Degrees: how slanted a scan may be, and how finely that is measured."""

_SMALL = 700  # pixels of the longer side on which the slant is measured
_LEAST = 0.3  # degrees; less is not worth the blur that turning costs


def slant(pixels: Pixels) -> float:
    """By how many degrees the lines of a page rise to the right; 0 where there are none.

    Rows of a level page are either full of ink or empty: the angle at which the rows differ most is the one.
    """
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    scale = _SMALL / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, marks = cv2.threshold(small, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    ink = np.asarray(marks, np.uint8)
    if not 0.001 < float(ink.mean()) < 0.5:
        return 0.0
    coarse = max(np.arange(-STEEPEST, STEEPEST + 1), key=lambda angle: _contrast(ink, float(angle)))
    fine = np.arange(coarse - 1, coarse + 1 + STEP, STEP)
    return float(max(fine, key=lambda angle: _contrast(ink, float(angle))))


def _contrast(ink: Pixels, angle: float) -> float:
    rows = turned(ink, angle, paper=0).sum(axis=1, dtype=np.int64)
    return float(np.square(np.diff(rows)).sum())


def turned(pixels: Pixels, degrees: float, paper: int = 255) -> Pixels:
    """The page turned clockwise by ``degrees`` about its middle; what comes in at the corners is paper."""
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    border = (paper, paper, paper)
    return cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=border)  # type: ignore[return-value]


def levelled(pixels: Pixels) -> Pixels:
    """The page with its lines level."""
    angle = slant(pixels)
    return turned(pixels, angle) if abs(angle) >= _LEAST else pixels


def quarter_turned(pixels: Pixels, quarters: int) -> Pixels:
    """The page turned clockwise by quarters of a turn."""
    return np.ascontiguousarray(np.rot90(pixels, -quarters))
