"""Letters and analyses, in and out of the store. Every method runs in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from nexus_desktop.models.analysis_models import NexusAnalysisResult, Polarity, Standard, Theory
from nexus_desktop.models.errors import AnalysisInvalid, RecordInTrash, RecordNotFound
from nexus_desktop.models.letter_models import LetterKind, Level
from nexus_desktop.models.records import AnalysisLine, AnalysisRecord, LetterRecord
from nexus_desktop.models.rubric_models import Strength
from nexus_desktop.models.validation import Problem, Validation, ValidationStatus, checked
from nexus_desktop.storage.tables import AnalysisRow, LetterRow, StoreRow, TrashRow, in_trash

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def as_text(moment: datetime) -> str:
    """UTC in ISO 8601 with microseconds: sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def as_moment(text: str) -> datetime:
    """What ``as_text`` wrote."""
    return datetime.fromisoformat(text)


def create_store(session: Session, store_id: str, at: datetime) -> None:
    """Mark a new database with its identity."""
    session.add(StoreRow(id=1, store_id=store_id, created_at=as_text(at)))


def store_id(session: Session) -> str | None:
    """The identity of the store; None in one that was only begun."""
    return session.scalar(sa.select(StoreRow.store_id))


def add_letter(session: Session, letter: LetterRecord) -> None:
    """Keep a de-identified letter."""
    session.add(
        LetterRow(
            id=letter.id,
            fingerprint=letter.fingerprint,
            kind=letter.kind,
            level=letter.level,
            text=letter.text,
            redactions=letter.redactions,
            pages=letter.pages,
            created_at=as_text(letter.created_at),
            matter_id=letter.matter_id,
        )
    )


def add_analysis(session: Session, record: AnalysisRecord) -> None:
    """Keep an analysis of a letter that is kept already."""
    result = record.result
    session.add(
        AnalysisRow(
            id=record.id,
            correlation_id=record.correlation_id,
            letter_id=record.letter.id,
            created_at=as_text(record.created_at),
            engine=record.engine,
            engine_version=record.engine_version,
            prompt_version=record.prompt_version,
            condition="; ".join(result.connection.conditions),
            theory=result.connection.theory,
            polarity=result.opinion.polarity,
            standard=result.opinion.standard,
            strength=result.compliance.strength,
            overall_score=result.overall_score,
            confidence_score=result.confidence,
            validation_status=record.validation.status,
            validation_errors=[problem.model_dump() for problem in record.validation.problems],
            result=result.model_dump(mode="json"),
        )
    )


def analysis(session: Session, analysis_id: str, *, from_trash: bool = False) -> AnalysisRecord:
    """A whole analysis. Raises RecordNotFound, RecordInTrash unless it may come ``from_trash``, or AnalysisInvalid
    where the stored result breaks today's rules."""
    found = session.execute(
        sa.select(AnalysisRow, LetterRow, TrashRow.trashed_at)
        .join(LetterRow, AnalysisRow.letter_id == LetterRow.id)
        .join(TrashRow, TrashRow.analysis_id == AnalysisRow.id, isouter=True)
        .where(AnalysisRow.id == analysis_id)
    ).first()
    if found is None:
        raise RecordNotFound
    row, letter, trashed_at = found
    if trashed_at is not None and not from_trash:
        raise RecordInTrash
    result, validation = checked(NexusAnalysisResult, row.result)
    if result is None:
        raise AnalysisInvalid(problems=len(validation.problems))
    return AnalysisRecord(
        id=row.id,
        correlation_id=row.correlation_id,
        created_at=as_moment(row.created_at),
        engine=row.engine,
        engine_version=row.engine_version,
        prompt_version=row.prompt_version,
        letter=_letter(letter),
        validation=Validation(
            status=ValidationStatus(row.validation_status),
            problems=tuple(Problem(**problem) for problem in row.validation_errors),
        ),
        result=result,
        trashed_at=as_moment(trashed_at) if trashed_at is not None else None,
    )


