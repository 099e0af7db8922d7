"""An open chain beside the sealed one, full-text search, matters, notes, retention; stricter analyses.

Tables are made anew and filled, as SQLite advises, while foreign keys are off (see ``Database.schema_change``). The
words and rules are written out, not taken from today's models: a step never changes once released.
"""

import hashlib
import json

import sqlalchemy as sa
from alembic import context, op

revision = "0003"
down_revision = "0001"
branch_labels = None
depends_on = None

FIRST_ACTS = (
    "store_created",
    "letter_imported",
    "letter_reviewed",
    "letter_analyzed",
    "report_exported",
    "setting_changed",
    "store_migrated",
)
THEORIES = ("direct", "secondary", "aggravation", "presumptive")
POLARITIES = ("favorable", "unfavorable", "inconclusive", "none")
STANDARDS = (
    "definite",
    "more_likely_than_not",
    "at_least_as_likely_as_not",
    "speculative",
    "less_likely_than_not",
    "none",
)
LETTER_COLUMNS = "id, fingerprint, kind, level, text, redactions, pages, created_at"
ANALYSIS_COLUMNS = (
    "id, correlation_id, letter_id, created_at, engine, engine_version, prompt_version, condition, theory, polarity, "
    "standard, strength, overall_score, confidence_score, validation_status, validation_errors, result"
)


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def one_of(table: str, column: str, *words: str) -> sa.CheckConstraint:
    allowed = ", ".join(f"'{word}'" for word in words)
    return check(table, column, f"{column} IN ({allowed})")


def reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete="RESTRICT")


def key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def upgrade() -> None:
    op.execute(
        "ALTER TABLE nexus_store ADD COLUMN purpose VARCHAR DEFAULT 'own' NOT NULL "
        "CONSTRAINT ck_nexus_store_purpose CHECK (purpose IN ('own', 'review'))"
    )
    create_keys_and_matters()
    rebuild_letters(strict=True)
    rebuild_analyses(strict=True)
    create_notes_and_search()
    create_retention()
    rebuild_audit(linked=True)
    create_subjects()
    create_triggers()


def create_keys_and_matters() -> None:
    op.create_table(
        "nexus_keys",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        check("nexus_keys", "secret", "length(secret) = 32"),
        key("nexus_keys", "name"),
    )
    insert = sa.text("INSERT INTO nexus_keys (name, secret) VALUES (:name, :secret)")
    for name, secret in derived_keys().items():
        op.get_bind().execute(insert, {"name": name, "secret": secret})
    table = "nexus_matters"
    op.create_table(
        table,
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("client", sa.String(), nullable=True),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("closed_at", sa.String(), nullable=True),
        sa.Column("keep_days", sa.Integer(), nullable=True),
        sa.Column("legal_hold", sa.Integer(), server_default="0", nullable=False),
        check(table, "reference", "length(reference) BETWEEN 1 AND 60"),
        check(table, "keep_days", "keep_days > 0"),
        check(table, "legal_hold", "legal_hold IN (0, 1)"),
        sa.UniqueConstraint("reference", name=op.f("uq_nexus_matters_reference")),
        key(table, "id"),
    )
    op.create_index(op.f("ix_nexus_matters_client"), table, ["client"])


def derived_keys() -> dict[str, bytes]:
    """What the first version derived from the key of the database each time; given by storage.migrator."""
    keys: dict[str, bytes] = context.config.attributes["derived_keys"]
    return keys


