"""The first steps: by keyboard alone, left and taken up again, and never in the way of a store that is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import Level
from nexus_desktop.runtime import key_locks, key_vault
from nexus_desktop.runtime.key_vault import KeyNeed
from nexus_desktop.services.first_steps import Step
from nexus_desktop.ui import app, first_start
from nexus_desktop.ui.first_pages import SKIP, Ground
from nexus_desktop.ui.first_start import FirstStart
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.recovery_dialog import RecoveryDialog
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.ui.conftest import PATIENCE, quiet
from tests.ui.stores import PASSPHRASE
from tests.ui.test_main_window import unnamed
from tests.unit.services.test_machine_health import Ring

HEAD = "version: 1\norganisation: Hartley & Quill LLP\n"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cheaper stretching of passphrases."""
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)


class Newcomer:
    """Someone at the keyboard, before there is a store."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot, self.starter, self.runner = qtbot, Bootstrap(), TaskRunner()
        self.dialog = FirstStart(Ground(self.runner, theme, 12, starter=self.starter), self.starter.first_steps)
        with qtbot.waitExposed(self.dialog):
            self.dialog.show()
        self.dialog.activateWindow()
        self.wait()

    def close(self) -> None:
        self.dialog.reject()
        if self.dialog.ground.application is not None:
            self.dialog.ground.application.close()
        self.dialog.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.runner.busy, timeout=PATIENCE)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)
        self.wait()

    def go_on(self) -> None:
        assert self.dialog.go_on.isEnabled()
        self.key(Qt.Key.Key_Return)

    def type(self, words: str) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, words)

    def choose_passphrase(self) -> None:
        self.type(PASSPHRASE)
        assert not self.dialog.go_on.isEnabled()
        self.key(Qt.Key.Key_Tab)
        self.type(PASSPHRASE)


@pytest.fixture
def newcomer(qtbot: QtBot, theme: Theme) -> Iterator[Newcomer]:
    made = Newcomer(qtbot, theme)
    yield made
    made.close()


def type_it_back() -> None:
    """What a person does with the sheet in hand: Enter, two groups, Enter."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RecoveryDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    for number in dialog.typed:
        QTest.keyClicks(dialog.focusWidget(), dialog.recovery.groups[number - 1].lower())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_from_nothing_to_work_by_keyboard(newcomer: Newcomer) -> None:
    dialog = newcomer.dialog
    assert newcomer.starter.is_new()
    assert unnamed(dialog) == []
    newcomer.go_on()
    assert dialog.page is dialog.key
    assert not dialog.key.keyring.isEnabled()  # there is none on the machine of a test
    assert "No keyring" in dialog.key.keyring.accessibleDescription()
    newcomer.choose_passphrase()
    assert unnamed(dialog) == []
    newcomer.go_on()
    assert dialog.page is dialog.recovery
    assert not newcomer.starter.is_new()
    assert dialog.recovery.make.hasFocus()
    QTimer.singleShot(0, type_it_back)
    newcomer.go_on()  # Enter presses what has the focus, and skips nothing
    assert "in force" in dialog.recovery.state.text()
    dialog.activateWindow()  # as a window manager does when a dialog closes
    newcomer.qtbot.waitUntil(dialog.go_on.hasFocus)
    newcomer.go_on()
    assert dialog.page is dialog.level
    assert dialog.level.options[Level.MODERATE].hasFocus()
    newcomer.key(Qt.Key.Key_Down)
    newcomer.go_on()
    assert dialog.page is dialog.service
    assert dialog.service.offline.isChecked()
    newcomer.go_on()
    assert unnamed(dialog) == []
    newcomer.go_on()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.wants_sample
    assert not dialog.wants_service
    application = dialog.ground.application
    assert application is not None
    assert application.compliance.level is Level.STRICT
    assert application.profiles.settings().offline
    ways = application.keys.ways()
    assert (ways.keyring, ways.passphrase, ways.recovery_made_at is not None) == (False, True, True)
    assert application.first_steps.done() == frozenset(Step)


