"""Where the attorney disagrees with a finding, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nexus_overrides",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("analysis_id", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.CheckConstraint(
            "grade IN ('full', 'partial', 'none', 'not_applicable')", name=op.f("ck_nexus_overrides_grade")
        ),
        sa.CheckConstraint(
            "grade IS NULL OR length(reason) BETWEEN 10 AND 2000", name=op.f("ck_nexus_overrides_reason")
        ),
        sa.ForeignKeyConstraint(
            ["analysis_id"],
            ["nexus_analyses.id"],
            name=op.f("fk_nexus_overrides_analysis_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_nexus_overrides")),
    )
    op.create_index(op.f("ix_nexus_overrides_analysis_id"), "nexus_overrides", ["analysis_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_nexus_overrides_analysis_id"), table_name="nexus_overrides")
    op.drop_table("nexus_overrides")
