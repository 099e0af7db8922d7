"""The same thing said in other words: refusals, attributions, replies, signatures, dates, boxes. All texts invented."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric import elements_author, elements_form, elements_records, items_rationale, refusals
from nexus_desktop.analysis.rubric.facts import gather
from nexus_desktop.analysis.rubric.segmentation import segment
from nexus_desktop.models.analysis_models import Polarity, Standard
from nexus_desktop.models.rubric_models import Strength
from tests.unit.analysis.reading import engine, result_of

_MAY_BE = (Polarity.INCONCLUSIVE, Standard.SPECULATIVE)
_FLAT = (Polarity.FAVORABLE, Standard.DEFINITE)


def said(text: str) -> tuple[Polarity, Standard] | None:
    found = engine().opinions(text)
    return (found[0].polarity, found[0].standard) if found else None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("It seems to me his gout may well have begun in the Army.", _MAY_BE),
        ("It appears his tinnitus might be related to the flight line.", _MAY_BE),
        ("It seems that her migraines could be due to the blast.", _MAY_BE),
        ("It seems to me that his gout is due to the march.", _FLAT),
        ("His gout appears to be due to the march, and it may get worse.", _FLAT),
    ],
)
def test_what_seems_possible_is_possible_and_no_more(text: str, meant: tuple[Polarity, Standard]) -> None:
    assert said(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("In my opinion it was without question the solvents that gave him his leukemia.", _FLAT),
        ("The howitzers gave him this tinnitus.", _FLAT),
        ("I think the jump probably handed him that bad hip.", (Polarity.FAVORABLE, Standard.MORE_LIKELY)),
        ("His asthma had its start in the service.", _FLAT),
        ("The corps gave him the pills he asked for.", None),
        ("VA gave her the rating in 2010.", None),
    ],
)
def test_what_gave_a_man_his_disease_caused_it(text: str, meant: tuple[Polarity, Standard] | None) -> None:
    assert said(text) == meant


@pytest.mark.parametrize(
    ("words", "neither"),
    [
        ("I express no view in either direction.", True),
        ("We take no position on either side of the question.", True),
        ("Kindly do not read this note as a yes or a no.", True),
        ("Please don't take my silence for a no or a yes.", True),
        ("I cannot say that it began there. I am not saying that it did not.", True),
        ("I express no view of the surgeon's bill.", False),
        ("I am not saying that he did not try, only that the brace slipped.", False),
    ],
)
def test_neither_yes_nor_no(words: str, neither: bool) -> None:
    assert refusals.on_both_sides(words.lower()) is neither


def test_who_is_not_giving_an_opinion_gives_none() -> None:
    text = "I am not in a position to give an opinion on what caused the sprain, and I am not writing one."
    result = result_of(f"May 4, 2023\n\nTo VA:\n\nHe came to us with an ankle sprain. {text}\n\nAna Ruiz, PT")
    assert result.opinion.polarity is Polarity.NONE
    assert result.compliance.strength is Strength.NONE


@pytest.mark.parametrize(
    "words",
    [
        "I have been through the claims file from cover to cover.",
        "I have been over his whole claims file twice.",
        "We worked through the claims folder.",
    ],
)
def test_a_file_gone_through_was_read(words: str) -> None:
    assert elements_records.review(segment(f"Dear Sir,\n\n{words}\n\nAna Ruiz, MD")).value.extent == "claims_file"


_BODY = (
    "It is my opinion that his ankle arthritis is at least as likely as not due to the fall in service. He fell from a"
    " truck, and the joint has worn since that day, as the films of three years show."
)
_RULED = "_" * 40


@pytest.mark.parametrize(
    ("text", "is_signed"),
    [
        (f"My letter follows.\n\n{_RULED}\n\nTo VA\n\n{_BODY}\n\nAna Ruiz, MD\n\n{_RULED}\n\n> thank you\n> Dee", True),
        (f"To VA\n\n{_BODY}\n\nRespectfully,\n\n{_RULED}\n\nAna Ruiz, MD", False),
        (f"To VA\n\n{_BODY}\n\nBox 9  Signature   X  A. Ruiz          03/04/2022\nReceived by kk", True),
        (f"To VA\n\n{_BODY}\n\nSignature   X ____________\n", False),
        (f"To VA\n\n{_BODY}\n\n[ s / ]     Ana Ruiz , D.0.      Ohio lic 4411       11 / 08 / 21\n-- end --", True),
        (f"To VA\n\n{_BODY}\n\nVery truly ,\n\nAna Ruiz , M . D .\nOhio Lic. 4411", True),
    ],
)
def test_a_rule_across_the_page_is_no_line_for_a_signature(text: str, is_signed: bool) -> None:
    assert elements_form.signed(segment(text)).value is is_signed


@pytest.mark.parametrize(
    ("head", "is_dated"),
    [
        ("Claim of A. Webb\nReport of Ana Ruiz, MD          June 3, 2021", True),
        ("Claim of A. Webb\nReport of Ana Ruiz, MD          born June 3, 1961", False),
        ("Claim of A. Webb\nVeteran's date of birth          June 3, 1961", False),
        ("Signed on          0 6 | 0 3 | 2 0 2 1", True),
        ("June 3 , 2021", True),
    ],
)
def test_a_date_in_the_next_column(head: str, is_dated: bool) -> None:
    text = f"{head}\n\nDear Sir,\n\n{_BODY}\n\nI have known him for years.\n\nAna Ruiz, MD"
    assert elements_form.dated(segment(text)).value is is_dated


@pytest.mark.parametrize(
    "options",
    [
        "[   ] not related    [   ] possibly related    [ X ] at least as likely as not related",
        "[    ] less likely than not    [x] at least as likely as not    [    ] certain",
    ],
)
def test_a_box_within_a_question_answers_it(options: str) -> None:
    text = f"Is it your opinion that this lymphoma is (mark one)\n{options}    to radiation in service?"
    assert said(text) == (Polarity.FAVORABLE, Standard.AT_LEAST_AS_LIKELY)


@pytest.mark.parametrize(
    "reply",
    [
        "The old films dispose of that.",
        "It was at best a guess.",
        "The point of law is for others; the medicine I have answered above.",
        "The biopsy refutes it.",
    ],
)
def test_short_replies_to_an_adverse_opinion(reply: str) -> None:
    text = (
        f"Dear Sir,\n\n{_BODY}\n\nThe VA examiner wrote that the arthritis is less likely than not related to service."
        f" {reply}\n\nAna Ruiz, MD"
    )
    assert items_rationale.contrary_evidence(gather(text)).points == 2


@pytest.mark.parametrize(
    "line", ["Box 14 SIGNER   Ana Ruiz, MD, [x] neurology", "Your field?  _neurology, bd cert 2011_"]
)
def test_the_field_in_a_box_of_a_form(line: str) -> None:
    fields = elements_author.read_author(segment(f"To VA\n\n{_BODY}\n\n{line}\n\nMailed May 4, 2021\nby kk")).fields
    assert fields == elements_author.read_author(segment(f"{_BODY}\n\nI am a board certified neurologist.")).fields


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("He does not have alcoholic liver disease or lupus.", True),
        ("He does not have liver disease.", False),
        ("He does not have chronic liver disease.", False),
    ],
)
def test_who_lacks_one_kind_of_a_disease_may_have_another(words: str, made: bool) -> None:
    text = (
        "May 4, 2021\n\nTo VA\n\nDiagnosis: liver disease, stage 2 on biopsy. It is at least as likely as not that his"
        f" liver disease is due to the solvents he cleaned with in service. {words}\n\nAna Ruiz, MD"
    )
    assert result_of(text).compliance.elements.current_diagnosis is made


def test_answers_written_on_lines_tell_place_and_time() -> None:
    text = (
        "Q1  Service.  Unit _A Co_  Where _Enewetak Atoll_   From _2 May 78_ to _1 Nov 78_\n\nQ2  Diagnosis"
        " _thyroid cancer_\n\nQ3  Why?\nA  _Thyroid cancer is on the list of 38 C.F.R. 3.309(d) for those who cleaned"
        " up the atoll; a presumption applies._\n\nSign _Ana Ruiz, MD_   Date _4 May 22_"
    )
    assert result_of(text).compliance.elements.in_service_event


@pytest.mark.parametrize(
    "rest",
    [
        "He has gout in both feet and smoked. I make no attempt to part the causes, since the law does not ask it.",
        "We have not examined him. He has been on these drugs since the operation and had no such trouble before.",
    ],
)
def test_what_was_not_done_is_no_reason(rest: str) -> None:
    opinion = "It is at least as likely as not that his gout is due to service."
    text = f"May 4, 2021\n\nTo VA\n\n{opinion} {rest}\n\nAna Ruiz, MD"
    assert gather(text).rationale.value.extent == "conclusory"
