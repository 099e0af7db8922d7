"""Use cases on a real store, put together as bootstrap does."""

from __future__ import annotations

from pathlib import Path

from nexus_desktop.runtime import paths
from nexus_desktop.services.backups import Backups
from nexus_desktop.services.matters import Matters
from nexus_desktop.services.retention import Retention
from nexus_desktop.services.trail_export import TrailExport
from nexus_desktop.storage.backup import Kept
from nexus_desktop.storage.store import Store

KEPT = Kept(daily=7, weekly=4, monthly=6)


def quiet(_words: str, _done: float) -> None:
    """Nobody watches."""


def backups_of(store: Store) -> Backups:
    return Backups(store, KEPT, 24, scheduled=True)


def retention_of(store: Store) -> Retention:
    return Retention(store, backups_of(store))


def matters_of(store: Store) -> Matters:
    from nexus_desktop.bootstrap import Bootstrap

    verifier = paths.resource("verify_trail.py")
    return Matters(store, Bootstrap().workbench(), TrailExport(store, verifier), "ann", 12)


def everything_in(folder: Path) -> list[Path]:
    """Every file below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]
