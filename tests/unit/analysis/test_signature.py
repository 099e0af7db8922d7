"""Signatures as letters bear them after redaction and after a scanner."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric import elements_form
from nexus_desktop.analysis.rubric.segmentation import segment

BODY = (
    "Re: shoulder\n\nl am his doctor. It is my opinion that his rotator cuff tear is at least as likely as not due to"
    " the fall in service. He fell from a ladder aboard ship, and the tendon has frayed since that day.\n\n"
)


@pytest.mark.parametrize(
    "end",
    [
        "Sincerelv,\n\nJohn Brandt, MD",
        "Respectfullv submitted\nMary Lowell DO",
        "Sincere1y yours,\nAnna Webb",
        "Sincerely,\n[signature]\n[RELATIVE 2], MD, FCCP",
        "Sincerely,\n[PATIENT] Brandt, MD",
        "Sincerely,\nMark [CITY 1], M.D.",
        "Respectfully,\n\nDr. [RELATIVE 1]",
        "Regards\n\nBrandt",
    ],
)
def test_a_closing_name_signs_though_partly_redacted_or_misread(end: str) -> None:
    assert elements_form.signed(segment(BODY + end)).value


@pytest.mark.parametrize(
    "end",
    [
        "Sincerely,\n",
        "Sincerely,\n\n____________________\nJohn Brandt, MD",
        "Signature: ________________   Date: ________",
        "Please see the enclosed chart for the rest.",
    ],
)
def test_a_blank_line_signs_nothing(end: str) -> None:
    assert not elements_form.signed(segment(BODY + end)).value


def test_a_misread_first_person_is_the_author() -> None:
    assert segment(BODY).reading.text.startswith("Re: shoulder\n\nI am his doctor.")


@pytest.mark.parametrize("line", ["the 3rd of March, 2025", "Memorial Day, 2023", "11 Sept. MMXXIV", "14.viii.2022"])
def test_a_date_written_out_dates_the_letter(line: str) -> None:
    assert elements_form.dated(segment(f"Harbor Clinic\n\n{line}\n\n{BODY}")).value


def test_a_line_of_many_commas_is_read_in_no_time() -> None:
    assert not elements_form.dated(segment("which is so, " * 200)).value  # once took longer than a life
