"""Everything that can be done to the trail behind the program's back is found, by someone who even has the key."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from nexus_desktop.models import errors
from nexus_desktop.models.audit_chain import AuditHead, ChainReport
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.backup_models import Manifest
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.storage import restore
from nexus_desktop.storage.audit_heads import AuditHeads
from nexus_desktop.storage.database import Database
from tests.unit.storage.stores import KEY, NOON, files, keep, keep_many, opened, record

Act = Callable[[Any], object]
LAST = 9  # entries after four analyses: one of the start, two each
COLUMNS = "seq, at, actor, act, object_id, commitment, previous, mac, link"


def behind_its_back(folder: Path, act: Act) -> None:
    """Whatever SQL can do, with the key, triggers and foreign keys out of the way."""
    database = Database(files(folder).database, SecretKey(KEY), busy_seconds=1)
    with closing(database), closing(database.connect()) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        triggers = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for name in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        act(connection)


def checked(folder: Path) -> ChainReport:
    store = opened(folder)
    report = store.check_chain()
    store.close()
    return report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = opened(tmp_path)
    keep_many(store, 4)
    store.close()
    assert checked(tmp_path).intact
    return tmp_path


EDITS = [
    "at = '2020-01-01T00:00:00.000000+00:00'",
    "actor = 'someone'",
    "act = 'report_exported'",
    "object_id = 'another'",
    f"commitment = '{'0' * 64}'",
    f"mac = '{'0' * 64}'",
    f"link = '{'0' * 64}'",
]


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_entry_is_found(folder: Path, edit: str) -> None:
    behind_its_back(folder, lambda sql: sql.execute(f"UPDATE nexus_audit SET {edit} WHERE seq = 4"))
    assert checked(folder).broken_at == 4


@pytest.mark.parametrize("edit", ["body = '{}'", "salt = x'00'"])
def test_an_edited_body_is_found(folder: Path, edit: str) -> None:
    behind_its_back(folder, lambda sql: sql.execute(f"UPDATE nexus_audit_bodies SET {edit} WHERE seq = 4"))
    assert checked(folder).broken_at == 4


def test_a_body_taken_out_is_found(folder: Path) -> None:
    behind_its_back(folder, lambda sql: sql.execute("DELETE FROM nexus_audit_bodies WHERE seq = 4"))
    assert checked(folder).broken_at == 4


def test_a_body_taken_out_with_a_made_up_purge_is_found(folder: Path) -> None:
    def act(sql: Any) -> None:
        sql.execute("DELETE FROM nexus_audit_bodies WHERE seq = 4")
        sql.execute("INSERT INTO nexus_audit_purged VALUES (4, 8)")

    behind_its_back(folder, act)
    assert not checked(folder).intact


@pytest.mark.parametrize("seq", [1, 4])
def test_a_deleted_entry_is_found(folder: Path, seq: int) -> None:
    def act(sql: Any) -> None:
        for table in ("nexus_audit", "nexus_audit_bodies", "nexus_audit_subjects"):
            sql.execute(f"DELETE FROM {table} WHERE seq = {seq}")

    behind_its_back(folder, act)
    assert checked(folder).broken_at == seq


def test_a_deleted_entry_is_found_when_the_others_are_renumbered(folder: Path) -> None:
    def act(sql: Any) -> None:
        sql.execute("DELETE FROM nexus_audit WHERE seq = 4")
        sql.execute("DELETE FROM nexus_audit_bodies WHERE seq = 4")
        for seq in range(5, LAST + 1):
            sql.execute(f"UPDATE nexus_audit SET seq = {seq - 1} WHERE seq = {seq}")
            sql.execute(f"UPDATE nexus_audit_bodies SET seq = {seq - 1} WHERE seq = {seq}")

    behind_its_back(folder, act)
    assert checked(folder).broken_at == 4


def test_an_inserted_entry_is_found(folder: Path) -> None:
    def act(sql: Any) -> None:
        values = COLUMNS.replace("seq,", f"{LAST + 1},", 1)
        sql.execute(f"INSERT INTO nexus_audit ({COLUMNS}) SELECT {values} FROM nexus_audit WHERE seq = 5")
        sql.execute(
            f"INSERT INTO nexus_audit_bodies SELECT {LAST + 1}, salt, body FROM nexus_audit_bodies WHERE seq = 5"
        )

    behind_its_back(folder, act)
    assert checked(folder).broken_at == LAST + 1


def test_entries_in_another_order_are_found(folder: Path) -> None:
    def act(sql: Any) -> None:
        for table in ("nexus_audit", "nexus_audit_bodies"):
            for old, new in ((4, 99), (6, 4), (99, 6)):
                sql.execute(f"UPDATE {table} SET seq = {new} WHERE seq = {old}")

    behind_its_back(folder, act)
    assert checked(folder).broken_at == 4


@pytest.mark.parametrize("which", ["subject = :analysis", "subject = :import", "seq = 4"])
def test_an_entry_hidden_from_who_follows_an_analysis_is_found(folder: Path, which: str) -> None:
    """The list of what entries are about is no part of the chain; it decides what is followed and what co-counsel
    gets."""
    store = opened(folder)
    one = store.analysis(store.analyses(4)[-1].id)
    assert len(store.audit_entries(9, wanted=AuditFilter(about=one.id))) == 2
    store.close()
    ids = {"analysis": one.id, "import": one.correlation_id}
    behind_its_back(
        folder,
        lambda sql: sql.execute(
            f"DELETE FROM nexus_audit_subjects WHERE {which}",
            {name: value for name, value in ids.items() if f":{name}" in which},
        ),
    )
    report = checked(folder)
    assert report.reason == "an entry was taken out of the list of what it is about"
    assert report.broken_at in (2, 3, 4)


def shorten(sql: Any) -> None:
    for table in ("nexus_audit", "nexus_audit_bodies", "nexus_audit_subjects"):
        sql.execute(f"DELETE FROM {table} WHERE seq > 5")


def test_a_shortened_trail_is_found(folder: Path) -> None:
    behind_its_back(folder, shorten)
    report = checked(folder)
    assert not report.intact
    assert report.unanswered == (6,)  # told by the first start after it


def test_a_shortened_trail_is_still_found_after_more_was_written(folder: Path) -> None:
    behind_its_back(folder, shorten)
    for _ in range(3):
        store = opened(folder)
        keep(store, record())
        store.close()
    report = checked(folder)
    assert report.broken_at is None
    assert report.unanswered == (6,)
    store = opened(folder)
    assert store.check_chain(newest=2).unanswered == (6,)  # however little of the trail is looked at
    AuditTrail(store).acknowledge(report)
    keep_many(store, 2)
    assert store.check_chain(newest=2).intact
    store.close()


def test_an_older_file_put_back_is_found(folder: Path) -> None:
    older = files(folder).database.read_bytes()
    store = opened(folder)
    keep(store, record())
    store.close()
    files(folder).database.write_bytes(older)
    assert checked(folder).unanswered == (LAST + 1,)
    store = opened(folder)
    keep_many(store, 3)  # more than was lost
    assert store.check_chain().unanswered == (LAST + 1,)
    store.close()


def test_an_older_file_cannot_be_passed_off_as_a_restore(folder: Path) -> None:
    """The note that a restore leaves is sealed with the key of what was restored."""
    older = files(folder).database.read_bytes()
    store = opened(folder)
    keep(store, record())
    store.close()
    files(folder).database.write_bytes(older)
    made_up = {"made_at": "2026-11-22T12:00:00Z", "entries": LAST, "replaced_entries": LAST, "replaced_mac": ""}
    files(folder).restored.write_text(json.dumps(made_up | {"seal": "0" * 64}))
    assert checked(folder).unanswered == (LAST + 1,)
    assert not files(folder).restored.exists()


def test_a_note_of_one_restore_does_not_cover_another_file(folder: Path) -> None:
    store = opened(folder)
    with store.use() as inside:
        manifest = Manifest.model_construct(made_at=NOON, entries=LAST - 2)
        note = restore._note(files(folder), manifest, inside.key)  # genuine, of a file with two entries less
    keep(store, record())
    store.close()
    behind_its_back(folder, shorten)
    files(folder).restored.write_text(note.model_dump_json())
    assert not checked(folder).intact


def test_a_database_of_another_store_is_found(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    store = opened(other, key=b"o" * 32)
    keep_many(store, 6)
    store.close()
    shutil.copy(files(other).database, files(folder).database)
    with pytest.raises(errors.DatabaseWrongKey):
        checked(folder)


def test_two_databases_with_one_key_exchanged_are_found(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A copy of the data folder that went its own way, such as one that was synchronised."""
    other = tmp_path_factory.mktemp("other")
    for path in folder.iterdir():
        shutil.copy(path, other)
    for place, count in ((folder, 1), (other, 3)):
        store = opened(place)
        keep_many(store, count)
        store.close()
    shutil.copy(files(other).database, files(folder).database)
    assert not checked(folder).intact


