"""Presumption without an opinion, anchors told in passing, marked degrees, drafts below: every text is invented."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric.facts import gather
from nexus_desktop.analysis.rubric.reading import read
from nexus_desktop.models.analysis_models import Polarity, Standard, Theory
from nexus_desktop.models.rubric_models import Strength
from tests.unit.analysis.reading import result_of

LETTER = """[DATE 1, 2023]

To the Department of Veterans Affairs:

I am board certified in {field} and have treated [PATIENT] since 2016. {body}

Sincerely,

Anna Webb, MD
"""
LEUKEMIA = "He has hairy cell leukemia, proved by marrow biopsy on [DATE 2, 2019]. "
ORDERS = "I read his DD 214 and his orders: Army, Vietnam, from March 1969 to April 1970, at Long Binh. "
LISTED = "Hairy cell leukemia is named in 38 C.F.R. § 3.309(e). No opinion on cause is required, and I give none."


def strength(field: str, body: str) -> Strength:
    return result_of(LETTER.format(field=field, body=body)).compliance.strength


def test_a_presumption_shown_by_papers_needs_no_opinion() -> None:
    assert strength("hematology", LEUKEMIA + ORDERS + LISTED).rank >= Strength.MODERATE.rank


@pytest.mark.parametrize(
    "body",
    [
        LEUKEMIA + "He says he was in Vietnam in 1969. " + LISTED,
        LEUKEMIA + "I read his DD 214: Army, Fort Hood, 1969 to 1971; he was never in Vietnam. " + LISTED,
        LEUKEMIA + ORDERS + "It is on the list of 38 C.F.R. § 3.309(e), but I doubt that it comes of his service.",
        "He has gout on joint fluid. " + ORDERS + "I am told that under 38 C.F.R. § 3.309(e) no opinion is needed.",
        LEUKEMIA + ORDERS + "I have no opinion on its cause.",
    ],
)
def test_a_presumption_half_shown_is_no_better_than_weak(body: str) -> None:
    assert strength("hematology", body).rank <= Strength.WEAK.rank


@pytest.mark.parametrize(
    "paper",
    [
        "His DD 214 shows continuous active service of six years and two months, honorable.",
        "The discharge paper gives active honorable service of nine years.",
    ],
)
def test_length_of_service_on_a_paper_grounds_a_presumption_that_asks_for_no_place(paper: str) -> None:
    text = f"He has amyotrophic lateral sclerosis by the El Escorial criteria. {paper} 38 C.F.R. § 3.318 applies."
    facts = gather(text)
    assert facts.theory.value is Theory.PRESUMPTIVE
    assert facts.ground.value.present


SLEEP = (
    " It is at least as likely as not that his insomnia disorder is due to {cause}, because pain and dreams wake him"
    " nightly. I reviewed his chart from 2016 and the sleep study of 2020; he drinks no coffee and takes no stimulants,"
    " and the course of the insomnia follows them month by month."
)


@pytest.mark.parametrize(
    ("told", "cause", "best"),
    [
        ("His benefits letter lists lumbar disc disease at 40 percent.", "his back trouble", Strength.MODERATE),
        ("His award letter names cervical strain, 20 percent.", "his neck condition", Strength.MODERATE),
        ("He has PTSD from convoy duty.", "the PTSD", Strength.MODERATE),
        ("His award letter names tinnitus, 10 percent.", "his back trouble", Strength.WEAK),
        ("The rating decision lists his back as denied and tinnitus at 10 percent.", "his back trouble", Strength.WEAK),
        ("He has PTSD from abuse in childhood.", "the PTSD", Strength.WEAK),
        ("He has type 2 diabetes.", "his diabetes", Strength.WEAK),
    ],
)
def test_an_anchor_told_in_passing_holds_as_far_as_it_is_told(told: str, cause: str, best: Strength) -> None:
    assert strength("sleep medicine", told + SLEEP.format(cause=cause)) is best


FORM = """Secondary condition form
6. Claimed condition: migraine
7. Service-connected condition: cervical strain, service connected 2015

9. Opinion:
   ( ) Caused by #7    ({worse}) Made worse by #7    ({neither}) Neither
   Likelihood:  ( ) possible   (X) at least as likely as not   ( ) certain

10. Explain: The neck muscles tighten and the nerves there converge on those of the head.
"""


def test_a_marked_degree_belongs_to_the_option_marked_before_it() -> None:
    facts = gather(FORM.format(worse="X", neither=" "))
    assert facts.theory.value is Theory.AGGRAVATION
    assert facts.governing is not None
    assert facts.governing.claim.standard is Standard.AT_LEAST_AS_LIKELY


NEWEST = """From: Anna Webb, MD <webb@clinic.example>
Subject: RE: letter

It is at least as likely as not that his gout was aggravated by the diuretic given for his service-connected heart.

Anna Webb, MD

> Counsel wrote:
> The first text was too soft.
>
>> Draft: {draft}
"""


def test_a_draft_quoted_below_is_settled_by_the_letter_above() -> None:
    facts = gather(NEWEST.format(draft="I think his gout could have been made worse by it, but I am guessing."))
    assert facts.polarity is Polarity.FAVORABLE
    assert not facts.doubted


def test_a_doubt_in_the_newest_message_stands() -> None:
    text = NEWEST.format(draft="It was made worse by it.").replace("heart.", "heart. I am only guessing.")
    assert gather(text).doubted


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("In her case the knee may be a driver of the service-connected back pain.", Polarity.INCONCLUSIVE),
        ("In this man the blast could be the trigger for his seizures.", Polarity.INCONCLUSIVE),
        ("Coffee and stress are triggers for migraine in many people.", Polarity.NONE),
        ("The neck may be stiff in the morning.", Polarity.NONE),
    ],
)
def test_a_trigger_in_this_case_is_a_possibility_and_no_more(text: str, polarity: Polarity) -> None:
    assert gather(text).polarity is polarity


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("it is at least as lik ly as not", "it is at least as likely as not"),
        ("it is l kely due to noise", "it is likely due to noise"),
        ("he flew the C-l23K in l97l", "he flew the C-123K in 1971"),
        ("the carcinorna was narned", "the carcinoma was named"),
        ("I would like you to know", "I would like you to know"),
        ("grade 3D on the l2th", "grade 3D on the 12th"),
    ],
)
def test_letters_that_fell_out_are_given_back(text: str, meant: str) -> None:
    assert read(text).text == meant


TWO = """Opinion - check one
   ({sure}) at least as likely as not caused by the condition in 4
   ({may}) possibly caused by the condition in 4
   ( ) no opinion

4. Service-connected condition relied on: asthma, 30 percent
"""


def test_of_two_marked_options_the_weaker_is_read() -> None:
    both = gather(TWO.format(sure="X", may="X"))
    assert both.polarity is Polarity.INCONCLUSIVE
    one = gather(TWO.format(sure="X", may=" "))
    assert one.polarity is Polarity.FAVORABLE


@pytest.mark.parametrize(
    ("text", "theory"),
    [
        (
            (
                "I hold that his sinusitis [is / is not] [caused / aggravated] by the service-connected [____] because"
                " [reason]."
            ),
            Theory.SECONDARY,
        ),
        ("He has neuropathy of both feet. VA's list carries his diabetes as SC 20%. I give none.", Theory.SECONDARY),
        ("He has a sprained ankle from a jump at Fort Bragg in 1988. I give no opinion.", Theory.DIRECT),
    ],
)
def test_without_an_opinion_the_theory_is_what_the_letter_is_about(text: str, theory: Theory) -> None:
    assert gather(text).theory.value is theory
