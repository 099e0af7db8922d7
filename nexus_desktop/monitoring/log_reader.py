"""Reads the log back, newest first, across the file in use and the compressed ones."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nexus_desktop.monitoring.structured_logger import Event


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event as it was written."""

    at: datetime
    event: Event
    correlation_id: str
    fields: dict[str, str | float]


def lines(folder: Path) -> Iterator[LogLine]:
    """Every line that can be read; what a crash left half-written is passed over."""
    for path in sorted(folder.glob("nexus*.jsonl*"), key=_age):
        try:
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        except (OSError, EOFError, gzip.BadGzipFile):
            continue
        for raw in reversed(data.splitlines()):
            line = parse(raw)
            if line is not None:
                yield line


def _age(path: Path) -> tuple[bool, float]:
    """The file in use first, then the newest of the others."""
    return path.name != "nexus.jsonl", -path.stat().st_mtime


def parse(raw: bytes | str) -> LogLine | None:
    """One line; None where it is not one."""
    try:
        data = json.loads(raw)
        at, name = datetime.fromisoformat(data.pop("at")), Event(data.pop("event"))
        correlation_id = str(data.pop("correlation_id", ""))
    except (ValueError, KeyError, AttributeError, TypeError):
        return None
    fields = {key: value for key, value in data.items() if isinstance(value, str | int | float)}
    return LogLine(at, name, correlation_id, fields)
