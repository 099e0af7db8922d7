"""Run inside a session with a real, unlocked Secret Service: the life of a key, told with assertions.

Exits 0 where every step holds. Called by test_real_keyring.py, never imported.
"""

import sys
from pathlib import Path

import secretstorage

from nexus_desktop.models import errors
from nexus_desktop.runtime.key_vault import KeyNeed, KeyVault
from nexus_desktop.runtime.secret_store import SERVICE, read_slot

folder = Path(sys.argv[1])
database = folder / "nexus.db"


def vault() -> KeyVault:
    return KeyVault(folder / "keyslot.json", database, shortest_passphrase=12)


def refused(kind: type[errors.NexusError]) -> bool:
    try:
        vault().open()
    except kind:
        return True
    return False


# the first start makes a key, every later one finds it, and nothing of it is on disk
assert vault().need() is KeyNeed.NOTHING
first = vault().open()
assert first.is_new
assert not vault().open().is_new
assert vault().open().key == first.key
slot = read_slot(folder / "keyslot.json")
assert slot is not None
assert all(first.key.hex().encode() not in path.read_bytes() for path in folder.iterdir())

# a lost entry beside a database is an error; without a database it is a start begun and not finished
bus = secretstorage.dbus_init()
collection = secretstorage.get_default_collection(bus)
next(collection.search_items({"service": SERVICE, "username": slot.store_id})).delete()
database.write_bytes(b"x" * 4096)
assert refused(errors.KeyMissing)
database.unlink()
assert vault().open().is_new

# a locked keyring says so, and no passphrase is asked for in its place
collection.lock()
assert refused(errors.KeyringLocked)
assert vault().need() is KeyNeed.NOTHING
