"""Checks of what keeps the store alive: the recovery key, the backups, whether a purge has been finished; and what the
firm has fixed, so that every locked setting can be seen in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.models.phrases import joined, phrase
from nexus_desktop.models.policy_models import PolicyInForce, PolicySetting
from nexus_desktop.services.health import Check, Finding, Health

if TYPE_CHECKING:
    from nexus_desktop.services.backups import Backups
    from nexus_desktop.services.keys import Keys
    from nexus_desktop.services.retention import Retention


def store_checks(keys: Keys, backups: Backups, retention: Retention) -> tuple[tuple[str, str, Check], ...]:
    """Name, title and check of each."""
    return (
        ("recovery", "Recovery key", lambda: _recovery(keys)),
        ("backup", "Backup", lambda: _backup(backups)),
        ("purge", "Deleted records are gone everywhere", lambda: _purge(retention)),
    )


def policy_check(firm: PolicyInForce) -> tuple[str, str, Check]:
    """What the firm has fixed on this machine; never a warning, since a policy that is not sound lets nothing start."""
    return "policy", "Settings fixed by your organisation", lambda: _policy(firm)


def _policy(firm: PolicyInForce) -> Finding:
    fixed = [setting for setting in PolicySetting if firm.policy.is_set(setting)]
    if not fixed:
        return Health.OK, "policy.none", phrase("Nothing is fixed on this computer."), ""
    lock = firm.lock(fixed[0])
    reason = lock.reason if lock else ""
    names = ", ".join(setting.value.replace("_", " ") for setting in fixed)  # as in the policy file
    return Health.OK, "policy.ok", joined(" ", (f"{names[0].upper()}{names[1:]}.", phrase(reason))), ""


def _recovery(keys: Keys) -> Finding:
    if not keys.are_kept:
        return Health.OK, "recovery.not_needed", phrase("The key of this store is in memory only and goes with it."), ""
    made = keys.ways().recovery_made_at
    if made is None:
        return (
            Health.WARNING,
            "recovery.none",
            phrase(
                "No recovery key has been made. A lost keyring or a forgotten passphrase would cost all your analyses."
            ),
            phrase("Choose “Make a recovery key” in the menu Data, print the sheet and keep it in a safe place."),
        )
    return Health.OK, "recovery.ok", phrase("A recovery key was made on {day}.", day=f"{made:%Y-%m-%d}"), ""


def _backup(backups: Backups) -> Finding:
    status = backups.status()
    if status.newest is None:
        health = Health.WARNING if status.due else Health.OK
        return (
            health,
            "backup.none",
            phrase("There is no backup yet."),
            phrase("Choose “Back up now” in the menu Data."),
        )
    newest = f"{status.newest:%Y-%m-%d %H:%M} UTC"
    kept = (
        phrase("1 backup, of {newest}", newest=newest)
        if status.count == 1
        else phrase("{count} backups, the newest of {newest}", count=status.count, newest=newest)
    )
    if status.due:
        old = phrase("{kept}, which is a while ago.", kept=kept)
        return Health.WARNING, "backup.old", old, phrase("Choose “Back up now” in the menu Data.")
    return Health.OK, "backup.ok", phrase("{kept}, verified by opening it.", kept=kept), ""


def _purge(retention: Retention) -> Finding:
    if retention.sweep_is_due():
        return (
            Health.WARNING,
            "purge.unfinished",
            phrase("Deleted records are out of the database, but may still be in its journal or in older backups."),
            phrase("Close other windows and commands of Nexus Desktop, and start it again."),
        )
    return Health.OK, "purge.ok", phrase("Nothing that was deleted is left in journal or backups."), ""
