"""The Compliance tab as a person uses it: every page, by real clicks and keys, on a real store."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nexus_desktop.models.compliance_record import RedactionWeek
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import Level, PhiCategory, Verdict
from nexus_desktop.runtime import paths
from nexus_desktop.ui.compliance_tab import ComplianceTab
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.theme import DARK, LIGHT, Theme
from tests.ui.conftest import PATIENCE, quiet
from tests.ui.test_main_window import unnamed

BROKEN = "rules:\n- id: one\n  pattern: '('\n"


@pytest.fixture
def tab(qtbot: QtBot, window: MainWindow) -> ComplianceTab:
    window.tabs.setCurrentWidget(window.tabs.compliance)
    quiet(qtbot, window)
    return window.tabs.compliance


def opened(qtbot: QtBot, tab: ComplianceTab, number: int) -> None:
    """A page, chosen by its button."""
    qtbot.mouseClick(tab.choices[number], Qt.MouseButton.LeftButton)


def analyzed(qtbot: QtBot, window: MainWindow) -> None:
    """The sample letter, reviewed and kept."""
    window.analyze.intake.open_sample()
    quiet(qtbot, window)
    letter = window.analyze.letter
    assert letter is not None
    assert letter.review is not None
    for finding in letter.review.undecided():
        letter.review.decide(finding, redact=True)
    window.analyze.flow.analyze(letter)
    quiet(qtbot, window)


@pytest.mark.parametrize("number", range(4))
def test_every_control_of_every_page_has_a_name(
    qtbot: QtBot, window: MainWindow, tab: ComplianceTab, number: int
) -> None:
    analyzed(qtbot, window)
    opened(qtbot, tab, number)
    if number == 1:
        tab.rules.add_rule.click()
    quiet(qtbot, window)
    assert unnamed(tab) == []


def test_a_rule_is_added_by_its_form_and_used_on_the_next_letter(
    qtbot: QtBot, window: MainWindow, tab: ComplianceTab
) -> None:
    opened(qtbot, tab, 1)
    page = tab.rules
    qtbot.mouseClick(page.add_rule, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.form.id, "our-doctors")
    page.form.words.setFocus()
    qtbot.keyClicks(page.form.words, "orthopedic surgeon")
    qtbot.waitUntil(lambda: "1 place" in page.found.text() or "places" in page.found.text(), timeout=PATIENCE)
    assert "»orthopedic surgeon«" in page.matches.text()
    qtbot.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    quiet(qtbot, window)
    assert page.model.rowCount() == 1
    assert "our-doctors" in paths.firm_rules_file().read_text("utf-8")
    assert tab.policy.value.text() == "1.0.0 + 1 of yours"
    assert window.tabs.audit.model.index(0, 3).data() == "Setting changed"
    window.analyze.intake.open_sample()
    quiet(qtbot, window)
    letter = window.analyze.letter
    assert letter is not None
    assert letter.review is not None
    found = [one for one in letter.review.findings() if one.detector == "firm:our-doctors"]
    assert found


def test_a_chosen_rule_is_changed_and_deleted(qtbot: QtBot, window: MainWindow, tab: ComplianceTab) -> None:
    paths.firm_rules_file().write_text("rules:\n- {id: a, words: [one]}\n- {id: b, words: [two]}\n")
    tab.refresh()
    quiet(qtbot, window)
    opened(qtbot, tab, 1)
    page = tab.rules
    page.view.selectRow(1)
    assert page.form.id.text() == "b"
    page.form.verdict.setCurrentIndex(page.form.verdict.findData(Verdict.ASK))
    page.form.save.click()
    quiet(qtbot, window)
    assert "verdict: ask" in paths.firm_rules_file().read_text("utf-8")
    assert page.form.isVisible()
    assert page.form.id.text() == "b"
    page.form.remove.click()
    quiet(qtbot, window)
    assert page.model.rowCount() == 1
    assert not page.form.isVisible()


@pytest.mark.parametrize(
    ("rule", "name", "pattern", "said"),
    [
        (True, "Case Number", "x+", "small letters"),
        (True, "case", "(x", "lacks its )"),
        (True, "case", "", "pattern has from 1"),
        (False, "ours", "x+", "reason is empty"),
    ],
)
def test_rubbish_in_the_form_gives_a_sentence_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, tab: ComplianceTab, rule: bool, name: str, pattern: str, said: str
) -> None:
    opened(qtbot, tab, 1)
    page = tab.rules
    (page.add_rule if rule else page.add_exception).click()
    page.form.id.setText(name)
    page.form.way.setCurrentIndex(1)
    page.form.pattern.setText(pattern)
    page.form.save.click()
    quiet(qtbot, window)
    assert page.form.message.isVisible()
    assert said in page.form.message.words.text()
    assert not paths.firm_rules_file().exists()


def test_rubbish_in_the_text_gives_the_sentence_and_the_line(
    qtbot: QtBot, window: MainWindow, tab: ComplianceTab
) -> None:
    opened(qtbot, tab, 1)
    text = tab.rules.text
    tab.rules.as_text.click()
    text.edit.setPlainText(BROKEN)
    text.save.click()
    quiet(qtbot, window)
    assert text.message.words.text().startswith("Line 3: one: an opening parenthesis lacks its )")
    assert text.edit.textCursor().blockNumber() == 2
    assert len(text.edit.extraSelections()) == 1
    assert not paths.firm_rules_file().exists()
    text.edit.setPlainText(BROKEN.replace("'('", "'x+'"))
    assert text.edit.extraSelections() == []
    text.save.click()
    quiet(qtbot, window)
    assert paths.firm_rules_file().exists()
    assert tab.rules.pages.currentWidget() is tab.rules.splitter


def test_a_broken_file_is_said_and_can_be_mended(qtbot: QtBot, window: MainWindow, tab: ComplianceTab) -> None:
    paths.firm_rules_file().write_text(BROKEN)
    tab.refresh()
    quiet(qtbot, window)
    opened(qtbot, tab, 1)
    assert "Line 3" in tab.rules.message.words.text()
    assert not tab.rules.add_rule.isEnabled()
    assert (tab.policy.value.text(), tab.standing.value.text()) == ("not readable", "1 bad")
    tab.rules.as_text.click()
    assert tab.rules.text.edit.toPlainText() == BROKEN
    tab.rules.text.edit.setPlainText("version: 1\n")
    tab.rules.text.save.click()
    quiet(qtbot, window)
    assert tab.rules.add_rule.isEnabled()
    assert tab.policy.value.text() == "1.0.0"


def test_what_is_typed_stays_when_the_tab_counts_again(qtbot: QtBot, window: MainWindow, tab: ComplianceTab) -> None:
    opened(qtbot, tab, 1)
    tab.rules.add_rule.click()
    qtbot.keyClicks(tab.rules.form.id, "half-a-ru")
    tab.refresh()
    quiet(qtbot, window)
    assert tab.rules.form.isVisible()
    assert tab.rules.form.id.text() == "half-a-ru"


def test_a_slow_rule_is_cut_off_in_the_preview_and_the_window_stays_awake(
    qtbot: QtBot, window: MainWindow, tab: ComplianceTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nexus_desktop.security.firm_patterns.MOST_PLACES", 50)
    opened(qtbot, tab, 1)
    tab.rules.add_rule.click()
    tab.rules.form.way.setCurrentIndex(1)
    tab.rules.form.pattern.setText(r"\w")
    qtbot.waitUntil(lambda: "Stopped" in tab.rules.found.text(), timeout=PATIENCE)
    assert tab.rules.isEnabled()


def test_a_kind_begins_at_an_earlier_level(qtbot: QtBot, window: MainWindow, tab: ComplianceTab) -> None:
    lines = [tab.model.row(tab.model.index(at, 0)) for at in range(tab.model.rowCount())]
    row = next(at for at, one in enumerate(lines) if one is not None and one.category is PhiCategory.UNIT)
    tab.levels.view.selectRow(row)
    assert tab.levels.begins.count() == 3
    tab.levels.begins.setCurrentIndex(tab.levels.begins.findData(Level.MINIMAL))
    tab.levels.begins.activated.emit(0)
    quiet(qtbot, window)
    assert tab.model.index(row, 1).data() == "minimal (earlier than shipped)"
    assert tab.model.index(row, 2).data() == "removed"
    assert "UNIT: minimal" in paths.firm_rules_file().read_text("utf-8")


def test_weeks_are_empty_at_first_and_then_count_the_letter(
    qtbot: QtBot, window: MainWindow, tab: ComplianceTab
) -> None:
    opened(qtbot, tab, 2)
    assert tab.weeks.pages.currentWidget() is tab.weeks.empty
    analyzed(qtbot, window)
    assert tab.weeks.pages.currentWidget() is tab.weeks.filled
    assert tab.weeks.model.rowCount() == 1
    assert tab.weeks.model.index(0, 2).data() == tab.removed.value.text()
    tab.weeks.kind.setCurrentIndex(tab.weeks.kind.findData(PhiCategory.SSN))
    tab.weeks.kind.activated.emit(0)
    assert tab.weeks.model.index(0, 2).data() == "1"
    tab.weeks.view.selectRow(0)
    assert "Social Security number 1" in tab.weeks.words.text()


def test_the_plot_is_drawn_in_light_and_dark(
    qtbot: QtBot, window: MainWindow, tab: ComplianceTab, theme: Theme
) -> None:
    tab.weeks.show_weeks([RedactionWeek(date(2026, 11, 16), 2, {PhiCategory.DATE: 7})])
    opened(qtbot, tab, 2)
    for scheme in (LIGHT, DARK):
        theme.use(scheme)
        image = tab.weeks.plot.grab().toImage()
        colours = {image.pixelColor(x, image.height() // 2).name().upper() for x in range(image.width())}
        assert scheme.primary in colours
    theme.use(LIGHT)


def test_how_things_stand_is_shown_with_words_and_time(qtbot: QtBot, window: MainWindow, tab: ComplianceTab) -> None:
    opened(qtbot, tab, 3)
    assert tab.status.model.rowCount() == 8
    assert tab.standing.value.text() == "3 to note"
    tab.status.view.selectRow(0)
    assert "does not open without its key" in tab.status.words.text()
    assert "Looked at" in tab.status.words.text()


def test_the_record_is_exported_and_told(
    qtbot: QtBot, window: MainWindow, tab: ComplianceTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = (str(tmp_path / "record"), "JSON (*.json)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: chosen)
    qtbot.mouseClick(tab.export, Qt.MouseButton.LeftButton)
    quiet(qtbot, window)
    assert json.loads((tmp_path / "record.json").read_text("utf-8"))["level"] == "moderate"
    assert window.tabs.audit.model.index(0, 3).data() == "Report exported"


def test_a_record_over_another_file_is_refused(
    qtbot: QtBot, window: MainWindow, tab: ComplianceTab, tmp_path: Path, shown: list[NexusError]
) -> None:
    (tmp_path / "record.html").write_text("mine")
    tab.write_record(tmp_path / "record.html")
    quiet(qtbot, window)
    assert [error.code for error in shown] == ["export.exists"]
    shown.clear()
