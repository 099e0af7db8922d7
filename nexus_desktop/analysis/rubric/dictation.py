"""Letters typed as they were spoken: "period", "comma" and "new paragraph" stand where the marks should."""

from __future__ import annotations

import re
from typing import Final

_NO_NOUN = (
    r"(?<!\ba )(?<!\bthe )(?<!\bthis )(?<!\bthat )(?<!\btime )(?<!\bone )(?<!\beach )(?<!\bhis )(?<!\bher )(?<!\bany )"
    r"(?<!\blong )(?<!\bshort )(?<!\bbrief )(?<!\bwar )(?<!\bwartime )(?<!\bservice )(?<!\bpresumptive )(?<!\blatent )"
    r"(?<!\blatency )(?<!\bincubation )(?<!\byear )(?<!\bmonth )(?<!\bmenstrual )(?<!\bgrace )(?<!\bwaiting )"
)
SPOKEN: Final = re.compile(
    rf" ?(?:(?P<stop>{_NO_NOUN}\bperiod\b(?! (?:of|during|in which|when|for|from|between)\b)|\bfull stop\b"
    r"|\bperiod\b(?= (?:new|next) (?:paragraph|line|section)\b))"
    r"|(?P<comma>\bcomma\b)|(?P<colon>\b(?:semi)?colon\b(?! (?:cancer|polyps?|resection|surgery|carcinoma|cleans))"
    r"|\bsemi colon\b)"
    r"|(?P<question>\bquestion mark\b))(?P<line> (?:new|next) (?:paragraph|line|section)\b)?"
    r"|(?P<alone>\b(?:new|next) (?:paragraph|line)\b)",
    re.IGNORECASE,
)
_STOP: Final = re.compile(rf"{_NO_NOUN}\bperiod\b(?! (?:of|during|in which|when|for|from|between)\b)", re.IGNORECASE)
_TYPED: Final = re.compile(r"[.!?](?=\s|$)")
_BREAK: Final = re.compile(r"\b(?:new|next) (?:paragraph|line|section)\W*$", re.IGNORECASE)
_FEWEST = 4
"""Spoken stops below which a letter is taken to speak of periods of time."""


def spoken(text: str) -> bool:
    """Whether a letter is typed as it was dictated, its marks in words."""
    if text.lower().count("period") < _FEWEST:
        return False
    stops = len(_STOP.findall(text))
    return stops >= _FEWEST and stops > 2 * len(_TYPED.findall(text))


def broken(words: str) -> bool:
    """Whether a line ends with a spoken break."""
    return _BREAK.search(words) is not None


def mark(match: re.Match[str]) -> str:
    """The mark that a spoken one stands for, with the break behind it."""
    if match.group("alone"):
        return "\n"
    kind = "." if match.group("stop") else "," if match.group("comma") else "?" if match.group("question") else ":"
    return kind + ("\n" if match.group("line") else "")
