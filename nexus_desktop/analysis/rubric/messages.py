"""Who speaks in which part of an e-mail thread: the doctor, or the veteran's side asking for words to be written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nexus_desktop.analysis.rubric.degrees import DEGREE

_FROM: Final = re.compile(
    r"^\W*from\s*:\s*(?P<who>[^\n]{2,120})|^\W*(?:on\b[^\n]{4,90}?,? )?(?P<writer>[^\n]{2,80}?) wrote\s*:\s*$"
)
_NEXT_LABEL: Final = re.compile(r"\s(?:to|cc|re|client|patient|veteran|subject|date|sent)\s*:")
_CLINICIAN: Final = re.compile(
    rf"\b{DEGREE}(?:\b|(?<=\.))|\bdr\.? |\b(?:doctor|clinic|medical|psych\w*|neurolog\w*|cardiolog\w*|nurse|physician"
    rf"|therap\w+)\b"
)
_TITLED: Final = re.compile(rf",\s*(?:{DEGREE})(?:\b|(?<=\.))")
"""A degree behind the name: no veteran's side, whatever the name was taken for."""
_VETERAN: Final = re.compile(r"\[patient\]|\bveteran\b|\bpatient\b")


_SIGNED: Final = re.compile(rf"^[^\n]{{2,50}}?,\s*(?:{DEGREE})(?:\b|(?<=\.))", re.MULTILINE)
_LAST = 300  # characters of a text in which its signature stands


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a thread; ``clinician`` where its sender is one, or nobody else in the thread is."""

    start: int
    end: int
    clinician: bool


_TREATS: Final = re.compile(
    r"\byou (?:have|'ve) been (?:my|our) (?:pt|patient)\b|\byou(?:'re| are) (?:my|our) patient\b"
    r"|\bi (?:have )?(?:treated|followed|seen|examined"
    r"|diagnosed) you\b|\bletterhead\b|\bboard[- ]certified\b|\bmay be shown to (?:the )?va\b|\bin my (?:clinical "
    r"|medical |professional )?(?:opinion|experience)\b"
)
"""What only the one who treats writes to the one who is treated."""


def _spans(opened: list[tuple[int, str]], length: int) -> list[tuple[int, int]]:
    starts = [start for start, _ in opened]
    return list(zip(starts, [*starts[1:], length], strict=True))


def find(low: str, lines: list[tuple[int, int]]) -> tuple[Message, ...]:
    """The messages of a thread in order; empty for a text that is none. ``lines`` are (start, end) pairs in ``low``."""
    opened: list[tuple[int, str]] = []
    for start, end in lines:
        match = _FROM.match(low[start:end])
        if match is not None:
            who = match.group("who") or match.group("writer") or ""
            opened.append((start, _NEXT_LABEL.split(who)[0]))
    if not opened:
        return ()
    known = [
        _TITLED.search(sender) is not None or (bool(_CLINICIAN.search(sender)) and not _VETERAN.search(sender))
        for _, sender in opened
    ]
    if not any(known):  # nobody shows as a clinician: whoever is not the veteran may be one
        known = [not _VETERAN.search(sender) for _, sender in opened]
    if len(known) == 1 and _SIGNED.search(low[-_LAST:]):  # a memorandum, and no thread
        known = [True]
    known = [
        one or _TREATS.search(low, a, b) is not None
        for one, (a, b) in zip(known, _spans(opened, len(low)), strict=True)
    ]
    ends = [*(start for start, _ in opened[1:]), len(low)]
    return tuple(Message(start, end, clinician) for (start, _), end, clinician in zip(opened, ends, known, strict=True))
