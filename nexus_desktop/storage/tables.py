"""The tables, with the rules of the models as constraints: what must not be shown cannot be stored."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute, Mapped, mapped_column, relationship

from nexus_desktop.models.analysis_models import Grade, Polarity, Standard, Theory
from nexus_desktop.models.letter_models import LetterKind, Level, Verdict
from nexus_desktop.models.records import StorePurpose
from nexus_desktop.models.remembered_models import FieldKind, RememberedKind
from nexus_desktop.models.rubric_models import Strength

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention=NAMES)


def one_of(column: str, words: type[Any]) -> sa.CheckConstraint:
    """A column that holds one of an enum's values."""
    allowed = ", ".join(f"'{word.value}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({allowed})", name=column)


def same_as_result(column: str, path: str) -> sa.CheckConstraint:
    """A column that lists and filters use, and that must say what the stored result says."""
    return sa.CheckConstraint(f"{column} = json_extract(result, '{path}')", name=f"{column}_agrees")


class StoreRow(Base):
    """One row: which store this is, and whether it is the attorney's own or co-counsel's copy of one matter."""

    __tablename__ = "nexus_store"

    id: Mapped[int] = mapped_column(sa.CheckConstraint("id = 1", name="one_row"), primary_key=True)
    store_id: Mapped[str]
    created_at: Mapped[str]
    purpose: Mapped[str] = mapped_column(
        sa.CheckConstraint(f"purpose IN ({', '.join(repr(one.value) for one in StorePurpose)})", name="purpose"),
        server_default=StorePurpose.OWN.value,
    )


class KeyRow(Base):
    """Keys that stay when the key of the database is changed: of the audit chain, of letters' fingerprints."""

    __tablename__ = "nexus_keys"

    name: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[bytes] = mapped_column(sa.CheckConstraint("length(secret) = 32", name="secret"))


