"""Keys, backups and retention by hand: what a person does, and what is true afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.runtime.key_recovery import RecoveryKey
from nexus_desktop.ui import app
from nexus_desktop.ui.data_dialog import DataDialog
from nexus_desktop.ui.keys_dialog import KeysDialog
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.passphrase_dialog import PassphraseDialog, Purpose
from nexus_desktop.ui.recovery_dialog import RecoveryDialog, RecoveryEntryDialog, sheet_text
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.ui.conftest import quiet
from tests.ui.stores import PASSPHRASE, kept_window
from tests.ui.test_main_window import unnamed
from tests.unit.storage.stores import keep, keep_many, record

pytestmark = pytest.mark.desk_only

__all__ = ["kept_window"]
OTHER = "another four words here"


def dialog_of(window: MainWindow) -> KeysDialog:
    made = KeysDialog(window._application.keys, window._runner, 12, window)
    made.show()
    return made


# --- the recovery key -------------------------------------------------------------------------------------------------


def test_a_recovery_key_is_shown_once_and_typed_back(qtbot: QtBot, theme: Theme) -> None:
    key = RecoveryKey.random()
    dialog = RecoveryDialog(key)
    qtbot.addWidget(dialog)
    dialog.show()
    assert unnamed(dialog) == []
    dialog.go_on.click()
    for edit in dialog.typed.values():
        edit.setText("AAAAA")
    dialog.go_on.click()
    assert dialog.isVisible()
    assert "not what stands on the sheet" in dialog.problem.text()
    assert unnamed(dialog) == []
    for number, edit in dialog.typed.items():
        edit.setText(key.groups[number - 1].lower())
    dialog.go_on.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert all(group in sheet_text(key) for group in key.groups)


def test_a_recovery_key_made_in_the_window_opens_the_store(
    qtbot: QtBot, kept_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[RecoveryKey] = []

    def typed_back(dialog: RecoveryDialog) -> int:
        for number, edit in dialog.typed.items():
            edit.setText(dialog.recovery.groups[number - 1])
        made.append(dialog.recovery)
        return 1

    monkeypatch.setattr(RecoveryDialog, "exec", typed_back)
    dialog = dialog_of(kept_window)
    dialog.recovery.click()
    quiet(qtbot, kept_window)
    assert "Made on" in dialog.words["Recovery key"][0].text()
    assert unnamed(dialog) == []
    dialog.close()
    kept_window.close()
    Bootstrap().open(recovery=made[0].text).close()


def test_a_passphrase_is_changed_with_the_present_one(
    qtbot: QtBot, kept_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    present = ["wrong", PASSPHRASE]

    def fill(dialog: PassphraseDialog) -> int:
        dialog.before.setText(present.pop(0))
        dialog.first.setText(OTHER)
        dialog.second.setText(OTHER)
        assert dialog.ok.isEnabled()
        return 1

    monkeypatch.setattr(PassphraseDialog, "exec", fill)
    dialog = dialog_of(kept_window)
    dialog.passphrase.click()
    quiet(qtbot, kept_window)
    assert "does not open" in dialog.problem.text()
    dialog.passphrase.click()
    quiet(qtbot, kept_window)
    assert "in force" in dialog.problem.text()
    dialog.close()
    kept_window.close()
    Bootstrap().open(OTHER).close()


def test_what_would_take_the_last_way_in_is_not_offered(qtbot: QtBot, kept_window: MainWindow) -> None:
    dialog = dialog_of(kept_window)
    assert not dialog.no_passphrase.isVisible()
    dialog.keyring.click()  # no keyring works in tests
    quiet(qtbot, kept_window)
    assert "keyring" in dialog.problem.text()
    assert dialog.isEnabled()
    dialog.close()


def test_changing_the_key_of_the_database(
    qtbot: QtBot, kept_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[RecoveryKey] = []
    monkeypatch.setattr(PassphraseDialog, "exec", lambda dialog: dialog.first.setText(PASSPHRASE) or 1)
    monkeypatch.setattr(RecoveryDialog, "exec", lambda dialog: made.append(dialog.recovery) or 1)
    keep_many(kept_window._application.audit._store, 2)
    dialog = dialog_of(kept_window)
    dialog.change.click()
    quiet(qtbot, kept_window)
    assert "another key" in dialog.problem.text()
    dialog.close()
    kept_window.close()
    again = Bootstrap().open(recovery=made[0].text)
    assert len(again.letters.newest(5)) == 2
    again.close()


# --- a start with trouble ---------------------------------------------------------------------------------------------


def test_a_forgotten_passphrase_and_a_sheet(
    qtbot: QtBot, kept_window: MainWindow, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    keys = kept_window._application.keys
    sheet = keys.new_recovery_key()
    keys.confirm_recovery_key(sheet, {3: sheet.groups[2], 4: sheet.groups[3]})
    kept_window.close()
    typed, problems = ["half a key", RecoveryKey.random().text, sheet.text], list[str]()
    monkeypatch.setattr(PassphraseDialog, "exec", lambda dialog: dialog.recovery.click() or 1)

    def enter(dialog: RecoveryEntryDialog) -> int:
        assert errors.RecoveryKeyNeeded().sentence in [one.text() for one in dialog.findChildren(QLabel)]
        problems.append(dialog.hint.text())
        dialog.edit.setText(typed.pop(0))
        return 1

    monkeypatch.setattr(RecoveryEntryDialog, "exec", enter)
    runner = TaskRunner()
    application = app.open_store(Bootstrap(), runner)
    assert application is not None
    assert application.key_source == "opened with the recovery key"
    assert "characters" in problems[1]
    assert "another database" in problems[2]
    qtbot.waitUntil(lambda: not runner.busy)
    application.close()


def test_a_second_window_finds_the_first_and_a_crash_leaves_nothing_behind(home: Path) -> None:
    first, second = Bootstrap(), Bootstrap()
    assert first.take_window()
    assert not second.take_window()
    first.leave_window()
    assert second.take_window()
    second.leave_window()


# --- backups and retention --------------------------------------------------------------------------------------------


@pytest.fixture
def data(qtbot: QtBot, kept_window: MainWindow) -> DataDialog:
    keep_many(kept_window._application.audit._store, 3)
    application = kept_window._application
    made = DataDialog(application.backups, application.retention, kept_window._runner, kept_window)
    made.refresh()
    made.show()
    quiet(qtbot, kept_window)
    return made


def test_a_backup_is_made_and_said(qtbot: QtBot, kept_window: MainWindow, data: DataDialog, home: Path) -> None:
    assert "none yet" in data.status.text()
    assert unnamed(data) == []
    qtbot.mouseClick(data.back_up, Qt.MouseButton.LeftButton)
    quiet(qtbot, kept_window)
    assert "verified" in data.problem.text()
    assert "1 backup" in data.status.text()
    assert len(list((home / "backups").glob("*.nexusbackup"))) == 1
    data.close()


def test_records_are_deleted_only_after_their_number_was_typed(
    qtbot: QtBot, kept_window: MainWindow, data: DataDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = kept_window._application.audit._store
    for _ in range(2):
        keep(store, replace(record(), created_at=datetime(2020, 1, 1, tzinfo=UTC)))
    data.days.setText("1000")
    qtbot.mouseClick(data.keep, Qt.MouseButton.LeftButton)
    quiet(qtbot, kept_window)
    qtbot.mouseClick(data.look, Qt.MouseButton.LeftButton)
    quiet(qtbot, kept_window)
    assert data.model.rowCount() == 2
    for text, enabled in (("", False), ("3", False), ("2", True)):
        data.count.setText(text)
        assert data.delete.isEnabled() is enabled
    qtbot.mouseClick(data.delete, Qt.MouseButton.LeftButton)
    quiet(qtbot, kept_window)
    assert "2 analyses were deleted for good" in data.problem.text()
    assert store.count_analyses() == 3
    assert not data.delete.isEnabled()
    data.close()


def test_a_client_is_deleted_by_age_where_no_analysis_is_due(
    qtbot: QtBot, kept_window: MainWindow, data: DataDialog
) -> None:
    application = kept_window._application
    matter = application.matters.create("2026-014")
    application.case_files.switch(matter.id, on=True)
    application.case_files.keep(matter.id, ClientFields(names=("Wendell Quistgaard",)), CaseFacts())
    store = application.audit._store
    now, store.clock = store.clock, lambda: datetime.now(UTC) - timedelta(days=40)
    application.matters.close(matter.id)
    store.clock = now
    application.retention.set_keep_days(30)
    qtbot.mouseClick(data.look, Qt.MouseButton.LeftButton)
    quiet(qtbot, kept_window)
    assert "1 closed cases" in data.outcome.text()
    for text, enabled in (("0", False), ("1", True)):
        data.count.setText(text)
        assert data.delete.isEnabled() is enabled
    qtbot.mouseClick(data.delete, Qt.MouseButton.LeftButton)
    quiet(qtbot, kept_window)
    assert "What named a client was deleted for good" in data.problem.text()
    assert application.case_files.view(matter.id).file is None
    data.close()


def test_a_backup_is_restored_from_the_window(
    qtbot: QtBot, kept_window: MainWindow, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    window = kept_window
    keep_many(window._application.audit._store, 2)
    window.data.back_up()
    quiet(qtbot, window)
    (backup,) = window._application.backups.listed()
    keep_many(window._application.audit._store, 3)
    monkeypatch.setattr(PassphraseDialog, "exec", lambda dialog: dialog.first.setText(PASSPHRASE) or 1)
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "information", lambda _parent, _title, words: said.append(words))
    with qtbot.waitSignal(window.closing, timeout=20_000):
        window.data.restore(backup.path)
    assert "2 analyses is ready" in said[0]
    again = Bootstrap().open(PASSPHRASE)
    assert len(again.letters.newest(10)) == 2
    again.close()


def test_the_scheduled_backup_is_made_while_the_window_is_open(qtbot: QtBot, kept_window: MainWindow) -> None:
    keep_many(kept_window._application.audit._store, 1)
    kept_window.upkeep.look()
    quiet(qtbot, kept_window)
    assert len(kept_window._application.backups.listed()) == 1
    kept_window.upkeep.look()
    quiet(qtbot, kept_window)
    assert len(kept_window._application.backups.listed()) == 1


def test_every_purpose_of_a_passphrase_has_its_fields(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    for purpose in Purpose:
        dialog = PassphraseDialog(purpose, shortest=12)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.before.isVisible() is (purpose is Purpose.CHANGE)
        assert dialog.second.isVisible() is (purpose not in (Purpose.UNLOCK, Purpose.CONFIRM))
        assert hasattr(dialog, "recovery") is (purpose is Purpose.UNLOCK)
        dialog.close()


def test_a_lost_keyring_names_itself(qtbot: QtBot, theme: Theme) -> None:
    dialog = RecoveryEntryDialog(errors.KeyMissing())
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.ok.isEnabled()
    dialog.edit.setText("x")
    assert dialog.ok.isEnabled()
    assert unnamed(dialog) == []
