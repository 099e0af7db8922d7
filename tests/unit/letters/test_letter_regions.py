"""Regions of marks, the rectangles around them and what lies inside, by geometry and against a plain flood."""

from __future__ import annotations

from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from nexus_desktop.letters.ocr.regions import Outlines, corners_of, fill, hull, otsu, smallest_rectangle

Marks = NDArray[np.bool_]
HEIGHT, WIDTH = 2016, 1536  # the map of a page


def marks(*rows: str) -> Marks:
    return np.array([[one == "#" for one in row] for row in rows])


def extent(points: NDArray[np.generic]) -> tuple[int, int, int, int]:
    (left, top), (right, bottom) = points.reshape(-1, 2).min(0), points.reshape(-1, 2).max(0)
    return int(left), int(top), int(right), int(bottom)


def floods(picture: Marks, steps: tuple[tuple[int, int], ...]) -> list[frozenset[tuple[int, int]]]:
    """The plain way: from each mark to its neighbours until there is none."""
    left = {(int(y), int(x)) for y, x in np.argwhere(picture)}
    found = []
    while left:
        waiting, region = [left.pop()], set()
        while waiting:
            y, x = waiting.pop()
            region.add((y, x))
            near = {(y + down, x + across) for down, across in steps} & left
            left -= near
            waiting += near
        found.append(frozenset(region))
    return found


STRAIGHT = ((0, 1), (1, 0), (0, -1), (-1, 0))
ROUND = (*STRAIGHT, (1, 1), (1, -1), (-1, 1), (-1, -1))


def test_marks_that_touch_at_a_corner_are_one_region_and_the_lowest_comes_first() -> None:
    outlines = Outlines(marks("##...", "..#..", ".....", "....#"))
    assert [extent(one) for one in outlines] == [(4, 3, 4, 3), (0, 0, 2, 1)]
    assert outlines[0].shape[1:] == (1, 2)


def test_a_hole_is_known_by_the_marks_around_it() -> None:
    outlines = Outlines(marks(".....", ".###.", ".#.#.", ".###."))
    assert [extent(one) for one in outlines] == [(1, 1, 3, 3)] * 2
    assert len(Outlines(marks("###", "#.#", "#.#"))) == 1  # open to the outside
    assert len(Outlines(marks(".#.", "#.#", ".#."))) == 2  # closed, at its corners


@pytest.mark.parametrize(
    ("picture", "count"),
    [
        (np.zeros((0, 0), bool), 0),
        (np.zeros((9, 9), bool), 0),
        (np.ones((1, 1), bool), 1),
        (np.ones((HEIGHT, WIDTH), bool), 1),
        (np.ones((1, WIDTH), bool), 1),
        (np.ones((HEIGHT, 1), bool), 1),
    ],
    ids=["nothing", "empty", "one pixel", "full", "a row", "a column"],
)
def test_the_plainest_maps(picture: Marks, count: int) -> None:
    outlines = Outlines(picture)
    assert len(outlines) == count
    for one in outlines:
        assert extent(one) == (0, 0, picture.shape[1] - 1, picture.shape[0] - 1)


@given(st.integers(1, 9), st.integers(1, 12), st.randoms(use_true_random=False), st.sampled_from([0.3, 0.5, 0.7]))
@settings(max_examples=150, deadline=None)
def test_the_regions_are_those_of_a_plain_flood(height: int, width: int, chance, ink: float) -> None:  # noqa: ANN001
    picture = np.array([[chance.random() < ink for _ in range(width)] for _ in range(height)])
    wanted = [(min(region), extent(np.array([(x, y) for y, x in region]))) for region in floods(picture, ROUND)]
    for hole in floods(np.pad(~picture, 1, constant_values=True), STRAIGHT):
        if (0, 0) not in hole:
            rim = {(y + down - 1, x + across - 1) for y, x in hole for down, across in STRAIGHT}
            wanted.append((None, extent(np.array([(x, y) for y, x in rim]))))
    assert sorted(extent(one) for one in Outlines(picture)) == sorted(box for _, box in wanted)


@pytest.mark.parametrize(
    "picture",
    [
        np.indices((HEIGHT, WIDTH)).sum(0) % 2 == 0,
        np.indices((HEIGHT, WIDTH))[1] % 2 == 0,
        (np.indices((HEIGHT, WIDTH)) % 2).sum(0) == 0,
        np.random.default_rng(1).random((HEIGHT, WIDTH)) > 0.6,
    ],
    ids=["chessboard", "upright stripes", "specks", "noise"],
)
def test_the_worst_maps_of_a_page_cost_seconds(picture: Marks) -> None:
    began = process_time()
    outlines = Outlines(picture)
    for index in range(min(len(outlines), 1000)):  # as many as rapidocr looks at
        smallest_rectangle(outlines[index])
    assert process_time() - began < 20


@pytest.mark.parametrize("degrees", [0, 30, 45, 77])
def test_the_smallest_rectangle_of_a_turned_one_is_itself(degrees: float) -> None:
    turn = np.radians(degrees)
    level = np.array([[x, y] for x in (-40, -3, 40) for y in (-6, 0, 6)], np.float64)
    turned = level @ [[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]] + [100, 50]
    found = smallest_rectangle(turned)
    assert sorted(found.sides) == pytest.approx([12, 80])
    assert found.middle == pytest.approx((100, 50))
    corners = corners_of(found)
    assert all(np.hypot(*(turned - corner).T).min() == pytest.approx(0, abs=1e-9) for corner in corners)


def test_a_triangle_lies_along_one_of_its_sides() -> None:
    found = smallest_rectangle(np.array([[0, 0], [4, 0], [0, 3]]))
    assert found.sides[0] * found.sides[1] == pytest.approx(12)  # along any side twice its own area


def test_points_without_an_area() -> None:
    assert smallest_rectangle(np.array([[5, 7]])).sides == (0, 0)
    line = smallest_rectangle(np.array([[0, 0], [3, 4], [6, 8]]))
    assert sorted(line.sides) == pytest.approx([0, 10])
    assert line.middle == pytest.approx((3, 4))


@given(st.lists(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), min_size=1, max_size=40))
@settings(deadline=None)
def test_a_hull_has_corners_of_the_points_and_leaves_none_outside(points: list[tuple[int, int]]) -> None:
    corners = hull(np.array(points))
    assert {tuple(map(int, corner)) for corner in corners.tolist()} <= set(points)
    for one, other in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        side, away = other - one, np.array(points) - one
        assert (side[0] * away[:, 1] - side[1] * away[:, 0] >= 0).all()


def test_a_filled_shape_holds_its_sides() -> None:
    mask = np.zeros((7, 7), np.uint8)
    fill(mask, np.array([[3, 1], [5, 3], [3, 5], [1, 3]], np.int32), 1)
    distance = np.abs(np.indices((7, 7)) - 3).sum(0)
    assert np.array_equal(mask, distance <= 2)
    fill(mask, np.array([[-3, -2], [1, -2], [1, 0], [-3, 0]], np.int32), 2)  # hangs over the edge
    assert np.argwhere(mask == 2).tolist() == [[0, 0], [0, 1]]


def test_dark_and_light_part_where_they_are_apart() -> None:
    assert 40 <= otsu(np.array([[10, 40, 200], [220, 30, 210]], np.uint8)) < 200
    assert 0 <= otsu(np.full((3, 3), 90, np.uint8)) < 256
