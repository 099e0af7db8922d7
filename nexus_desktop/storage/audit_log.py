"""The audit trail in the database. An entry is written in the transaction of the deed it tells of.

The key of the chain lies in the database itself, so that it stays when the database is given another key.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from nexus_desktop.models.audit_chain import (
    GENESIS,
    AuditAct,
    AuditEntry,
    AuditHead,
    Body,
    ChainReport,
    Told,
    commit,
    digest,
    linked,
    seal,
    verify,
)
from nexus_desktop.models.audit_query import AuditFilter, AuditPlace
from nexus_desktop.models.errors import DatabaseDamaged
from nexus_desktop.models.phrases import phrase
from nexus_desktop.storage.audit_heads import BESIDE, AuditHeads
from nexus_desktop.storage.repositories import as_text
from nexus_desktop.storage.tables import ActRow, AuditBodyRow, AuditPurgedRow, AuditRow, AuditSubjectRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SALT_BYTES = 16
ID_LENGTH = 36
BATCH = 1000
LOST = phrase("an entry was taken out of the list of what it is about")
TOLD_IDS = ("correlation_id", "analysis_id", "letter_id", "matter_id")
"""Fields of a body that name what an entry is about."""

_COLUMNS = (
    AuditRow.seq,
    AuditRow.at,
    AuditRow.actor,
    AuditRow.act,
    AuditRow.object_id,
    AuditRow.commitment,
    AuditRow.previous,
    AuditRow.mac,
    AuditRow.link,
    AuditBodyRow.salt,
    sa.type_coerce(AuditBodyRow.body, sa.String).label("text"),
    AuditPurgedRow.by_seq,
)

_LAST = sa.select(AuditRow.seq, AuditRow.mac, AuditRow.link).order_by(AuditRow.seq.desc()).limit(1)
_INSERT_ENTRY = sa.insert(AuditRow)
_INSERT_BODY = sa.insert(AuditBodyRow)
_INSERT_SUBJECT = sa.insert(AuditSubjectRow)


def know_the_acts(session: Session, *, add: bool = True) -> bool:
    """Put today's words for what can be told into the database; whether they were all there."""
    known = set(session.scalars(sa.select(ActRow.act)))
    lacking = [act.value for act in AuditAct if act.value not in known]
    if lacking and add:
        session.add_all(ActRow(act=act) for act in lacking)
        session.flush()
    return not lacking


