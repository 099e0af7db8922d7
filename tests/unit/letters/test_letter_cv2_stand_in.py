"""The stand-in for OpenCV: it does what rapidocr asks of it, and says so where it does not."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from nexus_desktop.letters.ocr import cv2_stand_in as cv2
from nexus_desktop.letters.ocr.cv2_stand_in import NotStoodIn

PICTURE = np.zeros((4, 5, 3), np.uint8)
MAP = np.zeros((4, 5), np.uint8)
ON_OUR_WAY = ("ch_ppocr_det/utils.py", "ch_ppocr_rec/main.py", "cal_rec_boxes/main.py", "utils/process_img.py")


def test_every_name_that_rapidocr_uses_on_our_way_is_there() -> None:
    """A newer rapidocr may ask for more: then this fails, and not a letter."""
    spec = find_spec("rapidocr")
    assert spec is not None
    assert spec.origin is not None
    asked = {
        name
        for file in ON_OUR_WAY
        for name in re.findall(r"\bcv2\.(\w+)", Path(spec.origin).parent.joinpath(file).read_text("utf-8"))
    }
    assert len(asked) > 10
    assert asked <= set(vars(cv2))


@pytest.mark.parametrize(
    "call",
    [
        lambda: cv2.cvtColor(PICTURE, 4),
        lambda: cv2.COLOR_RGB2BGR,
        lambda: cv2.resize(MAP, (2, 2)),
        lambda: cv2.resize(PICTURE.astype(np.float32), (2, 2)),
        lambda: cv2.resize(PICTURE, (0, 2)),
        lambda: cv2.resize(PICTURE, (2, 2), interpolation=3),
        lambda: cv2.resize(np.zeros((0, 5, 3), np.uint8), (2, 2)),
        lambda: cv2.copyMakeBorder(PICTURE, 1, 1, 0, 0, cv2.BORDER_CONSTANT, value=(255, 255, 255)),
        lambda: cv2.copyMakeBorder(PICTURE, 1, 1, 0, 0, cv2.BORDER_REPLICATE, value=(0, 0, 0)),
        lambda: cv2.warpPerspective(PICTURE, np.eye(3), (2, 2), flags=cv2.INTER_LINEAR, borderMode=1),
        lambda: cv2.warpPerspective(PICTURE, np.eye(3), (2, 2), flags=cv2.INTER_CUBIC, borderMode=0),
        lambda: cv2.getPerspectiveTransform(np.zeros((3, 2)), np.zeros((3, 2))),
        lambda: cv2.findContours(MAP, 3, cv2.CHAIN_APPROX_SIMPLE),
        lambda: cv2.findContours(PICTURE, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE),
        lambda: cv2.minAreaRect(np.zeros((0, 1, 2), np.int32)),
        lambda: cv2.fillPoly(MAP, np.zeros((1, 5, 2), np.int32), 1),
        lambda: cv2.mean(PICTURE, MAP),
        lambda: cv2.dilate(MAP, np.ones((3, 3))),
    ],
)
def test_what_it_does_not_do_it_refuses(call: Callable[[], object]) -> None:
    with pytest.raises(NotStoodIn, match="does not do this"):
        call()


def test_a_mark_grows_to_the_right_and_down() -> None:
    image = MAP.copy()
    image[1, 2] = image[3, 4] = 1
    assert np.argwhere(cv2.dilate(image, np.array([[1, 1], [1, 1]]))).tolist() == [
        [1, 2], [1, 3], [2, 2], [2, 3], [3, 4],
    ]  # fmt: skip


def test_the_box_and_the_score_of_a_region() -> None:
    """As rapidocr goes about it: outline, rectangle, corners, the mean of the map inside."""
    likely = np.zeros((20, 40), np.float32)
    likely[5:9, 10:31] = 0.75
    outlines, _ = cv2.findContours((likely > 0.3).astype(np.uint8) * 255, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    assert len(outlines) == 1
    box = cv2.minAreaRect(outlines[0])
    assert min(box[1]) == 3
    corners = cv2.boxPoints(box)
    assert corners.dtype == np.float32
    assert sorted(map(tuple, corners.tolist())) == [(10, 5), (10, 8), (30, 5), (30, 8)]
    mask = np.zeros(likely.shape, np.uint8)
    cv2.fillPoly(mask, corners.reshape(1, -1, 2).astype(np.int32), 1)
    assert mask.sum() == 21 * 4
    assert cv2.mean(likely, mask) == (0.75, 0, 0, 0)
    assert cv2.mean(likely, np.zeros_like(mask))[0] == 0


def test_a_border_is_black() -> None:
    framed = cv2.copyMakeBorder(PICTURE + np.uint8(9), 2, 1, 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0))
    assert framed[:, 0, 0].tolist() == [0, 0, 9, 9, 9, 9, 0]
    assert framed.shape == (7, 5, 3)


def test_a_matrix_is_inverted_or_said_to_have_no_inverse() -> None:
    matrix = np.array([[2, 0, 4], [0, 1, 0], [0, 0, 1]], np.float64)
    ok, inverse = cv2.invert(matrix)
    assert ok
    assert (inverse @ matrix).tolist() == np.eye(3).tolist()
    assert cv2.invert(np.zeros((3, 3)))[0] == 0


def test_rapidocr_gets_the_stand_in_and_nobody_else_does() -> None:
    """In a process of its own: whoever imports cv2 afterwards gets what is installed, or nothing."""
    code = """
import sys
from nexus_desktop.letters.ocr import cv2_stand_in, rapidocr_frame
from rapidocr.utils import process_img
print(process_img.cv2 is cv2_stand_in, "cv2" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", "False"]
