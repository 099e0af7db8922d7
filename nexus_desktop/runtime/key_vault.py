"""Decides which key opens the database, and makes one exactly once: on the first start."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from nexus_desktop.models import errors
from nexus_desktop.models.ports import SecretStore
from nexus_desktop.runtime.secret_store import (
    KEY_BYTES,
    KeyringSlot,
    KeyringStore,
    PassphraseSlot,
    PassphraseStore,
    new_store_id,
    read_slot,
    working_backends,
    write_slot,
)


class KeyNeed(StrEnum):
    """What has to be asked of the person before the store can be opened."""

    NOTHING = "nothing"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word, not a secret
    NEW_PASSPHRASE = "new_passphrase"  # noqa: S105


@dataclass(frozen=True, slots=True)
class OpenedKey:
    """The key in memory, and where it came from."""

    key: bytes
    source: str
    is_new: bool

    def __repr__(self) -> str:
        return f"OpenedKey(source={self.source!r}, is_new={self.is_new})"


class KeyVault:
    """The keys of one data folder."""

    def __init__(self, slot_file: Path, database_file: Path, shortest_passphrase: int) -> None:
        self._slot_file, self._database_file = slot_file, database_file
        self._shortest = shortest_passphrase

    def _database_exists(self) -> bool:
        return self._database_file.exists() and self._database_file.stat().st_size > 0

    def need(self) -> KeyNeed:
        """What to ask. Raises KeySlotDamaged where a database is there and nothing says how it is locked."""
        slot = read_slot(self._slot_file)
        if isinstance(slot, PassphraseSlot):
            return KeyNeed.PASSPHRASE
        if isinstance(slot, KeyringSlot):
            return KeyNeed.NOTHING
        if self._database_exists():
            raise errors.KeySlotDamaged
        return KeyNeed.NOTHING if next(working_backends(), None) else KeyNeed.NEW_PASSPHRASE

    def place(self) -> str:
        """``keyring`` where the keyring holds the key now, ``passphrase`` where one locks it, else ``nowhere``.

        Raises KeyringLocked, KeySlotDamaged.
        """
        slot = read_slot(self._slot_file)
        if isinstance(slot, PassphraseSlot):
            return "passphrase"
        backend = next((one for one in working_backends() if slot and type(one).__name__ == slot.backend), None)
        held = slot is not None and backend is not None and KeyringStore(slot, backend).load() is not None
        return "keyring" if held else "nowhere"

    def open(self, passphrase: str | None = None) -> OpenedKey:
        """The key of the database, made now if this is the first start.

        Raises KeyringLocked, KeyMissing, PassphraseNeeded, PassphraseWrong, PassphraseTooShort, KeySlotDamaged.
        """
        need = self.need()
        if need is KeyNeed.NOTHING:
            return self._from_keyring()
        if passphrase is None:
            raise errors.PassphraseNeeded
        store = PassphraseStore(self._slot_file, passphrase)
        if need is KeyNeed.NEW_PASSPHRASE:
            if len(passphrase) < self._shortest:
                raise errors.PassphraseTooShort(limit=self._shortest)
            return self._new_key(store)
        key = store.load()
        if key is None:
            raise errors.KeySlotDamaged
        return OpenedKey(key, store.name, is_new=False)

    def _from_keyring(self) -> OpenedKey:
        slot = read_slot(self._slot_file)
        backends = list(working_backends())
        if slot is None:
            slot = KeyringSlot(store_id=new_store_id(), backend=type(backends[0]).__name__)
            opened = self._new_key(KeyringStore(slot, backends[0]))
            write_slot(self._slot_file, slot)  # after the key is safe: a crash between leaves a first start
            return opened
        if not isinstance(slot, KeyringSlot):
            raise errors.KeySlotDamaged
        backend = next((one for one in backends if type(one).__name__ == slot.backend), None)
        if backend is None:
            raise errors.KeyringUnavailable
        store = KeyringStore(slot, backend)
        key = store.load()
        if key is not None:
            return OpenedKey(key, store.name, is_new=False)
        if self._database_exists():
            raise errors.KeyMissing
        return self._new_key(store)

    def _new_key(self, store: SecretStore) -> OpenedKey:
        key = secrets.token_bytes(KEY_BYTES)
        store.save(key)
        return OpenedKey(key, store.name, is_new=True)
