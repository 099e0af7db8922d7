"""Sources of literature: which are there, what each of them lacks, and the shape of PMID and DOI."""

from __future__ import annotations

import pytest

from nexus_desktop.models.citation_models import Reference
from tests.unit.analysis.checking import checker


def sources(text: str) -> tuple[Reference, ...]:
    references = checker().report(text).references
    for one in references:
        assert text[one.evidence.start : one.evidence.end] == one.evidence.quote
    return references


def lacks(reference: Reference) -> list[str]:
    return [part.value for part in reference.missing]


LIST = """The literature is summed up below.

References
1. Wexler BJ, Flint FG, Arkin JC. Headaches after concussion in soldiers returning from war. Headache. 2010;50(8):1262-1272. doi:10.1111/j.1526-4610.2010.01700.x
2. Hallow, J. E., & Kuznik, N. A. (2016). The rising incidence of arthritis in the military. Journal of Surgical Orthopaedic Advances, 25(1), 12-20.
3. Bove F. Environ Health 2014;13:10.
4. Institute of Medicine. Gulf War and Health, Volume 8. 2010.
5. Marsh TL, et al. Noise and the cochlea: a cohort of aviators. 2019.

Sincerely,
/s/ Jane Roe, MD, 2021
"""  # noqa: E501 - an entry a line


def test_entries_of_a_list_are_taken_whole() -> None:
    found = sources(LIST)
    assert [lacks(one) for one in found] == [[], [], ["title"], [], ["journal"]]
    assert [one.complete for one in found] == [True, True, False, True, False]
    assert found[0].doi == "10.1111/j.1526-4610.2010.01700.x"
    assert found[1].evidence.quote.startswith("2. Hallow")
    assert found[1].evidence.quote.endswith("12-20.")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Cameron et al. (Arthritis Rheum 2011;63:2974-2982) found a higher rate in soldiers.", [["title"]]),
        (
            "Studies by Colfax and colleagues (2015) and Mysler et al. (2013) reported the same risk.",
            [["title", "journal"]] * 2,
        ),
        ("A 2016 meta-analysis in the American Journal of Medicine found an association.", [["author", "title"]]),
        ('See Holt et al., "Obesity and Sleep Apnea: A Review," New England Journal of Medicine, 2011.', [[]]),
        ("The association is described (Lopez, 2018; Harte and Singh, 2019).", [["title", "journal"]] * 2),
        ("The Institute of Medicine report Noise and Military Service (2006) found the evidence short.", [[]]),
        (
            (
                "Research shows it. Sander JA, Jonas PB. Sleep apnea in veterans with stress disorder. "
                "J Clin Sleep Med. 2015;11(5):513-518."
            ),
            [[]],
        ),
        ("According to Kessler et al., N Engl J Med 2009;360:2443-2450, the risk is doubled.", [["title"]]),
    ],
)  # fmt: skip
def test_sources_in_prose(text: str, missing: list[list[str]]) -> None:
    assert [lacks(one) for one in sources(text)] == missing


@pytest.mark.parametrize(
    "text",
    [
        "Studies show that it is common, and the medical literature is full of it.",
        "A sleep study of 2014 showed 22 events an hour. His MRI report (2019) found a tear.",
        "He served in Vietnam (1969) and in the Army (1970), and reported no other injury.",
        "Dr. Harmon (2015) found crepitus. The Rating Decision (2015) reported no nexus.",
        "The risk was weighed under 38 C.F.R. § 3.310(b) (2019) and Stefl v. Nicholson, 21 Vet. App. 120 (2007).",
        "Blood pressure 148/92, 160:90 in 2009; file 12345678; extension 11(4).",
    ],
)
def test_what_is_no_literature_is_left_alone(text: str) -> None:
    assert sources(text) == ()


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("PMID: 25665699", None),
        ("PMID 1", None),
        ("PMID: 123456789", "eight digits"),
        ("PMID: 0123456", "eight digits"),
        ("PMID: 12a45", "digits alone"),
        ("doi:10.1056/NEJMra1", None),
        ("https://doi.org/10.1164/rccm.200305-689OC.", None),
        ("doi:10.1056/", "A DOI is"),
        ("doi: 1056/NEJM", "A DOI is"),
        ("doi:10.12/x", "A DOI is"),
    ],
)
def test_the_shape_of_numbers(number: str, problem: str | None) -> None:
    (one,) = sources(f"Holt et al. reported a raised risk (Sleep 2005;28:1405-1411, {number}).")
    assert (one.problems != ()) is (problem is not None)
    if problem is not None:
        assert problem in one.problems[0]
        assert not one.complete
    else:
        assert one.complete  # a number that finds the paper makes up for a missing title


def test_a_file_number_of_eight_digits_is_no_pmid() -> None:
    (one,) = sources("File 28 441 902. Holt et al. reported a raised risk (Sleep 2005;28:1405-1411); VA file 28441902.")
    assert one.pmid is None
