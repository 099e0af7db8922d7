"""The store on a real encrypted database: what is kept, what is told, and what happens when something is wrong."""

from __future__ import annotations

import resource
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from nexus_desktop.models import errors
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.storage import repositories
from nexus_desktop.storage.database import Database
from tests.unit.storage.stores import KEY, files, keep, keep_many, opened, record


def test_an_analysis_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    one = record()
    store = opened(tmp_path)
    keep(store, one)
    store.close()
    again = opened(tmp_path)
    assert again.analysis(one.id) == one
    again.close()


def test_letter_analysis_and_entries_are_kept_together(tmp_path: Path) -> None:
    store = opened(tmp_path)
    one = record()
    keep(store, one)
    with pytest.raises(errors.DatabaseFailed):
        keep(store, one)  # the same id twice breaks the second deed after its letter was added
    assert store.count_analyses() == 1
    acts = [told.entry.act for told in store.audit_entries(10)]
    assert acts == [AuditAct.LETTER_ANALYZED, AuditAct.LETTER_REVIEWED, AuditAct.STORE_CREATED]
    assert store.check_chain().intact
    store.close()


def test_the_list_is_paged_newest_first_without_gaps(tmp_path: Path) -> None:
    store = opened(tmp_path)
    kept = [record(minutes=number // 2) for number in range(7)]  # pairs share a moment
    for one in kept:
        keep(store, one)
    pages, last = [], None
    while page := store.analyses(3, last):
        pages.append(page)
        last = page[-1]
    lines = [line for page in pages for line in page]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert {line.id for line in lines} == {one.id for one in kept}
    assert [line.created_at for line in lines] == sorted((one.created_at for one in kept), reverse=True)
    store.close()


def test_the_same_file_is_known_again_here_only(tmp_path: Path) -> None:
    store = opened(tmp_path)
    one = record(fingerprint=store.fingerprint("abc"))
    keep(store, one)
    assert store.seen_before("abc") == one.id
    assert store.seen_before("abd") is None
    (tmp_path / "other").mkdir()
    other = opened(tmp_path / "other", key=b"o" * 32)
    assert other.fingerprint("abc") != store.fingerprint("abc")
    store.close()
    other.close()


def test_redactions_are_counted(tmp_path: Path) -> None:
    store = opened(tmp_path)
    keep(store, record())
    keep(store, record())
    assert store.redaction_totals() == {"DATE": 4, "PATIENT": 6}
    store.close()


def test_an_unknown_number_is_said_to_be_unknown(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with pytest.raises(errors.RecordNotFound):
        store.analysis("nothing")
    store.close()


# --- what must not be in the file -------------------------------------------------------------------------------


def test_nothing_can_be_read_in_the_folder(tmp_path: Path) -> None:
    store = opened(tmp_path)
    keep(store, record())
    assert store.is_encrypted()
    for path in tmp_path.iterdir():  # database, journal and shared memory, while all are in use
        content = path.read_bytes()
        assert b"at least as likely" not in content
        assert b"nexus_analyses" not in content
        assert KEY not in content
        assert path.stat().st_mode & 0o077 == 0, path.name
    store.close()


def test_a_result_that_breaks_the_rules_is_not_shown(tmp_path: Path) -> None:
    store = opened(tmp_path)
    one = record()
    keep(store, one)
    with store.deed() as deed:
        deed.session.execute(
            sa.text("UPDATE nexus_analyses SET result = json_set(result, '$.confidence', 12) WHERE id = :id"),
            {"id": one.id},
        )
    with pytest.raises(errors.AnalysisInvalid):
        store.analysis(one.id)
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE nexus_analyses SET overall_score = 101",
        "UPDATE nexus_analyses SET confidence_score = -0.1",
        "UPDATE nexus_analyses SET strength = 'excellent'",
        "UPDATE nexus_analyses SET validation_status = 'failed'",
        "UPDATE nexus_analyses SET overall_score = overall_score - 1",
        "UPDATE nexus_analyses SET strength = 'weak'",
        "UPDATE nexus_analyses SET result = json_set(result, '$.opinion.polarity', 'unfavorable')",
        "UPDATE nexus_analyses SET validation_errors = '[{}]'",
        "UPDATE nexus_analyses SET result = 'no json'",
        "UPDATE nexus_analyses SET letter_id = 'nothing'",
        "UPDATE nexus_letters SET level = 'none'",
        "UPDATE nexus_letters SET pages = 0",
        "UPDATE nexus_letters SET matter_id = 'nothing'",
        "DELETE FROM nexus_letters",
        "UPDATE nexus_audit SET actor = 'someone'",
        "DELETE FROM nexus_audit",
        "UPDATE nexus_audit_bodies SET body = '{}'",
        "DELETE FROM nexus_audit_bodies",
        "UPDATE nexus_audit_acts SET act = 'other'",
        "INSERT INTO nexus_audit_purged VALUES (1, 999)",
        "INSERT INTO nexus_store VALUES (2, 'x', 'y', 'own')",
        "UPDATE nexus_store SET purpose = 'other'",
        "UPDATE nexus_keys SET secret = x'00'",
        "INSERT INTO nexus_retention VALUES (2, 1, 0)",
        "UPDATE nexus_retention SET keep_days = 0",
    ],
)
def test_the_tables_refuse_what_the_models_refuse(tmp_path: Path, statement: str) -> None:
    store = opened(tmp_path)
    keep(store, record())
    with pytest.raises(errors.DatabaseFailed), store.deed() as deed:
        deed.session.execute(sa.text(statement))
    store.close()


# --- opening ----------------------------------------------------------------------------------------------------


def test_a_wrong_key_opens_nothing_and_changes_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    store = opened(tmp_path)
    keep(store, record())
    store.close()
    before = files(tmp_path).database.read_bytes()
    with pytest.raises(errors.DatabaseWrongKey):
        opened(tmp_path, key=b"w" * 32)
    assert files(tmp_path).database.read_bytes() == before
    assert capfd.readouterr().err == ""


def test_a_lost_database_is_not_a_first_start(tmp_path: Path) -> None:
    opened(tmp_path).close()
    files(tmp_path).database.unlink()
    with pytest.raises(errors.DatabaseMissing):
        opened(tmp_path)
    files(tmp_path).database.write_bytes(b"")
    with pytest.raises(errors.DatabaseMissing):
        opened(tmp_path)


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with store.deed() as deed:
        deed.session.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    before = files(tmp_path).database.read_bytes()
    with pytest.raises(errors.DatabaseNewer):
        opened(tmp_path)
    assert files(tmp_path).database.read_bytes() == before


def test_a_damaged_page_is_found(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for minutes in range(20):
        keep(store, record(minutes))
    assert store.is_intact()
    with store.read() as session:
        size = int(session.execute(sa.text("PRAGMA page_size")).scalar_one())
        page = session.execute(sa.text("SELECT rootpage FROM sqlite_master WHERE name = 'nexus_letters'")).scalar_one()
    store.close()
    path = files(tmp_path).database
    content = bytearray(path.read_bytes())
    content[(page - 1) * size + size // 2] ^= 1
    path.write_bytes(bytes(content))
    again = Database(path, SecretKey(KEY), busy_seconds=1)
    assert not again.is_intact()
    again.close()


def test_an_older_database_put_back_is_found(tmp_path: Path) -> None:
    store = opened(tmp_path)
    keep(store, record())
    store.close()
    older = files(tmp_path).database.read_bytes()
    store = opened(tmp_path)
    keep(store, record())
    store.close()
    files(tmp_path).database.write_bytes(older)
    store = opened(tmp_path)
    assert not store.check_chain().intact
    store.close()


def test_a_folder_that_cannot_be_written_to_is_said_to_be_so() -> None:
    with pytest.raises(errors.DatabaseReadOnly):
        opened(Path("/proc/self"))


def test_a_busy_database_is_said_to_be_busy(tmp_path: Path) -> None:
    store = opened(tmp_path)
    other = opened(tmp_path, busy_seconds=1)
    with store.deed() as deed:
        deed.session.execute(sa.text("SELECT 1"))
        with pytest.raises(errors.DatabaseBusy):
            keep(other, record())
    keep(other, record())
    assert store.count_analyses() == 1
    store.close()
    other.close()


def test_a_full_disk_costs_nothing_that_was_kept(tmp_path: Path) -> None:
    store = opened(tmp_path)
    one = record()
    keep(store, one)
    with store.deed() as deed:  # the database may not grow any more, as on a full disk
        pages = deed.session.connection().exec_driver_sql("PRAGMA page_count").scalar()
        deed.session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(errors.DiskFull):
        keep_many(store, 50)
    assert store.analysis(one.id) == one
    assert store.is_intact()
    assert store.check_chain().intact
    store.close()


def test_a_limit_on_file_size_is_a_full_disk(tmp_path: Path) -> None:
    """The same with a real failing write: no file of this process may grow beyond its size now."""
    import signal

    store = opened(tmp_path)
    one = record()
    keep(store, one)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (files(tmp_path).database.stat().st_size, hard))
        with pytest.raises(errors.NexusError) as caught:
            keep_many(store, 50)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert caught.value.category is errors.ErrorCategory.DATABASE
    assert store.analysis(one.id) == one
    store.close()


def test_threads_write_without_losing_anything(tmp_path: Path) -> None:
    store = opened(tmp_path, busy_seconds=30)
    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(keep_many, store, 10) for _ in range(8)]:
            done.result()
    assert store.count_analyses() == 80
    report = store.check_chain()
    assert report.intact
    assert report.entries == 161
    store.close()


def test_the_list_is_read_through_its_index(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with store.deed() as deed:
        plan = deed.session.connection().exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT id FROM nexus_analyses ORDER BY created_at DESC, id DESC LIMIT 200"
        )
        assert "ix_nexus_analyses_newest" in " ".join(str(row) for row in plan)
        assert repositories.count_analyses(deed.session) == 0
    store.close()
