"""Ways of writing an identifier that letters brought which nobody had seen: each must go whole, in any letter."""

from __future__ import annotations

import re

import pytest

from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.letter_models import ClientFields, Finding, Level, Verdict
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.security.detection import view_of
from nexus_desktop.security.detectors import (
    cities,
    date_patterns,
    employers,
    facilities,
    loose_numbers,
    military_patterns,
    numbers,
)
from nexus_desktop.security.phi_deidentifier import PhiDeidentifier
from nexus_desktop.security.scanning import Anchor
from tests.annotated_letters import load

DEIDENTIFIER = PhiDeidentifier(config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy))
IDENTIFIERS = (
    "Claimant: <Thursday Ann Pemberly>\n\nMs. <Pemberly> was seen. It is <Thursday Pemberly>'s knee that hurts.",
    "1. LAST NAME: <VAN HOUTEN>   2. FIRST NAME: <MAPLE>   3. MI: <Q>\n4. DIAGNOSIS: GOUT",
    "Patient          <Blessed R. Okoro>\nPreferred name   <Bless>\nSex              F",
    "NameofVeteran <Hargrove, Ellis Ray> SSN <402-11-9083> City <Nappanee> State IN",
    "10. NAME OF SPOUSE/NEXT OF KIN: <IRIS STONE-VAN HOUTEN>\n11. NOTES",
    'Re: <Cornelia B. Vance>\n\n<Cornelia Vance> ("Ms. <Vance>" or "<CBV>") flew. <CBV> was well.',
    "He is one of six children of <Aurelio> and <Philomene Arceneaux>. He came home.",
    'His battle buddy "<Sparky>" <Jones> can confirm it. His friend <T.J.> wrote too.',
    "I am the sister of <Darnell Oakes>. My name is <Vivian Oakes>. <Darnell> came back a changed man.",
    "from: <dusty lane> <<dusty_l@mail.example>>\n\nhi <dusty>, mr. <lane> here. say hi to <lacey> and the kids.",
    "HM2 <BANKS> TREATED HIM AND HIS FATHER-IN-LAW <ARTHUR POOL> CORROBORATES THAT HE FELL.",
    "c/o Records, <Suite 900, The Arcade, 710 SW Alder>, <Portland>, OR <97205>\n<Rm. 12, 1820 Capouse Ave>, Dunmore",
    "<Lindenallee 14>, <Kaiserslautern>, Germany <67655>. He lives at <1184-C Butler Dr N>, Midway.",
    "Exposure: <6/85 through 12/86>. On <6. Juni 2011> he fell. Seen since <Febuary 2019> and <12/dic/2024>.",
    "15. FIRST SEEN: <11 12 2018>   16. DATE <03132024>\nMar <MAR-21-2025 FRI 08:14 AM>",
    "He was on the <USS Cedar Falls> and slept aboard the <Cedar Falls>, then with <49th MXS>.",
    "I saw him in <Coeur d'Alene>, Idaho <83814>, at <LRMC> and at <UPMC Shadyside> on a Friday.",
    "Plate <DV 4471 K>, tag. CG number <418-772>. VA accreditation <41207>.\nSer <NH/0417>",
    "Records of <Sonoma Bone & Joint> were sent by Dr. <Ellen Prior> at <Ridley>. He saw her in <Winston-Salem>.",
    "He drove for <Prairie Mutual>, then for <H-E-B> and <U.S. Steel>, and saw <F.H. Tolliver> in <Feb>.",
    "we met. he worked for <valley sheet & steel> until fall and is seen at <north fork digestive> in town.",
    'Name: <Jean-Paul "J.P." Marchand-Roy>\n\n<J.P.> was born in <Coeur d\'Alene>. <Misty> (wife) came too.',
    "<GRAND RIVER HEARING>\n<LUDINGTON> MI\n\n<LORI A. HOCKENBERRY>, AUD\nSHE SAID HE HEARS LITTLE AND HAS TO ASK.",
    "He told me that it hurt when he worked, and his oldest friend Mr. <Milton\nCrenshaw> said so too. Nothing else.",
    "I saw him <4/30>. He was with the <34th Red Bulls> on <USS Cedar CVA 34>, Roe, LPC-S #<2917>.",
)
"""Sentences of which the parts in angle brackets must be gone at the strictest level."""
MARK = re.compile(r"(?<!<)<([^<>]+)>(?!>)|<<([^<>]+)>>")


def find(text: str, client: ClientFields | None = None) -> tuple[Finding, ...]:
    return DEIDENTIFIER.find(text, Level.STRICT, client or ClientFields())


