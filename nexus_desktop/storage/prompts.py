"""Prompts, in and out of the store. Every function runs in the caller's transaction."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from nexus_desktop.models.errors import PromptNotFound, RecordNotFound
from nexus_desktop.models.prompt_models import PromptOrigin, PromptState, PromptVersion, ordered
from nexus_desktop.models.prompt_records import CaseResult, Experiment, KeptVersion, PromptAsked, TestRun, UseLine
from nexus_desktop.models.validation import checked
from nexus_desktop.storage.prompt_tables import (
    PromptExperimentRow,
    PromptFrameRow,
    PromptTestRow,
    PromptUseRow,
    PromptVersionRow,
)
from nexus_desktop.storage.repositories import as_moment, as_text
from nexus_desktop.storage.tables import AnalysisRow, LetterRow, in_trash

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# --- versions -------------------------------------------------------------------------------------------------------


def versions(session: Session, prompt_id: str | None = None) -> list[KeptVersion]:
    """Every version that can be read, oldest first. One whose content no longer fits today's rules is left out."""
    query = sa.select(PromptVersionRow)
    if prompt_id is not None:
        query = query.where(PromptVersionRow.prompt_id == prompt_id)
    found = [kept for row in session.scalars(query) if (kept := _version(row)) is not None]
    return sorted(found, key=lambda kept: (kept.prompt_id, ordered(kept.version)))


def _version(row: PromptVersionRow) -> KeptVersion | None:
    content, _ = checked(PromptVersion, row.content | {"state": row.state, "sha256": row.sha256})
    if content is None or content.version != row.version:
        return None
    return KeptVersion(
        prompt_id=row.prompt_id,
        origin=PromptOrigin(row.origin),
        content=content,
        decided_by=row.decided_by,
        decided_at=as_moment(row.decided_at) if row.decided_at else None,
        decided_reason=row.decided_reason,
    )


def keep_version(session: Session, kept: KeptVersion) -> None:
    """Add a version, or replace a draft. The database refuses to change anything but a draft."""
    row = session.get(PromptVersionRow, (kept.prompt_id, kept.version))
    if row is None:
        row = PromptVersionRow(prompt_id=kept.prompt_id, version=kept.version, origin=kept.origin.value)
        session.add(row)
    row.sha256, row.content = kept.content.sha256, kept.content.model_dump(mode="json")
    row.state, row.decided_by, row.decided_reason = kept.state.value, kept.decided_by, kept.decided_reason
    row.decided_at = as_text(kept.decided_at) if kept.decided_at else None
    session.flush()


def decide(session: Session, kept: KeptVersion) -> None:
    """Change the state of a version and say who did. Raises PromptNotFound."""
    row = session.get(PromptVersionRow, (kept.prompt_id, kept.version))
    if row is None:
        raise PromptNotFound
    row.state, row.decided_by, row.decided_reason = kept.state.value, kept.decided_by, kept.decided_reason
    row.decided_at = as_text(kept.decided_at) if kept.decided_at else None
    session.flush()


def delete_draft(session: Session, prompt_id: str, version: str) -> None:
    """Throw a draft away. Raises PromptNotFound where there is no such draft."""
    row = session.get(PromptVersionRow, (prompt_id, version))
    if row is None or row.state != PromptState.DRAFT.value:
        raise PromptNotFound
    session.delete(row)
    session.flush()


# --- uses -----------------------------------------------------------------------------------------------------------


def add_use(session: Session, analysis_id: str, asked: PromptAsked) -> None:
    """Keep how an analysis, which is kept already, was asked for."""
    frame = insert(PromptFrameRow).values(sha256=asked.frame, system=asked.frame_system, user=asked.frame_user)
    session.execute(frame.on_conflict_do_nothing())
    values = asdict(asked) | {"analysis_id": analysis_id, "parameters": dict(asked.parameters)}
    (values["quotes_found"], values["quotes_offered"]) = values.pop("quotes")
    (values["items_agreed"], values["items_compared"]) = values.pop("items")
    values["asked_twice"] = int(asked.asked_twice)
    del values["frame_system"], values["frame_user"]
    session.add(PromptUseRow(**values))
    session.flush()


