"""The store as services see it: each deed is kept together with the audit entry that tells of it, or not at all."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from nexus_desktop.models.audit_chain import AuditAct, AuditEntry, AuditHead, Body, ChainReport
from nexus_desktop.models.errors import DatabaseMissing
from nexus_desktop.models.ports import Clock
from nexus_desktop.models.records import AnalysisLine, AnalysisRecord
from nexus_desktop.runtime.secret_store import derive, new_store_id
from nexus_desktop.storage import migrator, repositories
from nexus_desktop.storage.audit_log import AuditLog
from nexus_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class StoreFiles:
    """Where a store lies."""

    database: Path
    audit_head: Path


class Store:
    """An open store. Made by ``open_store``; safe to use from several threads, each call on its own connection."""

    def __init__(self, database: Database, audit: AuditLog, fingerprint_key: bytes, clock: Clock) -> None:
        self._database, self._audit, self._clock = database, audit, clock
        self._fingerprint_key = fingerprint_key

    # --- deeds -----------------------------------------------------------------------------------------------

    @contextmanager
    def deed(self) -> Iterator[Deed]:
        """A transaction for one deed and its entries; the head is anchored after the commit."""
        with self._database.write() as session:
            deed = Deed(session, self._audit, self._clock())
            yield deed
        if deed.head is not None:
            self._audit.anchor(deed.head)

    def keep_import(self, correlation_id: str, body: Body) -> None:
        """Tell that a letter was read."""
        with self.deed() as deed:
            deed.tell(AuditAct.LETTER_IMPORTED, correlation_id, body)

    def keep_analysis(self, record: AnalysisRecord, review: Body, analysis: Body) -> None:
        """Keep letter and analysis with the entries of review and analysis."""
        with self.deed() as deed:
            repositories.add_letter(deed.session, record.letter)
            deed.session.flush()
            repositories.add_analysis(deed.session, record)
            deed.tell(AuditAct.LETTER_REVIEWED, record.correlation_id, review)
            deed.tell(AuditAct.LETTER_ANALYZED, record.id, analysis)

    def keep_setting(self, name: str, body: Body) -> None:
        """Tell that a setting that matters for confidentiality was changed."""
        with self.deed() as deed:
            deed.tell(AuditAct.SETTING_CHANGED, name, body)

    # --- looking -----------------------------------------------------------------------------------------------

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that changes nothing."""
        with self._database.read() as session:
            yield session

    def analysis(self, analysis_id: str) -> AnalysisRecord:
        """A whole analysis. Raises RecordNotFound, AnalysisInvalid."""
        with self._database.read() as session:
            return repositories.analysis(session, analysis_id)

    def analyses(self, limit: int, before: AnalysisLine | None = None) -> list[AnalysisLine]:
        """A page of the list, newest first."""
        with self._database.read() as session:
            return repositories.newest_analyses(session, limit, before)

    def seen_before(self, sha256: str) -> str | None:
        """The newest analysis of the file with this hash, or None."""
        with self._database.read() as session:
            return repositories.seen_before(session, self.fingerprint(sha256))

    def count_analyses(self) -> int:
        with self._database.read() as session:
            return repositories.count_analyses(session)

    def redaction_totals(self) -> dict[str, int]:
        """Places taken out in all kept letters, by category."""
        with self._database.read() as session:
            return repositories.redaction_totals(session)

    def audit_entries(self, limit: int, before_seq: int | None = None) -> list[tuple[AuditEntry, Body]]:
        """A page of the trail, newest first."""
        return self._audit.newest(limit, before_seq)

    def check_chain(self) -> ChainReport:
        """Whether the audit trail is whole."""
        return self._audit.check()

    def is_intact(self) -> bool:
        """Whether every page of the file decrypts and the structure holds."""
        return self._database.is_intact()

    def is_encrypted(self) -> bool:
        """Whether the file lacks the header that every plain SQLite database begins with."""
        with self._database.path.open("rb") as file:
            return not file.read(16).startswith(b"SQLite format 3")

    def revision(self) -> str | None:
        """The version of the tables."""
        return migrator.revision(self._database)

    def fingerprint(self, sha256: str) -> str:
        """A keyed hash of a file's hash: tells the same file again here, and nothing elsewhere."""
        return hmac.new(self._fingerprint_key, sha256.encode(), hashlib.sha256).hexdigest()

    def close(self) -> None:
        self._database.close()


class Deed:
    """A transaction under way. ``head`` is the newest entry told in it."""

    def __init__(self, session: Session, audit: AuditLog, at: datetime) -> None:
        self.session = session
        self.head: AuditHead | None = None
        self.at = at
        self._audit = audit

    def tell(self, act: AuditAct, object_id: str, body: Body) -> None:
        """Add an entry to the trail."""
        self.head = self._audit.append(self.session, act, object_id, body, self.at)


def open_store(files: StoreFiles, key: bytes, *, actor: str, busy_seconds: int, clock: Clock) -> Store:
    """Open the store, or make it where there has never been one, and bring it to today's version.

    Raises DatabaseMissing where an audit head says there was a database and it is gone: a lost database never looks
    like a first start. Also DatabaseWrongKey, DatabaseNewer, DatabaseReadOnly, DiskFull, DatabaseDamaged.
    """
    exists = files.database.exists() and files.database.stat().st_size > 0
    if not exists and files.audit_head.exists():
        raise DatabaseMissing
    database = Database(files.database, key, busy_seconds=busy_seconds, create=not exists)
    try:
        before = migrator.migrate(database)
        audit = AuditLog(database, derive(key, "audit chain"), files.audit_head, actor)
        store = Store(database, audit, derive(key, "letter fingerprint"), clock)
        _finish_first_start(store, before)
    except BaseException:
        database.close()
        raise
    return store


def _finish_first_start(store: Store, before: str | None) -> None:
    """Give a new store its identity; also after a crash between the first tables and this."""
    with store.deed() as deed:
        if repositories.store_id(deed.session) is None:
            repositories.create_store(deed.session, new_store_id(), deed.at)
            deed.tell(AuditAct.STORE_CREATED, "store", {"revision": migrator.HEAD})
        elif before is not None and before != migrator.HEAD:
            deed.tell(AuditAct.STORE_MIGRATED, "store", {"from": before, "to": migrator.HEAD})
