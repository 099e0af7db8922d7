"""Disagreements with findings, in and out of the store. Every function runs in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from nexus_desktop.models.analysis_models import Grade
from nexus_desktop.models.figures import Share
from nexus_desktop.models.override_models import Override
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.storage.repositories import as_moment, as_text
from nexus_desktop.storage.tables import AnalysisRow, OverrideRow, in_trash


def add(session: Session, one: Override) -> None:
    """Keep a disagreement with an analysis that is there."""
    session.add(
        OverrideRow(
            analysis_id=one.analysis_id,
            item=one.item,
            grade=one.grade,
            reason=one.reason,
            author=one.author,
            created_at=as_text(one.created_at),
        )
    )
    session.flush()


def told_of(session: Session, analysis_ids: Iterable[str]) -> list[Override]:
    """Everything told about some analyses, in order of time."""
    query = sa.select(OverrideRow).where(OverrideRow.analysis_id.in_(list(analysis_ids))).order_by(OverrideRow.seq)
    return [
        Override(
            row.analysis_id,
            ItemId(row.item),
            Grade(row.grade) if row.grade is not None else None,
            row.reason,
            row.author,
            as_moment(row.created_at),
        )
        for row in session.scalars(query)
    ]


def standing_by_item(session: Session, since: datetime) -> tuple[Share, ...]:
    """How many analyses kept since a moment have each item graded otherwise by a person."""
    number = sa.func.count()
    query = (
        sa.select(OverrideRow.item, number)
        .join(AnalysisRow, AnalysisRow.id == OverrideRow.analysis_id)
        .where(AnalysisRow.created_at >= as_text(since), ~in_trash(), *_stands())
        .group_by(OverrideRow.item)
        .order_by(number.desc(), OverrideRow.item)
    )
    return tuple(Share(item, count) for item, count in session.execute(query))


def corrected(session: Session) -> frozenset[str]:
    """Ids of the analyses in which a person grades at least one item otherwise now."""
    return frozenset(session.scalars(sa.select(OverrideRow.analysis_id).where(*_stands())))


def _stands() -> tuple[sa.ColumnElement[bool], ...]:
    """Whether a disagreement is the last word on its item, and not taken back."""
    later = aliased(OverrideRow)
    replaced = sa.exists().where(
        later.analysis_id == OverrideRow.analysis_id, later.item == OverrideRow.item, later.seq > OverrideRow.seq
    )
    return OverrideRow.grade.is_not(None), ~replaced
