"""What services need from the outside, where more than one implementation exists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from nexus_desktop.models.errors import Cancelled

_T = TypeVar("_T")

Progress = Callable[[str, float], None]
"""Told a short phrase and how much is done, from 0 to 1."""


class CancelFlag(Protocol):
    """A threading.Event, or anything that answers like one."""

    def is_set(self) -> bool: ...


def stop_if(cancelled: CancelFlag) -> None:
    """Raise Cancelled where the person asked for it."""
    if cancelled.is_set():
        raise Cancelled


class Clock(Protocol):
    """The time, always aware of its zone."""

    def __call__(self) -> datetime: ...


class Guard(Protocol):
    """What a call goes through: a circuit breaker, or nothing."""

    def __call__(self, work: Callable[[], _T], /) -> _T: ...


def unguarded(work: Callable[[], _T]) -> _T:
    """No breaker."""
    return work()
