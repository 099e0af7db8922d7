"""Run inside a session with a real, unlocked Secret Service: the life of a key, told with assertions.

Exits 0 where every step holds. Called by test_real_keyring.py, never imported.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import secretstorage

from nexus_desktop.models import errors
from nexus_desktop.runtime.key_recovery import RecoveryKey
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.runtime.key_service import ServiceKeys
from nexus_desktop.runtime.key_slots import SlotFile
from nexus_desktop.runtime.key_vault import NO_CREDENTIALS, Credentials, KeyNeed, KeyVault
from nexus_desktop.runtime.secret_store import SERVICE

folder = Path(sys.argv[1])
database = folder / "nexus.db"
slots = SlotFile(folder / "keyslot.json")
true_key: list[SecretKey] = []
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PASSPHRASE = "four words not together"


def vault() -> KeyVault:
    return KeyVault(slots.path, database, 12, opens=lambda key: key in true_key)


def key_id() -> str:
    found = slots.read()
    assert found is not None
    return found.current.key_id


def refused(kind: type[errors.NexusError], given: Credentials = NO_CREDENTIALS) -> bool:
    try:
        vault().open(given)
    except kind:
        return True
    return False


bus = secretstorage.dbus_init()
collection = secretstorage.get_default_collection(bus)


def entries(name: str) -> list[secretstorage.Item]:
    return list(collection.search_items({"service": SERVICE, "username": name}))


# the first start makes a key, every later one finds it, and nothing of it is on disk
assert vault().need() is KeyNeed.NOTHING
first = vault().open()
assert first.is_new
assert not vault().open().is_new
assert vault().open().key == first.key
hexed = first.key.reveal().hex().encode()
assert all(hexed not in path.read_bytes() and first.key.reveal() not in path.read_bytes() for path in folder.iterdir())

# a lost entry beside a database is an error; without a database it is a start begun and not finished
entries(key_id())[0].delete()
database.write_bytes(b"x" * 4096)
assert refused(errors.KeyMissing)
database.unlink()
assert vault().open().is_new

# the recovery key opens what a lost keyring entry opened, and puts the key back
key, sheet = vault().open().key, RecoveryKey.random()
vault().set_recovery(key, sheet, NOON)
database.write_bytes(b"x" * 4096)
entries(key_id())[0].delete()
assert refused(errors.KeyMissing)
assert refused(errors.RecoveryKeyWrong, Credentials(recovery=RecoveryKey.random().text))
recovered = vault().open(Credentials(recovery=sheet.text))
assert recovered.key == key
assert recovered.reseated
assert vault().open().key == key

# a passphrase beside the keyring; then the keyring is left, and the entry is gone from it
vault().set_passphrase(key, PASSPHRASE)
assert vault().need() is KeyNeed.NOTHING
assert vault().open(Credentials(passphrase=PASSPHRASE)).key == key
vault().leave_keyring()
assert vault().need() is KeyNeed.PASSPHRASE
assert entries(key_id()) == []
assert vault().open(Credentials(passphrase=PASSPHRASE)).key == key
vault().use_keyring(key)
vault().remove_passphrase()
assert vault().open().key == key

# another key for the database: both entries are there until it is known which one the database has
before = key_id()
new = vault().prepare_change(None, RecoveryKey.random(), NOON)
true_key.append(new)
assert vault().open().key == new
assert key_id() != before
assert entries(before) == []
assert len(entries(key_id())) == 1

# keys of services are entries of their own: kept over a restart, replaced, deleted, and in no file
keys = ServiceKeys("folder")
assert keys.put("profile", "sk-first")
assert keys.put("profile", " sk-second\n")
assert ServiceKeys("folder").use("profile") == "sk-second"
assert not ServiceKeys("elsewhere").has("profile")
assert all(b"sk-second" not in path.read_bytes() for path in folder.iterdir())
keys.delete("profile")
assert not keys.has("profile")
assert entries("folder/service/profile") == []

# a locked keyring says so, and no passphrase is asked for in its place; the recovery key still opens
sheet = RecoveryKey.random()
vault().set_recovery(new, sheet, NOON)
collection.lock()
assert refused(errors.KeyringLocked)
assert vault().need() is KeyNeed.NOTHING
opened = vault().open(Credentials(recovery=sheet.text))
assert opened.key == new
assert not opened.reseated
