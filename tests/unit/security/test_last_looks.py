"""What finds the rest behind the other detectors: the tagger, initials, boats and hulls, and what completes a find."""

from __future__ import annotations

import re

import pytest

from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.letter_models import Finding, Level, Verdict
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.security.detection import view_of
from nexus_desktop.security.phi_deidentifier import PhiDeidentifier
from nexus_desktop.security.tagger import Signs, is_candidate, likelihood

DEIDENTIFIER = PhiDeidentifier(config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy))
WHOLE = (
    "Ruth Ann Oberlin, DO\nLicense <PSY-LIC-4471>\n<RAO>/<tk>",
    "Signed, Amos P. Quill, MD\n\n<APQ>:<lw>",
    "I have examined him twice.\n\nL. Marchetti MD / <hb>",
    "Reviewed for content. QA: <tlm>\nScribe: <Vk>\ndictated <ctb> typed <jr>",
    "Sent from the portal by user <mvance1958> at noon.",
    "9/2/24 6:12 PM <hollis>: my knee is worse\n9/2/24 6:20 PM doc: come in\n9/2/24 6:31 PM <hollis>: ok thank you",
    "his name is spelled <o k o r o n k w o> and he served in the army as a cook for six years in all.",
    "He crabs from his uncle's boat, the F/V <Linda Jean>, registered <AK 4471 B>, when the hip lets him.",
    "He was a machinist's mate on <CVN-69> and then on <BB 62> until he came home.",
    "She was with Battery C, <2nd of the 34th> in Germany, and her husband led <3rd Plt, Delta Company>.",
    "In that year he was at <Whiteman Air Force Base> and at <Nakhon Royal Thai Air Force Base> in the north.",
    "He was in service from <day 201 of 2003> until <day 017 of 2008>, and was seen again in <XI.2015>.",
    "He worked for <Corrigan Pork, Inc>. until the plant was closed, then for <Blue Gem No. 7>, a mine.",
    "He was with <River Assault Division 92>, then with <1/34 Brigade Combat Team>, until he was sent home.",
    "| PROGRESS NOTE | <08/29/2024 1330> | PT: <QUARLES,BEN>",
    "I will send the plates tomorrow.\n\nThx,\n<OB>",
    "Ann Corliss, DMD\nGA Dental <DN011932>",
    "His mother's letter (<Solange Duchesne>) is in accord. He was born with a cleft palate on <10/27/1978>.",
    "Chugach Hand Therapy, <4015 Lake Otis, #201>, Anchorage; mail to <Apartment 9, 14 Quai Street>, Hoboken, NJ 07030",
    "Dr. Lena Fitz<gerald> wrote of it. File number <2024-0311-QRM> was on it.",
)
STAYS = (
    "The MRI of 2019 was read as normal, and the DD-2807 and VA-9 were signed; MIL-STD-1474 sets the limit.",
    "Her PHQ-9 was 14/27, and the blood pressure 132/84; he takes n/a or and/or none of them.",
    "He has a b c d e criteria of the manual in mind; p t s d and c o p d are common in this age.",
    "The DD 214 shows it, the CA 125 was normal, and the F-16 and the UH-60 are loud machines.",
    "Brown (2014), Page (2000) and Hutton (1999) looked at soldiers; see also Kang (2006) and Case (2011).",
    "She was trained in Cognitive Processing Therapy and Prolonged Exposure, and had Pelvic Floor Therapy for a year.",
    "She is a clinical social worker, formerly a corrections officer (Ohio) and a clerk (Georgia), now at home.",
    "She served as an HM2, and he as a BM1, in the Navy, before each was let go with an honorable discharge.",
    "In a study of 22 patients the fourth of the measures, and the second of the two scales, showed no effect.",
)


def find(text: str) -> list[Finding]:
    return DEIDENTIFIER.find(text, Level.STRICT)


