"""The store as services see it: each deed is kept together with the audit entry that tells of it, or not at all."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from nexus_desktop.models.audit_chain import AuditAct, AuditHead, Body, ChainReport, Told
from nexus_desktop.models.audit_query import AuditFilter, AuditPlace
from nexus_desktop.models.errors import ReviewCopy, StoreInUse, StoreLocked
from nexus_desktop.models.ports import Clock, Guard, unguarded
from nexus_desktop.models.records import AnalysisLine, AnalysisRecord, StorePurpose
from nexus_desktop.storage import figures as daily
from nexus_desktop.storage import migrator, prompts, repositories, search_index
from nexus_desktop.storage.encryption_check import opens_without_key
from nexus_desktop.storage.gate import Gate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from nexus_desktop.models.figures import DailyFigure, PracticeFigures
    from nexus_desktop.runtime.folder_lock import FolderLock
    from nexus_desktop.runtime.key_secret import SecretKey
    from nexus_desktop.storage.audit_log import AuditLog
    from nexus_desktop.storage.database import Database
    from nexus_desktop.storage.files import StoreFiles

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Opened:
    """What there is while the store is not locked."""

    database: Database
    key: SecretKey
    audit: AuditLog
    fingerprint_key: bytes
    store_id: str
    purpose: StorePurpose


class Store:
    """A store, open or locked. Made by storage.opening; safe to use from several threads, each call on its own
    connection. While it is locked every call raises StoreLocked, and the key is not in memory."""

    def __init__(
        self,
        files: StoreFiles,
        clock: Clock,
        lock: FolderLock,
        enter: Callable[[SecretKey], Opened],
        patience: float,
        guard: Guard = unguarded,
    ) -> None:
        self.files, self.clock = files, clock
        self._lock, self._enter, self._guard = lock, enter, guard
        self._gate = Gate(patience)
        self._opened: Opened | None = None

    # --- open and locked -----------------------------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        return self._opened is None

    @contextmanager
    def use(self) -> Iterator[Opened]:
        """The inside of the store, which stays open meanwhile. Raises StoreLocked, DatabaseBusy."""
        with self._gate.together():
            if self._opened is None:
                raise StoreLocked
            yield self._opened

    def unlock(self, key: SecretKey) -> None:
        """Open the store; the key is the store's own from now on. Raises DatabaseWrongKey and its kin."""
        with self._gate.alone():
            if self._opened is None:
                self._opened = self._enter(key)

    def lock(self) -> None:
        """Let go of database and key once whoever is inside has left. Raises DatabaseBusy where that takes too long."""
        with self._gate.alone():
            self._leave()

    def close(self) -> None:
        """Let go of everything."""
        try:
            self.lock()
        finally:
            self._lock.release()

    def _leave(self) -> None:
        if self._opened is not None:
            self._opened.audit.heads.settle()
            self._opened.database.close()
            self._opened.key.wipe()
            self._opened = None

    @contextmanager
    def alone(self) -> Iterator[Opened]:
        """The inside of the store with nobody else at it, in this process or another. Raises StoreInUse, DatabaseBusy.

        What runs inside may use ``use`` and all that stands on it, in the same thread.
        """
        with self._gate.alone():
            if self._opened is None:
                raise StoreLocked
            if not self._lock.take_alone():
                raise StoreInUse
            try:
                yield self._opened
            finally:
                self._lock.share()

    def change_key(self, key: SecretKey) -> None:
        """Encrypt the database anew under another key. After a kill it has either key, whole. Raises StoreInUse …"""
        with self.alone() as opened:
            opened.audit.heads.settle()
            opened.database.change_key(key)
            self._leave()
            self._opened = self._enter(key)

    def step_back(self, change: Callable[[Opened], AuditHead]) -> None:
        """Let ``change`` take the tables to an older version with nobody else at the store, and let go of it: it cannot
        be used any more then. Raises StoreInUse …"""
        with self.alone() as opened:
            opened.audit.heads.remember(change(opened))
            self._leave()

    # --- transactions --------------------------------------------------------------------------------------------

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that changes nothing."""
        with self.use() as opened, opened.database.read() as session:
            yield session

    @contextmanager
    def deed(self) -> Iterator[Deed]:
        """A transaction for one deed and its entries; the head is remembered after the commit."""
        with self.use() as opened:
            with opened.database.write() as session:
                deed = Deed(session, opened.audit, self.clock())
                yield deed
            if deed.head is not None:
                opened.audit.heads.remember(deed.head)

    def perform(self, work: Callable[[Deed], _T]) -> _T:
        """The same behind the breaker: a database that failed several times running is left alone for a while."""

        def whole() -> _T:
            with self.deed() as deed:
                return work(deed)

        with self.use():  # first: who waits at the gate must not hold the breaker
            return self._guard(whole)

    def tell(self, act: AuditAct, object_id: str, body: Body, about: Iterable[str] = ()) -> None:
        """A deed that only tells."""
        self.perform(lambda deed: deed.tell(act, object_id, body, about))

    # --- deeds -----------------------------------------------------------------------------------------------

    def keep_import(self, correlation_id: str, body: Body) -> None:
        """Tell that a letter was read. Raises ReviewCopy."""
        self.check_own()
        self.tell(AuditAct.LETTER_IMPORTED, correlation_id, body)

    def keep_analysis(self, record: AnalysisRecord, review: Body, analysis: Body) -> None:
        """Keep letter and analysis with the entries of review and analysis. Raises ReviewCopy."""
        self.check_own()

        def work(deed: Deed) -> None:
            repositories.add_letter(deed.session, record.letter)
            deed.session.flush()
            repositories.add_analysis(deed.session, record)
            deed.session.flush()
            search_index.add(deed.session, record.id, record.result)
            if record.asked is not None:
                prompts.add_use(deed.session, record.id, record.asked)
            deed.tell(AuditAct.LETTER_REVIEWED, record.correlation_id, review)
            deed.tell(AuditAct.LETTER_ANALYZED, record.id, analysis)

        self.perform(work)

    def keep_setting(self, name: str, body: Body) -> None:
        """Tell that a setting that matters for confidentiality was changed."""
        self.tell(AuditAct.SETTING_CHANGED, name, body)

    def keep_figures(self, figures: Iterable[DailyFigure]) -> None:
        """Add to the figures of the day. They tell of no letter, so the trail has no entry for them."""
        self.perform(lambda deed: daily.add_figures(deed.session, figures))

    def forget_figures(self, before: date) -> int:
        """Remove the figures of days before one."""
        return self.perform(lambda deed: daily.forget_figures(deed.session, before))

    def check_own(self) -> None:
        """Raise ReviewCopy where this is co-counsel's copy of a matter, which is never changed."""
        with self.use() as opened:
            if opened.purpose is StorePurpose.REVIEW:
                raise ReviewCopy

    # --- looking -----------------------------------------------------------------------------------------------

    def analysis(self, analysis_id: str, *, from_trash: bool = False) -> AnalysisRecord:
        """A whole analysis. Raises RecordNotFound, AnalysisInvalid, and RecordInTrash unless it may be in there."""
        with self.read() as session:
            return repositories.analysis(session, analysis_id, from_trash=from_trash)

    def analyses(
        self, limit: int, before: AnalysisLine | None = None, matter_id: str | None = None
    ) -> list[AnalysisLine]:
        """A page of the list, of one matter or all, newest first."""
        with self.read() as session:
            return repositories.newest_analyses(session, limit, before, matter_id)

    def seen_before(self, sha256: str) -> str | None:
        """The newest analysis of the file with this hash, or None."""
        with self.read() as session:
            return repositories.seen_before(session, self.fingerprint(sha256))

    def same_letter(self, fingerprint: str, limit: int) -> list[AnalysisLine]:
        """Analyses of the file with this keyed hash, newest first."""
        with self.read() as session:
            return repositories.same_letter(session, fingerprint, limit)

    def count_analyses(self, *, with_trash: bool = False) -> int:
        """How many analyses are kept, what is in the trash aside."""
        with self.read() as session:
            return repositories.count_analyses(session, with_trash=with_trash)

    def redaction_totals(self) -> dict[str, int]:
        """Places taken out in all kept letters, by category."""
        with self.read() as session:
            return repositories.redaction_totals(session)

    def figures_since(self, first: date) -> list[DailyFigure]:
        """Figures by day, from one on."""
        with self.read() as session:
            return daily.figures_since(session, first)

    def practice(self, since: datetime) -> PracticeFigures:
        """What the analyses kept since a moment say together."""
        with self.read() as session:
            return daily.practice(session, since)

    def audit_entries(
        self, limit: int, after: AuditPlace | None = None, wanted: AuditFilter | None = None
    ) -> list[Told]:
        """A page of the trail, newest first."""
        with self.use() as opened, opened.database.read() as session:
            return opened.audit.page(session, limit, wanted or AuditFilter(), after)

    def check_chain(self, newest: int = 0, watch: Callable[[int], None] = lambda _seq: None) -> ChainReport:
        """Whether the audit trail is whole; with ``newest`` only so many of its latest entries, and every head."""
        with self.use() as opened, opened.database.read() as session:
            after = max(0, opened.audit.newest_seq(session) - newest) if newest else 0
            return opened.audit.check(session, after, watch)

    def head(self) -> AuditHead | None:
        """The newest entry of the trail; None before the first."""
        newest = self.audit_entries(1)
        return AuditHead(newest[0].entry.seq, newest[0].entry.mac, newest[0].entry.link) if newest else None

    def settle_head(self) -> None:
        """Bring the head in the keyring up to date: after something went out of the program."""
        with self.use() as opened:
            opened.audit.heads.settle()

    def is_intact(self) -> bool:
        """Whether every page of the file decrypts and the structure holds."""
        with self.use() as opened:
            return opened.database.is_intact()

    def is_encrypted(self) -> bool:
        """Whether the file opens for nobody without the key. Raises OSError where it cannot be looked at."""
        return not opens_without_key(self.files.database)

    def revision(self) -> str | None:
        """The version of the tables."""
        with self.use() as opened:
            return migrator.revision(opened.database)

    def key_for(self, purpose: str) -> bytes:
        """32 bytes for one purpose, the same as long as the store lives. Raises StoreLocked."""
        with self.use() as opened:
            return hmac.new(opened.fingerprint_key, f"key for {purpose}".encode(), hashlib.sha256).digest()

    def fingerprint(self, sha256: str) -> str:
        """A keyed hash of a file's hash: tells the same file again here, and nothing elsewhere."""
        with self.use() as opened:
            return hmac.new(opened.fingerprint_key, sha256.encode(), hashlib.sha256).hexdigest()


class Deed:
    """A transaction under way. ``head`` is the newest entry told in it."""

    def __init__(self, session: Session, audit: AuditLog, at: datetime) -> None:
        self.session = session
        self.head: AuditHead | None = None
        self.at = at
        self._audit = audit

    def tell(self, act: AuditAct, object_id: str, body: Body, about: Iterable[str] = ()) -> AuditHead:
        """Add an entry to the trail, found by its object, the ids in its body, and ``about``."""
        self.head = self._audit.append(self.session, act, object_id, body, self.at, about)
        return self.head
