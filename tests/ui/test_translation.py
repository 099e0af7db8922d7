"""The window in another language: every word has one, every place for a value is kept, and a day's work runs in it."""

from __future__ import annotations

import copy
import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

from nexus_desktop.models.errors import DiskFull, LetterTooLong
from nexus_desktop.models.phrases import joined, phrase, sentence_of
from nexus_desktop.runtime import paths
from nexus_desktop.ui import translation
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.window_language import FROM_NEXT_START

ROOT = Path(__file__).parent.parent.parent
STORY = Path(__file__).with_name("spanish_story.py")
PLACES = re.compile(r"\{[^}]*\}")
MNEMONIC = re.compile(r"&(?=\w)")


@pytest.fixture(scope="module")
def collecting() -> ModuleType:
    """The script that collects the words."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "build" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", [one for one in translation.LANGUAGES if one != translation.ENGLISH])
def test_every_word_is_translated_and_ready(collecting: ModuleType, language: str) -> None:
    known = collecting.translated(collecting.FOLDER / f"nexus_{language}.ts")
    words = collecting.words()
    assert len(words) > 1000
    assert [text for text in words if text not in known] == []
    made = QTranslator()
    assert made.load(str(paths.resource(f"translations/nexus_{language}.qm")))
    assert [text for text in words if made.translate(translation.CONTEXT, text) != known[text]] == []


def test_every_place_for_a_value_and_every_key_of_a_menu_is_kept(collecting: ModuleType) -> None:
    known = collecting.translated(collecting.FOLDER / "nexus_es.ts")
    assert [text for text, own in known.items() if sorted(PLACES.findall(text)) != sorted(PLACES.findall(own))] == []
    keys = {text: own.replace("C&P", "") for text, own in known.items()}
    with_key = {text for text in keys if MNEMONIC.search(text.replace("C&P", ""))}
    assert {text for text, own in keys.items() if len(MNEMONIC.findall(own)) == 1} == with_key


def test_a_letter_is_read_reviewed_and_analyzed_in_spanish(tmp_path: Path) -> None:
    home = {"NEXUS_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, STORY],
        env=os.environ | home,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["tabs"] == ["Analizar", "Cumplimiento", "Auditoría", "Estado", "Instrucciones (prompts)"]
    assert seen["steps"] == ["Analizar", "Analizar", "Exportar informe"]
    assert seen["button"] == "Cancelar"
    assert seen["error"] == "Este documento tiene más de 2 caracteres de texto."
    assert seen["kept_in_english"] is True
    assert len(seen["health"]) > 12
    assert [code for code, (english, own) in seen["health"].items() if english == own] == []
    assert [code for code, (english, own) in seen["mend"].items() if english == own] == []
    assert seen["health"]["database.ok"][1].startswith("Todas las páginas se descifran")
    assert seen["health"]["database.ok"][1].endswith("se guarda 1 análisis.")
    assert "guardada solo en la memoria" in seen["health"]["encryption.ok"][1]
    assert seen["health"]["clock.ok"][1] in seen["shown"]


def test_the_language_is_chosen_in_the_menu_and_remembered(window: MainWindow, tmp_path: Path) -> None:
    menu = window.language
    assert menu.languages["en"].isChecked()
    menu.languages["es"].trigger()
    assert window.statusBar().currentMessage() == FROM_NEXT_START
    assert translation.chosen(tmp_path / "window.ini") == "es"
    assert translation.chosen(tmp_path / "none.ini") == "en"


def test_numbers_of_an_error_stand_in_its_words() -> None:
    assert translation.said(LetterTooLong(limit=5000)) == LetterTooLong(limit=5000).sentence
    assert translation.said(DiskFull()) == DiskFull().sentence


def test_a_sentence_remembers_how_it_was_made_and_stays_english_where_no_window_asks() -> None:
    inside = phrase("{count} analyses are kept", count=1200)
    whole = phrase("Every page decrypts and the structure holds; {kept}.", kept=inside)
    assert whole == "Every page decrypts and the structure holds; 1200 analyses are kept."
    assert json.loads(json.dumps(whole)) == copy.deepcopy(whole) == whole
    assert translation.worded(whole) == whole
    several = joined(" ", (whole, "", "A {name} that nobody wrote."))
    assert translation.worded(several) == several == f"{whole} A {{name}} that nobody wrote."
    assert phrase("Braces { stay where nothing is put in }.") == "Braces { stay where nothing is put in }."
    assert sentence_of(LetterTooLong(limit=5000)) == LetterTooLong(limit=5000).sentence
