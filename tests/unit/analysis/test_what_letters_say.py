"""Elements and opinions as letters put them in passing: every text here is invented for its point."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric import elements_author, elements_literature, elements_records
from nexus_desktop.analysis.rubric.facts import gather
from nexus_desktop.analysis.rubric.segmentation import segment
from nexus_desktop.models.analysis_models import Polarity, Standard, Theory
from nexus_desktop.models.rubric_models import Strength
from tests.unit.analysis.reading import result_of


def governing(text: str) -> tuple[Polarity, Standard]:
    one = gather(text).governing
    return (one.claim.polarity, one.claim.standard) if one else (Polarity.NONE, Standard.NONE)


def test_a_degree_alone_takes_link_and_condition_from_the_statement_before_it() -> None:
    facts = gather(
        "I believe that his service aggravated, beyond its natural progression, an asthma noted at entry. I hold that"
        " belief to the degree VA asks for: it is at least as likely as not."
    )
    assert facts.theory.value is Theory.AGGRAVATION
    assert facts.governing is not None
    assert facts.governing.condition == "asthma"


def test_a_degree_alone_takes_link_and_condition_from_the_question() -> None:
    facts = gather(
        "Question\nWhether the Veteran's insomnia is proximately due to his service-connected tinnitus.\n\n"
        "Short answer\nYes. It is my opinion that it is at least as likely as not."
    )
    assert facts.theory.value is Theory.SECONDARY
    assert facts.governing is not None
    assert facts.governing.condition == "insomnia"


def test_in_a_thread_the_newest_message_of_the_doctor_holds() -> None:
    thread = (
        "From: Anna Webb, MD\nSubject: withdrawal\n\nPlease replace my statement below; do not file it. Whether it wa"
        "s the"
        " drug or the vaccine I cannot now say one way or the other without guessing.\n\nA. Webb, MD\n\n"
        "From: Anna Webb, MD\nSubject: letter\n\nIt is more likely than not that his colitis was caused by the vaccine"
        " given in service in 2008.\n\nA. Webb, MD\n"
    )
    assert governing(thread)[0] is Polarity.INCONCLUSIVE
    assert result_of(thread).compliance.strength in (Strength.NONE, Strength.WEAK)


def test_an_opinion_said_to_replace_the_one_above_governs() -> None:
    text = (
        "It is less likely than not that service aggravated his left ankle arthritis.\n\nSCRATCH THAT. I have now see"
        "n the"
        " films. My opinion now: at least as likely as not the left ankle arthritis was aggravated beyond natural"
        " progression by service.\n\nA. Webb, MD"
    )
    assert governing(text) == (Polarity.FAVORABLE, Standard.AT_LEAST_AS_LIKELY)


def test_an_opinion_hoped_for_by_somebody_is_not_given() -> None:
    text = (
        'His sister hoped for "at least as likely as not," and the chiropractor wrote: "the gait as likely as not le'
        "d to the"
        ' hip arthritis." In my opinion the hip arthritis is less likely than not due to service.'
    )
    assert governing(text) == (Polarity.UNFAVORABLE, Standard.LESS_LIKELY)


@pytest.mark.parametrize(
    ("words", "extent"),
    [
        ("The entire folder was reviewed, all 900 images.", "claims_file"),
        ("I have reread the file.", "claims_file"),
        ("I have VA pharmacy printouts for ten years.", "partial"),
        ("His DD 214 shows twelve months in the field artillery.", "partial"),
        ("I have a photostat of the hospital sheet.", "partial"),
        ("I saw the sick-call notes and not the claims folder.", "partial"),
        ("I read his flight medicine folder but not the later VA file.", "partial"),
        ("RECORDS  ☒ VA claims file   ☐ private", "claims_file"),
        ("He says that his records show the injury.", "none"),
    ],
)
def test_records_read(words: str, extent: str) -> None:
    assert elements_records.review(segment(words)).value.extent == extent


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Palmer 2007, a systematic review, ties forceful repetition to a doubled risk.", True),
        ("Harrison and Harris reviewed the question and found little support.", True),
        ("The C8 Science Panel looked at lipids.", True),
        ("He moved to Kuwait in 2007 and was treated there.", False),
        ("Baker and Lowell saw him in the clinic.", False),
    ],
)
def test_literature_named_without_brackets(words: str, named: bool) -> None:
    assert bool(elements_literature.literature(segment(words)).value.named) is named


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("I hold a Ph.D. and a Michigan license.\n\nA. Webb", True),
        ("Examiner: Anna Webb, DO (internal medicine)\n\nHe has a cough.\n\nSigned: A. Webb", True),
        ("My board is pain medicine, 11 years.\n\nA. Webb", True),
        ("I am not a podiatrist and would be glad if VA sent him to one.\n\nA. Webb, MD", False),
        ("He has a cough.\n\nA. Webb, MD\nStaff physician", False),
    ],
)
def test_qualifications_stated(words: str, stated: bool) -> None:
    assert elements_author.read_author(segment(words)).credentials.value is stated


def test_a_presumption_named_and_nothing_else_is_weak() -> None:
    text = (
        "[DATE 1, 2022]\n\nI treat Mr. Barr for prostate cancer, Gleason 7. He says he was in Vietnam in 1967. His pr"
        "ostate"
        " cancer is due to Agent Orange; VA itself presumes it under 38 CFR 3.309.\n\nA. Webb, MD"
    )
    assert result_of(text).compliance.strength in (Strength.NONE, Strength.WEAK)


def test_what_is_said_of_an_adverse_opinion_by_another_never_makes_a_yes() -> None:
    text = (
        "As to the deployment, I do not find a stressor nor symptoms tied to it, and it is in my opinion less likely "
        "than"
        " not that his PTSD is due to service."
    )
    facts = gather(text)
    assert governing(text)[0] is Polarity.UNFAVORABLE
    assert not facts.position.torn


def test_sentences_end_in_a_letter_without_capitals_where_tags_stand_in_it() -> None:
    doc = segment("he fell aboard ship on [DATE 1, 2004]. the knee has hurt since. i treat him for it.")
    assert len(doc.sentences) == 3


def test_a_quotation_between_two_closing_marks_is_one() -> None:
    text = (
        "The examiner wrote: ”it is less likely than not that the asthma is due to service.” In my opinion it is at l"
        "east as"
        " likely as not that the asthma is due to service."
    )
    assert governing(text) == (Polarity.FAVORABLE, Standard.AT_LEAST_AS_LIKELY)


def test_a_memo_from_a_doctor_to_counsel_speaks_for_the_doctor() -> None:
    text = (
        "To: Webb & Lowell LLP\nFrom: Anna Lund, MD client: [PATIENT], US Army\n\nIt is less likely than not that he"
        "r migraine"
        " was caused by service."
    )
    assert governing(text)[0] is Polarity.UNFAVORABLE


def test_a_paragraph_that_begins_with_it_is_hides_no_other() -> None:
    text = (
        "It is less likely than not that service caused his gout.\n\nLater I was sent the films, and my opinion now i"
        "s that it"
        " is more likely than not that service caused his gout.\n\nA. Webb, MD"
    )
    assert len(gather(text).opinions) == 2
