"""Letters in other voices: without capitals, dictated, scanned, in columns, with authors who introduce themselves."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric import (
    elements_author,
    elements_form,
    elements_records,
    misreadings,
    reading,
)
from nexus_desktop.analysis.rubric.condition_table import Field
from nexus_desktop.analysis.rubric.facts import gather
from nexus_desktop.analysis.rubric.headings import Section
from nexus_desktop.analysis.rubric.segmentation import segment
from nexus_desktop.models.analysis_models import Polarity, Standard, Theory
from nexus_desktop.models.rubric_models import Strength
from tests.unit.analysis.reading import result_of

NOTHING = (Polarity.NONE, Standard.NONE)


def governing(text: str) -> tuple[Polarity, Standard]:
    one = gather(text).governing
    return (one.claim.polarity, one.claim.standard) if one else NOTHING


# --- the author ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("I'm the family nurse practitioner who looks after Ruth.\n\nA. Webb", True),
        ("Hello, this is Anna Webb PA-C at the walk-in clinic on Fifth.\n\nA. Webb", True),
        ("Good morning. My name is Anna Webb, DNP.\n\nA. Webb", True),
        ("My training: hand surgeon, nineteen years.\n\nA. Webb", True),
        ("My background is vascular surgeon, retired from the county hospital.\n\nA. Webb", True),
        ("I lead the dizziness clinic of the valley hospital.\n\nA. Webb", True),
        ("I am certified in surgical pathology.\n\nA. Webb", True),
        ("I am her family doctor.\n\nA. Webb, MD", False),
        ("I am a [specialty] licensed in [state].\n\n[name of doctor]", False),
        ("As a [degree] practicing in [city], board certified in [field], I write.\n\n[signature block]", False),
        ("This is Anna Webb, his daughter.\n\nA. Webb", False),
        ("I run the marathon with him.\n\nA. Webb", False),
        ("My background check is on file.\n\nA. Webb, MD", False),
    ],
)
def test_who_the_author_says_to_be(words: str, stated: bool) -> None:
    assert elements_author.read_author(segment(words)).credentials.value is stated


def test_a_letterhead_in_columns_tells_the_field_of_its_doctor() -> None:
    head = (
        "High Desert Kidney Center            Maj. (ret.) Ruth Ann Webb, MD\n"
        "Rte 9, Mile 4                        Nephrology · Board of Internal Medicine\n\nHe is my patient.\n\nR. Webb"
    )
    author = elements_author.read_author(segment(head))
    assert author.credentials.value
    assert Field.KIDNEY in author.fields


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("I am a pathologist and have read asbestos slides for years.", Field.CANCER),
        ("I am a certified B reader.", Field.LUNG),
        ("l arn a board certified rheurnato1ogist.", None),
        ("I am a board certified card1ologist.", None),
        ("I am a board certified cardio1ogist.", Field.HEART),
        ("I am a speech-language pathologist.", None),
    ],
)
def test_the_field_of_the_author(words: str, field: Field | None) -> None:
    fields = elements_author.read_author(segment(words)).fields
    assert (field in fields) if field else Field.CANCER not in fields


# --- records ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "extent"),
    [
        ("Materials: the Board's evidentiary record (1,204 pages) and two glass slides.", "claims_file"),
        ("I was sent the record before the agency and read it.", "claims_file"),
        ("She showed me her separation hearing exam.", "partial"),
        ("I looked at the old MRI from the base hospital.", "partial"),
        ("I am looking at his award letter, dated in March.", "partial"),
        ("His ship and rating I have from the discharge papers.", "partial"),
        ("I pulled what I could through Care Everywhere and reviewed it.", "partial"),
        ("The evidentiary record was not sent to me.", "none"),
        ("He should bring me the award letter.", "none"),
        ("I ordered an MRI of the neck.", "none"),
    ],
)
def test_records_told_in_other_words(words: str, extent: str) -> None:
    assert elements_records.review(segment(words)).value.extent == extent


# --- signature and date -------------------------------------------------------------------------------------------

BODY = (
    "Re: ankle\n\nIt is my opinion that his ankle arthritis is at least as likely as not due to the fall in service."
    " He fell from a truck, and the joint has worn since that day, as the films of three years show.\n\n"
)


@pytest.mark.parametrize(
    ("end", "is_signed"),
    [
        ("Under penalty of perjury,\n\nRoland Webb", True),
        ("With warm greetings from the coast,\n\nA. Webb", True),
        ("With collegial greetings\n\nA. Webb", True),
        ("sign: R Webb DPM      lic 0217", True),
        ("                 Gretchen V0lk, MD      Ill lic 41882", True),
        ("sign: ____________", False),
        ("I declare this under penalty of perjury.\n", False),
    ],
)
def test_how_letters_are_signed(end: str, is_signed: bool) -> None:
    assert elements_form.signed(segment(BODY + end)).value is is_signed


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("Harbor Clinic\n\n      Octo8er\n\nDear VA,\n\n" + BODY + "A. Webb, MD", False),
        ("Harbor Clinic\n\n      Apri1 the 2lst\n\nDear VA,\n\n" + BODY + "A. Webb, MD", True),
        ("Harbor Clinic\n\n      September 9th\n\nDear VA,\n\n" + BODY + "A. Webb, MD", True),
        ("DATE: ____________\n\nDear VA,\n\n" + BODY + "A. Webb, MD\nchecked by jo 3/14", False),
        ("dr webb dictating on monday [DATE 1] to the v a\n\n" + BODY + "A. Webb, MD", True),
    ],
)
def test_how_letters_are_dated(text: str, is_dated: bool) -> None:
    assert elements_form.dated(segment(text)).value is is_dated


def test_a_name_and_degree_in_small_letters_close_a_message() -> None:
    thread = (
        "--- message 2 of 2 ---\nfrom: nurse ada, bay clinic\nto: ruth\n\ni asked dr lowell. he has no opinion one way"
        " or the other. see you monday.\nada lpn, rn\n\n--- message 1 of 2 ---\nfrom: ruth\n\ncan you write it?\n"
    )
    assert "ada lpn, rn" in [segment(thread).of(line) for line in segment(thread).lines]


# --- letters without capitals -------------------------------------------------------------------------------------

REPORT = (
    "examiner's report, skin\nmember: [RELATIVE 1]      grade: corporal\nseen: [DATE 1, 2024]\n\n"
    '1. what was asked\n"is it at least as likely as not that the veteran\'s eczema is due to the solvent of 1994?"\n\n'
    "2. what i read\nthe whole e-folder; one statement of his aunt.\n\n"
    "3. what i found\nscaling of both hands. patch test negative to the solvent.\n\n"
    "{number} opinion\nthe eczema {words} due to the solvent of 1994 in service.\n\n"
    "5. why\nthe patch test is the test for that, and the first flare came nine years on.\n\nruth webb, md, dermatology"
)


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("is not at least as likely as not", Polarity.UNFAVORABLE),
        ("is at least as likely as not", Polarity.FAVORABLE),
        ("is less likely than not", Polarity.UNFAVORABLE),
    ],
)
def test_headings_of_a_report_without_capitals_are_heard(words: str, polarity: Polarity) -> None:
    text = REPORT.format(number="4.", words=words)
    assert governing(text)[0] is polarity
    doc = segment(text)
    assert {Section.QUESTION, Section.RECORDS, Section.EXAMINATION, Section.OPINION, Section.RATIONALE} <= {
        line.section for line in doc.lines
    }


def test_a_short_line_in_running_small_letters_stays_in_its_sentence() -> None:
    text = "i saw him twice and it is my opinion\nthat his knee arthritis is not due to\nservice but to his job.\n"
    assert len(segment(text).lines) == 1


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("He took naproxen for ten yrs. Naproxen hurts the stomach.", 2),
        ("He slept 4 hrs. Pain woke him.", 2),
        ("He has had it for 9 mos. The rash is worse.", 2),
        ("He takes it every 8 hrs. with food.", 1),
    ],
)
def test_a_unit_of_time_may_end_a_sentence(words: str, count: int) -> None:
    assert len(segment(words).sentences) == count


# --- dictation ----------------------------------------------------------------------------------------------------

DICTATED = (
    "this is doctor ruth lowell letter to the v a new paragraph\n"
    "i am a hand surgeon comma board certified period i have followed him since his discharge period new paragraph\n"
    "opinion colon it is my opinion that his wrist arthritis is {words} due to the crush injury in service period new"
    " paragraph\n"
    "reasons colon the scaphoid was broken and never healed period the film of that week shows it period thank you"
)


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("as likely as not", Polarity.FAVORABLE),
        ("less likely than not", Polarity.UNFAVORABLE),
        ("possibly", Polarity.INCONCLUSIVE),
    ],
)
def test_marks_that_were_spoken_are_read_as_marks(words: str, polarity: Polarity) -> None:
    doc = segment(DICTATED.format(words=words))
    assert governing(DICTATED.format(words=words))[0] is polarity
    assert len(doc.sentences) > 6
    opinion = next(one for one in doc.sentences if "wrist" in doc.of(one))
    assert opinion.section is Section.OPINION
    quote = doc.reading.evidence(opinion.start, opinion.end).quote
    assert quote in DICTATED.format(words=words)


@pytest.mark.parametrize(
    "words",
    [
        "The presumptive period is one year. The latency period is long. The period of service was four years.",
        "During this period he drank. That period ended. A second period began. The third period was calm.",
        "Colon cancer was found. His colon was resected. Comma-shaped bacilli. The grace period ran out.",
    ],
)
def test_periods_of_time_are_no_marks(words: str) -> None:
    assert reading.read(words).text == words


# --- scanned words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("token", "meant"),
    [
        ("neuro1ogist", "neurologist"),
        ("cervica1", "cervical"),
        ("ce11s", "cells"),
        ("1ower", "lower"),
        ("llth", "11th"),
        ("2lst", "21st"),
        ("decernber", "december"),
        ("HbA1c", None),
        ("a1c", None),
        ("1year", None),
        ("Ind", None),
        ("corner", None),
        ("burn", None),
        ("T10", None),
    ],
)
def test_what_a_scanner_misread(token: str, meant: str | None) -> None:
    assert misreadings.mended(token) == meant


# --- what is no opinion on this person ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "I find that the science supports a link between Gulf War service and chronic multisymptom illness.",
        "Textbooks describe a relationship between repeated heavy lifting and lumbar disc disease in soldiers.",
        "The epidemiology literature shows a connection between Agent Orange and bladder cancer.",
        "Numerous journals report a link between military sexual trauma and pelvic pain.",
        "Recent data confirm an association of burn pit smoke with constrictive bronchiolitis.",
        "He asks do his lungs come from the Navy.",
        "He wonders is his hearing loss from the flight line.",
        "Her daughter asked me was the stroke caused by the PTSD.",
        "I do not know does the tremor come from the pesticide he handled in the Army.",
        "His anemia is most likely caused by the bleeding ulcer.",
        "The swelling is probably from the amlodipine.",
        (
            "[CHOOSE ONE: at least as likely as not / less likely than not] that the Veteran's [CONDITION] is caused by"
            " service. I find the research supports a link between service in Southwest Asia and this illness."
        ),
    ],
)
def test_no_opinion_on_this_person(words: str) -> None:
    assert governing(words) == NOTHING


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("The literature supports my conclusion that her asthma is due to the burn pits.", Polarity.FAVORABLE),
        (
            "In my opinion the research supports a nexus between his exposure and his bladder cancer.",
            Polarity.FAVORABLE,
        ),
        ("The medical literature does not support a link between his tinnitus and service.", Polarity.UNFAVORABLE),
        ("I was asked to write; in my opinion her sarcoidosis began in service.", Polarity.FAVORABLE),
    ],
)
def test_what_is_said_of_this_person_stays(words: str, polarity: Polarity) -> None:
    assert governing(words)[0] is polarity


# --- what "it" goes back to ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "polarity", "condition"),
    [
        (
            (
                "The asthma was not caused by his service-connected rhinitis. It has at least as likely as not been"
                " aggravated by it, beyond its natural progression."
            ),
            Polarity.FAVORABLE,
            "asthma",
        ),
        (
            (
                "Her migraines did not arise from the service-connected neck strain with disc disease. However,"
                " it is at"
                " least as likely as not that they are aggravated by it."
            ),
            Polarity.FAVORABLE,
            "migraines",
        ),
        (
            (
                "His insomnia was not caused by the service-connected tinnitus. It is not at least as likely as not"
                " aggravated by it either."
            ),
            Polarity.UNFAVORABLE,
            "insomnia",
        ),
        (
            (
                "The sleep apnea was not caused by the service-connected sinusitis. It is less likely than not"
                " aggravated by it."
            ),
            Polarity.UNFAVORABLE,
            "sleep apnea",
        ),
    ],
)
def test_it_goes_back_to_the_sentence_before(words: str, polarity: Polarity, condition: str) -> None:
    facts = gather(words)
    assert facts.governing is not None
    assert facts.governing.claim.polarity is polarity
    assert facts.governing.condition == condition


def test_two_halves_of_a_sentence_name_their_own_condition() -> None:
    facts = gather(
        "NSAIDs and stress make heartburn worse, so her gastritis may be related to her service-connected knee."
    )
    assert facts.governing is not None
    assert facts.governing.condition == "gastritis"
    assert facts.governing.claim.polarity is Polarity.INCONCLUSIVE


# --- presumptions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "theory"),
    [
        (
            (
                "It is more likely than not that her multiple sclerosis became manifest in 2011. That is inside"
                " the seven"
                " years of 38 CFR 3.307(a)(3) and 3.309(a)."
            ),
            Theory.PRESUMPTIVE,
        ),
        (
            "It is at least as likely as not that his arthritis manifested within one year of separation from service.",
            Theory.PRESUMPTIVE,
        ),
        (
            (
                "It is more likely than not that her multiple sclerosis is due to the vaccine given in service."
                " The seven"
                " years of 38 CFR 3.307(a)(3) are long gone."
            ),
            Theory.DIRECT,
        ),
        (
            (
                "The rhinitis is not at least as likely as not due to the blow in service. I was not asked"
                " whether rhinitis"
                " is presumptive under the PACT Act, 38 CFR 3.320."
            ),
            Theory.DIRECT,
        ),
    ],
)
def test_the_theory_of_a_chronic_or_listed_disease(words: str, theory: Theory) -> None:
    assert gather(words).theory.value is theory


def test_what_a_listed_disease_led_to_is_an_opinion() -> None:
    listed = (
        "DIABETES IS ON THE AGENT ORANGE LIST UNDER 3.309(E). THE NEUROPATHY IS MOST LIKELY CAUSED BY THE DIABETES."
    )
    assert governing(listed) == (Polarity.FAVORABLE, Standard.MORE_LIKELY)
    unlisted = "DIABETES IS NOT ON THAT LIST. THE NEUROPATHY IS MOST LIKELY CAUSED BY THE DIABETES."
    assert governing(unlisted) == NOTHING


LISTED = (
    "[DATE 1, 2023]\n\nI am a board certified endocrinologist and have treated Mr. Barr since 2009. I reviewed"
    " his records and chart.\n\nDiabetes mellitus type 2 is on the Agent Orange list under 38 CFR 3.309(e)."
    " {service}\n\nThe neuropathy is most likely caused by the diabetes because the loss follows a stocking"
    " pattern, the nerve study shows an axonal process, and B12 and thyroid are normal. It began four years after"
    " the diabetes.\n\nSincerely,\n\nAnna Webb, MD"
)


@pytest.mark.parametrize(
    ("service", "qualifies"),
    [
        ("He served in Vietnam from 1968 to 1969.", True),
        ("He served and did not leave Vietnam until 1970.", True),
        ("He served in Germany from 1968 to 1970 and was never in Vietnam.", False),
        ("He served from 1968 to 1970 but did not set foot in Vietnam.", False),
        ("His orders of 1969 were not for Vietnam.", False),
    ],
)
def test_a_place_the_veteran_never_was_at_does_not_qualify(service: str, qualifies: bool) -> None:
    facts = gather(LISTED.format(service=service))
    assert facts.theory.value is Theory.PRESUMPTIVE
    assert facts.ground.value.present is qualifies
    strength = result_of(LISTED.format(service=service)).compliance.strength
    assert qualifies or strength in (Strength.NONE, Strength.WEAK)
