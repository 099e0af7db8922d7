"""Which of several statements governs, and what a word beside the opinion does not change."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric.condition_table import Field
from nexus_desktop.analysis.rubric.facts import gather
from nexus_desktop.models.analysis_models import Polarity
from nexus_desktop.models.rubric_models import Strength
from tests.unit.analysis.reading import result_of

FAVORABLE, UNFAVORABLE, NONE = Polarity.FAVORABLE, Polarity.UNFAVORABLE, Polarity.NONE
HEAD = (
    "Dear VA Reviewer,\n\nI am his doctor. Mr. Doe served in the Army from 2001 to 2008 and is service connected for"
    " PTSD and a left knee strain.\n\n"
)
TAIL = "\n\nSincerely,\nJohn Doe, MD\n"


@pytest.mark.parametrize(
    "words",
    [
        (
            "It is at least as likely as not (about even, and I would not put it higher) that his apnea was caused"
            " by service."
        ),
        "It is more likely than not, by no small margin, that his apnea is due to his service-connected PTSD.",
        "In my opinion it is more likely than not, and nothing has moved me from it, that the apnea began in service.",
        "I think it an even bet, which is less than I would like, that the apnea was caused by the blast in service.",
        "It is more likely than not that it comes of a drug he takes for nothing else than his service-connected PTSD.",
    ],
)
def test_an_aside_about_the_degree_denies_nothing(words: str) -> None:
    assert gather(HEAD + words + TAIL).polarity is FAVORABLE


@pytest.mark.parametrize(
    "words",
    [
        "It is less likely than not (and I looked hard) that his apnea was caused by service.",
        "It is at least as likely as not, sad to say, that his apnea is due to his civilian job.",
    ],
)
def test_an_aside_turns_no_denial_around(words: str) -> None:
    assert gather(HEAD + words + TAIL).polarity is UNFAVORABLE


def test_a_mark_taken_back_is_no_mark() -> None:
    form = (
        "OPINION - mark one\n[ ] More likely than not due to service\n[X] At least as likely as not due to service\n"
        "[X] ERROR, wrong line, see above. Less likely than not due to service\n"
    )
    assert gather(HEAD + form + TAIL).polarity is FAVORABLE


def test_an_option_of_another_question_hedges_nothing() -> None:
    form = (
        "OPINION - heart: [X] At least as likely as not due to service\n[ ] Less likely than not due to service\n"
        "For the rhythm disorder: [ ] At least as likely as not [X] Cannot say without speculation\n"
    )
    assert gather(HEAD + form + TAIL).polarity is FAVORABLE


def test_each_question_of_a_form_has_its_own_answer() -> None:
    asked = '"Is the claimed condition at least as likely as not incurred in or caused by service?"'
    form = (
        f"5A. LEFT LEG. {asked}\n(X) YES  ( ) NO\nThe scarred veins are a residual of the clot in service.\n\n"
        f"5B. RIGHT LEG. {asked}\n( ) YES  (X) NO\nThey are less likely than not related to service.\n"
    )
    assert gather(HEAD + form + TAIL).polarity is FAVORABLE


def test_the_condition_taken_up_first_governs_where_another_is_denied() -> None:
    words = (
        "It is at least as likely as not that his erectile dysfunction is due to the priapism. The priapism was due to"
        " trazodone given for his service-connected PTSD.\n\nIt is my opinion that the Peyronie's disease is"
        " less likely"
        " than not related to service or to PTSD."
    )
    assert gather(HEAD + words + TAIL).polarity is FAVORABLE


def test_what_is_copied_to_be_answered_is_not_the_authors() -> None:
    words = (
        'The denial rests on this, which I copy so that my answer can be held against it:\n\n"The fungus is found'
        ' everywhere. It is less likely than not that the infection was acquired on active duty." (L. Roe, PA-C)\n\n'
        "In my opinion it is more likely than not that he inhaled it while he was stationed in Kuwait."
    )
    assert gather(HEAD + words + TAIL).polarity is FAVORABLE


@pytest.mark.parametrize(
    ("told", "polarity"),
    [
        ("From 2006 to 2009 Sergeant Doe was assigned to the port mortuary at the air base.", FAVORABLE),
        ("After discharge he found employment at a county mortuary.", UNFAVORABLE),
        ("He likes to fish.", UNFAVORABLE),
    ],
)
def test_work_counts_as_service_only_where_it_is_told_of_service(told: str, polarity: Polarity) -> None:
    words = (
        f"{told}\n\nIn my judgment it is at least as likely as not that his PTSD comes from the work at the mortuary."
    )
    head = "Dear VA Reviewer,\n\nI am his doctor.\n\n"
    assert gather(head + words + TAIL).polarity is polarity


@pytest.mark.parametrize(
    "words",
    [
        "Whether it is due to your service is a thing on which I have no opinion to give, one way or the other.",
        "I hold no opinion about that, one way or the other, and have signed nothing on the cause.",
    ],
)
def test_who_has_no_opinion_gives_none(words: str) -> None:
    assert gather(HEAD + words + TAIL).polarity is NONE


def test_a_form_with_neither_box_marked_and_reasons_why_takes_no_side() -> None:
    words = "I have marked neither. I am unable to give an opinion, one way or the other, on the present file."
    assert result_of(HEAD + words + TAIL).compliance.strength is Strength.NONE


@pytest.mark.parametrize(
    "words",
    [
        "It is at least as likely as not that his cancer is due to plutonium taken in during that duty.",
        "The rotator cuff tears are more likely than not caused by the crutches, and so by the service-connected knee.",
        "Noted at entry: (X) at least as likely as not beyond natural progress",
    ],
)
def test_duty_plurals_and_natural_progress_are_heard(words: str) -> None:
    assert gather(HEAD + words + TAIL).polarity is FAVORABLE


def test_who_holds_certificates_is_qualified() -> None:
    words = "I write as the treating endocrinologist. Board certification: internal medicine 1996, endocrinology 1998."
    author = gather(HEAD.replace("I am his doctor.", words) + "It began in service." + TAIL).author
    assert author.credentials.value
    assert Field.HORMONE in author.fields
