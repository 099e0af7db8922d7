"""Citations in running text: whose year it is, what stands for what, and what the tables say of the unlisted."""

from __future__ import annotations

import random

import pytest

from nexus_desktop.models.citation_models import CitationForm, CitationKind, Standing
from tests.unit.analysis.checking import THIS_YEAR, authority_file, checker, found

K, P, D, B = Standing.KNOWN, Standing.PLAUSIBLE, Standing.DOUBTFUL, Standing.KNOWN_BAD


def standings(text: str) -> list[Standing]:
    return [one.standing for one in found(text)]


@pytest.mark.parametrize("entry", [one for one in authority_file().known_bad if "proposition" not in one.kind])
def test_wrong_citations_met_before_are_known_bad(entry: object) -> None:
    seen = str(getattr(entry, "seen", ""))
    if "source of the phrase" in seen:
        seen = '38 C.F.R. § 3.303 sets the standard of proof, "at least as likely as not"'
    (citation,) = found(f"The letter rests on {seen}.")
    assert citation.standing is B
    assert citation.reason.endswith(".")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Jones v. Shinseki, 26 Vet. App. 56 (2012), forbids opinions that are mere speculation.", True),
        ("Relief from medication is not counted: Jones v. Shinseki, 26 Vet. App. 56 (2012).", False),
        ("Stefl v. Nicholson, 21 Vet. App. 120 (2007), links tinnitus to hearing loss.", True),
        ("Stefl v. Nicholson, 21 Vet. App. 120 (2007), asks for reasons.", False),
        ("Painful motion is rated under Spicer v. McDonough, 61 F.4th 1360 (Fed. Cir. 2023).", True),
        ("The test is but-for cause, Spicer v. McDonough, 61 F.4th 1360 (Fed. Cir. 2023).", False),
        ("Frost v. Shulkin, 29 Vet. App. 131 (2017), is about an intent to file.", True),
        ("It is at least as likely as not due to service, so that 38 C.F.R. § 3.303 is met.", False),
        ("He has tinnitus and hearing loss. The reasons are in Stefl v. Nicholson, 21 Vet. App. 120 (2007).", False),
    ],
)
def test_a_right_citation_for_a_wrong_point_is_known_bad(text: str, *, wrong: bool) -> None:
    assert (B in standings(text)) is wrong


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Moreau v. Brown, 9 Vet. App. 389 (1996)", P, "fit each other"),
        ("Charles v. Principi, 16 Vet. App. 370 (2002)", P, "Look it up"),
        ("Hunt v. Derwinski, 1 Vet. App. 292 (1991)", P, "fit each other"),
        ("Epps v. Gober, 126 F.3d 1464 (Fed. Cir. 1997)", P, "fit each other"),
        ("Nat'l Org. of Veterans' Advocates v. Sec'y of Veterans Affairs, 981 F.3d 1360 (Fed. Cir. 2020)", P, "fit"),
        ("In re Fee Agreement of Cox, 10 Vet. App. 361 (1997)", P, "Volume and year"),
        ("Lee v. Brown, 10 Vet. App. 336 (1997)", P, "could not confirm"),
        ("Perman v. Nicholson, 5 Vet. App. 237 (1993)", D, "Nicholson was Secretary 2005 to 2007"),
        ("Smith v. Shinseki, 7 Vet. App. 55 (1995)", D, "Shinseki was Secretary 2009 to 2014"),
        ("Ramsey v. Peake, 2 Vet. App. 409 (2018)", D, "Volume 2 of Vet. App. is of 1991 to 1992"),
        ("Barry v. McDonough, 21 Vet.App. 1 (2021)", D, "Volume 21 of Vet. App. is of 2006 to 2008"),
        ("Archer v. McDonough, 77 Vet. App. 12 (2024)", D, "no volume 77"),
        ("Archer v. Collins, 36 Vet. App. 12 (2031)", D, "still to come"),
        ("Smith v. Hargrove, 22 Vet. App. 50 (2008)", D, "no Secretary was named Hargrove"),
        ("Smith v. Principi, 400 F.3d 12 (Fed. Cir. 1999)", D, "Volume 400 of F.3d"),
        ("Smith v. McDonough, 30 F.4th 100 (Fed. Cir. 2019)", D, "Volume 30 of F.4th"),
        ("Smith v. Peake, 21 Vet. App. 400 (Fed. Cir. 2008)", D, "Veterans Court"),
        ("Mullins v. Peake, 22 Vet. App. 301 (2007)", D, "of 2008"),
        ("Mullins v. Shinseki, 22 Vet. App. 290 (2009)", D, "before Nieves-Rodriguez"),
        ("Stefel v. Nicholson, 21 Vet. App. 120 (2007)", D, "misspelled"),
        ("Euzebio v. Wilkie, 31 Vet. App. 394 (2019)", D, "vacated"),
        ("Nieves-Rodriguez v. Peake, 22 F.3d 295 (Fed. Cir. 2008)", D, "22 Vet. App. 295"),
        ("Bufkin v. Collins, 604 S. Ct. 369 (2025)", D, "604 U.S. 369"),
        ("38 C.F.R. § 3.350", P, "Not in our list"),
        ("38 C.F.R. § 20.906", P, "Nothing here can test it"),
        ("38 C.F.R. § 3.3100", D, "has no § 3.3100"),
        ("38 C.F.R. § 3.310(e)", D, "paragraph (e)"),
        ("38 C.F.R. § 3.310(b)", K, "secondary"),
        ("38 U.S.C. § 1151", P, "Not in our list"),
        ("38 U.S.C. § 9999", D, "has no § 9999"),
        ("38 U.S.C. § 1154(c)", D, "paragraph (c)"),
        ("Pub. L. No. 116-168 (2022)", D, "116th Congress"),
        ("Pub. L. No. 117-168, 135 Stat. 1759 (2022)", D, "Volume 135 of Stat."),
        ("71 Fed. Reg. 52,744 (Sept. 7, 2007)", D, "Volume 71 of Fed. Reg."),
        ("81 Fed. Reg. 44,000 (July 6, 2016)", P, "Look it up"),
        ("VAOPGCPREC 1-2016", P, "Look it up"),
        ("M21-1, Part X, Subpart ii, Chapter 1", P, "renumbers"),
        ("Citation Nr: 19136881", P, "not precedent"),
    ],
)
def test_what_the_tables_say(text: str, expected: Standing, reason: str) -> None:
    (citation,) = found(f"The attorney relies on {text}.")
    assert citation.standing is expected, citation.reason
    assert reason in citation.reason


