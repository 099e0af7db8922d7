"""Full-text search over de-identified letters, findings and notes: FTS5 in the encrypted database.

Ranking by BM25 counts every document that holds a word, which takes 0.1 s for a word that stands in 100,000 letters. So
a word that stands in more than ``CAP`` documents filters but does not rank, and where nothing rare is left to rank by,
the newest come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from nexus_desktop.models.analysis_models import NexusAnalysisResult
from nexus_desktop.models.search_models import Excerpt, SearchFound, SearchHit, Term
from nexus_desktop.models.validation import checked
from nexus_desktop.storage.repositories import analysis_lines, count_analyses
from nexus_desktop.storage.tables import AnalysisRow, DocumentRow, NoteRow, in_trash

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CAP = 2000
BATCH = 500
EXCERPT_WORDS = 18
NEAR = 20
"""Documents there are to each one wanted, up to which one pass over them is quicker than a look for each."""
_OPENING, _CLOSING = "\x02", "\x03"

_INSERT = sa.text(
    "INSERT INTO nexus_search(rowid, letter, findings, notes) "
    "SELECT id, letter, findings, notes FROM nexus_search_text WHERE id = :id"
)
_DELETE = sa.text(
    "INSERT INTO nexus_search(nexus_search, rowid, letter, findings, notes) "
    "SELECT 'delete', id, letter, findings, notes FROM nexus_search_text WHERE id = :id"
)


def findings_text(result: NexusAnalysisResult) -> str:
    """The words of a result that are worth finding: conditions, gates, what to ask, warnings."""
    words = [*result.connection.conditions, *(one.condition or "" for one in result.stated_opinions)]
    words += [f"{gate.title} {gate.reason}" for gate in result.compliance.gates]
    words += [f"{one.problem} {one.ask}" for one in result.recommendations]
    words += [*result.warnings, result.connection.theory.value, result.compliance.strength.value]
    return "\n".join(dict.fromkeys(word for word in words if word))


# --- keeping it up to date ------------------------------------------------------------------------------------------


def add(session: Session, analysis_id: str, result: NexusAnalysisResult | None, notes: str = "") -> None:
    """Index an analysis that is in its table already."""
    findings = findings_text(result) if result is not None else ""
    row = DocumentRow(analysis_id=analysis_id, findings=findings, notes=notes)
    session.add(row)
    session.flush()
    session.execute(_INSERT, {"id": row.id})


def remove(session: Session, analysis_id: str) -> None:
    """Take an analysis out, before its rows go."""
    place = session.scalar(sa.select(DocumentRow.id).where(DocumentRow.analysis_id == analysis_id))
    if place is not None:
        session.execute(_DELETE, {"id": place})
        session.execute(sa.delete(DocumentRow).where(DocumentRow.id == place))


def refresh_notes(session: Session, analysis_id: str) -> None:
    """Index the notes of an analysis as they are now."""
    place = session.scalar(sa.select(DocumentRow.id).where(DocumentRow.analysis_id == analysis_id))
    if place is None:
        return
    texts = session.scalars(
        sa.select(NoteRow.text).where(NoteRow.analysis_id == analysis_id).order_by(NoteRow.created_at, NoteRow.id)
    )
    notes = "\n".join(texts)
    session.execute(_DELETE, {"id": place})
    session.execute(sa.update(DocumentRow).where(DocumentRow.id == place).values(notes=notes))
    session.execute(_INSERT, {"id": place})


def _lacking() -> sa.Select[str, dict[str, Any]]:
    known = sa.select(DocumentRow.id).where(DocumentRow.analysis_id == AnalysisRow.id).exists()
    return sa.select(AnalysisRow.id, AnalysisRow.result).where(~known, ~in_trash())


def lacks_some(session: Session) -> bool:
    """Whether there are analyses that are not indexed, as after a migration. Those in the trash never are."""
    return count_analyses(session) != session.scalar(sa.select(sa.func.count()).select_from(DocumentRow))


def catch_up(session: Session) -> bool:
    """Index a batch of those, oldest first; whether there may be more."""
    rows = session.execute(_lacking().order_by(AnalysisRow.created_at, AnalysisRow.id).limit(BATCH)).all()
    for analysis_id, result in rows:
        add(session, analysis_id, checked(NexusAnalysisResult, result)[0])
    return len(rows) == BATCH


# --- finding --------------------------------------------------------------------------------------------------------


def find(session: Session, terms: tuple[Term, ...], matter_id: str | None = None) -> SearchFound:
    """Every analysis that has all the terms, at most ``CAP`` of them."""
    if not terms:
        return SearchFound((), ranked=False, cut=False)
    match = {"match": " AND ".join(_as_fts(term) for term in terms)}
    where, more = "nexus_search MATCH :match", {}
    if matter_id is not None:
        where += (
            " AND rowid IN (SELECT documents.id FROM nexus_documents AS documents "
            "JOIN nexus_analyses AS analyses ON analyses.id = documents.analysis_id "
            "JOIN nexus_letters AS letters ON letters.id = analyses.letter_id WHERE letters.matter_id = :matter)"
        )
        more = {"matter": matter_id}
    newest = sa.text(f"SELECT rowid FROM nexus_search WHERE {where} ORDER BY rowid DESC LIMIT {CAP + 1}")  # noqa: S608
    places = list(session.scalars(newest, match | more))
    if len(places) > CAP:
        return SearchFound(tuple(places[:CAP]), ranked=False, cut=True)
    rare = [term for term in terms if not _is_common(session, term)]
    if len(places) < 2 or not rare:
        return SearchFound(tuple(places), ranked=False, cut=False)
    ranking = sa.text("SELECT rowid FROM nexus_search WHERE nexus_search MATCH :match ORDER BY rank")
    wanted = set(places)
    order = session.scalars(ranking, {"match": " AND ".join(_as_fts(term) for term in rare)})
    return SearchFound(tuple(place for place in order if place in wanted), ranked=True, cut=False)


def hits(session: Session, terms: tuple[Term, ...], places: tuple[int, ...]) -> list[SearchHit]:
    """What stands at some places that were found, in their order."""
    rows = session.execute(sa.select(DocumentRow.id, DocumentRow.analysis_id).where(DocumentRow.id.in_(places)))
    analyses = {row.id: row.analysis_id for row in rows}
    lines = {line.id: line for line in analysis_lines(session, analyses.values())}
    excerpts = _excerpts(session, terms, places)
    return [
        SearchHit(lines[analyses[place]], excerpts.get(place, Excerpt("", ())))
        for place in places
        if analyses.get(place) in lines
    ]


def _excerpts(session: Session, terms: tuple[Term, ...], places: tuple[int, ...]) -> dict[int, Excerpt]:
    if not places:
        return {}
    first, last = min(places), max(places)
    near = last - first <= NEAR * len(places)
    where = "rowid BETWEEN :first AND :last AND +rowid IN :places" if near else "rowid IN :places"
    query = sa.text(
        f"SELECT rowid, snippet(nexus_search, -1, '{_OPENING}', '{_CLOSING}', '…', {EXCERPT_WORDS}) "  # noqa: S608
        f"FROM nexus_search WHERE nexus_search MATCH :match AND {where}"
    ).bindparams(sa.bindparam("places", expanding=True))
    match = " AND ".join(_as_fts(term) for term in terms)
    span = {"first": first, "last": last} if near else {}
    rows = session.execute(query, {"match": match, "places": list(places)} | span)
    return {row[0]: _marked(row[1]) for row in rows}


def _marked(text: str) -> Excerpt:
    plain, marked, start = "", [], 0
    for character in " ".join(text.split()):
        if character == _OPENING:
            start = len(plain)
        elif character == _CLOSING:
            marked.append((start, len(plain)))
        else:
            plain += character
    return Excerpt(plain, tuple(marked))


def _is_common(session: Session, term: Term) -> bool:
    query = sa.text(
        f"SELECT count(*) FROM (SELECT 1 FROM nexus_search WHERE nexus_search MATCH :match LIMIT {CAP + 1})"  # noqa: S608
    )
    return (session.scalar(query, {"match": _as_fts(term)}) or 0) > CAP


def _as_fts(term: Term) -> str:
    """A term in FTS5's language, in which everything but quoted text has a meaning of its own."""
    quoted = term.text.replace('"', '""').replace("\x00", " ")
    return f'"{quoted}"{"*" if term.prefix else ""}'
