"""Forms of identifiers that letters brought which nobody had seen: names with a sign inside, initials of typists, torn
months and numbers; and rows of readings, which are none."""

from __future__ import annotations

import pytest

from nexus_desktop.models.letter_models import Level, PhiCategory, Verdict
from tests.unit.security.test_said_and_torn import find, left_of, removed

BODY = "He has pain and I think that it came from the fall, as I said above and will say again.\n\n"
WHOLE = (
    "He was nineteen years at <Okemah Lid & Closure>, with plugs provided, and has no loud hobby.",
    "<Cedar Gait & Prosthetic Rehab>, Yakima WA\n\n12 Feb 2024\n\nHe limps on the left.",
    "Prepared for: <Pratt & Oyewole, Attorneys> (matter <PO-24-0811>), who asked me to look.",
    "<Monhegan Trauma Recovery Collective>\n\nMay 6th, 2022\n\nHe sleeps badly and drinks no more than he did.",
    "He has run a dog kennel ( <Tanana Bend Huskies> ) up north, and shifts (refinery, <White River Refining>).",
    "He cuts hair for a living at <The Monday Barber> and tends bar at <The Rusty Anchor> when he can stand .",
    "SHE HAS WORKED AS A CARD DEALER AT <THE GILDED FERN> SINCE 2009, STANDING ALL DAY. BOTH FEET HURT.",
    "Navy nr <B 61 44 27>, army nr <11 402 338>. VA <31-664-087>. File <C 41 663 190> is his.",
    "Colorado psychologist <PSY.0004471>. She has seen an Oregon Psychologist <2914> too (Louisiana <MD.024 771>).",
    "PACEMAKER SERIAL <BTX 6614 004 L> PLACED <MAY 2021>. HE IS WELL AND WALKS A MILE. MR#: <RBU 55 0318>.",
    "None since <last December>. He wrote on <09-26-'22 14:20> and came <AUG 03,2022@1330>, <Tues 4/4>.",
    "It came <June ll, 2O24>, signed <ll / 2 / 55>; and <Octo ber 2003>, <Sep ember 8, 2009> and <22 No v 1948>.",
    "SSN <3 7 5 - 4 4 - 9 O l 2> and DoD ID <lO 2 4 4 7 l8 9O>. He was at <Subic 8ay>, as it says.",
    "He was right behind me in <D-4-1> and will swear to it. LOGISTICS, 2003-2007, <99 LRS>, Nellis.",
    "<POB 3l4>, North Pole AK\n<co rd 372 lot 5>\n<BIA RTE 27 MILE 9>\n<NW corner, Sec. 14 T30N R20W>\n",
    "<PMB 417, 1270 N Marine Corps Dr>\nTamuning GU\n",
    BODY + "Signed, Ann L. Roe, M.D.\n01/20/2025 08:14 EST    d: <MA>  t: <lmq>",
    BODY + "   Signed K Tanabe OD       Date 10-1-24        Staff init. <mz>",
    BODY + "Dictated by R. Noble, typed by Jill (<jb>)\n\n<K.S.>, vet service office, rec'd it.  init. <KS>",
    BODY + "Head and Neck Surgery\nmvb/tr 07/16/2024\n\nTranscribed 3/2/18 by <jlw>.",
    BODY + "D: 11/06/23  T: 11/07/23  <VB>/<PKM>\n\nR. Roe MD /<sjr>",
    "From: Ann\nTo: Bo\nSubject: hi\n\nso it is me. is there any news.\n\n<B.>\n",
    (
        "He wakes on <the Fourth>, was seen <August 6, 13, and 27, 2024>, on <Friday 3/14> and last on <9-28>. See "
        "(TEST <MARCH 2010>)."
    ),
    (
        "He comes back <Halloween at 9:15> and <April 30 at two>; the unveiling (<Veterans Day, 1993>), a fire, "
        "<Feb. 7. 2O18>."
    ),
    (
        "Her aunt <Verna Ames> (now <93>!) has it, as has his daughter, Mrs. <Ginger Orange> of <Hastings>; so it "
        "seems to me."
    ),
    (
        "Mother's brother, Mr. <So>\nGiven names                <CHI KEUNG>   goes by <Kenny>\nI thank Dr. <An>. I "
        "thank <Dona Bia>."
    ),
    "She said: mon mari dort dans la chambre d'<Elise>, and so it is; the chart and the letter go to the veteran.",
    "> so it is\n\nOn <Sun, Mar 16, 2025 at 4:20 PM> <Tuan Le> wrote:\n> hello and thanks, it is worse than it was.\n",
    "pg 2 of 2\n<AARNES B>  cont'd\n\nPROVIDER <BRANDVOLD, K> PA-C   the foot. Veteran: <AARNES, BO>.",
    (
        "Stamp <490 Post, 9/F>\n<PENOBSCOT UROLOGY> | <34 Exchange St., 2d Fl>. | <Bangor>, ME <04401>\ncc: <rear "
        "apt., 118 Rathbun>\n"
    ),
    "The plate on his van, if you see him on the road: <DSRT VT> (ha). Licence  <A 91736>        the end.",
    (
        "He fought fires for the <City of Lafayette Fire Department>; now night shift (RN, <Clark Valley "
        "Regional>), on her feet."
    ),
    (
        "HE WORKED ON A DRILLING RIG FOR <WHITE EARTH WELL SERVICE> UNTIL A FORTNIGHT BEFORE THE OPERATION. I SAW "
        "THE SLIPS."
    ),
    (
        "I read hospital records (<San Joaquin Memorial>, 2014) and saw <Mayo Regional Hospital>'s; the <Mayo "
        "Regional> report too."
    ),
    BODY + "James Ferreira, MD, FACS\n<Narragansett Colorectal> / <5 Wickenden Pl>. / <Providence> RI <02903>",
    (
        "He was with a RED HORSE <squadron, the 819th>, at <McConnell AFB>, with <BLT 1/8>, and with <HHC 2/38 "
        "INF>; <2/38> was there."
    ),
    BODY + "Graciela Montejo-Ruiz, NP\n\n[X] less likely   <GMR>\nwrong line, see above. <GMR> <8/27/20>",
    BODY + "Ann Roe, MD\n<Savannah River Brain Tumor Center>\n\nShe comes again <June 3 at half past two>.",
    (
        "ENTRY: <VA MARITIME HEALTH CARE SYSTEM>, ANNEX\n\nTHE VETERAN WAS SEEN AND EXAMINED BY ME AND HE IS NOT "
        "WELL AT ALL."
    ),
    (
        "From: me\nTo: you\n\nplease see below.\nthanks\nbye\n\n---\n<RIVERBEND INTERVENTIONAL PAIN>\n<8181 S "
        "Sheridan Sq>, <Tulsa>, OK <74133>\n"
    ),
    "VETERANS BENEFITS ADMINISTRATION, <Togus>\n\nHe is well and has no more pain than he had before the fall.",
    "<2281 Taraval, #5>   <S.F>.  CA <94116>",
    "Write to <nephr o@valley.exam le> or to <a.roe@ridge .example> by the end of the week.",
)
"""What stands in angle brackets is gone at the strictest level."""
STAYS = (
    "        500   1000   2000   3000   4000   6000\nRight    15     20    25   30   45  50\nLeft  5 5 10 10 15 20\n",
    "Thresholds at 500-1000-2000-3000-4000: right 20-25-40-60-65; left 20-30-45-65-70. Speech was good on both sides.",
    "Weight:\n  2006  166\n  2009  181 before the fusion\n  2011  219\n",
    "He had a bypass x3, and the ISO 7029 median at 4000 Hz. He was seen for 14 min; patient in bed.",
    "Cross-linking in 2018 may account for part of it. C & P exam. Signs & Symptoms. He had Mohs surgery on the nose.",
    (
        "Post Ferguson hemorrhoidectomy; Todd's paralysis until noon; Mayo 2012 stage III; no Val122Ile, and V617F "
        "was absent."
    ),
    "He was a light weapons infantryman (11B20) and handled fuels (JP-8). GRBAS 2-2-1-1-2. Aspirate grew Coccidioides.",
    (
        "In the Mannheim series of 232 it was rare. Since 2006 I have run the program. Descatha et al. (BMC "
        "Musculoskelet Disord 2011;12:96)."
    ),
    "I am a speech pathologist (M.S., CCC-SLP) and a nurse (CV-BC). VA's own research (VA.gov) says so. (s i g n e d)",
    (
        "He was guarded in the visit. The second uses a test that is not the law. V. SERVICE\n\nHe served well at "
        "this Vet Center."
    ),
    "He was guarded on the first day and less so on the second. Speech slow.\n\nXI. LIMITS\n\nI did not see it all.",
    "The thing affects millions of Americans. Medical books say so. I am board certified in Obesity Medicine.",
)


