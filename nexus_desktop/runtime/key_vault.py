"""Decides which key opens the database, and makes one exactly once: on the first start.

Ways in are slots, as with an encrypted disk: the keyring of the system, a passphrase, a printed recovery key. Each
opens the same random key. A change of passphrase rewrites one slot; a new key for the database (``prepare_change``)
makes a whole new set of them, which is in force once the database has that key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from nexus_desktop.models import errors
from nexus_desktop.models.phrases import phrase
from nexus_desktop.runtime.key_locks import (
    lock_with_passphrase,
    lock_with_recovery,
    open_with_passphrase,
    open_with_recovery,
)
from nexus_desktop.runtime.key_recovery import RecoveryKey
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.runtime.key_slots import KeyringSlot, KeySet, KeySlots, SlotFile, new_id
from nexus_desktop.runtime.secret_store import KeyringEntry, backend_named, working_backends

IN_KEYRING = phrase("kept in the keyring of this machine")
BY_PASSPHRASE = phrase("locked with your passphrase")
BY_RECOVERY = phrase("opened with the recovery key")


class KeyNeed(StrEnum):
    """What has to be asked of the person before the store can be opened."""

    NOTHING = "nothing"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word, not a secret
    NEW_PASSPHRASE = "new_passphrase"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a person gives to open the store; at most one of the two."""

    passphrase: str | None = field(default=None, repr=False)
    recovery: str | None = field(default=None, repr=False)


NO_CREDENTIALS = Credentials()


@dataclass(frozen=True, slots=True)
class OpenedKey:
    """The key in memory, and where it came from. ``reseated``: it was put back into the keyring just now."""

    key: SecretKey
    source: str
    is_new: bool = False
    reseated: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """What opens a store, for screens: no secret in it."""

    keyring: bool
    passphrase: bool
    recovery_made_at: datetime | None
    change_unfinished: bool


