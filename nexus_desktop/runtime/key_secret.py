"""The key of the database while it is in use: one place in memory, which can be wiped.

Python copies as it pleases: hex for the keyring, bytes for the ciphers. Those copies are freed at once and overwritten
in time; what lives as long as the store is open is this object, and ``wipe`` leaves zeros in it.
"""

from __future__ import annotations

import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from nexus_desktop.models.errors import StoreLocked

KEY_BYTES = 32
"""SQLCipher silently takes a raw key of any other length for a passphrase."""


class SecretKey:
    """32 bytes that are never printed. Raises ValueError for any other length."""

    __slots__ = ("_data",)

    def __init__(self, data: bytes) -> None:
        if len(data) != KEY_BYTES:
            raise ValueError(f"a raw key has {KEY_BYTES} bytes")
        self._data = bytearray(data)

    @classmethod
    def random(cls) -> SecretKey:
        """A key that never existed before."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def reveal(self) -> bytes:
        """The bytes, for the call that needs them now. Raises StoreLocked once wiped."""
        if not self._data:
            raise StoreLocked
        return bytes(self._data)

    def copy(self) -> SecretKey:
        """The same key in a place of its own, to be wiped on its own."""
        return SecretKey(self.reveal())

    def wipe(self) -> None:
        """Overwrite and forget."""
        for index in range(len(self._data)):
            self._data[index] = 0
        self._data = bytearray()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SecretKey) and secrets.compare_digest(self._data, other._data)

    __hash__ = None  # type: ignore[assignment] # a key is no name for anything

    def __repr__(self) -> str:
        return "SecretKey(…)" if self._data else "SecretKey(wiped)"


def derive(key: bytes, purpose: str) -> bytes:
    """A key for one purpose from another key (HKDF-SHA256, RFC 5869)."""
    return HKDF(
        algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=f"nexus-desktop {purpose}".encode()
    ).derive(key)
