"""Sections of the United States Code and the Code of Federal Regulations, each of a list by itself.

"38 C.F.R. § 3.303(b)", "38 CFR 3.303", "38 cfr section 3.303", "Title 38, Code of Federal Regulations, Part 3,
Section 3.303", "§§ 3.303, 3.307 and 3.309(a)", and a bare "§ 5103A" whose title was named before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

_CODE: Final = (
    r"(?P<cfr>C\.? ?F\.? ?R\.?|Code of Federal Regulations)|(?P<usc>U\.? ?S\.? ?C\.?(?: ?[AS]\.?)?(?: ?Ann\.?)?"
    r"|United States Code(?: Annotated)?)"
)
_SIGN: Final = r"(?:§ ?§?|Sect?(?:ions?|s)?\.?|para(?:graph|\.)?)"
_HEAD: Final = re.compile(
    rf"(?:(?<![\w.$-])(?:Title )?(?P<title>\d{{1,2}}),? ?(?:of the )?(?:{_CODE})(?![\w])|(?P<bare>§ ?§?"
    rf"|\bSections?\b))(?:,? ?parts? \d{{1,3}},? ?(?:subpart \w,? ?)?(?=§|sec|\d+\.))?(?:(?P<part>,? ?(?:parts?"
    rf"|pts?\.) (?=\d{{1,3}}\b(?!\.\d)))|(?:[, ]*(?:at )?{_SIGN})*[, ]*(?=\d))",
    re.IGNORECASE,
)
_PARAGRAPHS: Final = r"(?: ?\((?:[a-zA-Z]{1,4}|\d{1,2})\))*"
_ITEM: Final = re.compile(
    rf"(?P<section>\d{{1,4}}(?:\.\d{{1,4}}[a-z]?(?!\w)|[A-Za-z]{{0,2}}\b(?!\.\d)))(?P<paragraphs>{_PARAGRAPHS})"
)
_NEXT: Final = re.compile(
    rf"(?P<link>[,;]? ?(?:and|or|&|through|thru|to)(?: also)? ?|[,;] ?|(?<=\d) ?- ?)(?:{_SIGN} ?)?(?=\d)", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_ANOTHER: Final = re.compile(rf"\d{{1,3}} ?(?:{_CODE}|Vet|F\.|Fed|U\.S|Stat|FR\b)", re.IGNORECASE)
_MEASURED: Final = re.compile(
    r" ?(?:%|percent|mg|mm|cm|feet|ft\b|years?|months?|days?|pages?|of (?:the|this|my) (?:form|report|questionnaire"
    r"|dbq|letter))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CodeCitation:
    """One section, or a whole part. ``code`` is "C.F.R." or "U.S.C."; ``bare``: the title was not written with it."""

    start: int
    end: int
    title: int | None
    code: str | None
    section: str
    paragraphs: str  # "(b)(1)", or empty
    bare: bool
    part: bool = False

    @property
    def normal(self) -> str:
        """As it is usually written."""
        head = f"{self.title} {self.code} " if self.title and self.code else ""
        return f"{head}Part {self.section}" if self.part else f"{head}§ {self.section}{self.paragraphs}"


def find(text: str, homes: Mapping[str, tuple[int, str]]) -> list[CodeCitation]:
    """Every section cited, in order. ``homes``: title and code of the sections that stand in one alone."""
    found: list[CodeCitation] = []
    done = 0
    for head in _HEAD.finditer(text):
        if head.start() < done:
            continue
        items = _items(text, head)
        found += items
        done = items[-1].end if items else done
    return _titled(found, homes)


def _items(text: str, head: re.Match[str]) -> list[CodeCitation]:
    code = "C.F.R." if head.group("cfr") else "U.S.C." if head.group("usc") else None
    title = int(head.group("title")) if head.group("title") else None
    plural = "§§" in head.group().replace(" ", "") or re.search(r"sections", head.group(), re.IGNORECASE) is not None
    found: list[CodeCitation] = []
    place, start, again = head.end(), head.start(), False  # again: the sign is written once more
    while True:
        item = _ITEM.match(text, place)
        if item is None or (found and not _continues(text, item, found, plural)):
            break
        if not found and head.group("bare") and not _is_law(text, head, item):
            break
        paragraphs = item.group("paragraphs").replace(" ", "")
        part = not found and head.group("part") is not None
        bare = title is None or again
        found.append(CodeCitation(start, item.end(), title, code, item.group("section"), paragraphs, bare, part))
        link = None if part else _NEXT.match(text, item.end())
        if link is None:
            break
        place = start = link.end()
        again = re.search(r"§|sec", link.group(), re.IGNORECASE) is not None
    return found


def _continues(text: str, item: re.Match[str], found: list[CodeCitation], plural: bool) -> bool:
    """Whether a number behind a comma or "and" is a further section of the list."""
    section = item.group("section")
    if ("." in section) != ("." in found[0].section) or _ANOTHER.match(text, item.start()):
        return False
    if _MEASURED.match(text, item.end()):
        return False
    if "." in section:
        return True
    return len(section) >= 3 and (plural or not _YEAR.fullmatch(section))


def _is_law(text: str, head: re.Match[str], item: re.Match[str]) -> bool:
    """Whether a bare sign or the word "section" stands before a section of law, and not of a form."""
    section, by_sign = item.group("section"), head.group("bare").startswith("§")
    if _MEASURED.match(text, item.end()):
        return False
    dotted = re.fullmatch(r"\d{1,2}\.\d{1,4}[a-z]?", section) is not None
    if by_sign:
        return dotted or len(section) >= 3
    whole = re.fullmatch(r"\d{4}[A-Z]{0,2}", section) is not None and not _YEAR.fullmatch(section)
    return whole or (dotted and len(section.split(".")[1]) >= 3)


def _titled(found: list[CodeCitation], homes: Mapping[str, tuple[int, str]]) -> list[CodeCitation]:
    """Give a bare section its title and code: its only home, else those of the nearest one of its shape."""
    titled: list[CodeCitation] = []
    for at, one in enumerate(found):
        if not one.bare:
            titled.append(one)
            continue
        home = homes.get(one.section)
        if home is None:
            dotted = "." in one.section
            near = [other for other in (*reversed(found[:at]), *found[at:]) if not other.bare]
            like = next((other for other in near if ("." in other.section) == dotted), None)
            if like is not None and like.title is not None and like.code is not None:
                home = (like.title, like.code)
        titled.append(replace(one, title=home[0], code=home[1], bare=one.title is None) if home else one)
    return titled
