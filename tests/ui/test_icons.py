"""Every icon is in the font we cut, stands in the middle of its box, and takes the colour it is given."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from nexus_desktop.ui.icons import Icon, picture
from nexus_desktop.ui.icons import icon as drawn

SIZE = 96


def inked(image: QImage) -> list[tuple[int, int]]:
    """The points of a picture that are drawn."""
    return [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 128]


@pytest.mark.parametrize("name", Icon)
def test_an_icon_is_drawn_inside_its_box(qtbot: QtBot, name: Icon) -> None:
    points = inked(picture(name, "#102030", SIZE).toImage())
    assert len(points) > SIZE
    for axis in (0, 1):
        first, last = min(point[axis] for point in points), max(point[axis] for point in points)
        assert 0 < first < SIZE / 2 < last < SIZE - 1
        assert abs((first + last) / 2 - SIZE / 2) < SIZE / 8


def test_it_has_the_colour_it_is_given_and_another_when_unusable(qtbot: QtBot) -> None:
    made = drawn(Icon.BAD, "#A3221B")
    colours = []
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        image = made.pixmap(SIZE, SIZE, mode).toImage()
        x, y = inked(image)[len(inked(image)) // 2]
        colours.append(image.pixelColor(x, y).name())
    assert colours[0] == QColor("#A3221B").name()
    assert colours[1] != colours[0]
