"""Names, houses, towns, dates and numbers that nothing announces the usual way: each must go whole, in any letter."""

from __future__ import annotations

import re

import pytest

from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.letter_models import Finding, Level, Verdict
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.security.phi_deidentifier import PhiDeidentifier

DEIDENTIFIER = PhiDeidentifier(config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy))
PEOPLE = (
    "<Kowalczyk> denies any injury. In my opinion <Delacroix> is credible; I asked <Threadgill> to describe it.",
    "<Prescott> told me that he was thrown from the bunk, and the blast that killed <Ramsdell> hurt him too.",
    'The shipmates <Halloran> and <"Ox" Sorley> have both been granted.',
    "Veteran: <April Stone>\n\n<April Stone> (then <April Lindqvist>) typed for a general. Ms. <Stone> is well.",
    "She has two boys at home, <Theo> and <Gus>, and the neighbors, the <Pruitts>, drive her.",
    "Our nurse <Ivy> can send the disc, and <Rosalie> in my office will copy the notes.",
    'Veteran: <Mason Reed>\n\nA friend recalls "<Mason> limping at the formation." Mr. <Reed> limps still.',
    "The letter names no buddy except <Art Fields>, who was there; his advocate is <Hope Banks> of a local firm.",
    "A report on <SPARROWHAWK, Everett D>, and one of <GOODE, FAITH A>., SSN <077 52 1996>.",
    "Re: Spc. <Jody Fenwick-Hale>\n\nMs. <Fenwick-Hale> (<Fenwick> when she enlisted) was seen.",
    'NICKNAME: "<CHIP>"\nSIGNER: <CHASTITY DOLE>, NP-C\nTHE VETERAN WAS SEEN HERE TODAY FOR HIS KNEE AND BACK.',
    "Full legal name:    <Ambrose   Q.   Fotheringay>\nSex: M",
    "digitally signed <ROE.LEOLA.R>.<1932207746>, then printed by <lroe2> and entered by <dkl>.",
    "Re: <Adaline Page>, a veteran. I have looked after Ms. <Page> since 2017; Staff Sergeant <Page> served for years.",
    "Re: <Peter Case>\n\nMr. <Case> was treated by <Ann Branch>, MD. The case is closed, case no. 12.",
    "Word one is <T-E-O-D-O-R-A> and she spells it so. <Gwen Ault>, MD (<GA>) heard her.",
)
HOUSES = (
    "He drove for <Halvorsen Freight>, retired from <Caterpillar> and works at <Kroger>, not at <Boeing>.",
    "The <St. Luke's> team put in a stent, and <Mercy> has no record of it. I saw the <Unity Point> records.",
    "She was seen at the <Bob Dole VA>, at the <naval hospital at Yokosuka> and at <Maryview>: both agreed.",
    "MEDICAL OPINION\n<G.V. (Rusty) Ames VA Medical Center>, <Jackson>, MS <39216>",
    "Nov 4 2023\n<NeuroMove of the Panhandle>\n<4018 Hwy 98 W., Ste. 4>\n<Santa Rosa Beach>, FL <32459>",
    "Dr. <Kolb> at <Mississippi Bend> agreed, and the <Prowers Orthopedic> notes say the same.",
    "She washes dishes at the <Sea Hawk Market> and he installs siding for <Merrywood Builders>.",
    "Imaging from <RadNet> was sent. He is out of <Local 447> and keeps books for the <Rocky Top Credit Union>.",
    "He inspects bridges for the <Oregon Department of Transportation>. Works desk, <Bannock Title>.",
    "I was retained by the law firm of <Thibodeau & Sharp>; the Law Offices of <Rich, Stone and Bell> wrote too.",
    "Surgery was at <Azalea City Surgical> in <Mobile>, and later at <Scott & White> in <Temple> again.",
)
DUTY = (
    "She was on the <Nimitz> for two years as a deck hand; he sailed on the <Kitty Hawk> and on <USS Michigan (Gold)>.",
    "He joined the <Wolfhounds>, then <Bravo Battery>, was in the <82nd> when he jumped, and was with <381 SMW>.",
    "He was with <Combat Logistics Battalion 6>, later <Space Launch Delta 45>, and <Patrol Squadron Eight>.",
    "The list names only <Clark Air Base> and <Pope>. <2nd of the 327th> was there. He fought with <C/1-502 Inf>.",
    "SERVED ON <USS BUNKER HILL (CG 52)> OUT OF <SAN DIEGO NAVAL STATION> AND GOES TO <VA MEDICAL CENTER DAYTON>.",
)
PLACES = (
    "They live north of <Taft>, moved to <Waxahachie> and retired to <Sequim>; the <Tulsa> clinic closed.",
    "The chiropractor in <Page> wrote it, and a surgeon in <Gallup> saw it too.",
    "i work as a nurse in <valentine> nebraska and i have known him since he came home from the army.",
    "Office of A. Roe\n<19½ Water Street, Upper Level>\n<Port Townsend>, WA <98368>",
    "Spine Care\n<11482 US Hwy 411 S>\n<Maryville>, Tenn. <37801>",
    "General Practice\n<Corner of 2nd & Elm>\n<Ishpeming>, Michigan <49849>",
    "Dwelling: <Slip 22, Pier 5>, <Beaufort>, NC <28516>. Lives <Unit 9-C, 600 W. Wabash>, <Effingham>, IL <62401>",
    "He writes from <Mile 9 Cranberry Road>, <Haines>, Alaska.\ncc: <M. Dagget>, at <General Delivery>, <Darien> GA",
)
FIGURES = (
    "Everett is <92> years old and has been my patient for fifty years. He had it for 90 days, by rule 91.",
    "social <four four oh seven> and <two oh nine five five five oh one five three> or <804 five five five 0188>",
    "dated <the twenty second of january twenty twenty four> period date of birth <eleven nineteen eighty nine> comma",
    "Born: <'55 Nov 9>. Service of <'74 Jan 30> to <29.i.1978>. On <Wed., 11 Sept. MMXXIV> and <Mar. 21 last> he came.",
    "readings (<2, 3 and 9 Aug 2022>), on <All Souls' Day> and <the Friday after Labor Day>, and on <Mar-21-2025>.",
    'refills "N/A" in <May, June and August 2009>; fell on <7 9 22>; seen <the last Sunday in March, 2024>.',
    "Name ............ <Fairlie, Joy A>.\nDOB ............. <06-JUN-91>\nEDIPI: <1 0 4 4 – 7 7 1 – 5 2 0>. Born.",
    "Member ID <W2719 04418>. Aetna card <W2 4471 99083>. claim ending ... <0935>. Last four: <0 0 5 5>.",
    "TN lic. <DC1620>. Fla. Lic. <ME 98114>. By certified mail no. <9407 1118 9956 0442 3391 07>.",
    "I faxed it under his number, <PWU 30552>. He drives a truck with plate <4417 VT (ME)>. Report no. <NEO/2025/031>",
    "File <33-118-274> is open.\nNC <2009-01177>   <1508846119>   <12-09-2023>\nFooter Roe_<33118274>_DBQ.pdf",
    "Tel. no. <423 dot 555 dot 0102, extension twelve>. Telepono: <(02) 8555-0138 loc. 5>.",
)
MARK = re.compile(r"<([^<>]+)>")


