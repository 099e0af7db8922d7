"""Taking the tables back to an older version: what that would lose, found out on a copy, and the change itself."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from nexus_desktop.models.audit_chain import AuditAct, AuditHead, Body
from nexus_desktop.models.backup_models import Losing, StepBackPlan
from nexus_desktop.models.errors import Cancelled, DatabaseFailed, NoWayBack, VersionUnknown
from nexus_desktop.storage import backup, container, migrator, sqlcipher
from nexus_desktop.storage.database import Database
from nexus_desktop.storage.store import Deed, Opened

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.storage.files import StoreFiles

MADE_ANEW = frozenset({"nexus_documents", "nexus_audit_acts", "nexus_audit_subjects", "nexus_keys"})
"""Tables that the way up fills again from the rest."""
FILLED_ANYWAY = frozenset({"nexus_audit.link", "nexus_store.purpose"})
"""Columns that nobody filled: one is made from the rest, one says of every store but a copy that it is none."""
COUNTED = {
    "nexus_retention": "keep_days IS NOT NULL OR sweep_due <> 0",
    "nexus_prompt_versions": "origin = 'firm' OR decided_by NOT IN ('', 'Nexus Desktop')",
}
"""Which rows of a table somebody made; of other tables it is every row. The one row of retention is always there, and
versions of prompts that ship are taken in again."""


def plan(files: StoreFiles, opened: Opened, target: str, progress: Progress, cancelled: CancelFlag) -> StepBackPlan:
    """What going back to a version would lose: tried on an encrypted copy, which is then thrown away.

    Raises VersionUnknown, NoWayBack, DiskFull, BackupWriteFailed, Cancelled.
    """
    if target not in migrator.older_revisions():
        raise VersionUnknown
    with container.workplace(files.folder, "step-back") as place:
        container.need_room(files.folder, 2 * files.database.stat().st_size)
        progress("Trying it on a copy", 0.1)
        copy = place / container.DATABASE
        backup.copy_to(opened.database, copy, cancelled)
        with closing(Database(copy, opened.key, busy_seconds=backup.BUSY_SECONDS)) as database:
            before = _rows(database)
            try:
                migrator.run(database, "downgrade", target)
            except (ValueError, DatabaseFailed):  # a step that refuses, and rows that the older tables do not take
                raise NoWayBack from None
            after = _rows(database)
            if not database.is_intact():
                raise NoWayBack
    if cancelled.is_set():
        raise Cancelled
    losing = [
        Losing(name, count - after.get(name, 0))
        for name, count in sorted(before.items())
        if count > after.get(name, 0) and ("." not in name or name.partition(".")[0] in after)
    ]
    return StepBackPlan(target, tuple(losing))


def take(opened: Opened, wanted: StepBackPlan, deed_at: datetime, told: Body) -> AuditHead:
    """Take the tables back, in one transaction with the entry that tells of it; the head of the trail then."""
    heads: list[AuditHead] = []

    def tell(session: Session) -> None:
        body: Body = {"from": sqlcipher.HEAD, "to": wanted.target, "rows_lost": wanted.rows, **told}
        heads.append(Deed(session, opened.audit, deed_at).tell(AuditAct.STORE_STEPPED_BACK, "store", body))

    migrator.run(opened.database, "downgrade", wanted.target, tell)
    return heads[0]


def _rows(database: Database) -> dict[str, int]:
    """How many rows each table has that cannot be made again from others, and how many values each of its columns."""
    found = {}
    with database.read() as session:
        run = session.connection().exec_driver_sql
        tables = sa.inspect(session.connection())
        for table in tables.get_table_names():
            if not table.startswith("nexus_") or table.startswith("nexus_search") or table in MADE_ANEW:
                continue
            where = COUNTED.get(table, "1")
            found[table] = int(run(f"SELECT count(*) FROM {table} WHERE {where}").scalar_one())  # noqa: S608
            for column in tables.get_columns(table):
                name = f"{table}.{column['name']}"
                if name not in FILLED_ANYWAY:
                    found[name] = int(run(f"SELECT count({column['name']}) FROM {table}").scalar_one())  # noqa: S608
    return found
