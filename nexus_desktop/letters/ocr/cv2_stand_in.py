"""Eleven functions of OpenCV, which are all that rapidocr calls of it when it reads a page for us.

OpenCV brings 150 MB of readers of films, matrices and cryptography for them. They have OpenCV's names and arguments
here, take only what rapidocr gives them, and stop with ``NotStoodIn`` at anything else: a kind of picture, a border, a
way of sampling or a name that is not here must be noticed, and not read a little differently. The one difference in
what is given: an outline holds the ends of a region's rows and not every turn on its way around, which is the same to
the rectangle around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from nexus_desktop.letters.ocr import regions, resampling
from nexus_desktop.letters.ocr.regions import Outlines, Points, Rectangle

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nexus_desktop.letters.ocr.resampling import Matrix, Pixels

INTER_LINEAR, INTER_CUBIC = 1, 2
BORDER_CONSTANT, BORDER_REPLICATE = 0, 1
RETR_LIST, CHAIN_APPROX_SIMPLE = 1, 2

_COLOURS = 3
_CORNERS = 4


class NotStoodIn(NotImplementedError):
    """Something of OpenCV was asked for that this stand-in does not do."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The stand-in for OpenCV does not do this: {what}")


def __getattr__(name: str) -> Any:  # noqa: ANN401 - never returns
    if name.startswith("__"):
        raise AttributeError(name)
    raise NotStoodIn(name)


def _need(holds: bool, what: str) -> None:
    if not holds:
        raise NotStoodIn(what)


def _need_picture(src: NDArray[Any]) -> None:
    is_picture = src.ndim == _COLOURS and src.shape[2] == _COLOURS and src.dtype == np.uint8 and src.size > 0
    _need(is_picture, f"a picture of shape {src.shape} and type {src.dtype}")


def resize(src: Pixels, dsize: tuple[int, int], *, interpolation: int = INTER_LINEAR) -> Pixels:
    """The picture at another size, (width, height), sampled between four pixels."""
    _need_picture(src)
    _need(interpolation == INTER_LINEAR, "resize other than linear")
    _need(min(dsize) > 0, f"resize to {dsize}")
    return resampling.resized(src, *dsize)


def copyMakeBorder(
    src: Pixels,
    top: int,
    bottom: int,
    left: int,
    right: int,
    borderType: int,
    *,
    value: Sequence[float],
) -> Pixels:
    """The picture with black around it."""
    _need_picture(src)
    _need(borderType == BORDER_CONSTANT and not any(value), "a border other than black")
    return np.pad(src, ((top, bottom), (left, right), (0, 0)))


def getPerspectiveTransform(src: NDArray[Any], dst: NDArray[Any]) -> Matrix:
    """The matrix that takes four points to four others."""
    _need(np.shape(src) == np.shape(dst) == (_CORNERS, 2), "a perspective of other than four points")
    return resampling.between_quadrilaterals(np.asarray(src, np.float64), np.asarray(dst, np.float64))


def invert(src: Matrix) -> tuple[float, Matrix]:
    """1 and the inverse of a matrix, or 0 and zeros where it has none."""
    try:
        return 1.0, np.asarray(np.linalg.inv(src), np.float64)
    except np.linalg.LinAlgError:
        return 0.0, np.zeros_like(src)


def warpPerspective(
    src: Pixels,
    M: Matrix,
    dsize: tuple[int, int],
    *,
    flags: int,
    borderMode: int,
) -> Pixels:
    """The picture as a perspective shows it, sampled by a cubic; its edge goes on outside of it."""
    _need_picture(src)
    _need(flags == INTER_CUBIC and borderMode == BORDER_REPLICATE, "a perspective other than cubic, edge repeated")
    _need(min(dsize) > 0, f"a perspective of size {dsize}")
    return resampling.warped(src, np.asarray(np.linalg.inv(M), np.float64), *dsize)


def dilate(src: NDArray[np.uint8], kernel: NDArray[Any]) -> NDArray[np.uint8]:
    """Every mark two wide and two high: it grows to the right and downwards."""
    _need(src.ndim == 2 and np.array_equal(kernel, np.ones((2, 2))), "dilate other than by two times two")
    out = src.copy()
    np.maximum(out[1:], src[:-1], out=out[1:])
    wide = out.copy()
    np.maximum(wide[:, 1:], out[:, :-1], out=wide[:, 1:])
    return wide


def findContours(image: NDArray[np.uint8], mode: int, method: int) -> tuple[Outlines, None]:
    """Points whose hull is that of each region and of each hole's rim; no tree of them."""
    _need(image.ndim == 2 and image.dtype == np.uint8, "outlines of a picture in colours")
    _need((mode, method) == (RETR_LIST, CHAIN_APPROX_SIMPLE), "outlines other than a simple list")
    return Outlines(image != 0), None


def minAreaRect(points: NDArray[Any]) -> tuple[tuple[float, float], tuple[float, float], float]:
    """Middle, sides and degrees of the smallest rectangle around points."""
    _need(np.size(points) > 0 and np.shape(points)[-1] == 2, "a rectangle around no points")
    found = regions.smallest_rectangle(points)
    return found.middle, found.sides, found.degrees


def boxPoints(box: tuple[tuple[float, float], tuple[float, float], float]) -> NDArray[np.float32]:
    """The corners of such a rectangle."""
    return regions.corners_of(Rectangle(*box)).astype(np.float32)


def fillPoly(img: NDArray[np.uint8], pts: Points, color: int) -> None:
    """Set the pixels of a quadrilateral, its sides with it."""
    _need(np.shape(pts) == (1, _CORNERS, 2), "a filled shape other than of four corners")
    regions.fill(img, pts[0], color)


def mean(src: NDArray[np.float32], mask: NDArray[np.uint8]) -> tuple[float, float, float, float]:
    """The mean of a map where the mask is set, and three zeros for colours it does not have."""
    _need(src.ndim == 2, "the mean of a picture in colours")
    chosen = src[mask != 0]
    return (float(chosen.mean(dtype=np.float64)) if chosen.size else 0.0), 0.0, 0.0, 0.0
