"""Backups open, are whole, rotate, and come back on another machine; a bad one touches nothing."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.backup_models import BackupFile, BackupReason, ContainerKind, Manifest
from nexus_desktop.runtime import key_locks, paths
from nexus_desktop.runtime.key_recovery import RecoveryKey
from nexus_desktop.runtime.key_vault import Credentials, KeyVault
from nexus_desktop.services.application import Application
from nexus_desktop.storage import backup, container, sqlcipher
from nexus_desktop.storage.backup import Kept
from nexus_desktop.storage.files import StoreFiles
from tests.unit.services.stores import backups_of, everything_in, quiet
from tests.unit.storage.stores import KEY, keep, keep_many, opened, record

PASSPHRASE = "four words not together"
OTHER = "another four words here"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)


@pytest.fixture
def application() -> Iterator[Application]:
    """The program on the home of this test, with three analyses in it."""
    made = Bootstrap().open(PASSPHRASE)
    keep_many(made.audit._store, 3)
    yield made
    made.close()


def made(application: Application) -> BackupFile:
    return application.backups.make(BackupReason.ASKED, quiet, Event())


# --- making -----------------------------------------------------------------------------------------------------------


def test_a_backup_is_encrypted_whole_and_told(application: Application, home: Path) -> None:
    one = made(application)
    assert one.manifest.analyses == 3
    assert one.path.stat().st_mode & 0o077 == 0
    content = one.path.read_bytes()
    for plain in (b"at least as likely", b"nexus_analyses", PASSPHRASE.encode()):
        assert plain not in content
    told = application.audit.page(5)
    assert told[0].act == "Backup made"
    assert application.backups.status().count == 1
    assert [path.name for path in (home / "backups").iterdir()] == [one.path.name]  # no work left lying about


def test_a_backup_that_is_not_as_the_store_is_thrown_away(
    application: Application, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backup.copy_to

    def bad_copy(database: object, target: Path, cancelled: object) -> None:
        real(database, target, cancelled)  # type: ignore[arg-type]
        content = bytearray(target.read_bytes())
        content[len(content) // 2] ^= 1
        target.write_bytes(bytes(content))

    monkeypatch.setattr(backup, "copy_to", bad_copy)
    with pytest.raises(errors.BackupNotVerified):
        made(application)
    assert everything_in(home / "backups") == []


def test_a_cancelled_backup_leaves_nothing(application: Application, home: Path) -> None:
    cancelled = Event()
    cancelled.set()
    with pytest.raises(errors.Cancelled):
        application.backups.make(BackupReason.ASKED, quiet, cancelled)
    assert everything_in(home / "backups") == []


def test_a_full_disk_is_found_before_anything_is_written(
    application: Application, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(home)
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage._replace(free=1000))
    with pytest.raises(errors.DiskFull):
        made(application)
    assert everything_in(home / "backups") == []


def test_others_write_while_a_backup_is_made(tmp_path: Path) -> None:
    store = opened(tmp_path)
    keep_many(store, 20)
    kept: list[str] = []

    def write(_words: str, _done: float) -> None:
        one = record()
        keep(store, one)
        kept.append(one.id)

    backups_of(store).make(BackupReason.ASKED, write, Event())
    assert len(kept) >= 3
    assert store.count_analyses() == 20 + len(kept)
    store.close()


# --- rotation ---------------------------------------------------------------------------------------------------------


def dated(at: datetime, reason: BackupReason = BackupReason.SCHEDULED) -> BackupFile:
    manifest = Manifest(
        kind=ContainerKind.BACKUP,
        made_at=at,
        program="1",
        revision="1",
        store_id="s",
        reason=reason,
        analyses=0,
        entries=0,
        head_mac="",
        head_link="",
        database_bytes=0,
        database_sha256="0" * 64,
    )
    return BackupFile(Path(f"{at:%Y%m%dT%H%M%S}"), 0, manifest)


def test_one_a_day_a_week_and_a_month_is_kept() -> None:
    start = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)
    every = [dated(start + timedelta(hours=12 * number)) for number in range(2 * 365)]
    going = {one.path for one in backup.superfluous(every, Kept(7, 4, 6))}
    left = [one.manifest.made_at for one in every if one.path not in going]
    assert left[-1] == every[-1].manifest.made_at
    assert len({at.date() for at in left}) == len(left)
    recent = [at for at in left if at > every[-1].manifest.made_at - timedelta(days=6, hours=13)]
    assert len(recent) == 7
    assert {at.month for at in left} == {7, 8, 9, 10, 11, 12}
    assert 7 < len(left) <= 7 + 4 + 6


def test_the_way_back_before_the_last_upgrade_is_kept() -> None:
    start = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)
    every = [dated(start, BackupReason.MIGRATION)] + [dated(start + timedelta(days=day)) for day in range(1, 400)]
    assert every[0].path not in {one.path for one in backup.superfluous(every, Kept(2, 1, 1))}


def test_the_next_one_is_due_a_day_later_or_when_the_clock_went_back() -> None:
    noon = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
    assert backup.is_due([], noon, 24)
    one = [dated(noon)]
    assert not backup.is_due(one, noon + timedelta(hours=23), 24)
    assert backup.is_due(one, noon + timedelta(hours=24), 24)
    assert backup.is_due(one, noon - timedelta(hours=1), 24)


def test_a_scheduled_backup_is_made_once(application: Application) -> None:
    assert application.backups.make_if_due(quiet, Event()) is not None
    assert application.backups.make_if_due(quiet, Event()) is None
    acts = [line.act for line in application.audit.page(10)]
    assert acts.count("Backup made") == 1


# --- restoring --------------------------------------------------------------------------------------------------------


def on_new_machine(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("NEXUS_HOME", str(folder))
    return folder


@pytest.mark.parametrize("way", ["passphrase", "recovery"])
def test_a_backup_comes_back_on_a_new_machine(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    sheet = RecoveryKey.random()
    application.keys.confirm_recovery_key(sheet, {number: sheet.groups[number - 1] for number in (1, 5)})
    one, lines = made(application), application.letters.newest(10)
    on_new_machine(monkeypatch, tmp_path / "new")
    given = (PASSPHRASE, None) if way == "passphrase" else (None, sheet.text)
    Bootstrap().stage_restore(one.path, *given)
    again = Bootstrap().open(*given)
    assert again.letters.newest(10) == lines
    report = again.audit.check(quiet, Event())
    assert report.intact, report.reason
    acts = [line.act for line in again.audit.page(5)]
    assert acts[:2] == ["Program started", "Backup restored"]
    again.close()
    assert not (tmp_path / "new" / "restoring").exists()
    Bootstrap().open(PASSPHRASE).close()


def test_a_restore_over_a_store_keeps_the_old_one_and_tells_what_it_replaced(
    application: Application, home: Path
) -> None:
    one = made(application)
    keep_many(application.audit._store, 2)
    entries = application.audit.count()
    application.close()
    Bootstrap().stage_restore(one.path, PASSPHRASE, None)
    again = Bootstrap().open(PASSPHRASE)
    assert len(again.letters.newest(10)) == 3
    restored = again.audit.page(2)[1]
    assert restored.act == "Backup restored"
    assert f"replaced entries: {entries}" in restored.told
    assert again.audit.check(quiet, Event()).intact
    again.close()
    assert (home / "replaced-1" / "nexus.db").exists()


def test_a_restore_waits_until_nobody_uses_the_store(application: Application) -> None:
    one = made(application)
    keep_many(application.audit._store, 2)
    Bootstrap().stage_restore(one.path, PASSPHRASE, None)
    bootstrap = Bootstrap()
    bootstrap.settings = bootstrap.settings.model_copy(
        update={"store": bootstrap.settings.store.model_copy(update={"busy_seconds": 1})}
    )
    with pytest.raises(errors.StoreInUse):
        bootstrap.open(PASSPHRASE)
    assert application.audit._store.count_analyses() == 5
    application.close()
    again = bootstrap.open(PASSPHRASE)
    assert again.audit._store.count_analyses() == 3
    again.close()


def changed(path: Path, name: str) -> None:
    """A backup of which one member was altered."""
    with zipfile.ZipFile(path) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    data = bytearray(members[name])
    data[len(data) // 2] ^= 1
    members[name] = bytes(data)
    with zipfile.ZipFile(path, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)


@pytest.mark.parametrize(
    "damage", ["nothing", "half", "nexus.db", "text", "newer", "wrong passphrase", "changed since"]
)
def test_what_cannot_be_restored_touches_nothing(
    application: Application, home: Path, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "backup.nexusbackup"
    shutil.copy(made(application).path, path)
    passphrase, kind = PASSPHRASE, errors.BackupDamaged
    content = path.read_bytes()
    if damage == "nothing":
        path.unlink()
    elif damage == "half":
        path.write_bytes(content[: len(content) // 2])
    elif damage == "nexus.db":
        changed(path, container.DATABASE)
    elif damage == "text":
        path.write_text("not a backup")
    elif damage == "newer":
        path.write_bytes(content.replace(f'"revision": "{sqlcipher.HEAD}"'.encode(), b'"revision": "9999"'))
        kind = errors.BackupDamaged
    elif damage == "wrong passphrase":
        passphrase, kind = OTHER, errors.PassphraseWrong
    else:
        application.keys.set_passphrase(OTHER, PASSPHRASE)
        passphrase, kind = OTHER, errors.PassphraseWrong  # an older backup opens with what was in force then
    before = {one.name: one.read_bytes() for one in home.iterdir() if one.is_file()}
    with pytest.raises(kind):
        Bootstrap().stage_restore(path, passphrase, None)
    assert {one.name: one.read_bytes() for one in home.iterdir() if one.is_file()} == before
    assert not (home / "restoring").exists()
    assert application.audit._store.count_analyses() == 3


def test_a_backup_whose_slots_are_of_another_store_says_which_key_it_wants(
    application: Application, home: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    KeyVault(other / "keyslot.json", other / "nexus.db", 12, opens=lambda _key: True).open(Credentials(PASSPHRASE))
    for name in ("keyslot.json", "keyslot.copy.json"):
        shutil.copy(other / name, home / name)
    with pytest.raises(errors.BackupKeyWrong):
        Bootstrap().stage_restore(made(application).path, PASSPHRASE, None)
    assert not (home / "restoring").exists()


def test_a_backup_of_a_newer_version_is_refused(application: Application, tmp_path: Path) -> None:
    with application.audit._store.deed() as deed:
        deed.session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(errors.DatabaseNewer):
        Bootstrap().stage_restore(made(application).path, PASSPHRASE, None)


def test_before_an_upgrade_a_verified_backup_is_made(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (Path(__file__).parents[2] / "data" / "databases" / "v0001").iterdir():
        shutil.copy(path, home)
    application = Bootstrap().open(PASSPHRASE)
    (one,) = application.backups.listed()
    assert (one.manifest.revision, one.manifest.reason, one.manifest.analyses) == ("0001", BackupReason.MIGRATION, 3)
    migrated = next(line for line in application.audit.page(10) if line.act == "Store upgraded")
    assert any("backup sha256" in words for words in migrated.told)
    application.close()
    Bootstrap().stage_restore(one.path, PASSPHRASE, None)  # the way back
    assert (home / "restoring" / "nexus.db").exists()


def test_without_room_for_a_backup_nothing_is_upgraded(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (Path(__file__).parents[2] / "data" / "databases" / "v0001").iterdir():
        shutil.copy(path, home)
    before = (home / "nexus.db").read_bytes()
    usage = shutil.disk_usage(home)
    with monkeypatch.context() as patched:
        patched.setattr("shutil.disk_usage", lambda _path: usage._replace(free=1000))
        with pytest.raises(errors.DiskFull):
            Bootstrap().open(PASSPHRASE)
    assert (home / "nexus.db").read_bytes() == before
    Bootstrap().open(PASSPHRASE).close()


def test_a_store_in_memory_only_is_backed_up_but_cannot_be_restored(tmp_path: Path) -> None:
    store = opened(tmp_path, key=KEY)
    keep_many(store, 1)
    one = backups_of(store).make(BackupReason.ASKED, quiet, Event())
    with pytest.raises(errors.KeySlotDamaged):
        Bootstrap().stage_restore(one.path, PASSPHRASE, None)
    assert store.audit_entries(1)[0].entry.act == AuditAct.BACKUP_MADE
    assert StoreFiles(tmp_path).backups == one.path.parent
    assert paths.home().exists()
    store.close()
