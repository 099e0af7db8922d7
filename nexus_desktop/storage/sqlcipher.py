"""The driver by itself: a key given to a connection, its failures as errors, and a first look at a database.

Apart from SQLAlchemy, which costs a start a quarter of a second: whether a key opens the database, and whether its
tables are those of this version, is known without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from nexus_desktop.models.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFailed,
    DatabaseReadOnly,
    DatabaseWrongKey,
    DiskFull,
    NexusError,
)

if TYPE_CHECKING:
    from pathlib import Path

    from nexus_desktop.runtime.key_secret import SecretKey

HEAD = "0014"
"""The newest version of the tables; a test holds it equal to the newest step of the migrations."""

# Primary result codes of SQLite, https://sqlite.org/rescode.html
_ERRORS: dict[int, type[NexusError]] = {
    5: DatabaseBusy,  # BUSY
    6: DatabaseBusy,  # LOCKED
    8: DatabaseReadOnly,  # READONLY
    11: DatabaseDamaged,  # CORRUPT
    13: DiskFull,  # FULL
    14: DatabaseReadOnly,  # CANTOPEN: the folder does not let the journal be made
    26: DatabaseWrongKey,  # NOTADB: wrong key, or not a database at all
}


def raw_key(key: SecretKey) -> bytearray:
    """The key as SQLCipher takes it without stretching, in memory that the caller overwrites."""
    return bytearray(f"x'{key.reveal().hex()}'".encode())


def unlock(connection: Any, key: SecretKey) -> None:  # noqa: ANN401 - the driver has no types
    """Give the connection its key, by call rather than as SQL, and read a page: a wrong key fails here."""
    connection.execute("PRAGMA cipher_log=off")  # else every wrong key writes to stderr
    raw = raw_key(key)
    connection.set_key(raw)
    raw[:] = bytes(len(raw))
    connection.execute("SELECT count(*) FROM sqlite_master")


def opens(path: Path, key: SecretKey) -> bool:
    """Whether a key opens the database, changing nothing. Raises what stops the reading itself, such as DiskFull."""
    if not path.exists() or path.stat().st_size == 0:
        return False
    try:
        with driver_errors(), closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
            unlock(connection, key)
    except DatabaseWrongKey:
        return False
    return True


def is_current(path: Path, key: SecretKey) -> bool:
    """Whether a key opens the database and its tables are those of this version. False for whatever is wrong with it:
    what opens the store in earnest says what."""
    if not path.exists() or path.stat().st_size == 0:
        return False
    try:
        with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
            unlock(connection, key)
            rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except dbapi2.Error:
        return False
    return [tuple(row) for row in rows] == [(HEAD,)]


@contextmanager
def driver_errors() -> Iterator[None]:
    """Turn what the driver raises into a NexusError; the driver's own text may quote values and is dropped."""
    try:
        yield
    except dbapi2.Error as error:
        raise meaning(error) from None


def meaning(error: BaseException | None) -> NexusError:
    """What a failure of the driver means for the person."""
    code = getattr(error, "sqlite_errorcode", None)
    kind = _ERRORS.get(code & 0xFF, DatabaseFailed) if isinstance(code, int) else DatabaseFailed
    return kind()
