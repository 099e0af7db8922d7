"""Pictures at another size and from another side, against figures worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from nexus_desktop.letters.ocr.resampling import Pixels, between_quadrilaterals, resized, warped

UNIT = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64)


def grey(*rows: list[int]) -> Pixels:
    return np.repeat(np.array(rows, np.uint8)[:, :, None], 3, axis=2)


def shift(across: float, down: float) -> NDArray[np.float64]:
    return np.array([[1, 0, across], [0, 1, down], [0, 0, 1]], np.float64)


@pytest.mark.parametrize(
    ("row", "width", "wanted"),
    [
        ([0, 100], 4, [0, 25, 75, 100]),  # the outermost pixel goes on outwards
        ([0, 100, 200, 40], 2, [50, 120]),
        ([10, 20, 30, 40, 50, 60], 2, [20, 50]),  # pixels 1 and 4 alone: nothing is smoothed
        ([7, 9], 2, [7, 9]),
        ([5], 3, [5, 5, 5]),
        ([0, 0, 255], 1, [0]),
    ],
)
def test_a_new_pixel_lies_between_its_nearest_ones(row: list[int], width: int, wanted: list[int]) -> None:
    assert resized(grey(row), width, 1)[0, :, 0].tolist() == wanted
    upright = np.transpose(grey(row), (1, 0, 2))
    assert resized(upright, 1, width)[:, 0, 2].tolist() == wanted


def test_one_side_may_grow_while_the_other_shrinks() -> None:
    out = resized(grey([0, 100, 200, 40], [100, 200, 40, 0]), 2, 4)
    assert out.shape == (4, 2, 3)
    assert out[:, 0, 0].tolist() == [50, 75, 125, 150]  # 50 and 150 of the two rows, a quarter of the way and so on


def test_colours_stay_apart() -> None:
    red = np.zeros((4, 6, 3), np.uint8)
    red[..., 0] = 200
    for out in (resized(red, 5, 3), resized(red, 12, 8), warped(red, shift(0.5, 0.5), 3, 2)):
        assert set(map(tuple, out.reshape(-1, 3).tolist())) == {(200, 0, 0)}


def test_a_shift_by_whole_pixels_changes_none_and_repeats_the_edge() -> None:
    picture = grey([1, 2, 3], [4, 5, 6])
    assert warped(picture, shift(1, 1), 2, 1)[0, :, 0].tolist() == [5, 6]
    assert warped(picture, shift(-2, 0), 4, 1)[0, :, 0].tolist() == [1, 1, 1, 2]
    assert warped(picture, shift(0, 5), 3, 2)[:, 0, 0].tolist() == [4, 4]


@pytest.mark.parametrize(("row", "wanted"), [([0, 0, 160, 160], 80), ([0, 0, 160, 0], 95), ([160, 0, 0, 0], 0)])
def test_half_a_pixel_on_the_cubic_of_opencv_is_taken(row: list[int], wanted: int) -> None:
    """Half way its shares are -3/32, 19/32, 19/32 and -3/32; what would be darker than black is black."""
    assert warped(grey(row, row), shift(1.5, 0), 1, 1)[0, 0, 0] == wanted


def test_a_perspective_takes_corners_to_corners() -> None:
    corners = np.array([[10, 20], [110, 30], [100, 90], [5, 70]], np.float64)
    others = np.array([[0, 0], [100, 0], [100, 50], [0, 50]], np.float64)
    found = between_quadrilaterals(corners, others) @ np.column_stack([corners, np.ones(4)]).T
    assert np.allclose((found[:2] / found[2]).T, others)


@pytest.mark.parametrize(
    "corners",
    [[[0, 0], [0, 5], [0, 10], [8, 10]], [[3, 3]] * 4, [[0, 0], [9, 0], [5, 0], [2, 0]]],
    ids=["three in a line", "one point", "all in a line"],
)
def test_corners_without_a_perspective_are_taken_by_the_box_around_them(corners: list[list[int]]) -> None:
    for one, other in ((np.array(corners, np.float64), UNIT), (UNIT, np.array(corners, np.float64))):
        matrix = between_quadrilaterals(one, other)
        assert np.isfinite(np.linalg.inv(matrix)).all()


def test_a_perspective_with_its_horizon_in_the_picture_is_still_a_picture() -> None:
    horizon = np.array([[1, 0, 0], [0, 1, 0], [0.1, 0, -0.5]])  # divides by nothing at the fifth column
    assert warped(grey([1, 2, 3], [4, 5, 6]), horizon, 12, 12).shape == (12, 12, 3)
