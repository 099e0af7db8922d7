"""How far a section of a code, a public law or a paper can be trusted: against the list, else against the tables."""

from __future__ import annotations

from nexus_desktop.analysis.citations import listed
from nexus_desktop.analysis.citations.case_judging import LOOK_IT_UP, Verdict, in_the_list
from nexus_desktop.analysis.citations.codes import CodeCitation
from nexus_desktop.analysis.citations.listed import Listed
from nexus_desktop.analysis.citations.papers import PaperCitation
from nexus_desktop.analysis.citations.plausibility import Plausibility
from nexus_desktop.models.citation_models import CitationKind, Standing

_FIRST_OPINIONS = 1987  # the General Counsel's precedent opinions begin


def code(known: Listed, tables: Plausibility, one: CodeCitation) -> Verdict:
    """A section of the United States Code or the Code of Federal Regulations."""
    if one.title is None or one.code is None:
        return Verdict(
            Standing.DOUBTFUL, "Neither title nor code is named, and our list has no such section.", one.normal
        )
    section = listed.without_paragraphs(one.normal)
    authority = known.sections.get(section)
    problem = tables.paragraph(section, one.paragraphs)
    if authority is not None:
        if problem:
            return Verdict(Standing.DOUBTFUL, problem, one.normal, authority, section)
        return Verdict(Standing.KNOWN, in_the_list(authority), one.normal, authority)
    if one.part:
        return Verdict(Standing.PLAUSIBLE, "A whole part is cited, not a section of it.", one.normal)
    home = known.homes.get(one.section)
    if home is not None:
        right = f"{home[0]} {home[1]} § {one.section}{one.paragraphs}"
        reason = f"Not {one.title} {one.code}: in our list § {one.section} stands in {home[0]} {home[1]}"
        return Verdict(Standing.DOUBTFUL, reason, one.normal, right=right)
    problem = tables.section(one.title, one.code, one.section) or problem
    if problem:
        return Verdict(Standing.DOUBTFUL, problem, one.normal)
    tested = tables.tests_section(one.title, one.code, one.section)
    told = "Its number is among those of its part." if tested else "Nothing here can test it."
    return Verdict(Standing.PLAUSIBLE, f"Not in our list. {told} {LOOK_IT_UP}", one.normal)


def paper(known: Listed, tables: Plausibility, one: PaperCitation) -> Verdict:
    """A public law, a page of the Federal Register, an opinion, the manual, a decision of the Board."""
    authority = listed.paper(known, one.normal)
    problem = tables.congress(one.congress, one.year) if one.congress is not None else None
    for reporter, volume in one.volumes:
        year = one.year if one.year is not None else authority.year if authority else None
        problem = problem or tables.volume(reporter, volume, year)
    if authority is not None and authority.year is not None and one.year not in (None, authority.year):
        problem = problem or f"It is of {authority.year}, not of {one.year}."
    if one.kind is CitationKind.GENERAL_COUNSEL and one.year is not None and one.year < _FIRST_OPINIONS:
        problem = problem or f"There are no precedent opinions of {one.year}."
    if problem:
        return Verdict(Standing.DOUBTFUL, problem, one.normal, authority, authority.citation if authority else None)
    if authority is not None:
        return Verdict(Standing.KNOWN, in_the_list(authority), one.normal, authority)
    return Verdict(Standing.PLAUSIBLE, _unlisted(one), one.normal)


def _unlisted(one: PaperCitation) -> str:
    if one.kind is CitationKind.BOARD:
        return f"A decision of the Board is not precedent. {LOOK_IT_UP}"
    if one.kind is CitationKind.MANUAL:
        return "VA renumbers its manual: check the place in the live manual."
    return f"Not in our list. {LOOK_IT_UP}"
