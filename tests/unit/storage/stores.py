"""A real encrypted store for tests, and records to put into it."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nexus_desktop.models.letter_models import LetterKind, Level
from nexus_desktop.models.records import AnalysisRecord, LetterRecord
from nexus_desktop.models.validation import Validation, ValidationStatus
from nexus_desktop.storage.store import Store, StoreFiles, open_store
from tests.unit.models.results import TEXT, result

KEY = bytes(range(32))
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def files(folder: Path) -> StoreFiles:
    return StoreFiles(folder / "nexus.db", folder / "audit-head.json")


def opened(folder: Path, key: bytes = KEY, busy_seconds: int = 5) -> Store:
    return open_store(files(folder), key, actor="ann", busy_seconds=busy_seconds, clock=lambda: NOON)


def record(minutes: int = 0, fingerprint: str = "f") -> AnalysisRecord:
    at = NOON + timedelta(minutes=minutes)
    letter = LetterRecord(
        id=str(uuid.uuid4()),
        fingerprint=fingerprint,
        kind=LetterKind.PDF,
        level=Level.MODERATE,
        text=TEXT,
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
    store.keep_analysis(one, {"redacted": 5}, {"strength": "strong"})


def keep_many(store: Store, count: int) -> None:
    for minutes in range(count):
        keep(store, record(minutes))
