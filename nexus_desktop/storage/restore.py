"""Restoring a backup: unpacked and opened beside the store, and put in its place by steps that can be repeated.

The commit point is the name of a folder. A process that is killed before it has changed nothing; one that is killed
after it leaves a folder that the next start goes on with. What was there before is moved aside and kept.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from nexus_desktop.models.backup_models import ContainerKind, Manifest, Restored
from nexus_desktop.models.errors import BackupKeyWrong, BackupNotVerified, BackupWriteFailed, DatabaseNewer, NexusError
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.storage import backup, container, migrator
from nexus_desktop.storage.audit_heads import read_head
from nexus_desktop.storage.files import StoreFiles

ASIDE = "replaced-"
NOTE = "restored.json"
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
        head = read_head(files.audit_head)
        note = Restored(
            made_at=manifest.made_at,
            entries=manifest.entries,
            replaced_entries=head.seq if head else 0,
            replaced_mac=head.mac if head else "",
        )
        try:
            (place / NOTE).write_text(note.model_dump_json())
            for leftover in place.glob(f"{container.DATABASE}-*"):
                leftover.unlink()
            shutil.rmtree(files.restoring, ignore_errors=True)
            place.rename(files.restoring)
        except OSError:
            raise BackupWriteFailed from None
    return manifest


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


def left_note(files: StoreFiles) -> Restored | None:
    """What the last restore left to be told; None where it has been told."""
    try:
        return Restored.model_validate_json(files.restored.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return None
