"""Matters, notes, and one matter given to co-counsel: whole, encrypted, read only, with a trail of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
import sqlalchemy as sa

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.analysis_models import Grade
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.paper_models import ReportKind
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.models.trail_models import TrailForm
from nexus_desktop.runtime import key_locks, paths
from nexus_desktop.runtime.key_recovery import RecoveryKey
from nexus_desktop.services.application import Application
from nexus_desktop.services.matters import receive
from tests.letters import LETTER, SURNAME
from tests.unit.services.stores import quiet

PASSPHRASE = "four words not together"
SHARED = "words for co-counsel only"
REASON = "The letter only repeats the conclusion and gives no mechanism."


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)


@pytest.fixture
def application() -> Iterator[Application]:
    made = Bootstrap().open(PASSPHRASE)
    yield made
    made.close()


def analyzed(application: Application, more: str = "") -> AnalysisRecord:
    letters = application.letters
    preparation = letters.open_text(LETTER + more, Level.MODERATE, ClientFields(), quiet, Event())
    return letters.analyze(preparation, letters.accept_all(preparation, "test"), quiet, Event()).record


# --- matters and notes ------------------------------------------------------------------------------------------------


def test_a_matter_is_found_by_number_and_a_number_is_used_once(application: Application) -> None:
    made = application.matters.create("  2026-014 ", "C-7")
    assert application.matters.found("2026-014") == made
    assert application.matters.found(made.id).client == "C-7"
    with pytest.raises(errors.MatterTaken):
        application.matters.create("2026-014")
    for bad in ("", " ", "x" * 61):
        with pytest.raises(errors.MatterInvalid):
            application.matters.create(bad)
    with pytest.raises(errors.MatterNotFound):
        application.matters.close("2026-015")


def test_the_trail_tells_of_a_matter_without_its_number(application: Application) -> None:
    one = analyzed(application)
    matter = application.matters.create("Smith-2026", "Smith")
    application.matters.assign(one.id, "Smith-2026")
    application.matters.hold("Smith-2026")
    told = application.audit.page(10)
    assert "Smith" not in " ".join(word for line in told for word in (*line.told, line.object_id))
    assert application.letters.show(one.id).letter.matter_id == matter.id


def test_a_note_loses_what_identifies_and_is_found(application: Application) -> None:
    one = analyzed(application)
    note = application.matters.note(one.id, f"Call Ms. {SURNAME} at (503) 555-0147 about the xylophone incident.")
    assert SURNAME not in note.text
    assert "555-0147" not in note.text
    terms, found = application.search.find("xylophone")
    (hit,) = application.search.page(terms, found, 0, 10)
    assert hit.line.id == one.id
    assert application.matters.notes(one.id) == [note]
    assert application.search.find(SURNAME)[1].places == ()
    with pytest.raises(errors.RecordNotFound):
        application.matters.note("nothing", "A note.")


def test_a_search_can_stay_in_one_matter(application: Application) -> None:
    first, second = analyzed(application), analyzed(application, "\nMore.\n")
    application.matters.create("2026-1")
    application.matters.assign(second.id, "2026-1")
    assert len(application.search.find("ligament")[1].places) == 2
    terms, found = application.search.find("ligament", "2026-1")
    assert [hit.line.id for hit in application.search.page(terms, found, 0, 10)] == [second.id]
    application.matters.assign(second.id, None)
    assert application.search.find("ligament", "2026-1")[1].places == ()
    assert first.id != second.id


# --- co-counsel -------------------------------------------------------------------------------------------------------


@pytest.fixture
def given(application: Application, tmp_path: Path) -> tuple[Path, AnalysisRecord]:
    """A matter file with one of two analyses."""
    one = analyzed(application)
    analyzed(application, "\nOf another matter, with a zeppelin.\n")
    application.matters.create("2026-014", "C-7")
    application.matters.assign(one.id, "2026-014")
    application.matters.note(one.id, "Ask about the xylophone.")
    application.overrides.disagree(one.id, ItemId.MR3, Grade.NONE, REASON, ClientFields())
    path = tmp_path / "given.nexusmatter"
    application.matters.give("2026-014", path, SHARED, quiet, Event())
    return path, application.letters.show(one.id)


def test_the_file_is_encrypted_and_tells_nothing_of_other_matters(
    application: Application, given: tuple[Path, AnalysisRecord]
) -> None:
    path, one = given
    content = path.read_bytes()
    for plain in (b"ligament", b"2026-014", b"zeppelin", SHARED.encode()):
        assert plain not in content
    with zipfile.ZipFile(path) as archive:  # each member is encrypted, or says how: nothing that was told, nor of whom
        members = {name: archive.read(name) for name in archive.namelist()}
    assert set(members) == {"manifest.json", "keyslot.json", "nexus.db", "origin-trail.sealed"}
    for word in (b"letter_analyzed", one.id.encode(), application.matters._actor.encode()):
        assert not any(word in member for member in members.values())
    assert not zipfile.is_zipfile(io.BytesIO(members["origin-trail.sealed"]))
    told = next(line for line in application.audit.page(10) if line.act == "Matter given to co-counsel")
    assert "analyses: 1" in told.told


def test_co_counsels_export_brings_what_the_trail_it_came_from_tells(
    given: tuple[Path, AnalysisRecord], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, one = given
    folder = tmp_path / "received"
    receive(path, folder)
    monkeypatch.setenv("NEXUS_HOME", str(folder))
    copy = Bootstrap().open(SHARED)
    sheet = RecoveryKey.random()
    copy.keys.change_database_key(SHARED, sheet, quiet)  # the copy's own key has no part in it
    copy.trail_export.export(tmp_path / "copy.zip", TrailForm.ALL, None, quiet, Event())
    copy.close()
    assert verified(tmp_path / "copy.zip")
    trail = tmp_path / "origin.zip"
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        trail.write_bytes(archive.read("origin-trail.zip"))
    assert verified(trail)
    with zipfile.ZipFile(trail) as archive:
        lines = [json.loads(line) for line in archive.read("trail.jsonl").splitlines()]
    shown = [line for line in lines if line["record"] == "entry"]
    assert {"letter_imported", "letter_reviewed", "letter_analyzed"} <= {line["act"] for line in shown}
    assert len({line["object_id"] for line in shown if line["act"] == "letter_analyzed"}) == 1
    assert one.id in {line["object_id"] for line in shown}


def verified(trail: Path) -> bool:
    """By the stand-alone verifier."""
    verifier = str(paths.resource("verify_trail.py"))
    return (
        subprocess.run(
            [sys.executable, "-I", "-S", verifier, str(trail)], stdout=subprocess.DEVNULL, check=False
        ).returncode
        == 0
    )


def test_co_counsel_reads_searches_and_exports_but_changes_nothing(
    given: tuple[Path, AnalysisRecord], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, one = given
    folder = tmp_path / "received"
    receive(path, folder)
    monkeypatch.setenv("NEXUS_HOME", str(folder))
    with pytest.raises(errors.PassphraseWrong):
        Bootstrap().open(PASSPHRASE)
    copy = Bootstrap().open(SHARED)
    assert [line.id for line in copy.letters.newest(10)] == [one.id]
    assert copy.letters.show(one.id) == one
    assert copy.matters.notes(one.id)[0].text == "Ask about the xylophone."
    assert len(copy.search.find("xylophone ligament")[1].places) == 1
    copy.reports.export(one.id, tmp_path / "report.html", ReportKind.HTML)
    for attempt in (
        lambda: analyzed(copy),
        lambda: copy.matters.create("2026-015"),
        lambda: copy.matters.note(one.id, "Mine."),
        lambda: copy.matters.hold("2026-014"),
        lambda: copy.retention.set_keep_days(1),
    ):
        with pytest.raises(errors.ReviewCopy):
            attempt()
    store = copy.audit._store
    for statement in ("DELETE FROM nexus_notes", "UPDATE nexus_letters SET text = ''", "DELETE FROM nexus_analyses"):
        with pytest.raises(errors.DatabaseFailed), store.deed() as deed:
            deed.session.execute(sa.text(statement))
    told = copy.overrides.of(one.id)
    for statement in (
        "DELETE FROM nexus_overrides",
        "UPDATE nexus_overrides SET reason = 'another reason'",
        "INSERT INTO nexus_overrides SELECT seq + 1, analysis_id, item, grade, '', author, '' FROM nexus_overrides",
    ):
        with pytest.raises(errors.DatabaseFailed), store.deed() as deed:
            deed.session.execute(sa.text(statement))
    assert copy.overrides.of(one.id) == told != ()
    acts = [line.act for line in copy.audit.page(20)]
    assert acts[-2:] == ["Matter received", "Store created"]
    assert "Report exported" in acts
    assert "Analysis viewed" in acts
    assert copy.audit.check(quiet, Event()).intact
    copy.close()


def test_a_matter_is_opened_in_a_folder_of_its_own(given: tuple[Path, AnalysisRecord], tmp_path: Path) -> None:
    path, _ = given
    full = tmp_path / "full"
    full.mkdir()
    (full / "something").write_text("here")
    with pytest.raises(errors.FolderTaken):
        receive(path, full)
    assert [one.name for one in full.iterdir()] == ["something"]
    with pytest.raises(errors.BackupDamaged):
        Bootstrap().stage_restore(path, SHARED, None)  # a matter is no backup


def test_a_file_is_not_written_over_another_and_needs_a_passphrase(
    application: Application, given: tuple[Path, AnalysisRecord], tmp_path: Path
) -> None:
    path, _ = given
    before = path.read_bytes()
    with pytest.raises(errors.BackupWriteFailed):
        application.matters.give("2026-014", path, SHARED, quiet, Event())
    with pytest.raises(errors.PassphraseTooShort):
        application.matters.give("2026-014", tmp_path / "x.nexusmatter", "short", quiet, Event())
    assert path.read_bytes() == before
    assert not (tmp_path / "x.nexusmatter").exists()
    assert list(paths.home().glob(".nexus-work-*")) == []


def test_what_a_killed_process_left_of_its_work_goes_at_the_next_start(application: Application) -> None:
    application.close()
    left, ours = (paths.home() / f".nexus-work-give-{number}" for number in (2**22 + 1, os.getpid()))
    for place in (left, ours):  # no process can have the first number; the second is at work
        place.mkdir()
        (place / "trail.zip").write_text("told")
    Bootstrap().open(PASSPHRASE).close()
    assert not left.exists()
    assert ours.exists()
