"""Prompts: versions that are never changed, how each analysis was asked for, test runs, comparisons."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

IMMUTABLE = ("prompt_id", "version", "sha256", "origin", "content")


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def upgrade() -> None:
    create_versions()
    create_uses()
    create_tests()
    create_experiments()


def create_versions() -> None:
    table = "nexus_prompt_versions"
    op.create_table(
        table,
        *(text(name) for name in ("prompt_id", "version", "sha256", "origin", "state")),
        sa.Column("content", sa.JSON(), nullable=False),
        text("decided_by"),
        text("decided_at", nullable=True),
        text("decided_reason"),
        sa.CheckConstraint("origin IN ('shipped', 'firm')", name=op.f(f"ck_{table}_origin")),
        sa.CheckConstraint("state IN ('draft', 'candidate', 'approved', 'retired')", name=op.f(f"ck_{table}_state")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f(f"ck_{table}_sha256")),
        sa.CheckConstraint("json_valid(content)", name=op.f(f"ck_{table}_content")),
        sa.PrimaryKeyConstraint("prompt_id", "version", name=op.f(f"pk_{table}")),
    )
    op.create_index(
        "uq_nexus_prompt_versions_approved",
        table,
        ["prompt_id"],
        unique=True,
        sqlite_where=sa.text("state = 'approved'"),
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OF {', '.join(IMMUTABLE)} ON {table} "
        "WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_draft BEFORE UPDATE OF state ON {table} "
        "WHEN OLD.state <> 'draft' AND NEW.state = 'draft' "
        "BEGIN SELECT RAISE(ABORT, 'a version never becomes a draft again'); END"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
        "WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'a version is never deleted'); END"
    )


def create_uses() -> None:
    frames, uses = "nexus_prompt_frames", "nexus_prompt_uses"
    op.create_table(
        frames,
        text("sha256"),
        text("system"),
        text("user"),
        sa.PrimaryKeyConstraint("sha256", name=op.f(f"pk_{frames}")),
    )
    words = ("prompt_id", "version", "version_sha256", "schema_id", "frame", "fence", "again", "again_version")
    places = ("service", "host", "model_asked", "model")
    counts = ("repairs", "problems", "quotes_found", "quotes_offered", "items_agreed", "items_compared")
    op.create_table(
        uses,
        text("analysis_id"),
        *(text(name) for name in (*words, *places)),
        sa.Column("parameters", sa.JSON(), nullable=False),
        text("request_sha256"),
        sa.Column("tokens_in", sa.Integer(), nullable=True),
        sa.Column("tokens_out", sa.Integer(), nullable=True),
        sa.Column("usd", sa.Float(), nullable=True),
        sa.Column("milliseconds", sa.Float(), nullable=False),
        sa.Column("asked_twice", sa.Integer(), nullable=False),
        text("status"),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in counts),
        sa.Column("confidence", sa.Float(), nullable=False),
        text("experiment"),
        sa.CheckConstraint("json_valid(parameters)", name=op.f(f"ck_{uses}_parameters")),
        sa.ForeignKeyConstraint(
            ["analysis_id"],
            ["nexus_analyses.id"],
            name=op.f(f"fk_{uses}_analysis_id_nexus_analyses"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["frame"], [f"{frames}.sha256"], name=op.f(f"fk_{uses}_frame_{frames}"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("analysis_id", name=op.f(f"pk_{uses}")),
    )
    op.create_index("ix_nexus_prompt_uses_version", uses, ["prompt_id", "version"])
    op.create_index("ix_nexus_prompt_uses_frame", uses, ["frame"])


def create_tests() -> None:
    table = "nexus_prompt_tests"
    named = ("id", "suite", "suite_sha256", "prompt_id", "version", "version_sha256", "engine", "model", "at", "by")
    op.create_table(
        table,
        *(text(name) for name in named),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("results", sa.JSON(), nullable=False),
        sa.Column("tokens_in", sa.Integer(), nullable=False),
        sa.Column("tokens_out", sa.Integer(), nullable=False),
        sa.Column("usd", sa.Float(), nullable=True),
        text("stopped"),
        sa.CheckConstraint("json_valid(results)", name=op.f(f"ck_{table}_results")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index("ix_nexus_prompt_tests_prompt_id", table, ["prompt_id"])


def create_experiments() -> None:
    table = "nexus_prompt_experiments"
    op.create_table(
        table,
        *(text(name) for name in ("id", "prompt_id", "first", "second")),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        *(text(name) for name in ("started_at", "started_by", "reason")),
        text("ended_at", nullable=True),
        sa.CheckConstraint("share BETWEEN 0 AND 100", name=op.f(f"ck_{table}_share")),
        sa.CheckConstraint("planned > 0", name=op.f(f"ck_{table}_planned")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(
        "uq_nexus_prompt_experiments_running",
        table,
        ["prompt_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
    )


def downgrade() -> None:
    for name in ("no_change", "no_draft", "no_delete"):
        op.execute(f"DROP TRIGGER nexus_prompt_versions_{name}")
    for table in ("experiments", "tests", "uses", "frames", "versions"):
        op.drop_table(f"nexus_prompt_{table}")
