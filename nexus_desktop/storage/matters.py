"""Matters and notes, in and out of the store. Every function runs in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import sqlalchemy as sa

from nexus_desktop.models.case_file import MatterLine
from nexus_desktop.models.errors import MatterNotFound, MatterTaken
from nexus_desktop.models.records import Matter, Note
from nexus_desktop.storage import case_files
from nexus_desktop.storage.repositories import as_moment, as_text
from nexus_desktop.storage.tables import AnalysisRow, LetterRow, MatterRow, NoteRow, in_trash

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add(session: Session, matter: Matter) -> None:
    """Keep a new matter. Raises MatterTaken."""
    _check_free(session, matter)
    session.add(
        MatterRow(
            id=matter.id,
            reference=matter.reference,
            client=matter.client,
            created_at=as_text(matter.created_at),
            closed_at=as_text(matter.closed_at) if matter.closed_at else None,
            keep_days=matter.keep_days,
            legal_hold=int(matter.legal_hold),
        )
    )
    session.flush()


def _check_free(session: Session, matter: Matter) -> None:
    taken = sa.select(MatterRow.id).where(MatterRow.reference == matter.reference, MatterRow.id != matter.id)
    if session.scalar(taken) is not None:
        raise MatterTaken


def change(session: Session, matter: Matter) -> None:
    """Keep what may change of a matter: its numbers, closing, days, hold. Raises MatterNotFound, MatterTaken."""
    row = session.get(MatterRow, matter.id)
    if row is None:
        raise MatterNotFound
    _check_free(session, matter)
    row.reference, row.client = matter.reference, matter.client
    row.closed_at = as_text(matter.closed_at) if matter.closed_at else None
    row.keep_days, row.legal_hold = matter.keep_days, matter.legal_hold
    session.flush()


def found(session: Session, name: str) -> Matter:
    """A matter by its id or the firm's number. Raises MatterNotFound."""
    row = session.scalar(sa.select(MatterRow).where((MatterRow.id == name) | (MatterRow.reference == name)))
    if row is None:
        raise MatterNotFound
    return _matter(row)


def listed(session: Session, client: str | None = None) -> list[Matter]:
    """Every matter, or those of one client, by number."""
    query = sa.select(MatterRow).order_by(MatterRow.reference)
    if client is not None:
        query = query.where(MatterRow.client == client)
    return [_matter(row) for row in session.scalars(query)]


def board(session: Session) -> list[MatterLine]:
    """Every matter with what is in it: open ones first, then by number."""
    held = (
        sa.select(
            LetterRow.matter_id,
            sa.func.count(sa.distinct(LetterRow.fingerprint)).label("letters"),
            sa.func.count(AnalysisRow.id).label("analyses"),
        )
        .join(AnalysisRow, AnalysisRow.letter_id == LetterRow.id)
        .where(LetterRow.matter_id.is_not(None), ~in_trash())
        .group_by(LetterRow.matter_id)
    )
    counts = {row.matter_id: (row.letters, row.analyses) for row in session.execute(held)}
    filed = case_files.kept_for(session)
    found = [MatterLine(one, *counts.get(one.id, (0, 0)), one.id in filed) for one in listed(session)]
    return sorted(found, key=lambda line: line.matter.closed_at is not None)


def delete(session: Session, matter_ids: Iterable[str]) -> None:
    """Take empty matters out, with their case files and notes."""
    matter_ids = list(matter_ids)
    case_files.delete(session, matter_ids)
    session.execute(sa.delete(MatterRow).where(MatterRow.id.in_(list(matter_ids))))


def assign(session: Session, letter_id: str, matter_id: str | None) -> None:
    """Put a letter, with its analyses, into a matter or out of one."""
    session.execute(sa.update(LetterRow).where(LetterRow.id == letter_id).values(matter_id=matter_id))


def matter_of(session: Session, letter_id: str) -> str | None:
    """Id of the matter a letter is in."""
    return session.scalar(sa.select(LetterRow.matter_id).where(LetterRow.id == letter_id))


def analyses_of(session: Session, matter_id: str) -> list[str]:
    """Ids of the analyses in a matter, oldest first, what is in the trash aside."""
    query = (
        sa.select(AnalysisRow.id)
        .join(LetterRow, AnalysisRow.letter_id == LetterRow.id)
        .where(LetterRow.matter_id == matter_id, ~in_trash())
        .order_by(AnalysisRow.created_at, AnalysisRow.id)
    )
    return list(session.scalars(query))


def _matter(row: MatterRow) -> Matter:
    return Matter(
        id=row.id,
        reference=row.reference,
        client=row.client,
        created_at=as_moment(row.created_at),
        closed_at=as_moment(row.closed_at) if row.closed_at else None,
        keep_days=row.keep_days,
        legal_hold=bool(row.legal_hold),
    )


# --- notes ------------------------------------------------------------------------------------------------------------


def add_note(session: Session, note: Note) -> None:
    """Keep a note on an analysis that is there."""
    session.add(
        NoteRow(
            id=note.id,
            analysis_id=note.analysis_id,
            created_at=as_text(note.created_at),
            author=note.author,
            text=note.text,
        )
    )
    session.flush()


def notes_of(session: Session, analysis_ids: Iterable[str]) -> list[Note]:
    """The notes on some analyses, oldest first."""
    query = sa.select(NoteRow).where(NoteRow.analysis_id.in_(list(analysis_ids)))
    return [
        Note(row.id, row.analysis_id, as_moment(row.created_at), row.author, row.text)
        for row in session.scalars(query.order_by(NoteRow.created_at, NoteRow.id))
    ]
