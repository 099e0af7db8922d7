"""The trash: analyses that are kept, but in no list, search or figure. Every function runs in the caller's transaction.

What is in it is out of the full-text search too, and comes back into it with its notes.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from nexus_desktop.models.retention_models import TrashLine
from nexus_desktop.storage import repositories, search_index
from nexus_desktop.storage.repositories import as_moment, as_text
from nexus_desktop.storage.tables import AnalysisRow, LetterRow, MatterRow, TrashRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def put(session: Session, analysis_id: str, at: datetime) -> None:
    """Move an analysis there that is in a list now."""
    search_index.remove(session, analysis_id)
    session.add(TrashRow(analysis_id=analysis_id, trashed_at=as_text(at)))
    session.flush()


def take_back(session: Session, analysis_id: str) -> None:
    """Put an analysis back that is in there. Raises AnalysisInvalid."""
    record = repositories.analysis(session, analysis_id, from_trash=True)
    session.execute(sa.delete(TrashRow).where(TrashRow.analysis_id == analysis_id))
    search_index.add(session, analysis_id, record.result)
    search_index.refresh_notes(session, analysis_id)


def listed(session: Session) -> list[TrashLine]:
    """Everything in it, the newest there first."""
    query = (
        sa.select(TrashRow, MatterRow.reference, MatterRow.legal_hold)
        .join(AnalysisRow, AnalysisRow.id == TrashRow.analysis_id)
        .join(LetterRow, LetterRow.id == AnalysisRow.letter_id)
        .join(MatterRow, MatterRow.id == LetterRow.matter_id, isouter=True)
        .order_by(TrashRow.trashed_at.desc(), TrashRow.analysis_id.desc())
    )
    rows = session.execute(query).all()
    lines = {one.id: one for one in repositories.analysis_lines(session, (row.analysis_id for row, *_ in rows))}
    return [
        TrashLine(lines[row.analysis_id], as_moment(row.trashed_at), reference, bool(held))
        for row, reference, held in rows
    ]


def count(session: Session) -> int:
    """How many there are."""
    return session.scalar(sa.select(sa.func.count()).select_from(TrashRow)) or 0
