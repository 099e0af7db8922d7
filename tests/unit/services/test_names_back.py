"""Names are put back where a tag stands for one thing, never a wrong one; what was chosen last comes back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.letter_models import ClientFields, Level, PhiCategory, Replacement
from nexus_desktop.models.paper_models import Paper, ReportKind
from nexus_desktop.runtime.settings import PreferencesFile
from nexus_desktop.services.names_back import NamesBack, names_back
from nexus_desktop.services.paper_choices import LONGEST_LINE, MOST_LINES, PaperChoice, PaperChoices, lines_of
from tests.letters import LETTER, NAME


def back(category: PhiCategory, tag: str, *forms: str) -> NamesBack:
    """Of a letter that has each form once."""
    text, places = "", []
    for form in forms:
        places.append(Replacement(len(text), len(text) + len(form), tag, 0, category))
        text += form + " "
    return names_back(places, text)


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (("Orla Fennimore",), "Orla Fennimore"),
        (("Ms. Fennimore", "Orla J. Fennimore", "FENNIMORE", "Orla", "O. Fennimore"), "Orla J. Fennimore"),
        (("Fennimore, Orla", "Orla Fennimore"), "Orla Fennimore"),
        (("Orla\n   Fennimore",), "Orla Fennimore"),
        (("Orla Fennimore", "Orla Tusk"), None),
        (("Orla Fennimore", "Bram"), None),
    ],
)
def test_a_person_gets_the_fullest_form_or_none(forms: tuple[str, ...], name: str | None) -> None:
    found = back(PhiCategory.PATIENT, "[PATIENT]", *forms)
    assert found.originals.get("[PATIENT]") == name
    assert found.left == (() if name else ("[PATIENT]",))


def test_anything_else_gets_the_form_it_came_first_in() -> None:
    assert back(PhiCategory.DATE, "[DATE 1, 2024]", "March 3, 2024", "3/3/2024").originals == {
        "[DATE 1, 2024]": "March 3, 2024"
    }


def test_a_whole_letter_has_its_names_again() -> None:
    workbench = Bootstrap().workbench()
    letter = workbench.read_pasted(LETTER)
    preparation = workbench.prepare(letter, Level.MODERATE, ClientFields(), Event())
    text = workbench.deidentify_all(preparation, "test", datetime(2026, 1, 1, tzinfo=UTC))
    found = names_back(text.replacements, LETTER)
    assert found.left == ()
    assert found.originals["[PATIENT]"] == NAME
    assert set(found.originals) == {one.tag for one in text.replacements}


def test_the_last_choice_comes_back_and_a_damaged_one_costs_nothing(tmp_path: Path) -> None:
    file = PreferencesFile(tmp_path / "preferences.json")
    choices = PaperChoices(file)
    assert choices.last() == PaperChoice()
    chosen = PaperChoice(Paper.MEMO, ReportKind.DOCX, ("Larkmoor Veterans Law",))
    choices.keep(chosen)
    assert choices.last() == chosen
    file.save(file.load().model_copy(update={"paper": "poster"}))
    assert choices.last() == PaperChoice(letterhead=chosen.letterhead)
    assert lines_of(f"  A \n\n{'x' * 500}\n" + "b\n" * 20) == ("A", "x" * LONGEST_LINE, *["b"] * (MOST_LINES - 2))
