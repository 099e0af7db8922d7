"""Theory, records, disclaimers and reasons in forms that letters take: each a short letter of its own."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric.facts import gather
from nexus_desktop.models.analysis_models import Polarity, Theory

TAIL = "\n\nSincerely,\n\nRuth Webb, MD\n"


@pytest.mark.parametrize(
    ("words", "theory"),
    [
        (
            (
                "It is at least as likely as not that his asthma, though present since childhood, has been"
                " aggravated by"
                " his service-connected rhinitis."
            ),
            Theory.AGGRAVATION,
        ),
        (
            (
                "The pre-existing scoliosis was noted at entry. It is more likely than not that the increase"
                " was beyond the"
                " natural progress of the disease and was caused by the fall of 1998 in service."
            ),
            Theory.AGGRAVATION,
        ),
        (
            (
                "He wants me to write that his service-connected back has aggravated his depression. Whether it has I"
                " cannot say."
            ),
            Theory.AGGRAVATION,
        ),
    ],
)
def test_the_theory_of_a_letter(words: str, theory: Theory) -> None:
    assert gather(words + TAIL).theory.value is theory


@pytest.mark.parametrize(
    ("words", "extent"),
    [
        ("II. Basis\n\nThe claims folder (1,860 pages), with films; my examination.", "claims_file"),
        ("His counsel sent the whole claims file on a disc, 912 pages. I read all of it.", "claims_file"),
        ("Review. VA claims file (two volumes, 1,420 pp.), in particular the rating decision.", "claims_file"),
        ("RE: File No. [VA FILE 1]\n\nI have his clinic notes.", "partial"),
        ("I was not sent the claims file of 900 pages.", "none"),
    ],
)
def test_a_file_of_which_the_pages_are_counted_was_in_hand(words: str, extent: str) -> None:
    assert gather(words + TAIL).review.value.extent == extent


def test_a_disclaimer_of_another_condition_is_no_disclaimer_of_this_one() -> None:
    opinion = "It is at least as likely as not that his sleep apnea was caused by his service-connected rhinitis.\n\n"
    block = "\n\nBoard certified in otolaryngology and sleep medicine\nRuth Webb, MD\n"
    assert gather(opinion + "Not my field: his PTSD, which I did not weigh." + block).specialty.value
    assert not gather(opinion + "The cause of sleep apnea is not my field." + block).specialty.value


def test_a_memorandum_is_no_thread() -> None:
    words = (
        "TO:   Department of Veterans Affairs\nFROM: Ruth [PATIENT].D.\nRE:   [PATIENT]\n\nHe is service connected for"
        " post-traumatic stress disorder. It is my opinion that his PTSD played a part in his drinking.\n\nSincerely,\n"
        "[RELATIVE 1], M.D.\n"
    )
    assert gather(words).polarity is Polarity.FAVORABLE


def test_reasons_that_stand_outside_of_what_is_headed_basis() -> None:
    words = (
        "ANSWER. I consider it more probable than not that his service-connected reflux caused the cancer.\n\n"
        "Reflux over twenty years changed the lining: biopsies in 2009 showed metaplasia, in 2016"
        " dysplasia, and in 2024 the"
        " carcinoma arose within that segment. Acid injures the lining, and the lining that replaces it is"
        " prone to malignant change. He never smoked and does not drink.\n\nBasis. I have seen him"
        " since 2012 and did nine of the"
        " endoscopies. For this letter I read the whole claims file."
    )
    assert gather(words + TAIL).rationale.value.extent == "detailed"
