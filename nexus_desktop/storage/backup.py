"""Backups: an encrypted, compacted copy with what opens it, verified by opening it before it gets its name.

The copy is made by ``VACUUM INTO``: one consistent state while others write, without free pages, under the same key. It
opens with whatever opened the database when it was made.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from nexus_desktop import __version__
from nexus_desktop.models.audit_chain import GENESIS
from nexus_desktop.models.backup_models import BackupFile, BackupReason, ContainerKind, Manifest
from nexus_desktop.models.errors import BackupDamaged, BackupNotVerified, BackupWriteFailed, Cancelled, NexusError
from nexus_desktop.storage import container, migrator
from nexus_desktop.storage.database import Database, database_errors
from nexus_desktop.storage.tables import StoreRow

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.runtime.key_secret import SecretKey
    from nexus_desktop.storage.audit_log import AuditLog
    from nexus_desktop.storage.files import StoreFiles

ENDING = ".nexusbackup"
BUSY_SECONDS = 5
FIRST_LINKED = "0003"
"""The version of the tables since which the chain is open too."""
INSTRUCTIONS = 200_000
"""Steps of SQLite between two looks at whether to stop."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How many backups are kept: the newest of each day, week and month, for so many of each."""

    daily: int
    weekly: int
    monthly: int


@dataclass(frozen=True, slots=True)
class Copied:
    """What was found in a copy when it was opened."""

    revision: str
    store_id: str
    analyses: int
    entries: int
    head_mac: str
    head_link: str


def make(
    files: StoreFiles,
    database: Database,
    reason: BackupReason,
    at: datetime,
    progress: Progress,
    cancelled: CancelFlag,
    audit: AuditLog | None = None,
) -> tuple[BackupFile, str]:
    """Make and verify a backup of an open database; the file and its SHA-256.

    With ``audit`` the chain is walked in the copy too. Raises DiskFull, BackupWriteFailed, BackupNotVerified,
    Cancelled.
    """
    folder = files.backups
    with container.workplace(folder, "making") as place:
        size = database.path.stat().st_size
        container.need_room(folder, 2 * size)
        progress("Copying the database", 0.1)
        copy = place / container.DATABASE
        copy_to(database, copy, cancelled)
        progress("Checking the copy", 0.5)
        found = verify(copy, database.key, audit)
        manifest = Manifest(
            kind=ContainerKind.BACKUP,
            made_at=at,
            program=__version__,
            revision=found.revision,
            store_id=found.store_id,
            reason=reason,
            analyses=found.analyses,
            entries=found.entries,
            head_mac=found.head_mac,
            head_link=found.head_link,
            database_bytes=copy.stat().st_size,
            database_sha256=container.sha256_of(copy),
        )
        if cancelled.is_set():
            raise Cancelled
        progress("Writing the backup", 0.8)
        path = _free_name(folder, at)
        digest = container.write(path, manifest, _slots(files), copy)
    return BackupFile(path, path.stat().st_size, manifest), digest


def copy_to(database: Database, target: Path, cancelled: CancelFlag) -> None:
    """One consistent state of a database, under the same key, in a new file. Raises DiskFull …, Cancelled."""
    with database_errors(), closing(database.connect()) as connection:
        connection.set_progress_handler(lambda: int(cancelled.is_set()), INSTRUCTIONS)
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        except Exception:
            if cancelled.is_set():
                raise Cancelled from None
            raise


def verify(copy: Path, key: SecretKey, audit: AuditLog | None = None) -> Copied:
    """Open a copy and check every page, its structure, and its chain. Raises BackupNotVerified."""
    try:
        with closing(Database(copy, key, busy_seconds=BUSY_SECONDS)) as database:
            if not database.is_intact():
                raise BackupNotVerified
            return _look_into(database, audit)
    except NexusError as error:
        raise BackupNotVerified from error


def _look_into(database: Database, audit: AuditLog | None) -> Copied:
    revision = migrator.revision(database) or ""
    linked = "link" if revision >= FIRST_LINKED else f"'{GENESIS}'"
    with database.read() as session:
        if audit is not None and audit.check_copy(session).broken_at is not None:
            raise BackupNotVerified
        head = session.execute(sa.text(f"SELECT seq, mac, {linked} FROM nexus_audit ORDER BY seq DESC LIMIT 1")).first()  # noqa: S608
        return Copied(
            revision=revision,
            store_id=session.scalar(sa.select(StoreRow.store_id)) or "",
            analyses=session.scalar(sa.text("SELECT count(*) FROM nexus_analyses")) or 0,
            entries=head[0] if head else 0,
            head_mac=head[1] if head else GENESIS,
            head_link=head[2] if head else GENESIS,
        )


def _slots(files: StoreFiles) -> bytes:
    try:
        return files.key_slots.read_bytes()
    except FileNotFoundError:
        return b"{}"  # a store whose key is in memory only
    except OSError:
        raise BackupWriteFailed from None


def _free_name(folder: Path, at: datetime) -> Path:
    stem, number = f"nexus-{at:%Y%m%dT%H%M%SZ}", 1
    path = folder / f"{stem}{ENDING}"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{ENDING}"
    return path


# --- those there are --------------------------------------------------------------------------------------------------


def listed(folder: Path) -> list[BackupFile]:
    """Every whole backup in a folder, newest first; what is none is left out."""
    found = []
    for path in folder.glob(f"*{ENDING}"):
        try:
            found.append(BackupFile(path, path.stat().st_size, container.read_manifest(path, ContainerKind.BACKUP)))
        except (BackupDamaged, BackupWriteFailed, OSError):
            continue
    return sorted(found, key=lambda one: (one.manifest.made_at, one.path.name), reverse=True)


def superfluous(backups: Iterable[BackupFile], kept: Kept) -> list[BackupFile]:
    """Those that rotation lets go: all but the newest of each day, week and month, the newest of all, and the one that
    leads back before the last change of the tables."""
    newest_first = sorted(backups, key=lambda one: one.manifest.made_at, reverse=True)
    before_change = [one for one in newest_first if one.manifest.reason is BackupReason.MIGRATION]
    keeping: set[Path] = {one.path for one in newest_first[:1] + before_change[:1]}
    for form, count in (("%Y-%m-%d", kept.daily), ("%G-%V", kept.weekly), ("%Y-%m", kept.monthly)):
        periods: dict[str, Path] = {}
        for one in newest_first:
            periods.setdefault(one.manifest.made_at.strftime(form), one.path)
        keeping.update(list(periods.values())[:count])
    return [one for one in newest_first if one.path not in keeping]


def delete(paths: Iterable[Path]) -> int:
    """Delete backups; how many were. Raises BackupWriteFailed where one cannot be."""
    count = 0
    for path in paths:
        try:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        except OSError:
            raise BackupWriteFailed from None
        count += 1
    return count


def is_due(backups: list[BackupFile], now: datetime, every_hours: int) -> bool:
    """Whether it is time for the next scheduled backup. A clock that was set back does not put it off for ever."""
    if not backups:
        return True
    age = now - backups[0].manifest.made_at
    return not timedelta(0) <= age < timedelta(hours=every_hours)
