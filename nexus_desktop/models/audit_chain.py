"""A tamper-evident chain of audit entries.

Each entry's ``mac`` is HMAC-SHA256 over all its fields and the mac before it; what the entry tells (``body``) is bound
by a salted commitment, so that a body can be purged after its retention without breaking the chain, and not be guessed
back from its hash. The chain shows that history was changed after it was written. It cannot show a shortened chain or
a whole file put back: for that, compare with a head kept elsewhere (``AuditHead``).
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

GENESIS = "0" * 64
"""``previous`` of the first entry."""

Body = Mapping[str, str | int | float | bool | None]


class AuditAct(StrEnum):
    """What can be told. Never renamed once released."""

    STORE_CREATED = "store_created"
    LETTER_IMPORTED = "letter_imported"
    LETTER_REVIEWED = "letter_reviewed"
    LETTER_ANALYZED = "letter_analyzed"
    REPORT_EXPORTED = "report_exported"
    SETTING_CHANGED = "setting_changed"
    STORE_MIGRATED = "store_migrated"
    TEXT_SENT = "text_sent"
    SERVICE_KEY_CHANGED = "service_key_changed"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the chain: ``at`` in UTC, ISO 8601; ``object_id`` names what was acted on, never a person."""

    seq: int
    at: str
    actor: str
    act: AuditAct
    object_id: str
    commitment: str
    previous: str
    mac: str


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The newest entry as remembered outside of the database."""

    seq: int
    mac: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """Outcome of a check. ``broken_at`` is the first sequence number that does not hold; None where all do."""

    entries: int
    broken_at: int | None
    reason: str

    @property
    def intact(self) -> bool:
        return self.broken_at is None


def commit(body: Body, salt: bytes) -> str:
    """SHA-256 over salt and canonical JSON of the body, in hex."""
    canonical = json.dumps(dict(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(salt + canonical.encode()).hexdigest()


def seal(key: bytes, seq: int, at: str, actor: str, act: str, object_id: str, commitment: str, previous: str) -> str:
    """The mac of an entry, in hex. Fields are joined as JSON, so no two different entries look alike."""
    message = json.dumps([seq, at, actor, act, object_id, commitment, previous], separators=(",", ":")).encode()
    return hmac.new(key, message, hashlib.sha256).hexdigest()


def verify(
    key: bytes,
    entries: Iterable[AuditEntry],
    bodies: Mapping[int, tuple[bytes, Body]],
    head: AuditHead | None = None,
) -> ChainReport:
    """Walk the chain from its start. ``bodies`` maps a sequence number to salt and body; purged ones are absent."""
    previous, seq, head_seen = GENESIS, 0, head is None or head.seq == 0
    for entry in entries:
        seq += 1
        if entry.seq != seq:
            return ChainReport(seq - 1, seq, "an entry is missing")
        fields = (entry.seq, entry.at, entry.actor, entry.act, entry.object_id, entry.commitment, entry.previous)
        if entry.previous != previous or not hmac.compare_digest(seal(key, *fields), entry.mac):
            return ChainReport(seq, seq, "an entry was changed")
        if seq in bodies:
            salt, body = bodies[seq]
            if commit(body, salt) != entry.commitment:
                return ChainReport(seq, seq, "what an entry tells was changed")
        if head is not None and head.seq == seq:
            if head.mac != entry.mac:
                return ChainReport(seq, seq, "the chain was replaced by another")
            head_seen = True
        previous = entry.mac
    if not head_seen:
        return ChainReport(seq, seq + 1, "the newest entries are missing, or an older database was put back")
    return ChainReport(seq, None, "every entry is unchanged")
