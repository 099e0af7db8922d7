"""Jobs run elsewhere and answer here; closing waits for them."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from nexus_desktop.models.errors import Cancelled, DiskFull, LetterEmpty
from nexus_desktop.monitoring import structured_logger as log
from nexus_desktop.ui.tasks import TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Any:
    made = TaskRunner()
    yield made
    made.close()


def test_a_job_runs_in_another_thread_and_answers_in_this_one(qtbot: QtBot, runner: TaskRunner) -> None:
    where: list[int] = []
    with qtbot.waitSignal(runner.idle):
        runner.run(lambda _p, _c: threading.get_ident(), lambda ident: where.extend([ident, threading.get_ident()]))
    assert where[0] != threading.get_ident()
    assert where[1] == threading.get_ident()


def test_progress_arrives_in_order(qtbot: QtBot, runner: TaskRunner) -> None:
    seen: list[float] = []

    def job(progress: Any, _cancelled: Any) -> None:
        for number in range(50):
            progress("counting", number / 50)

    runner.progressed.connect(lambda _words, done: seen.append(done))
    with qtbot.waitSignal(runner.idle):
        runner.run(job)
    assert seen == [number / 50 for number in range(50)]


def test_a_failure_without_a_listener_goes_to_the_window(qtbot: QtBot, runner: TaskRunner) -> None:
    def job(_progress: Any, _cancelled: Any) -> None:
        raise LetterEmpty

    with qtbot.waitSignal(runner.failed) as got:
        runner.run(job)
    assert got.args[0].code == "letter.empty"


def test_cancelling_ends_a_job_and_shows_no_failure(qtbot: QtBot, runner: TaskRunner) -> None:
    started = threading.Event()

    def job(_progress: Any, cancelled: Any) -> None:
        started.set()
        cancelled.wait(20)
        raise Cancelled

    with qtbot.waitSignal(runner.was_cancelled), qtbot.assertNotEmitted(runner.failed):
        runner.run(job)
        assert started.wait(20)
        runner.cancel_all()


def test_closing_stops_what_runs_and_nothing_answers_afterwards(qtbot: QtBot) -> None:
    runner, answered = TaskRunner(), list[object]()
    for _ in range(3):
        runner.run(lambda _p, cancelled: cancelled.wait(20), answered.append)
    assert runner.close()
    qtbot.wait(10)
    assert answered == []


def test_the_correlation_id_goes_with_the_job(qtbot: QtBot, runner: TaskRunner) -> None:
    got: list[str] = []
    with log.correlated("abc"), qtbot.waitSignal(runner.idle):
        runner.run(lambda _p, _c: log._correlation.get(), got.append)
    assert got == ["abc"]


def test_what_a_job_fails_with_is_told_whoever_shows_it_and_a_cancel_is_not(qtbot: QtBot) -> None:
    told: list[Exception] = []
    runner = TaskRunner(tell=told.append)
    for error in (ValueError("a bug"), DiskFull(), Cancelled()):

        def fail(_progress: object, _cancelled: object, error: Exception = error) -> None:
            raise error

        runner.run(fail, failed=lambda _error: None)
        qtbot.waitUntil(lambda: not runner.busy)
    assert [type(error) for error in told] == [ValueError, DiskFull]


def test_once_closed_no_job_begins(qtbot: QtBot) -> None:
    runner, done = TaskRunner(), list[int]()
    assert runner.close()
    runner.run(lambda _progress, _cancelled: done.append(1))
    assert not runner.busy
    assert done == []