def _letter(row: LetterRow) -> LetterRecord:
    return LetterRecord(
        id=row.id,
        fingerprint=row.fingerprint,
        kind=LetterKind(row.kind),
        level=Level(row.level),
        text=row.text,
        redactions=dict(row.redactions),
        pages=row.pages,
        created_at=as_moment(row.created_at),
        matter_id=row.matter_id,
    )


_LINE = (
    AnalysisRow.id,
    AnalysisRow.created_at,
    AnalysisRow.condition,
    AnalysisRow.theory,
    AnalysisRow.polarity,
    AnalysisRow.standard,
    AnalysisRow.strength,
    AnalysisRow.overall_score,
    AnalysisRow.confidence_score,
    AnalysisRow.validation_status,
    LetterRow.level,
)


def newest_analyses(
    session: Session, limit: int, before: AnalysisLine | None = None, matter_id: str | None = None
) -> list[AnalysisLine]:
    """A page of the list, of one matter or all, newest first; the next page begins after ``before``."""
    query = (
        sa.select(*_LINE)
        .join(LetterRow, AnalysisRow.letter_id == LetterRow.id)
        .where(~in_trash())
        .order_by(AnalysisRow.created_at.desc(), AnalysisRow.id.desc())
        .limit(limit)
    )
    if matter_id is not None:
        query = query.where(LetterRow.matter_id == matter_id)
    if before is not None:
        place = sa.tuple_(AnalysisRow.created_at, AnalysisRow.id)
        query = query.where(place < sa.tuple_(sa.literal(as_text(before.created_at)), sa.literal(before.id)))
    return [_line(row) for row in session.execute(query)]


def analysis_lines(session: Session, analysis_ids: Iterable[str]) -> list[AnalysisLine]:
    """Rows of the list for some analyses, in no order."""
    query = sa.select(*_LINE).join(LetterRow, AnalysisRow.letter_id == LetterRow.id)
    return [_line(row) for row in session.execute(query.where(AnalysisRow.id.in_(list(analysis_ids))))]


def _line(row: sa.Row[*tuple[Any, ...]]) -> AnalysisLine:
    return AnalysisLine(
        id=row.id,
        created_at=as_moment(row.created_at),
        condition=row.condition,
        theory=Theory(row.theory),
        polarity=Polarity(row.polarity),
        standard=Standard(row.standard),
        strength=Strength(row.strength),
        overall_score=row.overall_score,
        confidence=row.confidence_score,
        validation_status=ValidationStatus(row.validation_status),
        level=Level(row.level),
    )


def seen_before(session: Session, fingerprint: str) -> str | None:
    """The newest analysis of the same file, or None."""
    query = (
        sa.select(AnalysisRow.id)
        .join(LetterRow, AnalysisRow.letter_id == LetterRow.id)
        .where(LetterRow.fingerprint == fingerprint, ~in_trash())
        .order_by(AnalysisRow.created_at.desc())
        .limit(1)
    )
    return session.scalar(query)


def same_letter(session: Session, fingerprint: str, limit: int) -> list[AnalysisLine]:
    """Analyses of the same file, newest first."""
    query = (
        sa.select(*_LINE)
        .join(LetterRow, AnalysisRow.letter_id == LetterRow.id)
        .where(LetterRow.fingerprint == fingerprint, ~in_trash())
        .order_by(AnalysisRow.created_at.desc(), AnalysisRow.id.desc())
        .limit(limit)
    )
    return [_line(row) for row in session.execute(query)]


def count_analyses(session: Session, *, with_trash: bool = False) -> int:
    """How many analyses are kept, what is in the trash aside."""
    kept, trashed = (session.scalar(sa.select(sa.func.count()).select_from(table)) for table in (AnalysisRow, TrashRow))
    return (kept or 0) - (0 if with_trash else trashed or 0)


def redaction_totals(session: Session) -> dict[str, int]:
    """How many places were taken out in all kept letters, by category, what is in the trash aside."""
    totals: dict[str, int] = {}
    stands = sa.exists().where(AnalysisRow.letter_id == LetterRow.id, ~in_trash())
    for redactions in session.scalars(sa.select(LetterRow.redactions).where(stands)):
        for category, count in redactions.items():
            totals[category] = totals.get(category, 0) + count
    return dict(sorted(totals.items()))
