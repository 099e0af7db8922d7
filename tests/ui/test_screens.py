"""Every screen once: pictures for whoever looks at them, a name for every control, a sane way round, nothing cut.

A run of the suite looks at each screen in the light theme at 1280×720. With ``NEXUS_SCREENS=all``, as ``build/dev.py
screens`` sets it, also in the dark theme and in high contrast, and at 1920×1080. Pictures go to ``build/out/screens``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.theme import Look, Theme
from tests.ui.screens import Tour
from tests.ui.stores import kept_window
from tests.ui.test_fit import cut, settle
from tests.ui.test_main_window import unnamed

__all__ = ["kept_window"]
PICTURES = Path(__file__).parents[2] / "build" / "out" / "screens"
EVERYTHING = os.environ.get("NEXUS_SCREENS") == "all"
LOOKS = (Look.LIGHT, Look.DARK, Look.CONTRAST) if EVERYTHING else (Look.LIGHT,)
SIZES = ((1280, 720), (1920, 1080)) if EVERYTHING else ((1280, 720),)
LEAST_COLOURS = 4


def in_order(window: QWidget) -> list[QWidget]:
    """What Tab comes to, in its order."""
    found, one = [], window.nextInFocusChain()
    while one is not window:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(window) and one.isEnabled():
            found.append(one)
        one = one.nextInFocusChain()
    return found


def turns_back(window: QWidget) -> list[str]:
    """Where the way of Tab goes back to what stands wholly above and no further right, more often than once a round."""
    places = [(one, QRect(one.mapTo(window, QPoint(0, 0)), one.size())) for one in in_order(window)]
    back = []
    for (one, place), (other, following) in pairwise(places):
        further_right = following.left() > place.left() or following.right() > place.right()
        if following.bottom() <= place.top() and not further_right:
            back.append(f"{named(one)} to {named(other)}")
    return back if len(back) > 1 else []


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName() or getattr(widget, 'text', str)()}”"


def colours(picture: QImage) -> int:
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)})


@pytest.fixture
def pictures() -> Path:
    PICTURES.mkdir(parents=True, exist_ok=True)
    return PICTURES


@pytest.fixture
def look(request: pytest.FixtureRequest, theme: Theme) -> Iterator[Look]:
    """In force before there is a window: to change it under one full of letters takes a second each time."""
    theme.choose(request.param)
    yield request.param
    theme.choose(Look.SYSTEM)


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_every_screen(qtbot: QtBot, look: Look, kept_window: MainWindow, theme: Theme, pictures: Path) -> None:
    wrong: dict[str, list[str]] = {}
    names = set()
    real = QGuiApplication.platformName() != "offscreen"  # other fonts, so other words fit
    kept_window.resize(*SIZES[0])
    for name, screen in Tour(qtbot, kept_window, theme).screens():
        assert name not in names, f"two screens are called {name}"
        names.add(name)
        settle()
        found = [f"no name: {one}" for one in unnamed(screen)] + [f"goes back: {one}" for one in turns_back(screen)]
        if not real:
            found += [f"cut: {one}" for one in cut(screen)]
        is_window = screen is kept_window
        for size in SIZES if is_window else SIZES[:1]:
            if is_window and screen.size().toTuple() != size:
                screen.resize(*size)
                settle()
            picture = screen.grab().toImage()
            if colours(picture) < LEAST_COLOURS:
                found.append("nothing to see")
            tag = f"{size[0]}x{size[1]}" if is_window else "own-size"
            assert picture.save(str(pictures / f"{name}.{look}.{tag}.png"))
        if is_window and screen.size().toTuple() != SIZES[0]:
            screen.resize(*SIZES[0])
        if found:
            wrong[name] = found
    assert len(names) > 60
    assert not wrong, "\n".join(f"{name}: {', '.join(found)}" for name, found in wrong.items())
