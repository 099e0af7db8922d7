"""Cases: where they are cited, with volume, page, pin, court and year, and what stands for a case cited before.

The year is read from the parenthesis that belongs to the citation, never from the next one. Parallel citations share
name and year; what follows "aff'd" or "vacated" shares the name alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from nexus_desktop.analysis.citations import captions
from nexus_desktop.analysis.citations.captions import Caption
from nexus_desktop.analysis.citations.spelling import Spelled

if TYPE_CHECKING:  # loading it takes time
    from nexus_desktop.analysis.citations.eyecite_frame import Token

_AFTER: Final = re.compile(
    r"(?P<pins>(?:\s*,?\s*(?:at\s+)?\*?\d{1,5}(?:\s?-\s?\d{1,5})?(?:\s?nn?\.\s?\d+)?(?=[\s,;.()]|$))*)"
    r"(?P<parens>(?:\s*,?\s*\((?:[^()]{0,60}\b(?:1[89]|20)\d\d\]?|en banc[\w ,]*|table|per curiam|mem\.?"
    r"|plurality[\w ]*|order|unpublished[\w ]*)\))*)"
)
_YEAR: Final = re.compile(r"\(([^()]*?)\b((?:1[89]|20)\d\d)\]?\)")
_DATE: Final = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2},\s*$|\[DATE \d+,\s*$"
)
_PIN: Final = re.compile(r"\d+")
_HISTORY: Final = re.compile(
    r"[\s,;(]*(?:and |in part,? |per curiam,? |on other grounds,? )*(?:aff'?d|affirmed|rev'?d|reversed|vacated"
    r"|overruled|cert\. (?:denied|granted)|superseded|withdrawn|abrogated|modified|appeal dismissed|remanded)\b"
    r"[\w\s.,'()&]{0,80}?,?\s*$",
    re.IGNORECASE,
)
_REPEATED: Final = re.compile(
    r"(?:(?<=^)|(?<=[.;)] )|(?<=See )|(?<=see )|(?<=\()|(?<=\n)|(?<=also ))(?:[Ii]d"
    r"|[Ii]bid)\.(?:,? at \d{1,5}(?:-\d+)?)?(?!\s*(?:No|Num|#|\d))",
)
_SUPRA: Final = re.compile(
    r"(?<![\w'’-])(?P<name>[A-Z][\w'’-]{1,40}(?: v\. [A-Z][\w'’]{1,40})?),? supra\b(?:,? at \d{1,5}(?:-\d+)?)?"
)


@dataclass(frozen=True, slots=True)
class CaseCitation:
    """A case as cited. ``start`` and ``end`` cover name to year; ``first`` and ``last``: the years the series ran."""

    start: int
    end: int
    caption: Caption | None
    volume: int
    reporter: str
    page: int | None
    pin: int | None
    year: int | None
    court: str
    short: bool
    history: bool  # an earlier or later stage of the case cited before it
    parallel: bool  # the same decision in another reporter as the citation before it
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """ "Id." or "Stefl, supra": what stands for a citation made before."""

    start: int
    end: int
    name: str | None


def find(spelled: Spelled) -> list[CaseCitation]:
    """Every case cited with volume and reporter, in order."""
    if not spelled.may_cite_cases:
        return []
    from nexus_desktop.analysis.citations import eyecite_frame  # loading it takes 0.2 s

    text = spelled.text
    tokens = [one for one in eyecite_frame.reporters(text) if _belongs(text, one)]
    found: list[CaseCitation] = []
    floor = 0
    for at, token in enumerate(tokens):
        limit = tokens[at + 1].start if at + 1 < len(tokens) else len(text)
        after = _AFTER.match(text, token.end, min(limit, token.end + 220))
        parens = after.group("parens") if after else ""
        pins = _PIN.findall(after.group("pins")) if after else []
        year = _YEAR.search(parens)
        caption = captions.before(text, floor, token.start)
        if caption is None and token.short:
            caption = captions.short_before(text, floor, token.start)
        between = text[floor : token.start] if found else "."
        previous = found[-1] if found else None
        parallel = previous is not None and not previous.year and not re.search(r"[^\s,]", between)
        history = previous is not None and bool(_HISTORY.fullmatch(between))
        if caption is None and (parallel or history) and previous is not None:
            caption = previous.caption
        pin = token.page if token.short else int(pins[0]) if pins else None
        end = _trimmed(text, token.end, after.end() if after else token.end)
        found.append(
            CaseCitation(
                caption.start if caption and caption.start >= floor else token.start,
                end,
                caption,
                token.volume,
                token.reporter,
                None if token.short else token.page,
                pin,
                int(year.group(2)) if year else None,
                _DATE.sub("", year.group(1)).strip(" ,") if year else "",
                token.short,
                history,
                parallel,
                token.first,
                token.last,
            )
        )
        if parallel and found[-1].year and previous is not None:
            _share_year(found)
        floor = end
    return found


def _belongs(text: str, token: Token) -> bool:
    """Whether volume, reporter and page are a citation: a reporter of federal law, or one with a name and a year."""
    if token.reporter in _FEDERAL:
        return True
    dated = re.match(r"[\s,\d-]*\([^()]{0,40}\d{4}\)", text[token.end : token.end + 70])
    return dated is not None and captions.before(text, 0, token.start) is not None


_FEDERAL: Final = frozenset(
    (
        "Vet. App.", "F.", "F.2d", "F.3d", "F.4th", "F. App'x", "F. Supp.", "F. Supp. 2d", "F. Supp. 3d", "U.S.",
        "S. Ct.", "L. Ed.", "L. Ed. 2d", "Fed. Cl.", "Cl. Ct.", "Ct. Cl.", "M.J.", "WL", "LEXIS", "U.S. LEXIS",
        "U.S. Vet. App. LEXIS", "U.S. App. LEXIS",
    )
)  # fmt: skip


def _share_year(found: list[CaseCitation]) -> None:
    """Give the year of the last of several parallel citations to those before it."""
    year, court = found[-1].year, found[-1].court
    at = len(found) - 2
    while at >= 0 and found[at].year is None and found[at].caption == found[-1].caption:
        found[at] = replace(found[at], year=year, court=found[at].court or court)
        at -= 1


def _trimmed(text: str, core: int, end: int) -> int:
    """The end of a citation without white space or a comma behind it."""
    while end > core and text[end - 1] in " ,\n":
        end -= 1
    return end


def repeated(text: str) -> list[Repeated]:
    """Every "Id." and "supra"."""
    found = [Repeated(*match.span(), None) for match in _REPEATED.finditer(text)]
    found += [Repeated(*match.span(), match.group("name")) for match in _SUPRA.finditer(text)]
    return sorted(found, key=lambda one: one.start)
