"""A key is made exactly once, and a lost one never looks like a first start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nexus_desktop.models import errors
from nexus_desktop.runtime.key_vault import KeyNeed, KeyVault
from nexus_desktop.runtime.secret_store import KeyringSlot, derive, read_slot, write_slot

PASSPHRASE = "four words not together"


@pytest.fixture
def vault(tmp_path: Path) -> KeyVault:
    """A data folder on a machine without a keyring (no session bus is reachable in tests)."""
    return KeyVault(tmp_path / "keyslot.json", tmp_path / "nexus.db", shortest_passphrase=12)


def test_without_a_keyring_a_passphrase_is_asked_for(vault: KeyVault) -> None:
    assert vault.need() is KeyNeed.NEW_PASSPHRASE
    with pytest.raises(errors.PassphraseNeeded):
        vault.open()


def test_the_passphrase_gives_the_same_key_again(vault: KeyVault) -> None:
    first = vault.open(PASSPHRASE)
    assert first.is_new
    assert vault.need() is KeyNeed.PASSPHRASE
    again = vault.open(PASSPHRASE)
    assert again.key == first.key
    assert not again.is_new


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(vault: KeyVault, tmp_path: Path) -> None:
    vault.open(PASSPHRASE)
    before = (tmp_path / "keyslot.json").read_bytes()
    with pytest.raises(errors.PassphraseWrong):
        vault.open("four words all together")
    assert (tmp_path / "keyslot.json").read_bytes() == before


def test_a_short_passphrase_is_refused_before_anything_is_written(vault: KeyVault, tmp_path: Path) -> None:
    with pytest.raises(errors.PassphraseTooShort):
        vault.open("short")
    assert not (tmp_path / "keyslot.json").exists()


def test_the_slot_holds_neither_key_nor_passphrase(vault: KeyVault, tmp_path: Path) -> None:
    opened = vault.open(PASSPHRASE)
    content = (tmp_path / "keyslot.json").read_text()
    assert opened.key.hex() not in content
    assert PASSPHRASE not in content
    assert opened.key.hex() not in repr(opened)
    assert (tmp_path / "keyslot.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"slot": "passphrase"}', '{"slot": "elsewhere", "version": 1}'])
def test_a_damaged_slot_is_an_error_not_a_first_start(vault: KeyVault, tmp_path: Path, damage: str) -> None:
    (tmp_path / "keyslot.json").write_text(damage)
    with pytest.raises(errors.KeySlotDamaged):
        vault.open(PASSPHRASE)


def test_a_lost_slot_beside_a_database_is_an_error(vault: KeyVault, tmp_path: Path) -> None:
    (tmp_path / "nexus.db").write_bytes(b"x" * 4096)
    with pytest.raises(errors.KeySlotDamaged):
        vault.need()


def test_a_slot_moved_to_another_store_does_not_open(vault: KeyVault, tmp_path: Path) -> None:
    vault.open(PASSPHRASE)
    slot = json.loads((tmp_path / "keyslot.json").read_text())
    slot["store_id"] = "another"
    (tmp_path / "keyslot.json").write_text(json.dumps(slot))
    with pytest.raises(errors.PassphraseWrong):
        vault.open(PASSPHRASE)


def test_a_keyring_that_is_gone_is_named(vault: KeyVault, tmp_path: Path) -> None:
    write_slot(tmp_path / "keyslot.json", KeyringSlot(store_id="one", backend="Keyring"))
    with pytest.raises(errors.KeyringUnavailable):
        vault.open()
    assert isinstance(read_slot(tmp_path / "keyslot.json"), KeyringSlot)


def test_keys_for_different_purposes_differ() -> None:
    key = b"k" * 32
    assert derive(key, "audit chain") != derive(key, "letter fingerprint")
    assert derive(key, "audit chain") == derive(key, "audit chain")
