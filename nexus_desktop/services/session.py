"""Locked or open: locking lets go of database and key, unlocking asks for what opens the store.

Where only the keyring opens it, a lock covers the screen and frees the memory, but whoever sits at the logged-in
machine can unlock it. With a passphrase, the passphrase is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.errors import ErrorCategory, NexusError, PassphraseNeeded, StoreLocked
from nexus_desktop.monitoring.structured_logger import Event, event
from nexus_desktop.runtime.freed_memory import give_back
from nexus_desktop.runtime.key_vault import NO_CREDENTIALS, Credentials, KeyNeed, KeyVault
from nexus_desktop.services.telling import tell_if_possible

if TYPE_CHECKING:
    from nexus_desktop.runtime.key_service import ServiceKeys
    from nexus_desktop.storage.store import Store


class LockReason(StrEnum):
    """Why it was locked."""

    ASKED = "asked"
    IDLE = "idle"
    SYSTEM = "system"  # the screen was locked, or the machine went to sleep


class Session:
    """The use case. ``vault`` is None for a store whose key is in memory only: that one cannot be locked.

    ``idle_minutes`` without a key or a click lock it; None where that is switched off. ``end_child`` ends the process
    that works on letters, in whose memory remains of some may be; it comes back with the next letter.
    """

    def __init__(
        self,
        store: Store,
        vault: KeyVault | None,
        service_keys: ServiceKeys,
        idle_minutes: int | None,
        end_child: Callable[[], None],
    ) -> None:
        self._store, self._vault, self._service_keys = store, vault, service_keys
        self.idle_minutes, self._end_child = idle_minutes, end_child
        self._refused = 0

    @property
    def is_locked(self) -> bool:
        return self._store.is_locked

    @property
    def can_lock(self) -> bool:
        """Whether there is a way back in."""
        return self._vault is not None

    def need(self) -> KeyNeed:
        """What has to be asked to unlock it. Raises StoreLocked where it can never be unlocked again."""
        if self._vault is None:
            raise StoreLocked
        return KeyNeed.PASSPHRASE if self._vault.ways().passphrase else KeyNeed.NOTHING

    def lock(self, reason: LockReason) -> None:
        """Close the database, once whoever is at it has left, and wipe the key. Raises DatabaseBusy."""
        if self._vault is None or self._store.is_locked:
            return
        tell_if_possible(self._store, AuditAct.STORE_LOCKED, "store", {"reason": reason.value})
        self._store.lock()
        self._service_keys.forget()
        self._end_child()
        give_back()
        event(Event.STORE_LOCKED, status=reason.value)

    def unlock(self, given: Credentials = NO_CREDENTIALS) -> None:
        """Open it again. Raises PassphraseNeeded, PassphraseWrong, KeyMissing … and the ``key.recovery_*`` errors."""
        if self._vault is None:
            raise StoreLocked
        if self.need() is KeyNeed.PASSPHRASE and given == NO_CREDENTIALS:
            raise PassphraseNeeded
        try:
            opened = self._vault.open(given)
        except NexusError as error:
            self._refused += error.category is ErrorCategory.SECURITY
            raise
        self._store.unlock(opened.key)
        told: Body = {"way": opened.source, "refused_before": self._refused}
        tell_if_possible(self._store, AuditAct.STORE_UNLOCKED, "store", told)
        self._refused = 0
        event(Event.STORE_OPENED)
