"""A small file that only the holder of a key can read, and that shows when it was changed."""

from __future__ import annotations

import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from nexus_desktop.runtime.atomic_file import write_atomically

NONCE_BYTES = 12


class SealedFile:
    """AES-256-GCM; each write takes a new random nonce. The file's name is bound in, so files cannot be swapped."""

    def __init__(self, path: Path, key: bytes) -> None:
        """``key`` has 32 bytes and is used for this file alone."""
        self._path, self._cipher = path, AESGCM(key)

    def write(self, content: bytes) -> None:
        """Put ``content`` in the place of what was there. Raises OSError and leaves the old file."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        write_atomically(self._path, nonce + self._cipher.encrypt(nonce, content, self._path.name.encode()))

    def read(self) -> bytes | None:
        """What was written; None where there is nothing, or nothing that this key opens."""
        try:
            data = self._path.read_bytes()
            return self._cipher.decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], self._path.name.encode())
        except (OSError, InvalidTag, ValueError):
            return None

    def remove(self) -> None:
        """Take the file away. Raises OSError."""
        self._path.unlink(missing_ok=True)
