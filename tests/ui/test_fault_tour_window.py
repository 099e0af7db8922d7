"""The fault tour in the window: it goes on moving, says what happened with its code, and loses no letter."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from time import perf_counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import Level
from nexus_desktop.monitoring.component_breakers import Components
from nexus_desktop.monitoring.log_reader import lines
from nexus_desktop.monitoring.structured_logger import Event
from nexus_desktop.runtime import key_locks
from nexus_desktop.runtime.key_vault import Credentials
from nexus_desktop.services.analyze_letter import AnalyzeLetter
from nexus_desktop.services.session import LockReason
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.integration import batches
from tests.integration.fault_story import PASSPHRASE
from tests.integration.test_fault_tour import held_by_another
from tests.letters import LETTER
from tests.ui.conftest import PATIENCE, quiet, unexpected
from tests.ui.heart import Heart
from tests.ui.story import analyze, decide_everything, paste

PATIENT_SECONDS = 2


@pytest.fixture
def components() -> list[Components]:
    return []


@pytest.fixture
def patient_window(
    qtbot: QtBot,
    theme: Theme,
    tmp_path: Path,
    shown: list[NexusError],
    monkeypatch: pytest.MonkeyPatch,
    components: list[Components],
) -> Iterator[MainWindow]:
    """A window on the home of this test, whose database waits two seconds for another program."""
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)
    bootstrap = Bootstrap()
    store = bootstrap.settings.store.model_copy(update={"busy_seconds": PATIENT_SECONDS})
    bootstrap.settings = bootstrap.settings.model_copy(update={"store": store})
    components.append(bootstrap.components)
    made = MainWindow(bootstrap.open(PASSPHRASE), TaskRunner(), theme, tmp_path / "window.ini")
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    quiet(qtbot, made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert unexpected(shown) == []


def on_desk(window: MainWindow) -> list[DeskLetter]:
    return list(window.analyze.letters.desk.letters)


def words_in(window: MainWindow) -> str:
    """Everything that labels of the Analyze tab say."""
    return "\n".join(one.text() for one in window.analyze.findChildren(QLabel) if one.isVisible())


def test_the_window_moves_while_another_program_has_the_database(qtbot: QtBot, patient_window: MainWindow) -> None:
    window = patient_window
    tab = paste(qtbot, window, LETTER)
    decide_everything(tab)
    heart = Heart()
    with held_by_another():
        began = perf_counter()
        heart.begin()
        tab.primary.click()
        qtbot.waitUntil(lambda: tab.record is not None, timeout=PATIENCE)
        waited = perf_counter() - began
    assert waited > PATIENT_SECONDS
    assert heart.longest < waited / 2
    heart.stop()
    quiet(qtbot, window)
    assert tab.primary.text() == "Save again"
    assert "Not saved." in words_in(window)
    tab.primary.click()
    quiet(qtbot, window)
    assert tab.primary.text() == "Export report"
    assert len(window._application.letters.newest(10)) == 1


def test_saving_again_keeps_the_correlation_id_from_click_to_commit(
    qtbot: QtBot, patient_window: MainWindow, home: Path
) -> None:
    window = patient_window
    tab = paste(qtbot, window, LETTER)
    decide_everything(tab)
    with held_by_another():
        tab.primary.click()
        qtbot.waitUntil(lambda: tab.record is not None, timeout=PATIENCE)
        quiet(qtbot, window)
    assert tab.record is not None
    thread = tab.record.correlation_id
    tab.primary.click()  # Save again
    quiet(qtbot, window)
    logged = [(line.event, line.fields.get("code")) for line in lines(home / "logs") if line.correlation_id == thread]
    happened = [event for event, _code in reversed(logged)]
    assert happened.index(Event.FAILED) < happened.index(Event.ANALYSIS_KEPT)
    assert (Event.FAILED, "database.busy") in logged
    assert [line.event for line in lines(home / "logs")].count(Event.ANALYSIS_KEPT) == 1
    told = {line.act for line in window._application.audit.page(50) if f"correlation id: {thread}" in line.told}
    assert told == {"Letter analyzed"}
    followed = window._application.audit.page(50, wanted=AuditFilter(about=thread))
    assert {line.act for line in followed} == {"Letter read", "Redactions reviewed", "Letter analyzed"}


def test_what_rests_is_named_in_the_status_line_until_it_works(
    qtbot: QtBot, patient_window: MainWindow, components: list[Components]
) -> None:
    window, scans = patient_window, components[0].scans
    assert not window.less.isVisible()

    def broken() -> None:
        raise errors.LetterReaderStopped

    for _ in range(3):
        window._runner.run(lambda _progress, _cancelled: scans(broken), failed=lambda _error: None)
        qtbot.waitUntil(lambda: not window._runner.busy)
    qtbot.waitUntil(window.less.isVisible)
    assert window.less.text() == "Scans are not read"
    assert "Other letters are read" in window.less.toolTip()
    assert window.less.accessibleName() == window.less.text()
    window.less.click()
    assert window.tabs.currentWidget() is window.tabs.health
    analyze_one(qtbot, window)
    window.tabs.health.refresh()
    quiet(qtbot, window)
    assert "Parts that failed several times" in [
        check.title
        for check in window.watch.report.checks
        if check.mend  # type: ignore[union-attr]
    ]


def analyze_one(qtbot: QtBot, window: MainWindow) -> None:
    window.tabs.setCurrentWidget(window.analyze)
    paste(qtbot, window, LETTER)
    analyze(qtbot, window)


def test_broken_files_stay_on_the_desk_with_what_to_do(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    files, due = [], []
    alone = [one for one in batches.BROKEN if one[0] != "letter.folder"]  # here a folder stands for what is in it
    for number, (code, spoil) in enumerate(alone):
        path = tmp_path / f"broken {number}\nsecond <b>line"
        spoil(path)
        files.append(path)
        due.append(code)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in [*files, pipe]])
    window.analyze.intake.drop(data)
    quiet(qtbot, window)
    letters = on_desk(window)
    assert [letter.error.code if letter.error else None for letter in letters] == [*due, "letter.not_a_file"]
    assert {letter.stage for letter in letters} == {Stage.FAILED}
    for letter in letters:
        window.analyze.letters.desk_view.setCurrentIndex(window.analyze.letters.desk.index_of(letter))
        assert letter.error is not None
        said = words_in(window)
        assert letter.error.sentence in said
        assert letter.error.next_step in said
        assert letter.error.code in said


@pytest.mark.parametrize(
    ("text", "code"), [("", "letter.empty"), (" \n\t", "letter.empty"), ("x" * 5_000_001, "letter.too_long")]
)
def test_a_paste_of_nothing_or_of_far_too_much(qtbot: QtBot, window: MainWindow, text: str, code: str) -> None:
    paste(qtbot, window, text)
    (letter,) = on_desk(window)
    assert letter.error is not None
    assert letter.error.code == code


def test_cancel_takes_off_the_letter_that_is_read_and_the_others_wait(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(4)]
    for path in paths:
        path.write_text(LETTER)
    window.analyze.intake.open_files(paths)
    qtbot.waitUntil(lambda: window.analyze.work.queue.waiting == 3)
    window.cancel.click()
    quiet(qtbot, window)
    assert [letter.stage for letter in on_desk(window)] == [Stage.WAITING] * 3
    assert window.statusBar().currentMessage() == "Cancelled."
    window.analyze.work.strip.pause.click()
    quiet(qtbot, window)
    assert [letter.stage for letter in on_desk(window)] == [Stage.REVIEW] * 3
    paste(qtbot, window, LETTER)
    analyze(qtbot, window)


def test_an_analysis_that_is_cancelled_goes_back_to_its_review(qtbot: QtBot, window: MainWindow) -> None:
    tab = paste(qtbot, window, LETTER)
    decide_everything(tab)
    tab.primary.click()
    window.cancel.click()
    quiet(qtbot, window)
    (letter,) = on_desk(window)
    assert letter.stage in (Stage.REVIEW, Stage.RESULT)
    if letter.stage is Stage.REVIEW:
        tab.primary.click()
        quiet(qtbot, window)
    assert tab.record is not None
    assert len(window._application.letters.newest(10)) == 1


def test_clicks_in_an_odd_order_save_one_letter_once(qtbot: QtBot, window: MainWindow) -> None:
    tab = window.analyze
    tab.export()
    tab.keys.undo.trigger()
    tab.secondary.click()
    paste(qtbot, window, LETTER)
    decide_everything(tab)
    for _ in range(3):
        tab.primary.click()
        tab.secondary.click()
        tab.keys.undo.trigger()
    window.tabs.compliance.level_changed.emit(Level.STRICT)
    window.tabs.setCurrentWidget(window.tabs.audit)
    window.tabs.setCurrentWidget(window.analyze)
    quiet(qtbot, window)
    assert len(window._application.letters.newest(10)) == 1


def test_closing_while_letters_are_in_work(
    qtbot: QtBot, patient_window: MainWindow, tmp_path: Path, shown: list[NexusError]
) -> None:
    tab = paste(qtbot, patient_window, LETTER)
    decide_everything(tab)
    tab.primary.click()
    QGuiApplication.clipboard().setText(LETTER)
    tab.intake.paste()
    patient_window.tabs.health.refresh()
    patient_window.close()
    assert not patient_window._runner.busy or all(thread.isFinished() for thread in patient_window._runner._running)
    application = Bootstrap().open(PASSPHRASE)
    assert application.health.run(lambda _words, _done: None, _Never()).checks[0].code == "database.ok"
    application.close()


class _Never:
    def is_set(self) -> bool:
        return False


def test_locking_while_letters_are_in_work_keeps_them(qtbot: QtBot, patient_window: MainWindow) -> None:
    window = patient_window
    tab = paste(qtbot, window, LETTER)
    decide_everything(tab)
    tab.primary.click()
    QGuiApplication.clipboard().setText(LETTER + "Another letter.")
    tab.intake.paste()
    window.locking.lock(LockReason.ASKED)
    qtbot.waitUntil(lambda: not window._runner.busy and window.locking.state == "locked", timeout=PATIENCE)
    assert "Quackenbosch" not in "".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())
    window.lock_page.wanted.emit(Credentials(passphrase=PASSPHRASE))
    qtbot.waitUntil(lambda: window.locking.is_open, timeout=PATIENCE)
    quiet(qtbot, window)
    assert sorted(letter.stage for letter in on_desk(window)) == [Stage.RESULT, Stage.REVIEW]
    assert len(window._application.letters.newest(10)) == 1


def test_many_files_are_read_one_at_a_time_and_all_of_them(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    most, inside, lock = 0, 0, Lock()
    real = window._application.letters.open_file

    def count(*given: object) -> object:
        nonlocal most, inside
        with lock:
            inside += 1
            most = max(most, inside)
        try:
            return real(*given)  # type: ignore[arg-type]
        finally:
            with lock:
                inside -= 1

    monkeypatch.setattr(AnalyzeLetter, "open_file", lambda _self, *given: count(*given))
    window.analyze.intake.open_files([tmp_path / f"gone-{number}" for number in range(40)])
    quiet(qtbot, window)
    assert [letter.error.code for letter in on_desk(window) if letter.error] == ["letter.not_found"] * 40
    assert most == 1


def test_files_that_wait_are_read_after_the_lock(qtbot: QtBot, patient_window: MainWindow, tmp_path: Path) -> None:
    window = patient_window
    paths = [tmp_path / f"{number}.txt" for number in range(4)]
    for path in paths:
        path.write_text(LETTER)
    window.analyze.intake.open_files(paths)
    qtbot.waitUntil(lambda: window.analyze.work.queue.waiting == 3)
    window.locking.lock(LockReason.ASKED)
    qtbot.waitUntil(lambda: not window._runner.busy and window.locking.state == "locked", timeout=PATIENCE)
    assert [letter.stage for letter in on_desk(window)][1:] == [Stage.WAITING] * 3
    window.lock_page.wanted.emit(Credentials(passphrase=PASSPHRASE))
    qtbot.waitUntil(lambda: window.locking.is_open, timeout=PATIENCE)
    quiet(qtbot, window)
    assert [letter.stage for letter in on_desk(window)] == [Stage.REVIEW] * len(paths)