def test_left_at_any_page_it_goes_on_there(newcomer: Newcomer, theme: Theme) -> None:
    dialog = newcomer.dialog
    newcomer.go_on()
    newcomer.choose_passphrase()
    newcomer.go_on()
    assert dialog.go_on.text() == SKIP
    dialog.go_on.setFocus()
    newcomer.go_on()
    newcomer.key(Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    application = dialog.ground.application
    assert application is not None  # what was made stays open for the window
    again = FirstStart(Ground(newcomer.runner, theme, 12, application=application), application.first_steps)
    again.show()
    newcomer.wait()
    assert again.page is again.recovery  # a step that was skipped is not done
    assert "none yet" in again.recovery.state.text()
    again.back.click()
    newcomer.wait()
    assert "your passphrase" in again.key.intro.text()
    again.reject()
    again.deleteLater()


def test_leaving_while_a_page_still_looks_harms_nothing(newcomer: Newcomer, theme: Theme) -> None:
    newcomer.go_on()
    newcomer.choose_passphrase()
    newcomer.go_on()
    application = newcomer.dialog.ground.application
    assert application is not None
    for step in (Step.KEY, Step.RECOVERY, Step.LEVEL):
        again = FirstStart(Ground(newcomer.runner, theme, 12, application=application), application.first_steps)
        again.show_step(step)
        assert newcomer.runner.busy
        again.reject()
        again.deleteLater()
        QCoreApplication.sendPostedEvents(again, QEvent.Type.DeferredDelete)
        newcomer.wait()
    assert application.compliance.level is Level.MODERATE


def test_a_keyring_is_offered_first_and_can_be_declined(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ring, "kept", {})
    monkeypatch.setattr(key_vault, "working_backends", lambda: iter([Ring()]))
    monkeypatch.setattr(key_vault, "backend_named", lambda _name: Ring())
    newcomer = Newcomer(qtbot, theme)
    newcomer.go_on()
    dialog = newcomer.dialog
    assert dialog.key.keyring.hasFocus()
    assert dialog.key.keyring.isChecked()
    assert not dialog.key.first.isVisible()
    newcomer.key(Qt.Key.Key_Down)
    newcomer.key(Qt.Key.Key_Tab)
    newcomer.choose_passphrase()
    newcomer.go_on()
    application = dialog.ground.application
    assert application is not None
    assert (application.keys.ways().keyring, application.keys.ways().passphrase) == (False, True)
    assert newcomer.starter.key_need() is KeyNeed.PASSPHRASE
    newcomer.close()


def test_what_the_firm_has_fixed_is_shown_with_its_reason(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "policy.yaml"
    path.write_text(HEAD + "level: strict\noffline: true\n", "utf-8")
    monkeypatch.setenv("NEXUS_POLICY", str(path))
    newcomer = Newcomer(qtbot, theme)
    dialog = newcomer.dialog
    newcomer.go_on()
    newcomer.choose_passphrase()
    newcomer.go_on()
    for step, locked in ((Step.LEVEL, dialog.level.locked), (Step.SERVICE, dialog.service.locked)):
        dialog.show_step(step)
        newcomer.wait()
        assert locked.isVisible()
        assert locked.text() == "Locked. Set by Hartley & Quill LLP."
    assert [level for level, option in dialog.level.options.items() if option.isEnabled()] == [Level.STRICT]
    assert dialog.level.options[Level.STRICT].isChecked()
    assert not dialog.service.service.isEnabled()
    newcomer.close()


def test_a_start_shows_it_once_and_only_without_a_store(
    qtbot: QtBot, qapp: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch, shown: list[NexusError]
) -> None:
    asked: list[str] = []

    def walk(starter: Bootstrap, runner: TaskRunner, _theme: Theme) -> tuple[object, bool, bool]:
        asked.append("steps")
        return starter.open(PASSPHRASE, face="window"), True, False

    def open_store(starter: Bootstrap, _runner: TaskRunner) -> object:
        asked.append("store")
        return starter.open(PASSPHRASE, face="window")

    monkeypatch.setattr(app, "Theme", lambda *_: theme)
    monkeypatch.setattr(first_start, "walk", walk)
    monkeypatch.setattr(app, "open_store", open_store)
    for desk, expected in ((["Sample letter (invented)"], ["steps"]), ([], ["steps", "store"])):
        window = app.build(qapp, Bootstrap(), [], app.dressed(qapp))
        assert window is not None
        window.show()
        quiet(qtbot, window)
        assert asked == expected
        assert [letter.title for letter in window.analyze.letters.desk.letters] == desk
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_help_menu_takes_them_up_and_shows_what_changed(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def walk(dialog: FirstStart) -> int:
        dialog.show()
        for step in Step:
            dialog.show_step(step)
            quiet(qtbot, window)
            if step is Step.LEVEL:
                dialog.level.options[Level.MINIMAL].setChecked(True)
            seen.append(dialog.go_on.isEnabled() and unnamed(dialog) == [])
            dialog.go_on.click()
            quiet(qtbot, window)
        return dialog.result()

    monkeypatch.setattr(FirstStart, "exec", walk)
    action = next(one for one in window.findChildren(QAction) if "First steps" in one.text())
    action.trigger()
    quiet(qtbot, window)
    assert seen == [True] * len(Step)
    assert window.level.text() == "Minimal"
    assert [letter.title for letter in window.analyze.letters.desk.letters] == ["Sample letter (invented)"]
