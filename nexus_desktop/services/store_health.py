"""Checks of what keeps the store alive: the recovery key, the backups, and whether a purge has been finished."""

from __future__ import annotations

from nexus_desktop.services.backups import Backups
from nexus_desktop.services.health import Check, Finding, Health
from nexus_desktop.services.keys import Keys
from nexus_desktop.services.retention import Retention


def store_checks(keys: Keys, backups: Backups, retention: Retention) -> tuple[tuple[str, str, Check], ...]:
    """Name, title and check of each."""
    return (
        ("recovery", "Recovery key", lambda: _recovery(keys)),
        ("backup", "Backup", lambda: _backup(backups)),
        ("purge", "Deleted records are gone everywhere", lambda: _purge(retention)),
    )


def _recovery(keys: Keys) -> Finding:
    if not keys.are_kept:
        return Health.OK, "recovery.not_needed", "The key of this store is in memory only and goes with it.", ""
    made = keys.ways().recovery_made_at
    if made is None:
        return (
            Health.WARNING,
            "recovery.none",
            "No recovery key has been made. A lost keyring or a forgotten passphrase would cost all your analyses.",
            "Choose “Make a recovery key” in the menu Data, print the sheet and keep it in a safe place.",
        )
    return Health.OK, "recovery.ok", f"A recovery key was made on {made:%Y-%m-%d}.", ""


def _backup(backups: Backups) -> Finding:
    status = backups.status()
    if status.newest is None:
        health = Health.WARNING if status.due else Health.OK
        return health, "backup.none", "There is no backup yet.", "Choose “Back up now” in the menu Data."
    kept = f"{status.count} backup{'' if status.count == 1 else 's'}, the newest of {status.newest:%Y-%m-%d %H:%M} UTC"
    if status.due:
        return Health.WARNING, "backup.old", f"{kept}, which is a while ago.", "Choose “Back up now” in the menu Data."
    return Health.OK, "backup.ok", f"{kept}, verified by opening it.", ""


def _purge(retention: Retention) -> Finding:
    if retention.sweep_is_due():
        return (
            Health.WARNING,
            "purge.unfinished",
            "Deleted records are out of the database, but may still be in its journal or in older backups.",
            "Close other windows and commands of Nexus Desktop, and start it again.",
        )
    return Health.OK, "purge.ok", "Nothing that was deleted is left in journal or backups.", ""
