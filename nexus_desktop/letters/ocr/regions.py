"""Regions of a map of marks: which marks hang together, the smallest rectangle around them, and what lies inside it.

Rows of a map are taken as runs of marks. Runs that touch are joined, all at once and in as many rounds as the number
of runs has binary digits, so that a page of specks takes a second and not minutes. A region is known by the ends of
its runs: nothing that lies between them can be a corner of a shape around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.bool_]
Points = NDArray[np.int32]
"""Count × 1 × 2, across and down: the shape in which OpenCV gives them."""
Corners = NDArray[np.float64]
Numbers = NDArray[np.int32]

_WORTH_A_ROUND = 0.9  # what may be left of the points of a hull after a round; so all rounds cost no more than ten


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Middle, two sides, and by how many degrees the first side is turned clockwise from the level."""

    middle: tuple[float, float]
    sides: tuple[float, float]
    degrees: float


@dataclass(frozen=True, slots=True)
class _Runs:
    """Row, first and last column of each run, in the order of reading."""

    row: Numbers
    first: Numbers
    last: Numbers


class Outlines(Sequence[Points]):
    """The ends of the runs of every region and around every hole, from the lowest start to the highest.

    Made when asked for: whoever takes a thousand of a hundred thousand pays for a thousand.
    """

    def __init__(self, marks: Marks) -> None:
        height, width = marks.shape
        framed = np.zeros((height + 2, width + 2), np.bool_)  # so that all outside is one region, and no hole
        framed[1:-1, 1:-1] = marks
        self._parts = [(runs, _Groups(_joined(runs, touching), runs)) for runs, touching in _both(framed)]
        (_, regions), (_, holes) = self._parts
        starts = np.concatenate([regions.starts, holes.starts[1:]])  # the first of the holes is the outside
        kinds = np.repeat([0, 1], [len(regions.starts), len(holes.starts) - 1])
        places = np.concatenate([np.arange(len(regions.starts)), np.arange(1, len(holes.starts))])
        order = np.argsort(starts, kind="stable")[::-1]
        self._order = np.stack([kinds, places], axis=1)[order]

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, index: int) -> Points: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Points]: ...
    def __getitem__(self, index: int | slice) -> Points | Sequence[Points]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        kind, place = self._order[index]
        runs, groups = self._parts[kind]
        return _ends(runs, groups.members(int(place)), is_hole=bool(kind))


class _Groups:
    """Which runs belong together; groups in the order of their first run."""

    def __init__(self, labels: Numbers, runs: _Runs) -> None:
        self._sorted = np.argsort(labels, kind="stable")
        ordered = labels[self._sorted]
        self._bounds = np.append(np.flatnonzero(np.diff(ordered, prepend=-1)), len(ordered))
        firsts = self._sorted[self._bounds[:-1]]
        self.starts = runs.row[firsts].astype(np.int64) << 32 | runs.first[firsts]

    def members(self, place: int) -> NDArray[np.intp]:
        return self._sorted[self._bounds[place] : self._bounds[place + 1]]


def _both(framed: Marks) -> list[tuple[_Runs, int]]:
    """Runs of marks, which hang together across corners as well, and runs of what is left, which do not."""
    return [(_runs(framed), 1), (_runs(~framed), 0)]


def _runs(marks: Marks) -> _Runs:
    height, width = marks.shape
    edges = np.zeros((height, width + 1), np.int8)
    edges[:, :width] = marks
    edges[:, 1:] -= marks
    row, first = np.nonzero(edges == 1)
    last = np.nonzero(edges == -1)[1] - 1
    return _Runs(row.astype(np.int32), first.astype(np.int32), last.astype(np.int32))


def _joined(runs: _Runs, touching: int) -> Numbers:
    """For each run the number of the first run it hangs together with; ``touching``: by how much they may miss."""
    if not len(runs.row):
        return np.zeros(0, np.int32)
    stride = int(runs.last.max()) + 4  # a run's place counted through all rows, with room between rows
    below = (runs.row + 1) * stride
    low = np.searchsorted(runs.row * stride + runs.last, below + runs.first - touching, "left")
    high = np.searchsorted(runs.row * stride + runs.first, below + runs.last + touching, "right")
    counts = np.maximum(high - low, 0)
    one = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    skipped = np.repeat(np.cumsum(counts) - counts, counts)
    other = (np.arange(len(one)) - skipped + np.repeat(low, counts)).astype(np.int32)
    return _roots(len(counts), one, other)


def _roots(count: int, one: Numbers, other: Numbers) -> Numbers:
    """The smallest number each is joined to. Each round hooks every root that has a smaller neighbour."""
    root = np.arange(count, dtype=np.int32)
    while True:
        a, b = root[one], root[other]
        apart = a != b
        if not apart.any():
            return root
        one, other, a, b = one[apart], other[apart], a[apart], b[apart]
        np.minimum.at(root, np.maximum(a, b), np.minimum(a, b))
        while not np.array_equal(further := root[root], root):
            root = further


