"""A key is made exactly once, a lost one never looks like a first start, and every way in opens the same key."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nexus_desktop.models import errors
from nexus_desktop.runtime import key_locks
from nexus_desktop.runtime.key_recovery import RecoveryKey
from nexus_desktop.runtime.key_secret import SecretKey, derive
from nexus_desktop.runtime.key_slots import KeyringSlot, KeySet, KeySlots, SlotFile
from nexus_desktop.runtime.key_vault import Credentials, KeyNeed, KeyVault
from nexus_desktop.storage.sqlcipher import opens

PASSPHRASE = "four words not together"
OTHER = "another four words here"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
KEPT = (key_locks.MEMORY_KIB, key_locks.PASSES)
OLD = Path(__file__).parents[2] / "data" / "databases"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cheaper stretching for new slots; old ones carry their own cost."""
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)


class Folder:
    """A data folder on a machine without a keyring (no session bus is reachable in tests)."""

    def __init__(self, path: Path) -> None:
        self.slots, self.copy = path / "keyslot.json", path / "keyslot.copy.json"
        self.database = path / "nexus.db"
        self.true_key: SecretKey | None = None  # the one that opens the database, where it matters
        self.vault = KeyVault(self.slots, self.database, 12, opens=lambda key: key == self.true_key)

    def open(self, passphrase: str | None = None, recovery: str | None = None) -> SecretKey:
        return self.vault.open(Credentials(passphrase, recovery)).key

    def content(self) -> str:
        return self.slots.read_text() + self.copy.read_text()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_without_a_keyring_a_passphrase_is_asked_for(folder: Folder) -> None:
    assert folder.vault.need() is KeyNeed.NEW_PASSPHRASE
    with pytest.raises(errors.PassphraseNeeded):
        folder.open()


def test_the_passphrase_gives_the_same_key_again(folder: Folder) -> None:
    first = folder.vault.open(Credentials(PASSPHRASE))
    assert first.is_new
    assert folder.vault.need() is KeyNeed.PASSPHRASE
    again = folder.vault.open(Credentials(PASSPHRASE))
    assert again.key == first.key
    assert not again.is_new


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(folder: Folder) -> None:
    folder.open(PASSPHRASE)
    before = folder.content()
    with pytest.raises(errors.PassphraseWrong):
        folder.open("four words all together")
    assert folder.content() == before


def test_a_short_passphrase_is_refused_before_anything_is_written(folder: Folder) -> None:
    with pytest.raises(errors.PassphraseTooShort):
        folder.open("short")
    assert not folder.slots.exists()


def test_the_slots_hold_no_key_passphrase_or_recovery_key(folder: Folder) -> None:
    key, recovery = folder.open(PASSPHRASE), RecoveryKey.random()
    folder.vault.set_recovery(key, recovery, NOON)
    content = folder.content()
    for secret in (key.reveal().hex(), PASSPHRASE, recovery.text, *recovery.groups, recovery.secret.hex()):
        assert secret not in content
    for path in (folder.slots, folder.copy):
        assert path.stat().st_mode & 0o077 == 0


def test_no_secret_is_printed(folder: Folder) -> None:
    opened, recovery = folder.vault.open(Credentials(PASSPHRASE)), RecoveryKey.random()
    for shown in (repr(opened), repr(recovery), repr(Credentials(PASSPHRASE, recovery.text))):
        assert opened.key.reveal().hex() not in shown
        assert PASSPHRASE not in shown
        assert recovery.groups[0] not in shown


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"version": 1, "slot": "passphrase"}', '{"version": 1, "slot": "elsewhere"}']
)
def test_a_damaged_slot_is_an_error_not_a_first_start(folder: Folder, damage: str) -> None:
    folder.slots.write_text(damage)
    with pytest.raises(errors.KeySlotDamaged):
        folder.open(PASSPHRASE)


@pytest.mark.parametrize("damage", [None, "{"])
def test_a_damaged_or_lost_slot_file_is_read_from_its_copy(folder: Folder, damage: str | None) -> None:
    key = folder.open(PASSPHRASE)
    if damage is None:
        folder.slots.unlink()
    else:
        folder.slots.write_text(damage)
    assert folder.open(PASSPHRASE) == key


def test_a_lost_slot_beside_a_database_is_an_error(folder: Folder) -> None:
    folder.database.write_bytes(b"x" * 4096)
    with pytest.raises(errors.KeySlotDamaged):
        folder.vault.need()


def test_a_slot_moved_to_another_store_does_not_open(folder: Folder) -> None:
    folder.open(PASSPHRASE)
    data = json.loads(folder.slots.read_text())
    data["current"]["key_id"] = "another"
    folder.slots.write_text(json.dumps(data))
    with pytest.raises(errors.PassphraseWrong):
        folder.open(PASSPHRASE)


def test_a_keyring_that_is_gone_is_named(folder: Folder) -> None:
    SlotFile(folder.slots).write(KeySlots(current=KeySet(key_id="one", keyring=KeyringSlot(backend="Keyring"))))
    with pytest.raises(errors.KeyringUnavailable):
        folder.open()


def test_a_passphrase_that_was_never_set_is_not_called_wrong(folder: Folder) -> None:
    SlotFile(folder.slots).write(KeySlots(current=KeySet(key_id="one", keyring=KeyringSlot(backend="Keyring"))))
    with pytest.raises(errors.PassphraseNotSet):
        folder.vault.check_passphrase(PASSPHRASE)