def use_of(session: Session, analysis_id: str) -> PromptAsked:
    """How an analysis was asked for. Raises RecordNotFound where no prompt was used or nothing of it was kept."""
    query = sa.select(PromptUseRow, PromptFrameRow).join(PromptFrameRow).where(PromptUseRow.analysis_id == analysis_id)
    found = session.execute(query).first()
    if found is None:
        raise RecordNotFound
    return _asked(found[0], found[1].system, found[1].user)


def uses(session: Session, prompt_id: str) -> list[UseLine]:
    """Every use of a prompt, oldest first, without its words; what is in the trash aside."""
    query = (
        sa.select(PromptUseRow, AnalysisRow.created_at, AnalysisRow.overall_score, LetterRow.fingerprint)
        .join(AnalysisRow, AnalysisRow.id == PromptUseRow.analysis_id)
        .join(LetterRow, LetterRow.id == AnalysisRow.letter_id)
        .where(PromptUseRow.prompt_id == prompt_id, ~in_trash())
        .order_by(AnalysisRow.created_at, AnalysisRow.id)
    )
    return [
        UseLine(row.analysis_id, as_moment(at), letter, score, _asked(row, "", ""))
        for row, at, score, letter in session.execute(query)
    ]


_PLAIN = (
    "prompt_id", "version", "version_sha256", "schema_id", "frame", "fence", "again", "again_version", "service",
    "host", "model_asked", "model", "request_sha256", "tokens_in", "tokens_out", "usd", "milliseconds", "status",
    "repairs", "problems", "confidence", "experiment",
)  # fmt: skip


def _asked(row: PromptUseRow, system: str, user: str) -> PromptAsked:
    plain: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    return PromptAsked(
        **plain,
        frame_system=system,
        frame_user=user,
        parameters=row.parameters,
        asked_twice=bool(row.asked_twice),
        quotes=(row.quotes_found, row.quotes_offered),
        items=(row.items_agreed, row.items_compared),
    )


# --- test runs ------------------------------------------------------------------------------------------------------


def add_test(session: Session, run: TestRun) -> None:
    """Keep a run."""
    values = asdict(run) | {"at": as_text(run.at), "results": [asdict(one) for one in run.results]}
    session.add(PromptTestRow(**values))
    session.flush()


def tests(session: Session, prompt_id: str) -> list[TestRun]:
    """Every run with versions of a prompt, newest first."""
    query = sa.select(PromptTestRow).where(PromptTestRow.prompt_id == prompt_id)
    return [_test(row) for row in session.scalars(query.order_by(PromptTestRow.at.desc(), PromptTestRow.id))]


def _test(row: PromptTestRow) -> TestRun:
    plain = {name: getattr(row, name) for name in TestRun.__dataclass_fields__ if name not in ("at", "results")}
    results = tuple(CaseResult(**one | {"failed": tuple(one["failed"])}) for one in row.results)
    return TestRun(**plain, at=as_moment(row.at), results=results)


# --- comparisons ----------------------------------------------------------------------------------------------------


def add_experiment(session: Session, one: Experiment) -> None:
    """Begin a comparison; the database refuses a second one of the same prompt."""
    values = asdict(one) | {"started_at": as_text(one.started_at), "ended_at": None}
    session.add(PromptExperimentRow(**values))
    session.flush()


def end_experiment(session: Session, one: Experiment) -> None:
    """End a comparison. Raises PromptNotFound."""
    row = session.get(PromptExperimentRow, one.id)
    if row is None or one.ended_at is None:
        raise PromptNotFound
    row.ended_at = as_text(one.ended_at)
    session.flush()


def experiments(session: Session, prompt_id: str) -> list[Experiment]:
    """Every comparison of a prompt, newest first."""
    query = sa.select(PromptExperimentRow).where(PromptExperimentRow.prompt_id == prompt_id)
    rows = session.scalars(query.order_by(PromptExperimentRow.started_at.desc(), PromptExperimentRow.id))
    return [_experiment(row) for row in rows]


def _experiment(row: PromptExperimentRow) -> Experiment:
    plain = {name: getattr(row, name) for name in Experiment.__dataclass_fields__ if not name.endswith("_at")}
    ended = as_moment(row.ended_at) if row.ended_at else None
    return Experiment(**plain, started_at=as_moment(row.started_at), ended_at=ended)