def _ends(runs: _Runs, members: NDArray[np.intp], *, is_hole: bool) -> Points:
    """The outermost points of each row of a region; of a hole, the marks around it. The frame is taken off again."""
    row, first, last = runs.row[members], runs.first[members], runs.last[members]
    new = np.flatnonzero(np.diff(row, prepend=-1))
    row, first, last = row[new], np.minimum.reduceat(first, new), np.maximum.reduceat(last, new)
    if is_hole:
        row = np.concatenate([row, row - 1, row + 1])
        first, last = np.concatenate([first - 1, first, first]), np.concatenate([last + 1, last, last])
    across, down = np.concatenate([first, last]) - 1, np.concatenate([row, row]) - 1
    return np.stack([across, down], axis=1).astype(np.int32)[:, None, :]


def hull(points: NDArray[np.generic]) -> Corners:
    """The corners of the tightest shape without dents around points (Andrew's monotone chain)."""
    places = np.asarray(points, np.float64).reshape(-1, 2)
    places = places[np.lexsort((places[:, 1], places[:, 0]))]
    places = places[np.append(True, (np.diff(places, axis=0) != 0).any(axis=1))]
    if len(places) < 3:
        return np.array(places)
    return np.array(_chain(places)[:-1] + _chain(places[::-1])[:-1])


def _chain(places: Corners) -> list[list[float]]:
    """One side of the hull. Points in a dent between their neighbours go all at once while many do, the rest singly."""
    before = 2 * len(places)
    while len(places) < _WORTH_A_ROUND * before:
        before = len(places)
        one, two = places[1:-1] - places[:-2], places[2:] - places[:-2]
        bulges = one[:, 0] * two[:, 1] > one[:, 1] * two[:, 0]
        places = places[np.concatenate([[True], bulges, [True]])]
    chain: list[list[float]] = []
    for x, y in places.tolist():
        while len(chain) > 1:
            (ax, ay), (bx, by) = chain[-2], chain[-1]
            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                break
            chain.pop()
        chain.append([x, y])
    return chain


def smallest_rectangle(points: NDArray[np.generic]) -> Rectangle:
    """The rectangle of least area around points: one of its sides lies along a side of their hull."""
    corners = hull(points)
    if len(corners) == 1:
        return Rectangle((float(corners[0, 0]), float(corners[0, 1])), (0.0, 0.0), 0.0)
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.hypot(sides[:, 0], sides[:, 1])
    along = corners @ sides.T
    across = corners @ np.stack([-sides[:, 1], sides[:, 0]])
    (low, high), (near, far) = (along.min(0), along.max(0)), (across.min(0), across.max(0))
    best = int(np.argmin((high - low) * (far - near) / lengths**2))
    length, (x, y) = lengths[best], sides[best]
    u, v = (low[best] + high[best]) / 2 / length**2, (near[best] + far[best]) / 2 / length**2
    return Rectangle(
        (float(u * x - v * y), float(u * y + v * x)),
        (float((high[best] - low[best]) / length), float((far[best] - near[best]) / length)),
        float(np.degrees(np.arctan2(y, x))),
    )


def corners_of(rectangle: Rectangle) -> Corners:
    """The four corners, in order around."""
    turn = np.radians(rectangle.degrees)
    along = np.array([np.cos(turn), np.sin(turn)]) * rectangle.sides[0] / 2
    across = np.array([-np.sin(turn), np.cos(turn)]) * rectangle.sides[1] / 2
    middle = np.array(rectangle.middle)
    return np.stack(
        [middle - along - across, middle + along - across, middle + along + across, middle - along + across]
    )


def fill(mask: NDArray[np.uint8], corners: Points, value: int) -> None:
    """Set what lies inside of a quadrilateral without dents, and on its sides."""
    sides = [_line(one, other) for one, other in zip(corners, np.roll(corners, -1, axis=0), strict=True)]
    across, down = np.concatenate(sides).T
    height, width = mask.shape
    left, right = np.full(height, width), np.full(height, -1)
    inside = (down >= 0) & (down < height)
    np.minimum.at(left, down[inside], across[inside])
    np.maximum.at(right, down[inside], across[inside])
    columns = np.arange(width)
    mask[(columns >= left[:, None]) & (columns <= right[:, None])] = value


def _line(one: Points, other: Points) -> NDArray[np.intp]:
    """The pixels from one to the other, a pixel in each column or each row, whichever are more."""
    steps = max(1, int(np.abs(other - one).max()))
    return np.rint(np.linspace(one, other, steps + 1)).astype(np.intp)


def otsu(grey: NDArray[np.uint8]) -> int:
    """The brightness that parts dark from light best: the variance between the two is greatest there (Otsu 1979)."""
    counts = np.bincount(grey.reshape(-1), minlength=256).astype(np.float64)
    weight = np.cumsum(counts)
    total = np.cumsum(counts * np.arange(256))
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (total[-1] * weight / weight[-1] - total) ** 2 / (weight * (weight[-1] - weight))
    return int(np.nanargmax(np.append(np.nan_to_num(between[:-1]), 0.0)))
