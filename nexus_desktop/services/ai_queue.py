"""Letters that were reviewed, answered offline because a service failed, and wait to be sent: ids and numbers, no text.

The text itself is in the encrypted store with its analysis. Each entry keeps the name of its request, which is the same
however often it is tried, so that a service that knows such names never does the work twice.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from pydantic import ValidationError

from nexus_desktop.models.rubric_models import Frozen
from nexus_desktop.runtime.atomic_file import write_atomically


class Waiting(Frozen):
    """One letter. ``left_in`` are places of the text that the person decided to leave in, as (start, end)."""

    analysis_id: str
    key: str
    left_in: tuple[tuple[int, int], ...] = ()


class WaitingFile(Frozen):
    """The whole of waiting.json."""

    letters: tuple[Waiting, ...] = ()


class WaitingLetters:
    """The queue on disk, oldest first. Safe from several threads of one process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()

    def all(self) -> tuple[Waiting, ...]:
        """Every letter that waits. A damaged file counts as empty: each letter is still in the store, analyzed."""
        try:
            return WaitingFile.model_validate_json(self._path.read_bytes()).letters
        except (OSError, ValidationError):
            return ()

    def get(self, analysis_id: str) -> Waiting | None:
        """One of them."""
        return next((one for one in self.all() if one.analysis_id == analysis_id), None)

    def add(self, letter: Waiting) -> None:
        """Let a letter wait. Raises OSError."""
        with self._lock:
            others = [one for one in self.all() if one.analysis_id != letter.analysis_id]
            self._write((*others, letter))

    def remove(self, analysis_id: str) -> None:
        """A letter waits no more. Raises OSError."""
        with self._lock:
            self._write(tuple(one for one in self.all() if one.analysis_id != analysis_id))

    def _write(self, letters: tuple[Waiting, ...]) -> None:
        write_atomically(self._path, WaitingFile(letters=letters).model_dump_json(indent=1).encode())
