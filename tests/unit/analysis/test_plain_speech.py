"""Opinions in everyday words: shares, odds, what one takes over or turns down, what was only hoped for."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.labels import labels_of
from nexus_desktop.analysis.rubric import causes, elements_form, elements_records
from nexus_desktop.analysis.rubric.causes import Cause
from nexus_desktop.analysis.rubric.facts import gather
from nexus_desktop.analysis.rubric.premise import Contradiction
from nexus_desktop.analysis.rubric.segmentation import segment
from nexus_desktop.models.analysis_models import Polarity
from tests.unit.analysis.reading import result_of

FOR, AGAINST, OPEN, NONE = Polarity.FAVORABLE, Polarity.UNFAVORABLE, Polarity.INCONCLUSIVE, Polarity.NONE
HEAD, TAIL = "The veteran is service-connected for PTSD at 70 percent.\n\n", "\n\nSincerely,\n\nRuth Webb, MD\n"


def governing(words: str) -> Polarity:
    return gather(HEAD + words + TAIL).polarity


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("I put almost none of this down to his service.", AGAINST),
        ("At most the fall in service played a trivial part in the current back condition.", AGAINST),
        ("I put the odds that his prostate cancer stems from Agent Orange at two to one in favor.", FOR),
        ("I put the odds that his prostate cancer stems from Agent Orange at one in five.", AGAINST),
        ("I would put the chance that burn pits caused the asthma at two in three.", FOR),
        ("I'd say 30/70 that the asthma is due to burn pits.", AGAINST),
        ("I find it hard to believe that one fall in service brought on his arthritis.", AGAINST),
        ("I have no hesitation in tying his COPD to the burn pits.", FOR),
        (
            "Asked whether tinnitus came from the flight line, I must answer that more likely than not it did not.",
            AGAINST,
        ),
        ("The scale stays level: the jump is as likely the cause of this tear as the warehouse is.", FOR),
        ("The blow from the hatch is where all of this began, in my opinion.", FOR),
        ("The strain in service left the knee as it found it.", AGAINST),
        ("The two spells were flare-ups, temporarily aggravated by the marching in service, I believe.", AGAINST),
        ("It may be said with confidence that the tinnitus is due to the flight line.", FOR),
        (
            "The parachute jumps, not the motorcycle accident of 2009, are the cause of the hip condition, I believe.",
            FOR,
        ),
        ("I attribute very little of his knee arthritis to the 1988 jump in service; it began at twelve.", AGAINST),
    ],
)
def test_how_people_speak_of_causes(words: str, polarity: Polarity) -> None:
    assert governing(words) is polarity


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Dr. Lane opined that the apnea is at least as likely as not due to PTSD. I concur.", FOR),
        ("Dr. Lane opined that the apnea is at least as likely as not due to PTSD. I adopt that as my own.", FOR),
        ("Dr. Lane opined that the apnea is at least as likely as not due to PTSD. I respectfully disagree.", AGAINST),
        ("Dr. Lane opined that the apnea is at least as likely as not due to PTSD. I cannot accept that.", AGAINST),
        (
            'Dr. Lane has written that "the apnea is more likely than not due to PTSD." I do not share that view.',
            AGAINST,
        ),
        ("The VA examiner opined that the apnea is less likely than not due to PTSD. I concur.", AGAINST),
        ("The VA examiner opined that the apnea is less likely than not due to PTSD. I take no position.", NONE),
        ("The VA examiner opined that the apnea is less likely than not due to PTSD. I do not agree.", NONE),
        ("Dr. Lane opined that the apnea is at least as likely as not due to PTSD. I agree, but only in part.", NONE),
        ("Like the examiner before me, I find that the knee condition is not related to service.", AGAINST),
        ("That the apnea is caused by his service-connected PTSD is not something I can support.", AGAINST),
        (
            "The link that he draws between his service and his Crohn's disease finds no support in the medicine.",
            AGAINST,
        ),
    ],
)
def test_an_opinion_taken_over_or_turned_down(words: str, polarity: Polarity) -> None:
    assert governing(words) is polarity


@pytest.mark.parametrize(
    "words",
    [
        "I was hoping to write that it is at least as likely as not due to service, but the records do not allow it.",
        "I am asked to state that his tinnitus is at least as likely as not due to service, and I am not able to.",
        "He would like a letter saying his back condition is due to service.",
        "He requests a certificate that his skin cancers come from service in the Navy.",
        "The patient is convinced that it is at least as likely as not that service caused it.",
        "To be granted, the condition must be at least as likely as not related to service.",
        "If the log were found, I would be prepared to say that it is at least as likely as not related to service.",
        "I do not know what happened in service.",
        "I know of no other cause, having excluded injury and gout.",
    ],
)
def test_what_is_wished_or_asked_for_is_no_opinion_for_the_claim(words: str) -> None:
    assert governing(words) not in (FOR, AGAINST)


@pytest.mark.parametrize(
    ("words", "polarity", "nexus"),
    [
        ("In my opinion his asthma may be due to burn pits in Iraq.", "favorable", True),
        ("His asthma may be due to burn pits in Iraq.", "inconclusive", False),
        ("I cannot say without resort to speculation whether his asthma is related to service.", "inconclusive", False),
    ],
)
def test_a_possibility_is_an_opinion_only_where_it_is_called_one(words: str, polarity: str, nexus: bool) -> None:
    labels = labels_of(result_of(words + TAIL))
    assert (labels["opinion"]["polarity"], labels["opinion"]["standard"]) == (polarity, "speculative")
    assert labels["elements"]["nexus_opinion"] is nexus


def test_a_disability_is_known_again_by_its_part_of_the_body() -> None:
    known = causes.anchored("he is service connected for a left tibial plateau fracture with malunion.")
    assert causes.cause("the limp from his broken leg", known) is Cause.ANCHOR
    assert causes.cause("the cold in his lungs", known) is not Cause.ANCHOR


def test_an_accident_told_of_outside_of_service_is_no_cause_of_service() -> None:
    known = causes.anchored(
        "service 1998 to 2002. in 2009 her motorcycle was struck by a van in a crash on main street."
    )
    assert causes.cause("the crash of 2009", known) is Cause.OTHER
    assert causes.cause("the crash of the truck in iraq", known) is Cause.SERVICE


def test_words_of_service_are_whole_words() -> None:
    assert causes.cause("the truck he bought") is Cause.UNKNOWN
    assert causes.cause("a wait of years") is Cause.UNKNOWN


def test_a_marked_box_that_the_letter_disowns_does_not_count() -> None:
    words = (
        "[X] Less likely than not due to service\n[ ] At least as likely as not due to service\n\n"
        "In my opinion the rhinitis is at least as likely as not due to the burn pits.\n\nPlease disregard the box."
    )
    assert governing(words) is FOR


def test_a_year_outside_of_those_served_contradicts_the_premise() -> None:
    words = (
        "He served on active duty in the Army from 1983 to 1986. It is at least as likely as not that his knee"
        " arthritis is the result of the tear he suffered in the Army in {}."
    )
    assert gather(words.format(1989) + TAIL).contradiction.value is Contradiction.TIME
    assert gather(words.format(1985) + TAIL).contradiction.value is Contradiction.NONE


@pytest.mark.parametrize(
    ("words", "extent"),
    [
        ("The aid station note of 1996 says “scalp laceration.”", "partial"),
        ("Snoring is in the notes of June 2014 and May 2017.", "partial"),
        ("File of 840 pages read; examined in April.", "claims_file"),
        ("I have the claims file on a disc and read what concerned the lungs.", "partial"),
        ("He says the corpsman gave him pills.", "none"),
    ],
)
def test_records_that_are_worked_with_were_read(words: str, extent: str) -> None:
    assert elements_records.records_review(segment(words)).value == extent


@pytest.mark.parametrize(
    "tail",
    [
        "With collegial greetings\n\nW. v. Ach\nFacharzt",
        "Cordially, W. Stern        Okla. Bd. 3390",
        "signed, R. Eichel",
        "Row | Signed | L. Zadro | 04/05/2024",
        "Sincerely,\n\nRadu Vant, medic de bord",
    ],
)
def test_a_name_under_the_letter_signs_it_in_any_style(tail: str) -> None:
    text = (
        "Dear rater,\n\nHe has arthritis of the knee.\n\nIt is due to the jump in service.\n\nI examined him.\n\n"
        + tail
    )
    assert elements_form.signed(segment(text)).value
