"""What services need from the outside, where more than one implementation exists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

Progress = Callable[[str, float], None]
"""Told a short phrase and how much is done, from 0 to 1."""


class CancelFlag(Protocol):
    """A threading.Event, or anything that answers like one."""

    def is_set(self) -> bool: ...


class Clock(Protocol):
    """The time, always aware of its zone."""

    def __call__(self) -> datetime: ...


class SecretStore(Protocol):
    """Where the key of the database lives."""

    @property
    def name(self) -> str:
        """What a person would call it, for the health screen."""

    def load(self) -> bytes | None:
        """The 32-byte key, or None where none was ever kept. Raises KeyringLocked, PassphraseWrong …"""

    def save(self, key: bytes) -> None:
        """Keep the key; after this returns, ``load`` gives it back."""


class ServiceKeyStore(Protocol):
    """Where the keys of services live: written and used, never shown."""

    def put(self, profile: str, key: str) -> bool:
        """Keep a key. False where it is held only until the program ends. Raises ServiceKeyInvalid, KeyringLocked."""

    def has(self, profile: str) -> bool:
        """Whether a key is kept."""

    def use(self, profile: str) -> str:
        """The key, for the call to the service and for nothing else. Raises ServiceKeyMissing."""

    def delete(self, profile: str) -> None:
        """Take a key out; nothing happens where there is none."""
