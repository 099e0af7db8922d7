"""The tables, with the rules of the models as constraints: what must not be shown cannot be stored."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from nexus_desktop.models.analysis_models import Polarity, Standard, Theory
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.letter_models import LetterKind, Level, Verdict
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


class StoreRow(Base):
    """One row: which store this is."""

    __tablename__ = "nexus_store"

    id: Mapped[int] = mapped_column(sa.CheckConstraint("id = 1", name="one_row"), primary_key=True)
    store_id: Mapped[str]
    created_at: Mapped[str]


class LetterRow(Base):
    """A letter as de-identified text. The original is never stored."""

    __tablename__ = "nexus_letters"
    __table_args__ = (one_of("kind", LetterKind), one_of("level", Level))

    id: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(index=True)  # keyed hash of the file
    kind: Mapped[str]
    level: Mapped[str]
    text: Mapped[str]
    redactions: Mapped[dict[str, int]] = mapped_column(sa.JSON)
    pages: Mapped[int | None]
    created_at: Mapped[str]


class AnalysisRow(Base):
    """One analysis of one letter."""

    __tablename__ = "nexus_analyses"
    __table_args__ = (
        one_of("theory", Theory),
        one_of("polarity", Polarity),
        one_of("standard", Standard),
        one_of("strength", Strength),
        sa.CheckConstraint("validation_status IN ('valid', 'repaired', 'partial')", name="validation_status"),
        sa.CheckConstraint("overall_score BETWEEN 0 AND 100", name="overall_score"),
        sa.CheckConstraint("confidence_score BETWEEN 0 AND 1", name="confidence_score"),
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


class AuditRow(Base):
    """One entry of the chain; triggers of the first migration refuse changes to it."""

    __tablename__ = "nexus_audit"
    __table_args__ = (one_of("act", AuditAct),)

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    actor: Mapped[str]
    act: Mapped[str]
    object_id: Mapped[str] = mapped_column(index=True)
    commitment: Mapped[str]
    previous: Mapped[str]
    mac: Mapped[str]


class AuditBodyRow(Base):
    """What an entry tells; kept apart so that it can be purged while the chain stays whole."""

    __tablename__ = "nexus_audit_bodies"

    seq: Mapped[int] = mapped_column(sa.ForeignKey(AuditRow.seq, ondelete="RESTRICT"), primary_key=True)
    salt: Mapped[bytes]
    body: Mapped[dict[str, Any]] = mapped_column(sa.JSON)


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