def find(text: str) -> tuple[Finding, ...]:
    return DEIDENTIFIER.find(text, Level.STRICT)


@pytest.mark.parametrize("marked", PEOPLE + HOUSES + DUTY + PLACES + FIGURES)
def test_nothing_of_it_is_left(marked: str) -> None:
    spans, text, at = [], "", 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text, at = text + match[1], match.end()
    text += marked[at:]
    gone = bytearray(len(text))
    for one in find(text):
        if one.verdict is Verdict.REDACT:
            gone[one.start : one.end] = b"\1" * (one.end - one.start)
    assert not [text[a:b] for a, b in spans if any(text[i].isalnum() and not gone[i] for i in range(a, b))]


@pytest.mark.parametrize(
    "text",
    [
        "The readings were 124/76, 168/102 and 160/98; the MIDAS score was 62 and the BP stayed high.",
        "He takes Percocet, Symbicort and Lantus; St. John's wort did not help his mood.",
        "THE VETERAN SAYS THAT SHE ASKS FOR HELP AND ADDS THAT SHE PAYS FOR IT, AND SHE SEES A DOCTOR.",
        "He scored in the 90th percentile, was in the 10th grade, and the pain is in the 4th and 5th toes.",
        "The pain was rated under DC 5260, and one, two, three, four tablets did not help.",
    ],
)
def test_readings_drugs_verbs_and_counts_stay(text: str) -> None:
    assert not find(text)


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("After the service he went to Planet Fitness twice a week, as he was told to do.", "Planet Fitness"),
        ("He now sees no one, and his life in the Ozarks has been quiet since that time.", "Ozarks"),
    ],
)
def test_a_capital_that_nothing_explains_is_asked_about_or_goes(text: str, doubtful: str) -> None:
    assert doubtful in [text[one.start : one.end] for one in find(text)]


def test_no_more_than_a_few_capitals_are_asked_about() -> None:
    names = ("Qarvane", "Zeltrosh", "Ombrixel", "Vustarny", "Hjelmquat", "Prazzlek", "Drumvosk", "Ythgarn")
    text = " ".join(f"The part called by some the {name} of it did well." for name in names)
    assert 0 < len([one for one in find(text) if one.verdict is Verdict.ASK]) < len(names) + 1
