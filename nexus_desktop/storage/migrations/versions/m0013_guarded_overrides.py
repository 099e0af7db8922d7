"""Disagreements, and how an analysis was asked for, are never changed in a copy for review, either."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TABLES = ("overrides", "prompt_uses")
ACTS = ("INSERT", "UPDATE", "DELETE")


def upgrade() -> None:
    for table in TABLES:
        for act in ACTS:
            op.execute(
                f"CREATE TRIGGER nexus_{table}_read_only_{act.lower()} BEFORE {act} ON nexus_{table} "
                "WHEN (SELECT purpose FROM nexus_store) = 'review' "
                "BEGIN SELECT RAISE(ABORT, 'a copy for review is never changed'); END"
            )


def downgrade() -> None:
    for table in TABLES:
        for act in ACTS:
            op.execute(f"DROP TRIGGER nexus_{table}_read_only_{act.lower()}")
