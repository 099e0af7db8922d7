"""What a backup, or a matter given to co-counsel, says of itself. No PHI and no key in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from nexus_desktop.models.rubric_models import Frozen

Count = Annotated[int, Field(ge=0)]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class BackupReason(StrEnum):
    """Why a backup was made."""

    ASKED = "asked"
    SCHEDULED = "scheduled"
    MIGRATION = "migration"  # before the tables were changed
    KEYS = "keys"  # after the key of the database was changed
    PURGE = "purge"  # after records were deleted for good


class ContainerKind(StrEnum):
    """What a file of ours holds."""

    BACKUP = "backup"
    MATTER = "matter"


class Manifest(Frozen):
    """manifest.json in a backup or a matter file."""

    format: Literal[1] = 1
    kind: ContainerKind
    made_at: AwareDatetime
    program: str
    revision: str
    store_id: str
    reason: BackupReason | None = None
    analyses: Count
    entries: Count  # of the audit trail
    head_mac: str
    head_link: str
    database_bytes: Count
    database_sha256: Hash


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup as listed: where it is, how large, and what it says of itself."""

    path: Path
    size: int
    manifest: Manifest


class Restored(Frozen):
    """What a restore leaves behind for the audit trail to tell.

    ``seal`` is made with the key of what was restored: whoever merely puts an older file back cannot write this note,
    and so cannot pass it off as a restore.
    """

    made_at: AwareDatetime
    entries: Count
    replaced_entries: Count
    replaced_mac: str
    seal: str = ""

    @property
    def told(self) -> dict[str, str | int]:
        """What the trail tells of it, and what the seal binds."""
        return {
            "made_at": self.made_at.isoformat(),
            "entries": self.entries,
            "replaced_entries": self.replaced_entries,
            "replaced_mac": self.replaced_mac,
        }


@dataclass(frozen=True, slots=True)
class BackupStatus:
    """How things stand with backups, for screens."""

    newest: datetime | None
    count: int
    size: int
    due: bool
    folder: Path


@dataclass(frozen=True, slots=True)
class Losing:
    """What an older version of the tables has no place for: a table, or ``table.column``, and how many rows."""

    name: str
    rows: int


@dataclass(frozen=True, slots=True)
class StepBackPlan:
    """What going back to an older version of the tables, such as "0009", would lose."""

    target: str
    losing: tuple[Losing, ...]

    @property
    def rows(self) -> int:
        """How many rows in all."""
        return sum(one.rows for one in self.losing)
