"""Makes the store on a first start, its key where the person wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nexus_desktop.runtime.key_vault import KeyNeed

if TYPE_CHECKING:
    from nexus_desktop.services.application import Application, Starter


def make_store(starter: Starter, passphrase: str | None) -> Application:
    """The new store, its key in the keyring; or, with a passphrase, opened by that alone.

    Raises the ``key.*``, ``keyring.*`` and ``database.*`` errors; nothing stays open then.
    """
    by_keyring = starter.key_need() is KeyNeed.NOTHING
    application = starter.open(None if by_keyring else passphrase, face="window")
    if by_keyring and passphrase is not None:
        try:
            application.keys.set_passphrase(passphrase, passphrase)  # the same where a try before got so far
            application.keys.leave_keyring()
        except BaseException:
            application.close()
            raise
    return application
