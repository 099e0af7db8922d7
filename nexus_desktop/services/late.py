"""A part that takes time to load: made once, in the job that first needs it, and never while the window is built."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Late(Generic[_T]):
    """Calls ``make`` at the first ``get``; safe from several threads. What ``make`` raises comes out each time.

    What is loaded stays for good, so the collector rests meanwhile and leaves it out of its rounds later: with the word
    lists in them a full round stopped every thread for 40 to 50 ms, the window's too.
    """

    def __init__(self, make: Callable[[], _T]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: list[_T] = []

    def get(self) -> _T:
        """The part."""
        with self._lock:
            if not self._made:
                gc.disable()
                try:
                    self._made.append(self._make())
                finally:
                    gc.freeze()
                    gc.enable()
            return self._made[0]
