"""The audit trail as a screen shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from nexus_desktop.models.audit_chain import AuditAct, AuditEntry, Body, ChainReport
from nexus_desktop.storage.store import Store

WORDS: dict[AuditAct, str] = {
    AuditAct.STORE_CREATED: "Store created",
    AuditAct.LETTER_IMPORTED: "Letter read",
    AuditAct.LETTER_REVIEWED: "Redactions reviewed",
    AuditAct.LETTER_ANALYZED: "Letter analyzed",
    AuditAct.REPORT_EXPORTED: "Report exported",
    AuditAct.SETTING_CHANGED: "Setting changed",
    AuditAct.STORE_MIGRATED: "Store upgraded",
}


LONG = frozenset({"correlation_id", "letter_id", "fingerprint", "sha256"})
"""Told in full, and left out of the short form."""


OUTWARD = frozenset({AuditAct.REPORT_EXPORTED})
"""Acts with which something leaves the program."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A row of the trail."""

    seq: int
    at: datetime
    actor: str
    act: str
    object_id: str
    brief: str
    told: tuple[str, ...]
    mac: str
    leaves: bool  # whether something was written out of the program with it


class AuditTrail:
    """The use case, on an open store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def newest(self, limit: int, before_seq: int | None = None) -> list[AuditLine]:
        """A page, newest first."""
        return [_line(entry, body) for entry, body in self._store.audit_entries(limit, before_seq)]

    def about(self, object_ids: Sequence[str]) -> list[AuditLine]:
        """Every entry about some objects, oldest first: the story of one analysis."""
        return [_line(entry, body) for entry, body in self._store.audit_entries_about(object_ids)]

    def check(self) -> ChainReport:
        """Walk the whole chain; about a second for 100,000 entries."""
        return self._store.check_chain()


def _line(entry: AuditEntry, body: Body) -> AuditLine:
    told = {name: f"{name.replace('_', ' ')}: {value}" for name, value in body.items() if value not in (None, "")}
    return AuditLine(
        seq=entry.seq,
        at=datetime.fromisoformat(entry.at),
        actor=entry.actor,
        act=WORDS[entry.act],
        object_id=entry.object_id,
        brief=", ".join(words for name, words in told.items() if name not in LONG),
        told=tuple(told.values()),
        mac=entry.mac,
        leaves=entry.act in OUTWARD,
    )
