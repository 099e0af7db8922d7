"""The daily path in a real window: add, review, analyze, read, export; and what happens when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nexus_desktop.models.errors import DiskFull, NexusError
from nexus_desktop.models.letter_models import PERSON, ClientFields, Level, PhiCategory
from nexus_desktop.models.paper_models import ReportKind
from nexus_desktop.services.long_letters import LONGEST_HERE
from nexus_desktop.storage.store import Store
from nexus_desktop.ui.analyze_tab import AnalyzeTab
from nexus_desktop.ui.desk import Stage
from nexus_desktop.ui.letter_pair import Side
from nexus_desktop.ui.main_window import MainWindow
from tests.letters import LETTER, NAME, SURNAME
from tests.papers import text_of
from tests.ui.conftest import quiet
from tests.ui.story import LINE, analyze, decide_everything, paste, review_of

pytestmark = pytest.mark.desk_only


@pytest.fixture
def tab(qtbot: QtBot, window: MainWindow) -> AnalyzeTab:
    """The Analyze tab with the planted letter on the desk, read and ready for review."""
    return paste(qtbot, window, LETTER.replace("\n", "\r\n"))


def test_an_empty_desk_offers_a_way_in(window: MainWindow) -> None:
    tab = window.analyze
    assert tab.pane.pages.currentWidget() is tab.pane.empty
    assert tab.primary.text() == "Add a letter"
    assert tab.right.isHidden()


def test_a_pasted_letter_is_read_and_its_name_marked(tab: AnalyzeTab) -> None:
    assert tab.letter is not None
    assert tab.letter.stage is Stage.REVIEW
    review = tab.letter.review
    assert review is not None
    assert NAME in [review.text_of(finding) for finding in review.findings()]
    assert "\r" not in review.preparation.letter.phi_text
    assert tab.pane.original.toPlainText() == LETTER


def test_the_whole_path_ends_in_a_saved_analysis(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    analyze(qtbot, window)
    assert tab.record is not None
    assert tab.record.validation.status == "valid"
    assert SURNAME not in tab.pane.redacted.toPlainText()
    assert tab.letters.saved.rowCount() == 1
    assert tab.primary.text() == "Export report"
    audit = window.tabs.audit
    quiet(qtbot, window)
    words = [audit.model.index(row, 3).data() for row in range(audit.model.rowCount())]
    words = [one for one in words if one != "Prompt changed"]  # those that ship are recorded in a new store
    assert words == ["Letter analyzed", "Redactions reviewed", "Letter read", "Store created"]


def test_a_saved_analysis_opens_as_it_was(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    analyze(qtbot, window)
    first = tab.record
    tab._show_nothing()
    tab.letters.saved_view.clicked.emit(tab.letters.saved.index(0, 0))
    quiet(qtbot, window)
    assert tab.record == first
    assert tab.pane.head.sides[Side.ORIGINAL].isHidden()  # the original was never stored


def test_keeping_and_undoing_change_the_redacted_text(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    letter = tab.letter
    assert letter is not None
    assert letter.review is not None
    date = next(one for one in letter.review.findings() if letter.review.text_of(one) == "March 18, 2026")
    tab.review.select(date)
    QTest.keyClick(window, Qt.Key.Key_K)
    assert letter.review.choice(date) is False
    tab.keys.redacted.trigger()
    quiet(qtbot, window)
    assert "March 18, 2026" in tab.pane.redacted.toPlainText()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert letter.review.choice(date) is True


def test_words_that_were_missed_can_be_marked(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    letter, view = tab.letter, tab.pane.original
    assert letter is not None
    assert letter.review is not None
    start = LETTER.index("obstacle")
    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len("obstacle"), cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    tab.review.addition_wanted.emit(PhiCategory.CUSTOM)
    assert [letter.review.text_of(one) for one in letter.review.findings() if one.detector == PERSON] == ["obstacle"]
    analyze(qtbot, window)
    assert tab.record is not None
    assert "obstacle" not in tab.record.letter.text


def test_another_level_and_known_fields_look_again(qtbot: QtBot, window: MainWindow, tab: AnalyzeTab) -> None:
    letter = tab.letter
    assert letter is not None
    assert letter.review is not None
    before = {letter.review.text_of(one) for one in letter.review.findings()}
    tab.review.level_chosen.emit(Level.STRICT)
    quiet(qtbot, window)
    at_strict = {letter.review.text_of(one) for one in letter.review.findings()}
    assert "Helen R. Vasquez-Thorne" in at_strict - before
    tab.flow.look_again(letter, Level.STRICT, ClientFields(names=("obstacle course",)))
    quiet(qtbot, window)
    assert any("obstacle" in letter.review.text_of(one) for one in letter.review.findings())


def test_bad_files_are_named_one_by_one_and_good_ones_go_on(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text(LETTER, "utf-8")
    empty.write_text("")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, empty, tmp_path / "gone.pdf")])
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.analyze.dropEvent(drop)
    quiet(qtbot, window)
    desk = window.analyze.letters.desk
    states = {}
    for row in range(desk.rowCount()):
        letter = desk.letter(desk.index(row))
        assert letter is not None
        states[letter.title] = letter.error.code if letter.error else letter.stage.value
    assert states == {
        "good.txt": "review",
        "empty.txt": "letter.empty",
        "gone.pdf": "letter.not_found",
    }


def test_a_letter_that_vanishes_after_import_is_still_analyzed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, "utf-8")
    window.analyze.intake.open_files([path])
    quiet(qtbot, window)
    path.unlink()
    analyze(qtbot, window)
    assert window.analyze.record is not None


def test_a_full_disk_leaves_the_result_in_hand_to_save_again_or_export(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_args: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(Store, "keep_analysis", full)
        analyze(qtbot, window)
        assert tab.record is not None
        assert tab.primary.text() == "Save again"
        assert "disk is full" in tab.next_step.notice.text()
        assert tab.letters.saved.rowCount() == 0
        tab.export_report.write(tab.record, tmp_path / "unsaved.html", ReportKind.HTML, kept=False)
        quiet(qtbot, window)
        assert "at least as likely as not" in (tmp_path / "unsaved.html").read_text("utf-8")
    tab.primary.click()
    quiet(qtbot, window)
    assert tab.primary.text() == "Export report"
    assert tab.letters.saved.rowCount() == 1


def test_a_long_letter_takes_the_same_path_by_way_of_its_child(qtbot: QtBot, window: MainWindow) -> None:
    long = LETTER + LINE * (LONGEST_HERE // len(LINE))
    tab = paste(qtbot, window, long)
    assert tab.pane.original.text == long
    record = analyze(qtbot, window)
    assert SURNAME not in record.letter.text
    assert LINE.strip() in record.letter.text
    child = window._application.letters._workbench._long_letters
    assert child is not None
    assert child._child is not None
    process = child._child._process
    window.close()
    assert process.poll() is not None


def test_cancelling_a_long_analysis_goes_back_to_its_review(qtbot: QtBot, window: MainWindow) -> None:
    tab = paste(qtbot, window, LETTER + LINE * (2 * LONGEST_HERE // len(LINE)))
    decide_everything(tab)
    decided = review_of(tab).count(True)
    tab.primary.click()
    assert tab.letter is not None
    assert tab.letter.stage is Stage.ANALYZING
    assert not tab.review.card.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_K)
    assert review_of(tab).count(True) == decided  # nothing can be decided now
    window._runner.cancel_all()
    quiet(qtbot, window)
    assert tab.letter.stage is Stage.REVIEW
    assert tab.primary.text() == "Analyze"
    assert tab.review.card.isEnabled()


def test_a_bug_in_the_analysis_shows_no_letter_and_loses_no_decision(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, monkeypatch: pytest.MonkeyPatch, shown: list[NexusError]
) -> None:
    def bug(*_args: object) -> None:
        raise ValueError(LETTER)

    monkeypatch.setattr("nexus_desktop.analysis.rubric.engine.RubricEngine.analyze", bug)
    decide_everything(tab)
    tab.primary.click()
    quiet(qtbot, window)
    assert [shown.pop().code] == ["internal.unexpected"]
    assert tab.letter is not None
    assert tab.letter.stage is Stage.REVIEW
    assert tab.primary.text() == "Analyze"


@pytest.mark.parametrize("kind", ReportKind)
def test_a_report_is_written_once_and_told(
    qtbot: QtBot, window: MainWindow, tab: AnalyzeTab, tmp_path: Path, kind: ReportKind, shown: list[NexusError]
) -> None:
    analyze(qtbot, window)
    assert tab.record is not None
    path = tmp_path / f"report.{kind}"
    tab.export_report.write(tab.record, path, kind)
    quiet(qtbot, window)
    content = text_of(path.read_bytes())
    assert "at least as likely as not" in " ".join(content.split())
    assert SURNAME not in content
    head = window._application.audit.page(3)[1]  # the newest entry before the export
    assert head.link in content
    audit = window.tabs.audit
    quiet(qtbot, window)
    assert audit.model.index(0, 3).data() == "Report exported"
    path.write_text("mine")
    tab.export_report.write(tab.record, path, kind)
    quiet(qtbot, window)
    assert [shown.pop().code] == ["export.exists"]
    assert path.read_text() == "mine"
