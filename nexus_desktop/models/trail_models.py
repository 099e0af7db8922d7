"""An export of the audit trail: what is in it, and what it proves. resources/verify_trail.py describes its form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nexus_desktop.models.audit_chain import AuditHead, Told, digest

FORMAT = 1

STATEMENT = (
    (
        "Each entry carries two seals. The link is a SHA-256 hash over the link before it and the digest of the entry; "
        "it is followed with this export alone. The mac is a keyed hash (HMAC-SHA256) whose key never leaves the "
        "encrypted database; it is checked by the program that holds the database."
    ),
    (
        "What an entry tells is bound by a SHA-256 commitment with a random salt. Where it was deleted after its "
        "retention, a later entry names the deletion and commits to the list of entries it emptied."
    ),
    (
        "It proves: no entry of this export was changed, added, left out or put in another order after the newest head "
        "was recorded elsewhere, such as on a report that was handed over, in an earlier export, or in the keyring."
    ),
    (
        "It does not prove: that what an entry tells was true when it was written; that the clock was right; that "
        "nothing was done outside of the program. Whoever holds the machine and its keys can write a new chain from "
        "the start; only a head recorded elsewhere before then shows it."
    ),
    (
        "An entry that is not part of this selection is represented by its digest, which tells nothing about it and "
        "keeps the chain whole."
    ),
)


class TrailForm(StrEnum):
    """The files an export can be."""

    ALL = "zip"  # the three others, the verifier and a statement
    LINES = "jsonl"
    TABLE = "csv"
    PAGES = "pdf"


@dataclass(frozen=True, slots=True)
class TrailHeader:
    """What an export says of itself. ``selection`` is "all", or says in words what was chosen."""

    store_id: str
    program: str
    made_at: datetime
    entries: int
    selection: str
    head: AuditHead


@dataclass(frozen=True, slots=True)
class TrailLine:
    """An entry as it stands in an export; ``shown`` is None where it was not part of the selection."""

    seq: int
    digest: str
    shown: Told | None

    @classmethod
    def of(cls, told: Told, *, shown: bool) -> TrailLine:
        """The entry, or only its digest."""
        return cls(told.entry.seq, digest(told.entry.fields), told if shown else None)


@dataclass(frozen=True, slots=True)
class ExportCheck:
    """Outcome of comparing an export with this store: entries read, and the first that differs with the reason."""

    entries: int
    differs_at: int | None
    reason: str
