"""The window as a whole: names for screen readers, live tabs, closing, surprises."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.models.errors import KeyMissing, NexusError
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.runtime.key_recovery import RecoveryKey
from nexus_desktop.ui.app import Surprises
from nexus_desktop.ui.client_dialog import ClientDialog
from nexus_desktop.ui.failure_dialog import FailureDialog
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.passphrase_dialog import PassphraseDialog, Purpose
from nexus_desktop.ui.recovery_dialog import RecoveryDialog, RecoveryEntryDialog
from nexus_desktop.ui.theme import DARK, Theme
from tests.letters import LETTER
from tests.ui.conftest import quiet


def unnamed(window: QWidget) -> list[str]:
    """Widgets a person can reach by keyboard that a screen reader has no name for."""

    def name(widget: QWidget) -> str:
        face = QAccessible.queryAccessibleInterface(widget)
        return face.text(QAccessible.Text.Name) if face else ""

    def reachable(widget: QWidget) -> bool:
        return widget.isVisibleTo(window) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus

    widgets = [widget for widget in window.findChildren(QWidget) if reachable(widget)]
    return [f"{type(widget).__name__} {widget.objectName()}" for widget in widgets if not name(widget)]


@pytest.mark.parametrize("number", range(5))
def test_every_control_of_every_tab_has_a_name(qtbot: QtBot, window: MainWindow, number: int) -> None:
    window.analyze.intake.open_sample()
    quiet(qtbot, window)
    window.tabs.setCurrentIndex(number)
    assert unnamed(window) == []


def test_every_control_of_a_result_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    window.analyze.intake.open_sample()
    quiet(qtbot, window)
    letter = window.analyze.letter
    assert letter is not None
    assert letter.review is not None
    for finding in letter.review.undecided():
        letter.review.decide(finding, redact=True)
    window.analyze.flow.analyze(letter)
    quiet(qtbot, window)
    assert unnamed(window) == []


def test_dialogs_have_names_and_a_way_out(qtbot: QtBot, theme: Theme) -> None:
    for dialog in (
        FailureDialog(ValueError(LETTER)),
        *(PassphraseDialog(purpose, shortest=12) for purpose in Purpose),
        PassphraseDialog(Purpose.UNLOCK, shortest=12, problem="This passphrase does not open the database."),
        RecoveryDialog(RecoveryKey.random()),
        RecoveryEntryDialog(KeyMissing()),
        ClientDialog(ClientFields(names=("Ann Lee",))),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        assert unnamed(dialog) == []
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()


def test_a_bug_is_shown_without_its_text(qtbot: QtBot, theme: Theme) -> None:
    dialog = FailureDialog(ValueError(LETTER))
    qtbot.addWidget(dialog)
    assert dialog.error.code == "internal.unexpected"
    assert "Quackenbosch" not in dialog.error.sentence + dialog.error.next_step


def test_a_new_passphrase_has_to_be_long_and_typed_twice(qtbot: QtBot, theme: Theme) -> None:
    dialog = PassphraseDialog(Purpose.FIRST, shortest=12)
    qtbot.addWidget(dialog)
    for first, second, accepted in (
        ("short", "short", False),
        ("long enough it is", "", False),
        ("long enough it is", "long enough it was", False),
        ("long enough it is", "long enough it is", True),
    ):
        dialog.first.setText(first)
        dialog.second.setText(second)
        assert dialog.ok.isEnabled() is accepted


def test_client_fields_are_read_as_typed(qtbot: QtBot, theme: Theme) -> None:
    dialog = ClientDialog(ClientFields())
    qtbot.addWidget(dialog)
    dialog.names.setPlainText("Ann B. Lee\n\n Annie ")
    dialog.ssn.setText("123-45-6789; 6789")
    assert dialog.fields() == ClientFields(names=("Ann B. Lee", "Annie"), ssn=("123-45-6789", "6789"))


def test_tabs_show_what_is_true(qtbot: QtBot, window: MainWindow) -> None:
    quiet(qtbot, window)
    assert window.state.text() == "All well"
    assert window.tabs.health.checks_page.model.rowCount() == 16
    assert window.tabs.audit.chain.value.text() == "unbroken"
    assert window.tabs.audit.entries.value.text() == "6"  # the store was made, and five versions of prompts recorded
    assert window.tabs.compliance.removed.value.text() == "0"
    assert window.tabs.prompts.versions.value.text() == "5"
    assert window.tabs.prompts.approved.value.text() == "2 of 2"
    assert "[PATIENT]" in window.tabs.prompts.text


def test_another_level_is_kept_shown_and_told(qtbot: QtBot, window: MainWindow) -> None:
    window.tabs.compliance.level.setCurrentIndex(2)
    window.tabs.compliance.level.activated.emit(2)
    quiet(qtbot, window)
    assert window.level.text() == "Strict"
    assert window._application.compliance.level == "strict"
    assert window.tabs.audit.model.index(0, 3).data() == "Setting changed"


def test_dark_and_light_can_be_changed_while_open(qtbot: QtBot, window: MainWindow, theme: Theme) -> None:
    window.analyze.intake.open_sample()
    quiet(qtbot, window)
    theme.use(DARK)
    assert window.grab().toImage().pixelColor(700, 60).name().upper() == DARK.window


def test_closing_stops_a_job_and_lets_go_of_the_store(qtbot: QtBot, window: MainWindow) -> None:
    window._runner.run(lambda _progress, cancelled: cancelled.wait(20))
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window._runner.start(lambda _progress, cancelled: cancelled.is_set()).parent() is not None


def test_a_surprise_in_a_slot_is_logged_and_shown(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, shown: list[NexusError]
) -> None:
    class Reports:
        def __init__(self) -> None:
            self.errors: list[BaseException] = []

        def report_failure(self, error: BaseException) -> None:
            self.errors.append(error)

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    reports = Reports()
    surprises = Surprises(reports, qapp)  # type: ignore[arg-type]
    error = ValueError(LETTER)
    sys.excepthook(ValueError, error, None)
    qtbot.waitUntil(lambda: bool(shown))
    assert [one.code for one in shown] == ["internal.unexpected"]
    assert reports.errors == [error]
    surprises.deleteLater()
