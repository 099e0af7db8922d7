"""Brings a database to the version this program knows, one step and its number in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Session

from nexus_desktop.models.errors import DatabaseNewer
from nexus_desktop.storage.sqlcipher import HEAD

if TYPE_CHECKING:
    from nexus_desktop.storage.database import Database

FOLDER = Path(__file__).parent / "migrations"


def revision(database: Database) -> str | None:
    """The version of a database; None for one without tables."""
    with database.read() as session:
        connection = session.connection()
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return str(found) if found is not None else None


def migrate(database: Database, before_change: Callable[[str], None] = lambda _revision: None) -> str | None:
    """Bring the database to HEAD. Returns the revision it had before.

    ``before_change`` is called with that revision before a database with content is changed, for a verified backup;
    what it raises stops the change. Raises DatabaseNewer, having changed nothing, where a later program wrote it.
    Alembic costs 0.15 s to import and is left alone when there is nothing to do.
    """
    before = revision(database)
    if before == HEAD:
        return before
    if before is not None and before not in known_revisions():
        raise DatabaseNewer
    if before is not None:
        before_change(before)
    run(database, "upgrade", HEAD)
    return before


@cache
def known_revisions() -> frozenset[str]:
    """Every revision this program has a step for."""
    return frozenset(path.name[1:5] for path in (FOLDER / "versions").glob("m[0-9][0-9][0-9][0-9]_*.py"))


def older_revisions() -> tuple[str, ...]:
    """Every revision that a database of today can be taken back to, newest first."""
    return tuple(sorted(known_revisions() - {HEAD}, reverse=True))


def run(
    database: Database, direction: str, target: str, first: Callable[[Session], None] = lambda _session: None
) -> None:
    """``upgrade`` or ``downgrade`` to a revision, in one transaction; ``first`` runs in it before the steps do."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["derived_keys"] = database.derived_keys
    with database.schema_change() as connection:
        with Session(connection) as session:
            first(session)
            session.flush()
        config.attributes["connection"] = connection
        getattr(command, direction)(config, target)