def test_a_year_is_never_taken_from_the_next_citation() -> None:
    text = (
        "Hunt v. Derwinski, 1 Vet. App. 292; 38 U.S.C.A. § 1153 (West 2002); Mullins v. Peake, 22 Vet. App. 310 (2008)."
    )
    first, statute, last = found(text)
    assert "No year is given" in first.reason
    assert (statute.standing, last.standing) == (K, P)


def test_history_and_parallel_citations_share_the_name() -> None:
    text = (
        "Caluza v. Brown, 7 Vet. App. 498, 506 (1995), aff'd per curiam, 78 F.3d 604 (Fed. Cir. 1996) (table); "
        "Shinseki v. Sanders, 556 U.S. 396, 407, 129 S. Ct. 1696, 173 L. Ed. 2d 532 (2009)."
    )
    citations = found(text)
    assert [one.authority for one in citations] == ["caluza", "caluza", "sanders", "sanders", "sanders"]
    assert [one.standing for one in citations] == [K, K, K, K, P]
    assert "not tested" in citations[-1].reason


def test_short_forms_follow_what_they_stand_for() -> None:
    text = (
        "Stefl v. Nicholson, 20 Vet. App. 78 (2006), says so. Id. at 80. Stefl, 20 Vet. App. at 81. "
        "So does Gilbert v. Derwinski, 1 Vet. App. 49 (1990). See id. at 53; Gilbert, supra. "
        "Gilbert, 1 Vet. App. at 12."
    )
    citations = found(text)
    assert [(one.form.value, one.standing) for one in citations] == [
        ("full", B), ("repeated", B), ("short", B), ("full", K), ("repeated", K), ("repeated", K), ("short", D),
    ]  # fmt: skip
    assert "before the first page" in citations[-1].reason


