"""Pictures at another size and seen from another side, on numpy and Pillow; sampled as OpenCV samples them.

The models that read scans were trained on pictures that OpenCV had resampled: between the four nearest pixels when a
size changes, without smoothing first, and by a cubic of sixteen pixels when a line is cut out of the page. Pillow
smooths before it makes a picture smaller and turns it with a steeper cubic, so it does only what comes out the same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
"""Height × width × 3."""
Matrix = NDArray[np.float64]

_STEEPNESS = -0.75  # of OpenCV's cubic
_AT_ONCE = 1 << 16  # pixels worked on together: they stay in the processor's cache, and little memory is taken
_HARDLY_INVERTIBLE = 1e12  # condition of a matrix from which on no digit of its inverse is sure
_EXACT = 1e-6  # pixels; nearer than that to a shift by whole pixels is one


def resized(pixels: Pixels, width: int, height: int) -> Pixels:
    """The picture at that size, each pixel between the four nearest ones."""
    if pixels.shape[:2] == (height, width):
        return pixels.copy()
    if pixels.shape[0] <= height and pixels.shape[1] <= width:
        picture = Image.fromarray(np.ascontiguousarray(pixels))
        return np.asarray(picture.resize((width, height), Image.Resampling.BILINEAR))
    above, below, down = _neighbours(pixels.shape[0], height)
    left, right, across = _neighbours(pixels.shape[1], width)
    down, across = down[:, None, None], across[None, :, None]
    out = np.empty((height, width, 3), np.uint8)
    rows = max(1, _AT_ONCE // max(width, pixels.shape[1]))
    for start in range(0, height, rows):
        part = slice(start, start + rows)
        upper = pixels[above[part]].astype(np.float32)
        upper += (pixels[below[part]] - upper) * down[part]
        line = upper.take(left, axis=1)
        line += (upper.take(right, axis=1) - line) * across
        out[part] = np.rint(line)
    return out


def _neighbours(had: int, wanted: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """For each of ``wanted`` pixels the two it lies between, and how far it is on the way to the second."""
    places = np.clip((np.arange(wanted) + 0.5) * (had / wanted) - 0.5, 0, had - 1)
    first = np.floor(places).astype(np.intp)
    return first, np.minimum(first + 1, had - 1), (places - first).astype(np.float32)


def between_quadrilaterals(corners: Matrix, others: Matrix) -> Matrix:
    """The 3 × 3 matrix of the perspective that takes four corners to four others.

    Three corners in a line have none: then it is what takes the upright box around the ones to that around the others,
    as a page's edge that cuts off a region's corner must not cost the page.
    """
    equations = np.zeros((8, 8))
    equations[:4, 0:2] = equations[4:, 3:5] = corners
    equations[:4, 2] = equations[4:, 5] = 1
    equations[:4, 6:] = -corners * others[:, :1]
    equations[4:, 6:] = -corners * others[:, 1:]
    try:
        answers = np.linalg.solve(equations, others.T.reshape(8))
        matrix = np.append(answers, 1.0).reshape(3, 3)
        if np.linalg.cond(matrix) < _HARDLY_INVERTIBLE:
            return matrix
    except np.linalg.LinAlgError:
        pass
    return _between_boxes_around(corners, others)


def _between_boxes_around(corners: Matrix, others: Matrix) -> Matrix:
    start, start_there = corners.min(axis=0), others.min(axis=0)
    size, size_there = np.maximum(corners.max(axis=0) - start, 1), np.maximum(others.max(axis=0) - start_there, 1)
    matrix = np.diag([*(size_there / size), 1.0])
    matrix[:2, 2] = start_there - start * size_there / size
    return matrix


def warped(pixels: Pixels, inverse: Matrix, width: int, height: int) -> Pixels:
    """The picture of that size whose pixel (x, y) lies where ``inverse`` takes it; the outermost pixels go on."""
    column, row = np.rint(inverse[0, 2]), np.rint(inverse[1, 2])
    if np.abs(inverse - [[1, 0, column], [0, 1, row], [0, 0, 1]]).max() < _EXACT:
        rows = np.clip(np.arange(height) + int(row), 0, pixels.shape[0] - 1)
        columns = np.clip(np.arange(width) + int(column), 0, pixels.shape[1] - 1)
        return pixels[rows[:, None], columns]
    out = np.empty((height, width, 3), np.uint8)
    x = np.arange(width, dtype=np.float64)
    rows_at_once = max(1, _AT_ONCE // width)
    for start in range(0, height, rows_at_once):
        y = np.arange(start, min(start + rows_at_once, height), dtype=np.float64)[:, None]
        with np.errstate(divide="ignore", invalid="ignore"):
            depth = inverse[2, 0] * x + inverse[2, 1] * y + inverse[2, 2]
            across = (inverse[0, 0] * x + inverse[0, 1] * y + inverse[0, 2]) / depth
            down = (inverse[1, 0] * x + inverse[1, 1] * y + inverse[1, 2]) / depth
        out[start : start + len(y)] = _cubic(pixels, across, down)
    return out


def _cubic(pixels: Pixels, across: Matrix, down: Matrix) -> Pixels:
    """The colours at places between the pixels."""
    columns, beside = _taps(across, pixels.shape[1])
    rows, above = _taps(down, pixels.shape[0])
    left, top = int(columns[0].min()), int(rows[0].min())
    part = pixels[top : int(rows[3].max()) + 1, left : int(columns[3].max()) + 1]
    starts = [(row - top) * part.shape[1] - left for row in rows]
    is_grey = np.array_equal(part[..., 0], part[..., 1]) and np.array_equal(part[..., 0], part[..., 2])
    planes = [part[..., colour].astype(np.float32).reshape(-1) for colour in range(1 if is_grey else 3)]
    totals = np.zeros((len(planes), *across.shape), np.float32)
    for start, share in zip(starts, above, strict=True):
        lines = np.zeros_like(totals)
        for column, weight in zip(columns, beside, strict=True):
            places = start + column
            for plane, line in zip(planes, lines, strict=True):
                line += plane.take(places, mode="clip") * weight
        totals += lines * share
    sampled = np.clip(np.rint(totals), 0, 255).astype(np.uint8)
    return np.broadcast_to(np.moveaxis(sampled, 0, -1), (*across.shape, 3))


def _taps(places: Matrix, size: int) -> tuple[list[NDArray[np.intp]], list[NDArray[np.float32]]]:
    """The four pixels around each place along one side, and the share of each."""
    places = np.clip(np.nan_to_num(places, nan=0.0), -2.0, size + 1.0)
    first = np.floor(places)
    t = (places - first).astype(np.float32)
    a = _STEEPNESS
    one = ((a * (t + 1) - 5 * a) * (t + 1) + 8 * a) * (t + 1) - 4 * a
    two = ((a + 2) * t - (a + 3)) * t * t + 1
    three = ((a + 2) * (1 - t) - (a + 3)) * (1 - t) * (1 - t) + 1
    whole = first.astype(np.intp)
    return [np.clip(whole + step, 0, size - 1) for step in (-1, 0, 1, 2)], [one, two, three, 1 - one - two - three]
