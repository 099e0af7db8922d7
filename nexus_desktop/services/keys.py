"""The keys as a screen shows them: which ways in there are, and how each is made, changed and taken away.

Every change is told in the audit trail; no key, passphrase or recovery key ever is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.errors import KeySlotDamaged
from nexus_desktop.runtime.key_recovery import RecoveryKey

if TYPE_CHECKING:
    from nexus_desktop.models.ports import Progress
    from nexus_desktop.runtime.key_service import ServiceKeys
    from nexus_desktop.runtime.key_vault import KeyVault, Ways
    from nexus_desktop.storage.store import Store

_T = TypeVar("_T")


class Keys:
    """The use case, on an open store. ``vault`` is None for a store whose key is in memory only."""

    def __init__(self, store: Store, vault: KeyVault | None, service_keys: ServiceKeys) -> None:
        self._store, self._maybe_vault, self._service_keys = store, vault, service_keys

    @property
    def _vault(self) -> KeyVault:
        if self._maybe_vault is None:
            raise KeySlotDamaged
        return self._maybe_vault

    @property
    def are_kept(self) -> bool:
        """Whether there are ways in at all: not where the key is in memory only."""
        return self._maybe_vault is not None

    def ways(self) -> Ways:
        """What opens this store. Raises KeySlotDamaged."""
        return self._vault.ways()

    # --- the recovery key ----------------------------------------------------------------------------------------

    def new_recovery_key(self) -> RecoveryKey:
        """A recovery key to be shown once. It opens nothing until it is confirmed."""
        return RecoveryKey.random()

    def confirm_recovery_key(self, recovery: RecoveryKey, typed: Mapping[int, str]) -> None:
        """Put a recovery key in force once groups of it were typed back. Raises RecoveryNotConfirmed."""
        recovery.confirm(typed)
        with self._store.use() as opened:
            self._vault.set_recovery(opened.key, recovery, self._store.clock())
        self._tell("recovery_key", "made")

    # --- passphrase and keyring ----------------------------------------------------------------------------------

    def set_passphrase(self, passphrase: str, present: str | None = None) -> None:
        """Set or change the passphrase; where there is one, ``present`` has to be it.

        Raises PassphraseWrong, PassphraseTooShort.
        """
        before = self.ways().passphrase
        if before:
            self._vault.check_passphrase(present or "")
        with self._store.use() as opened:
            self._vault.set_passphrase(opened.key, passphrase)
        self._tell("passphrase", "changed" if before else "set")

    def replace_passphrase(self, passphrase: str) -> None:
        """Set a passphrase in place of one that was forgotten: only for who came in with the recovery key."""
        with self._store.use() as opened:
            self._vault.set_passphrase(opened.key, passphrase)
        self._tell("passphrase", "replaced")

    def remove_passphrase(self, present: str) -> None:
        """Let the keyring alone open it. Raises PassphraseWrong, PassphraseNotSet, LastWayIn."""
        self._vault.check_passphrase(present)
        self._vault.remove_passphrase()
        self._tell("passphrase", "removed")

    def use_keyring(self) -> None:
        """Let the keyring open it without asking. Raises KeyringUnavailable, KeyringLocked."""
        with self._store.use() as opened:
            self._vault.use_keyring(opened.key)
        self._tell("keyring", "used")

    def leave_keyring(self) -> None:
        """Ask for the passphrase at each start. Raises LastWayIn where there is none, KeyringLocked."""
        self._vault.leave_keyring()
        self._tell("keyring", "left")

    # --- the key of the database ---------------------------------------------------------------------------------

    def change_database_key(self, passphrase: str | None, recovery: RecoveryKey | None, progress: Progress) -> None:
        """Encrypt the database anew under a new random key. Of what opened it before only the passphrase still does.

        ``recovery`` was confirmed by the caller and becomes the recovery key. A kill at any point leaves one key in
        force, and what opens it. Raises PassphraseNeeded, PassphraseWrong, StoreInUse, KeyringLocked, DiskFull.
        """
        progress("Making a new key", 0.1)
        key = self._vault.prepare_change(passphrase, recovery, self._store.clock())
        try:
            progress("Encrypting the database anew", 0.2)
            self._store.change_key(key.copy())
        finally:
            self._vault.finish_change(key)
            key.wipe()
        self._tell("database_key", "changed")

    # --- keys of services ----------------------------------------------------------------------------------------

    def put_service_key(self, profile: str, key: str) -> bool:
        """Keep the key of a service, in place of the one before. False where it is held until the program ends.

        Raises ServiceKeyInvalid, KeyringLocked.
        """
        kept = self._service_keys.put(profile, key)
        self._store.tell(AuditAct.SERVICE_KEY_CHANGED, profile, {"change": "set", "kept": kept})
        return kept

    def has_service_key(self, profile: str) -> bool:
        """Whether there is one; it is never shown."""
        return self._service_keys.has(profile)

    def try_service_key(self, profile: str, call: Callable[[str], _T]) -> _T:
        """Hand the key to a call that tries it with the service. Raises ServiceKeyMissing, and what the call raises."""
        return call(self._service_keys.use(profile))

    def delete_service_key(self, profile: str) -> None:
        """Take the key of a service out. Raises KeyringLocked."""
        self._service_keys.delete(profile)
        self._store.tell(AuditAct.SERVICE_KEY_CHANGED, profile, {"change": "deleted"})

    def _tell(self, what: str, change: str) -> None:
        self._store.tell(AuditAct.KEYS_CHANGED, "store", {"what": what, "change": change})
