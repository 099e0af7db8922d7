"""Every role can be read on its ground, in light and dark, and the style sheet has nothing left to fill in."""

from __future__ import annotations

import pytest

from nexus_desktop.runtime import paths
from nexus_desktop.ui.theme import DARK, LIGHT, READABLE, Scheme, contrast, render_qss

PAIRS = [
    *[(text, "window") for text in ("text", "muted", "good", "caution", "bad", "info", "primary")],
    *[(text, "surface") for text in ("text", "muted", "good", "caution", "bad", "info", "primary")],
    ("on_primary", "primary"),
    ("text", "selected"),
    *[("text", f"mark_{mark}") for mark in ("redact", "ask", "evidence", "missing")],
]  # fmt: skip


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
