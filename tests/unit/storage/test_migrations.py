"""Steps go up and down, in order, and end where the models are."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from nexus_desktop.models.analysis_models import Polarity, Standard, Theory
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.case_file import CaseFile, MatterNote
from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.letter_models import ClientFields, LetterKind, Level, Verdict
from nexus_desktop.models.records import Matter, Note, StorePurpose
from nexus_desktop.models.remembered_models import FieldKind, RememberedKind
from nexus_desktop.models.rubric_models import Strength
from nexus_desktop.models.search_models import terms_of
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.runtime.key_vault import Credentials, KeyVault
from nexus_desktop.storage import case_files, matters, migrator, search_index, sqlcipher
from nexus_desktop.storage.database import Database
from nexus_desktop.storage.store import Store
from nexus_desktop.storage.tables import Base
from tests.unit.storage.stores import KEY, NOON, keep, opened, record

OLD = Path(__file__).parents[2] / "data" / "databases"
KEPT = sorted(path.name for path in OLD.glob("v*"))


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "nexus.db", SecretKey(KEY), busy_seconds=1, create=True)


def schema(database: Database) -> list[tuple[str, str]]:
    with database.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT name, sql FROM sqlite_master "
            "WHERE name NOT LIKE 'sqlite_%' AND name <> 'alembic_version' ORDER BY name"
        )
        return [(str(name), str(sql)) for name, sql in rows]


def test_head_is_the_newest_step() -> None:
    assert max(migrator.known_revisions()) == sqlcipher.HEAD


def test_up_down_up_is_the_same(database: Database) -> None:
    assert migrator.migrate(database) is None
    first = schema(database)
    migrator.run(database, "downgrade", "base")
    assert schema(database) == []
    migrator.migrate(database)
    assert schema(database) == first
    database.close()


def test_head_equals_the_models(database: Database) -> None:
    migrator.migrate(database)
    with database.schema_change() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    # SQLite cannot reflect an index on expressions (its query plan is checked), and the full-text search has no model
    left = [str(one) for one in differences if "ix_nexus_analyses_newest" not in str(one)]
    assert [one for one in left if "Table('nexus_search" not in one] == []
    database.close()


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("nexus_analyses", "theory", Theory),
        ("nexus_analyses", "polarity", Polarity),
        ("nexus_analyses", "standard", Standard),
        ("nexus_analyses", "strength", Strength),
        ("nexus_letters", "kind", LetterKind),
        ("nexus_letters", "level", Level),
        ("nexus_store", "purpose", StorePurpose),
        ("nexus_remembered_fields", "kind", FieldKind),
        ("nexus_remembered_decisions", "kind", RememberedKind),
        ("nexus_remembered_decisions", "verdict", Verdict),
    ],
)
def test_the_words_allowed_are_those_of_the_models(database: Database, table: str, column: str, words: type) -> None:
    migrator.migrate(database)
    with database.read() as session:
        checks = sa.inspect(session.connection()).get_check_constraints(table)
    text = next(check["sqltext"] for check in checks if check["name"] == f"ck_{table}_{column}")
    assert {word.value for word in words} == set(text.replace("'", "").split("(")[1].rstrip(")").split(", "))
    database.close()


def test_the_constraints_are_those_of_the_models(database: Database) -> None:
    migrator.migrate(database)
    with database.read() as session:
        inspector = sa.inspect(session.connection())
        found = {
            (table, str(check["name"]), " ".join(str(check["sqltext"]).split()))
            for table in Base.metadata.tables
            for check in inspector.get_check_constraints(table)
        }
    expected = {
        (table.name, str(rule.name), str(rule.sqltext))
        for table in Base.metadata.tables.values()
        for rule in (*table.constraints, *(one for column in table.columns for one in column.constraints))
        if isinstance(rule, sa.CheckConstraint)
    }
    assert found == expected
    database.close()


def test_every_table_of_a_matter_is_guarded_in_a_copy_for_review(database: Database) -> None:
    migrator.migrate(database)
    roots, made_anew = {"nexus_matters", "nexus_letters", "nexus_analyses"}, {"nexus_documents"}  # the search index
    of_matter = {
        table.name
        for table in Base.metadata.tables.values()
        if table.name in roots or any(key.column.table.name in roots for key in table.foreign_keys)
    }
    with database.read() as session:
        rows = session.connection().exec_driver_sql("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
        guards = [(str(table), str(sql)) for table, sql in rows if "= 'review'" in sql]
    for table in sorted(of_matter - made_anew):
        on_it = [sql for name, sql in guards if name == table]
        assert {act for act in ("INSERT", "UPDATE", "DELETE") if any(f"BEFORE {act} ON" in sql for sql in on_it)} == {
            "INSERT",
            "UPDATE",
            "DELETE",
        }, table
    database.close()


def copied(folder: Path, version: str) -> SecretKey:
    """A database as an older version left it, in a folder of its own; its key, by the passphrase."""
    for path in (OLD / version).iterdir():
        shutil.copy(path, folder)
    vault = KeyVault(folder / "keyslot.json", folder / "nexus.db", 12, opens=lambda _key: True)
    return vault.open(Credentials("four words not together")).key


@pytest.mark.parametrize("version", KEPT)
def test_a_database_of_every_version_is_read_by_this_one(tmp_path: Path, version: str) -> None:
    key = copied(tmp_path, version)
    store = opened(tmp_path, key.reveal())
    assert store.revision() == sqlcipher.HEAD
    assert store.is_intact()
    assert store.check_chain().intact
    lines = store.analyses(10)
    assert len(lines) == 3
    with store.read() as session:
        found = search_index.find(session, terms_of("knee"))
        assert len(search_index.hits(session, terms_of("knee"), found.places)) == 3
    one = store.analysis(lines[0].id)
    about = store.audit_entries(50, wanted=AuditFilter(about=one.id))
    assert {told.entry.act for told in about} >= {"letter_imported", "letter_reviewed", "letter_analyzed"}
    assert len({told.entry.object_id for told in about if told.entry.act == "letter_analyzed"}) == 1
    keep(store, record())
    assert store.check_chain().intact
    store.close()


def test_a_step_back_keeps_what_the_older_version_knows(tmp_path: Path) -> None:
    key = copied(tmp_path, "v0001").reveal()
    store = opened(tmp_path, key)
    one = record()
    keep(store, one)
    acts = [told.entry.act for told in store.audit_entries(50)]
    store.close()
    database = Database(tmp_path / "nexus.db", SecretKey(key), busy_seconds=1)
    migrator.run(database, "downgrade", "0001")
    older = Database(tmp_path / "older.db", SecretKey(KEY), busy_seconds=1, create=True)
    migrator.run(older, "upgrade", "0001")
    assert plain(schema(database)) == plain(schema(older))
    older.close()
    database.close()
    store = opened(tmp_path, key)
    assert store.analysis(one.id) == one
    assert [told.entry.act for told in store.audit_entries(50)][1:] == acts
    assert store.check_chain().intact
    store.close()


STEPS = sorted(migrator.known_revisions())


@pytest.mark.parametrize("version", KEPT)
def test_every_kept_database_goes_down_step_by_step_to_its_own_version_and_up_again(
    tmp_path: Path, version: str
) -> None:
    key = copied(tmp_path, version).reveal()
    database = Database(tmp_path / "nexus.db", SecretKey(key), busy_seconds=1)
    own, before = migrator.revision(database), rows_of(database)
    assert own == version.removeprefix("v")
    database.close()
    store = opened(tmp_path, key)
    filled(store)
    store.close()
    database = Database(tmp_path / "nexus.db", SecretKey(key), busy_seconds=1)
    heads: dict[str, dict[str, int]] = {}
    for step in reversed([step for step in STEPS if step >= own]):
        migrator.run(database, "downgrade", step)
        assert migrator.revision(database) == step
        assert database.is_intact()
        heads[step] = rows_of(database)
        for table in before:  # nothing that the older version knows is lost
            assert heads[step][table] >= before[table], (step, table)
    for step in (step for step in STEPS if step >= own):
        migrator.run(database, "upgrade", step)
        assert {table: rows_of(database)[table] for table in before} == {one: heads[step][one] for one in before}
    assert schema(database) == fresh_schema(tmp_path)
    database.close()
    store = opened(tmp_path, key)
    assert len(store.analyses(10)) == 4
    assert store.check_chain().intact
    store.close()


def test_a_store_of_today_filled_everywhere_goes_down_to_the_first_version_and_up(tmp_path: Path) -> None:
    store = opened(tmp_path)
    keep(store, record())
    filled(store)
    kept = [store.analysis(line.id) for line in store.analyses(9)]
    store.close()
    database = Database(tmp_path / "nexus.db", SecretKey(KEY), busy_seconds=1)
    assert all(rows_of(database)[f"nexus_{table}"] for table in ("matters", "notes", "case_files", "matter_notes"))
    for step in reversed(STEPS):
        migrator.run(database, "downgrade", step)
        assert database.is_intact()
    for step in STEPS:
        migrator.run(database, "upgrade", step)
        assert database.is_intact()
    database.close()
    store = opened(tmp_path)
    again = [store.analysis(line.id) for line in store.analyses(9)]
    unfiled = [replace(one, letter=replace(one.letter, matter_id=None)) for one in kept]
    assert again == unfiled  # matters came later than the first version; letters and analyses are all there
    assert store.check_chain().intact
    store.close()


def filled(store: Store) -> None:
    """One analysis in a matter, with a note on each and what is kept of the client."""
    one = record(99)
    keep(store, one)
    with store.deed() as deed:
        matter = Matter("m" * 36, "2026-014", "C-7", NOON)
        matters.add(deed.session, matter)
        matters.assign(deed.session, one.letter.id, matter.id)
        matters.add_note(deed.session, Note("n", one.id, NOON, "ann", "A note."))
        search_index.refresh_notes(deed.session, one.id)
        case_files.add_note(deed.session, MatterNote("n", matter.id, NOON, "ann", "Rang."))
        case_files.keep(deed.session, CaseFile(matter.id, ClientFields(names=("Ann Lee",)), CaseFacts(), NOON))


def rows_of(database: Database) -> dict[str, int]:
    """How many rows each table has."""
    with database.read() as session:
        run = session.connection().exec_driver_sql
        tables = [name for name in sa.inspect(session.connection()).get_table_names() if "search" not in name]
        return {name: int(run(f"SELECT count(*) FROM {name}").scalar_one()) for name in tables}


def fresh_schema(folder: Path) -> list[tuple[str, str]]:
    fresh = Database(folder / "fresh.db", SecretKey(KEY), busy_seconds=1, create=True)
    migrator.migrate(fresh)
    found = schema(fresh)
    fresh.close()
    return found


def test_there_is_a_kept_database_of_todays_version() -> None:
    assert f"v{sqlcipher.HEAD}" in KEPT


def plain(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the quotation marks that SQLite puts around the name of a table that was renamed."""
    return [(name, sql.replace('"', "")) for name, sql in rows]


def test_a_step_back_is_refused_where_the_older_version_could_not_follow_the_trail(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.change_key(SecretKey(b"n" * 32))
    store.close()
    database = Database(tmp_path / "nexus.db", SecretKey(b"n" * 32), busy_seconds=1)
    with pytest.raises(ValueError, match="was changed"):
        migrator.run(database, "downgrade", "0001")
    assert migrator.revision(database) == sqlcipher.HEAD
    database.close()


def test_a_step_that_fails_changes_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    from nexus_desktop.storage.migrations.versions import m0001_first_tables as step

    def stop() -> None:
        raise RuntimeError

    # Alembic loads its own copy of the step, so the failure is planted in what it calls last
    monkeypatch.setattr("alembic.op.execute", lambda *_: stop())
    with pytest.raises(RuntimeError):
        migrator.migrate(database)
    assert step.revision == "0001"
    assert schema(database) == []
    assert migrator.revision(database) is None
    database.close()
