"""Deleting for good: what is due, taking it out with a tombstone in the trail, and clearing what is left in the files.

What is in the trash is due so many days after it was put there, unless its matter is on legal hold. Of the rest, an
analysis in no matter is due so many days after it was made. One in a matter is due so many days after the matter was
closed; while it is open, or on legal hold, nothing in it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

from nexus_desktop.models.audit_chain import AuditAct, Body, purged_digest
from nexus_desktop.models.errors import OnLegalHold, PlanChanged
from nexus_desktop.models.retention_models import BY_TIME, TRASH_DAYS, PurgeCause, PurgeLine, PurgePlan, PurgeScope
from nexus_desktop.storage import case_files, matters, search_index
from nexus_desktop.storage.database import Database, database_errors
from nexus_desktop.storage.prompt_tables import PromptUseRow
from nexus_desktop.storage.repositories import as_moment, as_text
from nexus_desktop.storage.tables import (
    AnalysisRow,
    AuditBodyRow,
    AuditPurgedRow,
    AuditRow,
    AuditSubjectRow,
    LetterRow,
    MatterRow,
    NoteRow,
    OverrideRow,
    RetentionRow,
    TrashRow,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from nexus_desktop.models.records import Matter
    from nexus_desktop.storage.store import Deed

_V = TypeVar("_V")
BATCH = 500
"""Ids in one statement."""


def some_of(values: Iterable[_V]) -> Iterator[list[_V]]:
    """The values, so many at a time that one statement takes them."""
    rest = list(values)
    for start in range(0, len(rest), BATCH):
        yield rest[start : start + BATCH]


def keep_days(session: Session) -> int | None:
    """Days of the policy; None where everything is kept."""
    return session.scalar(sa.select(RetentionRow.keep_days))


def set_keep_days(session: Session, days: int | None) -> None:
    """Change the policy."""
    session.execute(sa.update(RetentionRow).values(keep_days=days))


# --- what would go ----------------------------------------------------------------------------------------------------


def plan(session: Session, scope: PurgeScope, now: datetime, backups: int, set_aside: int) -> PurgePlan:
    """What a purge would take now. Raises MatterNotFound."""
    due = _due(session, scope, now)
    going = [row for row in due if not row.legal_hold]
    lines = tuple(PurgeLine(row.id, as_moment(row.created_at), row.condition, row.reference) for row in going)
    letter_ids = {row.letter_id for row in going}
    emptied = _emptied(session, scope, now)
    filled = {row.matter_id for row in due}
    held = len(due) - len(going) + sum(one.legal_hold and one.id not in filled for one in emptied)
    return PurgePlan(
        scope=scope,
        lines=lines,
        letters=len(letter_ids),
        notes=_count(session, NoteRow, NoteRow.analysis_id, [line.analysis_id for line in lines]),
        matters=0 if held or scope.cause in BY_TIME else len(emptied),
        held=held,
        case_files=0 if held and scope.cause not in BY_TIME else len(_filed(session, emptied)),
        backups=backups,
        set_aside=set_aside,
        digest=_digest(line.analysis_id for line in lines),
    )


def _due(session: Session, scope: PurgeScope, now: datetime) -> Sequence[Any]:
    query = (
        sa.select(
            AnalysisRow.id,
            AnalysisRow.created_at,
            AnalysisRow.condition,
            AnalysisRow.letter_id,
            MatterRow.reference,
            sa.func.coalesce(MatterRow.legal_hold, 0).label("legal_hold"),
            MatterRow.keep_days,
            MatterRow.closed_at,
            LetterRow.matter_id,
        )
        .join(LetterRow, AnalysisRow.letter_id == LetterRow.id)
        .join(MatterRow, MatterRow.id == LetterRow.matter_id, isouter=True)
        .order_by(AnalysisRow.created_at, AnalysisRow.id)
    )
    if scope.cause is PurgeCause.MATTER:
        return session.execute(query.where(LetterRow.matter_id == matters.found(session, scope.subject).id)).all()
    if scope.cause is PurgeCause.CLIENT:
        return session.execute(query.where(MatterRow.client == scope.subject)).all()
    if scope.cause is PurgeCause.TRASH:
        day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        past = TrashRow.trashed_at < as_text(day - timedelta(days=TRASH_DAYS))
        return session.execute(query.join(TrashRow, TrashRow.analysis_id == AnalysisRow.id).where(past)).all()
    policy = keep_days(session)

    def is_due(row: Any) -> bool:  # noqa: ANN401
        days = row.keep_days or policy
        began = row.created_at if row.matter_id is None else row.closed_at
        return days is not None and began is not None and began < as_text(now - timedelta(days=days))

    return [row for row in session.execute(query) if is_due(row)]


def _emptied(session: Session, scope: PurgeScope, now: datetime) -> list[Matter]:
    """Matters that go with their analyses, where a person named them or their client; where letters merely grew old the
    matters stay, and lose what names the client: their case files and notes."""
    if scope.cause is PurgeCause.MATTER:
        return [matters.found(session, scope.subject)]
    if scope.cause is PurgeCause.CLIENT:
        return matters.listed(session, scope.subject)
    if scope.cause is PurgeCause.TRASH:
        return []
    policy = keep_days(session)

    def is_due(matter: Matter) -> bool:
        days = matter.keep_days or policy
        closed = matter.closed_at
        return days is not None and closed is not None and not matter.legal_hold and closed < now - timedelta(days=days)

    return [matter for matter in matters.listed(session) if is_due(matter)]


def _filed(session: Session, found: Iterable[Matter]) -> list[str]:
    """Ids of those that have a case file or a note."""
    filed = case_files.kept_for(session) | {note.matter_id for note in case_files.all_notes(session)}
    return [matter.id for matter in found if matter.id in filed]


def _count(session: Session, table: Any, column: Any, ids: Iterable[str]) -> int:  # noqa: ANN401
    query = sa.select(sa.func.count()).select_from(table)
    return sum(session.scalar(query.where(column.in_(some))) or 0 for some in some_of(ids))


def _digest(ids: Iterable[str]) -> str:
    return hashlib.sha256("".join(f"{one}\n" for one in sorted(ids)).encode()).hexdigest()


# --- taking it out ----------------------------------------------------------------------------------------------------


def purge(deed: Deed, wanted: PurgePlan) -> int:
    """Take out what a plan names, and tell it; the number of the entry that does.

    What the trail told of these records goes too; the chain still verifies, for the entry names what was emptied.
    Raises PlanChanged where other records are due by now, OnLegalHold where a matter or client is on hold.
    """
    session = deed.session
    now = plan(session, wanted.scope, deed.at, 0, 0)
    if now.digest != wanted.digest or now.case_files != wanted.case_files:
        raise PlanChanged
    if now.held and wanted.scope.cause not in BY_TIME:
        raise OnLegalHold(held=now.held)
    analyses = [line.analysis_id for line in now.lines]
    letters = _letters(session, analyses)
    emptied = _entries_about(session, [*analyses, *letters])
    body: Body = {
        "cause": wanted.scope.cause.value,
        "keep_days": keep_days(session) if wanted.scope.cause is PurgeCause.AGE else None,
        "analyses": len(analyses),
        "letters": len(letters),
        "notes": now.notes,
        "matters": now.matters,
        "case_files": now.case_files,
        "oldest": min((line.created_at for line in now.lines), default=deed.at).date().isoformat(),
        "newest": max((line.created_at for line in now.lines), default=deed.at).date().isoformat(),
        "records_sha256": now.digest,
        "entries": len(emptied),
        "entries_sha256": purged_digest(emptied),
    }
    head = deed.tell(AuditAct.RECORDS_PURGED, now.digest[:16], body, about=analyses)
    _empty(session, emptied, head.seq)
    _remove(session, analyses, letters)
    gone = [matter.id for matter in _emptied(session, wanted.scope, deed.at)]
    if now.matters:
        matters.delete(session, gone)
    elif now.case_files:
        case_files.delete(session, gone)
    session.execute(sa.update(RetentionRow).values(sweep_due=1))
    return head.seq


def _letters(session: Session, analyses: Iterable[str]) -> list[str]:
    """Letters of these analyses that no other analysis stands on."""
    found: set[str] = set()
    for some in some_of(analyses):
        found.update(session.scalars(sa.select(AnalysisRow.letter_id).where(AnalysisRow.id.in_(some))))
    going = set(analyses)
    needed: set[str] = set()
    for some in some_of(sorted(found)):
        rows = session.execute(sa.select(AnalysisRow.letter_id, AnalysisRow.id).where(AnalysisRow.letter_id.in_(some)))
        needed.update(row.letter_id for row in rows if row.id not in going)
    return sorted(found - needed)


def _entries_about(session: Session, ids: Iterable[str]) -> list[int]:
    """Entries that still tell something about these records, or about the work they came from, in rising order."""
    going, threads, numbers = set(ids), set[str](), set[int]()
    for some in some_of(sorted(going)):
        query = sa.select(AuditSubjectRow.thread).where(AuditSubjectRow.subject.in_(some)).distinct()
        threads.update(thread for thread in session.scalars(query) if thread is not None)
    for some in some_of(sorted(threads)):  # what an analysis that stays came from is still told
        rows = session.execute(
            sa.select(AnalysisRow.id, AnalysisRow.correlation_id).where(AnalysisRow.correlation_id.in_(some))
        )
        threads -= {row.correlation_id for row in rows if row.id not in going}
    subjects = going | threads
    kept_back = (AuditAct.RECORDS_PURGED.value, AuditAct.TRAIL_BEHIND.value)
    for some in some_of(sorted(subjects)):
        told = (
            sa.select(AuditBodyRow.seq)
            .join(AuditSubjectRow, AuditSubjectRow.seq == AuditBodyRow.seq)
            .join(AuditRow, AuditRow.seq == AuditBodyRow.seq)
            .where(AuditSubjectRow.subject.in_(some), AuditRow.act.not_in(kept_back))
        )
        numbers.update(session.scalars(told))
    return sorted(numbers)


def _empty(session: Session, numbers: Sequence[int], by_seq: int) -> None:
    for some in some_of(numbers):
        session.execute(sa.insert(AuditPurgedRow), [{"seq": seq, "by_seq": by_seq} for seq in some])
        session.execute(sa.delete(AuditBodyRow).where(AuditBodyRow.seq.in_(some)))


def _remove(session: Session, analyses: Sequence[str], letters: Sequence[str]) -> None:
    for analysis_id in analyses:
        search_index.remove(session, analysis_id)
    for some in some_of(analyses):
        session.execute(sa.delete(NoteRow).where(NoteRow.analysis_id.in_(some)))
        session.execute(sa.delete(PromptUseRow).where(PromptUseRow.analysis_id.in_(some)))
        session.execute(sa.delete(TrashRow).where(TrashRow.analysis_id.in_(some)))
        session.execute(sa.delete(OverrideRow).where(OverrideRow.analysis_id.in_(some)))
        session.execute(sa.delete(AnalysisRow).where(AnalysisRow.id.in_(some)))
    for some in some_of(letters):
        session.execute(sa.delete(LetterRow).where(LetterRow.id.in_(some)))


# --- clearing what is left --------------------------------------------------------------------------------------------


def sweep_is_due(session: Session) -> bool:
    """Whether a purge still has to be cleared out of journal and backups."""
    return bool(session.scalar(sa.select(RetentionRow.sweep_due)))


def swept(session: Session) -> None:
    """Remember that it was."""
    session.execute(sa.update(RetentionRow).values(sweep_due=0))


def rewrite(database: Database) -> None:
    """Write every page of the file anew, so that nothing deleted is left between the rows, and empty the journal.

    Only while nobody else has the database open. Takes memory for a copy of it, for temporary files stay in memory.
    """
    with database_errors(), closing(database.connect()) as connection:
        connection.execute("INSERT INTO nexus_search(nexus_search) VALUES('optimize')")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
