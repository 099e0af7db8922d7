"""The authorities by the fields a citation can be compared by, and the wrong citations met before.

The strings of resources/authorities.yaml are read by the same finders as a letter, so that both are spelled alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from nexus_desktop.analysis.citations import captions, cases, codes, papers
from nexus_desktop.analysis.citations.cases import CaseCitation
from nexus_desktop.analysis.citations.spelling import spell
from nexus_desktop.models.authority_models import Authority, AuthorityFile, KnownBadCitation

Place = tuple[str, int, int]
"""Reporter, volume, first page."""


@dataclass(frozen=True, slots=True)
class ListedCase:
    """One decision at one place. ``authority`` is None for a decision known only to be unconfirmed or vacated."""

    plaintiff: str
    defendant: str
    reporter: str
    volume: int
    page: int
    year: int | None
    authority: Authority | None

    @property
    def cited(self) -> str:
        """As it is usually written."""
        court = {"F.3d": "Fed. Cir. ", "F.4th": "Fed. Cir. ", "F.2d": "Fed. Cir. "}.get(self.reporter, "")
        return f"{self.plaintiff} v. {self.defendant}, {self.volume} {self.reporter} {self.page} ({court}{self.year})"


@dataclass(frozen=True, slots=True)
class BadCase:
    """A wrong citation of a case by what was seen of it; None where nothing was."""

    plaintiff: str | None
    defendant: str | None
    reporter: str | None
    volume: int | None
    page: int | None
    year: int | None
    entry: KnownBadCitation


@dataclass(slots=True)
class Listed:
    """Everything the list holds, by place, by name and by section."""

    cases: dict[Place, ListedCase] = field(default_factory=dict)
    by_plaintiff: dict[str, list[ListedCase]] = field(default_factory=dict)
    unconfirmed: dict[Place, ListedCase] = field(default_factory=dict)
    vacated: dict[Place, tuple[ListedCase, str]] = field(default_factory=dict)
    sections: dict[str, Authority] = field(default_factory=dict)  # "38 C.F.R. § 3.303", without paragraphs
    homes: dict[str, tuple[int, str]] = field(default_factory=dict)
    papers: dict[str, Authority] = field(default_factory=dict)
    bad: list[BadCase] = field(default_factory=list)


def read_list(file: AuthorityFile) -> Listed:
    """The index of an authority file."""
    listed = Listed()
    for authority in file.authorities:
        if authority.type == "case":
            _add_case(listed, authority)
        else:
            _add_other(listed, authority)
    titles: dict[str, set[tuple[int, str]]] = {}
    for normal in listed.sections:
        title, code, _, section = normal.split(" ")
        titles.setdefault(section, set()).add((int(title), code))
    listed.homes = {section: next(iter(found)) for section, found in titles.items() if len(found) == 1}
    for text in file.unverified_do_not_use:
        for one in _cases_of(text):
            if one.page is not None and one.caption is not None:
                listed.unconfirmed[one.reporter, one.volume, one.page] = _listed(one, None)
    for entry in file.known_bad:
        _add_bad(listed, entry)
    return listed


def _cases_of(text: str) -> list[CaseCitation]:
    return cases.find(spell(text))


def _listed(one: CaseCitation, authority: Authority | None) -> ListedCase:
    names = one.caption
    plaintiff, defendant = (names.plaintiff or "", names.defendant or "") if names else ("", "")
    return ListedCase(plaintiff, defendant, one.reporter, one.volume, one.page or 0, one.year, authority)


def _add_case(listed: Listed, authority: Authority) -> None:
    for one in _cases_of(authority.citation):
        if one.page is None:
            continue
        case = _listed(one, authority)
        listed.cases.setdefault((case.reporter, case.volume, case.page), case)
        listed.by_plaintiff.setdefault(captions.folded(case.plaintiff), []).append(case)


def _add_other(listed: Listed, authority: Authority) -> None:
    for code in codes.find(authority.citation, {}):
        listed.sections[without_paragraphs(code.normal)] = authority
    for paper in papers.find(authority.citation):
        listed.papers[paper.normal] = authority


def without_paragraphs(normal: str) -> str:
    """The section alone: "38 C.F.R. § 3.303"."""
    return normal.split("(")[0]


_NAMES: Final = re.compile(
    r"^(?P<plaintiff>[A-Z][\w'’. -]+?) v\. (?P<defendant>[A-Z][\w'’]+)(?: \((?P<year>\d{4})\))?$"
)
_VACATED: Final = re.compile(r"\bvacated\b")


def _add_bad(listed: Listed, entry: KnownBadCitation) -> None:
    """A known-bad entry that can be told by its fields. Wrong propositions are told by citation_tables.yaml."""
    if "proposition" in entry.kind or "source" in entry.kind:
        return
    found = _cases_of(entry.seen)
    if found and found[0].caption is not None:
        one = found[0]
        names = one.caption
        plaintiff, defendant = (names.plaintiff, names.defendant) if names else (None, None)
        listed.bad.append(BadCase(plaintiff, defendant, one.reporter, one.volume, one.page, one.year, entry))
    elif (names_alone := _NAMES.match(entry.seen)) is not None:
        year = names_alone.group("year")
        plaintiff, defendant = names_alone.group("plaintiff"), names_alone.group("defendant")
        wrong_year = int(year) if year else None
        listed.bad.append(BadCase(plaintiff, defendant, None, None, None, wrong_year, entry))
    if entry.right:
        _add_right(listed, entry.right)


def _add_right(listed: Listed, right: str) -> None:
    """What the right citation of a known-bad one teaches: parallel places, and decisions that were vacated."""
    named = [one for one in _cases_of(right) if one.page is not None]
    places = [(one.reporter, one.volume, one.page or 0) for one in named]
    if _VACATED.search(right) and len(named) > 1:
        later = named[1]
        where = f"{later.volume} {later.reporter} {later.page} ({later.court} {later.year})"
        listed.vacated[places[0]] = (_listed(named[0], None), where)
        return
    known = next((listed.cases[place] for place in places if place in listed.cases), None)
    if known is not None:
        for reporter, volume, page in places:
            parallel = replace(known, reporter=reporter, volume=volume, page=page)
            listed.cases.setdefault((reporter, volume, page), parallel)


def bad_case(
    listed: Listed, one: CaseCitation | None, plaintiff: str, defendant: str, year: int | None
) -> BadCase | None:
    """The known-bad entry that a citation repeats in every field that was seen, or None."""
    for bad in listed.bad:
        if bad.plaintiff is None or captions.folded(bad.plaintiff) != captions.folded(plaintiff):
            continue
        if bad.defendant is not None and not captions.same(defendant, bad.defendant):
            continue
        if bad.volume is not None:
            if one is None or (bad.reporter, bad.volume, bad.page) != (one.reporter, one.volume, one.page):
                continue
            if bad.year is not None and year is not None and bad.year != year:
                continue
            if bad.year is not None and year is None and place_of(one) in listed.cases:
                continue  # only the year was wrong, and none is given
        elif bad.year is not None and bad.year != year:
            continue
        return bad
    return None


def place_of(one: CaseCitation) -> Place | None:
    """Where a decision begins, or None where the first page is not given."""
    return None if one.page is None else (one.reporter, one.volume, one.page)


def paper(listed: Listed, normal: str) -> Authority | None:
    """The listed source of that spelling; of VA's manual also a deeper place within a listed one."""
    found: Mapping[str, Authority] = listed.papers
    if normal in found:
        return found[normal]
    inside: Sequence[str] = [key for key in found if key.startswith("M21-1, ") and normal.startswith(key + ".")]
    return found[inside[0]] if inside else None
