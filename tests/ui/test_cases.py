"""Cases in a real window: client known, facts checked, letters moved, everything searched, two letters compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.comparison_models import AttackId, RowId
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.models.paper_models import Mode, ReportKind
from nexus_desktop.models.records import AnalysisRecord, Matter
from nexus_desktop.services.application import Application
from nexus_desktop.services.result_context import ResultContext
from nexus_desktop.ui.analyze_tab import AnalyzeTab
from nexus_desktop.ui.case_dialogs import NO_CASE, CompareDialog, MoveDialog, NewCaseDialog
from nexus_desktop.ui.case_page import GOING, OFF, ON
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.note_edit import CHECK, KEEP, READ
from nexus_desktop.ui.result_around import Around
from nexus_desktop.ui.search_page import NOTHING, TEACHES
from tests.letters import LETTER, NAME, SURNAME
from tests.papers import text_of
from tests.ui.conftest import quiet
from tests.ui.story import analyze, paste, review_of
from tests.ui.test_main_window import unnamed
from tests.unit.analysis.test_comparison import DRAFT, PRIVATE, REPORT

pytestmark = pytest.mark.desk_only

CTRL = Qt.KeyboardModifier.ControlModifier
CITED = LETTER.replace(
    "Sincerely,",
    "See 38 C.F.R. § 3.303; Smith v. Jones, 99 Vet. App. 12 (1987); are read.\n\nSincerely,",
)
FACTS = CaseFacts.model_validate({"claimed": ["tinnitus"], "denials": [{"condition": "left knee", "date": "2019"}]})


@pytest.fixture
def application(window: MainWindow) -> Application:
    return window._application


@pytest.fixture
def tab(window: MainWindow) -> AnalyzeTab:
    return window.analyze


def choose(qtbot: QtBot, window: MainWindow, matter: Matter) -> None:
    """The case chosen in the list, as a click or an arrow key does."""
    window.analyze.cases.refresh(matter.id)
    quiet(qtbot, window)
    assert window.analyze.letters.matter is not None
    assert window.analyze.letters.matter.id == matter.id


def kept(qtbot: QtBot, window: MainWindow, text: str) -> AnalysisRecord:
    paste(qtbot, window, text)
    return analyze(qtbot, window)


def around(tab: AnalyzeTab) -> Around:
    assert tab.around.shown is not None
    return tab.around.shown


def words(widget: object) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel))  # type: ignore[attr-defined]


# --- cases ------------------------------------------------------------------------------------------------------------


def test_a_case_is_made_by_its_number_and_its_page_opens(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    tab.cases.make_case("2026-014", "C-7")
    quiet(qtbot, window)
    assert tab.letters.matter is not None
    assert tab.letters.matter.reference == "2026-014"
    assert tab.middle.page is tab.cases.case
    assert tab.primary.text() == "Save case"
    assert not tab.cases.case.keeps.isChecked()  # off at first, and said so
    assert tab.cases.case.means.text() == OFF
    assert tab.cases.case.form.isHidden()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert tab.middle.page is None


def test_client_and_facts_are_kept_by_the_switch_and_taken_out_by_it(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, application: Application
) -> None:
    tab.cases.make_case("2026-014", "")
    quiet(qtbot, window)
    page, matter = tab.cases.case, tab.letters.matter
    assert matter is not None
    page.findChildren(QCheckBox)[0].click()
    assert page.means.text() == ON
    page.client.names.setPlainText(NAME)
    page.service.setPlainText("May 1968")
    tab.primary.click()
    quiet(qtbot, window)
    assert "1968-05" in page.problem.text()  # what cannot be read is named, and nothing is saved
    assert application.case_files.view(matter.id).file is None
    page.service.setPlainText("1968-05 to 1970")
    tab.primary.click()
    quiet(qtbot, window)
    file = application.case_files.view(matter.id).file
    assert file is not None
    assert file.client.names == (NAME,)
    assert file.facts.service[0].last_year == 1970
    assert not page.is_changed
    page.keeps.click()
    assert page.means.text() == GOING
    tab.primary.click()
    quiet(qtbot, window)
    assert application.case_files.view(matter.id).file is None
    assert page.client.names.toPlainText() == ""


def test_what_is_typed_and_not_saved_waits_on_the_page(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    tab.cases.make_case("2026-014", "")
    quiet(qtbot, window)
    tab.cases.case.reference.setText("2026-015")
    said: list[str] = []
    tab.said.connect(said.append)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert "not saved" in said[-1]
    tab.letters.show_case()
    quiet(qtbot, window)
    assert tab.cases.case.reference.text() == "2026-015"


def test_hold_and_closing_show_in_the_list(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    tab.cases.make_case("2026-014", "")
    quiet(qtbot, window)
    tab.cases.case.hold.click()
    quiet(qtbot, window)
    assert "legal hold" in tab.letters.cases.index(1).data()
    assert "legal hold" in tab.cases.case.stands.text()
    tab.cases.case.close_case.click()
    quiet(qtbot, window)
    assert "closed" in tab.letters.cases.index(1).data()


def test_a_note_is_read_as_it_would_be_kept_before_it_is(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    tab.cases.make_case("2026-014", "")
    quiet(qtbot, window)
    note = tab.cases.case.note
    note.edit.setPlainText(f"Ms. {SURNAME} has the audiogram.")
    assert note.press.text() == CHECK
    note.press.click()
    quiet(qtbot, window)
    assert SURNAME not in note.edit.toPlainText()
    assert (note.press.text(), note.told.text()) == (KEEP, READ)
    note.edit.appendPlainText("And more.")
    assert note.press.text() == CHECK  # what was not read is not kept
    note.press.click()
    quiet(qtbot, window)
    note.press.click()
    quiet(qtbot, window)
    assert note.edit.toPlainText() == ""
    assert "audiogram" in words(tab.cases.case)
    assert SURNAME not in words(tab.cases.case)


def test_a_letter_of_a_case_begins_with_its_client_and_is_checked_against_its_facts(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, application: Application
) -> None:
    matter = application.matters.create("2026-014")
    paste(qtbot, window, LETTER)
    assert not any("obstacle" in review_of(tab).text_of(one) for one in review_of(tab).findings())
    application.case_files.switch(matter.id, on=True)
    application.case_files.keep(matter.id, ClientFields(names=("obstacle course",)), FACTS)
    choose(qtbot, window, matter)
    paste(qtbot, window, LETTER)
    assert tab.letter is not None
    assert tab.letter.client.names == ("obstacle course",)
    assert tab.letter.state().startswith("2026-014 · ")
    assert any("obstacle" in review_of(tab).text_of(one) for one in review_of(tab).findings())
    record = analyze(qtbot, window)
    assert record.letter.matter_id == matter.id
    assert "obstacle" not in record.letter.text
    conflicts = around(tab).sections["conflicts"]
    assert "Conflicts with the facts of the case (2)" in conflicts.heading.text()
    assert "tinnitus" in words(conflicts)
    first = tab.result.area.widget()
    assert first is not None
    bars = [one for one in tab.result._sections.values() if one is not conflicts]
    assert conflicts.mapTo(first, conflicts.rect().topLeft()).y() < min(
        one.mapTo(first, one.rect().topLeft()).y() for one in bars if one.isVisible()
    )
    tab.open_saved(record.id)  # opened again, the kept text is compared
    quiet(qtbot, window)
    assert "conflicts" in around(tab).sections


def test_the_lists_show_what_is_in_the_chosen_case(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, application: Application
) -> None:
    one, other = application.matters.create("2026-1"), application.matters.create("2026-2")
    record = kept(qtbot, window, LETTER)
    choose(qtbot, window, one)
    assert tab.letters.saved.rowCount() == 0
    assert tab.letters.desk_view.isRowHidden(0)
    tab.cases.put(record.id, one.id)
    quiet(qtbot, window)
    assert tab.letters.saved.rowCount() == 1
    assert "Case 2026-1" in around(tab).case.text()
    choose(qtbot, window, other)
    assert tab.letters.saved.rowCount() == 0
    tab.letters.case_view.setCurrentIndex(tab.letters.cases.index(0))
    assert tab.letters.saved.rowCount() == 1
    assert not tab.letters.desk_view.isRowHidden(0)


def test_moving_asks_where_to(qtbot: QtBot, window: MainWindow, application: Application) -> None:
    matter = application.matters.create("2026-1")
    dialog = MoveDialog(application.case_files.board(), matter.id, window)
    assert dialog.chosen == matter.id
    dialog.choice.setCurrentIndex(dialog.choice.findText(NO_CASE))
    assert dialog.chosen is None
    assert not dialog.wants_new
    dialog.choice.setCurrentIndex(dialog.choice.count() - 1)
    assert dialog.wants_new


def test_every_control_has_a_name(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, application: Application) -> None:
    first, second = kept(qtbot, window, CITED), kept(qtbot, window, CITED)
    for section in around(tab).sections.values():
        section.open()
    assert unnamed(window) == []
    tab.cases.make_case("2026-014", "")
    quiet(qtbot, window)
    tab.cases.case.keeps.click()
    assert unnamed(window) == []
    for page in (tab.letters.ask_search, lambda: tab.cases.compare(first.id, second.id, Mode.REPORT)):
        page()
        quiet(qtbot, window)
        assert unnamed(window) == []
    dialogs = (NewCaseDialog(window), MoveDialog([], None, window), CompareDialog(tab.cases._theme, [], window))
    for dialog in dialogs:
        dialog.show()
        assert unnamed(dialog) == []
        dialog.close()


# --- search -----------------------------------------------------------------------------------------------------------


def search(qtbot: QtBot, window: MainWindow, text: str) -> None:
    tab = window.analyze
    tab.letters.search.setFocus()
    tab.letters.search.selectAll()
    QTest.keyClicks(tab.letters.search, text)
    tab.cases._seek()
    quiet(qtbot, window)


def test_one_field_finds_letters_notes_and_cases_and_enter_opens(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, application: Application
) -> None:
    record = kept(qtbot, window, LETTER)
    matter = application.matters.create("2026-014")
    application.case_files.note(matter.id, "The xylophone was mentioned.")
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    quiet(qtbot, window)
    page = tab.cases.search
    assert tab.middle.page is page
    assert page.list._hint == TEACHES
    search(qtbot, window, "ligament")
    assert page.model.rowCount() == 1
    assert "»ligament«" in page.model.index(0).data()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    quiet(qtbot, window)
    assert tab.record is not None
    assert tab.record.id == record.id
    assert tab.middle.page is None
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    search(qtbot, window, "xylo*")
    assert page.step == "Open case"
    tab.primary.click()
    quiet(qtbot, window)
    assert tab.middle.page is tab.cases.case
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    search(qtbot, window, SURNAME)
    assert page.model.rowCount() == 0
    assert page.list._hint == NOTHING
    assert not tab.primary.isEnabled()


def test_a_search_can_stay_in_the_chosen_case(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, application: Application
) -> None:
    kept(qtbot, window, LETTER)
    choose(qtbot, window, application.matters.create("2026-014"))
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    search(qtbot, window, "ligament")
    assert tab.cases.search.model.rowCount() == 1
    tab.cases.search.scope.setCurrentIndex(1)
    tab.cases.search.scope.activated.emit(1)
    quiet(qtbot, window)
    assert tab.cases.search.model.rowCount() == 0


def test_a_dropped_folder_adds_every_letter_in_it(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, application: Application, tmp_path: Path
) -> None:
    choose(qtbot, window, application.matters.create("2026-014"))
    folder = tmp_path / "from the client"
    (folder / "older").mkdir(parents=True)
    (folder / "one.txt").write_text(LETTER, "utf-8")
    (folder / "older" / "two.txt").write_text(DRAFT, "utf-8")
    (folder / "table.xlsx").write_bytes(b"x")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    said: list[str] = []
    tab.said.connect(said.append)
    tab.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, *buttons))
    quiet(qtbot, window)
    desk = tab.letters.desk
    letters = [desk.letter(desk.index(row)) for row in range(desk.rowCount())]
    assert [one.title for one in letters if one is not None] == ["two.txt", "one.txt"]
    assert all(one.matter is not None and one.review is not None for one in letters if one is not None)
    assert "2 letters added" in said[0]
    assert "1 file of another kind" in said[0]


# --- beside a result --------------------------------------------------------------------------------------------------


def test_citations_are_shown_with_their_standing_and_lead_to_their_words(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab
) -> None:
    kept(qtbot, window, CITED)
    section = around(tab).sections["citations"]
    assert "Citations (2, 1 doubtful)" in section.heading.text()
    assert section.heading.isChecked()
    assert "doubtful" in words(section)
    assert "known" in words(section)
    quote = next(one for one in section.findChildren(QPushButton) if "Smith v. Jones" in one.accessibleName())
    quote.click()
    assert tab.reading._map is not None
    assert tab.reading._current is not None
    start, end = tab.reading._map.spans[tab.reading._current]
    assert tab.pane.redacted.text[start:end].startswith("Smith v. Jones")
    assert "citations" in [one.key for one in tab.reading._map.findings_at((start, end))]


def test_earlier_analyses_of_the_same_letter_open_and_compare_by_one_click(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab
) -> None:
    first = kept(qtbot, window, LETTER)
    assert "history" not in around(tab).sections
    second = kept(qtbot, window, LETTER)
    history = around(tab).sections["history"]
    assert "(1)" in history.heading.text()
    opens, compares = history.inside.findChildren(QPushButton)
    assert opens.accessibleName().startswith("Open the analysis")
    compares.click()
    quiet(qtbot, window)
    shown = tab.cases.comparison.shown
    assert shown is not None
    assert shown.ids == (first.id, second.id)
    assert shown.mode is Mode.REVISION
    QTest.keyClick(window, Qt.Key.Key_Escape)
    quiet(qtbot, window)
    assert tab.record == second
    around(tab).opened.emit(first.id)
    quiet(qtbot, window)
    assert tab.record is not None
    assert tab.record.id == first.id


def test_a_note_on_an_analysis_is_kept_without_names(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    kept(qtbot, window, LETTER)
    notes = around(tab).sections["notes"]
    notes.open()
    around(tab).note.edit.setPlainText(f"Ms. {SURNAME} has the films.")
    for _ in range(2):
        around(tab).note.press.click()
        quiet(qtbot, window)
    (note,) = around(tab).context.notes
    assert "films" in note.text
    assert SURNAME not in note.text


def test_what_stands_around_a_result_may_fail_without_the_result(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise NexusError

    monkeypatch.setattr(ResultContext, "of", fail)
    kept(qtbot, window, LETTER)
    assert "could not be read" in words(tab.result)
    assert tab.primary.text() == "Export report"


# --- compare ----------------------------------------------------------------------------------------------------------


def test_a_private_opinion_beside_an_exam_shows_every_row_and_the_whole_checklist(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, tmp_path: Path
) -> None:
    report, private = kept(qtbot, window, REPORT), kept(qtbot, window, PRIVATE)
    tab.cases.compare(report.id, private.id)
    quiet(qtbot, window)
    page, shown = tab.cases.comparison, tab.cases.comparison.shown
    assert shown is not None
    assert (shown.mode, shown.ids) == (Mode.REPORT, (private.id, report.id))
    text = words(page)
    assert len(shown.found.rows) == len(RowId) == 13  # type: ignore[union-attr]
    assert all(row.title in text for row in shown.found.rows)  # type: ignore[union-attr]
    assert all(sentence in text for sentence in shown.found.weighing)  # type: ignore[union-attr]
    found = len(shown.found.attacks)  # type: ignore[union-attr]
    assert found >= 3
    assert text.count("looked for, not found") == len(AttackId) - found == 17 - found
    assert any("Authority" in one.accessibleName() for one in page.findChildren(QPushButton))
    page.swap.click()
    quiet(qtbot, window)
    assert page.shown is not None
    assert page.shown.ids == (report.id, private.id)
    for kind in (ReportKind.DOCX, ReportKind.PDF, ReportKind.HTML):
        path = tmp_path / f"comparison.{kind.value}"
        tab.cases.export(shown, path, kind)
        quiet(qtbot, window)
        made = text_of(path.read_bytes())
        assert "Side by side" in made
        assert "Looked for and not found" in made
    told = window._application.audit.page(1)[0]
    assert told.act == "Report exported"
    assert "paper: comparison" in told.told


def test_a_revision_shows_what_was_met_and_what_got_worse(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    before, after = kept(qtbot, window, DRAFT), kept(qtbot, window, PRIVATE)
    tab.cases.compare(after.id, before.id)
    quiet(qtbot, window)
    shown = tab.cases.comparison.shown
    assert shown is not None
    assert (shown.mode, shown.ids) == (Mode.REVISION, (before.id, after.id))
    text = words(tab.cases.comparison)
    assert "asks met" in text
    assert "Gates gone" in text
    assert "still open" in text or "met in part" in text or "met" in text
    tab.cases.comparison.again_wanted.emit(after.id, before.id, Mode.REVISION)
    quiet(qtbot, window)
    assert "What got worse" in words(tab.cases.comparison)
    assert "Look at this first" in words(tab.cases.comparison)
    tab.cases.compare(after.id, before.id)
    quiet(qtbot, window)
    revisions = window._application.figures.practice(1).revisions
    assert (revisions.letters, revisions.met) == (1, shown.found.met), "counted once, in the order of the letters"
    page = window.tabs.health.practice_page
    page.refresh()
    quiet(qtbot, window)
    assert page.met.value.text().endswith(" %")
    answers = [page.model.index(row, 0).data() for row in range(page.model.rowCount())].count("Asks after revision")
    assert answers == 3


def test_comparing_asks_with_what_letters_of_the_case_first(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, application: Application
) -> None:
    matter = application.matters.create("2026-014")
    inside, outside = kept(qtbot, window, DRAFT), kept(qtbot, window, LETTER)
    shown = kept(qtbot, window, PRIVATE)
    application.matters.assign(inside.id, matter.id)
    lines = application.kept_comparisons.candidates(shown.id, matter.id)
    assert [line.id for line in lines] == [inside.id, outside.id]
    dialog = CompareDialog(tab.cases._theme, lines, window)
    assert dialog.chosen == inside.id
    assert not CompareDialog(tab.cases._theme, [], window).yes.isEnabled()
