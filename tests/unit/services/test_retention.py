"""Deleted for good: what is due and what is not, the tombstone, and that nothing of it is left in any file."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from nexus_desktop.models import errors
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.backup_models import BackupReason
from nexus_desktop.models.records import AnalysisRecord, Note
from nexus_desktop.models.retention_models import PurgeCause, PurgeScope
from nexus_desktop.models.search_models import terms_of
from nexus_desktop.services.retention import Retention
from nexus_desktop.storage import container, matters, search_index
from nexus_desktop.storage.store import Store
from tests.unit.services.stores import backups_of, matters_of, quiet, retention_of
from tests.unit.storage.raw_pages import database_pages, holds, journal_pages
from tests.unit.storage.stores import KEY, NOON, files, opened, record

BY_AGE = PurgeScope(PurgeCause.AGE)
SECRET = "Xylographicum"
NOTE = "Quincunxial"


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(tmp_path: Path, watch: Watch) -> Store:
    return opened(tmp_path, clock=watch)


def kept(store: Store, days_ago: int = 0, text: str = "A letter.", **more: Any) -> AnalysisRecord:
    """An analysis made so many days ago, with its import and a view of it."""
    one = record()
    at = NOON - timedelta(days=days_ago)
    one = replace(one, created_at=at, letter=replace(one.letter, created_at=at, text=text, **more))
    store.keep_import(one.correlation_id, {"kind": "pdf", "fingerprint": one.letter.fingerprint})
    told = {"correlation_id": one.correlation_id, "letter_id": one.letter.id}
    store.keep_analysis(one, {"redacted": 5}, told)
    store.tell(AuditAct.ANALYSIS_VIEWED, one.id, {})
    return one


def left(store: Store) -> set[str]:
    return {line.id for line in store.analyses(100)}


def purge(retention: Retention, scope: PurgeScope = BY_AGE) -> Any:
    return retention.purge(retention.plan(scope), quiet, Event())


# --- what is due ------------------------------------------------------------------------------------------------------


def test_without_a_policy_everything_is_kept(store: Store) -> None:
    kept(store, days_ago=10_000)
    assert retention_of(store).due().lines == ()
    store.close()


def test_by_age_the_old_go_and_the_young_stay(store: Store) -> None:
    old, young = kept(store, days_ago=31), kept(store, days_ago=29)
    retention = retention_of(store)
    retention.set_keep_days(30)
    plan = retention.due()
    assert [line.analysis_id for line in plan.lines] == [old.id]
    assert (plan.letters, plan.held) == (1, 0)
    assert left(store) == {old.id, young.id}  # a dry run takes nothing
    purged = purge(retention)
    assert (purged.analyses, purged.clean) == (1, True)
    assert left(store) == {young.id}
    assert store.check_chain().intact
    store.close()


def test_in_a_matter_the_days_begin_when_it_is_closed(store: Store, watch: Watch) -> None:
    one = kept(store, days_ago=500)
    retention, cases = retention_of(store), matters_of(store)
    retention.set_keep_days(30)
    matter = cases.create("2026-014", "C-7")
    cases.assign(one.id, matter.reference)
    assert retention.due().lines == ()
    cases.close(matter.id)
    watch.now += timedelta(days=29)
    assert retention.due().lines == ()
    watch.now += timedelta(days=2)
    assert len(retention.due().lines) == 1
    cases.keep_for(matter.id, 60)
    assert retention.due().lines == ()
    watch.now += timedelta(days=30)
    assert retention.due().lines[0].matter == "2026-014"
    store.close()


def test_what_is_on_legal_hold_is_never_deleted(store: Store, watch: Watch) -> None:
    one, other = kept(store, days_ago=500), kept(store, days_ago=500)
    retention, cases = retention_of(store), matters_of(store)
    matter = cases.create("2026-014", "C-7")
    cases.assign(one.id, matter.id)
    cases.close(matter.id)
    cases.hold(matter.id)
    retention.set_keep_days(30)
    watch.now += timedelta(days=100)
    plan = retention.due()
    assert ([line.analysis_id for line in plan.lines], plan.held) == ([other.id], 1)
    for scope in (PurgeScope(PurgeCause.MATTER, matter.id), PurgeScope(PurgeCause.CLIENT, "C-7")):
        assert retention.plan(scope).held == 1
        with pytest.raises(errors.OnLegalHold):
            purge(retention, scope)
    purge(retention)
    assert left(store) == {one.id}
    cases.hold(matter.id, held=False)
    purge(retention)
    assert left(store) == set()
    acts = [told.entry.act for told in store.audit_entries(100)]
    assert acts.count("hold_changed") == 2
    assert acts.count("records_purged") == 2
    store.close()


def test_a_plan_that_was_overtaken_is_refused(store: Store, watch: Watch) -> None:
    kept(store, days_ago=31)
    retention = retention_of(store)
    retention.set_keep_days(30)
    plan = retention.due()
    kept(store, days_ago=40)
    with pytest.raises(errors.PlanChanged):
        retention.purge(plan, quiet, Event())
    assert len(left(store)) == 2
    assert retention.sweep_is_due() is False
    store.close()


def test_a_client_goes_with_all_matters_and_nobody_elses(store: Store) -> None:
    retention, cases = retention_of(store), matters_of(store)
    ours = [kept(store), kept(store)]
    theirs = kept(store)
    for number, one in enumerate(ours):
        cases.assign(one.id, cases.create(f"2026-{number}", "C-7").id)
    cases.assign(theirs.id, cases.create("2026-9", "C-8").id)
    purged = purge(retention, PurgeScope(PurgeCause.CLIENT, "C-7"))
    assert purged.analyses == 2
    assert left(store) == {theirs.id}
    assert [matter.reference for matter in cases.listed()] == ["2026-9"]
    assert store.check_chain().intact
    store.close()


# --- the tombstone ----------------------------------------------------------------------------------------------------


def test_the_trail_keeps_its_entries_and_loses_what_they_told(store: Store) -> None:
    one, other = kept(store, days_ago=31), kept(store)
    retention = retention_of(store)
    retention.set_keep_days(30)
    purged = purge(retention)
    told = store.audit_entries(100, wanted=AuditFilter(about=one.id))
    emptied = [entry for entry in told if entry.body is None]
    assert {entry.entry.act for entry in emptied} == {
        "letter_imported",
        "letter_reviewed",
        "letter_analyzed",
        "analysis_viewed",
    }
    assert {entry.purged_by for entry in emptied} == {purged.entry}
    tombstone = next(entry for entry in told if entry.entry.seq == purged.entry)
    assert tombstone.body is not None
    assert tombstone.body["analyses"] == 1
    assert tombstone.body["keep_days"] == 30
    assert all(entry.body is not None for entry in store.audit_entries(100, wanted=AuditFilter(about=other.id)))
    assert store.check_chain().intact
    store.close()


def test_of_a_letter_that_was_analyzed_twice_the_younger_analysis_keeps_its_letter_and_its_trail(store: Store) -> None:
    old = kept(store, days_ago=31)
    young = replace(record(), correlation_id=old.correlation_id, created_at=NOON)
    store.keep_analysis(young, {"redacted": 5}, {"correlation_id": old.correlation_id, "letter_id": young.letter.id})
    retention = retention_of(store)
    retention.set_keep_days(30)
    purge(retention)
    assert left(store) == {young.id}
    imported = [told for told in store.audit_entries(100) if told.entry.act == "letter_imported"]
    assert imported[0].body is not None
    store.close()


def test_the_trail_cannot_be_emptied_but_by_a_purge(store: Store) -> None:
    kept(store)
    with pytest.raises(errors.DatabaseFailed), store.deed() as deed:
        deed.session.connection().exec_driver_sql("DELETE FROM nexus_audit_bodies WHERE seq = 2")
    store.close()


# --- nothing is left --------------------------------------------------------------------------------------------------


def bytes_of_everything(folder: Path, place: Path) -> list[bytes]:
    """Every page of the database, its journal and every backup, decrypted."""
    pages = database_pages(files(folder).database, KEY) + journal_pages(files(folder).journals[0], KEY)
    for number, path in enumerate(sorted(folder.rglob("*.nexusbackup"))):
        target = place / str(number)
        target.mkdir(exist_ok=True)
        container.unpack(path, container.ContainerKind.BACKUP, target)
        pages += database_pages(target / "nexus.db", KEY)
    return pages


def test_nothing_of_a_deleted_letter_is_left_in_database_journal_or_backups(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = opened(tmp_path)
    going = kept(store, days_ago=31, text=f"Before. {SECRET} after. " * 40, fingerprint="Zwieback")
    with store.deed() as deed:
        matters.add_note(deed.session, Note("n", going.id, NOON, "ann", f"A note on {NOTE}."))
        search_index.refresh_notes(deed.session, going.id)
    for number in range(30):
        kept(store, text=f"Another letter {number}. " * 20)
    backups_of(store).make(BackupReason.ASKED, quiet, Event())
    needles = (SECRET, SECRET.lower(), NOTE, NOTE.lower(), "Zwieback")
    before = bytes_of_everything(tmp_path, tmp_path_factory.mktemp("before"))
    assert [holds(before, needle) for needle in needles] == [True] * 5  # else the look would find nothing anywhere
    retention = retention_of(store)
    retention.set_keep_days(30)
    plan = retention.due()
    assert (plan.notes, plan.backups) == (1, 1)
    assert retention.purge(plan, quiet, Event()).clean
    after = bytes_of_everything(tmp_path, tmp_path_factory.mktemp("after"))
    assert [holds(after, needle) for needle in needles] == [False] * 5
    assert holds(after, "Another letter 7.")
    assert len(list(tmp_path.rglob("*.nexusbackup"))) == 1
    with store.read() as session:
        assert search_index.find(session, terms_of(SECRET)).places == ()
        assert len(search_index.find(session, terms_of("another")).places) == 30
    assert store.is_intact()
    store.close()


def test_a_purge_while_another_uses_the_store_is_finished_later(tmp_path: Path) -> None:
    store, other = opened(tmp_path), opened(tmp_path)
    kept(store, days_ago=31, text=f"{SECRET} " * 40)
    retention = retention_of(store)
    retention.set_keep_days(30)
    purged = purge(retention)
    assert (purged.analyses, purged.clean) == (1, False)
    assert left(other) == set()
    assert retention.sweep_is_due()
    assert retention.sweep_if_due(quiet, Event()) is False
    other.close()
    assert retention.sweep_if_due(quiet, Event()) is True
    assert not retention.sweep_is_due()
    assert not holds(database_pages(files(tmp_path).database, KEY), SECRET)
    store.close()
