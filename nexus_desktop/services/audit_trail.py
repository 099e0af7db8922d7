"""The audit trail as a screen shows it: pages, filters, one analysis followed through, and the check of the chain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct, ChainReport, Told
from nexus_desktop.models.audit_query import AuditFilter, AuditPlace
from nexus_desktop.models.ports import stop_if

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.storage.store import Store

WORDS: Mapping[str, str] = {
    AuditAct.STORE_CREATED: "Store created",
    AuditAct.STORE_MIGRATED: "Store upgraded",
    AuditAct.STORE_STEPPED_BACK: "Store taken back to an older version",
    AuditAct.STORE_RESTORED: "Backup restored",
    AuditAct.PROGRAM_STARTED: "Program started",
    AuditAct.STORE_LOCKED: "Locked",
    AuditAct.STORE_UNLOCKED: "Unlocked",
    AuditAct.KEYS_CHANGED: "Keys changed",
    AuditAct.SERVICE_KEY_CHANGED: "Key of a service changed",
    AuditAct.LETTER_IMPORTED: "Letter read",
    AuditAct.LETTER_REVIEWED: "Redactions reviewed",
    AuditAct.TEXT_SENT: "Text sent to a service",
    AuditAct.LETTER_ANALYZED: "Letter analyzed",
    AuditAct.ANALYSIS_VIEWED: "Analysis viewed",
    AuditAct.ANALYSIS_TRASHED: "Analysis moved to the trash",
    AuditAct.ANALYSIS_PUT_BACK: "Analysis put back from the trash",
    AuditAct.REPORT_EXPORTED: "Report exported",
    AuditAct.NOTE_KEPT: "Note kept",
    AuditAct.FINDING_OVERRIDDEN: "Finding disagreed with",
    AuditAct.MATTER_CHANGED: "Matter changed",
    AuditAct.HOLD_CHANGED: "Legal hold changed",
    AuditAct.SETTING_CHANGED: "Setting changed",
    AuditAct.PROMPT_CHANGED: "Prompt changed",
    AuditAct.RETENTION_CHANGED: "Retention policy changed",
    AuditAct.RECORDS_PURGED: "Records deleted for good",
    AuditAct.BACKUP_MADE: "Backup made",
    AuditAct.BACKUPS_DELETED: "Backups deleted",
    AuditAct.MATTER_EXPORTED: "Matter given to co-counsel",
    AuditAct.MATTER_RECEIVED: "Matter received",
    AuditAct.TRAIL_EXPORTED: "Audit trail exported",
    AuditAct.TRAIL_BEHIND: "Entries found missing",
    AuditAct.TRAIL_ACKNOWLEDGED: "Missing entries acknowledged",
    AuditAct.WORK_FAILED: "Something failed",
    AuditAct.COMPONENT_CHANGED: "Part of the program rests or works again",
    AuditAct.REVISION_COMPARED: "Compared with its revision",
}
LONG = frozenset({"correlation_id", "letter_id", "analysis_id", "fingerprint"})
"""Told in full, and left out of the short form; so is whatever ends in ``sha256`` or ``mac``."""
ID_LENGTH = 36
RECENT = 1000
"""Entries that are walked at each start; all of them on demand."""


OUTWARD = frozenset({AuditAct.REPORT_EXPORTED, AuditAct.TEXT_SENT, AuditAct.MATTER_EXPORTED, AuditAct.TRAIL_EXPORTED})
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
    link: str
    place: AuditPlace
    leaves: bool  # whether something was written out of the program with it
    subject: str
    """Id of the analysis, import or matter it is about, to follow; empty where it is about none."""


class AuditTrail:
    """The use case, on an open store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, limit: int, wanted: AuditFilter | None = None, after: AuditPlace | None = None) -> list[AuditLine]:
        """Entries that meet a filter, newest first; the next page begins behind the place of the last one."""
        return [_line(told) for told in self._store.audit_entries(limit, after, wanted)]

    def count(self) -> int:
        """How many entries there are; they are numbered without gaps."""
        with self._store.use() as opened, opened.database.read() as session:
            return opened.audit.newest_seq(session)

    def actors(self) -> list[str]:
        """Everyone who ever did something."""
        with self._store.use() as opened, opened.database.read() as session:
            return opened.audit.actors(session)

    def check(self, progress: Progress, cancelled: CancelFlag) -> ChainReport:
        """Walk the whole chain; about 12 seconds for a million entries. Raises Cancelled."""
        entries = max(1, self.count())

        def watch(seq: int) -> None:
            if seq % RECENT == 0:
                stop_if(cancelled)
                progress(f"Checking the audit trail, {seq:,} of {entries:,}", seq / entries)

        return self._store.check_chain(watch=watch)

    def check_recent(self) -> ChainReport:
        """The newest entries and every remembered head: a few milliseconds, however long the trail is."""
        return self._store.check_chain(newest=RECENT)

    def acknowledge(self, report: ChainReport) -> None:
        """Put on record that someone knows of the entries that were found missing at a start."""
        for seq in report.unanswered:
            self._store.tell(AuditAct.TRAIL_ACKNOWLEDGED, str(seq), {"entry": seq})


def _line(told: Told) -> AuditLine:
    entry = told.entry
    body = told.body or {}
    words = {name: f"{name.replace('_', ' ')}: {value}" for name, value in body.items() if value not in (None, "")}
    if told.text is None and told.purged_by is not None:
        words["purged"] = f"what it told was deleted by entry {told.purged_by:,}"
    return AuditLine(
        seq=entry.seq,
        at=datetime.fromisoformat(entry.at),
        actor=entry.actor,
        act=WORDS.get(entry.act, entry.act.replace("_", " ").capitalize()),
        object_id=entry.object_id,
        brief=", ".join(
            text for name, text in words.items() if name not in LONG and not name.endswith(("sha256", "mac"))
        ),
        told=tuple(words.values()),
        mac=entry.mac,
        link=entry.link,
        place=AuditPlace(entry.seq, entry.at),
        leaves=entry.act in OUTWARD,
        subject=str(body.get("analysis_id") or (entry.object_id if len(entry.object_id) == ID_LENGTH else "")),
    )
