"""Accidents that a letter tells of outside of service: "the crash" and "2009" then stand for a cause of civilian life.

Kept beside the anchors with a mark in front, like the words an anchor may be called by.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

MARK: Final = "^"
_CIVIL: Final = re.compile(
    r"\b(?:motor ?cycle|atv|dirt bike|bicycle|snowmobile|(?:car|auto|truck|van) (?:accident|crash|wreck|collision)"
    r"|automobile"
    r"|motor vehicle|mva|rear-ended|on the job|at work|workers'? comp\w*|forklift|off (?:a|the) (?:roof|ladder)"
    r"|skiing|warehouse"
    r"|struck by a (?:car|van|truck|bus)|post-?service|intercurrent|civilian)\b"
)
_SERVING: Final = re.compile(
    r"\b(?:in service|in-service|active duty|army|navy|marines?|air force|coast guard|deploy\w*|stationed|military"
    r"|convoy|iraq"
    r"|afghanistan|vietnam|while serving|enlisted|on leave)\b|\[(?:unit|station)"
)
_NOUN: Final = re.compile(r"\b(crash|accident|collision|wreck|rollover|fall)\b")
_DATED = "crash|accident|collision|wreck|rollover|fall|injury|surgery|fracture|tear|event"
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_PART: Final = re.compile(r"[^.;\n]+")


def words(low: str) -> frozenset[str]:
    """The marked years and nouns of accidents told of outside of service, and not also in it."""
    outside: set[str] = set()
    inside: set[str] = set()
    for match in _PART.finditer(low):
        part = match.group()
        told = set(_NOUN.findall(part)) | set(_YEAR.findall(part))
        if _SERVING.search(part):
            inside |= told
        elif _CIVIL.search(part):
            outside |= told
    return frozenset(MARK + word for word in outside - inside)


@lru_cache(maxsize=64)
def _pattern(marked: frozenset[str]) -> re.Pattern[str] | None:
    known = sorted(one[1:] for one in marked if one.startswith(MARK))
    if not known:
        return None
    years, nouns = [one for one in known if one.isdigit()], [one for one in known if not one.isdigit()]
    by_year = rf"\b(?:{_DATED})\b[^,;]{{0,30}}?\b(?:{'|'.join(years)})\b"
    by_noun = rf"\b(?:the|that|this|his|her|a) (?:\w+ ){{0,2}}?(?:{'|'.join(nouns)})\b"
    return re.compile("|".join(one for one, known in ((by_year, years), (by_noun, nouns)) if known))


def named(low: str, marked: frozenset[str]) -> bool:
    """Whether ``low`` names such an accident."""
    pattern = _pattern(marked)
    return pattern is not None and pattern.search(low) is not None
