"""What earns or costs strength beside the opinion: reasons, shares, forms of words, fields. Every text is invented."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric import conditions, elements_author, elements_form
from nexus_desktop.analysis.rubric.condition_table import Field
from nexus_desktop.analysis.rubric.facts import gather
from nexus_desktop.analysis.rubric.segmentation import segment
from nexus_desktop.models.analysis_models import Polarity, Standard
from nexus_desktop.models.rubric_models import ItemId, Strength
from tests.unit.analysis.reading import result_of

OPINION = "It is my opinion that his shoulder arthritis is more likely than not related to his time in the Navy."


@pytest.mark.parametrize(
    "rest",
    [
        (
            "He never had shoulder trouble before boot camp and he has plenty of it today. Anyone who has loaded"
            " stores at"
            " sea would say the same. He is an honest man and he would not invent it. He has worked as a mover"
            " since 1996"
            " and raised four children on that pay. In my view he should be rated at least 30 percent."
        ),
        (
            "He never complained of the shoulder until he enlisted, and it has hurt since 1994. My secretary keeps"
            " the films"
            " of 2019 and the nerve study. There is nothing else that I am aware of other than the wreck of 2011"
            " and his"
            " roofing job. He deserves to be paid for what he gave and ought to get individual unemployability."
        ),
        (
            "He had a good shoulder when he signed up in 1988 and a bad one when he got out in 1992. It has been"
            " that way"
            " ever since. He came to us in 2015 and has been a pleasant man to treat through all the years after"
            " that. No"
            " one here doubts that the Navy was hard on those who served in it at the time."
        ),
    ],
)
def test_pleading_and_a_bare_timeline_explain_nothing(rest: str) -> None:
    assert gather(f"{OPINION} {rest}\n\nSincerely,\nAnna Webb, MD").rationale.value.extent == "conclusory"


@pytest.mark.parametrize(
    "rest",
    [
        (
            "Overhead work at the loading hatch wears the rotator cuff against the bone, and the films of 2019 show the"
            " cuff gone and the joint narrowed. He has never smoked, has no gout, and the other shoulder, which carried"
            " nothing, is sound."
        ),
        (
            "Men whose shoulder came out once have four times the rate of arthritis twenty years on, and his came"
            " out twice"
            " on the pier in 1991, as the sick bay notes show. His films in 2020 show a worn socket and a bony"
            " spur below"
            " the head, and no other joint is touched."
        ),
    ],
)
def test_an_explanation_counts_as_one(rest: str) -> None:
    assert gather(f"{OPINION} {rest}\n\nSincerely,\nAnna Webb, MD").rationale.value.extent == "detailed"


@pytest.mark.parametrize(
    "share",
    [
        (
            "I put the loss of 30 degrees down to the limp and attribute it to the ankle; the remainder is natural"
            " history."
        ),
        "About half of the change is due to the ankle and the balance is ordinary aging.",
        "I ascribe none of the worsening to natural progression.",
        "No part of it is due to age.",
    ],
)
def test_the_share_of_the_natural_course_denies_nothing(share: str) -> None:
    text = (
        "It is at least as likely as not that his hip arthritis has been aggravated by his service-connected ankle"
        f" fracture. {share}"
    )
    facts = gather(text)
    assert facts.polarity is Polarity.FAVORABLE
    assert not facts.position.second_voices
    assert not facts.position.contradictions


@pytest.mark.parametrize(
    "text",
    [
        "I attribute all of his hip arthritis to natural progression and none of it to the service-connected ankle.",
        "I ascribe no part of the tremor to his service.",
        "Very little of the tremor is due to his service.",
        "Only a small part of her back pain is due to her years in the Army.",
        "Hardly any of her back pain comes from her years in the Army.",
        "None of the hearing loss that he has today was caused by noise in service.",
        "His hip arthritis is due to natural progression and was not aggravated by the service-connected ankle.",
        "It is less likely than not that the ankle aggravated his hip arthritis; the rest is natural progression.",
    ],
)
def test_all_of_it_put_down_to_the_natural_course_is_still_a_denial(text: str) -> None:
    assert gather(text).polarity is Polarity.UNFAVORABLE


@pytest.mark.parametrize(
    "text",
    [
        "There is little doubt that the tinnitus is due to service.",
        "Nothing but the noise in service caused his tinnitus.",
        "None of it is due to age, and it is due to the service-connected ankle.",
        "His hip arthritis is due to the service-connected ankle and to nothing else.",
    ],
)
def test_a_share_of_nothing_given_to_another_cause_denies_nothing(text: str) -> None:
    assert gather(text).polarity is Polarity.FAVORABLE


@pytest.mark.parametrize(
    ("words", "conditional"),
    [
        ("If the VA needs a number", False),
        ("If a percentage is required", False),
        ("If you want the usual wording", False),
        ("If the jump log bears him out", True),
        ("If the figure for noise given by the ship is right", True),
        ("If you want to believe his account", True),
    ],
)
def test_asking_for_a_form_of_words_supposes_no_fact(words: str, conditional: bool) -> None:
    facts = gather(f"{words}, it is more likely than not that his tinnitus was caused by engine room noise in service.")
    assert facts.governing is not None
    assert facts.governing.claim.conditional is conditional


@pytest.mark.parametrize(
    ("words", "disclaims"),
    [
        ("I did not order the thyroid panel, as that is outside of my scope.", False),
        ("Prescribing for it is beyond my training.", False),
        ("Rating percentages are not my field.", False),
        ('He told me, "I am only a cook," and laughed.', False),
        ("What caused the tremor is outside of my scope.", True),
        ("I have not tested for it; whether it is linked to his knee is not my field.", True),
        ("Shoulders are outside of my field.", True),
        ("I am not an expert in nerves.", True),
    ],
)
def test_a_task_left_to_others_disclaims_no_field(words: str, disclaims: bool) -> None:
    assert bool(elements_author.read_author(segment(words)).disclaims) is disclaims


FORM = """Opinion (mark one)
   [{first}] 7a. The claimed condition is at least as likely as not (50% or greater) caused by service
   [{second}] 7b. The claimed condition is less likely than not (less than 50%) caused by service

