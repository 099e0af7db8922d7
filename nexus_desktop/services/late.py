"""A part that takes time to load: made once, in the job that first needs it, and never while the window is built."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Late(Generic[_T]):
    """Calls ``make`` at the first ``get``; safe from several threads. What ``make`` raises comes out each time.

    Where it is ``large`` and stays for good, the collector rests meanwhile, where it was at work, and leaves it out of
    its rounds later: with the word lists in them a full round stopped every thread for 40 to 50 ms, the window's too.
    """

    def __init__(self, make: Callable[[], _T], *, large: bool = True) -> None:
        self._make, self._large = make, large
        self._lock = threading.RLock()
        self._made: list[_T] = []

    @property
    def is_made(self) -> bool:
        """Whether somebody has asked for it."""
        return bool(self._made)

    def get(self) -> _T:
        """The part."""
        if self._made:
            return self._made[0]
        with self._lock:
            if not self._made:
                self._made.append(self._made_at_rest() if self._large else self._make())
            return self._made[0]

    def _made_at_rest(self) -> _T:
        at_work = gc.isenabled()
        gc.disable()
        try:
            return self._make()
        finally:
            gc.freeze()  # nor does the window ever look through it, which calls for the search itself
            if at_work:
                gc.enable()
