"""Letters, analyses, and the audit chain.

The words allowed in a column are written out, not taken from today's models: a step never changes once released.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def one_of(table: str, column: str, *words: str) -> sa.CheckConstraint:
    allowed = ", ".join(f"'{word}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({allowed})", name=op.f(f"ck_{table}_{column}"))


def upgrade() -> None:
    op.create_table(
        "nexus_store",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_nexus_store_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nexus_store")),
    )
    op.create_table(
        "nexus_letters",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("redactions", sa.JSON(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(), nullable=False),
        one_of("nexus_letters", "kind", "pdf", "docx", "rtf", "text", "pasted"),
        one_of("nexus_letters", "level", "minimal", "moderate", "strict"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nexus_letters")),
    )
    op.create_index(op.f("ix_nexus_letters_fingerprint"), "nexus_letters", ["fingerprint"])
    create_analyses()
    create_audit()


def create_analyses() -> None:
    table = "nexus_analyses"
    op.create_table(
        table,
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
        one_of(table, "theory", "direct", "secondary", "aggravation", "presumptive"),
        one_of(table, "polarity", "favorable", "unfavorable", "inconclusive", "none"),
        one_of(
            table,
            "standard",
            "definite",
            "more_likely_than_not",
            "at_least_as_likely_as_not",
            "speculative",
            "less_likely_than_not",
            "none",
        ),
        one_of(table, "strength", "none", "weak", "moderate", "strong"),
        one_of(table, "validation_status", "valid", "repaired", "partial"),
        sa.CheckConstraint("overall_score BETWEEN 0 AND 100", name=op.f("ck_nexus_analyses_overall_score")),
        sa.CheckConstraint("confidence_score BETWEEN 0 AND 1", name=op.f("ck_nexus_analyses_confidence_score")),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["nexus_letters.id"], name=op.f("fk_nexus_analyses_letter_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nexus_analyses")),
    )
    for column in ("correlation_id", "letter_id", "prompt_version", "validation_status"):
        op.create_index(op.f(f"ix_nexus_analyses_{column}"), table, [column])
    op.create_index("ix_nexus_analyses_newest", table, [sa.text("created_at DESC"), sa.text("id DESC")])


def create_audit() -> None:
    acts = ("store_created", "letter_imported", "letter_reviewed", "letter_analyzed", "report_exported")
    op.create_table(
        "nexus_audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("commitment", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("mac", sa.String(), nullable=False),
        one_of("nexus_audit", "act", *acts, "setting_changed", "store_migrated"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_nexus_audit")),
    )
    op.create_index(op.f("ix_nexus_audit_object_id"), "nexus_audit", ["object_id"])
    op.create_table(
        "nexus_audit_bodies",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"], ["nexus_audit.seq"], name=op.f("fk_nexus_audit_bodies_seq"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_nexus_audit_bodies")),
    )
    # These stop mistakes; what stops an attacker is the chain.
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER nexus_audit_no_{act.lower()} BEFORE {act} ON nexus_audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END"
        )


def downgrade() -> None:
    for table in ("nexus_audit_bodies", "nexus_audit", "nexus_analyses", "nexus_letters", "nexus_store"):
        op.drop_table(table)
