"""What went wrong on this machine, newest first, each with what to do: what the Health tab lists and searches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from nexus_desktop.models.errors import NexusError, every_error
from nexus_desktop.monitoring.log_reader import LogLine, lines
from nexus_desktop.monitoring.structured_logger import Event


@dataclass(frozen=True, slots=True)
class LoggedError:
    """One failure. ``where`` names the place in the program, of bugs only."""

    at: datetime
    code: str
    category: str
    sentence: str
    next_step: str
    retryable: bool
    where: str
    correlation_id: str

    def matches(self, words: str) -> bool:
        """Whether every word searched for is in it somewhere."""
        told = (
            f"{self.at:%Y-%m-%d %H:%M} {self.code} {self.category} {self.sentence} {self.where} {self.correlation_id}"
        )
        return all(word in told.casefold() for word in words.casefold().split())


class ErrorLog:
    """The use case. Reads the log files; nothing of it is kept."""

    def __init__(self, log_folder: Path) -> None:
        self._folder = log_folder

    def newest(self, limit: int, words: str = "") -> list[LoggedError]:
        """The newest failures that match."""
        known = {error.code: error for error in every_error()}
        told = (_told(line, known) for line in lines(self._folder) if line.event in (Event.FAILED, Event.BUG))
        return list(islice((error for error in told if error.matches(words)), limit))


def _told(line: LogLine, known: dict[str, type[NexusError]]) -> LoggedError:
    code = str(line.fields.get("code", NexusError.code))
    kind = known.get(code, NexusError)
    return LoggedError(
        at=line.at,
        code=code,
        category=str(line.fields.get("category", kind.category.value)),
        sentence=kind.in_general(),
        next_step=kind.next_step,
        retryable=kind.retryable,
        where=str(line.fields.get("where", "")),
        correlation_id=line.correlation_id,
    )