Rationale
   {why}

Examiner: Anna Webb, MD (occupational medicine)
"""


def test_of_numbered_options_only_the_marked_one_is_read() -> None:
    facts = gather(
        FORM.format(first="X", second=" ", why="The blast burst both ear drums in 2004, and he hears no bell.")
    )
    assert facts.governing is not None
    assert facts.governing.claim.standard is Standard.AT_LEAST_AS_LIKELY
    assert not facts.position.contradictions
    against = gather(FORM.format(first=" ", second="X", why="The audiogram at discharge was that of his entry."))
    assert against.polarity is Polarity.UNFAVORABLE


def test_a_narrative_that_denies_what_the_box_affirms_governs() -> None:
    why = "His hearing fell off after 2015. The hearing loss is therefore not caused by the blast in service."
    text = FORM.format(first="X", second=" ", why=why)
    assert gather(text).polarity is Polarity.UNFAVORABLE
    assert result_of(text).compliance.strength is Strength.NONE


def test_a_question_on_the_stressor_is_no_opinion() -> None:
    text = (
        "Is the stressor related to fear of enemy action? [X] No.\n\nMEDICAL OPINION\nThe anxiety disorder is"
        " less likely"
        " than not incurred in service."
    )
    facts = gather(text)
    assert facts.governing is not None
    assert facts.governing.claim.standard is Standard.LESS_LIKELY


@pytest.mark.parametrize(
    "reply",
    [
        "The rating decision of 2021 denied the claim as the knee was fine at discharge; the profile says otherwise.",
        "VA denied the claim in 2020 as the knee was not hurt. That passes over the line of duty report.",
        "The examiner wrote that gout is not due to the knee. True, but that is not the question.",
    ],
)
def test_a_short_reply_answers_the_denial(reply: str) -> None:
    text = f"{OPINION} {reply}\n\nSincerely,\nAnna Webb, MD"
    items = {one.id: one for one in result_of(text).rationale.items}
    assert items[ItemId.MR6].points == items[ItemId.MR6].possible


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Office of Lena M. Brandt, DPM, FACFAS\nFoot Surgery", Field.FOOT),
        ("I am certified by the American Board of Neurological Surgery.", Field.MUSCLE_BONE),
        ("I trained for two years in glaucoma and have been board certified since 2009.", Field.EYE),
    ],
)
def test_fields_by_title_board_and_training(head: str, field: Field) -> None:
    author = elements_author.read_author(segment(f"{head}\n\n4 May 2023\n\nDear Sir,\n\nThe record was read.\n"))
    assert author.credentials.value
    assert field in author.fields


@pytest.mark.parametrize(
    "end",
    [
        "With compliments,\n\nLena Brandt",
        "Yours in service,\nL. Brandt, MB BCh, FACG",
        "Best,\n\nLena M. Brandt, MBChB",
    ],
)
def test_closings_and_degrees_of_other_schools_sign_a_letter(end: str) -> None:
    body = "Dear Sir,\n\nThe record was read in full, and the patient was seen twice in the spring.\n\n"
    assert elements_form.signed(segment(body + end)).value


@pytest.mark.parametrize(
    "words",
    [
        'The March examiner called it "strain, resolved" and less likely than not related to service.',
        "The VA examiner labelled the rash idiopathic and not due to service.",
        "The first examiner dismissed the knee as less likely than not related to the jump.",
    ],
)
def test_what_an_examiner_calls_it_is_not_the_authors_view(words: str) -> None:
    text = f"It is at least as likely as not that his rash and knee pain are due to service. {words}"
    facts = gather(text)
    assert facts.polarity is Polarity.FAVORABLE
    assert not facts.position.contradictions


def test_reasons_in_the_sentence_of_the_opinion_count() -> None:
    bare = "It is at least as likely as not that his sinusitis was caused by the burn pit in service."
    why = (
        " because soot inflames the lining of the sinuses, the CT of 2019 shows polyps on both sides, he has no allergy"
        " on testing and never smoked, and the trouble began within eight months of his return"
    )
    assert gather(bare).rationale.value.extent != "detailed"
    assert gather(bare[:-1] + why + ".").rationale.value.extent == "detailed"


@pytest.mark.parametrize(
    ("words", "extent"),
    [
        ("The entire C-file was examined.", "claims_file"),
        ("My conclusion rests on the complete VA claims folder.", "claims_file"),
        ("Everything in the file was read.", "claims_file"),
        ("I have no papers but his discharge papers.", "partial"),
        ("The claims file was not examined.", "none"),
        ("The claims file was never read by me.", "none"),
        ("The examiner's opinion rests on the claims file.", "none"),
    ],
)
def test_records_read_in_other_words(words: str, extent: str) -> None:
    assert gather(words).review.value.extent == extent


@pytest.mark.parametrize(
    ("author", "condition", "fits"),
    [
        ("I am a psychiatrist.", "insomnia", True),
        ("I am a chiropractor.", "sciatica", True),
        ("I am a colorectal surgeon.", "hemorrhoids", True),
        ("I am a plastic surgeon.", "burn scars", True),
        ("I am a nurse practitioner in family practice and have treated him since 2015.", "GERD", True),
        ("I am a nurse practitioner in family practice and have treated him since 2015.", "glaucoma", False),
        ("I am a chiropractor.", "sleep apnea", False),
        ("I am a dentist.", "PTSD", False),
    ],
)
def test_fields_that_share_a_condition(author: str, condition: str, fits: bool) -> None:
    assert elements_author.read_author(segment(author)).knows(conditions.fields(condition)).value is fits