def test_the_slot_of_the_first_version_still_opens(folder: Folder) -> None:
    shutil.copy(OLD / "v0001" / "keyslot.json", folder.slots)
    key = folder.open(PASSPHRASE)
    shutil.copy(OLD / "v0001" / "nexus.db", folder.database)
    assert opens(folder.database, key)
    folder.vault.set_passphrase(key, OTHER)  # from now on in the form of today
    assert json.loads(folder.slots.read_text())["version"] == 2
    assert folder.open(OTHER) == key


# --- the recovery key -----------------------------------------------------------------------------------------


def test_the_recovery_key_opens_what_was_there_before_it_was_made(folder: Folder) -> None:
    key, recovery = folder.open(PASSPHRASE), RecoveryKey.random()
    with pytest.raises(errors.RecoveryKeyNone):
        folder.open(recovery=recovery.text)
    folder.vault.set_recovery(key, recovery, NOON)
    assert folder.open(recovery=recovery.text.lower().replace("-", " ")) == key
    assert folder.vault.ways().recovery_made_at == NOON


def test_a_newer_recovery_key_replaces_the_one_before(folder: Folder) -> None:
    key, first, second = folder.open(PASSPHRASE), RecoveryKey.random(), RecoveryKey.random()
    folder.vault.set_recovery(key, first, NOON)
    folder.vault.set_recovery(key, second, NOON)
    with pytest.raises(errors.RecoveryKeyWrong):
        folder.open(recovery=first.text)
    assert folder.open(recovery=second.text) == key


def test_with_the_recovery_key_a_forgotten_passphrase_is_replaced(folder: Folder) -> None:
    key, recovery = folder.open(PASSPHRASE), RecoveryKey.random()
    folder.vault.set_recovery(key, recovery, NOON)
    folder.vault.set_passphrase(folder.open(recovery=recovery.text), OTHER)
    assert folder.open(OTHER) == key
    assert folder.open(recovery=recovery.text) == key


# --- changing ways in -----------------------------------------------------------------------------------------


def test_a_changed_passphrase_is_the_only_one_that_opens(folder: Folder) -> None:
    key = folder.open(PASSPHRASE)
    folder.vault.set_passphrase(key, OTHER)
    assert folder.open(OTHER) == key
    folder.vault.check_passphrase(OTHER)
    for attempt in (folder.vault.check_passphrase, folder.open):
        with pytest.raises(errors.PassphraseWrong):
            attempt(PASSPHRASE)


def test_the_last_way_in_cannot_be_taken_away(folder: Folder) -> None:
    folder.open(PASSPHRASE)
    with pytest.raises(errors.LastWayIn):
        folder.vault.remove_passphrase()
    with pytest.raises(errors.KeyringUnavailable):
        folder.vault.use_keyring(folder.open(PASSPHRASE))


# --- another key for the database -------------------------------------------------------------------------------


def test_a_new_key_is_in_force_once_the_database_has_it(folder: Folder) -> None:
    old, recovery = folder.open(PASSPHRASE), RecoveryKey.random()
    new = folder.vault.prepare_change(PASSPHRASE, recovery, NOON)
    folder.true_key = new
    folder.vault.finish_change(new)
    assert new != old
    assert folder.open(PASSPHRASE) == new
    assert folder.open(recovery=recovery.text) == new
    assert not folder.vault.ways().change_unfinished


@pytest.mark.parametrize("database_has_new", [True, False])
@pytest.mark.parametrize("way", ["passphrase", "recovery"])
def test_a_change_that_was_cut_short_opens_with_whichever_key_the_database_has(
    folder: Folder, database_has_new: bool, way: str
) -> None:
    old, first, second = folder.open(PASSPHRASE), RecoveryKey.random(), RecoveryKey.random()
    folder.vault.set_recovery(old, first, NOON)
    new = folder.vault.prepare_change(PASSPHRASE, second, NOON)
    assert folder.vault.ways().change_unfinished
    folder.true_key = new if database_has_new else old  # the process died before finish_change
    sheet = second if database_has_new else first
    opened = folder.open(PASSPHRASE) if way == "passphrase" else folder.open(recovery=sheet.text)
    assert opened == folder.true_key
    assert not folder.vault.ways().change_unfinished
    other = first if database_has_new else second
    with pytest.raises(errors.RecoveryKeyWrong):
        folder.open(recovery=other.text)


def test_a_change_needs_the_passphrase_that_is_in_force(folder: Folder) -> None:
    folder.open(PASSPHRASE)
    before = folder.content()
    with pytest.raises(errors.PassphraseWrong):
        folder.vault.prepare_change(OTHER, None, NOON)
    with pytest.raises(errors.PassphraseNeeded):
        folder.vault.prepare_change(None, None, NOON)
    assert folder.content() == before


def test_a_passphrase_is_stretched_as_recommended() -> None:
    assert (key_locks.LANES, KEPT) == (4, (64 * 1024, 3))


# --- the key itself ---------------------------------------------------------------------------------------------


def test_keys_for_different_purposes_differ() -> None:
    key = b"k" * 32
    assert derive(key, "audit chain") != derive(key, "letter fingerprint")
    assert derive(key, "audit chain") == derive(key, "audit chain")


def test_a_wiped_key_is_zeros_and_says_that_the_store_is_locked() -> None:
    key = SecretKey(b"k" * 32)
    kept = key._data
    copy = key.copy()
    key.wipe()
    assert bytes(kept) == bytes(32)
    with pytest.raises(errors.StoreLocked):
        key.reveal()
    assert copy.reveal() == b"k" * 32


def test_a_key_of_another_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        SecretKey(b"k" * 31)
