"""Who the author is, by letterhead, label and form; and what the letter is about where the opinion names its cause."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric import conditions
from nexus_desktop.analysis.rubric.facts import gather

BODY = (
    "\n\nRe: {condition}\n\nI reviewed the claims file. It is at least as likely as not that his {condition} is due to"
    " his service in the Navy, because the records show the injury aboard ship.\n\n"
)


@pytest.mark.parametrize(
    ("head", "tail", "condition"),
    [
        (
            "A. Lindqvist-Moore, M.D.\nHand and Upper Extremity Surgery | Fellow, American College of Surgeons",
            "A. Lindqvist-Moore",
            "scaphoid nonunion",
        ),
        (
            "Prepared by: Ada Webb, MD, Diplomate, American Board of Physical Medicine and Rehabilitation; 21 years",
            "Ada Webb, MD",
            "lumbar spondylosis",
        ),
        ("INDEPENDENT OPINION", "12  EXAMINER  Name J. Roe, OD, FAAO  optometrist\nSigned J Roe OD", "keratoconus"),
        ("Ada Webb, D.O.\n\nI do non-operative sports medicine.", "Ada Webb", "rotator cuff tear"),
        ("Great Lakes Digestive Institute", "Ada Webb, M.D.\nBoard certified in gastroenterology", "esophageal cancer"),
        ("Lakeside Family Dentistry\nI am his general dentist.", "Ada Webb, DDS", "sleep bruxism"),
    ],
)
def test_the_authors_field_is_seen(head: str, tail: str, condition: str) -> None:
    facts = gather(head + BODY.format(condition=condition) + tail + "\n")
    assert facts.author.credentials.value
    assert facts.specialty.value


def test_what_a_condition_is_put_down_to_is_not_what_is_claimed() -> None:
    facts = gather(
        "Type 2 diabetes mellitus, aggravated by treatment of service-connected PTSD\n\nI specialize in endocrinology."
        " It is my conviction that the quetiapine prescribed for her service-connected PTSD has worsened her diabetes"
        " beyond its natural progress.\n\nAda Webb, MD\n"
    )
    assert conditions.key(facts.claimed[0]) == "diabetes"
    assert facts.specialty.value


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("post-traumatic stress disorder", "PTSD"),
        ("posttraumatic stress disorder", "PTSD"),
        ("coronary artery disease", "CAD"),
        ("chronic obstructive pulmonary disease", "COPD"),
        ("temporomandibular disorder", "TMD"),
        ("amyotrophic lateral sclerosis", "ALS"),
    ],
)
def test_a_disease_is_known_by_its_initials(long: str, short: str) -> None:
    assert conditions.key(long) == conditions.key(short)


@pytest.mark.parametrize(
    "name", ["basal cell carcinomas", "melanomas", "below-knee amputation", "fatty liver disease", "septal deviation"]
)
def test_a_disease_is_known_in_the_plural_and_by_its_other_names(name: str) -> None:
    assert conditions.fields(name)
