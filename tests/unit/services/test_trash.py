"""The trash: out of every list, looked at and put back for thirty days, then gone with a tombstone and nowhere left."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.models import errors
from nexus_desktop.models.analysis_models import Grade
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.backup_models import BackupReason, ContainerKind
from nexus_desktop.models.override_models import Override
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.models.retention_models import PurgeCause, PurgeScope
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.runtime.key_secret import SecretKey
from nexus_desktop.runtime.key_vault import Credentials, KeyVault
from nexus_desktop.services.matters import receive
from nexus_desktop.services.retention import Retention
from nexus_desktop.services.search import Search
from nexus_desktop.services.trash import Trash
from nexus_desktop.storage import container, matters, migrator, overrides, search_index, step_back
from nexus_desktop.storage import trash as trash_rows
from nexus_desktop.storage.database import Database
from nexus_desktop.storage.store import Store
from tests.unit.services.stores import backups_of, everything_in, matters_of, quiet, retention_of
from tests.unit.services.test_retention import Watch
from tests.unit.storage.raw_pages import database_pages, holds, journal_pages
from tests.unit.storage.stores import KEY, NOON, files, keep, opened, record

SECRET = "Xylographicum"
SHARED = "words for co-counsel only"
DAY = timedelta(days=1)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(tmp_path: Path, watch: Watch) -> Store:
    return opened(tmp_path, clock=watch)


def trash_of(store: Store) -> Trash:
    return Trash(store, retention_of(store))


def kept(store: Store, text: str = f"A letter by {SECRET}.", fingerprint: str = "f") -> AnalysisRecord:
    one = record(text=text, fingerprint=fingerprint)
    keep(store, one)
    return one


def acts_about(store: Store, one: AnalysisRecord) -> list[str]:
    return [told.entry.act for told in store.audit_entries(50, wanted=AuditFilter(about=one.id))]


def found(store: Store, words: str) -> int:
    return len(Search(store, enabled=True).find(words)[1].places)


# --- out of sight, and back -------------------------------------------------------------------------------------------


def test_what_is_in_the_trash_is_in_no_list_count_search_or_figure(store: Store) -> None:
    one, other = kept(store), kept(store, "Another letter.", fingerprint="g")
    cases = matters_of(store)
    matter = cases.create("2026-014", "C-7")
    cases.assign(one.id, matter.id)
    with store.deed() as deed:
        overrides.add(deed.session, Override(one.id, ItemId.MO1, Grade.NONE, "A reason of my own.", "ann", NOON))
    assert trash_of(store).put([one.id]) == 1
    assert [line.id for line in store.analyses(9)] == [other.id]
    assert store.analyses(9, matter_id=matter.id) == []
    assert store.seen_before("x") is None
    assert store.same_letter(one.letter.fingerprint, 9) == []
    assert (store.count_analyses(), store.count_analyses(with_trash=True)) == (1, 2)
    assert store.redaction_totals() == other.letter.redactions
    assert (found(store, SECRET), found(store, "another")) == (0, 1)
    figures = store.practice(NOON - DAY)
    assert (figures.analyses, figures.overridden) == (1, ())
    assert sum(share.count for share in figures.strengths) == 1
    assert all(defect.letters == 1 for defect in figures.defects)
    with store.read() as session:
        (line,) = matters.board(session)
        assert (line.letters, line.analyses) == (0, 0)
        assert matters.analyses_of(session, matter.id) == []
    store.close()


def test_it_can_be_looked_at_and_nothing_else(store: Store, tmp_path: Path) -> None:
    one = kept(store)
    trash, cases = trash_of(store), matters_of(store)
    matter = cases.create("2026-014")
    trash.put([one.id])
    assert trash.show(one.id) == replace(one, trashed_at=NOON)
    for deed in (
        lambda: store.analysis(one.id),
        lambda: cases.assign(one.id, matter.id),
        lambda: cases.note(one.id, "A note."),
    ):
        with pytest.raises(errors.RecordInTrash):
            deed()
    assert acts_about(store, one)[:2] == ["analysis_viewed", "analysis_trashed"]
    store.close()


def test_it_comes_back_as_it_was_with_its_notes_and_its_case(store: Store) -> None:
    one = kept(store)
    trash, cases = trash_of(store), matters_of(store)
    matter = cases.create("2026-014")
    cases.assign(one.id, matter.id)
    cases.note(one.id, "The gait is quincunxial.")
    before, lines = store.analysis(one.id), store.analyses(9)
    trash.put([one.id])
    assert found(store, "quincunxial") == 0
    assert trash.put_back([one.id]) == 1
    assert store.analysis(one.id) == before
    assert store.analyses(9, matter_id=matter.id) == lines
    assert (found(store, SECRET), found(store, "quincunxial")) == (1, 1)
    assert acts_about(store, one)[:2] == ["analysis_put_back", "analysis_trashed"]
    assert trash.listed() == []
    assert store.check_chain().intact
    store.close()


def test_the_list_says_since_when_of_which_case_and_until_when(store: Store, watch: Watch) -> None:
    first, second = kept(store), kept(store)
    trash, cases = trash_of(store), matters_of(store)
    cases.assign(first.id, cases.create("2026-014").id)
    cases.hold("2026-014")
    trash.put([first.id])
    watch.now += DAY
    trash.put([second.id])
    assert [(one.line.id, one.trashed_at, one.matter, one.held, one.goes_on) for one in trash.listed()] == [
        (second.id, NOON + DAY, None, False, date(2026, 12, 24)),
        (first.id, NOON, "2026-014", True, date(2026, 12, 23)),
    ]
    assert trash.count() == 2
    store.close()


def test_twice_is_once_and_a_stranger_moves_nothing(store: Store, watch: Watch) -> None:
    one, other = kept(store), kept(store)
    trash = trash_of(store)
    assert trash.put([one.id, one.id]) == 1
    watch.now += DAY
    assert trash.put([one.id]) == 0
    assert trash.listed()[0].trashed_at == NOON  # its days are not counted anew
    with pytest.raises(errors.RecordNotFound):
        trash.put([other.id, "stranger"])
    assert [line.id for line in store.analyses(9)] == [other.id]
    assert trash.put_back([other.id]) == 0
    assert trash.put_back([one.id]) == 1
    assert acts_about(store, one).count("analysis_trashed") == 1
    store.close()


def test_a_start_does_not_put_it_into_the_search_again(store: Store, tmp_path: Path, watch: Watch) -> None:
    one = kept(store)
    trash_of(store).put([one.id])
    store.close()
    store = opened(tmp_path, clock=watch)
    with store.read() as session:
        assert not search_index.lacks_some(session)
    assert found(store, SECRET) == 0
    store.close()


# --- for good ---------------------------------------------------------------------------------------------------------


def test_after_thirty_days_it_is_deleted_with_a_tombstone_and_is_left_in_no_file(
    store: Store, tmp_path: Path, watch: Watch
) -> None:
    one, stays = kept(store), kept(store, "Another letter.")
    trash = trash_of(store)
    backups_of(store).make(BackupReason.ASKED, quiet, Event())
    trash.put([one.id])
    watch.now = NOON + 30 * DAY + timedelta(hours=11)  # still the thirtieth day
    assert trash.empty_if_due(quiet, Event()) is None
    watch.now = datetime(2026, 12, 23, 0, 0, tzinfo=UTC)
    purged = trash.empty_if_due(quiet, Event())
    assert purged is not None
    assert (purged.analyses, purged.clean) == (1, True)
    assert trash.listed() == []
    with pytest.raises(errors.RecordNotFound):
        trash.put_back([one.id])
    (tombstone,) = [told for told in store.audit_entries(50) if told.entry.seq == purged.entry]
    assert tombstone.entry.act == "records_purged"
    assert tombstone.body is not None
    assert (tombstone.body["cause"], tombstone.body["analyses"]) == ("trash", 1)
    emptied = [told for told in store.audit_entries(50) if told.purged_by == purged.entry]
    assert "analysis_trashed" in {told.entry.act for told in emptied}
    assert all(told.body is None for told in emptied)
    assert store.check_chain().intact
    assert [line.id for line in store.analyses(9)] == [stays.id]
    made = backups_of(store).listed()
    assert [(backup.manifest.reason, backup.manifest.analyses) for backup in made] == [(BackupReason.PURGE, 1)]
    store.close()
    pages = [*database_pages(files(tmp_path).database, KEY), *journal_pages(files(tmp_path).database, KEY)]
    assert not holds(pages, SECRET)
    assert not any(SECRET.encode() in path.read_bytes() for path in everything_in(tmp_path))


def test_a_legal_hold_keeps_it_until_it_is_lifted(store: Store, watch: Watch) -> None:
    held, free = kept(store), kept(store, fingerprint="g")
    trash, cases = trash_of(store), matters_of(store)
    cases.assign(held.id, cases.create("2026-014").id)
    cases.hold("2026-014")
    trash.put([held.id, free.id])
    watch.now += 100 * DAY
    purged = trash.empty_if_due(quiet, Event())
    assert purged is not None
    assert purged.analyses == 1
    assert [one.line.id for one in trash.listed()] == [held.id]
    assert trash.empty_if_due(quiet, Event()) is None
    assert retention_of(store).plan(PurgeScope(PurgeCause.TRASH)).held == 1
    cases.hold("2026-014", held=False)
    assert trash.empty_if_due(quiet, Event()) is not None
    assert trash.listed() == []
    assert store.check_chain().intact
    store.close()


def test_where_deletion_is_switched_off_the_trash_is_never_emptied(store: Store, watch: Watch) -> None:
    one = kept(store)
    trash = Trash(store, Retention(store, backups_of(store), enabled=False))
    trash.put([one.id])
    watch.now += 100 * DAY
    assert not trash.is_emptied
    assert trash.empty_if_due(quiet, Event()) is None
    assert trash.put_back([one.id]) == 1
    store.close()


def test_what_is_due_by_age_goes_from_the_trash_too_and_so_does_what_is_in_a_case_that_goes(store: Store) -> None:
    one, two = kept(store), kept(store)
    trash, cases, retention = trash_of(store), matters_of(store), retention_of(store)
    cases.assign(two.id, cases.create("2026-014").id)
    trash.put([one.id, two.id])
    plan = retention.plan(PurgeScope(PurgeCause.MATTER, "2026-014"))
    assert [line.analysis_id for line in plan.lines] == [two.id]
    retention.purge(plan, quiet, Event())
    assert [line.line.id for line in trash.listed()] == [one.id]
    store.close()


# --- copies -----------------------------------------------------------------------------------------------------------


def test_the_trash_does_not_go_along_with_a_matter_and_a_copy_for_review_has_none(store: Store, tmp_path: Path) -> None:
    one, other = kept(store), kept(store, "Another letter.")
    cases = matters_of(store)
    matter = cases.create("2026-014")
    for each in (one, other):
        cases.assign(each.id, matter.id)
    trash_of(store).put([one.id])
    path, folder = tmp_path / "given.nexusmatter", tmp_path / "theirs"
    cases.give(matter.id, path, SHARED, quiet, Event())
    store.close()
    assert receive(path, folder).analyses == 1
    key = KeyVault(files(folder).key_slots, files(folder).database, 12, opens=lambda _key: True)
    copy = opened(folder, key.open(Credentials(SHARED)).key.reveal())
    trash = trash_of(copy)
    assert [line.id for line in copy.analyses(9)] == [other.id]
    assert trash.listed() == []
    for deed in (trash.put, trash.put_back):
        with pytest.raises(errors.ReviewCopy):
            deed([other.id])
    assert trash.empty_if_due(quiet, Event()) is None
    copy.close()


def test_going_back_to_an_older_version_says_that_the_trash_is_lost_and_loses_no_analysis(
    store: Store, tmp_path: Path, watch: Watch
) -> None:
    one = kept(store)
    trash_of(store).put([one.id])
    with store.use() as inside:
        plan = step_back.plan(store.files, inside, "0013", quiet, Event())
    assert [(lost.name, lost.rows) for lost in plan.losing] == [("nexus_trash", 1)]
    store.close()
    database = Database(files(tmp_path).database, SecretKey(KEY), busy_seconds=1)
    migrator.run(database, "downgrade", "0013")
    database.close()
    store = opened(tmp_path, clock=watch)
    assert [line.id for line in store.analyses(9)] == [one.id]
    assert found(store, SECRET) == 1
    store.close()


def test_a_backup_holds_the_trash_and_a_store_put_back_from_it_has_it_again(
    store: Store, tmp_path: Path, watch: Watch
) -> None:
    one = kept(store)
    trash_of(store).put([one.id])
    made = backups_of(store).make(BackupReason.ASKED, quiet, Event())
    assert made.manifest.analyses == 1
    trash_of(store).put_back([one.id])
    store.close()
    with container.workplace(tmp_path, "look") as place:
        container.unpack(made.path, ContainerKind.BACKUP, place)
        shutil.copy(place / container.DATABASE, tmp_path / "restored.db")
    database = Database(tmp_path / "restored.db", SecretKey(KEY), busy_seconds=1)
    with database.read() as session:
        assert [line.line.id for line in trash_rows.listed(session)] == [one.id]
    database.close()


def test_where_all_is_in_the_trash_a_backup_is_still_due(store: Store) -> None:
    one = kept(store)
    trash_of(store).put([one.id])
    assert backups_of(store).status().due
    store.close()
