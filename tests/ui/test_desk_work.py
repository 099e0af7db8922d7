"""Many letters at once: read in order while others are worked on; paused, cancelled, tried again, taken up later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.audit_chain import Body
from nexus_desktop.models.errors import DatabaseReadOnly, NexusError, StoreLocked
from nexus_desktop.models.letter_models import PERSON, PhiCategory
from nexus_desktop.services.application import Application
from nexus_desktop.services.given_files import MOST, letters_among
from nexus_desktop.services.work_in_hand import FILE, WorkInHand
from nexus_desktop.storage.store import Store
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.hand_keeper import HandKeeper
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.queue_strip import time_left
from nexus_desktop.ui.reading_queue import ReadingQueue
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.letters import LETTER
from tests.ui.conftest import PATIENCE, quiet
from tests.ui.story import analyze, paste, review_of

pytestmark = pytest.mark.desk_only


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three letters, one of them empty, and a file of another kind."""
    inside = tmp_path / "monday"
    inside.mkdir()
    for number in (10, 2):
        (inside / f"letter {number}.txt").write_text(LETTER, "utf-8")
    (inside / "letter 1.txt").write_text("")
    (inside / "list.xlsx").write_text("no letter")
    return inside


def stages(window: MainWindow) -> dict[str, str]:
    return {letter.title: letter.stage.value for letter in window.analyze.letters.desk.letters}


def in_order(window: MainWindow) -> list[str]:
    return [letter.stage.value for letter in window.analyze.letters.desk.letters]


def named(window: MainWindow, title: str) -> DeskLetter:
    return next(letter for letter in window.analyze.letters.desk.letters if letter.title == title)


def test_a_folder_is_taken_in_the_order_a_person_counts(tmp_path: Path, folder: Path) -> None:
    given = letters_among([folder, folder / "letter 2.txt", tmp_path / "gone.xyz"])
    assert [path.name for path in given.files] == ["letter 1.txt", "letter 2.txt", "letter 10.txt", "gone.xyz"]
    assert given.left_out == 1
    for number in range(MOST):
        (folder / f"more {number}.pdf").touch()
    (folder / ".hidden.pdf").touch()
    given = letters_among([folder])
    assert (len(given.files), given.left_out) == (MOST, 1 + 3)


