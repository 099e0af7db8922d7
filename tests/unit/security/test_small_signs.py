"""Identifiers that small signs make: the hour beside a day, two letters behind a signature, torn words."""

from __future__ import annotations

import pytest

from nexus_desktop.models.letter_models import Level
from nexus_desktop.security.detection import view_of
from tests.unit.security.test_said_and_torn import find, left_of, removed

LETTER = """Dear Sir or Madam:

I am writing for my patient Mr. Robert Hale about his knee. I have treated him for six years in this office and I have
read the records he brought. It is at least as likely as not that his arthritis is due to service. He jumped for years
and had two documented sprains. The literature supports this, and the films agree.

Sincerely,

Walter D. Okoro, MD
"""
DATES = (
    "<Moira P>.  <11/03/24, 9:41 PM>\nHello there, and thank you.",
    "Sent <02/14/2023 07:51AM> by fax. Received <NOV-l1-2O23  O3:l5P> here.",
    "Service record <4/1968-3/1970>; the film of <9/1999 - 10/1999> is lost.",
    "Corticosteroid injection R <3/4>, L <3/18> and <4/1>. Last edited <11/3> by the clinic.",
    "He was worse that <Novem-\nber>. He fell on <July 4th weekend, 2011>, and on <Groundhog's> he was seen.",
    "A decision dated <two eleven twenty three> period He was hit on <three fourteen sixty nine> and flown out.",
    "KONA ORTHO <SEP.15.2017 1:18PM> P.2, and again on <Oct.3.2019>.",
    "The card dated <oh six MAR seventy one> is here.",
)
INITIALS = (
    "/<gw>", "Colo. lic. 49116 <hto>", "<kbl>", "<W D O> : <k l>", "<W.O>./<k.l>.", "DICT <WDO> TR <HM>",
    "[scanned op:<dvw>]", "[QC: check the spelling x1 - <mc>]", "{{ask him which knee - <M>.}}", "QA <L.R>. done",
    "<wdo> / signed on my tablet", "Please send it, that is all we need.   <dv>", "transcr. by: <pk>",
    "ENTERED <OCT 22> BY <TB>", "page 1 was not in the feeder - <d.k>.",
)  # fmt: skip
TORN = (
    "Re: <Grace Hender son>\n\nMs. <Henderson> has pe ripheral pain, says the cardiolo gist, Dr. <Lee Arm strong>.",
    'RE : <lrving> "<lzzy>" <Feldman>\n\nMr. <Feldman> is a1ways cal1ed <lzzy> at horne and wa1ks wel1.',
    "He lives at <R.R. l, Box 12-B>, <Gobles>, MI. His telephone is <( 512 ) 555 - Ol 43>.",
    "File <HOLLINS_K>.pdf is of Ms. <Kim Hollins>.",
    "He lives in <Jeffer son Co>. and has pe ripheral pain, a cardiolo gist says. He was at <Fenton Press C o>. once.",
)


@pytest.mark.parametrize("marked", DATES)
def test_days_go_with_their_hour_and_their_other_end(marked: str) -> None:
    assert left_of(marked) == []


@pytest.mark.parametrize("marked", INITIALS)
def test_initials_behind_a_signature_go(marked: str) -> None:
    assert left_of(LETTER + marked) == []


@pytest.mark.parametrize("line", ["FACS", "see text", "over", "va", "pt", "end", "0 to 90 deg", "(R - L)"])
def test_short_words_at_the_end_stay(line: str) -> None:
    text = LETTER + line
    assert not [one for one in find(text) if one.start >= len(LETTER)]


@pytest.mark.parametrize("marked", TORN)
def test_torn_and_misread_names_go_whole(marked: str) -> None:
    assert left_of(marked) == []


def test_two_words_stay_two_where_nothing_else_is_torn() -> None:
    copy, _ = view_of("An Arm strong as his was rare. He is a Good man, and he had grip strength 4/5, 3/5.")
    assert "Arm strong" in copy.text
    assert "Good man" in copy.text


@pytest.mark.parametrize("text", ["Grip strength 4/5, 3/5.", "He injected 1/2 of it.", "Pressure one thirty eighty."])
def test_measures_are_no_days(text: str) -> None:
    assert removed(text) == []


def test_a_birth_date_put_right_is_a_birth_date() -> None:
    assert left_of("DOB <02/30/1977> [sic, s/b <03/02/1977>]", Level.MINIMAL) == []
    assert left_of("Born <4/4/1950> (should be <4/14/1950>), in Ohio.", Level.MINIMAL) == []


BODIES = (
    "He moved a piano for <Cape Ann Van Lines> last spring, and flew with <Kodiak Air Taxi>; aircraft <N482TA> is his.",
    "They served on the <GW> (<USS George Washington>), then <USNS Mercy (T-AH 19)> and the <573d Supply Co>.",
    "Duty: <Kadena AB> Unit: <18 LRS> Event: back. He was at <Grafenwoehr Range 117> then.",
    "A Mirena was placed, lot <TU02XK9>. Pacemaker serial <PJN 668 201H>. The slides (<19-SP-4471>) were read.",
    "Chart: <HC-1907> (ours). He lives at <6th floor, 2448 Quannah Tower>, <Tulsa>, OK.",
    "<Lobby level, 1400 Meridian Tower>, <Omaha>, NE <68102>\n<Hwy 89 N Mile Marker 12>\n<Choteau>, MT",
    "The address is <eleven hundred Carson Row suite four ten> period",
)
PEOPLE = (
    "NAME: <STERLING, MAY ROSE>\n\nPETTY OFFICER <STERLING> FELL. IT SNOWED AND <MAY> ATE LUNCH IN IT. SHE MAY HEAL.",
    "Mr. <Sveen> was seen. It runs in the <Sveens>. The box is the same as the <Lindquists>, next door.",
    "Sorry about the misspelling, <Tanner>; the computer hears it so. Thanks for the call, <Delia>.",
    "[x] yes by <Waters, Troy> (spouse, since 1999). He said so over coffee at <Marlys>'s.",
    "he was seen once. his sponsor, <bobby f>., agreed to be named. he has done well since then.",
)


@pytest.mark.parametrize("marked", BODIES)
def test_bodies_numbers_and_houses_go_whole(marked: str) -> None:
    assert left_of(marked) == []


@pytest.mark.parametrize("marked", PEOPLE)
def test_people_go_by_what_stands_round_them(marked: str) -> None:
    assert left_of(marked, Level.MINIMAL) == []


def test_teams_scores_and_verbs_are_no_family() -> None:
    text = "He took the Motrins, watched the Beatles, and the Apgars were noted. SHE MAY HAVE PAIN."
    assert removed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She was a sonar technician (STS2), later OS2, and certified by the ANCC in nursing.",
        "The pouch of Douglas was obliterated; the da Vinci robot was used. Class II malocclusion.",
        "She came from the MS Center of Excellence.",
        "An embolus lay in the left MCA. See NAVPERS 1070/604 and the Individual Longitudinal Exposure Record.",
    ],
)
def test_ratings_forms_and_parts_of_the_body_stay(text: str) -> None:
    assert removed(text) == []
