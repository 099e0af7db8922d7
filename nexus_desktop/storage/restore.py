"""Restoring a backup: unpacked and opened beside the store, and put in its place by steps that can be repeated.

The commit point is the name of a folder. A process that is killed before it has changed nothing; one that is killed
after it leaves a folder that the next start goes on with. What was there before is moved aside and kept.
"""

from __future__ import annotations

import hashlib
import hmac
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop.models.audit_chain import AuditAct, AuditEntry, canonical
from nexus_desktop.models.backup_models import ContainerKind, Manifest, Restored
from nexus_desktop.models.errors import BackupKeyWrong, BackupNotVerified, BackupWriteFailed, DatabaseNewer, NexusError
from nexus_desktop.runtime.key_secret import SecretKey, derive
from nexus_desktop.storage import backup, container, migrator
from nexus_desktop.storage.audit_heads import read_head

if TYPE_CHECKING:
    from nexus_desktop.storage.files import StoreFiles

ASIDE = "replaced-"
NOTE = "restored.json"
SEALED = "restore note"
TOLD_AT_ONCE = 2
"""Entries that a start tells after a restore: an upgrade, and the restore. A kill after them leaves the note."""
OpenKey = Callable[[Path, Path], SecretKey]
"""Opens the key of a database by its slots: given the paths of keyslot.json and of the database."""


def stage(files: StoreFiles, path: Path, open_key: OpenKey) -> Manifest:
    """Unpack a backup beside the store, open it, check it, and get it ready. Nothing of the store is touched.

    Raises BackupDamaged, BackupKeyWrong, BackupNotVerified, DatabaseNewer, DiskFull, and what ``open_key`` raises.
    """
    with container.workplace(files.folder, "restoring") as place:
        manifest = container.unpack(path, ContainerKind.BACKUP, place)
        if manifest.revision not in migrator.known_revisions():
            raise DatabaseNewer
        key = open_key(place / container.SLOTS, place / container.DATABASE)
        try:
            found = backup.verify(place / container.DATABASE, key)
            note = _note(files, manifest, key)
        except BackupNotVerified as error:
            raise _reason(error) from None
        finally:
            key.wipe()
        if (found.store_id, found.entries, found.head_mac) != (
            manifest.store_id,
            manifest.entries,
            manifest.head_mac,
        ):
            raise BackupNotVerified
        try:
            (place / NOTE).write_text(note.model_dump_json())
            for leftover in place.glob(f"{container.DATABASE}-*"):
                leftover.unlink()
            shutil.rmtree(files.restoring, ignore_errors=True)
            place.rename(files.restoring)
        except OSError:
            raise BackupWriteFailed from None
    return manifest


def _note(files: StoreFiles, manifest: Manifest, key: SecretKey) -> Restored:
    head = read_head(files.audit_head)
    note = Restored(
        made_at=manifest.made_at,
        entries=manifest.entries,
        replaced_entries=head.seq if head else 0,
        replaced_mac=head.mac if head else "",
    )
    return note.model_copy(update={"seal": _seal(note, key)})


def _seal(note: Restored, key: SecretKey) -> str:
    return hmac.new(derive(key.reveal(), SEALED), canonical(note.told).encode(), hashlib.sha256).hexdigest()


def _reason(error: BackupNotVerified) -> NexusError:
    cause = error.__cause__
    return BackupKeyWrong() if getattr(cause, "code", "") == "database.wrong_key" else error


def finish(files: StoreFiles) -> bool:
    """Put a staged restore in place; whether there was one. Only while nobody has the store open. Raises OSError.

    Each step looks at what is there, so that it can be begun again after a kill at any point.
    """
    staged = files.restoring
    if not (staged / NOTE).exists():
        return False
    incoming = staged / container.DATABASE
    if incoming.exists():
        _move_aside(files)
        incoming.replace(files.database)
    slots = staged / container.SLOTS
    if slots.exists():
        files.key_slots_copy.write_bytes(slots.read_bytes())
        slots.replace(files.key_slots)
    (staged / NOTE).replace(files.restored)
    shutil.rmtree(staged, ignore_errors=True)
    return True


def _move_aside(files: StoreFiles) -> None:
    """Keep what the restore takes the place of, in a folder of its own."""
    if not files.database.exists() and not files.key_slots.exists():
        return
    number = 1
    while (files.folder / f"{ASIDE}{number}" / container.DATABASE).exists():
        number += 1
    aside = files.folder / f"{ASIDE}{number}"
    aside.mkdir(mode=0o700, exist_ok=True)
    for path in (*files.journals, files.key_slots, files.key_slots_copy, files.audit_head, files.database):
        if path.exists():
            path.replace(aside / path.name)


def set_aside(files: StoreFiles) -> list[Path]:
    """Folders of what earlier restores took the place of."""
    return sorted(path for path in files.folder.glob(f"{ASIDE}*") if path.is_dir())


def left_note(files: StoreFiles, key: SecretKey, newest: AuditEntry | None) -> Restored | None:
    """What the last restore left to be told, in a trail with this newest entry; None where there is nothing, where the
    note was made up by someone without the key, or where it speaks of another file than the one that is there."""
    try:
        note = Restored.model_validate_json(files.restored.read_bytes())
    except (OSError, ValueError):
        return None
    if not hmac.compare_digest(note.seal, _seal(note, key)):
        return None
    since = (newest.seq if newest else 0) - note.entries
    cut_short = newest is not None and newest.act == AuditAct.STORE_RESTORED and 0 < since <= TOLD_AT_ONCE
    return note if since == 0 or cut_short else None