def test_one_old_page_put_back_is_found(folder: Path) -> None:
    """SQLCipher's own check binds a page to its number, not to its time: this passes it."""
    path = files(folder).database
    old = path.read_bytes()
    store = opened(folder)
    keep_many(store, 2)
    store.close()
    new = bytearray(path.read_bytes())
    size, found = 4096, 0
    changed = [
        n for n in range(1, len(old) // size) if old[n * size : (n + 1) * size] != new[n * size : (n + 1) * size]
    ]
    for number in changed:
        mixed = bytearray(new)
        mixed[number * size : (number + 1) * size] = old[number * size : (number + 1) * size]
        path.write_bytes(bytes(mixed))
        try:
            found += not checked(folder).intact
        except errors.NexusError:
            found += 1
        path.write_bytes(bytes(new))
        for journal in files(folder).journals:
            journal.unlink(missing_ok=True)
    assert checked(folder).broken_at is None
    assert changed
    assert found >= 1  # where the page belongs to the trail; pages of letters are covered by SQLCipher's HMAC alone


@pytest.mark.parametrize("damage", [None, "", "{", '{"seq": "x"}'])
def test_a_lost_or_damaged_head_is_no_secret_and_no_obstacle(folder: Path, damage: str | None) -> None:
    store = opened(folder)
    files(folder).audit_head.unlink()
    if damage is not None:
        files(folder).audit_head.write_text(damage)
    assert not store.check_chain().intact
    store.close()
    assert checked(folder).unanswered == (LAST + 1,)


def test_someone_can_answer_for_what_was_missing(folder: Path) -> None:
    behind_its_back(folder, shorten)
    store = opened(folder)
    report = store.check_chain()
    AuditTrail(store).acknowledge(report)
    assert store.check_chain().intact
    acts = [told.entry.act for told in store.audit_entries(2)]
    assert acts == ["trail_acknowledged", "trail_behind"]
    store.close()


class Keyring:
    """One entry of a keyring that may be locked."""

    def __init__(self) -> None:
        self.text: str | None = None
        self.locked = False

    def read(self) -> str | None:
        if self.locked:
            raise errors.KeyringLocked
        return self.text

    def write(self, secret: str) -> None:
        if self.locked:
            raise errors.KeyringLocked
        self.text = secret


def test_a_keyring_that_was_locked_at_the_start_still_knows_better_afterwards(folder: Path) -> None:
    """Database and remembered head were put back together, while only the keyring had the newer one."""
    keyring = Keyring()

    def heads() -> AuditHeads:
        return AuditHeads(files(folder).audit_head, lambda: keyring)  # type: ignore[arg-type, return-value]

    heads().replace(AuditHead(40, "a" * 64, "b" * 64))
    newer = keyring.text
    files(folder).audit_head.write_text('{"seq": 9, "mac": "", "link": ""}')  # the older one, put back
    keyring.locked = True
    after_the_start = heads()
    after_the_start.remember(AuditHead(10, "c" * 64, "d" * 64))
    keyring.locked = False
    after_the_start.settle()
    assert keyring.text == newer
    assert [head.seq for head in after_the_start.remembered(lambda: 10)] == [10, 40]
    after_the_start.remember(AuditHead(41, "e" * 64, "f" * 64))
    after_the_start.settle()
    assert [head.seq for head in after_the_start.remembered(lambda: 41)] == [41, 41]


def test_what_another_program_writes_during_a_look_is_not_missing(folder: Path) -> None:
    keyring, head_file = Keyring(), files(folder).audit_head

    with closing(opened(folder)) as store, closing(opened(folder)) as other:

        def of_both_programs() -> Keyring:
            """The other one writes, and remembers what it wrote, while this one asks for what is remembered."""
            keep(other, record())
            keyring.text = head_file.read_text()
            return keyring

        with store.use() as parts, parts.database.read() as session:
            parts.audit.heads = AuditHeads(head_file, of_both_programs)  # type: ignore[arg-type]
            assert parts.audit.missing(session) == []
            assert keyring.text is not None
            assert parts.audit.newest_seq(session) == json.loads(keyring.text)["seq"]
