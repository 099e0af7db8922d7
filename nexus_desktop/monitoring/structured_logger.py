"""The log: one JSON object a line, made of named events and allow-listed fields. It cannot hold letter text.

``event`` takes numbers, codes and ids only. The text of a field must be one of its words or fit its pattern; what does
not is dropped and counted in ``dropped``, so that a mistake costs a field and never a name. A second look at what is
left drops anything with the shape of an identifier. event_catalogue.py says what each event means.
"""

from __future__ import annotations

import json
import os
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from loguru import logger

from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.models.errors import ErrorCategory, NexusError, every_error
from nexus_desktop.models.letter_models import LetterKind, Level
from nexus_desktop.models.service_models import ServiceKind
from nexus_desktop.models.validation import ValidationStatus

if TYPE_CHECKING:
    import loguru

FILE_SIZE, KEPT_FOR = "5 MB", "30 days"
REMEMBERED = 50  # lines for a report of a crash
UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"  # made here, at random
WORD = r"[a-z]+(?:[_.-][a-z]+)*"
PATTERNS: dict[str, re.Pattern[str]] = {
    "version": re.compile(r"\d{1,3}(?:\.\d{1,3}){1,2}"),
    "where": re.compile(r"[a-z_0-9.]+:\d{1,4}|unknown"),
    "exception": re.compile(r"[A-Za-z]{1,40}(?:Error|Exception|Warning|Exit|Interrupt|Iteration)"),
    "analysis_id": re.compile(UUID),
    "letter_id": re.compile(UUID),
}
"""What the text of a field looks like; any field that is not named here or in ``_words`` holds a ``WORD``."""

_LARGEST = 100_000_000  # larger numbers have the nine digits of a Social Security number, and no field needs them
_SHAPED = re.compile(r"\d{3}[-. ]\d{2}[-. ]\d{4}|\d{3}[-. ]\d{3}[-. ]\d{4}|\d{7,}|@")
_recent: deque[str] = deque(maxlen=REMEMBERED)
_WORD = re.compile(WORD)
_correlation: ContextVar[str] = ContextVar("correlation", default="")


class Event(StrEnum):
    """Everything that can be logged."""

    PROGRAM_STARTED = "program.started"
    PROGRAM_STOPPED = "program.stopped"
    PROGRAM_RECOVERED = "program.recovered"
    STORE_OPENED = "store.opened"
    STORE_LOCKED = "store.locked"
    BACKUP_MADE = "backup.made"
    RECORDS_PURGED = "records.purged"
    STORE_MIGRATED = "store.migrated"
    LETTER_READ = "letter.read"
    LETTER_SCANNED = "letter.scanned"
    LETTER_REVIEWED = "letter.reviewed"
    LETTER_ANALYZED = "letter.analyzed"
    ANALYSIS_KEPT = "analysis.kept"
    REPORT_EXPORTED = "report.exported"
    SERVICE_ASKED = "service.asked"
    SERVICE_RETRIED = "service.retried"
    SERVICE_PAUSED = "service.paused"
    HEALTH_CHECKED = "health.checked"
    COMPONENT_CHANGED = "component.changed"
    QT_MESSAGE = "qt.message"
    FAILED = "failed"
    BUG = "bug"


Listener = Callable[[Event, Mapping[str, object]], None]
_listeners: list[Listener] = []


class Fields(TypedDict, total=False):
    """Every field that can be logged, with its unit."""

    version: str
    code: str
    category: str
    kind: str
    level: str
    engine: str
    status: str
    source: str
    where: str  # module and line of ours where a bug showed
    exception: str  # its class
    analysis_id: str
    letter_id: str
    milliseconds: float
    count: int
    asked: int
    kept: int
    characters: int
    pages: int
    size: int  # bytes
    score: int
    seq: int
    tokens: int
    microdollars: int


def silence() -> None:
    """Log nowhere and tell nobody, until ``configure`` and ``listen``. Else loguru writes to standard error."""
    logger.remove()
    _listeners.clear()


