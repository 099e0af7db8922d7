"""Identifiers that are dictated, torn, half found or without a shape of their own: each goes whole, or is asked
about."""

from __future__ import annotations

import re

import pytest
import yaml

from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.letter_models import Finding, Level, Verdict
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.security.detection import view_of
from nexus_desktop.security.number_signs import numbers_of
from nexus_desktop.security.phi_deidentifier import PhiDeidentifier
from nexus_desktop.security.tagger import Signs, likelihood

DEIDENTIFIER = PhiDeidentifier(config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy))
WHOLE = (
    (
        "His chart is number <double zero seven one four> and his phone is <three one oh, five five five, oh "
        "one eight two>."
    ),
    (
        "License <M D dash two four four oh nine>, plan <Q R X A seven seven oh three>, file <C-thirty one "
        "six six two oh eight>."
    ),
    (
        "D O B <eight slash oh four slash sixty one>. He was hurt in <August of seventy three> and seen <May "
        "five, two thousand four>."
    ),
    "Born <the ninth of the second, fifty eight>. He was with <one sixteen infantry> and then came home for good.",
    (
        "Mail it to <thea dot oakley at fernhill dot example> or to <oakley77 @ fernhill . example> by the "
        "end of the week."
    ),
    "This is for Mr. <Vang>, <V as in Victor, A, N, G>, whom I have seen for a year. Doctor <Okafor dash Lund> agrees.",
    "Plan: <HORIZON K8812-04410>. The session was <8c21-99d0-fe>; the certificate, number <2019-114-00382>, is here.",
    (
        "Her MRN is unchanged (<60417>). She is licensed in Oregon (<PA-5512>). Insurance member <QEA 811 "
        "204 339> is hers."
    ),
    "The van has plates <4C 91M2T>, and his own car, <HU-KR 221>, stands outside. Bank <DE12 4401 0310 0209 5518 07>.",
    (
        "Copy: Ms. <Yellowtail>, <Mile Post 211.4, US 89>, Tuba City, AZ 86045\n<HC 40 Box 12, trailer "
        "behind the school>, Polacca, AZ 86042\n"
    ),
    (
        "<Lot 22, Stony Fork Mobile Estates>, Gracey KY 42232\n\n<North Harbor, Float 3, Slip 14>\n\n<Carr. "
        "4 Km 88.2, Bo. Palmas>\n"
    ),
    "He lives at <quarters 3120-C> on the post and writes to <Lindgata 14 b>, 8006 Bodø, where his cousin has a shop.",
    (
        "He fished from his boat, the <F/V Nora Belle>, and was mate on the <cutter Halmstad> before he was "
        "<(455 ELRS)> ground crew."
    ),
    "He was a Marine with <Kilo 3/7> and then with <2-118th> in the south; the recruits came through <Fargo MEPS>.",
    "The buddy letter (<Amos Quillfeather>, rec'd in May) says so, and the cook <Bertrand Oyelowo> saw it too.",
    "I, <Tavita Fonoimoana>, was in the motor pool with him, and I saw him fall.\n\nsigned <T. Fonoimoana>",
    "1A Veteran LAST <Haddad> 1B FIRST <Nabil> 1C MI <R> 1D SSN 411|20|8834",
    "Patient: <Marisol Reyes>. In my notes she is <M.R.> and nothing else; the page is headed <REYES, M> ... <4417>.",
    "Printed 11/04/2024 16:22 User: <tbegaye> on the ward; routed: <kmoss> after that, agent <jkobayashi>: done.",
    "Mr. <Kosakow*ki> and Mr. <Wa|czyk> came in, and Mr. Wa|czyk said we|come to the nurse and a|so to me.",
    "His wife <Lan Her> drives. His grandmother (<94>, and sharp) is well, as is his uncle <Oakley> at <ninety-two>.",
    "He was born on a farm near Moorhead, on <the 9th of July 1951>. His brother <Ole Strand> (<04-Mar-1948>) was too.",
    (
        "He was there from <Sept 88 - Jan 89>, was paid until <4/1/2003-6/29/2004>, and left on <3 Iulai "
        "2011> and in <Feb 91>."
    ),
    "He works for <Bluestem Lead & Zinc, Mine No. 4>, and was seen at <RenalWorks of Denton> in the spring.",
)
"""What stands in angle brackets is gone at the strictest level."""
STAYS = (
    "His pressure was 132/84 and then 118/70; the weight was 188 pounds in 2012, and 191 in all the years since.",
    "Thresholds were 25 30 35 50 65 at 500 to 4000 Hertz, and speech was 92 percent on the left and 88 on the right.",
    "Two or three of the five tests were normal; one in four was not; he slept six to seven hours of the eight.",
    "The X-ray of both knees, the SPEP and the ANA were normal, and OSHA and NIOSH set the limits for noise.",
    "The rule is 38 C.F.R. 3.310, and VA Form 21-4138 and 21-526EZ were filed; 21-0781 was not.",
    "He took vitamin D and vitamin K, had hepatitis B and C, and the H. pylori test was negative; so was E. coli.",
    "He rose, slowly, and walked ten meters in one point five minutes; that is one hundred over sixty in plain words.",
)
ASKED = (
    ("He carries a token, and the number on the lid of the box is <77-BK-204>, as he says.", "a code in no label"),
    ("In my notes, and in no others, I call him <Q.T.> and he knows it.", "initials of nobody known"),
)


