"""Opening a store: made where there has never been one, brought to today's version, compared with remembered heads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

import sqlalchemy as sa

from nexus_desktop.models.audit_chain import AuditAct, Body
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.models.errors import DatabaseDamaged, DatabaseMissing, DatabaseReadOnly, StoreInUse
from nexus_desktop.models.ports import Clock, Guard, unguarded
from nexus_desktop.models.records import StorePurpose
from nexus_desktop.runtime.folder_lock import FolderLock
from nexus_desktop.runtime.key_slots import new_id
from nexus_desktop.runtime.secret_store import KeyringEntry
from nexus_desktop.storage import backup, container, migrator, repositories, restore, search_index, sqlcipher
from nexus_desktop.storage.audit_heads import AuditHeads
from nexus_desktop.storage.audit_log import AuditLog, know_the_acts
from nexus_desktop.storage.database import Database
from nexus_desktop.storage.store import Opened, Store
from nexus_desktop.storage.tables import KeyRow, StoreRow

if TYPE_CHECKING:
    from nexus_desktop.runtime.key_secret import SecretKey
    from nexus_desktop.storage.files import StoreFiles

LOOK_AGAIN_SECONDS = 0.05
HeadEntry = Callable[[str], KeyringEntry | None]
"""Where the keyring remembers the head of the store with this id; None where there is no keyring."""


def nowhere(_store_id: str) -> KeyringEntry | None:
    """No keyring."""
    return None


def open_store(
    files: StoreFiles,
    key: SecretKey,
    *,
    actor: str,
    busy_seconds: int,
    clock: Clock,
    head_entry: HeadEntry = nowhere,
    guard: Guard = unguarded,
) -> Store:
    """Open the store, or make it where there has never been one, and bring it to today's version.

    Raises DatabaseMissing where an audit head says there was a database and it is gone: a lost database never looks
    like a first start. Also StoreInUse, DatabaseWrongKey, DatabaseNewer, DatabaseReadOnly, DiskFull, DatabaseDamaged.
    ``key`` is the store's own from now on.
    """
    lock = FolderLock(files.lock)
    door = _Door(files, lock, actor, busy_seconds, clock, head_entry)
    store = Store(files, clock, lock, door.enter, float(busy_seconds), guard)
    try:
        wait_for(lock.share, busy_seconds)
        container.clear_workplaces(files.folder)
        before, backup_sha256 = door.make_ready(key)
        store.unlock(key)
        _greet(store, before, backup_sha256)
    except OSError:
        store.close()
        raise DatabaseReadOnly from None
    except BaseException:
        store.close()
        raise
    return store


def finish_restore(files: StoreFiles, seconds: float) -> None:
    """Put a restore that is ready in place. Raises StoreInUse where another process has the store open."""
    if not files.restoring.exists():
        return
    lock = FolderLock(files.lock)
    try:
        wait_for(lock.take_alone, seconds)
        restore.finish(files)
    except OSError:
        raise DatabaseReadOnly from None
    finally:
        lock.release()


def wait_for(take: Callable[[], bool], seconds: float) -> None:
    """Take a lock between processes, looking again for a while. Raises StoreInUse."""
    end, never = monotonic() + seconds, threading.Event()
    while not take():
        if monotonic() > end:
            raise StoreInUse
        never.wait(LOOK_AGAIN_SECONDS)


class _Door:
    """What it takes to get in, the first time and after each lock."""

    def __init__(
        self,
        files: StoreFiles,
        lock: FolderLock,
        actor: str,
        busy_seconds: int,
        clock: Clock,
        head_entry: HeadEntry,
    ) -> None:
        self._files, self._lock, self._actor = files, lock, actor
        self._busy_seconds, self._clock, self._head_entry = busy_seconds, clock, head_entry

    def make_ready(self, key: SecretKey) -> tuple[str | None, str]:
        """Make tables, or bring them to today's version after a verified backup.

        Gives the version there was before, and the SHA-256 of the backup where one was made.
        """
        if not self._files.exists and self._files.audit_head.exists():
            raise DatabaseMissing
        if self._files.exists:
            database = Database(self._files.database, key, busy_seconds=self._busy_seconds)
            try:
                if migrator.revision(database) == sqlcipher.HEAD:
                    return sqlcipher.HEAD, ""
            finally:
                database.close()
        wait_for(self._lock.take_alone, self._busy_seconds)
        try:
            database = Database(
                self._files.database, key, busy_seconds=self._busy_seconds, create=not self._files.exists
            )
            try:
                made: list[str] = []
                before = migrator.migrate(database, lambda _revision: made.append(self._backup(database)))
                return before, "".join(made)
            finally:
                database.close()
        finally:
            self._lock.share()

    def _backup(self, database: Database) -> str:
        nobody, never = (lambda _words, _done: None), threading.Event()
        return backup.make(self._files, database, BackupReason.MIGRATION, self._clock(), nobody, never)[1]

    def enter(self, key: SecretKey) -> Opened:
        """Open the database of today's version."""
        database = Database(self._files.database, key, busy_seconds=self._busy_seconds)
        try:
            store_id, purpose = self._identity(database)
            keys = self._keys(database)
            heads = AuditHeads(self._files.audit_head, lambda: self._head_entry(store_id))
            audit = AuditLog(keys["audit"], heads, self._actor)
            return Opened(database, key, audit, keys["fingerprint"], store_id, purpose)
        except BaseException:
            database.close()
            raise

    @staticmethod
    def _keys(database: Database) -> dict[str, bytes]:
        with database.read() as session:
            keys = {row.name: row.secret for row in session.execute(sa.select(KeyRow.name, KeyRow.secret))}
        if not set(keys) >= {"audit", "fingerprint"}:
            raise DatabaseDamaged
        return keys

    def _identity(self, database: Database) -> tuple[str, StorePurpose]:
        """Which store this is; given now to a new one."""
        query = sa.select(StoreRow.store_id, StoreRow.purpose)
        with database.read() as session:
            row = session.execute(query).first()
        if row is None:
            with database.write() as session:
                if session.execute(query).first() is None:
                    repositories.create_store(session, new_id(), self._clock())
            return self._identity(database)
        return row.store_id, StorePurpose(row.purpose)