class KeyVault:
    """The keys of one data folder. ``opens`` tells whether a key opens the database, without changing it."""

    def __init__(
        self, slot_file: Path, database_file: Path, shortest_passphrase: int, opens: Callable[[SecretKey], bool]
    ) -> None:
        self._file, self._database_file = SlotFile(slot_file), database_file
        self._shortest, self._opens = shortest_passphrase, opens

    # --- opening -----------------------------------------------------------------------------------------------

    def need(self) -> KeyNeed:
        """What to ask. Raises KeySlotDamaged where a database is there and nothing says how it is locked."""
        slots = self._file.read()
        if slots is not None:
            by_keyring = slots.current.keyring and not (slots.current.passphrase and self._keyring_fails(slots))
            return KeyNeed.NOTHING if by_keyring else KeyNeed.PASSPHRASE
        if self._database_exists():
            raise errors.KeySlotDamaged
        return KeyNeed.NOTHING if next(working_backends(), None) else KeyNeed.NEW_PASSPHRASE

    def is_new(self) -> bool:
        """Whether there is neither a database nor anything that would open one. Raises KeySlotDamaged."""
        return self._file.read() is None and not self._database_exists()

    def place(self) -> str:
        """``keyring`` where the keyring holds the key now, else ``passphrase`` where one locks it, else ``nowhere``.

        Raises KeyringLocked, KeyringUnavailable, KeySlotDamaged.
        """
        current = self._current()
        entry = self._entry(current)
        if entry is not None and entry.read() is not None:
            return "keyring"
        return "passphrase" if current.passphrase is not None else "nowhere"

    def open(self, given: Credentials = NO_CREDENTIALS) -> OpenedKey:
        """The key of the database, made now if this is the first start.

        Recovery key and passphrase also put the key back into the keyring where it was lost from it. Raises
        KeyringLocked, KeyringUnavailable, KeyMissing, PassphraseNeeded, PassphraseWrong, PassphraseTooShort,
        KeySlotDamaged and the ``key.recovery_*`` errors.
        """
        slots = self._file.read()
        if slots is None:
            return self._first_start(given)
        if given.recovery is not None:
            return self._by_recovery(slots, RecoveryKey.typed(given.recovery))
        if given.passphrase is not None and slots.current.passphrase is not None:
            key = self._by_passphrase(slots, given.passphrase)
            return OpenedKey(key, BY_PASSPHRASE, reseated=self._reseat(key))
        if slots.current.keyring is None:
            raise errors.PassphraseNeeded
        return self._by_keyring(slots)

    def _first_start(self, given: Credentials) -> OpenedKey:
        need = self.need()
        key, key_id = SecretKey.random(), new_id()
        if need is KeyNeed.NOTHING:
            entry = KeyringEntry(next(working_backends()), key_id)
            entry.write(key.reveal().hex())
            self._file.write(KeySlots(current=KeySet(key_id=key_id, keyring=KeyringSlot(backend=entry.backend))))
            return OpenedKey(key, IN_KEYRING, is_new=True)
        if given.passphrase is None:
            raise errors.PassphraseNeeded
        slot = lock_with_passphrase(key, self._long_enough(given.passphrase), key_id)
        self._file.write(KeySlots(current=KeySet(key_id=key_id, passphrase=slot)))
        return OpenedKey(key, BY_PASSPHRASE, is_new=True)

    def _by_keyring(self, slots: KeySlots) -> OpenedKey:
        keys = []
        for one in slots.sets:
            entry = self._entry(one)
            key = _from_hex(entry.read()) if entry is not None else None
            if key is not None:
                keys.append((one, key))
        if keys:
            return OpenedKey(self._settled(slots, keys), IN_KEYRING)
        if self._database_exists():
            raise errors.KeyMissing
        key, entry = SecretKey.random(), self._entry(slots.current)
        if entry is None:
            raise errors.KeyringUnavailable
        entry.write(key.reveal().hex())  # a first start that got as far as the slot and no further
        self._file.write(KeySlots(current=slots.current.model_copy(update={"recovery": None, "passphrase": None})))
        return OpenedKey(key, IN_KEYRING, is_new=True)

    def _keyring_fails(self, slots: KeySlots) -> bool:
        """Whether no keyring gives a key just now: then a passphrase, where there is one, is asked for instead."""
        try:
            entries = [self._entry(one) for one in slots.sets]
            return all(entry is None or entry.read() is None for entry in entries)
        except (errors.KeyringLocked, errors.KeyringUnavailable):
            return True

    def _by_passphrase(self, slots: KeySlots, passphrase: str) -> SecretKey:
        keys = []
        for one in slots.sets:
            if one.passphrase is not None:
                try:
                    keys.append((one, open_with_passphrase(one.passphrase, passphrase, one.key_id)))
                except errors.PassphraseWrong:
                    continue
        if not keys:
            raise errors.PassphraseWrong
        return self._settled(slots, keys)

    def _by_recovery(self, slots: KeySlots, recovery: RecoveryKey) -> OpenedKey:
        keys = []
        for one in slots.sets:
            if one.recovery is not None:
                try:
                    keys.append((one, open_with_recovery(one.recovery, recovery, one.key_id)))
                except errors.RecoveryKeyWrong:
                    continue
        if not keys:
            made = any(one.recovery is not None for one in slots.sets)
            raise errors.RecoveryKeyWrong if made else errors.RecoveryKeyNone
        key = self._settled(slots, keys)
        return OpenedKey(key, BY_RECOVERY, reseated=self._reseat(key))

    def _reseat(self, key: SecretKey) -> bool:
        """Put the key back into a keyring where the entry, or the keyring it was in, is gone. A locked one is left."""
        current = self._current()
        if current.keyring is None:
            return False
        try:
            entry = self._entry(current)
            if entry is not None and entry.read() is not None:
                return False
            if entry is None:
                entry = KeyringEntry(next(working_backends()), current.key_id)
            entry.write(key.reveal().hex())
        except (errors.KeyringLocked, errors.KeyringUnavailable, StopIteration):
            return False
        self._change(keyring=KeyringSlot(backend=entry.backend))
        return True

    def _settled(self, slots: KeySlots, keys: list[tuple[KeySet, SecretKey]]) -> SecretKey:
        """The key that opens the database. Ends a change of it that was under way, one way or the other."""
        if slots.next is None:
            return keys[0][1]
        for one, key in keys:
            if self._opens(key):
                self._keep_only(slots, one)
                return key
        raise errors.DatabaseWrongKey

    # --- changing the ways in ------------------------------------------------------------------------------------

    def ways(self) -> Ways:
        """What opens this store. Raises KeySlotDamaged."""
        slots = self._file.read()
        if slots is None:
            raise errors.KeySlotDamaged
        current = slots.current
        made = datetime.fromisoformat(current.recovery.made_at) if current.recovery else None
        return Ways(current.keyring is not None, current.passphrase is not None, made, slots.next is not None)

    def check_passphrase(self, passphrase: str) -> None:
        """Whether the passphrase opens this store. Raises PassphraseWrong, PassphraseNotSet."""
        current = self._current()
        if current.passphrase is None:
            raise errors.PassphraseNotSet
        open_with_passphrase(current.passphrase, passphrase, current.key_id).wipe()

    def set_passphrase(self, key: SecretKey, passphrase: str) -> None:
        """Make the passphrase a way in, in place of the one before. Raises PassphraseTooShort, DatabaseReadOnly."""
        slot = lock_with_passphrase(key, self._long_enough(passphrase), self._current().key_id)
        self._change(passphrase=slot)

    def remove_passphrase(self) -> None:
        """Open with the keyring alone from now on. Raises LastWayIn."""
        if self._current().keyring is None:
            raise errors.LastWayIn
        self._change(passphrase=None)

    def use_keyring(self, key: SecretKey) -> None:
        """Put the key into the keyring. Raises KeyringUnavailable, KeyringLocked."""
        backend = next(working_backends(), None)
        if backend is None:
            raise errors.KeyringUnavailable
        KeyringEntry(backend, self._current().key_id).write(key.reveal().hex())
        self._change(keyring=KeyringSlot(backend=type(backend).__name__))

    def leave_keyring(self) -> None:
        """Ask for the passphrase at every start: take the key out of the keyring. Raises LastWayIn, KeyringLocked."""
        current = self._current()
        if current.passphrase is None:
            raise errors.LastWayIn
        self._change(keyring=None)  # first: a crash between leaves an entry nobody reads, not a slot without its key
        self._forget(current)

    def set_recovery(self, key: SecretKey, recovery: RecoveryKey, at: datetime) -> None:
        """Make the recovery key a way in, in place of the one before."""
        self._change(recovery=lock_with_recovery(key, recovery, self._current().key_id, at))

    # --- another key for the database ------------------------------------------------------------------------------

    def prepare_change(self, passphrase: str | None, recovery: RecoveryKey | None, at: datetime) -> SecretKey:
        """A new random key with slots of its own, ready before the database gets it. Call ``finish_change`` after.

        The ways in stay what they were: where there is a passphrase it has to be given. Raises PassphraseNeeded,
        PassphraseWrong, KeyringLocked, KeyringUnavailable.
        """
        current, key, key_id = self._current(), SecretKey.random(), new_id()
        following = KeySet.model_construct(key_id=key_id)
        if current.passphrase is not None:
            if passphrase is None:
                raise errors.PassphraseNeeded
            self.check_passphrase(passphrase)
            slot = lock_with_passphrase(key, passphrase, key_id)
            following = following.model_copy(update={"passphrase": slot})
        if recovery is not None:
            slot_r = lock_with_recovery(key, recovery, key_id, at)
            following = following.model_copy(update={"recovery": slot_r})
        if current.keyring is not None:
            backend = backend_named(current.keyring.backend)
            if backend is None:
                raise errors.KeyringUnavailable
            KeyringEntry(backend, key_id).write(key.reveal().hex())
            following = following.model_copy(update={"keyring": current.keyring})
        self._file.write(KeySlots(current=current, next=KeySet.model_validate(following.model_dump())))
        return key

    def finish_change(self, key: SecretKey) -> None:
        """The database has this key now (or kept its old one): leave only the slots that open it."""
        slots = self._file.read()
        if slots is None or slots.next is None:
            return
        self._keep_only(slots, slots.next if self._opens(key) else slots.current)

    def _keep_only(self, slots: KeySlots, winner: KeySet) -> None:
        self._file.write(KeySlots(current=winner))
        for one in slots.sets:
            if one.key_id != winner.key_id:
                self._forget(one)

    # --- parts -------------------------------------------------------------------------------------------------

    def _database_exists(self) -> bool:
        return self._database_file.exists() and self._database_file.stat().st_size > 0

    def _current(self) -> KeySet:
        slots = self._file.read()
        if slots is None:
            raise errors.KeySlotDamaged
        return slots.current

    def _change(self, **slots: object) -> None:
        changed = self._current().model_copy(update=slots)
        self._file.write(KeySlots(current=KeySet.model_validate(changed.model_dump())))

    def _entry(self, one: KeySet) -> KeyringEntry | None:
        """Where the keyring holds the key of a set; None for a set without. Raises KeyringUnavailable."""
        if one.keyring is None:
            return None
        backend = backend_named(one.keyring.backend)
        if backend is None:
            raise errors.KeyringUnavailable
        return KeyringEntry(backend, one.key_id)

    def _forget(self, one: KeySet) -> None:
        try:
            entry = self._entry(one)
            if entry is not None:
                entry.delete()
        except (errors.KeyringLocked, errors.KeyringUnavailable):
            return  # an entry that opens nothing any more

    def _long_enough(self, passphrase: str) -> str:
        if len(passphrase) < self._shortest:
            raise errors.PassphraseTooShort(limit=self._shortest)
        return passphrase


def _from_hex(text: str | None) -> SecretKey | None:
    if text is None:
        return None
    try:
        return SecretKey(bytes.fromhex(text))
    except ValueError:
        raise errors.KeySlotDamaged from None
