"""Whether a database file is really encrypted: it is opened as anyone would who has the file and no key.

SQLite reads the file's header first, and stops where it is not that of a plain database. This is done through the
library that holds the database open already: another copy of SQLite, or plainly opening and closing the file to look
at its first bytes, would drop the locks of this whole process on it (POSIX locks belong to the process; see "How To
Corrupt An SQLite Database File", section 2.2).
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

NOT_A_DATABASE = 26  # SQLITE_NOTADB, https://sqlite.org/rescode.html


def opens_without_key(path: Path) -> bool:
    """Whether the tables can be read without a key. Raises OSError where the file cannot be looked at."""
    path.stat()
    connection = dbapi2.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    with closing(connection):
        try:
            connection.execute("PRAGMA cipher_log=off")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) == NOT_A_DATABASE:
                return False
            raise OSError("the file could not be read") from None
    return True
