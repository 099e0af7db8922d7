"""The tables of remembered decisions: rules as constraints, and a step that leaves everything else alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from nexus_desktop.models.errors import DatabaseFailed
from nexus_desktop.models.letter_models import PhiCategory, Verdict
from nexus_desktop.models.remembered_models import FieldKind, FieldMark, RememberedDecision, RememberedKind
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.storage import migrator, repositories, sqlcipher
from nexus_desktop.storage import remembered_decisions as repository
from nexus_desktop.storage.database import Database
from tests.unit.storage.stores import KEY, record

MARK = "0123456789abcdef0123456789abcdef"
FIELD = FieldMark(FieldKind.NAME, MARK)
ONE = RememberedDecision(
    MARK, RememberedKind.KEPT, PhiCategory.CITY, Verdict.ASK, 2, "ann", datetime(2026, 11, 22, tzinfo=UTC)
)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "nexus.db", SecretKey(KEY), busy_seconds=1, create=True)


def test_the_step_goes_up_and_down_over_letters_that_are_kept(database: Database) -> None:
    migrator.run(database, "upgrade", sqlcipher.HEAD)
    with database.write() as session:
        repositories.add_letter(session, record().letter)
    with database.write() as session:
        repository.add_fields(session, "client", [FIELD])
        repository.keep(session, "client", [ONE])
        repository.keep(session, "client", [ONE])  # the same again is no second one
        assert repository.count(session) == (1, 1)
        assert repository.decisions_of(session, "client") == [ONE]
        assert repository.clients_with(session, [FIELD]) == {"client": frozenset({FIELD})}
    migrator.run(database, "downgrade", "0001")
    migrator.run(database, "upgrade", sqlcipher.HEAD)
    with database.read() as session:
        assert repository.count(session) == (0, 0)
        assert session.scalar(sa.text("SELECT count(*) FROM nexus_letters")) == 1
    database.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE nexus_remembered_fields SET mark = 'Marlene'",
        "UPDATE nexus_remembered_fields SET kind = 'nickname'",
        "UPDATE nexus_remembered_decisions SET mark = 'brook'",
        "UPDATE nexus_remembered_decisions SET kind = 'perhaps'",
        "UPDATE nexus_remembered_decisions SET verdict = 'keep'",
        "UPDATE nexus_remembered_decisions SET word_count = 0",
    ],
)
def test_the_tables_refuse_what_is_no_mark(database: Database, statement: str) -> None:
    migrator.migrate(database)
    with database.write() as session:
        repository.add_fields(session, "client", [FIELD])
        repository.keep(session, "client", [ONE])
    with pytest.raises(DatabaseFailed), database.write() as session:
        session.execute(sa.text(statement))
    database.close()
