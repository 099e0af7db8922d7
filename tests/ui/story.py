"""The daily path as tests walk it: a letter on the desk, everything decided, analyzed."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nexus_desktop.models.letter_models import (
    ClientFields,
    Finding,
    Letter,
    LetterKind,
    Level,
    PhiCategory,
    Verdict,
)
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.services.review import Review
from nexus_desktop.services.workbench import Preparation
from nexus_desktop.ui.analyze_tab import AnalyzeTab
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.main_window import MainWindow
from tests.ui.conftest import quiet

ASKING = """Dear Ms. Amsel,

I saw Ms. Amsel on May 3, 2024. As Kolk has taught us, pain stays. Issue:     left knee
and Brandt agrees with Kolk, who wrote so in 1998. She lives in Fernbridge.
"""
LINE = "She climbs the stairs one at a time and rests on each landing. The knee swells by the evening.\n\n"


def findings_in(text: str, words: str, category: PhiCategory, verdict: Verdict) -> list[Finding]:
    """A finding for every place of some words."""
    score, reason = (0.3, "a capitalised word that no list explains") if verdict is Verdict.ASK else (0.95, "a name")
    places = [found.start() for found in re.finditer(re.escape(words), text)]
    return [Finding(at, at + len(words), category, verdict, "test", score, reason) for at in places]


def asking_review(text: str = ASKING) -> Review:
    """A review with three things asked, Kolk twice and Brandt, and four that are sure."""
    found = [
        *findings_in(text, "Amsel", PhiCategory.PATIENT, Verdict.REDACT),
        *findings_in(text, "May 3, 2024", PhiCategory.DATE, Verdict.REDACT),
        *findings_in(text, "Fernbridge", PhiCategory.CITY, Verdict.REDACT),
        *findings_in(text, "Kolk", PhiCategory.RELATIVE, Verdict.ASK),
        *findings_in(text, "Brandt", PhiCategory.PROVIDER, Verdict.ASK),
    ]
    letter = Letter(text, LetterKind.PASTED, "0" * 64, len(text))
    return Review(Preparation("one", letter, Level.MODERATE, ClientFields(), tuple(sorted(found))))


def lay(qtbot: QtBot, window: MainWindow, review: Review) -> AnalyzeTab:
    """A letter whose findings were made by hand, on the desk and ready for review."""
    letter = DeskLetter("Letter made by hand", stage=Stage.REVIEW, review=review)
    window.analyze.letters.put_on_desk(letter)
    quiet(qtbot, window)
    return window.analyze


def paste(qtbot: QtBot, window: MainWindow, text: str) -> AnalyzeTab:
    """A pasted letter, read and ready for review."""
    QGuiApplication.clipboard().setText(text)
    window.analyze.intake.paste()
    quiet(qtbot, window)
    return window.analyze


def review_of(tab: AnalyzeTab) -> Review:
    """The review that is up."""
    assert tab.letter is not None
    assert tab.letter.review is not None
    return tab.letter.review


def decide_everything(tab: AnalyzeTab) -> None:
    """Press R until nothing is left to decide."""
    while review_of(tab).undecided():
        tab.review.next_to_decide()
        QTest.keyClick(tab.window(), Qt.Key.Key_R)


def analyze(qtbot: QtBot, window: MainWindow) -> AnalysisRecord:
    """Decide everything, and press the button that says Analyze."""
    decide_everything(window.analyze)
    assert window.analyze.primary.text() == "Analyze"
    window.analyze.primary.click()
    quiet(qtbot, window)
    assert window.analyze.record is not None
    return window.analyze.record
