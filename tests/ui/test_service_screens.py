"""Services in the window: the switch, the key that is never shown, the bytes before they leave, the result after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.models.errors import NexusError, ServiceDown
from nexus_desktop.models.service_models import Draft, ServiceKind, ServiceProfile
from nexus_desktop.monitoring.circuit_breaker import BreakerState
from nexus_desktop.services.service_health import NOT_ASKED
from nexus_desktop.services.session import LockReason
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.section import Section
from nexus_desktop.ui.service_dialog import ServiceDialog
from nexus_desktop.ui.service_preview import Choice, PreviewDialog
from nexus_desktop.ui.window_lock import State
from tests.data.builders.fault_server import FaultServer, running
from tests.integration.service_desk import KEY, good
from tests.ui.conftest import PATIENCE, quiet
from tests.ui.stores import kept_window
from tests.ui.story import decide_everything
from tests.ui.test_locking import unlock

pytestmark = pytest.mark.desk_only

__all__ = ["kept_window"]


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with running() as state:
        state.answer = good
        yield state


def go_online(window: MainWindow, address: str) -> None:
    profiles = window._application.profiles
    profiles.save(
        ServiceProfile.model_validate(
            {
                "id": "test",
                "title": "Example AI",
                "kind": "compatible",
                "address": address,
                "model": "m",
                "proxy": "none",
            }
        )
    )
    profiles.put_key("test", KEY)
    profiles.work_offline(offline=False)
    window.show_service()


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> ServiceDialog:
    made = ServiceDialog(window._application, window._runner, window.analyze.services, window)
    qtbot.addWidget(made)
    made.show()
    quiet(qtbot, window)
    return made


def sample(qtbot: QtBot, window: MainWindow) -> None:
    window.analyze.intake.open_sample()
    quiet(qtbot, window)
    decide_everything(window.analyze)


def sections(window: MainWindow, title: str) -> list[Section]:
    return [one for one in window.analyze.result.findChildren(Section) if one.heading.text().startswith(title)]


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_profile_is_entered_tested_and_used(
    qtbot: QtBot, window: MainWindow, dialog: ServiceDialog, server: FaultServer
) -> None:
    assert window.where.text() == "Offline"
    assert dialog.offline.isChecked()
    dialog.begin(ServiceKind.COMPATIBLE)
    form = dialog.form
    form.title.setText("Example AI")
    form.address.setText("http://service.example/v1")
    form.wants_key.setChecked(True)
    form.key.setText(KEY)
    dialog.save.click()
    assert form.problem.text() == "An address without encryption (http) is allowed on this machine only."
    qtbot.waitUntil(lambda: not form.problem.visibleRegion().isEmpty())  # though the form is longer than it shows
    form.address.setText(server.url("ok"))
    form.model.setText("absent")
    dialog.save.click()
    quiet(qtbot, window)
    assert "until the program ends" in dialog.outcome.text()  # no keyring in a test
    dialog.offline.click()
    quiet(qtbot, window)
    dialog.test.click()
    quiet(qtbot, window)
    assert "m, other" in dialog.outcome.text()
    form.model.setText("m")
    dialog.save.click()
    quiet(qtbot, window)
    dialog.test.click()
    quiet(qtbot, window)
    assert "takes the key" in dialog.outcome.text()
    window.show_service()
    assert window.where.text() == "Online: Example AI"
    assert all(not seen.body for seen in server.log)


def test_a_key_is_never_shown_again(
    qtbot: QtBot, window: MainWindow, server: FaultServer, dialog: ServiceDialog
) -> None:
    go_online(window, server.url("ok"))
    dialog._show_settings(window._application.profiles.settings())
    quiet(qtbot, window)
    assert dialog.form.key.text() == ""
    assert dialog.form.key.echoMode() is QLineEdit.EchoMode.Password
    assert "kept" in dialog.form.key.placeholderText()
    shown = [edit.text() for edit in dialog.findChildren(QLineEdit)] + [words_of(dialog)]
    assert KEY not in str(shown)


def test_the_exact_bytes_are_shown_and_what_was_shown_is_sent(
    qtbot: QtBot, window: MainWindow, server: FaultServer
) -> None:
    go_online(window, server.url("ok"))
    shown: list[tuple[str, str, str]] = []

    def ask(draft: Draft) -> Choice:
        assert server.log == []
        preview = PreviewDialog(draft, 0.02, window)
        qtbot.addWidget(preview)
        shown.append((preview.exact.toPlainText(), preview.letter.toPlainText(), words_of(preview)))
        qtbot.mouseClick(preview.send, Qt.MouseButton.LeftButton)
        return preview.choice

    window.analyze.services.ask = ask
    sample(qtbot, window)
    window.analyze.primary.click()
    quiet(qtbot, window)
    ((exact, letter, facts),) = shown
    assert server.log[0].body.decode() == exact
    assert letter in json.loads(exact)["messages"][1]["content"]
    assert server.url("ok") in facts
    assert "at most $0.02" in facts
    record = window.analyze.record
    assert record is not None
    assert record.engine == "service"
    assert f"Read by a service: 127.0.0.1:{server.port}: m-2026" in words_of(window.analyze.result)
    (differing,) = sections(window, "Where the two readings differ")
    differing.open()
    assert record.result.disagreements[0].title in words_of(differing)
    assert "Rubric engine:" in words_of(differing)


@pytest.mark.parametrize("choice", [Choice.NOTHING, Choice.OFFLINE])
def test_nothing_is_sent_unless_the_person_says_so(
    qtbot: QtBot, window: MainWindow, server: FaultServer, choice: Choice
) -> None:
    go_online(window, server.url("ok"))
    window.analyze.services.ask = lambda _draft: choice
    sample(qtbot, window)
    window.analyze.primary.click()
    quiet(qtbot, window)
    assert server.log == []
    if choice is Choice.OFFLINE:
        assert window.analyze.record is not None
        assert window.analyze.record.engine == "embedded-rubric"
    else:
        assert window.analyze.record is None
        assert window.analyze.primary.text() == "Analyze with Example AI …"


def test_nothing_is_shown_or_sent_over_a_covered_window(
    qtbot: QtBot, kept_window: MainWindow, server: FaultServer
) -> None:
    window = kept_window
    go_online(window, server.url("ok"))
    asked: list[Draft] = []

    def ask(draft: Draft) -> Choice:
        asked.append(draft)
        return Choice.NOTHING

    window.analyze.services.ask = ask
    sample(qtbot, window)
    window.analyze.primary.click()
    window.locking.lock(LockReason.ASKED)  # while the request is being built
    qtbot.waitUntil(lambda: window.locking.state is State.LOCKED, timeout=PATIENCE)
    assert (asked, server.log, window.analyze.record) == ([], [], None)
    unlock(qtbot, window)
    window.analyze.primary.click()
    quiet(qtbot, window)
    assert len(asked) == 1


def test_one_letter_can_be_kept_on_this_machine_while_a_service_is_in_use(
    qtbot: QtBot, window: MainWindow, server: FaultServer
) -> None:
    go_online(window, server.url("ok"))
    sample(qtbot, window)
    bar = window.analyze.next_step
    assert bar.primary.text() == "Analyze with Example AI …"
    assert "on this machine" in bar.notice.text()  # a loopback address
    bar.secondary.click()
    quiet(qtbot, window)
    assert server.log == []
    assert window.analyze.record is not None
    assert window.analyze.record.engine == "embedded-rubric"


def test_a_dead_service_is_said_and_the_letter_is_read_here_and_sent_later(
    qtbot: QtBot, window: MainWindow, server: FaultServer, shown: list[NexusError]
) -> None:
    go_online(window, server.url("429_after600"))
    flow = window.analyze.services
    flow.ask = lambda _draft: Choice.SEND
    sample(qtbot, window)
    window.analyze.primary.click()
    quiet(qtbot, window)
    assert "Read by the rubric engine on this machine" in words_of(window.analyze.result)
    assert "may have reached the service" in words_of(window.analyze.result)
    assert window.where.text() == "Online: Example AI · 1 waiting"
    go_online(window, server.url("ok"))
    (waiting,) = window._application.by_service.waiting()
    flow.send_waiting(waiting, lambda _outcome: None, window._runner.failed.emit)
    quiet(qtbot, window)
    quiet(qtbot, window)
    assert window._application.by_service.waiting() == ()
    assert window.where.text() == "Online: Example AI"
    assert shown == []


def test_the_health_tab_asks_the_service_on_a_click_and_never_before(
    qtbot: QtBot, window: MainWindow, server: FaultServer
) -> None:
    go_online(window, server.url("ok"))
    tab = window.tabs.health
    tab.refresh()
    quiet(qtbot, window)
    assert server.log == []
    page = tab.checks_page
    (row,) = [row for row in range(page.model.rowCount()) if page.model.row(page.model.index(row, 0)).code == NOT_ASKED]
    assert page.model.index(row, 0).data() == "not checked"
    page.view.selectRow(row)
    assert page.mend.text() == "Ask now"
    page.mend.click()
    quiet(qtbot, window)
    quiet(qtbot, window)
    assert len(server.log) == 1
    assert "service.answers" in {page.model.row(page.model.index(n, 0)).code for n in range(page.model.rowCount())}


def test_a_service_that_rests_is_named_in_the_status_line_until_the_work_is_offline(
    qtbot: QtBot, window: MainWindow, server: FaultServer
) -> None:
    go_online(window, server.url("500"))

    def down() -> None:
        raise ServiceDown(status=500)

    breaker = window._application.breakers.of("test")
    for _ in range(3):
        window._runner.run(lambda _progress, _cancelled: breaker.call(down), failed=lambda _error: None)
        quiet(qtbot, window)
    qtbot.waitUntil(window.less.isVisible)
    assert window.less.text() == "The service rests, letters are read offline"
    window._application.profiles.work_offline(offline=True)
    window.analyze.services.changed.emit()
    assert not window.less.isVisible()


def test_every_control_has_a_name(qtbot: QtBot, window: MainWindow, dialog: ServiceDialog, server: FaultServer) -> None:
    from tests.ui.test_main_window import unnamed

    assert unnamed(dialog) == []
    go_online(window, server.url("ok"))
    sample(qtbot, window)
    letter = window.analyze.letter
    assert letter is not None
    assert letter.review is not None
    decisions = window.analyze.flow._decisions(letter, guess=False)
    preview = PreviewDialog(
        window._application.by_service.draft(letter.review.preparation, decisions, Event()), None, window
    )
    qtbot.addWidget(preview)
    preview.show()
    assert unnamed(preview) == []


def test_letters_that_wait_are_sent_one_after_the_other_by_one_click(
    qtbot: QtBot, window: MainWindow, server: FaultServer, dialog: ServiceDialog, shown: list[NexusError]
) -> None:
    flow = window.analyze.services
    flow.ask = lambda _draft: Choice.SEND
    go_online(window, server.url("429_after600"))
    for _ in range(3):
        sample(qtbot, window)
        window.analyze.primary.click()
        quiet(qtbot, window)
    by_service = window._application.by_service
    assert len(by_service.waiting()) == 3
    window._application.breakers.of("test").try_now()  # three in a row, and it rests
    go_online(window, server.url("ok"))
    dialog._show_settings(window._application.profiles.settings())
    quiet(qtbot, window)
    assert dialog.send_waiting.text() == "Send 3 letters that wait"
    left = iter([Choice.SEND, Choice.NOTHING])
    flow.ask = lambda _draft: next(left)
    qtbot.mouseClick(dialog.send_waiting, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(by_service.waiting()) == 2, timeout=PATIENCE)
    quiet(qtbot, window)
    assert next(left, None) is None  # it stopped at the one that the person did not send
    assert dialog.send_waiting.text() == "Send 2 letters that wait"
    flow.ask = lambda _draft: Choice.SEND
    qtbot.mouseClick(dialog.send_waiting, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: by_service.waiting() == (), timeout=PATIENCE)
    quiet(qtbot, window)
    assert not dialog.send_waiting.isVisible()
    assert window.where.text() == "Online: Example AI"
    assert shown == []


def test_every_time_limit_of_a_profile_is_seen_and_kept(
    qtbot: QtBot, window: MainWindow, dialog: ServiceDialog, server: FaultServer
) -> None:
    go_online(window, server.url("ok"))
    profiles = window._application.profiles
    limits = {"connect_seconds": 7, "first_byte_seconds": 33, "total_seconds": 99, "longest_wait_seconds": 44}
    profiles.save(profiles.settings().profiles[0].model_copy(update=limits))
    dialog._show_settings(profiles.settings())
    quiet(qtbot, window)
    form = dialog.form
    assert [form.reach.value(), form.first.value(), form.total.value(), form.wait.value()] == list(limits.values())
    assert window._application.usage.prices_of.isoformat() in form.usd_in.placeholderText()
    form.title.setText("Renamed")
    dialog.save.click()
    quiet(qtbot, window)
    (kept,) = profiles.settings().profiles
    assert (kept.title, {name: getattr(kept, name) for name in limits}) == ("Renamed", limits)


def test_a_service_that_rests_is_woken_from_the_health_tab(
    qtbot: QtBot, window: MainWindow, server: FaultServer
) -> None:
    go_online(window, server.url("500"))
    breaker = window._application.breakers.of("test")
    for _ in range(3):
        with pytest.raises(ServiceDown):
            breaker.call(_down)
    window.tabs.setCurrentWidget(window.tabs.health)
    window.tabs.health.refresh()
    quiet(qtbot, window)
    page = window.tabs.health.checks_page
    rows = [page.model.row(page.model.index(number, 0)) for number in range(page.model.rowCount())]
    page.view.selectRow([one.code if one else "" for one in rows].index("service.paused"))
    assert "rests for" in page.words.text()
    assert page.mend.text() == "Try now"
    qtbot.mouseClick(page.mend, Qt.MouseButton.LeftButton)
    quiet(qtbot, window)
    assert breaker.status().state is not BreakerState.PAUSED
    assert "rests for" not in page.words.text()


def _down() -> None:
    raise ServiceDown(status=500)
