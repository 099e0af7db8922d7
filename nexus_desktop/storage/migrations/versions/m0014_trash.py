"""A trash: analyses that are out of every list and can be put back, until they are deleted for good."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TABLE = "nexus_trash"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("analysis_id", sa.String(), nullable=False),
        sa.Column("trashed_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["analysis_id"],
            ["nexus_analyses.id"],
            name=op.f(f"fk_{TABLE}_analysis_id_nexus_analyses"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("analysis_id", name=op.f(f"pk_{TABLE}")),
    )
    op.create_index(f"ix_{TABLE}_trashed_at_analysis_id", TABLE, ["trashed_at", "analysis_id"])
    for act in ("INSERT", "UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {TABLE}_read_only_{act.lower()} BEFORE {act} ON {TABLE} "
            "WHEN (SELECT purpose FROM nexus_store) = 'review' "
            "BEGIN SELECT RAISE(ABORT, 'a copy for review is never changed'); END"
        )


def downgrade() -> None:
    """What is in the trash is among the saved analyses again: the older program knows no other place."""
    op.drop_table(TABLE)
