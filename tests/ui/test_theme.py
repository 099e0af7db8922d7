"""Every role can be read on its ground, in light and dark, and the style sheet has nothing left to fill in."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from nexus_desktop.runtime import paths
from nexus_desktop.ui.theme import DARK, LIGHT, Scheme, render_qss

READABLE = 4.5
PAIRS = [
    *[(text, "window") for text in ("text", "muted", "good", "caution", "bad", "info", "primary")],
    *[(text, "surface") for text in ("text", "muted", "good", "caution", "bad", "info", "primary")],
    ("on_primary", "primary"),
    ("text", "selected"),
    *[("text", f"mark_{mark}") for mark in ("redact", "ask", "evidence", "missing")],
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [value / 255 for value in QColor(colour).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(scheme: Scheme, text: str, ground: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= READABLE


def test_the_style_sheet_is_filled_in() -> None:
    template = paths.resource("theme/nexus.qss").read_text("utf-8")
    light, dark = (render_qss(template, scheme, 10.0) for scheme in (LIGHT, DARK))
    assert "$" not in light + dark
    assert LIGHT.primary in light
    assert DARK.primary in dark
    assert "22.0pt" in light