class MatterRow(Base):
    """A matter, by the firm's own numbers; never a name."""

    __tablename__ = "nexus_matters"
    __table_args__ = (
        sa.CheckConstraint("length(reference) BETWEEN 1 AND 60", name="reference"),
        sa.CheckConstraint("keep_days > 0", name="keep_days"),
        sa.CheckConstraint("legal_hold IN (0, 1)", name="legal_hold"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    client: Mapped[str | None] = mapped_column(index=True)
    created_at: Mapped[str]
    closed_at: Mapped[str | None]
    keep_days: Mapped[int | None]
    legal_hold: Mapped[bool] = mapped_column(sa.Integer, server_default="0")


class LetterRow(Base):
    """A letter as de-identified text. The original is never stored."""

    __tablename__ = "nexus_letters"
    __table_args__ = (
        one_of("kind", LetterKind),
        one_of("level", Level),
        sa.CheckConstraint("pages > 0", name="pages"),
        sa.CheckConstraint("json_valid(redactions)", name="redactions"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(index=True)  # keyed hash of the file
    kind: Mapped[str]
    level: Mapped[str]
    text: Mapped[str]
    redactions: Mapped[dict[str, int]] = mapped_column(sa.JSON)
    pages: Mapped[int | None]
    created_at: Mapped[str]
    matter_id: Mapped[str | None] = mapped_column(sa.ForeignKey(MatterRow.id, ondelete="RESTRICT"), index=True)


class AnalysisRow(Base):
    """One analysis of one letter. The columns say what its result says, and a status what its problems say."""

    __tablename__ = "nexus_analyses"
    __table_args__ = (
        one_of("theory", Theory),
        one_of("polarity", Polarity),
        one_of("standard", Standard),
        one_of("strength", Strength),
        sa.CheckConstraint("validation_status IN ('valid', 'repaired', 'partial')", name="validation_status"),
        sa.CheckConstraint(
            "validation_status <> 'valid' OR json_array_length(validation_errors) = 0", name="valid_without_problems"
        ),
        sa.CheckConstraint("overall_score BETWEEN 0 AND 100", name="overall_score"),
        sa.CheckConstraint("confidence_score BETWEEN 0 AND 1", name="confidence_score"),
        same_as_result("overall_score", "$.overall_score"),
        same_as_result("strength", "$.compliance.strength"),
        same_as_result("polarity", "$.opinion.polarity"),
        same_as_result("standard", "$.opinion.standard"),
        same_as_result("theory", "$.connection.theory"),
        sa.Index("ix_nexus_analyses_newest", sa.desc("created_at"), sa.desc("id")),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    correlation_id: Mapped[str] = mapped_column(index=True)
    letter_id: Mapped[str] = mapped_column(sa.ForeignKey(LetterRow.id, ondelete="RESTRICT"), index=True)
    created_at: Mapped[str]
    engine: Mapped[str]
    engine_version: Mapped[str]
    prompt_version: Mapped[str | None] = mapped_column(index=True)
    condition: Mapped[str]
    theory: Mapped[str]
    polarity: Mapped[str]
    standard: Mapped[str]
    strength: Mapped[str]
    overall_score: Mapped[int]
    confidence_score: Mapped[float] = mapped_column(sa.Float)
    validation_status: Mapped[str] = mapped_column(index=True)
    validation_errors: Mapped[list[dict[str, str]]] = mapped_column(sa.JSON)
    result: Mapped[dict[str, Any]] = mapped_column(sa.JSON)

    letter: Mapped[LetterRow] = relationship(lazy="raise")


class NoteRow(Base):
    """A note of the attorney on an analysis, de-identified like a letter."""

    __tablename__ = "nexus_notes"
    __table_args__ = (sa.CheckConstraint("length(text) > 0", name="text"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    analysis_id: Mapped[str] = mapped_column(sa.ForeignKey(AnalysisRow.id, ondelete="RESTRICT"), index=True)
    created_at: Mapped[str]
    author: Mapped[str]
    text: Mapped[str]


class TrashRow(Base):
    """An analysis that is in the trash. A table of its own, for a column behind the stored result would have every list
    read through all of that."""

    __tablename__ = "nexus_trash"
    __table_args__ = (sa.Index("ix_nexus_trash_trashed_at_analysis_id", "trashed_at", "analysis_id"),)

    analysis_id: Mapped[str] = mapped_column(sa.ForeignKey(AnalysisRow.id, ondelete="RESTRICT"), primary_key=True)
    trashed_at: Mapped[str]


def in_trash(analysis_id: InstrumentedAttribute[str] = AnalysisRow.id) -> sa.Exists:
    """Whether an analysis is in the trash, as a condition of a query."""
    return sa.exists().where(TrashRow.analysis_id == analysis_id)


class OverrideRow(Base):
    """A disagreement with a rubric item of an analysis; without a grade, an earlier one is taken back."""

    __tablename__ = "nexus_overrides"
    __table_args__ = (
        one_of("grade", Grade),
        sa.CheckConstraint("grade IS NULL OR length(reason) BETWEEN 10 AND 2000", name="reason"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    analysis_id: Mapped[str] = mapped_column(sa.ForeignKey(AnalysisRow.id, ondelete="RESTRICT"), index=True)
    item: Mapped[str]
    grade: Mapped[str | None]
    reason: Mapped[str]
    author: Mapped[str]
    created_at: Mapped[str]


class DocumentRow(Base):
    """What the full-text search knows of an analysis beside its letter. The FTS5 table stands on these rows."""

    __tablename__ = "nexus_documents"

    id: Mapped[int] = mapped_column(primary_key=True)
    analysis_id: Mapped[str] = mapped_column(sa.ForeignKey(AnalysisRow.id, ondelete="RESTRICT"), unique=True)
    findings: Mapped[str]
    notes: Mapped[str]


class CaseFileRow(Base):
    """What is known of client and case, where a person chose to keep it with a matter: PHI, and nowhere else."""

    __tablename__ = "nexus_case_files"
    __table_args__ = (
        sa.CheckConstraint("json_valid(client)", name="client"),
        sa.CheckConstraint("json_valid(facts)", name="facts"),
    )

    matter_id: Mapped[str] = mapped_column(sa.ForeignKey(MatterRow.id, ondelete="RESTRICT"), primary_key=True)
    client: Mapped[dict[str, list[str]]] = mapped_column(sa.JSON)
    facts: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    changed_at: Mapped[str]


class MatterNoteRow(Base):
    """A note of the attorney on a matter, de-identified like a letter."""

    __tablename__ = "nexus_matter_notes"
    __table_args__ = (sa.CheckConstraint("length(text) > 0", name="text"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    matter_id: Mapped[str] = mapped_column(sa.ForeignKey(MatterRow.id, ondelete="RESTRICT"), index=True)
    created_at: Mapped[str]
    author: Mapped[str]
    text: Mapped[str]


class RetentionRow(Base):
    """One row: how long analyses are kept, and whether a purge still has to clear journal and backups."""

    __tablename__ = "nexus_retention"
    __table_args__ = (
        sa.CheckConstraint("id = 1", name="one_row"),
        sa.CheckConstraint("keep_days > 0", name="keep_days"),
        sa.CheckConstraint("sweep_due IN (0, 1)", name="sweep_due"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    keep_days: Mapped[int | None]
    sweep_due: Mapped[bool] = mapped_column(sa.Integer, server_default="0")


class ActRow(Base):
    """The words for what can be told; today's are put in at each start."""

    __tablename__ = "nexus_audit_acts"
    __table_args__ = ({"sqlite_with_rowid": False},)

    act: Mapped[str] = mapped_column(primary_key=True)


class AuditRow(Base):
    """One entry of the chain; triggers refuse changes to it."""

    __tablename__ = "nexus_audit"
    __table_args__ = (
        sa.CheckConstraint("length(mac) = 64 AND length(link) = 64 AND length(commitment) = 64", name="seals"),
        sa.Index("ix_nexus_audit_act", "act", "at", "seq"),
        sa.Index("ix_nexus_audit_actor", "actor", "at", "seq"),
        sa.Index("ix_nexus_audit_at", "at", "seq"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    actor: Mapped[str]
    act: Mapped[str] = mapped_column(sa.ForeignKey(ActRow.act, ondelete="RESTRICT"))
    object_id: Mapped[str]
    commitment: Mapped[str]
    previous: Mapped[str]
    mac: Mapped[str]
    link: Mapped[str]


class AuditBodyRow(Base):
    """What an entry tells; kept apart so that it can be purged while the chain stays whole."""

    __tablename__ = "nexus_audit_bodies"

    seq: Mapped[int] = mapped_column(sa.ForeignKey(AuditRow.seq, ondelete="RESTRICT"), primary_key=True)
    salt: Mapped[bytes]
    body: Mapped[dict[str, Any]] = mapped_column(sa.JSON)


class DailyFigureRow(Base):
    """How often something happened on a day (UTC), and the sum of what was measured."""

    __tablename__ = "nexus_daily_figures"
    __table_args__ = (sa.CheckConstraint("count >= 0", name="count"),)

    day: Mapped[str] = mapped_column(primary_key=True)
    metric: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    total: Mapped[float] = mapped_column(sa.Float)


class AuditSubjectRow(Base):
    """Which entries are about which analysis, letter, import or matter: an index of what the bodies tell.

    ``thread`` is the correlation id of the work an entry belongs to, so that one leads to the others.
    """

    __tablename__ = "nexus_audit_subjects"
    __table_args__ = ({"sqlite_with_rowid": False},)

    subject: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(sa.ForeignKey(AuditRow.seq, ondelete="RESTRICT"), primary_key=True)
    thread: Mapped[str | None]


class AuditPurgedRow(Base):
    """Entries whose bodies were purged, and the entry that tells of it: without one a body cannot be deleted."""

    __tablename__ = "nexus_audit_purged"

    seq: Mapped[int] = mapped_column(sa.ForeignKey(AuditRow.seq, ondelete="RESTRICT"), primary_key=True)
    by_seq: Mapped[int] = mapped_column(sa.ForeignKey(AuditRow.seq, ondelete="RESTRICT"), index=True)


class RememberedFieldRow(Base):
    """A known field of a client whose decisions are remembered, as a keyed hash."""

    __tablename__ = "nexus_remembered_fields"
    __table_args__ = (one_of("kind", FieldKind), sa.CheckConstraint("length(mark) = 32", name="mark"))

    mark: Mapped[str] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(primary_key=True, index=True)
    kind: Mapped[str]


class RememberedDecisionRow(Base):
    """A decision about some words of a client's letters, the words as a keyed hash."""

    __tablename__ = "nexus_remembered_decisions"
    __table_args__ = (
        one_of("kind", RememberedKind),
        one_of("verdict", Verdict),
        sa.CheckConstraint("length(mark) = 32", name="mark"),
        sa.CheckConstraint("word_count > 0", name="word_count"),
    )

    client_id: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    category: Mapped[str]
    verdict: Mapped[str]
    word_count: Mapped[int]
    by: Mapped[str]
    at: Mapped[str]
