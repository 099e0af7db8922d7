"""Case files and notes of matters: known client fields and facts, where a person chose to keep them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def of_matter(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_matter_id")
    return sa.ForeignKeyConstraint(["matter_id"], ["nexus_matters.id"], name=name, ondelete="RESTRICT")


def upgrade() -> None:
    table = "nexus_case_files"
    op.create_table(
        table,
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("client", sa.JSON(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        check(table, "client", "json_valid(client)"),
        check(table, "facts", "json_valid(facts)"),
        of_matter(table),
        sa.PrimaryKeyConstraint("matter_id", name=op.f(f"pk_{table}")),
    )
    table = "nexus_matter_notes"
    op.create_table(
        table,
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        check(table, "text", "length(text) > 0"),
        of_matter(table),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_matter_id"), table, ["matter_id"])
    for name in ("case_files", "matter_notes"):
        for act in ("INSERT", "UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER nexus_{name}_read_only_{act.lower()} BEFORE {act} ON nexus_{name} "
                "WHEN (SELECT purpose FROM nexus_store) = 'review' "
                "BEGIN SELECT RAISE(ABORT, 'a copy for review is never changed'); END"
            )


def downgrade() -> None:
    op.drop_table("nexus_matter_notes")
    op.drop_table("nexus_case_files")
