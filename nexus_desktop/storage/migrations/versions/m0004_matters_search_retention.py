"""Matters, notes, full-text search, retention; analyses whose columns must agree with their result; copies for review.

Tables are made anew and filled, as SQLite advises, while foreign keys are off (see ``Database.schema_change``). The
words and rules are written out, not taken from today's models: a step never changes once released.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

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
POLARITIES = ("favorable", "unfavorable", "inconclusive", "none")
STANDARDS = (
    "definite",
    "more_likely_than_not",
    "at_least_as_likely_as_not",
    "speculative",
    "less_likely_than_not",
    "none",
)
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
    create_matters()
    rebuild_letters(strict=True)
    rebuild_analyses(strict=True)
    create_notes_and_search()
    create_retention()
    guard_copies()


def create_matters() -> None:
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


def rebuild_letters(*, strict: bool) -> None:
    table = "nexus_letters"
    rules: list[sa.schema.SchemaItem] = [
        one_of(table, "kind", "pdf", "docx", "rtf", "text", *(("image",) if strict else ()), "pasted"),
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


def guard_copies() -> None:
    for table in ("matters", "letters", "analyses", "notes"):
        for act in ("INSERT", "UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER nexus_{table}_read_only_{act.lower()} BEFORE {act} ON nexus_{table} "
                "WHEN (SELECT purpose FROM nexus_store) = 'review' "
                "BEGIN SELECT RAISE(ABORT, 'a copy for review is never changed'); END"
            )


def downgrade() -> None:
    op.execute("DROP TABLE nexus_search")
    op.execute("DROP VIEW nexus_search_text")
    for table in ("nexus_documents", "nexus_notes", "nexus_retention"):
        op.drop_table(table)
    rebuild_analyses(strict=False)
    rebuild_letters(strict=False)
    op.drop_table("nexus_matters")
    op.execute("ALTER TABLE nexus_store DROP COLUMN purpose")
