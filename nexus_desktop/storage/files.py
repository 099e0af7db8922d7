"""Where the parts of a store lie: all in one data folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StoreFiles:
    """The files of a data folder. ``backup_folder`` moves the backups elsewhere, to another disk for one."""

    folder: Path
    backup_folder: Path | None = None

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / "nexus.db"

    @property
    def journals(self) -> tuple[Path, ...]:
        """What SQLite keeps beside the database while it is in use."""
        return tuple(self.database.with_name(self.database.name + end) for end in ("-wal", "-shm", "-journal"))

    @property
    def audit_head(self) -> Path:
        """The newest entry of the audit trail, as last remembered."""
        return self.folder / "audit-head.json"

    @property
    def key_slots(self) -> Path:
        """What opens the database."""
        return self.folder / "keyslot.json"

    @property
    def key_slots_copy(self) -> Path:
        """The copy of it that lies beside; see runtime.key_slots."""
        return self.key_slots.with_name(f"{self.key_slots.stem}.copy{self.key_slots.suffix}")

    @property
    def restored(self) -> Path:
        """What a restore left to be told in the audit trail."""
        return self.folder / "restored.json"

    @property
    def origin_trail(self) -> Path:
        """In co-counsel's copy of a matter: what the trail of the store it came from tells of it, sealed."""
        return self.folder / "origin-trail.sealed"

    @property
    def lock(self) -> Path:
        """Held by every process that has the store open."""
        return self.folder / "store.lock"

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self.backup_folder or self.folder / "backups"

    @property
    def restoring(self) -> Path:
        """A restore that is ready to be put in place; see storage.restore."""
        return self.folder / "restoring"

    @property
    def exists(self) -> bool:
        """Whether there is a database that is more than an empty file."""
        return self.database.exists() and self.database.stat().st_size > 0
