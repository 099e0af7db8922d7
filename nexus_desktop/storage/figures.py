"""Figures by day, and what the kept analyses say together. Every function runs in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.figures import DailyFigure, Defect, PracticeFigures, Revisions, Share
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.storage import overrides
from nexus_desktop.storage.repositories import as_text
from nexus_desktop.storage.tables import AnalysisRow, DailyFigureRow, in_trash

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute, Session

MOST_CONDITIONS = 10


def add_figures(session: Session, figures: Iterable[DailyFigure]) -> None:
    """Add to what is kept of the same day, metric and label."""
    for one in figures:
        row = insert(DailyFigureRow).values(
            day=one.day.isoformat(), metric=one.metric, label=one.label, count=one.count, total=one.total
        )
        session.execute(
            row.on_conflict_do_update(
                index_elements=["day", "metric", "label"],
                set_={
                    "count": DailyFigureRow.count + row.excluded.count,
                    "total": DailyFigureRow.total + row.excluded.total,
                },
            )
        )


def figures_since(session: Session, first: date) -> list[DailyFigure]:
    """Every figure from a day on, in order of day, metric and label."""
    query = sa.select(DailyFigureRow).where(DailyFigureRow.day >= first.isoformat())
    rows = session.scalars(query.order_by(DailyFigureRow.day, DailyFigureRow.metric, DailyFigureRow.label))
    return [DailyFigure(date.fromisoformat(r.day), r.metric, r.label, r.count, r.total) for r in rows]


def forget_figures(session: Session, before: date) -> int:
    """Remove figures of days before one. Returns how many went."""
    gone = session.execute(sa.delete(DailyFigureRow).where(DailyFigureRow.day < before.isoformat()))
    return int(gone.rowcount)  # type: ignore[attr-defined]


def practice(session: Session, since: datetime) -> PracticeFigures:
    """What the analyses kept since a moment say together, what is in the trash aside."""
    kept = sa.and_(AnalysisRow.created_at >= as_text(since), ~in_trash())
    count, score, confidence = session.execute(
        sa.select(
            sa.func.count(), sa.func.avg(AnalysisRow.overall_score), sa.func.avg(AnalysisRow.confidence_score)
        ).where(kept)
    ).one()
    return PracticeFigures(
        analyses=count,
        mean_score=score,
        mean_confidence=confidence,
        strengths=_shares(session, AnalysisRow.strength, kept),
        theories=_shares(session, AnalysisRow.theory, kept),
        conditions=_shares(session, AnalysisRow.condition, kept)[:MOST_CONDITIONS],
        validations=_shares(session, AnalysisRow.validation_status, kept),
        defects=_defects(session, since),
        overridden=overrides.standing_by_item(session, since),
        revisions=_revisions(session, since),
        reading_ms=_mean(session, "letters_read", since),
        analyzing_ms=_mean(session, "letters_analyzed", since),
    )


def _mean(session: Session, metric: str, since: datetime) -> float | None:
    """What was measured per time, over the days from a moment on."""
    day = since.astimezone(UTC).date().isoformat()
    count, total = session.execute(
        sa.select(sa.func.sum(DailyFigureRow.count), sa.func.sum(DailyFigureRow.total)).where(
            DailyFigureRow.metric == metric, DailyFigureRow.day >= day
        )
    ).one()
    return total / count if count else None


def _revisions(session: Session, since: datetime) -> Revisions:
    """The latest comparison of each pair, out of the audit trail; one whose letters were purged is gone with them,
    and one with a letter in the trash does not count."""
    query = sa.text(
        "SELECT count(*), coalesce(sum(asked), 0), coalesce(sum(met), 0), coalesce(sum(partly), 0) FROM ("
        "SELECT json_extract(body, '$.asked') AS asked, json_extract(body, '$.met') AS met, "
        "json_extract(body, '$.partly') AS partly, max(nexus_audit.seq) "
        "FROM nexus_audit JOIN nexus_audit_bodies ON nexus_audit_bodies.seq = nexus_audit.seq "
        "WHERE nexus_audit.act = :act AND nexus_audit.at >= :since AND NOT EXISTS (SELECT 1 FROM nexus_trash "
        "WHERE analysis_id IN (nexus_audit.object_id, json_extract(body, '$.before'))) "
        "GROUP BY nexus_audit.object_id, json_extract(body, '$.before'))"
    )
    found = session.execute(query, {"act": AuditAct.REVISION_COMPARED.value, "since": as_text(since)}).one()
    return Revisions(*found)


def _shares(session: Session, column: InstrumentedAttribute[str], kept: sa.ColumnElement[bool]) -> tuple[Share, ...]:
    number = sa.func.count()
    query = sa.select(column, number).where(kept, column != "").group_by(column).order_by(number.desc(), column)
    return tuple(Share(word, count) for word, count in session.execute(query))


def _defects(session: Session, since: datetime) -> tuple[Defect, ...]:
    """Which questions to the doctor came up most, read out of the results themselves."""
    query = sa.text(
        "SELECT json_extract(ask.value, '$.item') AS item, count(*) AS letters, "
        "sum(json_extract(ask.value, '$.gain')) AS points "
        "FROM nexus_analyses, json_each(nexus_analyses.result, '$.recommendations') AS ask "
        "WHERE nexus_analyses.created_at >= :since "
        "AND NOT EXISTS (SELECT 1 FROM nexus_trash WHERE analysis_id = nexus_analyses.id) "
        "GROUP BY item ORDER BY letters DESC, points DESC, item"
    )
    return tuple(
        Defect(ItemId(item), letters, int(points))
        for item, letters, points in session.execute(query, {"since": as_text(since)})
    )