def test_a_batch_is_read_one_by_one_and_a_bad_one_stops_no_other(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    running: list[int] = []
    desk = window.analyze.letters.desk
    window.analyze.flow.moved.connect(lambda _: running.append(sum(one.stage is Stage.READING for one in desk.letters)))
    window.analyze.intake.open_files([folder])
    quiet(qtbot, window)
    assert stages(window) == {"letter 1.txt": "failed", "letter 2.txt": "review", "letter 10.txt": "review"}
    assert max(running) == 1
    assert window.analyze.letter is named(window, "letter 1.txt")
    assert window.analyze.primary.text() == "Try again"


def test_a_letter_that_failed_can_be_tried_again(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.analyze.intake.open_files([folder / "letter 1.txt"])
    quiet(qtbot, window)
    (folder / "letter 1.txt").write_text(LETTER, "utf-8")
    window.analyze.primary.click()
    quiet(qtbot, window)
    assert stages(window) == {"letter 1.txt": "review"}
    assert window.analyze.primary.text() == "Analyze"


def test_a_pause_begins_nothing_new_and_finished_letters_open_meanwhile(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    tab = window.analyze
    tab.intake.open_files([folder / "letter 2.txt"])
    quiet(qtbot, window)
    tab.work.queue.pause(True)
    tab.intake.open_files([folder])
    quiet(qtbot, window)
    assert in_order(window) == ["waiting", "waiting", "waiting", "review"]
    assert tab.letter is tab.letters.desk.letters[3]  # a batch does not take the letter in hand out of view
    assert tab.work.strip.isVisible()
    assert tab.work.strip.words.text() == "1 of 4 read. Paused"
    assert analyze(qtbot, window).validation.status == "valid"
    tab.letters.choose(tab.letters.desk.letters[2])
    assert tab.primary.text() == "Read it next"
    tab.primary.click()
    order: list[str] = []
    tab.flow.moved.connect(lambda letter: order.append(letter.title) if letter.stage is Stage.READING else None)
    tab.work.strip.pause.click()
    quiet(qtbot, window)
    assert order == ["letter 10.txt", "letter 1.txt", "letter 2.txt"]
    assert in_order(window) == ["failed", "review", "review", "result"]
    assert tab.work.strip.isHidden()


def test_one_letter_is_cancelled_and_the_others_go_on(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    tab = window.analyze
    tab.intake.open_files([folder / "letter 2.txt", folder / "letter 10.txt"])
    qtbot.waitUntil(lambda: named_or_none(window, "letter 2.txt") is Stage.READING, timeout=PATIENCE)
    tab.work.take_off(named(window, "letter 2.txt"))
    quiet(qtbot, window)
    assert stages(window) == {"letter 10.txt": "review"}


def named_or_none(window: MainWindow, title: str) -> Stage | None:
    return next((one.stage for one in window.analyze.letters.desk.letters if one.title == title), None)


def test_a_letter_taken_off_comes_back_with_its_decisions(qtbot: QtBot, window: MainWindow) -> None:
    tab = paste(qtbot, window, LETTER)
    date = next(one for one in review_of(tab).findings() if one.category is PhiCategory.DATE)
    tab.review.select(date)
    QTest.keyClick(window, Qt.Key.Key_K)
    tab.letters.desk_view.setFocus()
    QTest.keyClick(tab.letters.desk_view, Qt.Key.Key_Delete)
    assert tab.letters.desk.rowCount() == 0
    assert tab.primary.text() == "Add a letter"
    tab.work.bar.buttons[0].click()
    quiet(qtbot, window)
    assert review_of(tab).choice(date) is False


def test_a_locked_window_reads_nothing_and_goes_on_when_it_is_opened(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    tab = window.analyze
    tab.cover()
    tab.intake.open_files([folder / "letter 2.txt"])
    quiet(qtbot, window)
    assert in_order(window) == ["waiting"]
    tab.uncover()
    quiet(qtbot, window)
    assert in_order(window) == ["review"]


def test_a_lock_in_the_middle_of_reading_costs_nothing(
    qtbot: QtBot, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab, keep, refused = window.analyze, Store.keep_import, list[str]()

    def locked_once(store: Store, correlation_id: str, body: Body) -> None:
        if not refused:
            refused.append(correlation_id)
            raise StoreLocked
        keep(store, correlation_id, body)

    monkeypatch.setattr(Store, "keep_import", locked_once)
    tab.intake.open_files([folder / "letter 2.txt", folder / "letter 10.txt"])
    quiet(qtbot, window)
    assert len(refused) == 1
    assert stages(window) == {"letter 2.txt": "review", "letter 10.txt": "review"}


# --- over a restart ---------------------------------------------------------------------------------------------------


@pytest.fixture
def application() -> Iterator[Application]:
    made = Bootstrap().open_throwaway()
    yield made
    made.close()


def open_window(qtbot: QtBot, theme: Theme, application: Application, tmp_path: Path) -> MainWindow:
    """A window on a store that outlives it."""
    made = MainWindow(application, TaskRunner(), theme, tmp_path / "window.ini")
    made.show()
    made.analyze.work.offer_left()
    quiet(qtbot, made)
    return made


def leave(window: MainWindow) -> None:
    """As a crash would: nothing is put in order."""
    window.hide()
    window._runner.close()
    window.deleteLater()


def kept(qtbot: QtBot, window: MainWindow, application: Application, count: int) -> None:
    """Wait until so many letters are in the sealed file."""
    quiet(qtbot, window)
    qtbot.waitUntil(lambda: len(application.in_hand.left()) == count, timeout=2000)


def test_letters_come_back_with_what_was_decided(
    qtbot: QtBot, theme: Theme, application: Application, tmp_path: Path, folder: Path
) -> None:
    first = open_window(qtbot, theme, application, tmp_path)
    assert first.analyze.work.bar.isHidden()
    tab = paste(qtbot, first, LETTER)
    review = review_of(tab)
    date = next(one for one in review.findings() if one.category is PhiCategory.DATE)
    kept(qtbot, first, application, 1)
    review.decide(date, redact=False)
    start = LETTER.index("obstacle")
    assert review.add(start, start + len("obstacle"), PhiCategory.CUSTOM) is not None
    tab.reviewing.decided.emit()
    tab.work.queue.pause(True)
    tab.intake.open_files([folder / "letter 2.txt"])
    kept(qtbot, first, application, 2)
    leave(first)

    again = open_window(qtbot, theme, application, tmp_path)
    bar = again.analyze.work.bar
    assert bar.words.text() == "You had 2 letters open, with 2 decisions."
    assert [one.text() for one in bar.buttons] == ["Go on", "Discard"]
    bar.buttons[0].click()
    quiet(qtbot, again)
    assert bar.isHidden()
    assert in_order(again) == ["review", "review"]
    back = named(again, "Pasted letter").review
    assert back is not None
    assert [back.text_of(one) for one in back.findings() if back.choice(one) is False] == ["March 18, 2026"]
    assert [back.text_of(one) for one in back.findings() if one.detector == PERSON] == ["obstacle"]
    for title in ("Pasted letter", "letter 2.txt"):
        again.analyze.letters.choose(named(again, title))
        quiet(qtbot, again)
        analyze(qtbot, again)
    qtbot.waitUntil(lambda: not (application.folder / FILE).exists(), timeout=2000)
    leave(again)


def test_decisions_do_not_count_for_a_file_that_changed(
    qtbot: QtBot, theme: Theme, application: Application, tmp_path: Path, folder: Path
) -> None:
    first = open_window(qtbot, theme, application, tmp_path)
    first.analyze.intake.open_files([folder / "letter 2.txt"])
    quiet(qtbot, first)
    review = review_of(first.analyze)
    review.decide(review.findings()[0], redact=False)
    first.analyze.reviewing.decided.emit()
    kept(qtbot, first, application, 1)
    leave(first)
    (folder / "letter 2.txt").write_text("Another text. " + LETTER, "utf-8")
    again = open_window(qtbot, theme, application, tmp_path)
    again.analyze.work.bar.buttons[0].click()
    quiet(qtbot, again)
    assert review_of(again.analyze).made_here() == []
    leave(again)


def test_discarded_letters_are_gone_and_can_be_had_back_at_once(
    qtbot: QtBot, theme: Theme, application: Application, tmp_path: Path
) -> None:
    first = open_window(qtbot, theme, application, tmp_path)
    paste(qtbot, first, LETTER)
    kept(qtbot, first, application, 1)
    leave(first)
    again = open_window(qtbot, theme, application, tmp_path)
    bar = again.analyze.work.bar
    bar.buttons[1].click()
    kept(qtbot, again, application, 0)
    bar.buttons[0].click()
    assert bar.words.text() == "You had 1 letter open."
    kept(qtbot, again, application, 1)
    leave(again)


def test_a_folder_that_cannot_be_written_is_said_once(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise DatabaseReadOnly

    told: list[NexusError] = []
    monkeypatch.setattr(WorkInHand, "keep", refuse)
    monkeypatch.setattr("nexus_desktop.ui.hand_keeper.LATER", 1)
    keeper: HandKeeper = window.analyze.work.keeper
    keeper.failed.connect(told.append)
    paste(qtbot, window, LETTER)
    with qtbot.waitSignals([keeper._timer.timeout] * 3, timeout=PATIENCE):
        pass
    assert [error.code for error in told] == ["database.read_only"]
    assert "could not be secured" in window.analyze.work.bar.words.text()


def test_how_long_the_rest_takes_is_said_after_ten_seconds_of_reading(qtbot: QtBot, window: MainWindow) -> None:
    now = [0.0]
    queue = ReadingQueue(window.analyze.flow, window, lambda: now[0])
    letters = [DeskLetter(f"{number}", source=LETTER) for number in range(4)]
    window.analyze.letters.desk.add(*letters)
    guesses: list[float | None] = []

    def later(letter: DeskLetter) -> None:
        if letter.stage is Stage.READING:
            guesses.append(queue.seconds_left)
            now[0] += 8

    window.analyze.flow.moved.connect(later)
    queue.add(letters)
    quiet(qtbot, window)
    assert [letter.stage for letter in letters] == [Stage.REVIEW] * 4
    assert guesses == [None, None, 16, 8]  # eight seconds each; of the third, nothing is spent yet
    assert [time_left(seconds) for seconds in (20, 70, 600)] == [
        "Less than a minute left",
        "About a minute left",
        "About 10 minutes left",
    ]
