"""Every role can be read on its ground, in light and dark, and the style sheet has nothing left to fill in."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from nexus_desktop.runtime import paths
from nexus_desktop.ui.look import LookMenu, chosen_look
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.theme import (
    DARK,
    LIGHT,
    READABLE,
    SEEN,
    STRONG,
    Look,
    Scheme,
    Theme,
    contrast,
    high_contrast,
    render_qss,
)
from nexus_desktop.ui.widgets import Check, Option, button
from tests.ui.story import asking_review, lay

PAIRS = [
    *[(text, "window") for text in ("text", "muted", "good", "caution", "bad", "info", "primary")],
    *[(text, "surface") for text in ("text", "muted", "good", "caution", "bad", "info", "primary")],
    ("on_primary", "primary"),
    ("text", "selected"),
    ("muted", "selected"),
    ("primary", "mark_ask"),  # quotes and authorities inside a gate
    ("muted", "mark_evidence"),  # the words of a card that serves
    ("primary", "mark_evidence"),  # the strip of served findings
    *[("info", ground) for ground in ("mark_evidence", "surface")],  # tags inside quoted words
    *[("text", f"mark_{mark}") for mark in ("redact", "ask", "evidence", "missing")],
]  # fmt: skip


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(scheme: Scheme, text: str, ground: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= READABLE


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "surface"])
def test_the_outline_of_a_control_can_be_seen(scheme: Scheme, ground: str) -> None:
    assert contrast(scheme.outline, getattr(scheme, ground)) >= SEEN


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("kind", "mark"), [(Check, (-1, 3)), (Option, (0, 0))])
def test_boxes_and_dots_show_what_is_chosen(
    qtbot: QtBot, theme: Theme, scheme: Scheme, kind: type[QAbstractButton], mark: tuple[int, int]
) -> None:
    theme.use(scheme)
    box = kind("Work offline")  # type: ignore[call-arg]
    qtbot.addWidget(box)
    box.resize(200, 32)
    shots = {}
    for chosen in (False, True):
        box.setChecked(chosen)
        shots[chosen] = box.grab().toImage()
    middle, edge = QPoint(8 + mark[0], box.height() // 2 + mark[1]), QPoint(0, box.height() // 2)
    assert contrast(shots[False].pixelColor(edge).name(), scheme.window) >= SEEN  # the empty box is seen
    assert contrast(shots[True].pixelColor(middle).name(), scheme.primary) >= SEEN  # and the sign in a full one
    theme.use(LIGHT)


def test_the_style_sheet_is_filled_in() -> None:
    template = paths.resource("theme/nexus.qss").read_text("utf-8")
    light, dark = (render_qss(template, scheme, 10.0) for scheme in (LIGHT, DARK))
    assert "$" not in light + dark
    assert LIGHT.primary in light
    assert DARK.primary in dark
    assert "22.0pt" in light


SYSTEMS = {
    "black": ("#000000", "#FFFFFF", "#1AEBFF", "#000000"),
    "white": ("#FFFFFF", "#000000", "#37006E", "#FFFFFF"),
    "weak highlight": ("#FFFFFF", "#000000", "#FFFF99", "#FFFFFF"),
}
TOO_CLOSE = ("#777777", "#AAAAAA", "#888888", "#999999")


def system(colours: tuple[str, ...]) -> QPalette:
    """The palette of a system in high contrast."""
    roles = (
        QPalette.ColorRole.Window,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Highlight,
        QPalette.ColorRole.HighlightedText,
    )
    palette = QPalette()
    for role, colour in zip(roles, colours, strict=True):
        palette.setColor(role, QColor(colour))
    return palette


@pytest.mark.parametrize("name", SYSTEMS)
def test_high_contrast_uses_the_colours_of_the_system(name: str) -> None:
    scheme = high_contrast(system(SYSTEMS[name]))
    window, text, *_ = SYSTEMS[name]
    assert (scheme.window.upper(), scheme.text.upper()) == (window, text)
    for words, ground in PAIRS:
        assert contrast(getattr(scheme, words), getattr(scheme, ground)) >= STRONG
    assert {colour.upper() for colour in asdict(scheme).values()} <= set(SYSTEMS[name])


def test_high_contrast_takes_black_and_white_where_the_colours_of_the_system_are_too_close() -> None:
    scheme = high_contrast(system(TOO_CLOSE))
    assert (scheme.window, scheme.text) == ("#000000", "#FFFFFF")
    for words, ground in PAIRS:
        assert contrast(getattr(scheme, words), getattr(scheme, ground)) >= STRONG


def test_a_look_is_chosen_in_the_menu_and_remembered(qtbot: QtBot, window: MainWindow, theme: Theme) -> None:
    menu = window.findChild(LookMenu)
    assert isinstance(menu, LookMenu)
    assert menu.looks[Look.SYSTEM].isChecked()
    for look, ground in ((Look.DARK, DARK.window), (Look.CONTRAST, None), (Look.LIGHT, LIGHT.window)):
        menu.looks[look].trigger()
        assert theme.look is look
        assert [one for one, action in menu.looks.items() if action.isChecked()] == [look]
        assert chosen_look(window._window_file) is look
        shown = window.grab().toImage().pixelColor(700, 60).name().upper()
        if ground is None:
            assert contrast(theme.scheme.text, theme.scheme.window) >= STRONG
            assert shown == theme.scheme.window.upper()
        else:
            assert shown == ground
    menu.looks[Look.SYSTEM].trigger()


def test_a_damaged_choice_is_that_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[look]\ntheme=purple\n", "utf-8")
    assert chosen_look(tmp_path / "window.ini") is Look.SYSTEM


def test_a_button_that_cannot_be_pressed_looks_so_in_high_contrast(qtbot: QtBot, theme: Theme) -> None:
    theme.use(high_contrast(system(SYSTEMS["black"])))
    for primary in (False, True):
        one = button("Analyze", primary=primary)
        qtbot.addWidget(one)
        one.resize(140, 36)
        shots = []
        for usable in (True, False):
            one.setEnabled(usable)
            shots.append(one.grab().toImage())
        assert shots[0] != shots[1]
        seen = {shots[1].pixelColor(x, 18).name() for x in range(20, 120)}
        assert len(seen) > 1  # its words are still there
    theme.use(LIGHT)


def test_a_window_follows_into_high_contrast_and_back(qtbot: QtBot, window: MainWindow, theme: Theme) -> None:
    tab = lay(qtbot, window, asking_review())
    black = high_contrast(system(SYSTEMS["black"]))
    theme.use(black)
    picture = window.grab().toImage()
    assert picture.pixelColor(700, 60).name() == "#000000"
    seen = {picture.pixelColor(x, y).name() for x in range(0, 1366, 3) for y in range(0, 768, 3)}
    assert LIGHT.window.lower() not in seen
    assert LIGHT.mark_redact.lower() not in seen
    lines = [one.format.underlineStyle() for one in tab.pane.original.extraSelections()]  # type: ignore[attr-defined]
    assert len(set(lines)) > 1  # what is removed and what is asked still differ
    theme.use(LIGHT)
    assert window.grab().toImage().pixelColor(700, 60).name().upper() == LIGHT.window
