"""How a passphrase and a recovery key lock the key of the database."""

from __future__ import annotations

import base64
import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from nexus_desktop.models import errors
from nexus_desktop.runtime.key_secret import KEY_BYTES, SecretKey
from nexus_desktop.runtime.key_slots import PassphraseSlot, RecoverySlot

if TYPE_CHECKING:
    from nexus_desktop.runtime.key_recovery import RecoveryKey

# Argon2id at 64 MiB, 3 passes, 4 lanes: 0.13 s here, and far above the minimum of RFC 9106's second recommendation.
MEMORY_KIB, PASSES, LANES = 64 * 1024, 3, 4
SALT_BYTES, NONCE_BYTES = 16, 12


def lock_with_passphrase(key: SecretKey, passphrase: str, key_id: str) -> PassphraseSlot:
    """The key under a passphrase; 0.13 s and 64 MB."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    lock = _stretched(passphrase, salt, MEMORY_KIB, PASSES, LANES)
    locked = AESGCM(lock).encrypt(nonce, key.reveal(), key_id.encode())
    return PassphraseSlot(
        memory_kib=MEMORY_KIB,
        passes=PASSES,
        lanes=LANES,
        salt=_text(salt),
        nonce=_text(nonce),
        locked_key=_text(locked),
    )


def open_with_passphrase(slot: PassphraseSlot, passphrase: str, key_id: str) -> SecretKey:
    """The key. Raises PassphraseWrong, KeySlotDamaged."""
    try:
        salt, nonce, locked = _bytes(slot.salt), _bytes(slot.nonce), _bytes(slot.locked_key)
        lock = _stretched(passphrase, salt, slot.memory_kib, slot.passes, slot.lanes)
        return SecretKey(AESGCM(lock).decrypt(nonce, locked, key_id.encode()))
    except InvalidTag:
        raise errors.PassphraseWrong from None
    except ValueError:
        raise errors.KeySlotDamaged from None


def lock_with_recovery(key: SecretKey, recovery: RecoveryKey, key_id: str, made_at: datetime) -> RecoverySlot:
    """The key under a recovery key. 160 random bits need no stretching."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    locked = AESGCM(_expanded(recovery, salt)).encrypt(nonce, key.reveal(), _bound(key_id))
    return RecoverySlot(
        made_at=made_at.isoformat(timespec="seconds"), salt=_text(salt), nonce=_text(nonce), locked_key=_text(locked)
    )


def open_with_recovery(slot: RecoverySlot, recovery: RecoveryKey, key_id: str) -> SecretKey:
    """The key. Raises RecoveryKeyWrong, KeySlotDamaged."""
    try:
        lock = _expanded(recovery, _bytes(slot.salt))
        return SecretKey(AESGCM(lock).decrypt(_bytes(slot.nonce), _bytes(slot.locked_key), _bound(key_id)))
    except InvalidTag:
        raise errors.RecoveryKeyWrong from None
    except ValueError:
        raise errors.KeySlotDamaged from None


def _stretched(passphrase: str, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory_kib)
    return kdf.derive(passphrase.encode())


def _expanded(recovery: RecoveryKey, salt: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=b"nexus-desktop recovery").derive(
        recovery.secret
    )


def _bound(key_id: str) -> bytes:
    return f"{key_id}/recovery".encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