def split(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its angle brackets, and what stood in them."""
    text, spans = "", []
    for part in re.split(r"(<[^<>]+>)", marked):
        if part.startswith("<") and part.endswith(">"):
            spans.append((len(text), len(text) + len(part) - 2))
        text += part.strip("<>") if part.startswith("<") and part.endswith(">") else part
    return text, spans


@pytest.mark.parametrize("marked", WHOLE)
def test_it_goes_whole(marked: str) -> None:
    text, spans = split(marked)
    covered = bytearray(len(text))
    for one in find(text):
        if one.verdict is Verdict.REDACT:
            covered[one.start : one.end] = b"\1" * (one.end - one.start)
    left = ["".join(text[i] for i in range(a, b) if text[i].isalnum() and not covered[i]) for a, b in spans]
    assert not any(left), left


@pytest.mark.parametrize("text", STAYS)
def test_forms_scales_and_machines_stay(text: str) -> None:
    assert [text[one.start : one.end] for one in find(text) if one.verdict is Verdict.REDACT] == []


def test_a_message_typed_small_around_a_few_capitals_is_read_as_one_without() -> None:
    text = (
        "To whom it may concern:\nI saw this veteran for his hearing, and I write to Mr. Hale.\n\n"
        "> my lawyer mr <truitt> says i need the words from you. i was a radioman with NAVSUP before that and on\n"
        "> the <sammy ormond> for two years. my son <tyrell> set this up, thanks, and say hi to <lorraine>\n"
    )
    text, spans = split(text)
    found = [(one.start, one.end) for one in find(text)]
    assert all(any(a <= start and end <= b for a, b in found) for start, end in spans)


def test_words_that_a_scanner_tore_are_read_whole() -> None:
    marked = (
        "The examiner, a Mr. <Pric e>, wrote it in May, and Dr. <Helen Pa padakis> of <Lynchbu rg> the opposite.\n"
        "He ask ed the man's serg eant at <Cam p Casey>, and his wife, about the cons tant pain in the should er."
    )
    text, spans = split(marked)
    found = [one for one in find(text) if one.verdict is Verdict.REDACT]
    assert all(any(one.start <= a and b <= one.end for one in found) for a, b in spans)
    assert all(
        any(one.start < b and a < one.end for a, b in spans) for one in found if "May" not in text[one.start : one.end]
    )
    typed = "He was seen in the C ravens ward of the house, and said no more of it."
    assert all("ravens" not in typed[one.start : one.end] for one in find(typed))


def test_a_phrase_with_words_of_grammar_in_it_stops_nothing() -> None:
    text = (
        "HighPoint Endocrine\nCalle 8 No. 210, Bayamón, Puerto Rico 00961\n3 de marzo de 2021\n"
        "Departamento de Asuntos de Veteranos / Department of Veterans Affairs\nRef: Efraín Colón Rosado"
    )
    found = find(text)
    assert {"3 de marzo de 2021", "Efraín Colón Rosado"} <= {text[one.start : one.end] for one in found}


def test_the_tagger_learnt_surroundings_and_no_names() -> None:
    """A word that is in no list is told by what stands around it."""
    name, plain = "He was treated by Dr. Vexholm at the clinic.", "He took Vexholm 20 mg twice daily for the pain."

    def of(text: str) -> float:
        _, view = view_of(text)
        at = next(i for i, word in enumerate(view.words) if word.key == "vexholm")
        assert is_candidate(view, view.words[at])
        return likelihood(Signs(view).of(at))

    assert of(name) > 0.9
    assert of(plain) < of(name)


def test_questions_stay_few() -> None:
    names = ("Qarvane", "Zeltrosh", "Ombrixel", "Vustarny", "Hjelmquat", "Prazzlek", "Drumvosk", "Ythgarn")
    text = "".join(f"She said that it began with the {one} of that time and went on from there. " for one in names * 2)
    asked = {text[one.start : one.end] for one in find(text) if one.verdict is Verdict.ASK}
    assert len(asked) <= 15
