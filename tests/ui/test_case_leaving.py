"""A case that leaves, in a real window: to co-counsel in an encrypted file, or for good, or unreadable."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.errors import MatterNotFound, RecordNotFound
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.models.records import AnalysisRecord, Matter
from nexus_desktop.services.matters import receive
from nexus_desktop.storage.store import Deed
from nexus_desktop.storage.tables import CaseFileRow
from nexus_desktop.ui.case_leaving import HELD, GiveDialog, PurgeDialog
from nexus_desktop.ui.case_page import GOING
from nexus_desktop.ui.main_window import MainWindow
from tests.letters import LETTER, NAME
from tests.ui.conftest import quiet
from tests.ui.story import analyze, paste

pytestmark = pytest.mark.desk_only

SHARED = "words for co-counsel only"


@pytest.fixture
def matter(window: MainWindow) -> Matter:
    """A case that keeps its client."""
    made = window._application.matters.create("2026-014")
    files = window._application.case_files
    files.switch(made.id, on=True)
    files.keep(made.id, ClientFields(names=(NAME,)), CaseFacts())
    return made


def kept(qtbot: QtBot, window: MainWindow, matter: Matter) -> AnalysisRecord:
    paste(qtbot, window, LETTER)
    record = analyze(qtbot, window)
    window.analyze.cases.put(record.id, matter.id)
    quiet(qtbot, window)
    return record


def said(dialog: QWidget) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel) if not one.isHidden())


def test_a_case_is_deleted_with_all_that_is_kept_of_it(qtbot: QtBot, window: MainWindow, matter: Matter) -> None:
    tab, leaving = window.analyze, window.analyze.cases.leaving
    record = kept(qtbot, window, matter)
    tab.cases.show_case(matter)
    quiet(qtbot, window)
    dialogs: list[PurgeDialog] = []
    leaving.plan(matter, lambda plan: dialogs.append(PurgeDialog(matter, plan, window)))
    quiet(qtbot, window)
    (dialog,) = dialogs
    assert "1 analysis, 1 de-identified letter and 0 notes" in said(dialog)
    assert "the client's data" in said(dialog)
    QTest.keyClicks(dialog.number, "2026-01")
    assert not dialog.yes.isEnabled()
    QTest.keyClicks(dialog.number, "4")
    assert dialog.yes.isEnabled()
    lines: list[str] = []
    tab.said.connect(lines.append)
    leaving.plan(matter, lambda plan: leaving.purge(matter, plan))
    quiet(qtbot, window)
    assert any("2026-014 was deleted for good with 1 analysis" in line for line in lines)
    assert tab.middle.page is None
    with pytest.raises(RecordNotFound):
        window._application.letters.show(record.id)
    with pytest.raises(MatterNotFound):
        window._application.case_files.view(matter.id)


def test_a_case_on_hold_offers_nothing_to_type(qtbot: QtBot, window: MainWindow, matter: Matter) -> None:
    kept(qtbot, window, matter)
    window._application.matters.hold(matter.id)
    dialogs: list[PurgeDialog] = []
    window.analyze.cases.leaving.plan(matter, lambda plan: dialogs.append(PurgeDialog(matter, plan, window)))
    quiet(qtbot, window)
    assert HELD in said(dialogs[0])
    assert dialogs[0].number.isHidden()
    assert not dialogs[0].yes.isEnabled()


@pytest.mark.parametrize("with_client", [False, True])
def test_co_counsel_gets_the_case_and_the_client_only_if_somebody_says_so(
    qtbot: QtBot, window: MainWindow, matter: Matter, tmp_path: Path, with_client: bool
) -> None:
    kept(qtbot, window, matter)
    view = window._application.case_files.view(matter.id)
    dialog = GiveDialog(view, window)
    assert not dialog.with_client.isChecked()
    given = tmp_path / "case.nexusmatter"
    window.analyze.cases.leaving.give(matter, given, SHARED, with_client=with_client)
    quiet(qtbot, window)
    assert receive(given, tmp_path / "theirs").analyses == 1
    told = [line for line in window._application.audit.page(20) if line.leaves]
    assert [line for line in told if f"client fields: {with_client}" in line.told] == told[:1]


def test_a_case_whose_facts_are_damaged_opens_and_says_so(qtbot: QtBot, window: MainWindow, matter: Matter) -> None:
    store, tab = window._application.case_files._store, window.analyze

    def damage(deed: Deed) -> None:
        deed.session.execute(sa.update(CaseFileRow).values(facts={"born": "when it rained"}))
        deed.tell(AuditAct.MATTER_CHANGED, matter.id, {})

    store.perform(damage)
    tab.cases.show_case(matter)
    quiet(qtbot, window)
    page = tab.cases.case
    assert tab.middle.page is page
    assert "cannot be read" in page.means.text()
    assert page.form.isHidden()
    page.keeps.click()
    assert page.means.text() == GOING
    tab.primary.click()
    quiet(qtbot, window)
    view = window._application.case_files.view(matter.id)
    assert (view.file, view.problem) == (None, None)
