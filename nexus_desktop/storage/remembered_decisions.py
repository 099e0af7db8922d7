"""Remembered decisions, in and out of the store. Every function runs in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import sqlalchemy as sa

from nexus_desktop.models.letter_models import PhiCategory, Verdict
from nexus_desktop.models.remembered_models import FieldKind, FieldMark, RememberedDecision, RememberedKind
from nexus_desktop.storage.repositories import as_moment, as_text
from nexus_desktop.storage.tables import RememberedDecisionRow, RememberedFieldRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def clients_with(session: Session, marks: Iterable[FieldMark]) -> dict[str, frozenset[FieldMark]]:
    """Every client that shares a field, with all fields known of each."""
    wanted = [mark.mark for mark in marks]
    sharing = sa.select(RememberedFieldRow.client_id).where(RememberedFieldRow.mark.in_(wanted))
    rows = session.execute(
        sa.select(RememberedFieldRow.client_id, RememberedFieldRow.kind, RememberedFieldRow.mark).where(
            RememberedFieldRow.client_id.in_(sharing)
        )
    )
    found: dict[str, set[FieldMark]] = {}
    for client_id, kind, mark in rows:
        found.setdefault(client_id, set()).add(FieldMark(FieldKind(kind), mark))
    return {client_id: frozenset(fields) for client_id, fields in found.items()}


def add_fields(session: Session, client_id: str, marks: Iterable[FieldMark]) -> None:
    """Know a client by these fields too."""
    for one in marks:
        session.merge(RememberedFieldRow(mark=one.mark, client_id=client_id, kind=one.kind))


def decisions_of(session: Session, client_id: str) -> list[RememberedDecision]:
    """All that is remembered of a client."""
    rows = session.scalars(
        sa.select(RememberedDecisionRow)
        .where(RememberedDecisionRow.client_id == client_id)
        .order_by(RememberedDecisionRow.mark)
    )
    return [
        RememberedDecision(
            mark=row.mark,
            kind=RememberedKind(row.kind),
            category=PhiCategory(row.category),
            verdict=Verdict(row.verdict),
            word_count=row.word_count,
            by=row.by,
            at=as_moment(row.at),
        )
        for row in rows
    ]


def keep(session: Session, client_id: str, decisions: Iterable[RememberedDecision]) -> None:
    """Remember decisions; one about the same words takes the place of the one before."""
    for one in decisions:
        session.merge(
            RememberedDecisionRow(
                client_id=client_id,
                mark=one.mark,
                kind=one.kind,
                category=one.category,
                verdict=one.verdict,
                word_count=one.word_count,
                by=one.by,
                at=as_text(one.at),
            )
        )


def forget(session: Session, client_id: str, marks: Iterable[str]) -> int:
    """Forget some decisions of a client. Returns how many there were."""
    statement = sa.delete(RememberedDecisionRow).where(
        RememberedDecisionRow.client_id == client_id, RememberedDecisionRow.mark.in_(list(marks))
    )
    return session.connection().execute(statement).rowcount


def forget_client(session: Session, client_id: str) -> int:
    """Forget a client and every decision. Returns how many decisions there were."""
    decisions = sa.delete(RememberedDecisionRow).where(RememberedDecisionRow.client_id == client_id)
    gone = session.connection().execute(decisions).rowcount
    session.execute(sa.delete(RememberedFieldRow).where(RememberedFieldRow.client_id == client_id))
    return gone


def count(session: Session) -> tuple[int, int]:
    """How many clients and how many decisions are remembered."""
    clients = session.scalar(sa.select(sa.func.count(RememberedFieldRow.client_id.distinct()))) or 0
    return clients, session.scalar(sa.select(sa.func.count()).select_from(RememberedDecisionRow)) or 0
