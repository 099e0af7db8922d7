"""Letters that are not analyzed yet, kept across a crash: where each came from, and what was decided.

The text of a file is not kept: it is read again, and decisions count only if it is the same file still. Pasted text has
no other home and is kept. All of it is PHI, so the file is sealed with a key derived from that of the database.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from nexus_desktop.models.errors import DatabaseReadOnly
from nexus_desktop.models.letter_models import PERSON, ClientFields, Finding, Level, PhiCategory, Verdict

if TYPE_CHECKING:
    from nexus_desktop.runtime.sealed_file import SealedFile

FILE = "work-in-hand"
PURPOSE = "work in hand"
VERSION = 1
MARKED = "marked by you"


@dataclass(frozen=True, slots=True)
class PlaceDecided:
    """One decision by its place in the text."""

    start: int
    end: int
    category: PhiCategory
    redact: bool
    detector: str

    @classmethod
    def of(cls, finding: Finding, redact: bool) -> PlaceDecided:
        """The decision on a finding."""
        return cls(finding.start, finding.end, finding.category, redact, finding.detector)

    def finding(self) -> Finding:
        """Where it was decided; of what the person marked, the finding as it was."""
        reason = MARKED if self.detector == PERSON else ""
        return Finding(self.start, self.end, self.category, Verdict.REDACT, self.detector, 1.0, reason)


@dataclass(frozen=True, slots=True)
class UnfinishedLetter:
    """A letter on the desk. Either ``path`` or ``pasted`` says where its text is. Holds PHI.

    ``sha256`` is that of the file its decisions are about; empty for a letter that still waits to be read.
    """

    title: str
    sha256: str
    level: Level
    client: ClientFields
    path: str | None = field(default=None, repr=False)
    pasted: str | None = field(default=None, repr=False)
    decided: tuple[PlaceDecided, ...] = field(default=(), repr=False)


class WorkInHand:
    """The use case. Cheap enough to be called after every decision; the caller leaves out what did not change.

    ``file`` gives the file with its key, which is asked for each time: a store that is locked gives none.
    """

    def __init__(self, file: Callable[[], SealedFile]) -> None:
        self._file = file

    def keep(self, letters: Sequence[UnfinishedLetter]) -> None:
        """Replace what was kept; with no letters, nothing stays. Raises DatabaseReadOnly, StoreLocked."""
        file = self._file()
        try:
            if not letters:
                file.remove()
                return
            data = {"version": VERSION, "letters": [asdict(letter) for letter in letters]}
            file.write(json.dumps(data).encode("utf-8", "surrogatepass"))
        except OSError:
            raise DatabaseReadOnly from None

    def left(self) -> tuple[UnfinishedLetter, ...]:
        """What was in hand when the program last ended; empty where there is nothing, or nothing that can be read.

        Raises StoreLocked.
        """
        data = self._file().read()
        if data is None:
            return ()
        try:
            kept = json.loads(data.decode("utf-8", "surrogatepass"))
            if kept["version"] != VERSION:
                return ()
            return tuple(_letter(one) for one in kept["letters"])
        except (ValueError, KeyError, TypeError):
            return ()


def _letter(one: dict[str, Any]) -> UnfinishedLetter:
    return UnfinishedLetter(
        title=str(one["title"]),
        sha256=str(one["sha256"]),
        level=Level(one["level"]),
        client=ClientFields(**{name: tuple(values) for name, values in one["client"].items()}),
        path=one["path"],
        pasted=one["pasted"],
        decided=tuple(
            PlaceDecided(
                int(place["start"]),
                int(place["end"]),
                PhiCategory(place["category"]),
                bool(place["redact"]),
                str(place["detector"]),
            )
            for place in one["decided"]
        ),
    )