class AuditLog:
    """Appends to, lists and checks the chain; every method runs in the caller's transaction."""

    def __init__(self, key: bytes, heads: AuditHeads, actor: str) -> None:
        self._key, self._actor = key, actor
        self.heads = heads

    # --- writing -------------------------------------------------------------------------------------------------

    def append(
        self, session: Session, act: AuditAct, object_id: str, body: Body, at: datetime, about: Iterable[str] = ()
    ) -> AuditHead:
        """Add an entry. Give the returned head to ``heads.remember`` after the commit.

        ``about`` names further things the entry is found by, beside its object and the ids in its body.
        """
        run = session.connection().execute  # an entry is no object of the session: a third of the time
        last = run(_LAST).first()
        seq, mac, link = (last.seq + 1, last.mac, last.link) if last else (1, GENESIS, GENESIS)
        salt = secrets.token_bytes(SALT_BYTES)
        fields = (seq, as_text(at), self._actor, act.value, object_id, commit(body, salt))
        head = AuditHead(seq, seal(self._key, fields, mac), linked(link, digest(fields)))
        names = ("seq", "at", "actor", "act", "object_id", "commitment")
        sealed = {"previous": mac, "mac": head.mac, "link": head.link}
        run(_INSERT_ENTRY, dict(zip(names, fields, strict=True)) | sealed)
        run(_INSERT_BODY, {"seq": seq, "salt": salt, "body": dict(body)})
        thread = _thread(act, object_id, body)
        subjects = {str(body[name]) for name in TOLD_IDS if body.get(name)} | set(about)
        if len(object_id) == ID_LENGTH:
            subjects.add(object_id)
        if subjects:
            run(_INSERT_SUBJECT, [{"subject": one, "seq": seq, "thread": thread} for one in sorted(subjects)])
        return head

    # --- looking -------------------------------------------------------------------------------------------------

    def page(self, session: Session, limit: int, wanted: AuditFilter, after: AuditPlace | None = None) -> list[Told]:
        """Entries that meet a filter, newest first, found through an index whatever the filter."""
        query = _told().limit(limit)
        if wanted.act is not None:
            query = query.where(AuditRow.act == wanted.act)
        if wanted.actor is not None:
            query = query.where(AuditRow.actor == wanted.actor)
        if wanted.about is not None:
            query = query.where(AuditRow.seq.in_(_about(session, wanted.about)))
        if wanted.since is not None:
            query = query.where(AuditRow.at >= as_text(wanted.since))
        if wanted.until is not None:
            query = query.where(AuditRow.at < as_text(wanted.until))
        if wanted.by_time:
            query = query.order_by(AuditRow.at.desc(), AuditRow.seq.desc())
            if after is not None:
                place = sa.tuple_(sa.literal(after.at), sa.literal(after.seq))
                query = query.where(sa.tuple_(AuditRow.at, AuditRow.seq) < place)
        else:
            query = query.order_by(AuditRow.seq.desc())
            if after is not None:
                query = query.where(AuditRow.seq < after.seq)
        return [_as_told(row) for row in session.execute(query)]

    def newest_seq(self, session: Session) -> int:
        """How many entries there are; their numbers have no gaps."""
        return session.scalar(sa.select(sa.func.max(AuditRow.seq))) or 0

    def actors(self, session: Session) -> list[str]:
        """Everyone who ever did something, found by leaps through the index."""
        found: list[str] = []
        query = sa.select(sa.func.min(AuditRow.actor))
        actor = session.scalar(query)
        while actor is not None:
            found.append(actor)
            actor = session.scalar(query.where(AuditRow.actor > actor))
        return found

    def all(self, session: Session, after_seq: int = 0) -> Iterator[Told]:
        """The chain from its start, or from behind an entry, in batches."""
        query = _told().where(AuditRow.seq > sa.bindparam("after")).order_by(AuditRow.seq)
        text = str(query.compile(session.connection()))  # bare rows of the driver: a fifth of the time, for a million
        rows = session.connection().exec_driver_sql(text, (after_seq,))
        return (_as_told(row) for batch in rows.partitions(BATCH) for row in batch)

    # --- checking ------------------------------------------------------------------------------------------------

    def check(
        self, session: Session, after_seq: int = 0, watch: Callable[[int], None] = lambda _seq: None
    ) -> ChainReport:
        """Walk the chain, whole or behind an entry, against the remembered heads; 12 µs an entry.

        The whole chain also against the list of what entries are about, which costs a quarter more.
        """
        try:
            heads = self.heads.remembered(lambda: self.newest_seq(session))
        except DatabaseDamaged:
            return ChainReport(0, 1, "the remembered head of the chain is damaged or gone")
        if after_seq <= 0:
            report = verify(self._key, self.all(session), heads, watch)
            lost = _not_to_be_found(session) if report.broken_at is None else None
            return report if lost is None else ChainReport(report.entries, lost, LOST)
        (after,) = self.page(session, 1, AuditFilter(), AuditPlace(after_seq + 1, ""))
        gaps = _unanswered(session, after_seq)
        return verify(self._key, self.all(session, after_seq), heads, watch, after.entry, gaps)

    def check_copy(self, session: Session) -> ChainReport:
        """Walk the chain in a copy of the database, which may be older than the remembered heads."""
        return verify(self._key, self.all(session))

    def missing(self, session: Session) -> list[AuditHead]:
        """Remembered heads that are not in the chain: it was shortened, replaced, or an older database put back.

        ``session`` must not have read anything yet: what it sees is what was there at its first look.
        A remembered head that is itself damaged or gone counts as one that expects entry 0.
        """
        try:
            heads = self.heads.remembered(lambda: self.newest_seq(session))
        except DatabaseDamaged:
            return [AuditHead(0, "", place=f"{BESIDE}, damaged or gone")]
        return [head for head in heads if not self._holds(session, head)]

    def _holds(self, session: Session, head: AuditHead) -> bool:
        mac = session.scalar(sa.select(AuditRow.mac).where(AuditRow.seq == head.seq))
        return head.seq == 0 or mac == head.mac


