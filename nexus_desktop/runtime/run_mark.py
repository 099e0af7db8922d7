"""Tells a start after a crash from one after an orderly end, by a small file that only a running window has."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from nexus_desktop.runtime.atomic_file import write_atomically


class RunMark:
    """Set while the program runs. The caller holds the lock of the data folder, so no other window sets it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin(self) -> bool:
        """Set the mark. Returns whether it was still there: the last run did not end in order."""
        crashed = self._path.exists()
        with contextlib.suppress(OSError):  # a folder that cannot be written to is reported when the store opens
            write_atomically(self._path, str(os.getpid()).encode())
        return crashed

    def end(self) -> None:
        """Take the mark away."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
