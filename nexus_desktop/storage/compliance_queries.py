"""What the store can say about redactions and reviews as a whole. Every function runs in the caller's transaction."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from nexus_desktop.models.compliance_record import RedactionWeek, Reviewer
from nexus_desktop.models.letter_models import PhiCategory
from nexus_desktop.storage.repositories import as_moment
from nexus_desktop.storage.tables import AuditBodyRow, AuditRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from nexus_desktop.models.audit_chain import Body

# SQLite counts weekdays from Sunday: on to the Sunday that ends the week, and back to the Monday that began it.
_WEEK = "date(substr(letter.created_at, 1, 10), 'weekday 0', '-6 days')"


def redaction_weeks(session: Session) -> list[RedactionWeek]:
    """Letters and places taken out by week, the newest week first; weeks without a letter are absent."""
    letters = session.execute(
        sa.text(f"SELECT {_WEEK} AS week, count(*) FROM nexus_letters AS letter GROUP BY week ORDER BY week DESC")  # noqa: S608
    )
    places = session.execute(
        sa.text(
            f"SELECT {_WEEK} AS week, place.key, sum(place.value) "  # noqa: S608
            "FROM nexus_letters AS letter, json_each(letter.redactions) AS place GROUP BY week, place.key"
        )
    )
    counts: dict[str, dict[PhiCategory, int]] = {}
    for week, category, count in places:
        counts.setdefault(week, {})[PhiCategory(category)] = int(count)
    return [RedactionWeek(date.fromisoformat(week), int(count), counts.get(week, {})) for week, count in letters]


def reviewers(session: Session) -> list[Reviewer]:
    """Who reviewed how many letters, and when last; most reviews first."""
    rows = session.execute(
        sa.select(AuditRow.actor, sa.func.count(), sa.func.max(AuditRow.at))
        .where(AuditRow.act == "letter_reviewed")
        .group_by(AuditRow.actor)
        .order_by(sa.func.count().desc(), AuditRow.actor)
    )
    return [Reviewer(actor, count, as_moment(newest)) for actor, count, newest in rows]


def newest_told(session: Session, act: str, object_id: str | None = None) -> tuple[datetime, Body] | None:
    """When the newest entry of an act was written, and what it tells; None where there is none."""
    query = (
        sa.select(AuditRow.at, AuditBodyRow.body)
        .join(AuditBodyRow, AuditBodyRow.seq == AuditRow.seq, isouter=True)
        .where(AuditRow.act == act)
        .order_by(AuditRow.seq.desc())
        .limit(1)
    )
    if object_id is not None:
        query = query.where(AuditRow.object_id == object_id)
    found = session.execute(query).first()
    return (as_moment(found.at), found.body or {}) if found is not None else None


def count_told(session: Session, act: str) -> int:
    """How many entries of an act there are."""
    return session.scalar(sa.select(sa.func.count()).select_from(AuditRow).where(AuditRow.act == act)) or 0