def _told() -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(*_COLUMNS)
        .join(AuditBodyRow, AuditBodyRow.seq == AuditRow.seq, isouter=True)
        .join(AuditPurgedRow, AuditPurgedRow.seq == AuditRow.seq, isouter=True)
    )


def _as_told(row: sa.Row[*tuple[Any, ...]]) -> Told:
    return Told(AuditEntry(*row[:9]), row[9], row[10], row[11])


def _thread(act: AuditAct, object_id: str, body: Body) -> str | None:
    """The correlation id of the work an entry belongs to."""
    if act in (AuditAct.LETTER_IMPORTED, AuditAct.LETTER_REVIEWED):
        return object_id
    told = body.get("correlation_id")
    return str(told) if told else None


def _unanswered(session: Session, until: int) -> list[int]:
    """Entries up to one that tell of missing history and that nobody had acknowledged by then."""
    acts = (AuditAct.TRAIL_BEHIND.value, AuditAct.TRAIL_ACKNOWLEDGED.value)
    query = sa.select(AuditRow.seq, AuditRow.act, AuditRow.object_id).where(AuditRow.act.in_(acts))
    rows = session.execute(query.where(AuditRow.seq <= until).order_by(AuditRow.seq)).all()
    answered = {row.object_id for row in rows if row.act == AuditAct.TRAIL_ACKNOWLEDGED.value}
    return [row.seq for row in rows if row.act == AuditAct.TRAIL_BEHIND.value and str(row.seq) not in answered]


def _not_to_be_found(session: Session) -> int | None:
    """The first entry that is not among those on what it is about; None where all are.

    The chain does not bind this index: without a look at it, an entry could be hidden from whoever follows an analysis.
    """
    named = sa.select(AuditRow.object_id.label("subject"), AuditRow.seq)
    told = [named.where(sa.func.length(AuditRow.object_id) == ID_LENGTH)]
    for name in TOLD_IDS:
        subject = sa.func.json_extract(AuditBodyRow.body, f"$.{name}")
        told.append(sa.select(subject.label("subject"), AuditBodyRow.seq).where(subject != ""))
    lost = []
    for one in (query.subquery() for query in told):
        listed = sa.exists().where(AuditSubjectRow.subject == one.c.subject, AuditSubjectRow.seq == one.c.seq)
        lost.append(session.scalar(sa.select(sa.func.min(one.c.seq)).where(~listed)))
    return min((seq for seq in lost if seq is not None), default=None)


def _about(session: Session, subject: str) -> sa.Select[int]:
    """Numbers of all entries on a subject and on the work it came from."""
    rows = sa.select(AuditSubjectRow.thread).where(AuditSubjectRow.subject == subject).distinct()
    threads = {thread for thread in session.scalars(rows) if thread is not None}
    analyses = session.scalars(
        sa.select(AuditRow.object_id)
        .join(AuditSubjectRow, AuditSubjectRow.seq == AuditRow.seq)
        .where(AuditSubjectRow.subject.in_(threads), AuditRow.act == AuditAct.LETTER_ANALYZED.value)
    )
    subjects = {subject, *threads, *analyses}
    return sa.select(AuditSubjectRow.seq).where(AuditSubjectRow.subject.in_(subjects)).distinct()
