"""The Audit tab on a real trail: pages, filters, one analysis followed, checks, exports."""

from __future__ import annotations

import random
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.trail_models import TrailForm
from nexus_desktop.services.audit_trail import AuditTrail
from nexus_desktop.storage.store import Store
from nexus_desktop.ui.audit_table import PAGE, PAGES_KEPT, AuditModel
from nexus_desktop.ui.main_window import MainWindow
from tests.ui.conftest import quiet
from tests.unit.storage.stores import keep, opened, record

MANY = 5 * PAGE + 7


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A long trail in few transactions."""
    store = opened(tmp_path)
    tell(store, MANY - 1)
    return store


def tell(store: Store, count: int) -> None:
    with store.deed() as deed:
        for number in range(count):
            deed.tell(AuditAct.SETTING_CHANGED if number % 3 else AuditAct.PROMPT_CHANGED, "x", {"number": number})


def numbers(model: AuditModel) -> list[int]:
    return [int(model.index(row, 0).data().replace(",", "")) for row in range(model.rowCount())]


def test_the_whole_trail_is_there_at_once_and_read_page_by_page(qtbot: QtBot, store: Store) -> None:
    trail = AuditTrail(store)
    model = AuditModel(trail)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(AuditFilter())
    assert model.rowCount() == MANY
    assert len(model._pages) <= 2
    chance = random.Random(1)
    for row in [0, MANY - 1, *(chance.randrange(MANY) for _ in range(50))]:
        assert model.index(row, 0).data() == f"{MANY - row:,}"
    assert numbers(model) == list(range(MANY, 0, -1))
    assert len(model._pages) <= PAGES_KEPT
    assert tester is not None
    store.close()


def test_new_entries_come_on_top_and_the_others_stay(qtbot: QtBot, store: Store) -> None:
    model = AuditModel(AuditTrail(store))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(AuditFilter())
    numbers(model)
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    tell(store, PAGE + 3)
    model.refresh()
    assert inserted == [(0, PAGE + 2)]
    assert numbers(model) == list(range(MANY + PAGE + 3, 0, -1))
    assert tester is not None
    store.close()


def test_what_a_filter_leaves_grows_as_it_is_scrolled(qtmodeltester: ModelTester, store: Store) -> None:
    model = AuditModel(AuditTrail(store))
    model.show(AuditFilter(act="setting_changed"))
    assert model.rowCount() == PAGE
    qtmodeltester.check(model)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    found = numbers(model)
    assert found == sorted(found, reverse=True)
    assert len(found) == sum(bool(number % 3) for number in range(MANY - 1))
    assert {model.index(row, 3).data() for row in range(len(found))} == {"Setting changed"}
    model.show(AuditFilter(actor="nobody"))
    assert model.rowCount() == 0
    model.forget()
    assert model.rowCount() == 0
    store.close()


# --- filters in the store ---------------------------------------------------------------------------------------------


def test_filters_meet_all_that_is_asked(tmp_path: Path) -> None:
    now = [datetime(2026, 11, 22, 12, 0, tzinfo=UTC)]
    store = opened(tmp_path, clock=lambda: now[0])
    one, other = record(), record()
    for each in (one, other):
        now[0] += timedelta(days=1)
        store.keep_import(each.correlation_id, {"kind": "pdf"})
        keep(store, each)
    bob = opened(tmp_path, clock=lambda: now[0] + timedelta(hours=1), actor="bob")
    bob.tell(AuditAct.REPORT_EXPORTED, one.id, {})
    trail = AuditTrail(store)
    assert trail.actors() == ["ann", "bob"]

    def acts(**wanted: object) -> list[str]:
        return [line.act for line in trail.page(50, AuditFilter(**wanted))]  # type: ignore[arg-type]

    followed = ["Report exported", "Letter analyzed", "Redactions reviewed", "Letter read"]
    assert acts(about=one.id) == followed
    assert acts(about=one.correlation_id) == followed
    assert acts(about=one.letter.id) == followed
    assert acts(actor="bob") == ["Report exported"]
    assert acts(actor="ann", act="letter_analyzed") == ["Letter analyzed"] * 2
    day = datetime(2026, 11, 24, tzinfo=UTC)
    assert acts(since=day) == ["Report exported", *followed[1:]]
    assert acts(until=day, act="letter_imported") == ["Letter read"]
    assert acts(since=day, actor="ann", act="letter_reviewed") == ["Redactions reviewed"]
    assert acts(about=one.id, actor="bob") == ["Report exported"]
    assert acts(about="nothing") == []
    store.close()
    bob.close()


# --- the tab ----------------------------------------------------------------------------------------------------------


def analyzed(qtbot: QtBot, window: MainWindow) -> None:
    window.analyze.intake.open_sample()
    quiet(qtbot, window)
    letter = window.analyze.letter
    assert letter is not None
    assert letter.review is not None
    for finding in letter.review.undecided():
        letter.review.decide(finding, redact=True)
    window.analyze.flow.analyze(letter)
    quiet(qtbot, window)


def test_an_analysis_is_followed_by_one_click(qtbot: QtBot, window: MainWindow) -> None:
    analyzed(qtbot, window)
    tab = window.tabs.audit
    window.tabs.setCurrentWidget(tab)
    row = next(row for row in range(tab.model.rowCount()) if tab.model.index(row, 3).data() == "Letter read")
    tab.view.selectRow(row)
    assert tab.follow_button.isVisible()
    qtbot.mouseClick(tab.follow_button, Qt.MouseButton.LeftButton)
    assert [tab.model.index(row, 3).data() for row in range(tab.model.rowCount())] == [
        "Letter analyzed",
        "Redactions reviewed",
        "Letter read",
    ]
    qtbot.mouseClick(tab.filter.clear, Qt.MouseButton.LeftButton)
    assert tab.model.rowCount() == window._application.audit.count()


def test_filters_of_the_tab_are_those_of_the_trail(qtbot: QtBot, window: MainWindow) -> None:
    analyzed(qtbot, window)
    tab = window.tabs.audit
    tab.filter.act.setCurrentIndex(tab.filter.act.findData("letter_analyzed"))
    tab.filter.act.activated.emit(0)
    assert tab.model.rowCount() == 1
    tab.filter.when.setCurrentText("Between …")
    tab.filter.when.activated.emit(0)
    assert tab.filter.since.isVisibleTo(tab)
    assert tab.model.rowCount() == 1
    tab.filter.since.setDate(tab.filter.since.date().addDays(-9))
    tab.filter.until.setDate(tab.filter.until.date().addDays(-8))
    assert tab.model.rowCount() == 0


def test_every_entry_is_checked_with_progress(qtbot: QtBot, window: MainWindow) -> None:
    said: list[str] = []
    window.tabs.audit.said.connect(said.append)
    tell(window._application.audit._store, 2500)
    seen: list[float] = []
    window._runner.progressed.connect(lambda _words, done: seen.append(done))
    qtbot.mouseClick(window.tabs.audit.check, Qt.MouseButton.LeftButton)
    quiet(qtbot, window)
    assert window.tabs.audit.check.isEnabled()
    assert seen == sorted(seen)
    assert len(seen) == 2
    assert "every entry is unchanged" in said[-1]
    assert window.tabs.audit.chain.value.text() == "unbroken"


def test_a_check_can_be_cancelled(qtbot: QtBot, window: MainWindow) -> None:
    tell(window._application.audit._store, 2500)
    task = window.tabs.audit.verify()
    task.cancel()
    quiet(qtbot, window)
    assert window.tabs.audit.check.isEnabled()


def test_missing_entries_are_said_and_can_be_answered_for(qtbot: QtBot, window: MainWindow) -> None:
    store = window._application.audit._store
    store.tell(AuditAct.TRAIL_BEHIND, "store", {"expected": 9})
    window.tabs.audit.refresh()
    quiet(qtbot, window)
    assert "missing" in window.tabs.audit.chain.value.text()
    assert window.tabs.audit.answer.isVisibleTo(window.tabs.audit)
    window.tabs.audit.acknowledge()
    quiet(qtbot, window)
    assert window.tabs.audit.chain.value.text() == "unbroken"
    assert not window.tabs.audit.answer.isVisibleTo(window.tabs.audit)


def test_what_the_filter_leaves_is_exported(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    analyzed(qtbot, window)
    one = window._application.letters.newest(1)[0]
    window.tabs.audit.follow(one.id)
    window.tabs.audit.export_to(tmp_path / "trail.zip", TrailForm.ALL)
    quiet(qtbot, window)
    with zipfile.ZipFile(tmp_path / "trail.zip") as archive:
        lines = archive.read("trail.jsonl").decode().splitlines()
    assert sum('"record":"entry"' in line for line in lines) == 3
