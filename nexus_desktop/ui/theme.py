"""Colours and sizes by role. Nothing else in the program names a colour."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

TINY, SMALL, MEDIUM, LARGE, WIDE, HUGE = 4, 8, 12, 16, 24, 32
"""Spacing in pixels at 100 %."""

SIZES = {"caption": 0.85, "body": 1.0, "section": 1.2, "title": 1.5, "figure": 2.2}
"""Sizes of type, as multiples of the system's."""

LETTER_SIZE = 1.15
READABLE = 4.5
"""The least contrast of words and their ground."""
STRONG = 7.0
"""The same in high contrast (WCAG 2.2, 1.4.6)."""
SEEN = 3.0
"""The least contrast of the outline of a control and what is around it (WCAG 2.2, 1.4.11)."""


class Look(StrEnum):
    """What the person chose to see."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Scheme:
    """One colour for each role; every pair of text and ground has a contrast of 4.5 or better, and the outline of a
    control 3 or better (a test measures both)."""

    window: str
    surface: str
    line: str
    outline: str
    text: str
    muted: str
    primary: str
    on_primary: str
    good: str
    caution: str
    bad: str
    info: str
    selected: str
    mark_redact: str
    mark_ask: str
    mark_evidence: str
    mark_missing: str


LIGHT = Scheme(
    window="#F5F5F2",
    surface="#FFFFFF",
    line="#D9D8D2",
    outline="#777C83",
    text="#1D2228",
    muted="#57606B",
    primary="#1C4A86",
    on_primary="#FFFFFF",
    good="#23693F",
    caution="#8A5200",
    bad="#A3221B",
    info="#2F5C88",
    selected="#E4EEFA",
    mark_redact="#FDF1D3",
    mark_ask="#FBE4E2",
    mark_evidence="#E3F3E8",
    mark_missing="#E4EEFA",
)
DARK = Scheme(
    window="#15181C",
    surface="#1D2126",
    line="#363C45",
    outline="#7A828F",
    text="#E8EAED",
    muted="#A7AFBA",
    primary="#8AB8F5",
    on_primary="#0E1116",
    good="#79CB99",
    caution="#E9B75A",
    bad="#F3948C",
    info="#93BDE6",
    selected="#1F3A5C",
    mark_redact="#4A3A12",
    mark_ask="#5A2522",
    mark_evidence="#1E4430",
    mark_missing="#1F3A5C",
)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    made = QColor(colour)
    parts = [made.redF(), made.greenF(), made.blueF()]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """How well one colour can be told from another, from 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def high_contrast(system: QPalette) -> Scheme:
    """The colours the person chose for the whole system: two, and one for what is selected. Words and icons say the
    rest; grounds behind words are left away, their underlines stay. Black and white where the system's are too close.
    """

    def colour(role: QPalette.ColorRole) -> str:
        return system.color(QPalette.ColorGroup.Active, role).name()

    window, text = colour(QPalette.ColorRole.Window), colour(QPalette.ColorRole.WindowText)
    primary, on_primary = colour(QPalette.ColorRole.Highlight), colour(QPalette.ColorRole.HighlightedText)
    if contrast(window, text) < STRONG:
        window, text = ("#000000", "#FFFFFF") if luminance(window) < luminance(text) else ("#FFFFFF", "#000000")
    if contrast(primary, window) < STRONG or contrast(primary, on_primary) < STRONG:
        primary, on_primary = text, window
    grounds = dict.fromkeys(("surface", "selected", "mark_redact", "mark_ask", "mark_evidence", "mark_missing"), window)
    words = dict.fromkeys(("line", "outline", "text", "muted", "good", "caution", "bad", "info"), text)
    return Scheme(window=window, primary=primary, on_primary=on_primary, **grounds, **words)


def render_qss(template: str, scheme: Scheme, body_points: float) -> str:
    """The style sheet for a scheme and a size of type."""
    sizes = {name: f"{body_points * factor:.1f}" for name, factor in SIZES.items()}
    unusable = "dashed" if scheme.muted == scheme.text else "solid"  # where no quieter colour can say it
    return Template(template).substitute(asdict(scheme) | sizes, unusable=unusable)


def palette_of(scheme: Scheme) -> QPalette:
    """The palette, for what style sheets do not reach."""
    roles = {
        QPalette.ColorRole.Window: scheme.window,
        QPalette.ColorRole.Base: scheme.surface,
        QPalette.ColorRole.AlternateBase: scheme.window,
        QPalette.ColorRole.Button: scheme.surface,
        QPalette.ColorRole.ToolTipBase: scheme.surface,
        QPalette.ColorRole.WindowText: scheme.text,
        QPalette.ColorRole.Text: scheme.text,
        QPalette.ColorRole.ButtonText: scheme.text,
        QPalette.ColorRole.ToolTipText: scheme.text,
        QPalette.ColorRole.PlaceholderText: scheme.muted,
        QPalette.ColorRole.Highlight: scheme.primary,
        QPalette.ColorRole.HighlightedText: scheme.on_primary,
        QPalette.ColorRole.Link: scheme.primary,
        QPalette.ColorRole.Mid: scheme.line,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(scheme.muted))
    return palette


class Theme(QObject):
    """Follows the system between light, dark and high contrast, or stays with one. Unknown counts as light."""

    changed = Signal()

    def __init__(self, app: QApplication, template: str, look: Look = Look.SYSTEM) -> None:
        super().__init__(app)
        self._app, self._template, self.look = app, template, look
        self._held = False
        self._system_points = app.font().pointSizeF()
        self.scheme = LIGHT
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self.choose(look)

    def choose(self, look: Look) -> None:
        """Follow the system, or stay with one look; title bars and dialogs of the system go along with it."""
        self.look = look
        fixed = {Look.LIGHT: Qt.ColorScheme.Light, Look.DARK: Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(fixed.get(look, Qt.ColorScheme.Unknown))  # Unknown: the system's
        self._follow()

    @Slot()
    def _follow(self) -> None:
        hints = self._app.styleHints()
        preferred = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if self.look is Look.CONTRAST or (self.look is Look.SYSTEM and preferred):
            self._app.setPalette(QPalette())  # back to the system's
            self.use(high_contrast(self._app.palette()))
        elif self.look is Look.SYSTEM:
            self.use(DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT)
        else:
            self.use(DARK if self.look is Look.DARK else LIGHT)

    def use(self, scheme: Scheme) -> None:
        """Put a scheme in force."""
        self.scheme = scheme
        self._app.setPalette(palette_of(scheme))
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        sheet = "" if self._held else render_qss(self._template, self.scheme, self._system_points)
        self._app.setStyleSheet(sheet)

    @contextmanager
    def held(self) -> Iterator[None]:
        """While a window is built: Qt matches a style sheet against every widget again each time one is put into
        another, which was half the time of building; it does so once at the end instead."""
        self._held = True
        self._dress()
        try:
            yield
        finally:
            self._held = False
            self._dress()

    def letter_font(self) -> QFont:
        """A serif, a little larger than the rest: what long text is read in."""
        font = QFont("Georgia")
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(self._system_points * LETTER_SIZE)
        return font


def set_role(widget: QWidget, **properties: str) -> None:
    """Give a widget a role or state of the style sheet, also after it was shown."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
