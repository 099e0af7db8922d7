"""The tables of prompts. What was once more than a draft is never changed: triggers refuse it (migration 0012)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from nexus_desktop.models.prompt_models import PromptOrigin, PromptState
from nexus_desktop.storage.tables import AnalysisRow, Base, one_of


class PromptVersionRow(Base):
    """One version of one prompt. At most one of a prompt is approved."""

    __tablename__ = "nexus_prompt_versions"
    __table_args__ = (
        one_of("origin", PromptOrigin),
        one_of("state", PromptState),
        sa.CheckConstraint("length(sha256) = 64", name="sha256"),
        sa.CheckConstraint("json_valid(content)", name="content"),
        sa.Index(
            "uq_nexus_prompt_versions_approved",
            "prompt_id",
            unique=True,
            sqlite_where=sa.text("state = 'approved'"),
        ),
    )

    prompt_id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str]
    origin: Mapped[str]
    state: Mapped[str]
    content: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    decided_by: Mapped[str]
    decided_at: Mapped[str | None]
    decided_reason: Mapped[str]


class PromptFrameRow(Base):
    """The words around any letter, kept once for all analyses that were asked with them."""

    __tablename__ = "nexus_prompt_frames"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    system: Mapped[str]
    user: Mapped[str]


class PromptUseRow(Base):
    """How one analysis was asked for."""

    __tablename__ = "nexus_prompt_uses"
    __table_args__ = (
        sa.CheckConstraint("json_valid(parameters)", name="parameters"),
        sa.Index("ix_nexus_prompt_uses_version", "prompt_id", "version"),
    )

    analysis_id: Mapped[str] = mapped_column(sa.ForeignKey(AnalysisRow.id, ondelete="RESTRICT"), primary_key=True)
    prompt_id: Mapped[str]
    version: Mapped[str]
    version_sha256: Mapped[str]
    schema_id: Mapped[str]
    frame: Mapped[str] = mapped_column(sa.ForeignKey(PromptFrameRow.sha256, ondelete="RESTRICT"), index=True)
    fence: Mapped[str]
    again: Mapped[str]
    again_version: Mapped[str]
    service: Mapped[str]
    host: Mapped[str]
    model_asked: Mapped[str]
    model: Mapped[str]
    parameters: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    request_sha256: Mapped[str]
    tokens_in: Mapped[int | None]
    tokens_out: Mapped[int | None]
    usd: Mapped[float | None] = mapped_column(sa.Float)
    milliseconds: Mapped[float] = mapped_column(sa.Float)
    asked_twice: Mapped[bool] = mapped_column(sa.Integer)
    status: Mapped[str]
    repairs: Mapped[int]
    problems: Mapped[int]
    quotes_found: Mapped[int]
    quotes_offered: Mapped[int]
    items_agreed: Mapped[int]
    items_compared: Mapped[int]
    confidence: Mapped[float] = mapped_column(sa.Float)
    experiment: Mapped[str]


class PromptTestRow(Base):
    """A test suite run once. Results name cases and assertions, never words of a letter."""

    __tablename__ = "nexus_prompt_tests"
    __table_args__ = (sa.CheckConstraint("json_valid(results)", name="results"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    suite: Mapped[str]
    suite_sha256: Mapped[str]
    prompt_id: Mapped[str] = mapped_column(index=True)
    version: Mapped[str]
    version_sha256: Mapped[str]
    engine: Mapped[str]
    model: Mapped[str]
    at: Mapped[str]
    by: Mapped[str]
    cases: Mapped[int]
    results: Mapped[list[dict[str, Any]]] = mapped_column(sa.JSON)
    tokens_in: Mapped[int]
    tokens_out: Mapped[int]
    usd: Mapped[float | None] = mapped_column(sa.Float)
    stopped: Mapped[str]


class PromptExperimentRow(Base):
    """Two versions that share the letters; at most one of a prompt is under way."""

    __tablename__ = "nexus_prompt_experiments"
    __table_args__ = (
        sa.CheckConstraint("share BETWEEN 0 AND 100", name="share"),
        sa.CheckConstraint("planned > 0", name="planned"),
        sa.Index(
            "uq_nexus_prompt_experiments_running",
            "prompt_id",
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    prompt_id: Mapped[str]
    first: Mapped[str]
    second: Mapped[str]
    share: Mapped[int]
    planned: Mapped[int]
    started_at: Mapped[str]
    started_by: Mapped[str]
    reason: Mapped[str]
    ended_at: Mapped[str | None]
