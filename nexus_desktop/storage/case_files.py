"""Case files and notes of matters, in and out of the store. Every function runs in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

import sqlalchemy as sa
from pydantic import ValidationError

from nexus_desktop.models.case_file import CaseFile, MatterNote
from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.errors import CaseFileInvalid
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.storage.repositories import as_moment, as_text
from nexus_desktop.storage.tables import CaseFileRow, MatterNoteRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FIELDS = ("names", "ssn", "dob", "va_file")


def kept_for(session: Session) -> set[str]:
    """Ids of the matters that have a case file."""
    return set(session.scalars(sa.select(CaseFileRow.matter_id)))


def of_matter(session: Session, matter_id: str) -> CaseFile | None:
    """The case file of a matter; None where nothing is to be kept. Raises CaseFileInvalid."""
    row = session.get(CaseFileRow, matter_id)
    if row is None:
        return None
    try:
        facts = CaseFacts.model_validate(row.facts)
    except ValidationError as error:
        raise CaseFileInvalid(problems=error.error_count()) from None
    client = ClientFields(**{name: tuple(row.client.get(name, ())) for name in FIELDS})
    return CaseFile(matter_id, client, facts, as_moment(row.changed_at))


def keep(session: Session, file: CaseFile) -> None:
    """Keep a case file in place of the one there was."""
    client = {name: list(values) for name, values in asdict(file.client).items()}
    facts = file.facts.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    row = session.get(CaseFileRow, file.matter_id)
    if row is None:
        row = CaseFileRow(matter_id=file.matter_id)
        session.add(row)
    row.client, row.facts, row.changed_at = client, facts, as_text(file.changed_at)
    session.flush()


def forget(session: Session, matter_ids: Iterable[str]) -> None:
    """Take case files out; the notes stay."""
    session.execute(sa.delete(CaseFileRow).where(CaseFileRow.matter_id.in_(list(matter_ids))))


def delete(session: Session, matter_ids: Iterable[str]) -> None:
    """Take case files and notes out."""
    ids = list(matter_ids)
    forget(session, ids)
    session.execute(sa.delete(MatterNoteRow).where(MatterNoteRow.matter_id.in_(ids)))


# --- notes ------------------------------------------------------------------------------------------------------------


def add_note(session: Session, note: MatterNote) -> None:
    """Keep a note on a matter that is there."""
    session.add(
        MatterNoteRow(
            id=note.id,
            matter_id=note.matter_id,
            created_at=as_text(note.created_at),
            author=note.author,
            text=note.text,
        )
    )
    session.flush()


def notes_of(session: Session, matter_id: str) -> list[MatterNote]:
    """The notes on a matter, oldest first."""
    query = sa.select(MatterNoteRow).where(MatterNoteRow.matter_id == matter_id)
    return [_note(row) for row in session.scalars(query.order_by(MatterNoteRow.created_at, MatterNoteRow.id))]


def all_notes(session: Session) -> list[MatterNote]:
    """The notes on every matter, newest first."""
    return [_note(row) for row in session.scalars(sa.select(MatterNoteRow).order_by(MatterNoteRow.created_at.desc()))]


def _note(row: MatterNoteRow) -> MatterNote:
    return MatterNote(row.id, row.matter_id, as_moment(row.created_at), row.author, row.text)