def rebuild_letters(*, strict: bool) -> None:
    table = "nexus_letters"
    rules: list[sa.schema.SchemaItem] = [
        one_of(table, "kind", "pdf", "docx", "rtf", "text", "pasted"),
        one_of(table, "level", "minimal", "moderate", "strict"),
    ]
    if strict:
        rules += [
            check(table, "pages", "pages > 0"),
            check(table, "redactions", "json_valid(redactions)"),
            sa.Column("matter_id", sa.String(), nullable=True),
            reference(table, "matter_id", "nexus_matters.id"),
        ]
    op.create_table(
        "nexus_new",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("redactions", sa.JSON(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(), nullable=False),
        *rules,
        key(table, "id"),
    )
    put_in_place(table, LETTER_COLUMNS)
    op.create_index(op.f("ix_nexus_letters_fingerprint"), table, ["fingerprint"])
    if strict:
        op.create_index(op.f("ix_nexus_letters_matter_id"), table, ["matter_id"])


def rebuild_analyses(*, strict: bool) -> None:
    table = "nexus_analyses"
    agreeing = {
        "overall_score": "$.overall_score",
        "strength": "$.compliance.strength",
        "polarity": "$.opinion.polarity",
        "standard": "$.opinion.standard",
        "theory": "$.connection.theory",
    }
    rules = [
        one_of(table, "theory", *THEORIES),
        one_of(table, "polarity", *POLARITIES),
        one_of(table, "standard", *STANDARDS),
        one_of(table, "strength", "none", "weak", "moderate", "strong"),
        one_of(table, "validation_status", "valid", "repaired", "partial"),
        check(table, "overall_score", "overall_score BETWEEN 0 AND 100"),
        check(table, "confidence_score", "confidence_score BETWEEN 0 AND 1"),
    ]
    if strict:
        status = "validation_status <> 'valid' OR json_array_length(validation_errors) = 0"
        rules.append(check(table, "valid_without_problems", status))
        rules += [
            check(table, f"{column}_agrees", f"{column} = json_extract(result, '{path}')")
            for column, path in agreeing.items()
        ]
    op.create_table(
        "nexus_new",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("correlation_id", sa.String(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("engine_version", sa.String(), nullable=False),
        sa.Column("prompt_version", sa.String(), nullable=True),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("theory", sa.String(), nullable=False),
        sa.Column("polarity", sa.String(), nullable=False),
        sa.Column("standard", sa.String(), nullable=False),
        sa.Column("strength", sa.String(), nullable=False),
        sa.Column("overall_score", sa.Integer(), nullable=False),
        sa.Column("confidence_score", sa.Float(), nullable=False),
        sa.Column("validation_status", sa.String(), nullable=False),
        sa.Column("validation_errors", sa.JSON(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
        *rules,
        reference(table, "letter_id", "nexus_letters.id"),
        key(table, "id"),
    )
    put_in_place(table, ANALYSIS_COLUMNS)
    for column in ("correlation_id", "letter_id", "prompt_version", "validation_status"):
        op.create_index(op.f(f"ix_nexus_analyses_{column}"), table, [column])
    op.create_index("ix_nexus_analyses_newest", table, [sa.text("created_at DESC"), sa.text("id DESC")])


def put_in_place(table: str, columns: str) -> None:
    op.execute(f"INSERT INTO nexus_new ({columns}) SELECT {columns} FROM {table}")
    op.drop_table(table)
    op.rename_table("nexus_new", table)


def create_notes_and_search() -> None:
    table = "nexus_notes"
    op.create_table(
        table,
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("analysis_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        check(table, "text", "length(text) > 0"),
        reference(table, "analysis_id", "nexus_analyses.id"),
        key(table, "id"),
    )
    op.create_index(op.f("ix_nexus_notes_analysis_id"), table, ["analysis_id"])
    table = "nexus_documents"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("analysis_id", sa.String(), nullable=False),
        sa.Column("findings", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        reference(table, "analysis_id", "nexus_analyses.id"),
        key(table, "id"),
        sa.UniqueConstraint("analysis_id", name=op.f("uq_nexus_documents_analysis_id")),
    )
    op.execute(
        "CREATE VIEW nexus_search_text AS SELECT documents.id AS id, letters.text AS letter, "
        "documents.findings AS findings, documents.notes AS notes FROM nexus_documents AS documents "
        "JOIN nexus_analyses AS analyses ON analyses.id = documents.analysis_id "
        "JOIN nexus_letters AS letters ON letters.id = analyses.letter_id"
    )
    op.execute(
        "CREATE VIRTUAL TABLE nexus_search USING fts5(letter, findings, notes, content='nexus_search_text', "
        "content_rowid='id', tokenize=\"unicode61 remove_diacritics 2\")"
    )
    # What is taken out of the index leaves its pages at once, and is not only marked as gone.
    op.execute("INSERT INTO nexus_search(nexus_search, rank) VALUES('secure-delete', 1)")


def create_retention() -> None:
    table = "nexus_retention"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("keep_days", sa.Integer(), nullable=True),
        sa.Column("sweep_due", sa.Integer(), server_default="0", nullable=False),
        check(table, "one_row", "id = 1"),
        check(table, "keep_days", "keep_days > 0"),
        check(table, "sweep_due", "sweep_due IN (0, 1)"),
        key(table, "id"),
    )
    op.execute("INSERT INTO nexus_retention (id) VALUES (1)")


def rebuild_audit(*, linked: bool) -> None:
    table = "nexus_audit"
    columns = ["seq", "at", "actor", "act", "object_id", "commitment", "previous", "mac"]
    rows = op.get_bind().execute(sa.text(f"SELECT {', '.join(columns)} FROM {table} ORDER BY seq"))
    if linked:
        op.create_table(
            "nexus_audit_acts",
            sa.Column("act", sa.String(), nullable=False),
            key("nexus_audit_acts", "act"),
            sqlite_with_rowid=False,
        )
        op.execute(f"INSERT INTO nexus_audit_acts SELECT DISTINCT act FROM {table}")
        rules: list[sa.schema.SchemaItem] = [
            sa.Column("link", sa.String(), nullable=False),
            check(table, "seals", "length(mac) = 64 AND length(link) = 64 AND length(commitment) = 64"),
            reference(table, "act", "nexus_audit_acts.act"),
        ]
        columns.append("link")
    else:
        told = op.get_bind().execute(sa.text(f"SELECT DISTINCT act FROM {table}")).scalars()
        rules = [one_of(table, "act", *FIRST_ACTS, *sorted(set(told) - set(FIRST_ACTS)))]
    op.create_table(
        "nexus_new",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("commitment", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("mac", sa.String(), nullable=False),
        *rules,
        key(table, "seq"),
    )
    places = ", ".join(f":{name}" for name in columns)
    insert = sa.text(f"INSERT INTO nexus_new ({', '.join(columns)}) VALUES ({places})")
    link = "0" * 64
    for batch in rows.mappings().partitions(1000):
        values = []
        for row in batch:
            one = dict(row)
            fields = [one[name] for name in ("seq", "at", "actor", "act", "object_id", "commitment")]
            own = hashlib.sha256(json.dumps(fields, separators=(",", ":")).encode()).hexdigest()
            one["link"] = link = hashlib.sha256((link + own).encode()).hexdigest()
            values.append({name: one[name] for name in columns})
        op.get_bind().execute(insert, values)
    op.drop_table(table)
    op.rename_table("nexus_new", table)
    if linked:
        for column in ("act", "actor", "at"):
            op.create_index(f"ix_nexus_audit_{column}", table, [column, "seq"])
    else:
        op.create_index(op.f("ix_nexus_audit_object_id"), table, ["object_id"])
    guard_audit()


def guard_audit() -> None:
    # These stop mistakes; what stops an attacker is the chain.
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER nexus_audit_no_{act.lower()} BEFORE {act} ON nexus_audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END"
        )


def create_subjects() -> None:
    table = "nexus_audit_subjects"
    op.create_table(
        table,
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("thread", sa.String(), nullable=True),
        reference(table, "seq", "nexus_audit.seq"),
        key(table, "subject", "seq"),
        sqlite_with_rowid=False,
    )
    thread = (
        "CASE WHEN act IN ('letter_imported', 'letter_reviewed') THEN object_id "
        "ELSE json_extract(body, '$.correlation_id') END"
    )
    told = "nexus_audit LEFT JOIN nexus_audit_bodies USING (seq) WHERE length(object_id) = 36"
    op.execute(f"INSERT INTO {table} SELECT object_id, seq, {thread} FROM {told}")
    for name in ("correlation_id", "letter_id"):
        value = f"json_extract(body, '$.{name}')"
        op.execute(f"INSERT OR IGNORE INTO {table} SELECT {value}, seq, {thread} FROM {told} AND {value} IS NOT NULL")
    table = "nexus_audit_purged"
    op.create_table(
        table,
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("by_seq", sa.Integer(), nullable=False),
        reference(table, "seq", "nexus_audit.seq"),
        reference(table, "by_seq", "nexus_audit.seq"),
        key(table, "seq"),
    )
    op.create_index(op.f("ix_nexus_audit_purged_by_seq"), table, ["by_seq"])


def create_triggers() -> None:
    op.execute(
        "CREATE TRIGGER nexus_audit_bodies_no_update BEFORE UPDATE ON nexus_audit_bodies "
        "BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END"
    )
    op.execute(
        "CREATE TRIGGER nexus_audit_bodies_no_delete BEFORE DELETE ON nexus_audit_bodies "
        "WHEN NOT EXISTS (SELECT 1 FROM nexus_audit_purged WHERE seq = OLD.seq) "
        "BEGIN SELECT RAISE(ABORT, 'a body goes only by a purge that is told'); END"
    )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER nexus_audit_purged_no_{act.lower()} BEFORE {act} ON nexus_audit_purged "
            "BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END"
        )
    for table in ("matters", "letters", "analyses", "notes"):
        for act in ("INSERT", "UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER nexus_{table}_read_only_{act.lower()} BEFORE {act} ON nexus_{table} "
                "WHEN (SELECT purpose FROM nexus_store) = 'review' "
                "BEGIN SELECT RAISE(ABORT, 'a copy for review is never changed'); END"
            )


def downgrade() -> None:
    rows = op.get_bind().execute(sa.text("SELECT name, secret FROM nexus_keys"))
    kept = {row.name: row.secret for row in rows}
    if kept != derived_keys():
        raise ValueError("the key of this database was changed, and the first version could not follow its audit trail")
    op.execute("DROP TABLE nexus_search")
    op.execute("DROP VIEW nexus_search_text")
    for table in (
        "nexus_audit_purged",
        "nexus_audit_subjects",
        "nexus_documents",
        "nexus_notes",
        "nexus_retention",
        "nexus_keys",
    ):
        op.drop_table(table)
    op.execute("DROP TRIGGER nexus_audit_bodies_no_update")
    op.execute("DROP TRIGGER nexus_audit_bodies_no_delete")
    rebuild_audit(linked=False)
    op.drop_table("nexus_audit_acts")
    rebuild_analyses(strict=False)
    rebuild_letters(strict=False)
    op.drop_table("nexus_matters")
    op.execute("ALTER TABLE nexus_store DROP COLUMN purpose")
