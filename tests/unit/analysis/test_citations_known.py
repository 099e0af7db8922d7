"""Every authority of our list is known in each spelling letters use, and in none that differs in a fact."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from nexus_desktop.models.authority_models import Authority
from nexus_desktop.models.citation_models import CitationForm, Standing
from tests.unit.analysis.checking import authority_file, cases, found

BAD = (Standing.DOUBTFUL, Standing.KNOWN_BAD)
SENTENCES = (
    "{}",
    "As held in {}, an opinion needs reasons.",
    "An opinion needs reasons ({}); this one has them.",
    "See {}; see also what was said above.",
)


def core(authority: Authority) -> str:
    """Volume, reporter, page."""
    return f"{authority.volume} {authority.reporter} {authority.page}"


def whole(authority: Authority, **changed: object) -> str:
    """The citation from its fields, some of them changed."""
    facts = {
        "caption": authority.caption, "volume": authority.volume, "reporter": authority.reporter,
        "page": authority.page, "year": authority.year,
    }  # fmt: skip
    facts |= changed
    court = "Fed. Cir. " if str(facts["reporter"]).startswith("F.") else ""
    return "{caption}, {volume} {reporter} {page} ({court}{year})".format(court=court, **facts)


SPELLINGS: dict[str, Callable[[Authority], str]] = {
    "as listed": lambda one: one.citation,
    "without a space": lambda one: one.citation.replace("Vet. App.", "Vet.App."),
    "without stops": lambda one: one.citation.replace("Vet. App.", "Vet App").replace("F.3d", "F3d"),
    "with more spaces": lambda one: one.citation.replace("F.3d", "F. 3d").replace("F.4th", "F. 4th"),
    "in capitals": lambda one: one.citation.upper(),
    "without year": lambda one: f"{one.caption}, {core(one)}",
    "place alone": core,
    "with a page": lambda one: whole(one).replace(" (", f", {(one.page or 0) + 3} (", 1),
    "over two lines": lambda one: one.citation.replace(" v. ", " v.\n", 1),
    "with hard spaces": lambda one: one.citation.replace(" ", "\u00a0"),
}


def standing_of(text: str) -> tuple[set[Standing], set[str | None]]:
    """How the citations of a text stand, and what they are of."""
    citations = found(text)
    return {one.standing for one in citations}, {one.authority for one in citations}


def test_an_authority_is_known_by_its_own_string() -> None:
    missed = [
        (authority.id, sentence)
        for authority in authority_file().authorities
        for sentence in SENTENCES
        if standing_of(sentence.format(authority.citation)) != ({Standing.KNOWN}, {authority.id})
    ]
    assert missed == []


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_case_is_known_in_every_spelling(spelling: str) -> None:
    missed = [
        SPELLINGS[spelling](authority)
        for authority in cases()
        for sentence in SENTENCES[:2]
        if standing_of(sentence.format(SPELLINGS[spelling](authority))) != ({Standing.KNOWN}, {authority.id})
    ]
    assert missed == []


def test_a_short_form_stands_for_the_case() -> None:
    for authority in cases():
        plaintiff = (authority.caption or "").split(" v. ")[0]
        short = f"{plaintiff}, {authority.volume} {authority.reporter} at {(authority.page or 0) + 2}"
        text = f"{authority.citation}. The court went on. {short}. Id. at {(authority.page or 0) + 4}."
        citations = [one for one in found(text) if one.form is not CitationForm.FULL]
        assert [one.form for one in citations] == [CitationForm.SHORT, CitationForm.REPEATED], authority.id
        assert {(one.standing, one.authority) for one in citations} == {(Standing.KNOWN, authority.id)}
        (alone,) = found(f"The court went on. {short}.")
        assert (alone.standing, alone.authority) == (Standing.KNOWN, authority.id)


def changed(authority: Authority) -> list[str]:
    """The citation with one fact wrong, in each way it can be."""
    page, volume, year = authority.page or 0, authority.volume or 0, authority.year or 0
    plaintiff, defendant = (authority.caption or "").split(" v. ")
    other = "Peake" if defendant != "Peake" else "Brown"
    turned = int(str(page)[::-1])
    return [
        whole(authority, volume=volume + 1),
        whole(authority, volume=volume - 1 if volume > 1 else 9),
        whole(authority, page=page + 1),
        whole(authority, page=page + 40),
        whole(authority, page=turned if turned != page else page + 9),
        whole(authority, year=year + 1),
        whole(authority, year=year - 1),
        whole(authority, year=year - 11),
        whole(authority, caption=f"{plaintiff} v. {other}"),
        whole(authority, caption=f"Wexelbaum v. {defendant}"),
        whole(authority, reporter="F.2d"),
        whole(authority, reporter="Vet. App." if authority.reporter != "Vet. App." else "F.4th"),
        whole(authority).replace(" (", f", {page - 1} (", 1),
    ]


def test_a_case_that_differs_in_a_fact_is_never_trusted() -> None:
    trusted = []
    for authority in cases():
        for text in changed(authority):
            (citation,) = found(f"See {text}.")
            assert len(citation.reason.split()) > 3
            if citation.standing not in BAD:
                trusted.append((text, citation.reason))
    assert trusted == []


SECTIONS = [one for one in authority_file().authorities if re.match(r"\d+ (?:C\.F\.R|U\.S\.C)\.", one.citation)]


def spelled(authority: Authority) -> list[str]:
    """A section as letters write it."""
    title, code, _, section = authority.citation.split(" ")
    plain = code.replace(".", "")
    long = "Code of Federal Regulations" if plain == "CFR" else "United States Code"
    return [
        f"{title} {code} § {section}", f"{title} {code} §{section}", f"{title} {code} {section}",
        f"{title} {plain} {section}", f"{title} {plain} § {section}", f"{title} {plain.lower()} section {section}",
        f"{title} C. F. R. § {section}" if plain == "CFR" else f"{title} U. S. C. § {section}",
        f"{title} {code}, Section {section}", f"Title {title}, {long}, Section {section}",
        f"title {title} of the {long}, section {section}", f"{title} {code}A. § {section} (West 2014)"
        if plain == "USC" else f"{title} {code} § {section} (2019)",
    ]  # fmt: skip


def test_a_section_is_known_in_every_spelling() -> None:
    missed = [
        written
        for authority in SECTIONS
        for written in spelled(authority)
        for sentence in SENTENCES[:2]
        if standing_of(sentence.format(written)) != ({Standing.KNOWN}, {authority.id})
    ]
    assert missed == []


def test_a_section_in_the_wrong_code_is_doubtful() -> None:
    for authority in SECTIONS:
        title, code, _, section = authority.citation.split(" ")
        other = "U.S.C." if code == "C.F.R." else "C.F.R."
        for written in (f"{title} {other} § {section}", f"{int(title) + 3} {code} § {section}"):
            (citation,) = found(f"See {written}.")
            assert citation.standing is Standing.DOUBTFUL, written
            assert citation.right == authority.citation


def test_every_section_of_a_list_is_found() -> None:
    text = "Under 38 C.F.R. §§ 3.303, 3.307 and 3.309(a), and 38 U.S.C. §§ 1110, 1131, 5103A and 5107(b), it is so."
    assert [(one.evidence.quote, one.authority) for one in found(text)] == [
        ("38 C.F.R. §§ 3.303", "cfr-38-3.303"),
        ("3.307", "cfr-38-3.307"),
        ("3.309(a)", "cfr-38-3.309"),
        ("38 U.S.C. §§ 1110", "usc-38-1110"),
        ("1131", "usc-38-1131"),
        ("5103A", "usc-38-5103A"),
        ("5107(b)", "usc-38-5107"),
    ]


@pytest.mark.parametrize(
    ("text", "authorities"),
    [
        ("§§ 3.303, 3.307 and 3.309(a)", ["cfr-38-3.303", "cfr-38-3.307", "cfr-38-3.309"]),
        ("under § 5103A", ["usc-38-5103A"]),
        ("45 C.F.R. § 164.514 and § 164.404; § 3.310(b)", ["cfr-45-164.514", "cfr-45-164.404", "cfr-38-3.310"]),
        ("Public Law 117-168 and P.L. 115-55", ["pact-act", "ama-2017"]),
        ("71 FR 52744; VAOPGCPREC 3-03; General Counsel Precedent Opinion 1-2017", None),
        ("M21-1, Part V, Subpart ii, Chapter 1, Section A.3.b", ["m21-weigh"]),
    ],
)
def test_other_spellings_of_sections_and_papers(text: str, authorities: list[str] | None) -> None:
    citations = found(text)
    assert {one.standing for one in citations} == {Standing.KNOWN}
    if authorities is not None:
        known = {one.id: one.citation for one in authority_file().authorities}
        assert [known[one.authority or ""] for one in citations] == [known.get(one, one) for one in authorities]
