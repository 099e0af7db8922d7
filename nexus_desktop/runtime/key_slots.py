"""keyslot.json: what opens the database, one slot a way in. It holds no key in the clear.

A second copy lies beside it, for without the file nothing but the keyring entry would be left of the key. While the
database is being re-encrypted the file names two sets of slots, the one in force and the next: whichever key the
database has after a crash, one of them opens it.
"""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, model_validator

from nexus_desktop.models import errors
from nexus_desktop.models.rubric_models import Frozen
from nexus_desktop.runtime.atomic_file import write_atomically


class KeyringSlot(Frozen):
    """The key is in this keyring, under the id of its set."""

    backend: str


class PassphraseSlot(Frozen):
    """The key under a passphrase: Argon2id, then AES-256-GCM bound to the id of the set."""

    memory_kib: Annotated[int, Field(ge=8192, le=1024 * 1024)]
    passes: Annotated[int, Field(ge=1, le=100)]
    lanes: Annotated[int, Field(ge=1, le=64)]
    salt: str
    nonce: str
    locked_key: str


class RecoverySlot(Frozen):
    """The key under the printed recovery key: HKDF-SHA256, then AES-256-GCM bound to the id of the set."""

    made_at: str
    salt: str
    nonce: str
    locked_key: str


class KeySet(Frozen):
    """Every way to one key of the database."""

    key_id: Annotated[str, Field(min_length=1)]
    keyring: KeyringSlot | None = None
    passphrase: PassphraseSlot | None = None
    recovery: RecoverySlot | None = None

    @model_validator(mode="after")
    def opens_somehow(self) -> Self:
        if self.keyring is None and self.passphrase is None:
            raise ValueError("a start needs the keyring or a passphrase")
        return self


class KeySlots(Frozen):
    """The whole file."""

    version: Literal[2] = 2
    current: KeySet
    next: KeySet | None = None

    @property
    def sets(self) -> tuple[KeySet, ...]:
        """The set in force, then the next one if there is one."""
        return (self.current,) if self.next is None else (self.current, self.next)


def new_id() -> str:
    """A name for a new store or key: random, and telling nothing."""
    return str(uuid.uuid4())


class SlotFile:
    """keyslot.json and its copy."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.copy = path.with_name(f"{path.stem}.copy{path.suffix}")

    def read(self) -> KeySlots | None:
        """What the file says, or its copy where the file is lost or damaged; None where neither was ever there.

        Raises KeySlotDamaged.
        """
        damaged = False
        for path in (self.path, self.copy):
            try:
                return _parsed(path.read_bytes())
            except FileNotFoundError:
                continue
            except (OSError, ValueError, KeyError, TypeError, ValidationError):
                damaged = True
        if damaged:
            raise errors.KeySlotDamaged
        return None

    def write(self, slots: KeySlots) -> None:
        """Put both in place. Raises DatabaseReadOnly."""
        content = as_bytes(slots)
        try:
            for path in (self.path, self.copy):
                write_atomically(path, content)
        except OSError:
            raise errors.DatabaseReadOnly from None


def as_bytes(slots: KeySlots) -> bytes:
    """The content of keyslot.json."""
    return slots.model_dump_json(indent=1, exclude_none=True).encode()


def parsed(content: bytes) -> KeySlots:
    """The content of a keyslot.json of any version. Raises KeySlotDamaged."""
    try:
        return _parsed(content)
    except (ValueError, KeyError, TypeError, ValidationError):
        raise errors.KeySlotDamaged from None


def _parsed(content: bytes) -> KeySlots:
    data = json.loads(content)
    return KeySlots(current=_first_version(data)) if data["version"] == 1 else KeySlots.model_validate(data)


def _first_version(data: dict[str, Any]) -> KeySet:
    """The one slot of the first version. Its store id was what the lock was bound to, and stays so."""
    if data["slot"] == "keyring":
        return KeySet(key_id=data["store_id"], keyring=KeyringSlot(backend=data["backend"]))
    if data["slot"] != "passphrase":
        raise ValueError("an unknown slot")
    kept = {name: data[name] for name in PassphraseSlot.model_fields}
    return KeySet(key_id=data["store_id"], passphrase=PassphraseSlot.model_validate(kept))
