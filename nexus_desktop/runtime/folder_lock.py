"""Locks between processes on one data folder. The system lets go of them when a process ends, however it ends.

So a crash leaves nothing stale behind, unlike a lock file with a process number in it. On Windows, which has no shared
lock of this kind, each holder takes one byte of the file and whoever wants it alone takes all of them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PLACES = 64
"""Processes that can share a lock at once on Windows."""


class FolderLock:
    """A lock that several processes share, or that one of them has alone. Not for threads: one object a process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._held: tuple[int, int] = (0, 0)

    def share(self) -> bool:
        """Take it together with others. False where another process has it alone. Raises OSError."""
        return self._take(alone=False)

    def take_alone(self) -> bool:
        """Take it, or turn a shared one into a sole one. False, and shared as before, where another process has it."""
        had = self._file is not None
        if self._take(alone=True):
            return True
        if had:
            self._take(alone=False)  # asking for more gives up what one had
        return False

    def release(self) -> None:
        """Let go."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _take(self, *, alone: bool) -> bool:
        if self._file is None:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if self._lock(self._file, alone=alone):
            return True
        self.release()
        return False

    if sys.platform == "win32":

        def _lock(self, file: int, *, alone: bool) -> bool:
            self._unlock(file)
            tries = [(0, PLACES)] if alone else [(place, 1) for place in range(PLACES)]
            for start, length in tries:
                os.lseek(file, start, os.SEEK_SET)
                try:
                    msvcrt.locking(file, msvcrt.LK_NBLCK, length)
                except OSError:
                    continue
                self._held = (start, length)
                return True
            return False

        def _unlock(self, file: int) -> None:
            start, length = self._held
            if length:
                os.lseek(file, start, os.SEEK_SET)
                msvcrt.locking(file, msvcrt.LK_UNLCK, length)
                self._held = (0, 0)

    else:

        @staticmethod
        def _lock(file: int, *, alone: bool) -> bool:
            try:
                fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True
