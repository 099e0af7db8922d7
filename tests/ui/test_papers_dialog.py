"""A paper is chosen, seen, and written: with the firm's head, and with names only by choice."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nexus_desktop.models.errors import DiskFull, NexusError
from nexus_desktop.models.paper_models import Paper, ReportKind
from nexus_desktop.services.export_report import NAMES_BACK
from nexus_desktop.storage.store import Store
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.papers_dialog import NO_LETTER, PapersDialog
from tests.letters import LETTER, NAME, SURNAME
from tests.ui.conftest import PATIENCE, quiet
from tests.ui.story import analyze, decide_everything, paste

pytestmark = pytest.mark.desk_only


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> PapersDialog:
    """The dialog on the planted letter."""
    paste(qtbot, window, LETTER)
    analyze(qtbot, window)
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: MainWindow) -> PapersDialog:
    window.analyze.export()
    made = window.analyze.export_report.dialog
    assert made is not None
    previewed(qtbot, window, made)
    return made


def previewed(qtbot: QtBot, window: MainWindow, dialog: PapersDialog) -> str:
    qtbot.waitUntil(lambda: not dialog._settled.isActive(), timeout=PATIENCE)
    quiet(qtbot, window)
    return dialog.preview.toPlainText()


def choose(dialog: PapersDialog, paper: Paper, kind: ReportKind) -> None:
    dialog.paper.setCurrentIndex(dialog.paper.findData(paper.value))
    dialog.paper.activated.emit(dialog.paper.currentIndex())
    dialog.format.setCurrentIndex(dialog.format.findData(kind.value))
    dialog.format.activated.emit(dialog.format.currentIndex())


def save(qtbot: QtBot, window: MainWindow, dialog: PapersDialog, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(path), ""))
    dialog.save.click()
    quiet(qtbot, window)


def test_every_paper_is_shown_before_it_is_written(qtbot: QtBot, window: MainWindow, dialog: PapersDialog) -> None:
    words = {
        Paper.ANALYSIS: "Opinions found",
        Paper.DOCTOR_REQUEST: "Dear Doctor:",
        Paper.MEMO: "Memo: nexus letter",
        Paper.CLIENT_LETTER: "Dear [PATIENT]:",
        Paper.WORK_RECORD: "The trail has",
    }
    for paper, expected in words.items():
        choose(dialog, paper, ReportKind.DOCX)
        shown = previewed(qtbot, window, dialog)
        assert expected.casefold() in shown.casefold()
        assert SURNAME not in shown
        assert dialog.enclosures.isVisible() is (paper is Paper.DOCTOR_REQUEST)
        assert (dialog.format.findData("json") >= 0) is (paper is Paper.ANALYSIS)
    dialog.reject()


def test_a_request_with_head_enclosures_and_names_is_written_marked_and_told(
    qtbot: QtBot, window: MainWindow, dialog: PapersDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(dialog, Paper.CLIENT_LETTER, ReportKind.DOCX)
    dialog.letterhead.setPlainText("Larkmoor Veterans Law\n2210 Cedar Street")
    dialog.names.setChecked(True)
    shown = previewed(qtbot, window, dialog)
    assert f"Dear {NAME}:" in shown
    assert NAMES_BACK in shown
    assert "Larkmoor Veterans Law" in shown
    save(qtbot, window, dialog, tmp_path / "client.docx", monkeypatch)
    with zipfile.ZipFile(tmp_path / "client.docx") as file:
        parts = b"".join(file.read(name) for name in file.namelist())
    assert NAME.encode() in parts
    assert b"Confidential" in parts
    assert "names restored: 1" in window._application.audit.page(1)[0].brief
    assert window.analyze.export_report.dialog is None
    again = opened(qtbot, window)
    assert again.choice().paper is Paper.CLIENT_LETTER
    assert again.choice().kind is ReportKind.DOCX
    assert again.choice().letterhead == ("Larkmoor Veterans Law", "2210 Cedar Street")
    assert not again.names.isChecked()  # never remembered
    choose(again, Paper.DOCTOR_REQUEST, ReportKind.HTML)
    again.enclosures.setPlainText("Copy of your letter\n\n VA Form 10-10172")
    assert "VA Form 10-10172" in previewed(qtbot, window, again)
    save(qtbot, window, again, tmp_path / "request.html", monkeypatch)
    page = (tmp_path / "request.html").read_text("utf-8")
    assert "Copy of your letter" in page
    assert SURNAME not in page


def test_names_stay_out_where_the_letter_is_gone_and_in_data(
    qtbot: QtBot, window: MainWindow, dialog: PapersDialog
) -> None:
    dialog.names.setChecked(True)
    choose(dialog, Paper.ANALYSIS, ReportKind.JSON)
    assert not dialog.names.isChecked()
    assert not dialog.names.isEnabled()
    dialog.reject()
    window.analyze._show_nothing()
    window.analyze.letters.saved_view.clicked.emit(window.analyze.letters.saved.index(0, 0))
    quiet(qtbot, window)
    saved = opened(qtbot, window)
    assert not saved.names.isEnabled()
    assert saved.names_note.text() == NO_LETTER
    saved.reject()


def test_a_file_that_is_there_is_not_written_over_and_the_dialog_stays(
    qtbot: QtBot, window: MainWindow, dialog: PapersDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "there.pdf"
    path.write_bytes(b"mine")
    save(qtbot, window, dialog, path, monkeypatch)
    assert path.read_bytes() == b"mine"
    assert dialog.isVisible()
    assert dialog.problem.text()
    save(qtbot, window, dialog, tmp_path / "other.pdf", monkeypatch)
    assert (tmp_path / "other.pdf").read_bytes().startswith(b"%PDF")


def test_of_a_result_that_could_not_be_kept_there_is_the_report_alone(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[NexusError]
) -> None:
    tab = paste(qtbot, window, LETTER)
    decide_everything(tab)
    with monkeypatch.context() as broken:

        def full(*_args: object) -> None:
            raise DiskFull

        broken.setattr(Store, "keep_analysis", full)
        tab.primary.click()
        quiet(qtbot, window)
        dialog = opened(qtbot, window)
        assert [dialog.paper.itemData(row) for row in range(dialog.paper.count())] == ["analysis"]
        assert not dialog.names.isEnabled()
        assert "Opinions found" in dialog.preview.toPlainText()
        save(qtbot, window, dialog, tmp_path / "unsaved.pdf", monkeypatch)
    assert (tmp_path / "unsaved.pdf").read_bytes().startswith(b"%PDF")
