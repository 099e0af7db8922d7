"""Odds told as a wager or in so many chances, who is blamed, papers read in unusual ways, and fields left open."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.labels import labels_of
from nexus_desktop.analysis.rubric import elements_records
from nexus_desktop.analysis.rubric.causes import Cause, anchors, cause
from nexus_desktop.analysis.rubric.claims import claims
from nexus_desktop.analysis.rubric.segmentation import segment
from tests.unit.analysis.reading import result_of


@pytest.mark.parametrize(
    ("words", "polarity", "standard"),
    [
        (
            "There is more chance than not that his cough comes from the fuel he handled in the Navy.",
            "favorable",
            "more",
        ),
        ("My money is on the road marches in service as the cause of his heels.", "favorable", "more"),
        ("I'd put money on the hernia having come from the lifting in service.", "favorable", "more"),
        ("It is better than fifty-fifty that his neck was hurt by the rollover in Iraq.", "favorable", "more"),
        ("I give it seven chances in ten that the cough was caused by the burn pits.", "favorable", "more"),
        ("On the balance of probabilities the tumor was caused by his service.", "favorable", "more"),
        ("The scales tip toward the flight line as the source of his tinnitus.", "favorable", "more"),
        ("IT IS AN EVEN BET THAT HIS ULCER CAME FROM THE SERVICE.", "favorable", "at_least"),
        ("There is less chance than not that his cough comes from the burn pits.", "unfavorable", "less"),
        ("I would not bet on his hip coming from the jumps in the Army.", "unfavorable", "less"),
        ("It is a long shot that the tumor was caused by the fuel he handled in service.", "unfavorable", "less"),
        ("The needle leans toward his age as the cause of the arthritis.", "unfavorable", "less"),
        ("The odds are no better than even money that the ulcer came from the service.", "inconclusive", "speculative"),
        ("If I had to guess, his deafness came from the guns of the ship.", "favorable", "speculative"),
        ("I would hazard a guess that his deafness came from the guns of the ship.", "favorable", "speculative"),
    ],
)
def test_odds_told_as_a_wager(words: str, polarity: str, standard: str) -> None:
    found = claims(words.lower())
    assert [one.polarity.value for one in found] == [polarity]
    assert found[0].standard.value.startswith(standard)


@pytest.mark.parametrize(
    "words",
    ["About one in ten men with a mesh has pain that stays.", "He bet heavily after the service and lost his house."],
)
def test_numbers_of_people_at_large_are_no_odds(words: str) -> None:
    assert not claims(words.lower())


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("This rash is the Army's doing.", Cause.SERVICE),
        ("I hold the Marine Corps answerable for his hearing.", Cause.SERVICE),
        ("I would sooner blame the burn pits than his one summer in the mill.", Cause.SERVICE),
        ("His hip trouble comes from the left foot the VA is already paying him for.", Cause.ANCHOR),
        ("The hip is probably the fault of the foot he gets his VA check for.", Cause.ANCHOR),
    ],
)
def test_what_is_blamed(words: str, wanted: Cause) -> None:
    assert [(one.polarity.value, one.object) for one in claims(words.lower())] == [("favorable", wanted)]


def test_what_va_does_not_pay_for_is_no_anchor() -> None:
    assert cause("the foot the va is not paying him for") is not Cause.ANCHOR
    assert cause("the foot the va should be paying him for") is not Cause.ANCHOR
    assert anchors("the va already pays him 20 percent for the foot, plantar fasciitis.") == {"plantar fasciitis"}


@pytest.mark.parametrize(
    ("words", "extent"),
    [
        ("I have seen the half sheet from the sick bay.", "partial"),
        ("She let me read the carbon of her clinic chit.", "partial"),
        ("I went through the suitcase of papers he keeps.", "partial"),
        ("I read the 44 pages you uploaded.", "partial"),
        ("All I had to go on was his DD 214.", "partial"),
        ("I pored over the STRs.", "partial"),
        ("The lawyer's binder reached me in May.", "partial"),
        ("The whole of the claims file was open to me.", "claims_file"),
        ("I combed the record from end to end.", "claims_file"),
        ("She shipped me a disc with 1,310 pages on it, every one of which I have looked at.", "claims_file"),
        ("I was sent nothing.", "none"),
        ("The pages of the article are attached.", "none"),
        ("I have reviewed <<HIS/HER>> service treatment records and VA claims file in full.", "none"),
        ("I have reviewed {{records}} and the claims file.", "none"),
        ("I have reviewed ________ service treatment records and the claims file.", "none"),
        ("Q3. What did you examine?\nA3. The complete claims file you sent.", "claims_file"),
    ],
)
def test_papers_read_in_unusual_ways(words: str, extent: str) -> None:
    letter = f"Ana Ruiz, MD\n\nDear Sir,\n\nI treat him.\n{words}\n\nAna Ruiz, MD"
    assert elements_records.review(segment(letter)).value.extent == extent


_MERGED = (
    "<<DATE>>\n\nTo whom it may concern:\n\nI treat Mr. Roe for a lumbar strain. I have reviewed <<his/her>>"
    " claims file. It is more likely than not that his lumbar strain was caused by <<EVENT>> in service."
    " {{have we got the chart?}}\n\nSincerely,\n\n________________\nDoctor\n"
)


def test_a_mail_merge_with_open_fields_takes_a_side_and_nothing_else() -> None:
    labels = labels_of(result_of(_MERGED))
    assert labels["opinion"]["standard"] == "more_likely_than_not"
    assert labels["elements"]["records_review"] == "none"
    assert not labels["elements"]["signed"]
    assert not labels["elements"]["dated"]
    assert not labels["elements"]["in_service_event"]
    assert labels["strength"] in ("none", "weak")


def test_a_field_for_the_condition_leaves_no_opinion() -> None:
    assert labels_of(result_of(_MERGED.replace("his lumbar strain", "<<CONDITION>>")))["opinion"]["polarity"] == "none"


@pytest.mark.parametrize(
    "reasons",
    [
        "Everything in the body is connected. That is biomechanics. I know a bad gait when I see one.",
        "He wears a brace. His niece takes his mail; her number is 417/555-0121. Mrs. Roe passed away in 2019.",
    ],
)
def test_sayings_and_household_matters_are_no_reasons(reasons: str) -> None:
    letter = (
        "March 3, 2024\n\nTo whom it may concern:\n\nHe was hurt in a truck rollover in Iraq in 2004. His knee"
        f" arthritis was more likely than not caused by that rollover in service. {reasons}"
        " He is a quiet man and keeps a garden with his brother, and both of them go to the same church on Sundays"
        " and help at the supper there.\n\nAna Ruiz, MD\n"
    )
    assert labels_of(result_of(letter))["elements"]["rationale"] != "detailed"


@pytest.mark.parametrize(
    "words",
    [
        "Neither the fall nor the march is at least as likely as not the cause.",
        "None of the events in service is at least as likely as not the cause of his hip arthritis.",
        "Nothing in service more likely than not caused his hip arthritis.",
        "In neither knee is the arthritis more likely than not due to service.",
        "It is my opinion that neither condition is at least as likely as not due to service.",
        "At no time was it more likely than not due to service.",
        "I very much doubt it is at least as likely as not due to service.",
        "My opinion stays below at least as likely as not that his knee is due to service.",
        "I wish I could say that it is at least as likely as not due to service.",
        "That it is more likely than not due to service has not been shown.",
        "At least as likely as not due to service: no.",
        "It is more likely than not that the service was without effect on his tinnitus.",
        "It is at least as likely as not that his tinnitus would have come without service.",
        "It is hardly likely that his tinnitus comes from the flight line.",
        "It is anything but likely that his tinnitus comes from the flight line.",
        "It is by no means at least as likely as not that his tinnitus comes from the flight line.",
        "I would be hard put to call it as likely as not that his tinnitus comes from the flight line.",
        "It would be a stretch to call it at least as likely as not due to service.",
        "Few would call it at least as likely as not due to service.",
        "It is no longer my opinion that it is at least as likely as not due to service.",
        "I'd give it 40/60 that his tinnitus comes from the flight line.",
        "Neither the fall nor the march likely caused his hip arthritis in service.",
    ],
)
def test_a_subject_that_is_nothing_turns_the_opinion(words: str) -> None:
    assert [one.polarity.value for one in claims(words.lower())] == ["unfavorable"]


@pytest.mark.parametrize(
    "words",
    [
        "There is no doubt that it is more likely than not due to service.",
        "None of the other causes fits, and it is more likely than not due to service.",
        "Nothing but the fall in service is at least as likely as not the cause.",
        "No matter how I look at it, the hip is more likely than not due to service.",
        "Nobody could deny that it is more likely than not due to service.",
        "Few would doubt that it is more likely than not due to service.",
        "It would be wrong not to call it at least as likely as not due to service.",
        "I am far from a neurologist, but it is more likely than not due to service.",
        "I doubt the reflux explains it, it is more likely than not due to service.",
        "It is barely more likely than not due to service.",
        "It is atleast as likelyas not that his tinnitus is due to service.",
        "No records survive; it is more likely than not due to service.",
        "It is as likely as not, and I cannot in fairness say more than that, that his ulcer began on active duty.",
        "At least as likely as not, I would not say more, his ulcer was caused by service.",
    ],
)
def test_a_denial_beside_the_opinion_leaves_it(words: str) -> None:
    assert [one.polarity.value for one in claims(words.lower())] == ["favorable"]


@pytest.mark.parametrize(
    "words",
    [
        "I say neither that it is at least as likely as not nor that it is less likely than not.",
        "I can put my name neither to less likely than not nor to at least as likely as not.",
        "I will not choose between at least as likely as not and less likely than not.",
        "I take no side on whether his tremor is due to service.",
        "My answer is neither yes nor no on whether the tremor is related to service.",
    ],
)
def test_both_answers_turned_down_are_none(words: str) -> None:
    (one,) = claims(words.lower())
    assert one.withheld
    letter = f"May 2, 2024\n\nDear Sir,\n\nHe has a tremor. {words}\n\nAna Ruiz, MD"
    assert labels_of(result_of(letter))["opinion"] == {
        "polarity": "inconclusive",
        "standard": "none",
        "phrase": words,
    }


@pytest.mark.parametrize(
    ("told", "present"),
    [
        ("He served in Vietnam from 1968 to 1969.", True),
        ("I believe he was on a ship or maybe in Vietnam in 1969.", False),
        ("He must have been somewhere in Vietnam, I suppose in 1969.", False),
        ("He is a veteran of the Army (cook) and of the Vietnam era.", False),
        ("We all know that many Vietnam veterans served there and have this.", False),
    ],
)
def test_service_supposed_is_not_service_told(told: str, present: bool) -> None:
    letter = (
        f"May 2, 2024\n\nDear Sir,\n\nMr. Roe has prostate cancer, which is on the list of 38 CFR 3.309(e). {told} His"
        " prostate cancer is most likely due to his service in Vietnam.\n\nAna Ruiz, MD"
    )
    assert labels_of(result_of(letter))["elements"]["in_service_event"] is present


_TEMPLATE_FOOT = (
    "Sincerely,\n\n________________________        ________________\nDoctor                          Date\n"
)


@pytest.mark.parametrize(
    ("head", "foot", "signed", "dated"),
    [
        ("v2 - knee_template.docx - last saved [DATE 1] by [RELATIVE 2]", _TEMPLATE_FOOT, False, False),
        ("", f"His wife, Ms. [RELATIVE 3], is the emergency contact, [STREET 1].\n\n{_TEMPLATE_FOOT}", False, False),
        ("[DATE 1, 2025] ([DOB 1])", "Sincerely,\n\nAna Ruiz, MD\n", True, True),
        ("3 mars 2025 (March 3, 2025)", "Sincerely,\n\nAna Ruiz, MD\n", True, True),
    ],
)
def test_foot_and_head_of_a_template(head: str, foot: str, signed: bool, dated: bool) -> None:
    letter = f"{head}\n\nTo whom it may concern:\n\nHis knee arthritis is due to the fall in service.\n\n{foot}"
    elements = labels_of(result_of(letter))["elements"]
    assert (elements["signed"], elements["dated"]) == (signed, dated)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("X ray of the hip on May 2 read as osteoarthritis, grade 2.", True),
        ("The MRI was interpreted as a meniscal tear.", True),
    ],
)
def test_diagnosis_read_off_a_film(words: str, made: bool) -> None:
    letter = f"May 2, 2024\n\nDear Sir,\n\n{words}\n\nAna Ruiz, MD"
    assert labels_of(result_of(letter))["elements"]["current_diagnosis"] is made
