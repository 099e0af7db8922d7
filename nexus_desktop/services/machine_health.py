"""Checks of what the machine and the set-up bring: the keyring, the component for scans, the version of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop import __version__
from nexus_desktop.letters import ocr
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.errors import KeyringLocked, KeyringUnavailable
from nexus_desktop.models.phrases import phrase
from nexus_desktop.runtime.key_vault import KeyVault
from nexus_desktop.runtime.secret_store import working_backends
from nexus_desktop.services.health import Check, Finding, Health

if TYPE_CHECKING:
    from nexus_desktop.runtime.key_vault import KeyVault
    from nexus_desktop.storage.store import Store

STARTS_LOOKED_AT = 100


def machine_checks(store: Store | None, vault: KeyVault | None) -> tuple[tuple[str, str, Check], ...]:
    """Name, title and check of each. ``store`` is None where it could not be opened, ``vault`` where there is none."""
    return (
        ("keyring", "Keyring of this machine", lambda: _keyring(vault)),
        ("ocr", "Scans can be read", _ocr),
        ("version", "Version of the program", lambda: _version(store)),
    )


def _keyring(vault: KeyVault | None) -> Finding:
    if vault is not None and vault.ways().keyring:
        return _key_in_keyring(vault)
    if next(working_backends(), None) is None:
        return (
            Health.OK,
            "keyring.none",
            phrase("No keyring works on this machine; what is kept here is locked with a passphrase instead."),
            "",
        )
    return Health.OK, "keyring.answers", phrase("A keyring answers; it does not hold the key of this store."), ""


def _key_in_keyring(vault: KeyVault) -> Finding:
    try:
        place = vault.place()
    except (KeyringLocked, KeyringUnavailable) as error:
        return (
            Health.WARNING,
            error.code,
            phrase("The keyring does not give out the key of this store just now. The next start will need it."),
            phrase("Unlock the keyring, or log in again. Do not close the program without the recovery key at hand."),
        )
    if place != "keyring":
        return (
            Health.WARNING,
            "key.missing",
            phrase("The key of this store is no longer in the keyring."),
            phrase(
                "Choose “Keys” in the menu Data and put it back, or set a passphrase, before you close the program."
            ),
        )
    return Health.OK, "keyring.ok", phrase("The keyring answers and holds the key of this store."), ""


def _ocr() -> Finding:
    if ocr.installed():
        return Health.OK, "ocr.ok", phrase("The component that reads pictures of pages is installed."), ""
    return (
        Health.OK,  # it is left out by choice
        "ocr.missing",
        phrase(
            "The component that reads pictures of pages is not installed: letters with text are read, scans are "
            "refused."
        ),
        "",
    )


def _version(store: Store | None) -> Finding:
    newest = max(_started_with(store), key=_numbers, default=__version__) if store is not None else __version__
    if _numbers(newest) > _numbers(__version__):
        return (
            Health.WARNING,
            "version.older",
            phrase(
                "This is version {own}; version {newest} has worked on this store before.",
                own=__version__,
                newest=newest,
            ),
            phrase("Install the newer version again, so that what it kept is read as it was meant."),
        )
    return Health.OK, "version.ok", phrase("Version {own}; no newer one has worked on this store.", own=__version__), ""


def _started_with(store: Store) -> list[str]:
    """Versions that the latest starts on record tell of."""
    told = store.audit_entries(STARTS_LOOKED_AT, None, AuditFilter(act=AuditAct.PROGRAM_STARTED.value))
    return [str(one.body["version"]) for one in told if one.body and one.body.get("version")]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
