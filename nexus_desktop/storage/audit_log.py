"""The audit trail in the database, and its head outside of it.

An entry is written in the transaction of the deed it tells of. After the commit the newest mac is also written to a
small file beside the database: an older database put back, or a shortened chain, then shows. Someone who puts back
both files together is not found out by this.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from nexus_desktop.models.audit_chain import (
    GENESIS,
    AuditAct,
    AuditEntry,
    AuditHead,
    Body,
    ChainReport,
    commit,
    seal,
    verify,
)
from nexus_desktop.models.errors import DatabaseDamaged
from nexus_desktop.runtime.atomic_file import write_atomically
from nexus_desktop.storage.database import Database
from nexus_desktop.storage.repositories import as_text
from nexus_desktop.storage.tables import AuditBodyRow, AuditRow

SALT_BYTES = 16


class AuditLog:
    """Appends to, lists and checks the chain. ``key`` is derived from the database key and kept in memory only."""

    def __init__(self, database: Database, key: bytes, head_file: Path, actor: str) -> None:
        self._database, self._key, self._head_file, self._actor = database, key, head_file, actor

    def append(self, session: Session, act: AuditAct, object_id: str, body: Body, at: datetime) -> AuditHead:
        """Add an entry to the caller's transaction. Give the returned head to ``anchor`` after the commit."""
        last = session.execute(sa.select(AuditRow.seq, AuditRow.mac).order_by(AuditRow.seq.desc()).limit(1)).first()
        seq, previous = (last.seq + 1, last.mac) if last else (1, GENESIS)
        salt, moment = secrets.token_bytes(SALT_BYTES), as_text(at)
        commitment = commit(body, salt)
        mac = seal(self._key, seq, moment, self._actor, act, object_id, commitment, previous)
        session.add(
            AuditRow(
                seq=seq,
                at=moment,
                actor=self._actor,
                act=act,
                object_id=object_id,
                commitment=commitment,
                previous=previous,
                mac=mac,
            )
        )
        session.flush()
        session.add(AuditBodyRow(seq=seq, salt=salt, body=dict(body)))
        return AuditHead(seq, mac)

    def anchor(self, head: AuditHead) -> None:
        """Remember the newest entry outside of the database. After a crash before this, the head is only older."""
        try:
            write_atomically(self._head_file, json.dumps({"seq": head.seq, "mac": head.mac}).encode())
        except OSError:
            return  # the entry is committed; a head that stays behind is no break in the chain

    def head(self) -> AuditHead | None:
        """The remembered head; None before the first entry. Raises DatabaseDamaged where the file is unreadable."""
        try:
            data = json.loads(self._head_file.read_bytes())
            return AuditHead(int(data["seq"]), str(data["mac"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DatabaseDamaged from error

    def newest(self, limit: int, before_seq: int | None = None) -> list[tuple[AuditEntry, Body]]:
        """A page of the trail, newest first."""
        query = (
            sa.select(AuditRow, AuditBodyRow.body)
            .join(AuditBodyRow, AuditBodyRow.seq == AuditRow.seq, isouter=True)
            .order_by(AuditRow.seq.desc())
            .limit(limit)
        )
        if before_seq is not None:
            query = query.where(AuditRow.seq < before_seq)
        with self._database.read() as session:
            return [(_entry(row), body or {}) for row, body in session.execute(query)]

    def about(self, object_ids: Sequence[str]) -> list[tuple[AuditEntry, Body]]:
        """Every entry about some objects, oldest first."""
        query = (
            sa.select(AuditRow, AuditBodyRow.body)
            .join(AuditBodyRow, AuditBodyRow.seq == AuditRow.seq, isouter=True)
            .where(AuditRow.object_id.in_(object_ids))
            .order_by(AuditRow.seq)
        )
        with self._database.read() as session:
            return [(_entry(row), body or {}) for row, body in session.execute(query)]

    def check(self) -> ChainReport:
        """Walk the whole chain against the remembered head; about a second for 100,000 entries."""
        try:
            head = self.head()
        except DatabaseDamaged:
            return ChainReport(0, 1, "the remembered head of the chain is damaged")
        with self._database.read() as session:
            rows = session.scalars(sa.select(AuditRow).order_by(AuditRow.seq).execution_options(yield_per=1000))
            bodies = {
                seq: (salt, body)
                for seq, salt, body in session.execute(
                    sa.select(AuditBodyRow.seq, AuditBodyRow.salt, AuditBodyRow.body)
                )
            }
            return verify(self._key, _entries(rows), bodies, head)


def _entries(rows: sa.ScalarResult[AuditRow]) -> Iterator[AuditEntry]:
    return (_entry(row) for row in rows)


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(
        row.seq, row.at, row.actor, AuditAct(row.act), row.object_id, row.commitment, row.previous, row.mac
    )
