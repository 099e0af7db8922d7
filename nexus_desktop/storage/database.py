"""The encrypted database: how it is opened, and how its failures become errors a person can act on.

SQLCipher through SQLAlchemy. The stock dialect's pool crashes with threads, so a plain engine with our own ``creator``
and a QueuePool is used (measured: 16 threads, 200 writes each, none lost). One writer at a time: ``BEGIN IMMEDIATE``.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from nexus_desktop.models.audit_chain import canonical
from nexus_desktop.models.errors import (
    DatabaseDamaged,
    DatabaseFailed,
    DatabaseReadOnly,
    DatabaseReplaced,
    DiskFull,
)
from nexus_desktop.runtime.key_secret import SecretKey, derive
from nexus_desktop.storage.sqlcipher import meaning, raw_key, unlock

_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "checkpoint_fullfsync=1",
    "trusted_schema=OFF",  # a file from elsewhere must not run functions through its views and triggers
)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another at the same path; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _create_private(path: Path) -> None:
    """An empty file that only its owner can read; SQLite gives its journals the same permissions."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError as error:
        raise (DiskFull if error.errno == errno.ENOSPC else DatabaseReadOnly) from None


@contextmanager
def database_errors() -> Iterator[None]:
    """Turn what the driver raises into a NexusError; the driver's own text may quote values and is dropped."""
    try:
        yield
    except exc.DBAPIError as error:
        raise meaning(error.orig) from None
    except exc.SQLAlchemyError:
        raise DatabaseFailed from None
    except dbapi2.Error as error:
        raise meaning(error) from None


class Database:
    """One encrypted file. Cheap to keep open; ``close`` before the process ends."""

    def __init__(self, path: Path, key: SecretKey, *, busy_seconds: int, create: bool = False) -> None:
        """Open, or with ``create`` make, the database at ``path``.

        An absent or empty file opens as a new database under any key, so that is asked for by name. Raises
        DatabaseWrongKey, DatabaseReadOnly, DatabaseDamaged … before anything is written. ``key`` stays the caller's,
        who wipes it after ``close``.
        """
        self.path = path
        self._key, self._busy_seconds = key, busy_seconds
        if not create and (not path.exists() or path.stat().st_size == 0):
            raise DatabaseDamaged
        if create:
            _create_private(path)
        with database_errors():
            self._writer = self._engine("BEGIN IMMEDIATE")
            self._reader = self._engine("BEGIN")
            with self._reader.connect():
                pass  # a wrong key fails here
        self._file = _identity(path)

    def _engine(self, begin: str, *, settings: tuple[str, ...] = _SETTINGS) -> sa.Engine:
        engine = sa.create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: self.connect(settings),
            poolclass=sa.QueuePool,
            json_serializer=canonical,  # as it is hashed, so that it need not be taken apart to be checked
            hide_parameters=True,
        )
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine

    def connect(self, settings: tuple[str, ...] = _SETTINGS) -> Any:  # noqa: ANN401 - the driver has no types
        """A bare connection of the driver, for what SQLAlchemy has no words for. The caller closes it."""
        connection = dbapi2.connect(
            str(self.path), isolation_level=None, check_same_thread=False, timeout=float(self._busy_seconds)
        )
        try:
            unlock(connection, self._key)
            for setting in settings:
                connection.execute(f"PRAGMA {setting}")
        except BaseException:
            connection.close()
            raise
        return connection

    @property
    def key(self) -> SecretKey:
        """What it was opened with."""
        return self._key

    @property
    def derived_keys(self) -> dict[str, bytes]:
        """Keys of a new store by their name in it. The first version derived them each time, and kept none."""
        key = self._key.reveal()
        return {"audit": derive(key, "audit chain"), "fingerprint": derive(key, "letter fingerprint")}

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A transaction that is written whole or not at all."""
        self.require_same_file()
        with database_errors(), Session(self._writer) as session, session.begin():
            yield session
            self.require_same_file()

    def require_same_file(self) -> None:
        """Raise DatabaseReplaced where the file at the path is not the one that is open.

        A file that was moved away can be written to for hours, and all of it is lost with the last handle.
        """
        if _identity(self.path) != self._file:
            raise DatabaseReplaced

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that sees one state of the database and changes nothing."""
        with database_errors(), Session(self._reader) as session:
            yield session

    @contextmanager
    def schema_change(self) -> Iterator[sa.Connection]:
        """A write transaction for migrations: foreign keys are off while tables are made anew, and checked at its end.

        (https://sqlite.org/lang_altertable.html, the twelve steps: the setting cannot be changed inside a transaction.)
        """
        engine = self._engine("BEGIN IMMEDIATE", settings=(*_SETTINGS, "foreign_keys=OFF"))
        try:
            with database_errors(), engine.begin() as connection:
                yield connection
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise DatabaseFailed
        finally:
            engine.dispose()

    def change_key(self, key: SecretKey) -> None:
        """Encrypt every page anew under another key, in one transaction, and close; open again to go on."""
        self.close()
        with database_errors(), closing(self.connect()) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            raw = raw_key(key)
            connection.reset_key(raw)
            raw[:] = bytes(len(raw))
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def is_intact(self) -> bool:
        """Whether every page decrypts and the structure holds; reads the whole file (about 0.2 s for 10 MB).

        Raises DatabaseReplaced.
        """
        self.require_same_file()
        with self.read() as session:
            if session.connection().exec_driver_sql("PRAGMA cipher_integrity_check").first() is not None:
                return False
            return session.connection().exec_driver_sql("PRAGMA quick_check").scalar() == "ok"

    def close(self) -> None:
        """Let go of the file."""
        self._reader.dispose()
        self._writer.dispose()
