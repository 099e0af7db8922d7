"""One set of icons, by what they mean: Material Design Icons, cut to those we use by ``build/icon_font.py``."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
    QPixmapCache,
    QRawFont,
    QTransform,
)

from nexus_desktop.models.errors import ConfigurationMissing
from nexus_desktop.runtime import paths

DRAWN_AT = 512.0  # pixels; outlines are exact enough at this size
OF_ITS_BOX = 0.875  # how much of it an icon fills, as the font's own makers draw them


class Icon(StrEnum):
    """The names in Material Design Icons."""

    ADD = "plus"
    PASTE = "content-paste"
    ANALYZE = "file-document-check-outline"
    COMPLIANCE = "shield-lock-outline"
    AUDIT = "link-lock"
    HEALTH = "heart-pulse"
    PROMPTS = "text-box-multiple-outline"
    OFFLINE = "lan-disconnect"
    ONLINE = "cloud-upload-outline"
    GOOD = "check-circle-outline"
    CAUTION = "alert-outline"
    BAD = "alert-octagon-outline"
    INFO = "information-outline"
    QUESTION = "help-circle-outline"
    REMOVE = "eraser"
    KEEP = "eye-outline"
    NEXT = "chevron-down"
    PREVIOUS = "chevron-up"
    CANCEL = "close"
    REFRESH = "refresh"
    PERSON = "account-outline"
    SAVED = "content-save-check-outline"
    EXPORT = "export-variant"
    ONWARD = "chevron-right"
    DONE = "check"
    MISSING = "close-circle-outline"
    PART = "circle-half-full"
    NOT_APPLICABLE = "minus-circle-outline"
    COPY = "content-copy"
    UNDO = "undo"
    BOTH = "view-split-vertical"
    LOCKED = "lock-outline"
    KEY = "key-variant"
    WAITING = "clock-outline"
    PAUSE = "pause"
    GO_ON = "play"
    BACKUP = "backup-restore"
    CASE = "folder-outline"
    CASE_CLOSED = "folder-check-outline"
    HOLD = "gavel"
    EVERYTHING = "tray-full"
    TRASH = "trash-can-outline"


@cache
def _outlines() -> dict[str, QPainterPath]:
    """Each icon's outline about its middle, its box being one unit. Raises ConfigurationMissing."""
    try:
        signs: dict[str, int] = json.loads(paths.resource("icons/material-design-icons.json").read_bytes())
    except (OSError, ValueError):
        raise ConfigurationMissing from None
    font = QRawFont(str(paths.resource("icons/material-design-icons.ttf")), DRAWN_AT)
    to_middle = QTransform.fromScale(1 / DRAWN_AT, 1 / DRAWN_AT)
    to_middle.translate(-DRAWN_AT / 2, (font.ascent() - font.descent()) / 2)
    glyphs = font.glyphIndexesForString("".join(map(chr, signs.values())))
    return {name: to_middle.map(font.pathForGlyph(glyph)) for name, glyph in zip(signs, glyphs, strict=True)}


class _Drawn(QIconEngine):
    """Draws one icon at whatever size is asked for, and remembers what it drew."""

    def __init__(self, name: Icon, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self._outline = _outlines()[name.value]

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._colour)

    def _ink(self, mode: QIcon.Mode) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return QGuiApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        return QColor(self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        size = OF_ITS_BOX * rect.height()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QRectF(rect).center())
        painter.scale(size, size)
        painter.fillPath(self._outline, self._ink(mode))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        key = f"{self._name}/{self._ink(mode).name()}/{size.width()}/{size.height()}"
        drawn = QPixmap()
        if QPixmapCache.find(key, drawn):
            return drawn
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        QPixmapCache.insert(key, drawn)
        return drawn


def icon(name: Icon, colour: str) -> QIcon:
    """An icon in a colour of the scheme."""
    return QIcon(_Drawn(name, colour))


def picture(name: Icon, colour: str, size: int = 20) -> QPixmap:
    """The same as a picture for a label, ``size`` pixels high at 100 %."""
    return icon(name, colour).pixmap(size, size)
