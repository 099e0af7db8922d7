"""Steps go up and down, in order, and end where the models are."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from nexus_desktop.models.analysis_models import Polarity, Standard, Theory
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.letter_models import LetterKind, Level, Verdict
from nexus_desktop.models.remembered_models import FieldKind, RememberedKind
from nexus_desktop.models.rubric_models import Strength
from nexus_desktop.storage import migrator
from nexus_desktop.storage.database import Database
from nexus_desktop.storage.tables import Base
from tests.unit.storage.stores import KEY


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "nexus.db", KEY, busy_seconds=1, create=True)


def schema(database: Database) -> list[tuple[str, str]]:
    with database.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT name, sql FROM sqlite_master "
            "WHERE name NOT LIKE 'sqlite_%' AND name <> 'alembic_version' ORDER BY name"
        )
        return [(str(name), str(sql)) for name, sql in rows]


def test_head_is_the_newest_step() -> None:
    assert max(migrator.known_revisions()) == migrator.HEAD


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
    # SQLite cannot reflect an index on expressions; that one is checked by its query plan
    assert [one for one in differences if "ix_nexus_analyses_newest" not in str(one)] == []
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
        ("nexus_audit", "act", AuditAct),
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
