"""A real encrypted store for tests, and records to put into it."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nexus_desktop.models.letter_models import LetterKind, Level
from nexus_desktop.models.records import AnalysisRecord, LetterRecord
from nexus_desktop.models.validation import Validation, ValidationStatus
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.storage.files import StoreFiles
from nexus_desktop.storage.opening import open_store
from nexus_desktop.storage.store import Store
from tests.unit.models.results import TEXT, result

KEY = bytes(range(32))
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def files(folder: Path) -> StoreFiles:
    return StoreFiles(folder)


def opened(folder: Path, key: bytes = KEY, busy_seconds: int = 5, **named: Any) -> Store:
    named = {"actor": "ann", "clock": lambda: NOON} | named
    return open_store(files(folder), SecretKey(key), busy_seconds=busy_seconds, **named)


def record(minutes: int = 0, fingerprint: str = "f", text: str = TEXT) -> AnalysisRecord:
    at = NOON + timedelta(minutes=minutes)
    letter = LetterRecord(
        id=str(uuid.uuid4()),
        fingerprint=fingerprint,
        kind=LetterKind.PDF,
        level=Level.MODERATE,
        text=text,
        redactions={"PATIENT": 3, "DATE": 2},
        pages=2,
        created_at=at,
    )
    return AnalysisRecord(
        id=str(uuid.uuid4()),
        correlation_id=str(uuid.uuid4()),
        created_at=at,
        engine="embedded-rubric",
        engine_version="1.0.0",
        prompt_version=None,
        letter=letter,
        validation=Validation(status=ValidationStatus.VALID),
        result=result(),
    )


def keep(store: Store, one: AnalysisRecord) -> None:
    told = {"correlation_id": one.correlation_id, "letter_id": one.letter.id, "strength": "strong"}
    store.keep_analysis(one, {"redacted": 5}, told)


def keep_many(store: Store, count: int) -> None:
    for minutes in range(count):
        keep(store, record(minutes))
