"""Client fields and facts kept with a matter: off at first, told without values, gone with a purge, not given away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
import sqlalchemy as sa

from nexus_desktop.models import errors
from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.models.retention_models import PurgeCause, PurgeScope
from nexus_desktop.runtime import key_locks
from nexus_desktop.runtime.key_vault import Credentials, KeyVault
from nexus_desktop.services import case_form
from nexus_desktop.services.case_files import CaseFiles
from nexus_desktop.services.case_form import FactsText, FormField
from nexus_desktop.services.matters import Matters, receive
from nexus_desktop.storage.opening import open_store
from nexus_desktop.storage.store import Store
from tests.unit.services.stores import matters_of, quiet, retention_of
from tests.unit.storage.raw_pages import database_pages, holds, journal_pages
from tests.unit.storage.stores import KEY, NOON, files, keep, opened, record

NAME = "Wilhelmina Quistgaard"
PLACE = "Xylographical palsy"
CLIENT = ClientFields(names=(NAME,), ssn=("219-09-9999",))
FACTS = CaseFacts.model_validate(
    {"branch": "navy", "service": [{"from": "1968-05", "to": "1970-02-03"}], "claimed": [PLACE]}
)
SHARED = "words for co-counsel only"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(tmp_path)
    yield made
    made.close()


@pytest.fixture
def matters(store: Store) -> Matters:
    return matters_of(store)


@pytest.fixture
def cases(store: Store, matters: Matters) -> CaseFiles:
    return CaseFiles(store, matters.cleaned, "ann")


@pytest.fixture
def known(matters: Matters, cases: CaseFiles) -> str:
    """Id of a matter that keeps client and facts."""
    matter = matters.create("2026-014", "C-7")
    cases.switch(matter.id, on=True)
    cases.keep(matter.id, CLIENT, FACTS)
    return matter.id


def left_in_files(folder: Path, text: str) -> bool:
    place = files(folder)
    return holds(database_pages(place.database, KEY) + journal_pages(place.journals[0], KEY), text)


def test_nothing_is_kept_until_it_is_switched_on(matters: Matters, cases: CaseFiles) -> None:
    matter = matters.create("2026-014")
    assert cases.view(matter.id).file is None
    assert not cases.knowledge(matter.id).client
    with pytest.raises(errors.CaseFileNotKept):
        cases.keep(matter.id, CLIENT, FACTS)
    assert cases.view(matter.id).file is None
    cases.switch(matter.id, on=True)
    cases.keep(matter.id, CLIENT, FACTS)
    assert (cases.knowledge(matter.id).client, cases.knowledge(matter.id).facts) == (CLIENT, FACTS)
    cases.switch(matter.id, on=True)  # again: what is there stays
    assert cases.knowledge(matter.id).client == CLIENT


def test_the_trail_tells_of_it_without_a_value(store: Store, cases: CaseFiles, known: str) -> None:
    cases.note(known, f"{NAME} called about the {PLACE}.")
    told = " ".join(f"{one.text} {one.entry.object_id}" for one in store.audit_entries(50))
    assert '"client_values":2' in told.replace(" ", "")
    for word in ("Quistgaard", "219-09", "palsy", "1968", "navy", "2026-014"):
        assert word not in told
    assert repr(cases.view(known)).count("Quistgaard") == 0


def test_a_note_loses_the_known_names_and_is_found(cases: CaseFiles, known: str) -> None:
    note = cases.note(known, "Quistgaard rang; look for the audiogram.")
    assert "Quistgaard" not in note.text
    (hit,) = cases.found("audio*")
    assert hit.matter.id == known
    assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.marked] == ["audio"]
    assert [one.matter.reference for one in cases.found("2026-014")] == ["2026-014"]
    assert cases.found("Quistgaard") == cases.found("audiogram missing") == cases.found("gram") == []


def test_switching_it_off_takes_it_out_of_the_pages(store: Store, cases: CaseFiles, known: str, tmp_path: Path) -> None:
    cases.switch(known, on=False)
    assert cases.view(known).file is None
    with store.use() as inside, inside.database.read() as session:
        assert session.scalar(sa.text("SELECT count(*) FROM nexus_case_files")) == 0
    retention_of(store).sweep(quiet, Event())
    assert not left_in_files(tmp_path, "Quistgaard")


@pytest.mark.parametrize("scope", [(PurgeCause.MATTER, "2026-014"), (PurgeCause.CLIENT, "C-7")])
def test_a_purge_leaves_neither_client_nor_facts_nor_notes_in_any_page(
    store: Store, matters: Matters, cases: CaseFiles, known: str, tmp_path: Path, scope: tuple[PurgeCause, str]
) -> None:
    cases.note(known, "The Quincunxial audiogram.")
    one = record()
    keep(store, replace(one, letter=replace(one.letter, matter_id=known)))
    retention = retention_of(store)
    plan = retention.plan(PurgeScope(*scope))
    assert (plan.matters, plan.case_files, len(plan.lines)) == (1, 1, 1)
    assert retention.purge(plan, quiet, Event()).clean
    assert matters.listed() == []
    for word in ("Quistgaard", "219-09-9999", "Xylographical", "Quincunxial"):
        assert not left_in_files(tmp_path, word), word


def test_the_search_of_the_pages_would_find_it(known: str, tmp_path: Path) -> None:
    assert left_in_files(tmp_path, "Quistgaard")


def test_a_matter_on_hold_is_not_deleted_even_where_no_letter_is_in_it(
    store: Store, matters: Matters, cases: CaseFiles, known: str
) -> None:
    matters.hold(known)
    retention = retention_of(store)
    for scope in (PurgeScope(PurgeCause.MATTER, known), PurgeScope(PurgeCause.CLIENT, "C-7")):
        plan = retention.plan(scope)
        assert (plan.matters, plan.case_files, plan.held) == (0, 0, 1)
        with pytest.raises(errors.OnLegalHold):
            retention.purge(plan, quiet, Event())
    assert cases.knowledge(known).client == CLIENT


def test_by_age_a_closed_matter_loses_its_client_and_an_open_one_does_not(
    tmp_path: Path, store: Store, matters: Matters, cases: CaseFiles, known: str
) -> None:
    other = matters.create("2026-015")
    cases.switch(other.id, on=True)
    cases.keep(other.id, CLIENT, CaseFacts())
    matters.close(known)
    store.clock = lambda: NOON + timedelta(days=40)
    retention = retention_of(store)
    assert retention.due().case_files == 0
    retention.set_keep_days(30)
    plan = retention.due()
    assert (plan.case_files, plan.matters) == (1, 0)
    retention.purge(plan, quiet, Event())
    assert cases.view(known).file is None
    assert cases.knowledge(other.id).client == CLIENT
    assert len(matters.listed()) == 2


@pytest.mark.parametrize("with_client", [False, True])
def test_co_counsel_gets_client_and_facts_only_where_asked(
    store: Store, matters: Matters, cases: CaseFiles, known: str, tmp_path: Path, with_client: bool
) -> None:
    cases.note(known, "Ask for the audiogram.")
    path, folder = tmp_path / "given.nexusmatter", tmp_path / "received"
    matters.give(known, path, SHARED, quiet, Event(), with_client=with_client)
    told = store.audit_entries(1)[0].body
    assert told is not None
    assert told["client_fields"] is with_client
    receive(path, folder)
    place = files(folder)
    key = KeyVault(folder / "keyslot.json", place.database, 12, opens=lambda _key: True).open(Credentials(SHARED)).key
    copy = open_store(place, key, actor="bob", busy_seconds=5, clock=lambda: NOON)
    theirs = CaseFiles(copy, matters.cleaned, "bob")
    assert bool(theirs.knowledge(known).client) is with_client
    assert bool(theirs.knowledge(known).facts) is with_client
    assert [note.text for note in theirs.view(known).notes] == ["Ask for the audiogram."]
    for attempt in (lambda: theirs.switch(known, on=False), lambda: theirs.note(known, "Mine.")):
        with pytest.raises(errors.ReviewCopy):
            attempt()
    with pytest.raises(errors.DatabaseFailed), copy.deed() as deed:
        deed.session.execute(sa.text("DELETE FROM nexus_matter_notes"))
    copy.close()


def test_a_matter_is_renumbered_to_a_number_that_is_free(matters: Matters, cases: CaseFiles, known: str) -> None:
    matters.create("2026-015")
    with pytest.raises(errors.MatterTaken):
        matters.rename(known, "2026-015", None)
    assert matters.rename(known, " 2027-001 ", "").reference == "2027-001"
    assert cases.view(known).line.matter.client is None
    with pytest.raises(errors.MatterInvalid):
        matters.rename(known, "", None)


def test_the_board_counts_letters_and_analyses_and_puts_closed_matters_last(
    store: Store, matters: Matters, cases: CaseFiles, known: str
) -> None:
    second = matters.create("2026-013")
    for fingerprint in ("a", "a", "b"):
        one = record(fingerprint=fingerprint)
        keep(store, replace(one, letter=replace(one.letter, matter_id=known)))
    keep(store, record())
    matters.close(second.id)
    lines = [(line.matter.reference, line.letters, line.analyses, line.has_file) for line in cases.board()]
    assert lines == [("2026-014", 2, 3, True), ("2026-013", 0, 0, False)]
    assert len(store.analyses(10, matter_id=known)) == 3


# --- what is typed --------------------------------------------------------------------------------------------------


def test_facts_are_read_from_lines_and_written_back() -> None:
    text = FactsText(
        branches=FACTS.branches,
        service="1968-05 to 1970-02-03\n2001 to now",
        born="1947",
        claimed="left knee strain\n\n tinnitus ",
        denials="left knee; 2019-03; no nexus; none at all\nback",
    )
    facts, wrong = case_form.read(text)
    assert not wrong
    assert facts.claimed == ("left knee strain", "tinnitus")
    assert facts.denials[0].reason == "no nexus; none at all"
    assert facts.service[1].end is None
    assert case_form.read(case_form.written(facts)) == (facts, frozenset())


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (FactsText(service="May 1968"), {FormField.SERVICE}),
        (FactsText(service="1970 to 1968"), {FormField.SERVICE}),
        (FactsText(born="soon"), {FormField.BORN}),
        (FactsText(service="1968 to 1970", born="1960"), {FormField.BORN}),
        (FactsText(denials="; 2019; no"), {FormField.DENIALS}),
    ],
)
def test_what_cannot_be_read_is_named_and_left_out(text: FactsText, wrong: set[FormField]) -> None:
    facts, found = case_form.read(text)
    assert set(found) == wrong
    assert all(not getattr(facts, field.value) for field in wrong)
    assert case_form.sentence(sorted(found))


def test_facts_that_break_the_rules_of_today_are_not_used(store: Store, cases: CaseFiles, known: str) -> None:
    with store.deed() as deed:
        deed.session.execute(sa.text('UPDATE nexus_case_files SET facts = \'{"born": "soon"}\''))
    with pytest.raises(errors.CaseFileInvalid) as caught:
        cases.knowledge(known)
    assert caught.value.numbers == {"problems": 1}
    cases.switch(known, on=False)  # the way out that its next step names
    assert cases.view(known).file is None
