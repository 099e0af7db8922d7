"""Figures of what the program did, by day."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nexus_daily_figures",
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("metric", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("total", sa.Float(), nullable=False),
        sa.CheckConstraint("count >= 0", name=op.f("ck_nexus_daily_figures_count")),
        sa.PrimaryKeyConstraint("day", "metric", "label", name=op.f("pk_nexus_daily_figures")),
    )


def downgrade() -> None:
    op.drop_table("nexus_daily_figures")