@pytest.mark.parametrize("marked", IDENTIFIERS)
def test_nothing_of_it_is_left(marked: str) -> None:
    spans, text, at = [], "", 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()] + ("<" if match[2] else "")
        value = match[1] or match[2]
        spans.append((len(text), len(text) + len(value)))
        text += value + (">" if match[2] else "")
        at = match.end()
    text += marked[at:]
    gone = bytearray(len(text))
    for one in find(text):
        if one.verdict is Verdict.REDACT:
            gone[one.start : one.end] = b"\1" * (one.end - one.start)
    left = [text[a:b] for a, b in spans if any(text[i].isalnum() and not gone[i] for i in range(a, b))]
    assert not left


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("The pain was worked up at Regions by his team last year, and it stayed.", "Regions"),
        ("She is a crossing guard for the NYPQ and stands for hours.", "NYPQ"),
        ("He had a scan 8/17 which was read as normal by the same doctor.", "8/17"),
        ("we met. he used to drive for swift, now he has no job and stays home.", "swift"),
    ],
)
def test_what_no_list_explains_is_asked_about(text: str, doubtful: str) -> None:
    assert doubtful in [text[one.start : one.end].strip() for one in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He takes Zorvimax 20 mg and uses Brelofen nightly for pain.",
        "The strength was 4/5, the vision 20/40, the recall 6/15 and the MoCA 11/30.",
        "Spurling's and Hawkins are positive; Kellgren-Lawrence grade 3 under 38 C.F.R. § 3.303.",
    ],
)
def test_drugs_scores_and_eponyms_are_not_asked_about(text: str) -> None:
    assert not find(text)


def test_a_row_of_thresholds_is_no_social_security_number() -> None:
    text = "Puretone R 500 25 1000 30 2000 55 3000 70 4000 85"
    assert not [one for one in find(text) if one.verdict is Verdict.REDACT]


LETTER = """Re: Veteran: Harold Lindgren
SSN 259-11-4408

Dear Sir:

I have treated Mr. Lindgren since 2010. His wife, Doris, came with him. Sgt. Okafor wrote that he fell.

It is my opinion that it is at least as likely as not that Mr. {}'s knee condition is due to service.

Sincerely,
Anna Roe, MD
"""


def asked_about(text: str, *names: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text, ClientFields(names=names)) if "two people" in one.reason]


def test_another_name_in_the_opinion_is_asked_about() -> None:
    assert asked_about(LETTER.format("Peterson")) == ["Peterson"]


def test_a_page_of_somebody_else_is_asked_about() -> None:
    letter = LETTER.format("Lindgren")
    assert asked_about(letter + "\nPeterson, Carl    page 2 of 3   DOB 1/2/1950\n") == ["Peterson, Carl"]
    assert asked_about(letter + "\nPatient: Carl Peterson\n") == ["Carl Peterson"]


def test_a_letter_about_somebody_else_than_the_client_is_asked_about() -> None:
    assert asked_about(LETTER.format("Lindgren"), "Carl Peterson") == ["Harold Lindgren"]


@pytest.mark.parametrize("form", ["Lindgren", "Lindgrem", "Harry Lindgren", "Harold"])
def test_other_forms_of_one_name_are_no_second_patient(form: str) -> None:
    letter = LETTER.format(form) + "\nLindgren, Harold    page 2   DOB 1/2/1950\n"
    assert not asked_about(letter)
    assert not asked_about(letter, "Lindgren, Harold E.")


@pytest.mark.parametrize("group", ["development", "plain", "varied"])
def test_one_patient_is_asked_about_in_no_letter(group: str) -> None:
    assert not [name for one in load(group) for name in asked_about(one.text, *one.client().names)]


@pytest.mark.parametrize(
    ("pattern", "anchor"),
    [
        (cities._STATE_ZIP, cities._ZIP),
        (numbers._STATE_NUMBER, numbers._THREE_FIGURES),
        (loose_numbers._LOOSE, loose_numbers._EVERY_FIGURE),
        (loose_numbers._ANY_LABEL, loose_numbers._FIGURE),
        (military_patterns.UNIT, military_patterns.NUMBERED),
        (military_patterns.UNIT_SHORT, military_patterns.NUMBERED),
        (date_patterns.AGE90, date_patterns.GREAT_AGE),
        (employers._EMPLOYMENT, employers._LED),
        (employers._SET_OFF, employers._SET),
        (facilities._CLIPPED, facilities._MED),
    ],
)
def test_an_anchor_hides_no_match(pattern: re.Pattern[str], anchor: Anchor) -> None:
    for letter in load("development", "plain", "hard"):
        view = view_of(letter.text)[1]
        near = [match.span() for match in view.scan_near(pattern, anchor)]
        assert near == [match.span() for match in view.scan(pattern)]