def configure(folder: Path) -> None:
    """Log into ``folder`` from now on: 5 MB a file, then compressed, kept for 30 days, readable by its owner alone."""
    logger.remove()
    logger.add(
        folder / "nexus.jsonl",
        format=lambda record: "{extra[line]}\n",  # noqa: ARG005 - loguru wants the argument
        level="INFO",
        rotation=FILE_SIZE,
        retention=KEPT_FOR,
        compression="gz",
        encoding="utf-8",
        diagnose=False,  # the default prints the values of variables
        backtrace=False,
        catch=True,  # a full disk must not stop an analysis
        opener=_private,
    )


def _private(file: str, flags: int) -> int:
    return os.open(file, flags, 0o600)


def event(name: Event, **fields: Unpack[Fields]) -> None:
    """Write one line. Safe before ``configure``: it then goes nowhere."""
    clean, dropped = _clean(dict(fields))
    if dropped:
        clean["dropped"] = dropped
    _sink(logger, name, clean)


def _sink(log: loguru.Logger, name: Event, fields: dict[str, object]) -> None:
    line = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": name.value}
    correlation = _correlation.get()
    if correlation:
        line["correlation_id"] = correlation
    text = json.dumps(line | fields)
    _recent.append(text)
    log.bind(line=text).info("")
    for listener in _listeners:
        listener(name, fields)


def listen(listener: Listener) -> None:
    """Hear every event from now on, as it is written: the meter does. Listeners must be quick and must not raise."""
    _listeners.append(listener)


def recent() -> list[str]:
    """The last lines, oldest first, whether or not they reached a file."""
    return list(_recent)


def _clean(fields: dict[str, object]) -> tuple[dict[str, object], int]:
    clean = {
        field: round(value, 1) if isinstance(value, float) else value
        for field, value in fields.items()
        if field in Fields.__annotations__ and _harmless(field, value)
    }
    return clean, len(fields) - len(clean)


def _harmless(field: str, value: object) -> bool:
    """Whether a value is a number, or a text that this field may hold and that is not shaped like an identifier."""
    if isinstance(value, int | float):
        return abs(value) < _LARGEST
    if not isinstance(value, str):
        return False
    words = _words().get(field)
    if words is not None:
        return value in words
    pattern = PATTERNS.get(field, _WORD)
    random = pattern.pattern == UUID
    return bool(pattern.fullmatch(value)) and (random or not _SHAPED.search(value))


REPORTS = frozenset({"html", "docx", "pdf", "json"})
MESSAGES = frozenset({"debug", "info", "warning", "critical", "fatal"})
HEALTH = frozenset({"ok", "not_checked", "warning", "failure"})
LOCKS = frozenset({"asked", "idle"})
COMPONENTS, COMPONENT_STATES = frozenset({"database", "scans", "keyring", "service"}), frozenset({"resting", "working"})


@cache
def _words() -> dict[str, frozenset[str]]:
    """The fields that hold one of a few words. A single small word may be a name, so these are listed."""
    return {
        "code": frozenset(error.code for error in every_error()) | {NexusError.code},
        "category": frozenset(ErrorCategory),
        "level": frozenset(Level),
        "kind": frozenset(LetterKind)
        | frozenset(BackupReason)
        | frozenset(ServiceKind)
        | REPORTS
        | MESSAGES
        | COMPONENTS,
        "status": frozenset(ValidationStatus) | HEALTH | LOCKS | COMPONENT_STATES | {"unsaved"},
    }


def failure(error: BaseException, where: str = "") -> None:
    """Log a failure by its code; of a bug only the place in our code, never its text, which may quote a value."""
    if isinstance(error, NexusError):
        event(Event.FAILED, code=error.code, category=error.category.value)
    else:
        event(Event.BUG, exception=type(error).__name__, where=where or place_of(error))


def place_of(error: BaseException) -> str:
    """Module and line of ours where an exception passed last, such as ``services.analyze:120``."""
    place, traceback = "unknown", error.__traceback__
    while traceback is not None:
        module = str(traceback.tb_frame.f_globals.get("__name__", ""))
        if module.startswith("nexus_desktop."):
            place = f"{module.removeprefix('nexus_desktop.')}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place


@contextmanager
def correlated(correlation_id: str) -> Iterator[None]:
    """Put an id on every line written inside, also in the threads that TaskRunner starts from here."""
    token = _correlation.set(correlation_id)
    try:
        yield
    finally:
        _correlation.reset(token)