@pytest.mark.parametrize("marked", WHOLE)
def test_it_goes_whole(marked: str) -> None:
    assert left_of(marked) == []


@pytest.mark.parametrize("text", STAYS)
def test_it_stays(text: str) -> None:
    assert removed(text) == []


def test_a_file_number_behind_the_agency_goes_at_every_level() -> None:
    text = "RE: Kubicek, VA 31-664-087, knee"
    assert any(f.category is PhiCategory.VA_FILE and "31" in text[f.start : f.end] for f in find(text, Level.MINIMAL))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RE HERB MAY  SSN ON FILE\n\nHE MAY HAVE HAD IT. IN MAY HE FELL.", "HERB MAY"),
        ("SIRS, MR MAY HAS BEEN UNDER MY CARE. HE MAY HAVE HAD IT.", "MAY"),
        ("HIS FATHER TOIVO WILL, A MINER, HAD IT. IT WILL PASS.", "TOIVO WILL"),
    ],
)
def test_a_surname_that_is_a_verb_of_mood_is_a_name_where_no_verb_can_follow(text: str, found: str) -> None:
    named = [text[f.start : f.end] for f in find(text, Level.MINIMAL) if f.verdict is Verdict.REDACT]
    assert found in named
    assert not {"IN", "IT", "HE MAY"} & set(named)


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("He is 46 (7-23-74) and works as a cook.", "7-23-74"),
        ("Sex / age M / 79 (11/30/1946)", "11/30/1946"),
        ("ROE, VITA XXX-XX-9005 JUN 12,1968 ICN on file", "JUN 12,1968"),
    ],
)
def test_a_date_behind_an_age_or_a_number_of_social_security_is_a_birth_date(text: str, born: str) -> None:
    dates = [f for f in find(text, Level.MINIMAL) if text[f.start : f.end] == born]
    assert [f.category for f in dates] == [PhiCategory.DOB]
