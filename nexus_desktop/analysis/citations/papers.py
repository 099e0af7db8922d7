"""What is cited beside cases and codes: public laws, the Federal Register, General Counsel opinions, VA's manual,
ethics opinions, and decisions of the Board."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from nexus_desktop.models.citation_models import CitationKind


@dataclass(frozen=True, slots=True)
class PaperCitation:
    """``normal`` is the usual spelling and compares equal for one source; ``facts``: what can be tested of it."""

    start: int
    end: int
    kind: CitationKind
    normal: str
    year: int | None = None
    congress: int | None = None
    volumes: tuple[tuple[str, int], ...] = ()  # reporter and volume: ("Stat.", 136)


_YEAR_BEHIND = r"(?:\s*\((?:[A-Z][a-z]{2,8}\.? \d{1,2}, |\[DATE \d+, )?(?P<year>(?:19|20)\d\d)\]?\))?"
_PUBLIC: Final = re.compile(
    r"\bP(?:ub(?:lic|\.)?|\.)? ?L(?:aw|\.)?(?: Nos?\.?)? ?(?P<congress>\d{2,3})-(?P<number>\d{1,4})\b"
    r"(?:,? (?:§|sec(?:tion|\.)) ?\d+\w*)?(?:,? (?P<stat>\d{2,3}) Stat\.? \d{1,5}(?:, \d{1,5})*)?" + _YEAR_BEHIND,
    re.IGNORECASE,
)
_STATUTES: Final = re.compile(r"(?<![\w.])(?P<stat>\d{2,3}) Stat\. (?P<page>\d{1,5})\b(?:, \d{1,5})*" + _YEAR_BEHIND)
_REGISTER: Final = re.compile(
    r"(?<![\w.])(?P<volume>\d{2}) (?:Fed\.? ?Reg\.?|F\.? ?R\.?) (?:at )?(?P<page>\d{1,3},\d{3}|\d{3,6})\b"
    r"(?:(?:, |-)\d{1,3},?\d{2,3}\b)*" + _YEAR_BEHIND
)
_COUNSEL: Final = re.compile(
    r"\b(?:V\.?A\.? ?O\.?(?:G\.?C\.?|P\.?G\.?C\.?|GC) ?P(?:REC|rec)\.?|VAOP?GC(?: ?Prec\.?)?|(?:VA )?Gen(?:eral"
    r"|\.) Coun(?:sel|\.)(?: Prec(?:edent(?:ial)?|\.))?(?: Op(?:inion|\.)?)?|O\.?G\.?C\.? Prec\.?(?: Op\.?)?"
    r"|VA OGC Prec\.?(?: Op\.?)?|G\.C\. Prec\.(?: Op\.)?)(?: Nos?\.?)? ?(?P<number>\d{1,3})-(?P<of>\d{4}|\d{2})\b"
    + _YEAR_BEHIND,
    re.IGNORECASE,
)
_MANUAL: Final = re.compile(
    r"(?:\b(?:VA )?(?:Adjudication Procedures? )?Manual,? )?\bM ?21-1(?: ?MR)?\b"
    r"(?P<place>(?:,? ?(?:pt\.?|part|subpt\.?|subpart|ch\.?|chapter|§|sec(?:tion|\.)?|topic|block|para(?:graph|\.)?)"
    r" ?[IVXivx\d]{1,5}[A-Z]?\b(?:\.[\w.]+)?|,? ?§ ?[A-Z]\b|,? ?Section [A-Z]\b|,? [IVX]+\.[ivx]+\.\d+(?:\.[\w.]+)?)*)",
    re.IGNORECASE,
)
_ETHICS: Final = re.compile(
    r"\bABA (?:Comm(?:ittee|\.) on Ethics (?:and|&) Pro(?:f(?:essional)?)?\.? Resp(?:onsibility)?\.?,? )?(?:Formal )?"
    r"(?:Ethics )?Op(?:inion|\.)? (?:No\. )?(?P<number>\d{2,3}(?:-\d{3})?)\b" + _YEAR_BEHIND
)
_BOARD: Final = re.compile(
    r"\b(?:BVA (?:Decision|Docket|Citation)|Board Citation|Citation) (?:N(?:r|o|umber)\.?):? ?(?P<number>A?\d{7,8})\b",
    re.IGNORECASE,
)
_SHORT_CENTURY: Final = 50  # "3-03" is of 2003, "7-92" of 1992


def find(text: str) -> list[PaperCitation]:
    """Every such citation, in order."""
    found: list[PaperCitation] = []
    for pattern, make in _KINDS:
        for match in pattern.finditer(text):
            one = make(match)
            if one is not None and not any(other.start < one.end and one.start < other.end for other in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _year(match: re.Match[str]) -> int | None:
    return int(match.group("year")) if match.group("year") else None


def _public(match: re.Match[str]) -> PaperCitation:
    congress, number = int(match.group("congress")), int(match.group("number"))
    volumes = (("Stat.", int(match.group("stat"))),) if match.group("stat") else ()
    return PaperCitation(
        *match.span(), CitationKind.PUBLIC_LAW, f"Pub. L. No. {congress}-{number}", _year(match), congress, volumes
    )


def _statutes(match: re.Match[str]) -> PaperCitation:
    stat = int(match.group("stat"))
    normal = f"{stat} Stat. {match.group('page')}"
    return PaperCitation(*match.span(), CitationKind.PUBLIC_LAW, normal, _year(match), volumes=(("Stat.", stat),))


def _register(match: re.Match[str]) -> PaperCitation:
    volume, page = int(match.group("volume")), int(match.group("page").replace(",", ""))
    return PaperCitation(
        *match.span(),
        CitationKind.FEDERAL_REGISTER,
        f"{volume} Fed. Reg. {page:,}",
        _year(match),
        volumes=(("Fed. Reg.", volume),),
    )


def _counsel(match: re.Match[str]) -> PaperCitation:
    of = int(match.group("of"))
    of += 0 if of > 99 else 1900 if of >= _SHORT_CENTURY else 2000
    return PaperCitation(
        *match.span(), CitationKind.GENERAL_COUNSEL, f"VAOPGCPREC {int(match.group('number'))}-{of}", _year(match) or of
    )


def _manual(match: re.Match[str]) -> PaperCitation:
    place = match.group("place") or ""
    steps = re.findall(
        r"\b([ivx]+|\d+|[a-h])\b",
        re.sub(r"(?i)pt|part|subpt|subpart|ch\b|chapter|section|sec\b", " ", place),
        re.IGNORECASE,
    )
    normal = "M21-1" + (", " + ".".join(steps) if steps else "")
    end = match.start() + len(match.group().rstrip(" ,."))
    return PaperCitation(match.start(), end, CitationKind.MANUAL, normal)


def _ethics(match: re.Match[str]) -> PaperCitation:
    return PaperCitation(*match.span(), CitationKind.ETHICS, f"ABA Formal Op. {match.group('number')}", _year(match))


def _board(match: re.Match[str]) -> PaperCitation:
    return PaperCitation(*match.span(), CitationKind.BOARD, f"Board of Veterans' Appeals, No. {match.group('number')}")


_KINDS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], PaperCitation | None]], ...]] = (
    (_PUBLIC, _public),
    (_STATUTES, _statutes),
    (_REGISTER, _register),
    (_COUNSEL, _counsel),
    (_MANUAL, _manual),
    (_ETHICS, _ethics),
    (_BOARD, _board),
)