def _greet(store: Store, before: str | None, backup_sha256: str) -> None:
    """What a start has to tell; nothing is written where there is nothing."""
    with store.use() as opened, opened.database.read() as session:
        missing = opened.audit.missing(session)  # before anything else is read in this session
        newest = next((told.entry for told in opened.audit.page(session, 1, AuditFilter())), None)
        empty = newest is None
        restored = restore.left_note(store.files, opened.key, newest)
        words_known = know_the_acts(session, add=False)
    if empty or missing or restored or not words_known or before != sqlcipher.HEAD:
        with store.deed() as deed:
            know_the_acts(deed.session)
            if empty:
                deed.tell(AuditAct.STORE_CREATED, "store", {"revision": sqlcipher.HEAD})
            elif before != sqlcipher.HEAD:
                told: Body = {"from": before, "to": sqlcipher.HEAD, "backup_sha256": backup_sha256}
                deed.tell(AuditAct.STORE_MIGRATED, "store", told)
            if restored is not None:
                deed.tell(AuditAct.STORE_RESTORED, "store", restored.told)
            for head in missing if restored is None else ():
                body: Body = {"expected": head.seq, "expected_mac": head.mac, "remembered": head.place}
                deed.tell(AuditAct.TRAIL_BEHIND, "store", body)
        if (missing or restored) and deed.head is not None:
            with store.use() as opened:
                opened.audit.heads.replace(deed.head)
        store.files.restored.unlink(missing_ok=True)
    while _index_some(store):
        pass


def _index_some(store: Store) -> bool:
    """Put analyses of an older version into the full-text search, a batch at a time; whether there may be more."""
    with store.read() as session:
        if not search_index.lacks_some(session):
            return False
    with store.deed() as deed:
        return search_index.catch_up(deed.session)
