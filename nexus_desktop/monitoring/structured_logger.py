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
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypedDict, Unpack

from loguru import logger

from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.models.errors import ErrorCategory, NexusError, every_error
from nexus_desktop.models.letter_models import LetterKind, Level
from nexus_desktop.models.service_models import ServiceKind
from nexus_desktop.models.validation import ValidationStatus

if TYPE_CHECKING:
    import loguru

FILE_BYTES, FILE_AGE, KEPT_FOR = 5_000_000, timedelta(days=1), timedelta(days=30)
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
_CARRIED = "nexus_correlation_id"
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
    STORE_STEPPED_BACK = "store.stepped_back"
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
    confidence: int  # percent
    seq: int
    tokens: int
    microdollars: int


def silence() -> None:
    """Log nowhere and tell nobody, until ``configure`` and ``listen``. Else loguru writes to standard error."""
    logger.remove()
    _listeners.clear()


def configure(folder: Path) -> None:
    """Log into ``folder`` from now on: a file a day or for 5 MB, then compressed, kept for 30 days, readable by its
    owner alone. Several processes may log there at once."""
    logger.remove()
    _forget_old(folder)
    logger.add(
        folder / "nexus.jsonl",
        format=lambda record: "{extra[line]}\n",  # noqa: ARG005 - loguru wants the argument
        level="INFO",
        rotation=_Full(),
        retention=KEPT_FOR,
        compression="gz",
        encoding="utf-8",
        diagnose=False,  # the default prints the values of variables
        backtrace=False,
        catch=True,  # a full disk must not stop an analysis
        opener=_private,
        watch=True,  # another process may have put the file away
    )


class _Full:
    """Whether a file is to be put away: it is as large as it may be, or its first line is a day old."""

    def __init__(self) -> None:
        self._file: TextIO | None = None
        self._begun = datetime.now(UTC)

    def __call__(self, message: loguru.Message, file: TextIO) -> bool:
        if file is not self._file:  # another process, or we, began a new one
            self._file, self._begun = file, _begun(Path(file.name))
        return file.tell() + len(message) > FILE_BYTES or datetime.now(UTC) - self._begun >= FILE_AGE


def _begun(path: Path) -> datetime:
    try:
        with path.open("rb") as file:
            return datetime.fromisoformat(json.loads(file.readline())["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return datetime.now(UTC)


def _forget_old(folder: Path) -> None:
    """Remove what is past its time. loguru does so when it begins a new file, which a program that is seldom used never
    comes to."""
    oldest = datetime.now(UTC) - KEPT_FOR
    with suppress(OSError):
        for path in folder.glob("nexus.*.jsonl*"):
            if datetime.fromtimestamp(path.stat().st_mtime, UTC) < oldest:
                path.unlink(missing_ok=True)


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
    with correlated(_correlation.get() or getattr(error, _CARRIED, "")):
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
    """Put an id on every line written inside, also in the threads that TaskRunner starts from here. What fails inside
    carries it along, so that whoever logs the failure later tells what it belongs to."""
    token = _correlation.set(correlation_id)
    try:
        yield
    except Exception as error:
        if not getattr(error, _CARRIED, ""):
            setattr(error, _CARRIED, correlation_id)
        raise
    finally:
        _correlation.reset(token)
