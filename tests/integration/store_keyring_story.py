"""Run inside a session with a real, unlocked Secret Service: the life of a store, told with assertions.

    python store_keyring_story.py at_home FOLDER     the machine it began on
    python store_keyring_story.py elsewhere FOLDER   a new machine, with a keyring that knows nothing
Exits 0 where every step holds. Called by test_real_keyring.py, never imported.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from threading import Event

import secretstorage

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.runtime.key_recovery import RecoveryKey
from nexus_desktop.runtime.key_vault import Credentials, KeyNeed
from nexus_desktop.runtime.secret_store import SERVICE
from nexus_desktop.services.application import Application
from nexus_desktop.services.session import LockReason
from tests.unit.storage.stores import keep_many

work, folder = sys.argv[1], Path(sys.argv[2])
home, sheet_file, backup_file = folder / work, folder / "sheet", folder / "one.nexusbackup"
home.mkdir(mode=0o700)
os.environ["NEXUS_HOME"] = str(home)
collection = secretstorage.get_default_collection(secretstorage.dbus_init())
PASSPHRASE = "four words not together"


def quiet(_words: str, _done: float) -> None:
    """Nobody watches."""


def entries(part: str) -> list[secretstorage.Item]:
    found = collection.search_items({"service": SERVICE})
    return [item for item in found if part in item.get_attributes()["username"]]


def report(application: Application) -> tuple[bool, tuple[int, ...]]:
    checked = application.audit.check(quiet, Event())
    return checked.broken_at is None, checked.unanswered


def count() -> int:
    application = Bootstrap().open()
    try:
        return len(application.letters.newest(100))
    finally:
        application.close()


if work == "elsewhere":
    # a new machine: the keyring has nothing, the sheet opens the backup, and the key is put into this keyring
    bootstrap = Bootstrap()
    try:
        bootstrap.stage_restore(backup_file, None, None)
        raise AssertionError
    except errors.KeyMissing:
        pass
    bootstrap.stage_restore(backup_file, None, sheet_file.read_text())
    assert bootstrap.key_need() is KeyNeed.NOTHING
    application = bootstrap.open()
    assert len(application.letters.newest(100)) == 4
    assert report(application) == (True, ())
    application.close()
    sys.exit(0)

# the first start: a key in the keyring, the head of the trail too, and neither in a file
application = Bootstrap().open()
store = application.audit._store
keep_many(store, 4)
told = application.audit.count()
application.close()
(head,) = entries("/audit-head")
assert told >= 2 * 4  # two entries an analysis, and those of the first start
assert json.loads(head.get_secret())["seq"] == told
with_key = [item for item in entries("") if len(item.get_secret()) == 64]
assert len(with_key) == 1
secret = with_key[0].get_secret()
assert all(secret not in path.read_bytes() for path in home.rglob("*") if path.is_file())

# locked and unlocked without asking; with a passphrase it is asked for
application = Bootstrap().open()
application.session.lock(LockReason.ASKED)
assert application.session.need() is KeyNeed.NOTHING
application.session.unlock()
application.keys.set_passphrase(PASSPHRASE)
application.session.lock(LockReason.ASKED)
try:
    application.session.unlock()
    raise AssertionError
except errors.PassphraseNeeded:
    pass
application.session.unlock(Credentials(PASSPHRASE))
application.keys.remove_passphrase(PASSPHRASE)

# a sheet and a backup, for the new machine
sheet = RecoveryKey.random()
application.keys.confirm_recovery_key(sheet, {1: sheet.groups[0], 8: sheet.groups[7]})
sheet_file.write_text(sheet.text)
made = application.backups.make(BackupReason.ASKED, quiet, Event())
shutil.copy(made.path, backup_file)
application.close()

# yesterday's folder put back, database and remembered head alike: only the keyring knows better
older = {name: (home / name).read_bytes() for name in ("nexus.db", "audit-head.json")}
application = Bootstrap().open()
keep_many(application.audit._store, 2)
application.close()
assert count() == 6
for name, content in older.items():
    (home / name).write_bytes(content)
application = Bootstrap().open()
assert len(application.letters.newest(100)) == 4
assert report(application)[1] != ()
application.audit.acknowledge(application.audit.check(quiet, Event()))
assert report(application) == (True, ())

# another key for the database: the old entry is gone, the new one opens it at every start
application.keys.change_database_key(None, sheet, quiet)
application.close()
with_key = [item for item in entries("") if len(item.get_secret()) == 64]
assert len(with_key) == 1
assert with_key[0].get_secret() != secret
assert count() == 4

# the keyring file is lost: an error, never an empty program; the sheet opens it and puts the key back
with_key[0].delete()
try:
    Bootstrap().open()
    raise AssertionError
except errors.KeyMissing:
    pass
application = Bootstrap().open(recovery=sheet.text)
assert len(application.letters.newest(100)) == 4
application.close()
assert count() == 4

# the keyring is locked: said so; the sheet opens it all the same
collection.lock()
try:
    Bootstrap().open()
    raise AssertionError
except errors.KeyringLocked:
    pass
Bootstrap().open(recovery=sheet.text).close()