def test_a_short_form_of_nothing_is_doubtful() -> None:
    assert standings("Id. at 12. Wexelbaum, 22 Vet. App. at 300.") == [D, D]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the reasoning of Nieves-Rodriguez v. Peake is plain", K),
        ("the Court in Gilbert v. Derwinski (1990) held", K),
        ("the Court in Gilbert v. Derwinski (1994) held", D),
        ("under Jones v. Shinseki it is", P),
        ("as Steffl v. Nicholson holds", D),
        ("as Zebley v. Shinseki holds", D),
    ],
)
def test_cases_named_alone(text: str, expected: Standing) -> None:
    (citation,) = found(text)
    assert (citation.form, citation.standing) == (CitationForm.NAME, expected)


@pytest.mark.parametrize(
    "text",
    [
        "ID. 4471 was shown. Service from 22 March 1968 to 4 Apr. 1972.",
        "He took 20 mg. of it 3 times; the score was 22 v. 30 before.",
        "Section 8 of the DBQ and section 3 of this form are blank; see Part 4.",
        "Right v. left asymmetry. Patient Smith v. control. Room 22 App. 295.",
        "On the 38th day, CFR 12 was noted. Lot 45 U.S. made.",
        "His file number is 22 295 408 and his rank E.4.",
        "The VA rated it 10 percent in 2004, 20 percent in 2008; 3.5 x 2.1 cm.",
        "Diagnostic Code 5257; ICD-10 M17.11; CPT 99213; DSM-5 309.81.",
    ],
)
def test_what_is_no_citation_is_left_alone(text: str) -> None:
    assert found(text) == ()


def test_a_redacted_name_leaves_the_place_to_speak() -> None:
    (citation,) = found("See [PROVIDER 2] v. Peake, 22 Vet. App. 295 ([DATE 4, 2008]).")
    assert (citation.standing, citation.authority) == (K, "nieves")


@pytest.mark.parametrize(
    ("text", "standing", "kind"),
    [
        ("38 CFR 3.310(b)", K, CitationKind.REGULATION),
        ("Nieves-Rodriguez v. Peake, 22 Vet. App. 295 (2008)", K, CitationKind.CASE),
        ("Nieves-Rodriguez v. Peake, 22 Vet. App. 295 (2008); Stefl v. Nicholson, 20 Vet. App. 78 (2006)", B, None),
        ("the Doctrine of Reasonable Doubt Act of 1999", D, CitationKind.OTHER),
        ("", D, CitationKind.OTHER),
        ("   ", D, CitationKind.OTHER),
    ],
)
def test_one_authority_of_an_answer(text: str, standing: Standing, kind: CitationKind | None) -> None:
    citation = checker().one(text)
    assert citation.standing is standing
    assert kind in (None, citation.kind)


def test_a_text_of_every_kind_of_character_is_read() -> None:
    source = random.Random(7)
    pieces = [
        "22 Vet. App. 295", " v. ", "§", "38 C.F.R.", "\n", "\u00a0", "(2008)", "Id.", "[DATE 1, 2008]", "İ", "\ufeff",
        "et al.", "2011;63:1", "doi:10.", "PMID", "\t", "—", "Peake", "aff'd,", "In re", "(", ")", "supra",
    ]  # fmt: skip
    for _ in range(120):
        text = "".join(source.choice(pieces) + source.choice(["", " ", ", "]) for _ in range(25))
        report = checker().report(text)
        for one in (*report.citations, *report.references):
            assert text[one.evidence.start : one.evidence.end] == one.evidence.quote


def test_this_year_is_not_in_the_past_of_the_tables() -> None:
    newest = max(years[1] for years in authority_file().vet_app_volume_years.values())
    assert newest <= THIS_YEAR
