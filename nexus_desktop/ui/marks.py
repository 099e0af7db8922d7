"""Marks behind the words of a letter: what each kind means, where its words are, and how it is painted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat

if TYPE_CHECKING:
    from nexus_desktop.ui.theme import Scheme


class MarkKind(StrEnum):
    """What a mark means; each has a ground and an underline of its own."""

    REDACT = "redact"
    ASK = "ask"
    KEPT = "kept"
    EVIDENCE = "evidence"
    UNSURE = "unsure"  # a word of a scan that was hard to read; without a ground, for it may lie in another mark
    TAG = "tag"  # what stands in place of an identifier


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text, in characters, end exclusive."""

    start: int
    end: int
    kind: MarkKind


_WORDS = re.compile(r"\S+(?:[ \u00a0]\S+)*")  # as far as one blank stands between words
_UNDERLINES = {
    MarkKind.REDACT: QTextCharFormat.UnderlineStyle.SingleUnderline,
    MarkKind.ASK: QTextCharFormat.UnderlineStyle.DotLine,
    MarkKind.KEPT: QTextCharFormat.UnderlineStyle.DashUnderline,
    MarkKind.EVIDENCE: QTextCharFormat.UnderlineStyle.DashDotLine,
    MarkKind.UNSURE: QTextCharFormat.UnderlineStyle.WaveUnderline,
    MarkKind.TAG: QTextCharFormat.UnderlineStyle.NoUnderline,
}


def words_of(text: str, mark: Mark) -> Iterator[tuple[int, int]]:
    """The runs of words that a mark covers; the columns of blanks between them are left unpainted."""
    for found in _WORDS.finditer(text, mark.start, mark.end):
        yield found.span()


def format_of(scheme: Scheme, kind: MarkKind, *, current: bool) -> QTextCharFormat:
    """How words of this kind look; ``current`` are those in question."""
    style = QTextCharFormat()
    style.setUnderlineStyle(_UNDERLINES[kind])
    lines = {
        MarkKind.REDACT: scheme.caution,
        MarkKind.ASK: scheme.bad,
        MarkKind.EVIDENCE: scheme.good,
        MarkKind.UNSURE: scheme.caution,
    }
    style.setUnderlineColor(QColor(scheme.on_primary if current else lines.get(kind, scheme.muted)))
    if current:
        style.setBackground(QColor(scheme.primary))
        style.setForeground(QColor(scheme.on_primary))
        return style
    grounds = {
        MarkKind.REDACT: scheme.mark_redact,
        MarkKind.ASK: scheme.mark_ask,
        MarkKind.EVIDENCE: scheme.mark_evidence,
    }
    if kind in grounds:
        style.setBackground(QColor(grounds[kind]))
    if kind is MarkKind.TAG:
        style.setForeground(QColor(scheme.info))
    return style
