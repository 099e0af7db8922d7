"""Locked and unlocked, keys changed and lost, and every step told without a secret in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.runtime import key_locks
from nexus_desktop.runtime.key_recovery import RecoveryKey
from nexus_desktop.runtime.key_vault import Credentials, KeyNeed
from nexus_desktop.services.application import Application
from nexus_desktop.services.session import LockReason
from nexus_desktop.storage.store import Store
from tests.unit.services.stores import quiet
from tests.unit.storage.stores import keep, keep_many, record

PASSPHRASE = "four words not together"
OTHER = "another four words here"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)


@pytest.fixture
def application() -> Iterator[Application]:
    made = Bootstrap().open(PASSPHRASE)
    yield made
    made.close()


def store_of(application: Application) -> Store:
    return application.audit._store


def confirmed(application: Application) -> RecoveryKey:
    sheet = application.keys.new_recovery_key()
    application.keys.confirm_recovery_key(sheet, {number: sheet.groups[number - 1] for number in sheet.asked()})
    return sheet


# --- locking ----------------------------------------------------------------------------------------------------------


def test_locked_it_answers_nothing_and_unlocked_it_goes_on(application: Application) -> None:
    session = application.session
    one = record()
    keep(store_of(application), one)
    session.lock(LockReason.IDLE)
    assert session.is_locked
    with pytest.raises(errors.StoreLocked):
        application.letters.show(one.id)
    assert session.need() is KeyNeed.PASSPHRASE
    with pytest.raises(errors.PassphraseNeeded):
        session.unlock()
    for _ in range(2):
        with pytest.raises(errors.PassphraseWrong):
            session.unlock(Credentials(OTHER))
    session.unlock(Credentials(PASSPHRASE))
    assert application.letters.show(one.id) == one
    told = [line for line in application.audit.page(3) if line.act in ("Locked", "Unlocked")]
    assert [line.act for line in told] == ["Unlocked", "Locked"]
    assert "refused before: 2" in told[0].told
    assert "reason: idle" in told[1].told


def test_the_recovery_key_unlocks_too(application: Application) -> None:
    sheet = confirmed(application)
    application.session.lock(LockReason.ASKED)
    with pytest.raises(errors.RecoveryKeyWrong):
        application.session.unlock(Credentials(recovery=RecoveryKey.random().text))
    application.session.unlock(Credentials(recovery=sheet.text))
    assert not application.session.is_locked


def test_a_store_whose_key_is_in_memory_only_is_not_locked_for_ever() -> None:
    throwaway = Bootstrap().open_throwaway()
    assert not throwaway.session.can_lock
    throwaway.session.lock(LockReason.ASKED)
    assert not throwaway.session.is_locked
    throwaway.close()


# --- ways in ----------------------------------------------------------------------------------------------------------


def test_a_recovery_key_counts_once_it_was_typed_back(application: Application) -> None:
    sheet = application.keys.new_recovery_key()
    with pytest.raises(errors.RecoveryNotConfirmed):
        application.keys.confirm_recovery_key(sheet, {1: "AAAAA", 2: sheet.groups[1]})
    assert application.keys.ways().recovery_made_at is None
    sheet = confirmed(application)
    assert application.keys.ways().recovery_made_at is not None
    application.close()
    again = Bootstrap().open(recovery=sheet.text)
    again.keys.replace_passphrase(OTHER)  # the one that was forgotten
    again.close()
    Bootstrap().open(OTHER).close()


def test_a_change_of_passphrase_needs_the_present_one(application: Application) -> None:
    with pytest.raises(errors.PassphraseWrong):
        application.keys.set_passphrase(OTHER, "not the present one")
    with pytest.raises(errors.PassphraseTooShort):
        application.keys.set_passphrase("short", PASSPHRASE)
    application.keys.set_passphrase(OTHER, PASSPHRASE)
    application.close()
    with pytest.raises(errors.PassphraseWrong):
        Bootstrap().open(PASSPHRASE)
    Bootstrap().open(OTHER).close()


def test_with_another_database_key_everything_is_there_and_the_old_sheet_is_void(application: Application) -> None:
    old_sheet, new_sheet = confirmed(application), RecoveryKey.random()
    keep_many(store_of(application), 5)
    lines = application.letters.newest(10)
    application.keys.change_database_key(PASSPHRASE, new_sheet, quiet)
    assert application.letters.newest(10) == lines
    keep(store_of(application), record(9))
    assert application.audit.check(quiet, Event()).intact
    application.close()
    with pytest.raises(errors.RecoveryKeyWrong):
        Bootstrap().open(recovery=old_sheet.text)
    again = Bootstrap().open(recovery=new_sheet.text)
    assert len(again.letters.newest(10)) == 6
    again.close()
    Bootstrap().open(PASSPHRASE).close()


def test_a_change_of_key_that_cannot_be_made_changes_nothing(application: Application) -> None:
    keep_many(store_of(application), 2)
    other = Bootstrap().open(PASSPHRASE)
    with pytest.raises(errors.StoreInUse):
        application.keys.change_database_key(PASSPHRASE, None, quiet)
    with pytest.raises(errors.PassphraseWrong):
        application.keys.change_database_key(OTHER, None, quiet)
    other.close()
    assert not application.keys.ways().change_unfinished
    assert len(application.letters.newest(10)) == 2
    application.close()
    Bootstrap().open(PASSPHRASE).close()


def test_keys_of_services_are_told_and_never_shown(application: Application, home: Path) -> None:
    keys = application.keys
    assert keys.put_service_key("main", "sk-very-secret") is False  # no keyring in tests: until the program ends
    assert keys.has_service_key("main")
    assert keys.try_service_key("main", len) == 14
    keys.delete_service_key("main")
    with pytest.raises(errors.ServiceKeyMissing):
        keys.try_service_key("main", len)
    keys.put_service_key("main", "sk-very-secret")
    application.session.lock(LockReason.ASKED)
    assert not keys.has_service_key("main")
    application.session.unlock(Credentials(PASSPHRASE))
    told = " ".join(" ".join((*line.told, line.object_id)) for line in application.audit.page(20))
    assert "sk-very" not in told
    assert "change: deleted" in told


def test_nothing_that_opens_the_store_is_written_anywhere(application: Application, home: Path) -> None:
    sheet = confirmed(application)
    application.keys.set_passphrase(OTHER, PASSPHRASE)
    with store_of(application).use() as inside:
        raw = inside.key.reveal()
    application.keys.change_database_key(OTHER, sheet, quiet)
    with store_of(application).use() as inside:
        changed = inside.key.reveal()
    secrets = [raw, raw.hex().encode(), changed, changed.hex().encode(), PASSPHRASE.encode(), OTHER.encode()]
    secrets += [sheet.text.encode(), sheet.secret, sheet.groups[3].encode()]
    for path in home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not [secret for secret in secrets if secret in content], path.name
    told = " ".join(word for line in application.audit.page(50) for word in line.told)
    assert not [secret for secret in secrets if secret.isascii() and secret.decode("latin-1") in told]


# --- a start with trouble ---------------------------------------------------------------------------------------------


def test_every_start_is_told(application: Application) -> None:
    started = next(line for line in application.audit.page(20) if line.act == "Program started")
    assert any(word.startswith("version: ") for word in started.told)
    application.close()
    again = Bootstrap().open(PASSPHRASE, face="command line")
    assert "face: command line" in again.audit.page(1)[0].told
    again.close()


def test_what_fails_is_told_by_its_code(application: Application, tmp_path: Path) -> None:
    from nexus_desktop.models.letter_models import ClientFields, Level

    with pytest.raises(errors.LetterNotFound):
        application.letters.open_file(tmp_path / "gone.pdf", Level.MODERATE, ClientFields(), quiet, Event())
    told = application.audit.page(1)[0]
    assert told.act == "Something failed"
    assert "code: letter.not_found" in told.told
    assert "gone" not in " ".join(told.told)


def test_a_database_that_cannot_be_written_can_still_be_read(application: Application) -> None:
    one = record()
    store = store_of(application)
    keep(store, one)
    with store.deed() as deed:  # another program holds the database
        deed.session.connection().exec_driver_sql("SELECT 1")
        store.perform = lambda _work: (_ for _ in ()).throw(errors.DatabaseBusy())  # type: ignore[method-assign]
        assert application.letters.show(one.id) == one
    del store.perform
    assert AuditAct.ANALYSIS_VIEWED not in [told.entry.act for told in store.audit_entries(1)]
