"""The keyring of the system: which back ends are trusted, and single entries in them. Never a plain file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from keyring.errors import KeyringError, KeyringLocked, NoKeyringError, PasswordDeleteError

from nexus_desktop.models import errors
from nexus_desktop.models.ports import Guard, unguarded

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Nexus Desktop"
LONGEST = 1280
"""Characters an entry may have: Windows takes 2,560 bytes of UTF-16 and refuses more."""

# Only back ends that encrypt. keyring's own choice would silently take a plain-text file where one is installed.
BACKENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "linux": (("keyring.backends.SecretService", "Keyring"), ("keyring.backends.kwallet", "DBusKeyring")),
}


def failures() -> tuple[type[BaseException], ...]:
    """Whatever a back end raises where it cannot do its work: on Windows the system's own errors come through."""
    found: list[type[BaseException]] = [KeyringLocked, NoKeyringError, KeyringError, RuntimeError, OSError]
    windows = sys.modules.get("keyring.backends.Windows")
    system_error = getattr(getattr(windows, "pywintypes", None), "error", None)
    return (*found, system_error) if isinstance(system_error, type) else tuple(found)


def working_backends() -> Iterator[KeyringBackend]:
    """The allowed keyrings that answer on this machine, best first."""
    for module, name in BACKENDS.get(sys.platform, ()):
        try:
            backend_class = getattr(__import__(module, fromlist=[name]), name)
            _ = backend_class.priority  # raises where it cannot work
            backend = backend_class()
        except (ImportError, AttributeError, RuntimeError, KeyringError, OSError):
            continue
        if sys.platform == "win32":
            backend.persist = "local machine"  # the default roams with the user's profile
        yield backend


def backend_named(name: str) -> KeyringBackend | None:
    """The working keyring of that class, or None: a key is never looked for in another one than it was put into."""
    return next((one for one in working_backends() if type(one).__name__ == name), None)


class KeyringEntry:
    """One named secret in a keyring."""

    def __init__(self, backend: KeyringBackend, name: str, guard: Guard = unguarded) -> None:
        """``guard`` is for what is asked for again and again without a person waiting, never for opening the store."""
        self._backend, self.name, self._guard = backend, name, guard

    @property
    def backend(self) -> str:
        """The class of the keyring it is in."""
        return type(self._backend).__name__

    def read(self) -> str | None:
        """The secret; None where the keyring has no such entry. Raises KeyringLocked, KeyringResting."""
        return self._guard(self._read)

    def write(self, secret: str) -> None:
        """Keep the secret and read it back, for some keyrings take and forget. Raises KeyringLocked, KeyringResting."""
        self._guard(lambda: self._write(secret))

    def delete(self) -> None:
        """Take the secret out; nothing happens where there is none. Raises KeyringLocked, KeyringResting."""
        self._guard(self._delete)

    def _read(self) -> str | None:
        try:
            return self._backend.get_password(SERVICE, self.name)
        except failures():
            raise errors.KeyringLocked from None

    def _write(self, secret: str) -> None:
        try:
            self._backend.set_password(SERVICE, self.name, secret)
        except failures():
            raise errors.KeyringLocked from None
        if self._read() != secret:
            raise errors.KeyringLocked

    def _delete(self) -> None:
        if self._read() is None:
            return
        try:
            self._backend.delete_password(SERVICE, self.name)
        except PasswordDeleteError:
            return  # gone meanwhile
        except failures():
            raise errors.KeyringLocked from None
