"""One set of icons, by what they mean."""

from __future__ import annotations

import os
from enum import StrEnum

os.environ.setdefault("QT_API", "pyside6")  # before qtpy looks for another binding

import qtawesome
from PySide6.QtGui import QIcon, QPixmap


class Icon(StrEnum):
    """The names in Material Design Icons."""

    ADD = "mdi6.plus"
    PASTE = "mdi6.content-paste"
    ANALYZE = "mdi6.file-document-check-outline"
    COMPLIANCE = "mdi6.shield-lock-outline"
    AUDIT = "mdi6.link-lock"
    HEALTH = "mdi6.heart-pulse"
    PROMPTS = "mdi6.text-box-multiple-outline"
    OFFLINE = "mdi6.lan-disconnect"
    ONLINE = "mdi6.cloud-upload-outline"
    GOOD = "mdi6.check-circle-outline"
    CAUTION = "mdi6.alert-outline"
    BAD = "mdi6.alert-octagon-outline"
    INFO = "mdi6.information-outline"
    QUESTION = "mdi6.help-circle-outline"
    REMOVE = "mdi6.eraser"
    KEEP = "mdi6.eye-outline"
    NEXT = "mdi6.chevron-down"
    PREVIOUS = "mdi6.chevron-up"
    CANCEL = "mdi6.close"
    REFRESH = "mdi6.refresh"
    PERSON = "mdi6.account-outline"
    SAVED = "mdi6.content-save-check-outline"
    EXPORT = "mdi6.export-variant"
    ONWARD = "mdi6.chevron-right"
    DONE = "mdi6.check"
    MISSING = "mdi6.close-circle-outline"
    PART = "mdi6.circle-half-full"
    NOT_APPLICABLE = "mdi6.minus-circle-outline"
    COPY = "mdi6.content-copy"
    UNDO = "mdi6.undo"
    BOTH = "mdi6.view-split-vertical"
    LOCKED = "mdi6.lock-outline"
    KEY = "mdi6.key-variant"
    WAITING = "mdi6.clock-outline"
    PAUSE = "mdi6.pause"
    GO_ON = "mdi6.play"
    BACKUP = "mdi6.backup-restore"
    CASE = "mdi6.folder-outline"
    CASE_CLOSED = "mdi6.folder-check-outline"
    HOLD = "mdi6.gavel"
    EVERYTHING = "mdi6.tray-full"


def icon(name: Icon, colour: str) -> QIcon:
    """An icon in a colour of the scheme."""
    return qtawesome.icon(name.value, color=colour)  # type: ignore[no-any-return]


def picture(name: Icon, colour: str, size: int = 20) -> QPixmap:
    """The same as a picture for a label, ``size`` pixels high at 100 %."""
    return icon(name, colour).pixmap(size, size)
