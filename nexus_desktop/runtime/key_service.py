"""Keys of services such as an AI provider: in the keyring of the system, written and used, never shown again.

Where no keyring works a key is held until the program ends, and ``put`` says so; it is never written to a file.
"""

from __future__ import annotations

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError

from nexus_desktop.models import errors
from nexus_desktop.runtime.secret_store import SERVICE, working_backends

LONGEST = 512


class ServiceKeys:
    """The keys of one data folder, by the name of their profile."""

    def __init__(self, folder_id: str) -> None:
        self._folder_id = folder_id
        self._held: dict[str, str] = {}

    def put(self, profile: str, key: str) -> bool:
        """Keep a key, in place of the one before. False where it is held until the program ends, and no longer.

        Raises ServiceKeyInvalid, KeyringLocked.
        """
        key = key.strip()
        if not key or len(key) > LONGEST or not key.isascii() or not key.isprintable() or " " in key:
            raise errors.ServiceKeyInvalid(limit=LONGEST)
        backend = self._backend()
        if backend is None:
            self._held[profile] = key
            return False
        try:
            backend.set_password(SERVICE, self._name(profile), key)
        except (KeyringError, RuntimeError, OSError):
            raise errors.KeyringLocked from None
        if self._found(profile) != key:  # some keyrings take and forget
            raise errors.KeyringLocked
        return True

    def has(self, profile: str) -> bool:
        """Whether a key is kept. Raises KeyringLocked."""
        return self._found(profile) is not None

    def use(self, profile: str) -> str:
        """The key, for the call to the service and for nothing else. Raises ServiceKeyMissing, KeyringLocked."""
        key = self._found(profile)
        if key is None:
            raise errors.ServiceKeyMissing
        return key

    def delete(self, profile: str) -> None:
        """Take a key out; nothing happens where there is none. Raises KeyringLocked."""
        self._held.pop(profile, None)
        backend = self._backend()
        if backend is None or self._found(profile) is None:
            return
        try:
            backend.delete_password(SERVICE, self._name(profile))
        except PasswordDeleteError:
            return  # gone meanwhile
        except (KeyringError, RuntimeError, OSError):
            raise errors.KeyringLocked from None

    def _found(self, profile: str) -> str | None:
        backend = self._backend()
        if backend is None:
            return self._held.get(profile)
        try:
            return backend.get_password(SERVICE, self._name(profile))
        except (KeyringError, RuntimeError, OSError):
            raise errors.KeyringLocked from None

    def _name(self, profile: str) -> str:
        return f"{self._folder_id}/service/{profile}"

    def _backend(self) -> KeyringBackend | None:
        return next(working_backends(), None)