def split(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its angle brackets, and what stood in them."""
    text, spans = "", []
    for part in re.split(r"(<[^<>]+>)", marked):
        inner = part.startswith("<") and part.endswith(">")
        if inner:
            spans.append((len(text), len(text) + len(part) - 2))
        text += part[1:-1] if inner else part
    return text, spans


def find(text: str, level: Level = Level.STRICT) -> tuple[Finding, ...]:
    return DEIDENTIFIER.find(text, level)


def left(text: str, spans: list[tuple[int, int]], findings: tuple[Finding, ...]) -> list[str]:
    """What of each span no finding covers."""
    covered = bytearray(len(text))
    for one in findings:
        covered[one.start : one.end] = b"\1" * (one.end - one.start)
    rest = ("".join(text[at] for at in range(a, b) if text[at].isalnum() and not covered[at]) for a, b in spans)
    return [one for one in rest if one]


def left_of(marked: str, level: Level = Level.STRICT) -> list[str]:
    """What of the marked spans is not removed for sure."""
    text, spans = split(marked)
    return left(text, spans, tuple(one for one in find(text, level) if one.verdict is Verdict.REDACT))


def removed(text: str) -> list[str]:
    """What is removed for sure."""
    return [text[one.start : one.end] for one in find(text) if one.verdict is Verdict.REDACT]


@pytest.mark.parametrize("marked", WHOLE)
def test_it_goes_whole(marked: str) -> None:
    assert left_of(marked) == []


@pytest.mark.parametrize("text", STAYS)
def test_measures_laws_and_counts_stay(text: str) -> None:
    assert removed(text) == []


@pytest.mark.parametrize(("marked", "why"), ASKED)
def test_what_nothing_explains_is_asked_about(marked: str, why: str) -> None:
    text, spans = split(marked)
    assert left(text, spans, find(text)) == [], why


@pytest.mark.parametrize(
    "marked",
    [
        "His uncle, Dr. <Halim Sayegh>, treated him then. Mr. <Nabil Sayegh> was a boy.",
        "I, <Tavita Fonoimoana>, was in the motor pool with him when he fell off the truck.",
        "Claimant: <Faleafa Tuilagi> (b. <1979-05-30>, EDIPI <1188402731>)",
        "Mr. <Odell>'s date of birth was wrong, it is <3-17-70>.",
    ],
)
def test_family_and_births_go_at_the_lowest_level(marked: str) -> None:
    text, spans = split(marked)
    sure = tuple(one for one in find(text, Level.MINIMAL) if one.verdict is Verdict.REDACT)
    assert left(text, spans, sure) == []


def test_a_letter_has_a_dozen_questions_at_most() -> None:
    words = "Abrolk Bentiz Corvex Dantoy Elgrim Fustep Gronak Hilvet Istrum Jokvar Kelmund Lortep Mavrik Nostrel Orvent"
    text = " ".join(f"He was near {word} once, and {at}K-{at}41 was on it." for at, word in enumerate(words.split(), 3))
    asked = {text[one.start : one.end] for one in find(text) if one.verdict is Verdict.ASK}
    assert 0 < len(asked) <= 15


def test_a_number_is_weighed_by_what_stands_around_it() -> None:
    _, view = view_of("Chart 4471 is his. He took 500 mg of it, and 4471 steps a day.")
    numbers = numbers_of(view)
    assert [number.text for number in numbers] == ["4471", "500", "4471"]
    signs = Signs(view).numbers(numbers)
    chart, dose, steps = (likelihood(signs.of(at)) for at in range(3))
    assert chart > 0.5 > max(dose, steps)


def test_groups_of_figures_are_read_with_letters_that_look_like_them() -> None:
    copy, _ = view_of("Fax 82B 555 Olll. He was seen on 22 I 1966 and had 20 OS of it.")
    assert "828 555 0111" in copy.text
    assert "22 I 1966" in copy.text


def test_nothing_is_found_in_letters_that_name_nobody() -> None:
    """No number in a tag, no plain word where a text has few capitals: the letters that prompts are tried on."""
    letters = yaml.safe_load(paths.resource("prompt_tests/starter.yaml").read_text("utf-8"))["cases"]
    found = {one["id"]: DEIDENTIFIER.find(one["letter"], Level.STRICT) for one in letters}
    assert found == dict.fromkeys(found, ())
    assert len(found) > 5
