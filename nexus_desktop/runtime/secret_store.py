"""Where the key of the database lives: the keyring of the system, or a file locked with a passphrase. Never in clear.

``keyslot.json`` beside the database says which of the two it is, and names the keyring's back end, so that a changed or
lost keyring is an error and never looks like a first start.
"""

from __future__ import annotations

import base64
import json
import secrets
import sys
import uuid
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, KeyringLocked, NoKeyringError
from pydantic import Field, ValidationError

from nexus_desktop.models import errors
from nexus_desktop.models.rubric_models import Frozen
from nexus_desktop.runtime.atomic_file import write_atomically

KEY_BYTES = 32
SERVICE = "Nexus Desktop"

# Argon2id at 64 MiB, 3 passes, 4 lanes: 0.13 s here, and far above the minimum of RFC 9106's second recommendation.
MEMORY_KIB, PASSES, LANES = 64 * 1024, 3, 4

# Only back ends that encrypt. keyring's own choice would silently take a plain-text file where one is installed.
BACKENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "linux": (("keyring.backends.SecretService", "Keyring"), ("keyring.backends.kwallet", "DBusKeyring")),
}


class SlotKind(StrEnum):
    """How the key is kept."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word, not a secret


class KeyringSlot(Frozen):
    """keyslot.json where the key is in the keyring."""

    version: Literal[1] = 1
    slot: Literal[SlotKind.KEYRING] = SlotKind.KEYRING
    store_id: str
    backend: str


class PassphraseSlot(Frozen):
    """keyslot.json where a passphrase locks the key: Argon2id, then AES-256-GCM bound to the store's id."""

    version: Literal[1] = 1
    slot: Literal[SlotKind.PASSPHRASE] = SlotKind.PASSPHRASE
    store_id: str
    memory_kib: Annotated[int, Field(ge=8192, le=4 * 1024 * 1024)]
    passes: Annotated[int, Field(ge=1, le=100)]
    lanes: Annotated[int, Field(ge=1, le=64)]
    salt: str
    nonce: str
    locked_key: str


Slot = KeyringSlot | PassphraseSlot


def read_slot(path: Path) -> Slot | None:
    """What keyslot.json says; None where there is none. Raises KeySlotDamaged."""
    try:
        data = json.loads(path.read_bytes())
        kind = PassphraseSlot if data["slot"] == SlotKind.PASSPHRASE else KeyringSlot
        return kind.model_validate(data)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        raise errors.KeySlotDamaged from None


def derive(key: bytes, purpose: str) -> bytes:
    """A key for one purpose from the database key (HKDF-SHA256, RFC 5869)."""
    return HKDF(
        algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=f"nexus-desktop {purpose}".encode()
    ).derive(key)


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


class KeyringStore:
    """The key in the keyring of the system, under an entry of this store's own."""

    def __init__(self, slot: KeyringSlot, backend: KeyringBackend) -> None:
        self._slot, self._backend = slot, backend

    @property
    def name(self) -> str:
        return "kept in the keyring of this machine"

    def load(self) -> bytes | None:
        """The key, or None where the keyring has no such entry. Raises KeyringLocked, KeySlotDamaged."""
        try:
            text = self._backend.get_password(SERVICE, self._slot.store_id)
        except (KeyringLocked, NoKeyringError, KeyringError, RuntimeError, OSError):
            raise errors.KeyringLocked from None
        if text is None:
            return None
        try:
            key = bytes.fromhex(text)
        except ValueError:
            raise errors.KeySlotDamaged from None
        if len(key) != KEY_BYTES:
            raise errors.KeySlotDamaged
        return key

    def save(self, key: bytes) -> None:
        """Keep the key and read it back, for some keyrings take and forget. Raises KeyringLocked."""
        try:
            self._backend.set_password(SERVICE, self._slot.store_id, key.hex())
        except (KeyringLocked, NoKeyringError, KeyringError, RuntimeError, OSError):
            raise errors.KeyringLocked from None
        if self.load() != key:
            raise errors.KeyringLocked


class PassphraseStore:
    """The key in keyslot.json, locked with a passphrase."""

    def __init__(self, path: Path, passphrase: str) -> None:
        self._path, self._passphrase = path, passphrase

    @property
    def name(self) -> str:
        return "locked with your passphrase"

    def load(self) -> bytes | None:
        """The key. Raises PassphraseWrong, KeySlotDamaged."""
        slot = read_slot(self._path)
        if slot is None:
            return None
        if not isinstance(slot, PassphraseSlot):
            raise errors.KeySlotDamaged
        try:
            salt, nonce, locked = (base64.b64decode(text) for text in (slot.salt, slot.nonce, slot.locked_key))
            lock = self._stretch(salt, slot.memory_kib, slot.passes, slot.lanes)
            return AESGCM(lock).decrypt(nonce, locked, slot.store_id.encode())
        except InvalidTag:
            raise errors.PassphraseWrong from None
        except ValueError:
            raise errors.KeySlotDamaged from None

    def save(self, key: bytes) -> None:
        """Write keyslot.json anew. Raises DatabaseReadOnly where the folder cannot be written to."""
        salt, nonce, store_id = secrets.token_bytes(16), secrets.token_bytes(12), new_store_id()
        lock = self._stretch(salt, MEMORY_KIB, PASSES, LANES)
        locked = AESGCM(lock).encrypt(nonce, key, store_id.encode())
        encoded = [base64.b64encode(value).decode() for value in (salt, nonce, locked)]
        slot = PassphraseSlot(
            store_id=store_id,
            memory_kib=MEMORY_KIB,
            passes=PASSES,
            lanes=LANES,
            salt=encoded[0],
            nonce=encoded[1],
            locked_key=encoded[2],
        )
        write_slot(self._path, slot)

    def _stretch(self, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
        kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory_kib)
        return kdf.derive(self._passphrase.encode())


def new_store_id() -> str:
    """A name for a new store: random, and telling nothing."""
    return str(uuid.uuid4())


def write_slot(path: Path, slot: Slot) -> None:
    """Put keyslot.json in place. Raises DatabaseReadOnly."""
    try:
        write_atomically(path, slot.model_dump_json(indent=1).encode())
    except OSError:
        raise errors.DatabaseReadOnly from None
