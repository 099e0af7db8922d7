"""The attorney may see a finding otherwise: kept, told, reported and counted, and never with an identifier in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.analysis_models import Grade
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.override_models import Override, own_count, own_points, standing
from nexus_desktop.models.paper_models import ReportKind
from nexus_desktop.models.records import AnalysisRecord
from nexus_desktop.models.retention_models import PurgeCause, PurgeScope
from nexus_desktop.models.rubric_models import ItemId
from nexus_desktop.runtime import key_locks
from nexus_desktop.services.application import Application
from nexus_desktop.services.matters import receive
from tests.letters import LETTER, NAME, SURNAME
from tests.unit.services.stores import quiet
from tests.unit.storage.stores import NOON

REASON = "The second page names the records that were read, one by one."
NOBODY = ClientFields()


@pytest.fixture
def application() -> Iterator[Application]:
    made = Bootstrap().open_throwaway()
    yield made
    made.close()


@pytest.fixture
def record(application: Application) -> AnalysisRecord:
    letters = application.letters
    preparation = letters.open_text(LETTER, Level.MODERATE, NOBODY, quiet, Event())
    return letters.analyze(preparation, letters.accept_all(preparation, "test"), quiet, Event()).record


def disagree(application: Application, record: AnalysisRecord, grade: Grade, reason: str = REASON) -> Override:
    return application.overrides.disagree(record.id, ItemId.MR3, grade, reason, NOBODY)


def test_a_disagreement_stands_beside_the_result(application: Application, record: AnalysisRecord) -> None:
    disagree(application, record, Grade.NONE)
    disagree(application, record, Grade.FULL)
    (one,) = application.overrides.of(record.id)
    assert (one.item, one.grade, one.reason) == (ItemId.MR3, Grade.FULL, REASON)
    assert application.letters.show(record.id) == record  # not a word of the result is changed
    told = application.audit.page(10)[1]
    assert told.act == "Finding disagreed with"
    assert told.subject == record.id
    assert REASON not in " ".join(told.told)
    application.overrides.take_back(record.id, ItemId.MR3)
    assert application.overrides.of(record.id) == ()


def test_a_reason_with_an_identifier_is_refused_and_nothing_is_kept(
    application: Application, record: AnalysisRecord
) -> None:
    known = ClientFields(names=("Orla Fennimore-Tusk",))
    cases = {
        f"Ms. {SURNAME} told me so herself on the phone.": NOBODY,
        f"I asked {NAME} and the records were read.": NOBODY,
        "Fennimore-Tusk brought me the pages herself.": known,
        "Her number 219-09-9999 stands on every page of it.": NOBODY,
        "The film was made on March 3, 2024 and is named.": NOBODY,
    }
    for reason, client in cases.items():
        with pytest.raises(errors.OverrideNeedsRewording):
            application.overrides.disagree(record.id, ItemId.MR3, Grade.FULL, reason, client)
    with pytest.raises(errors.OverrideNeedsRewording):
        application.overrides.disagree(
            record.id, ItemId.MR3, Grade.FULL, "The larkmoor visit is in the file.", NOBODY, ["Larkmoor"]
        )
    for reason in ("", "   because \n ", "x" * 2001):
        with pytest.raises(errors.OverrideNeedsReason):
            application.overrides.disagree(record.id, ItemId.MR3, Grade.FULL, reason, NOBODY)
    assert application.overrides.of(record.id) == ()


def test_it_is_in_the_report_and_in_the_figures(
    application: Application, record: AnalysisRecord, tmp_path: Path
) -> None:
    disagree(application, record, Grade.NONE)
    application.reports.export(record.id, tmp_path / "report.html", ReportKind.HTML)
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "Where the attorney disagrees" in page
    assert REASON in page
    total = own_count(record.result, application.overrides.of(record.id))
    assert f"counts {total} of 100" in page
    application.reports.export(record.id, tmp_path / "report.json", ReportKind.JSON)
    (told,) = json.loads((tmp_path / "report.json").read_text("utf-8"))["overrides"]
    assert (told["item"], told["grade"], told["reason"]) == ("MR3", "none", REASON)
    assert [(one.word, one.count) for one in application.figures.practice(1).overridden] == [("MR3", 1)]
    application.overrides.take_back(record.id, ItemId.MR3)
    assert application.figures.practice(1).overridden == ()


def test_it_counts_under_the_same_gates(record: AnalysisRecord) -> None:
    items = {item.id: item for part in record.result.components for item in part.items}
    before = items[ItemId.MR3]
    assert own_count(record.result, ()) == record.result.overall_score
    worse = Override(record.id, ItemId.MR3, Grade.NONE, REASON, "ann", NOON)
    caps = [gate.cap for gate in record.result.compliance.gates]
    assert own_count(record.result, [worse]) <= min([record.result.sum_of_components - before.points, *caps])
    assert own_points(before, Grade.FULL) == before.possible
    assert 0 < own_points(before, Grade.PARTIAL) < before.possible
    better = [Override(record.id, item, Grade.FULL, REASON, "ann", NOON) for item in items]
    assert own_count(record.result, better) == min([100, *caps])
    back = Override(record.id, ItemId.MR3, None, "", "ann", NOON)
    assert standing([worse, back]) == {}


def test_it_goes_with_a_purge_and_along_to_co_counsel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)
    application = Bootstrap().open("four words not together")
    letters = application.letters
    preparation = letters.open_text(LETTER, Level.MODERATE, NOBODY, quiet, Event())
    record = letters.analyze(preparation, letters.accept_all(preparation, "test"), quiet, Event()).record
    disagree(application, record, Grade.NONE)
    application.matters.create("2026-014")
    application.matters.assign(record.id, "2026-014")
    given = tmp_path / "given.nexusmatter"
    application.matters.give("2026-014", given, "words for co-counsel only", quiet, Event())
    scope = PurgeScope(PurgeCause.MATTER, "2026-014")
    application.retention.purge(application.retention.plan(scope), quiet, Event())
    assert application.overrides.of(record.id) == ()
    application.close()
    receive(given, tmp_path / "theirs")
    monkeypatch.setenv("NEXUS_HOME", str(tmp_path / "theirs"))
    theirs = Bootstrap().open("words for co-counsel only")
    try:
        assert [one.reason for one in theirs.overrides.of(record.id)] == [REASON]
        with pytest.raises(errors.ReviewCopy):
            theirs.overrides.take_back(record.id, ItemId.MR3)
    finally:
        theirs.close()
