"""What every detector gives: places of a letter with a category, a score and a reason, in scrubadub's terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from nexus_desktop.models.letter_models import PhiCategory, Verdict
from nexus_desktop.security.letter_view import LetterView
from nexus_desktop.security.scrubadub_frame import Detector, Filth

REDACT_FROM = 0.5
"""Scores from here on advise to redact; lower ones to ask."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the normalised text that is, or may be, an identifier.

    ``owner`` groups hits of one person or body (a number of the detector's own); -1 where there is none.
    """

    start: int
    end: int
    category: PhiCategory
    score: float
    reason: str
    detector: str = ""
    owner: int = -1

    @property
    def verdict(self) -> Verdict:
        return Verdict.REDACT if self.score >= REDACT_FROM else Verdict.ASK


class PhiFilth(Filth):  # type: ignore[misc]
    """scrubadub's filth with our hit in it. Its repr shows no text."""

    type = "phi"

    def __init__(self, hit: Hit, text: str, document_name: str | None) -> None:
        super().__init__(beg=hit.start, end=hit.end, text=text, detector_name=hit.detector, document_name=document_name)
        self.hit = hit

    def __repr__(self) -> str:
        return f"<PhiFilth {self.hit.category} {self.beg}:{self.end}>"


class PhiDetector(Detector):  # type: ignore[misc]
    """A detector that reads a LetterView. Subclasses give a ``name`` and ``find``; they keep no letter text."""

    name = "phi"
    autoload = False

    def find(self, view: LetterView) -> Iterable[Hit]:
        """Every place this detector knows of, in any order; places may overlap."""
        raise NotImplementedError

    def iter_filth(self, text: str, document_name: str | None = None) -> Iterator[Any]:
        """scrubadub's side of ``find``."""
        view = text if isinstance(text, LetterView) else LetterView.of(text)
        for hit in self.find(view):
            start, end = trimmed(view, hit.start, hit.end)
            if start < end:
                hit = Hit(start, end, hit.category, hit.score, hit.reason, self.name, hit.owner)
                yield PhiFilth(hit, view[start:end], document_name)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and loose punctuation at its ends."""
    while start < end and not text[start].isalnum() and text[start] not in "(+#*/":
        start += 1
    while start < end and not text[end - 1].isalnum() and text[end - 1] not in ")*":
        end -= 1
    return start, end


_PIECES = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|~~|~|<Cap>|<Part>", re.DOTALL)
_MACROS = {
    "~~": r"(?:[ \x1f]{0,3})",
    "~": r"(?:[ \x1f]{1,3})",
    "<Cap>": r"(?:[A-Z][\w'&-]{1,30})",
    "<Part>": r"(?:[A-Z][\w'&]{1,30})",
}


def _meaning(piece: re.Match[str]) -> str:
    text = piece.group()
    return text.replace("~", r" \x1f") if text.startswith("[") else _MACROS.get(text, text)


def compiled(pattern: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    """A verbose pattern; ``~`` stands for blanks or a soft line end, ``~~`` for them or nothing, ``<Cap>`` for a
    capitalised word, ``<Part>`` for one without a hyphen.

    Repetitions are bounded and words begin at a boundary, so that no text makes a search slow.
    """
    flags = re.VERBOSE | re.MULTILINE | (re.IGNORECASE if ignore_case else 0)
    return re.compile(_PIECES.sub(_meaning, pattern), flags)
