"""Identifiers in the lines and the boxes of forms, in torn words, and beside what gives them away; and what looks like
one of those and is none."""

from __future__ import annotations

import pytest

from nexus_desktop.models.letter_models import Level, PhiCategory
from nexus_desktop.security.detection import view_of
from tests.unit.security.test_said_and_torn import find, left_of, removed

BODY = "He has pain and I think that it came from the fall, as I said above and will say again.\n\n"
WHOLE = (
    "2. Chart _<RB 20 4471>_   Policy no. _<KLM-B 40881>_   E-mail _<front2@hillmed.example>_   ok\n",
    "5. Dates _<11 Feb 71>_ to _<8 Jan 73>_, seen _<Palm Sunday, 2016>_, scanned _<Jun 2018>_, signed _<4 May 23>_.\n",
    "Claim         <611 | 402 | 958>    Station on file\n\nSSN <402 | 11 | 9083>\n",
    'Veteran: <Keoni Okafor-Hale> , " <Keo> "\nDiagnosis: gout\n',
    '1a. Name: <Halvor Brekke>, "<Hal>"\n\nMr. <Brekke>\'s knee hurts. He can walk.',
    BODY + "Harbor Chest Clinic\n<The Old Cannery, 40 Front Street>, <Astoria>, OR <97103>\n",
    "<Lantern House, 118 Weybosset Lane>\n<Providence>, Rhode Island <02903>\n",
    "<Star Route, Box 14>\n<Jordan>, Montana <59337>\n\nHe lives at <3 Rural Route, Box 9>, <Jordan>.",
    "The office is at <2210 Second Ave, County Annex>, <308.555.0171>, on weekdays.",
    "Write to her at <77 Juniper Dip, Lot 9>, <Moss Point>, and not to the clinic.",
    "<Quarry Road, Bldg 7>\n<South Portland>, ME <04106>\n",
    "A neighbor, <Ada Brill> of <310 Pine Road>, two doors down from the veteran at <314>, has seen him fall.",
    "<SPARTANBURG EYE CONSULTANTS>\n<Spartanburg> | <Gaffney> | <Union>\n\nMay 6, 2024\n".replace(
        "May 6, 2024", "2024"
    ),
    "Exam in person, 40 minutes, <Worcester> MA\nClaim as filed: scar of the nose\n",
    "Send it to <Janesville> Intake by fax. He uses a <Bangor> supplier for oxygen.",
    "Lt. <Ames> is at <Tri-County Eye Surgeons> for the eye, and sees well.",
    "The <March> study was read elsewhere; pain since <May of last year>; back <Sunday the 18th>; due <6-14>.",
    "It came <Sep 2Oll> and again <January 2 l , 1951>, as the chart says. Seen <Sept 8 8:15a> by the nurse.",
    "He came by ship; crutch issue <12JUN2003>, cast off later. He moved a piano <Super Bowl Sunday>, a bad day.",
    "Dr. <Nuri Haddadin> saw him. Valve replaced by Dr. <Nuri Haddadin>. Phase I IgG 1:16,384; it fell.",
    BODY + "EXAMINER <Prudence Okonjo-Bell>, MD, Otolaryngology (ABOHNS 1999; 24 yrs practice)\n",
    "Mr. <Barnett> fell. Mr. <Bar nett>'s knee hurts. He lives near <Cor vallis> with <Kari Lindqu ist>; the ra ilway.",
    '<Orrin Sand> was a scout. "<Sparrow> we called him, for his legs," writes his gunner, <Tavo Brill>.',
    "Of his brothers, of whom <Declan> and <Rhys> and <Tor>, none served, he says little.",
    "i see her at home. her twins <ebo> and <lark> came in the spring, and she has been low ever since then, she says.",
    "His aunt, Mrs. <Opal Bray>, who at <93> does the crossword in ink, has seen it.",
    BODY + "Print from the line down. <RK>-signed copy will come by mail.\n",
    "From: <Ann Roe>\nTo: <Bo Lund>\n\nA letter like this cannot prove it. ~<RK>\n",
    "> see the portal for the rest of it\n> tks <wq>\n",
    BODY + "dictated <05-14-2024> / transcribed <05-16-2024> / <kmw>\n",
    "7. Ordering rater (initials) <GHM>      Suspense <12/03/24>\n",
    "He slept in a truck at <Launch Facility K-07> and stood at <Observation Post 3> in the cold.",
    "The Coast Guard sent him to <Station San Juan>; he was a coxswain there and at <Station Boothbay Harbor>.",
    "He lay in the <118th Sta Hosp> and then in the <Navy hospital at Yokosuka> for a month.",
    "Write to the people at <4400 Veterans Drive>, <Fort Harrison>: it is about his back, and no more.",
    "He was with the <84th Engr Bn (Const), Co B> on the island, and dug there.",
    "12/06/2022 16:51    FR: <BITTERROOT GERIATRICS>    #<4065550192>    01/02\n\nThe reasons are plain and few.",
)
"""What stands in angle brackets is gone at the strictest level."""
STAYS = (
    "Box 1  Diagnosis      gout\nBox 2  Onset          slow\nBox 3  Side           left\nBox 4  Course         worse\n",
    "FNA _Bethesda VI_ and the trade is MOS 0811. Sprain, healed: S22.060S. Was in Kosovo, and in Korea before.",
    "Re: a veteran of Korea, later of the New York Air National Guard. His back hurts. 5. 38 CFR 4.71a.",
    "Write to Evidence Intake, or to Claims Intake. The nurse signs it and the doctor tests him twice a year.",
    "Phase I IgG was 1:16,384 and phase II 1:4,096. Of 92 patients, who at 90 days did well, none fell.",
    "A line for a name: ______________   and a box: [__]   and a blank, as in snake_case or in __init__ of a program.",
    "He may have had it. The may of his speech is no doubt. He was due 12-15 mg. The study was in the March sun.",
)


@pytest.mark.parametrize("marked", WHOLE)
def test_it_goes_whole(marked: str) -> None:
    assert left_of(marked) == []


@pytest.mark.parametrize("text", STAYS)
def test_it_stays(text: str) -> None:
    assert removed(text) == []


def test_the_line_of_an_answer_is_no_part_of_it() -> None:
    assert view_of("DOB _5-5-55_ and ___-__-7390, a_b")[1] == "DOB  5-5-55  and ___-__-7390, a_b"


def test_an_early_date_behind_a_bar_and_a_name_is_a_birth_date() -> None:
    text = "Pt: Brekke, Halvor E.  |  1976-06-02  |  MRN 0099-41-772\n\nseen today"
    dates = [f for f in find(text, Level.MINIMAL) if text[f.start : f.end] == "1976-06-02"]
    assert [f.category for f in dates] == [PhiCategory.DOB]
