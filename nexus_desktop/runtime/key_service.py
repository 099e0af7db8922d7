"""Keys of services such as an AI provider: in the keyring of the system, written and used, never shown again.

Where no keyring works a key is held until the program ends, and ``put`` says so; it is never written to a file.
"""

from __future__ import annotations

from nexus_desktop.models.errors import ServiceKeyInvalid, ServiceKeyMissing
from nexus_desktop.models.ports import Guard, unguarded
from nexus_desktop.runtime.secret_store import LONGEST, KeyringEntry, working_backends


class ServiceKeys:
    """The keys of one data folder, by the name of their profile."""

    def __init__(self, folder_id: str, guard: Guard = unguarded) -> None:
        self._folder_id, self._guard = folder_id, guard
        self._held: dict[str, str] = {}

    def put(self, profile: str, key: str) -> bool:
        """Keep a key, in place of the one before. False where it is held until the program ends, and no longer.

        Raises ServiceKeyInvalid, KeyringLocked.
        """
        key = key.strip()
        if not key or len(key) > LONGEST or not key.isascii() or not key.isprintable() or " " in key:
            raise ServiceKeyInvalid(limit=LONGEST)
        entry = self._entry(profile)
        if entry is None:
            self._held[profile] = key
            return False
        entry.write(key)
        return True

    def has(self, profile: str) -> bool:
        """Whether a key is kept. Raises KeyringLocked."""
        return self._found(profile) is not None

    def use(self, profile: str) -> str:
        """The key, for the call to the service and for nothing else. Raises ServiceKeyMissing, KeyringLocked."""
        key = self._found(profile)
        if key is None:
            raise ServiceKeyMissing
        return key

    def delete(self, profile: str) -> None:
        """Take a key out; nothing happens where there is none. Raises KeyringLocked."""
        self._held.pop(profile, None)
        entry = self._entry(profile)
        if entry is not None:
            entry.delete()

    def forget(self) -> None:
        """Drop what is held in memory."""
        self._held.clear()

    def _found(self, profile: str) -> str | None:
        entry = self._entry(profile)
        return self._held.get(profile) if entry is None else entry.read()

    def _entry(self, profile: str) -> KeyringEntry | None:
        backend = next(working_backends(), None)
        return None if backend is None else KeyringEntry(backend, f"{self._folder_id}/service/{profile}", self._guard)
