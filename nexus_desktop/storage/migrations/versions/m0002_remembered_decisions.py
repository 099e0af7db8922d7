"""Decisions of reviews, remembered by client as keyed hashes.

The words allowed in a column are written out, not taken from today's models: a step never changes once released.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

FIELDS, DECISIONS = "nexus_remembered_fields", "nexus_remembered_decisions"


def one_of(table: str, column: str, *words: str) -> sa.CheckConstraint:
    allowed = ", ".join(f"'{word}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({allowed})", name=op.f(f"ck_{table}_{column}"))


def upgrade() -> None:
    op.create_table(
        FIELDS,
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        one_of(FIELDS, "kind", "name", "ssn", "dob", "va_file"),
        sa.CheckConstraint("length(mark) = 32", name=op.f(f"ck_{FIELDS}_mark")),
        sa.PrimaryKeyConstraint("mark", "client_id", name=op.f(f"pk_{FIELDS}")),
    )
    op.create_index(op.f(f"ix_{FIELDS}_client_id"), FIELDS, ["client_id"])
    op.create_table(
        DECISIONS,
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("word_count", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        one_of(DECISIONS, "kind", "kept", "removed", "added"),
        one_of(DECISIONS, "verdict", "redact", "ask"),
        sa.CheckConstraint("length(mark) = 32", name=op.f(f"ck_{DECISIONS}_mark")),
        sa.CheckConstraint("word_count > 0", name=op.f(f"ck_{DECISIONS}_word_count")),
        sa.PrimaryKeyConstraint("client_id", "mark", name=op.f(f"pk_{DECISIONS}")),
    )


def downgrade() -> None:
    for table in (DECISIONS, FIELDS):
        op.drop_table(table)
