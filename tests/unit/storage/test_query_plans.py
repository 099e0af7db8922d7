"""Every query of the screens goes through an index: captured as it runs, and explained by SQLite itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from nexus_desktop.models.audit_query import AuditFilter, AuditPlace
from nexus_desktop.models.search_models import terms_of
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.storage import search_index, trash
from nexus_desktop.storage.store import Store
from tests.unit.storage.stores import NOON, files, keep_many, opened, record

PLACE = AuditPlace(5, "2026-11-22T12:00:00.000000+00:00")
HOUR = timedelta(hours=1)
INDEXED = re.compile(r"INDEX|nexus_search VIRTUAL TABLE")
SORTS_A_FEW = {
    "same file again",
    "history of a letter",
    "analyses of a matter",
    "its next page  ",
}  # those of one file or matter


def searched(store: Store) -> None:
    terms = terms_of("knee service")
    with store.read() as session:
        found = search_index.find(session, terms)
        search_index.hits(session, terms, found.places)


def trashed(store: Store) -> None:
    with store.read() as session:
        trash.listed(session)


SCREENS: dict[str, Callable[[Store], object]] = {
    "list of analyses": lambda store: store.analyses(200),
    "its next page": lambda store: store.analyses(200, store.analyses(2)[-1]),
    "one analysis": lambda store: store.analysis(store.analyses(1)[0].id),
    "analyses of a matter": lambda store: store.analyses(200, matter_id="abc"),
    "its next page  ": lambda store: store.analyses(200, store.analyses(2)[-1], "abc"),
    "history of a letter": lambda store: store.same_letter("abc", 50),
    "same file again": lambda store: store.seen_before("abc"),
    "search": searched,
    "trash": trashed,
    "trail": lambda store: store.audit_entries(200),
    "its next page ": lambda store: store.audit_entries(200, PLACE),
    "trail by event": lambda store: store.audit_entries(200, PLACE, AuditFilter(act="letter_analyzed")),
    "trail by person": lambda store: store.audit_entries(200, PLACE, AuditFilter(actor="ann")),
    "trail of one analysis": lambda store: store.audit_entries(200, PLACE, AuditFilter(about=record().id)),
    "trail from a time on": lambda store: store.audit_entries(200, PLACE, AuditFilter(since=NOON - HOUR)),
    "trail up to a time": lambda store: store.audit_entries(200, PLACE, AuditFilter(until=NOON + HOUR)),
    "people": lambda store: AuditTrail(store).actors(),
    "number of entries": lambda store: AuditTrail(store).count(),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_reads_through_an_index(tmp_path: Path, screen: str) -> None:
    store = opened(tmp_path)
    keep_many(store, 4)
    seen: list[tuple[str, Any]] = []
    with store.use() as inside:
        engine = inside.database._reader
    sa.event.listen(
        engine, "before_cursor_execute", lambda c, cur, text, values, ctx, many: seen.append((text, values))
    )
    SCREENS[screen](store)
    queries = [(text, values) for text, values in seen if text.lstrip().startswith(("SELECT", "WITH"))]
    assert queries
    with inside.database.read() as session:
        for text, values in queries:
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
            steps = [str(row[-1]) for row in plan]
            scans = [step for step in steps if step.startswith("SCAN nexus_") and not INDEXED.search(step)]
            in_order = scans == ["SCAN nexus_audit"] and "ORDER BY nexus_audit.seq DESC" in text and "LIMIT" in text
            assert scans == [] or in_order, (text, steps)
            assert "USE TEMP B-TREE FOR ORDER BY" not in steps or screen in SORTS_A_FEW, (text, steps)
    store.close()


def test_the_check_of_plans_would_find_a_scan(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with store.read() as session:
        query = "EXPLAIN QUERY PLAN SELECT id FROM nexus_analyses WHERE condition = 'x' ORDER BY engine"
        steps = [str(row[-1]) for row in session.connection().exec_driver_sql(query)]
    assert steps[0] == "SCAN nexus_analyses"
    assert "USE TEMP B-TREE FOR ORDER BY" in steps
    assert files(tmp_path).exists
    store.close()
