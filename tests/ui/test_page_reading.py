"""A scan in the review: words that were hard to read are marked and counted, and the page stands beside the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nexus_desktop.models.letter_models import UnsureWord
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.marks import MarkKind
from tests.data.builders.pdf_letters import lines, pdf
from tests.data.builders.scans import encoded, noisy, page
from tests.ui.conftest import PATIENCE, quiet
from tests.ui.story import paste, review_of

pytestmark = pytest.mark.desk_only

READING = 90_000  # milliseconds; a busy machine takes long to load the engine for scans


def open_file(qtbot: QtBot, window: MainWindow, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    window.analyze.intake.open_files([path])
    qtbot.waitUntil(lambda: not window._runner.busy, timeout=READING)
    quiet(qtbot, window)


def show_page(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.analyze.page_reading.shown, timeout=PATIENCE):
        QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    quiet(qtbot, window)


def test_hard_words_of_a_scan_are_marked_and_its_page_is_shown(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    tab = window.analyze
    open_file(qtbot, window, tmp_path / "scan.png", encoded(noisy(page(size=22), seed=3)))
    letter = review_of(tab).preparation.letter
    assert letter.scanned
    marks = [(one.start, one.end) for one in tab.pane.original.marks if one.kind is MarkKind.UNSURE]
    assert marks == [(one.start, one.end) for one in letter.unsure]
    assert tab.pane.scan.text().startswith("Read from a scan.")
    assert tab.pane.page.isHidden()
    show_page(qtbot, window)
    assert tab.pane.page.words.text() == "Page 1 of 1, as it came"
    shown = tab.pane.page._picture.pixmap()
    assert shown.width() > 200
    assert [path.name for path in tmp_path.iterdir() if path.is_file() and path.suffix != ".ini"] == ["scan.png"]


def test_a_count_says_how_many_words_were_hard(qtbot: QtBot, window: MainWindow) -> None:
    tab = paste(qtbot, window, "Her left knee hurts since the fall.")
    review = review_of(tab)
    letter = replace(
        review.preparation.letter,
        unsure=(UnsureWord(4, 8, 0.5), UnsureWord(9, 13, 0.41)),
        parts_used=("page 1 scanned",),
    )
    review.preparation = replace(review.preparation, letter=letter)
    tab.pane.show_review(review)
    tab.reviewing._current_changed()
    assert "2 words were hard to read" in tab.pane.scan.text()
    assert tab.pane.original._tip(len(review.findings()) + 1) == "Hard to read in the scan: 41 % sure"


def test_the_page_follows_the_text_and_can_be_turned(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    tab = window.analyze
    pages = [lines(*(f"Page {number}, line {line}".encode() for line in range(30))) for number in (1, 2, 3)]
    open_file(qtbot, window, tmp_path / "letter.pdf", pdf(*pages))
    show_page(qtbot, window)
    bar = tab.pane.original.verticalScrollBar()
    bar.setValue(0)
    qtbot.waitUntil(lambda: tab.pane.page.page == 1, timeout=PATIENCE)
    first = tab.pane.page._pixmap.toImage()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: tab.pane.page.page == 3, timeout=PATIENCE)
    assert tab.pane.page._pixmap.toImage() != first
    with qtbot.waitSignal(tab.page_reading.shown, timeout=PATIENCE):
        tab.pane.page.previous.click()
    assert tab.pane.page.page == 2
    assert isinstance(tab.pane.page._pixmap.toImage(), QImage)


def test_a_file_that_changed_is_said_to_have_and_pasted_text_has_no_page(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    tab = window.analyze
    path = tmp_path / "letter.pdf"
    open_file(qtbot, window, path, pdf(lines(b"Her left knee hurts since the fall.")))
    path.write_bytes(pdf(lines(b"Another letter under the same name.")))
    tab.pane.head.page.click()
    qtbot.waitUntil(lambda: "has changed" in tab.pane.page.words.text(), timeout=PATIENCE)
    assert tab.pane.page._pixmap.isNull()
    paste(qtbot, window, "Her left knee hurts since the fall.")
    assert tab.pane.head.page.isHidden()
    assert tab.pane.page.isHidden()
