"""Who is behind a statement, and what an answer goes back to: hearsay, questions, forms and convictions."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric import causes, elements_author, elements_records
from nexus_desktop.analysis.rubric.facts import gather
from nexus_desktop.analysis.rubric.segmentation import segment
from nexus_desktop.models.analysis_models import Holder, Polarity, Theory
from nexus_desktop.models.rubric_models import Strength
from tests.unit.analysis.reading import result_of


def polarity(text: str) -> Polarity:
    one = gather(text).governing
    return one.claim.polarity if one else Polarity.NONE


@pytest.mark.parametrize(
    "words",
    [
        "1. Ankle OA - per pt due to a training accident in the Army 1991.",
        "Knee strain, per patient report due to parachute jumps in service.",
        "PTSD due to combat, per patient report.",
        "Asthma due to burn pits in Iraq (per pt).",
        "Migraines are from the blast in service, according to the veteran.",
        "Tinnitus due to artillery, by his own report.",
        "Pt says his back pain is due to the fall in service.",
        "Vet states the rash is related to Agent Orange.",
        "Neck pain by history due to a rollover in Iraq.",
        "Hearing loss reportedly caused by the flight line.",
        "Per her account the asthma is due to burn pits.",
    ],
)
def test_what_a_note_takes_from_the_patient_is_no_opinion(words: str) -> None:
    assert polarity(words) is Polarity.NONE
    assert result_of(words).compliance.strength in (Strength.NONE, Strength.WEAK)


@pytest.mark.parametrize(
    "words",
    [
        "In my opinion his PTSD is due to combat, per patient report and my own examination.",
        "By history it began in service; it is at least as likely as not that the eczema is due to the solvents there.",
        "The ankle arthritis is at least as likely as not due to the jump in service, going by his report.",
    ],
)
def test_an_author_who_names_sources_still_concludes(words: str) -> None:
    assert polarity(words) is Polarity.FAVORABLE


ASKED = (
    "Q. What happened in {when}?\nA. He fell from a {thing} in 1981.\n\n"
    "Q. Is the hip arthritis {tie} that?\nA. {answer}\n"
)


@pytest.mark.parametrize(
    ("when", "tie", "answer", "wanted"),
    [
        ("service", "a result of", "I hold that it is at least as likely as not.", Polarity.FAVORABLE),
        ("service", "due to", "It is more likely than not.", Polarity.FAVORABLE),
        ("service", "related to", "Less likely than not.", Polarity.UNFAVORABLE),
        ("service", "a result of", "It is not at least as likely as not.", Polarity.UNFAVORABLE),
    ],
)
def test_an_answer_goes_back_to_its_question(when: str, tie: str, answer: str, wanted: Polarity) -> None:
    text = ASKED.format(when=when, thing="tank", tie=tie, answer=answer)
    assert polarity(text) is wanted
    one = gather(text).governing
    assert one is not None
    assert one.condition == "hip arthritis"


@pytest.mark.parametrize(
    "text",
    [
        ASKED.format(when="his later job", thing="roof", tie="a result of", answer="At least as likely as not."),
        "Q. Is the hip arthritis unrelated to service?\nA. It is at least as likely as not.",
        "Q. Is it not due to service?\nA. I hold that it is at least as likely as not.",
    ],
)
def test_a_question_turned_round_or_about_another_cause_wins_nothing(text: str) -> None:
    assert polarity(text) is not Polarity.FAVORABLE or result_of(text).compliance.strength is not Strength.STRONG
    one = gather(text).governing
    assert one is None or one.claim.object is not causes.Cause.SERVICE or one.claim.polarity is not Polarity.FAVORABLE


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("It is my firm conviction that the fall in service caused his hip arthritis.", Polarity.FAVORABLE),
        ("I regard her neuropathy as the result of the service-connected diabetes.", Polarity.FAVORABLE),
        ("I count the tremor as a consequence of the nerve agent in service.", Polarity.FAVORABLE),
        ("I do not regard her neuropathy as the result of the service-connected diabetes.", Polarity.UNFAVORABLE),
        ("It is not my conviction that service caused this.", Polarity.UNFAVORABLE),
        ("His sleep apnea has nothing to do with his service.", Polarity.UNFAVORABLE),
        ("I do not believe his back pain has anything to do with the service-connected ankle.", Polarity.UNFAVORABLE),
        ("The influence of the service-connected back on his mood is nil.", Polarity.UNFAVORABLE),
        ("I regard the claimed link to service as unproven.", Polarity.UNFAVORABLE),
        ("I see the connection with his service as far-fetched.", Polarity.UNFAVORABLE),
        ("The relationship to service is negligible.", Polarity.UNFAVORABLE),
        ("The VA wants to know is his asthma at least as likely as not due to burn pits.", Polarity.NONE),
        ("1. what they asked\nis it due to service\n\n2. what i found\nclear lungs.", Polarity.NONE),
        ("A contribution of burn pit smoke to his asthma is possible.", Polarity.INCONCLUSIVE),
        ("An influence of PTSD cannot be ruled out. His PTSD is service connected.", Polarity.INCONCLUSIVE),
        ("He asks whether his PTSD, for which the VA pays him, has anything to do with his apnea.", Polarity.NONE),
    ],
)
def test_convictions_influences_and_having_to_do_with(words: str, wanted: Polarity) -> None:
    assert polarity(words) is wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "I do not believe that the knee is due to the fall in service, and his back is due to it.",
            Polarity.UNFAVORABLE,
        ),
        ("It is less likely than not that the knee, and the hip was examined too, is due to service.", None),
        (
            "Hepatitis C was more likely than not due to the jet guns in service, and the hepatitis was never treated.",
            Polarity.FAVORABLE,
        ),
    ],
)
def test_a_denial_reaches_over_an_and(words: str, wanted: Polarity | None) -> None:
    assert polarity(words) is wanted if wanted else polarity(words) is not Polarity.FAVORABLE


def test_a_form_that_goes_back_to_a_numbered_disability() -> None:
    form = (
        "1. Diagnosis:  erectile dysfunction\n"
        "2. Service connected for (from the letter he showed, seen):  diabetes mellitus, 40%\n"
        "3. In my medical opinion the diagnosis in 1 is\n   ( ) not related to the condition in 2\n"
        "   ({box}) caused by the condition in 2, 50% or greater probability\n"
        "   ({less}) caused by the condition in 2, less than 50% probability\n4. Signed: A. Webb, MD"
    )
    facts = gather(form.format(box="X", less=" "))
    assert facts.theory.value is Theory.SECONDARY
    assert polarity(form.format(box="X", less=" ")) is Polarity.FAVORABLE
    assert polarity(form.format(box=" ", less="X")) is Polarity.UNFAVORABLE
    assert polarity(form.format(box=" ", less=" ")) is not Polarity.FAVORABLE


@pytest.mark.parametrize(
    ("words", "extent"),
    [
        ("Q. What did you look at?\nA. The C-file that his attorney sent, all of it.", "claims_file"),
        ("RECORDS REVIEWED?\nSeparation exam and the MRI reports.", "partial"),
        ("Q. What did you review?\nA. I was not sent the claims file.", "none"),
        ("Q. What happened?\nA. The claims file tells of a fall.", "none"),
        ("Reviewed: e-file complete.", "claims_file"),
    ],
)
def test_what_was_read_in_answer_to_a_question(words: str, extent: str) -> None:
    assert elements_records.review(segment(words)).value.extent == extent


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("I have tested ears since 1996.\n\nA. Webb", True),
        ("I have practiced in this valley for over thirty years.\n\nA. Webb", True),
        ("I have treated veterans for eleven years.\n\nA. Webb", True),
        ("I have treated him since 2004.\n\nA. Webb, MD", False),
        ("I have seen his wife for twenty years.\n\nA. Webb, MD", False),
        ("Anna Webb\nPsychiatrist, certified by the American Board of Psychiatry and Neurology\n\nHe is well.", True),
    ],
)
def test_practice_told_in_years(words: str, stated: bool) -> None:
    assert elements_author.read_author(segment(words)).credentials.value is stated


def test_a_patient_told_of_in_abbreviations_is_the_veteran() -> None:
    facts = gather("Pt believes the rash is related to Agent Orange.")
    assert [one.holder for one in facts.opinions] == [Holder.VETERAN]
