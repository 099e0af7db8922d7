"""An open chain beside the sealed one, the keys of the store in the database, an index of subjects, purges.

Tables are made anew and filled, as SQLite advises, while foreign keys are off (see ``Database.schema_change``). The
words and rules are written out, not taken from today's models: a step never changes once released.
"""

import hashlib
import json

import sqlalchemy as sa
from alembic import context, op

revision = "0003"
down_revision = "0002"
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
    create_keys()
    rebuild_audit(linked=True)
    create_subjects()
    create_triggers()


def create_keys() -> None:
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


def derived_keys() -> dict[str, bytes]:
    """What the first version derived from the key of the database each time; given by storage.migrator."""
    keys: dict[str, bytes] = context.config.attributes["derived_keys"]
    return keys


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
        for columns in (["act", "at", "seq"], ["actor", "at", "seq"], ["at", "seq"]):
            op.create_index(f"ix_nexus_audit_{columns[0]}", table, columns)
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


def downgrade() -> None:
    rows = op.get_bind().execute(sa.text("SELECT name, secret FROM nexus_keys"))
    kept = {row.name: row.secret for row in rows}
    if kept != derived_keys():
        raise ValueError("the key of this database was changed, and the first version could not follow its audit trail")
    for table in ("nexus_audit_purged", "nexus_audit_subjects", "nexus_keys"):
        op.drop_table(table)
    op.execute("DROP TRIGGER nexus_audit_bodies_no_update")
    op.execute("DROP TRIGGER nexus_audit_bodies_no_delete")
    rebuild_audit(linked=False)
    op.drop_table("nexus_audit_acts")
