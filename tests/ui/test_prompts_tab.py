"""The Prompts tab as someone uses it who never saw YAML: real window, real store, real service on loopback."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.models.prompt_models import ANALYSIS, PromptState
from nexus_desktop.models.prompt_records import Change
from nexus_desktop.runtime import paths
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.prompt_decision import DecisionDialog, SendDialog
from nexus_desktop.ui.prompt_editor import PromptEditor
from nexus_desktop.ui.prompt_shown import PromptShown
from tests.data.builders.fault_server import running
from tests.integration.service_desk import ServiceDesk, good
from tests.ui.conftest import quiet
from tests.unit.prompts.prompts import spoiled

WHY = "Shorter reasons, as the attorneys asked."


@pytest.fixture
def desk(window: MainWindow) -> Iterator[ServiceDesk]:
    """The program in the window, with a service on loopback."""
    window.tabs.setCurrentWidget(window.tabs.prompts)
    with running() as server:
        server.answer = good
        yield ServiceDesk(window._application, server, [])


def with_dialog(qtbot: QtBot, kind: type[QDialog], act: Callable[[QDialog], None], start: Callable[[], object]) -> None:
    """Start something that opens a dialog, and do something in it once it is there."""
    seen: list[QDialog] = []
    timer = QTimer()  # kept here: a timer of singleShot may be collected in a thread that is not its own

    def look() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, kind) and not seen:
            timer.stop()
            seen.append(found)
            act(found)

    timer.timeout.connect(look)
    timer.start(10)
    start()
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)


def signed(dialog: QDialog) -> None:
    assert isinstance(dialog, DecisionDialog)
    assert not dialog.ok.isEnabled()
    dialog.name.setText("Ann Lee")
    dialog.why.setPlainText(WHY)
    assert dialog.ok.isEnabled()
    dialog.ok.click()


def choose(window: MainWindow, version: str) -> None:
    page = window.tabs.prompts.list
    rows = [one.line.version for one in page._state.rows if one.line.prompt_id == ANALYSIS]
    page.view.selectRow(rows.index(version))


def test_someone_who_never_saw_yaml_writes_checks_approves_and_rolls_back(
    qtbot: QtBot, window: MainWindow, desk: ServiceDesk
) -> None:
    page = window.tabs.prompts.list
    choose(window, "1.0.0")
    assert page.acts.draft.isVisible()
    assert not page.acts.edit.isVisible()

    def write(editor: QDialog) -> None:
        assert isinstance(editor, PromptEditor)
        whole = editor.system.toPlainText()
        editor.system.setPlainText(whole.replace("{fence}", "the mark"))
        editor.check.click()
        qtbot.waitUntil(lambda: "broken" in editor.found.text(), timeout=10_000)
        assert "{fence}" in editor.broken.text()
        editor.system.setPlainText(whole + "\n{{letter}}")
        editor.check.click()
        qtbot.waitUntil(lambda: editor.found.text().startswith("Not saved"), timeout=10_000)
        editor.system.setPlainText(whole + "\nBe brief.\n")
        editor.check.click()
        qtbot.waitUntil(lambda: "Every rule holds" in editor.found.text(), timeout=10_000)
        editor.close()

    def begin() -> None:
        with_dialog(qtbot, DecisionDialog, signed, page.acts.draft.click)

    with_dialog(qtbot, PromptEditor, write, begin)
    quiet(qtbot, window)
    assert page.chosen is not None
    assert (page.chosen.line.version, page.chosen.line.state) == ("1.0.0+firm.1", PromptState.DRAFT)
    page.choices.group.button(1).click()
    quiet(qtbot, window)
    rows = [page.differences.model.row(page.differences.model.index(n, 0)) for n in range(2)]
    assert [one.change for one in rows if one is not None] == [Change.ADDED, Change.ADDED]
    assert page.differences.counted.text() == "2 lines differ"

    def untested(dialog: QDialog) -> None:
        assert isinstance(dialog, DecisionDialog)
        assert "not tested" in dialog.caution.text()
        signed(dialog)

    with_dialog(qtbot, DecisionDialog, untested, page.acts.approve.click)
    quiet(qtbot, window)
    in_force = desk.app.prompts.review.book.in_force(ANALYSIS)
    assert in_force is not None
    assert in_force.version == "1.0.0+firm.1"
    assert window.tabs.prompts.approved.value.text() == "2 of 2"
    choose(window, "1.0.0")
    assert page.acts.back.isVisible()
    with_dialog(qtbot, DecisionDialog, signed, page.acts.back.click)
    quiet(qtbot, window)
    in_force = desk.app.prompts.review.book.in_force(ANALYSIS)
    assert in_force is not None
    assert in_force.version == "1.0.0"
    told = page.history.model
    history = [told.row(told.index(n, 0)) for n in range(told.rowCount())]
    assert [one.change for one in history if one is not None][:2] == ["rolled back to", "retired"]


def test_tests_run_here_and_by_the_service_only_after_a_yes(
    qtbot: QtBot, window: MainWindow, desk: ServiceDesk
) -> None:
    tests = window.tabs.prompts.tests
    window.tabs.prompts.choices.group.button(1).click()
    tests.start.click()
    quiet(qtbot, window)
    assert tests.model.rowCount() == 1
    assert tests.cases.rowCount() == 10
    desk.use("ok", usd_in=2.0, usd_out=8.0)
    desk.server.answer = lambda _body: "{}"
    tests.choose_version("1.0.0")

    def refuse(dialog: QDialog) -> None:
        assert isinstance(dialog, SendDialog)
        assert "10 invented letters go to Test service" in dialog.words.text()
        assert "$" in dialog.words.text()
        dialog.reject()

    with_dialog(qtbot, SendDialog, refuse, tests.start.click)
    quiet(qtbot, window)
    assert desk.server.log == []
    with_dialog(qtbot, SendDialog, lambda dialog: dialog.accept(), tests.start.click)
    quiet(qtbot, window)
    assert tests.model.rowCount() == 2
    assert len([seen for seen in desk.server.log if seen.body]) >= 10
    first = tests.cases.row(tests.cases.index(0, 0))
    assert first is not None
    assert first.problem == "service.answer_unusable"
    compare = window.tabs.prompts.compare
    assert compare.sentence.text().startswith("The engine on this machine does better")
    assert "McNemar" in compare.more.text()


def test_a_comparison_is_begun_shown_and_ended(qtbot: QtBot, window: MainWindow, desk: ServiceDesk) -> None:
    compare, review = window.tabs.prompts.compare, desk.app.prompts.review
    window.tabs.prompts.choices.group.button(2).click()
    assert "no candidate" in compare.standing.text()
    draft = review.begin(ANALYSIS, "1.0.0", "Ann Lee", WHY)
    review.propose(ANALYSIS, draft.version, "Ann Lee", WHY)
    window.tabs.prompts.refresh()
    quiet(qtbot, window)
    compare.share.setText("25")
    with_dialog(qtbot, DecisionDialog, signed, compare.begin.click)
    quiet(qtbot, window)
    assert "gets 25 % beside 1.0.0. 0 of 60 planned letters" in compare.standing.text()
    assert review.book.running(ANALYSIS) is not None
    compare.end.click()
    quiet(qtbot, window)
    assert review.book.running(ANALYSIS) is None
    assert compare.standing.text().startswith("Ended")


def test_a_tampered_file_is_shown_and_what_was_approved_stays(
    qtbot: QtBot, window: MainWindow, desk: ServiceDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not window.tabs.prompts.notice.isVisible()
    path, real = spoiled(tmp_path, "judge it by a rubric", "judge it kindly by a rubric"), paths.config_file
    monkeypatch.setattr(paths, "config_file", lambda name: path if name == "prompts.yaml" else real(name))
    window.tabs.health.refresh()
    quiet(qtbot, window)
    assert window.state.text() == "1 failing"
    window.tabs.prompts.refresh()
    quiet(qtbot, window)
    assert window.tabs.prompts.changed.value.text() == "1 refused"
    assert "prompts.yaml, line" in window.tabs.prompts.notice.words.text()
    choose(window, "1.0.0")
    assert "kindly" not in window.tabs.prompts.text
    assert "judge it by a rubric" in window.tabs.prompts.text


def test_an_analysis_shows_its_exact_prompt(qtbot: QtBot, window: MainWindow, desk: ServiceDesk) -> None:
    desk.use("ok")
    outcome = desk.analyze()
    sent = json.loads(desk.server.log[-1].body)["messages"]
    shown: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PromptShown)
        shown.append(dialog.text.toPlainText())
        dialog.reject()

    window.analyze.result.show_record(outcome.record)
    with_dialog(qtbot, PromptShown, look, lambda: window.analyze.result.prompt_wanted.emit(outcome.record.id))
    assert all(one["content"].strip() in shown[0] for one in sent)


def test_files_are_named_with_their_line_and_bad_ones_are_not_taken_in(
    qtbot: QtBot, window: MainWindow, desk: ServiceDesk, tmp_path: Path
) -> None:
    acts, said = window.tabs.prompts.list.acts, []
    window.tabs.prompts.said.connect(said.append)
    target = tmp_path / "out.yaml"
    acts.export_to(target, ANALYSIS)
    quiet(qtbot, window)
    assert target.read_text("utf-8").startswith("prompts:")
    target.write_text(target.read_text("utf-8").replace("state: approved", "state: blessed"), "utf-8")
    acts.import_from(target, "Ann Lee", WHY)
    quiet(qtbot, window)
    assert "out.yaml, line" in said[-1]
    assert len([one for one in desk.app.prompts.review.versions() if one.prompt_id == ANALYSIS]) == 2


@pytest.mark.parametrize("page", [0, 1, 2])
def test_every_control_has_a_name(qtbot: QtBot, window: MainWindow, page: int) -> None:
    window.tabs.setCurrentWidget(window.tabs.prompts)
    window.tabs.prompts.choices.group.button(page).click()
    quiet(qtbot, window)

    def named(widget: QWidget) -> str:
        face = QAccessible.queryAccessibleInterface(widget)
        return str(face.text(QAccessible.Text.Name)) if face else ""

    reachable = [
        one
        for one in window.tabs.prompts.findChildren(QWidget)
        if one.isVisibleTo(window) and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert reachable
    assert [f"{type(one).__name__} {one.objectName()}" for one in reachable if not named(one)] == []
