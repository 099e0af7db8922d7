"""One matter as an encrypted file for co-counsel: a store of its own, locked with a passphrase, and never changed.

The copy has a new key and an audit trail of its own, which begins with where it came from. What the trail of the
attorney's store tells of the matter goes along as an export that the verifier in it checks; it is sealed with a key in
the copy, whose own export of the trail brings it.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from nexus_desktop import __version__
from nexus_desktop.models.audit_chain import AuditAct, AuditHead, Body
from nexus_desktop.models.backup_models import ContainerKind, Manifest
from nexus_desktop.models.errors import FolderTaken
from nexus_desktop.models.records import AnalysisRecord, Matter, Note, StorePurpose
from nexus_desktop.runtime.key_locks import lock_with_passphrase
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.runtime.key_slots import KeySet, KeySlots, as_bytes, new_id
from nexus_desktop.runtime.sealed_file import SealedFile
from nexus_desktop.storage import backup, case_files, container, matters, overrides, repositories, search_index
from nexus_desktop.storage.audit_heads import write_head
from nexus_desktop.storage.files import StoreFiles
from nexus_desktop.storage.opening import open_store
from nexus_desktop.storage.tables import StoreRow

if TYPE_CHECKING:
    from nexus_desktop.models.case_file import CaseFile, MatterNote
    from nexus_desktop.models.override_models import Override
    from nexus_desktop.storage.store import Store

ENDING = ".nexusmatter"
BUSY_SECONDS = 5
TRAIL_KEY = "origin trail"


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into the file, and where it comes from."""

    matter: Matter
    records: tuple[AnalysisRecord, ...]
    notes: tuple[Note, ...]
    overrides: tuple[Override, ...]
    origin: Body
    trail: bytes
    actor: str
    at: datetime
    matter_notes: tuple[MatterNote, ...] = ()
    file: CaseFile | None = None  # names the client: only where a person asked for it


def write(path: Path, contents: Contents, passphrase: str) -> str:
    """Make the file, never over another; its SHA-256. Raises BackupWriteFailed, DiskFull, BackupNotVerified."""
    with container.workplace(path.parent, "matter") as place:
        key = SecretKey.random()
        files = StoreFiles(place)
        _fill(files, key.copy(), contents)
        copy = place / container.DATABASE
        found = backup.verify(copy, key)
        key_id = new_id()
        slots = KeySlots(current=KeySet(key_id=key_id, passphrase=lock_with_passphrase(key, passphrase, key_id)))
        key.wipe()
        manifest = Manifest(
            kind=ContainerKind.MATTER,
            made_at=contents.at,
            program=__version__,
            revision=found.revision,
            store_id=found.store_id,
            analyses=found.analyses,
            entries=found.entries,
            head_mac=found.head_mac,
            head_link=found.head_link,
            database_bytes=copy.stat().st_size,
            database_sha256=container.sha256_of(copy),
        )
        sealed = {files.origin_trail.name: files.origin_trail.read_bytes()}
        return container.write(path, manifest, as_bytes(slots), copy, sealed)


def _fill(files: StoreFiles, key: SecretKey, contents: Contents) -> None:
    store = open_store(files, key, actor=contents.actor, busy_seconds=BUSY_SECONDS, clock=lambda: contents.at)
    with closing(store):
        with store.deed() as deed:
            matters.add(deed.session, contents.matter)
            for record in contents.records:
                repositories.add_letter(deed.session, record.letter)
                deed.session.flush()
                repositories.add_analysis(deed.session, record)
                deed.session.flush()
                search_index.add(deed.session, record.id, record.result)
            for note in contents.notes:
                matters.add_note(deed.session, note)
                search_index.refresh_notes(deed.session, note.analysis_id)
            for one in contents.matter_notes:
                case_files.add_note(deed.session, one)
            if contents.file is not None:
                case_files.keep(deed.session, contents.file)
            for override in contents.overrides:
                overrides.add(deed.session, override)
            deed.session.execute(sa.update(StoreRow).values(purpose=StorePurpose.REVIEW.value))
            deed.tell(AuditAct.MATTER_RECEIVED, contents.matter.id, contents.origin)
        origin_trail(store).write(contents.trail)
        with store.use() as opened, closing(opened.database.connect()) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def origin_trail(store: Store) -> SealedFile:
    """What came along of the trail of the store that a copy is from; nothing where this is no copy."""
    return SealedFile(store.files.origin_trail, store.key_for(TRAIL_KEY))


def receive(path: Path, folder: Path) -> Manifest:
    """Unpack a matter from co-counsel into a data folder of its own, which the passphrase then opens.

    Raises BackupDamaged, FolderTaken, DiskFull.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FolderTaken
    with container.workplace(folder.parent, "receiving") as place:
        manifest = container.unpack(path, ContainerKind.MATTER, place)
        container.take_member(path, StoreFiles(place).origin_trail)
        try:
            head = AuditHead(manifest.entries, manifest.head_mac, manifest.head_link)
            write_head(StoreFiles(place).audit_head, head)
            if folder.exists():
                folder.rmdir()
            place.rename(folder)
        except OSError:
            raise FolderTaken from None
    return manifest
