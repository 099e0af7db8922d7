"""Every screen of the program, brought up one after the other as a person comes upon them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Event

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from nexus_desktop.models.errors import KeyMissing, NexusError
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.models.paper_models import Mode
from nexus_desktop.models.service_models import ServiceKind
from nexus_desktop.runtime.key_recovery import RecoveryKey
from nexus_desktop.services.session import LockReason
from nexus_desktop.ui.case_dialogs import CompareDialog, MoveDialog, NewCaseDialog
from nexus_desktop.ui.client_dialog import ClientDialog
from nexus_desktop.ui.command_palette import CommandPalette
from nexus_desktop.ui.commands import of_menus
from nexus_desktop.ui.data_dialog import DataDialog
from nexus_desktop.ui.desk import DeskLetter
from nexus_desktop.ui.diagnostics_dialog import DiagnosticsDialog
from nexus_desktop.ui.failure_dialog import FailureDialog
from nexus_desktop.ui.first_pages import Ground
from nexus_desktop.ui.first_start import FirstStart
from nexus_desktop.ui.help_window import PAGES
from nexus_desktop.ui.keys_dialog import KeysDialog
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.override_dialog import OverrideDialog
from nexus_desktop.ui.passphrase_dialog import PassphraseDialog, Purpose
from nexus_desktop.ui.prompt_decision import DecisionDialog, SendDialog
from nexus_desktop.ui.prompt_editor import PromptEditor
from nexus_desktop.ui.recovery_dialog import RecoveryDialog, RecoveryEntryDialog
from nexus_desktop.ui.service_dialog import ServiceDialog
from nexus_desktop.ui.service_preview import PreviewDialog
from nexus_desktop.ui.theme import Theme
from nexus_desktop.ui.window_lock import State
from tests.ui.conftest import quiet
from tests.ui.story import analyze, decide_everything, paste
from tests.ui.test_service_screens import go_online
from tests.unit.analysis.test_comparison import REPORT

Screen = tuple[str, QWidget]
"""Its name, and the window or dialog to look at."""


class Tour:
    """``screens`` gives each while it is up, and takes it down when the next is asked for."""

    def __init__(self, qtbot: QtBot, window: MainWindow, theme: Theme) -> None:
        self._qtbot, self._window, self._theme = qtbot, window, theme
        self._application, self._runner = window._application, window._runner

    def screens(self) -> Iterator[Screen]:
        """All of them."""
        yield from self._tabs("empty")
        yield from self._letter()
        yield from self._cases()
        yield from self._tabs("used")
        yield from self._result_dialogs()
        yield from self._dialogs()
        yield from self._trash()
        yield from self._first_steps()
        yield from self._help()
        yield from self._locked()

    def _quiet(self) -> None:
        quiet(self._qtbot, self._window)

    def _shown(self, name: str, dialog: QDialog) -> Iterator[Screen]:
        dialog.show()
        self._quiet()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # --- the window -------------------------------------------------------------------------------------------------

    def _tabs(self, state: str) -> Iterator[Screen]:
        window = self._window
        pages: dict[QWidget, Sequence[QAbstractButton]] = {
            window.analyze: (),
            window.tabs.compliance: window.tabs.compliance.choices,
            window.tabs.audit: (),
            window.tabs.health: window.tabs.health.segments.group.buttons(),
            window.tabs.prompts: window.tabs.prompts.choices.group.buttons(),
        }
        for number, (tab, choices) in enumerate(pages.items()):
            window.tabs.setCurrentWidget(tab)
            self._quiet()
            name = window.tabs.tabText(number).lower()
            for choice in choices:
                choice.click()
                self._quiet()
                yield f"{name}-{choice.text().lower().replace(' ', '-')}-{state}", window
            if choices:
                choices[0].click()
            else:
                yield f"{name}-{state}", window
        window.tabs.setCurrentWidget(window.analyze)
        self._quiet()

    def _letter(self) -> Iterator[Screen]:
        window, tab = self._window, self._window.analyze
        failed = DeskLetter("a-letter-with-a-very-long-name-that-nobody-would-want-to-read-in-full.pdf")
        tab.letters.put_on_desk(failed)
        tab.flow._could_not_read(failed, NexusError())
        self._quiet()
        yield "analyze-could-not-read", window
        tab.work.take_off(failed)
        tab.work.bar.buttons[-1].click()
        tab.intake.open_sample()
        self._quiet()
        yield "analyze-review", window
        tab.keys.both.trigger()
        self._quiet()
        yield "analyze-review-side-by-side", window
        decide_everything(tab)
        self._quiet()
        yield "analyze-review-done", window
        analyze(self._qtbot, window)
        yield "analyze-result", window
        tab.keys.next.trigger()
        for section in set(tab.result._sections.values()):
            section.open()
        self._quiet()
        yield "analyze-result-open", window

    def _trash(self) -> Iterator[Screen]:
        window, tab = self._window, self._window.analyze
        tab.trash.show()
        self._quiet()
        yield "trash-empty", window
        line = self._application.letters.newest(1)[0]
        tab.trash.put(line.id, line.condition)
        self._quiet()
        yield "trash", window
        tab.trash.look(line.id)
        self._quiet()
        yield "trash-looked-at", window
        tab.trash.undo()
        self._quiet()

    def _cases(self) -> Iterator[Screen]:
        window, tab = self._window, self._window.analyze
        first = tab.record
        assert first is not None
        tab.cases.make_case("2026-014", "C-7")
        self._quiet()
        tab.cases.case.keeps.click()
        self._quiet()
        yield "case", window
        paste(self._qtbot, window, REPORT)
        second = analyze(self._qtbot, window)
        tab.cases.compare(first.id, second.id, Mode.REPORT)
        self._quiet()
        yield "comparison", window
        tab.letters.ask_search()
        self._quiet()
        yield "search-empty", window
        QTest.keyClicks(tab.letters.search, "knee")
        self._qtbot.waitUntil(lambda: not tab.cases._typed.isActive())
        self._quiet()
        yield "search", window
        tab.letters.search.clear()
        tab.keys.back.trigger()
        self._quiet()

    # --- dialogs ----------------------------------------------------------------------------------------------------

    def _result_dialogs(self) -> Iterator[Screen]:
        window, tab, application = self._window, self._window.analyze, self._application
        record = tab.record
        assert record is not None
        yield from self._shown("dialog-disagree", OverrideDialog(record.result.opinion.items[0], None, window))
        tab.export()
        self._quiet()
        papers = tab.export_report.dialog
        assert papers is not None
        yield "dialog-export", papers
        papers.close()
        yield from self._shown("dialog-new-case", NewCaseDialog(window))
        yield from self._shown("dialog-move", MoveDialog(application.case_files.board(), None, window))
        lines = application.letters.newest(5)
        yield from self._shown("dialog-compare", CompareDialog(self._theme, lines, window))
        yield from self._shown("dialog-client", ClientDialog(ClientFields(names=("Ann Lee",)), window))
        go_online(window, "http://127.0.0.1:9/v1")
        letter = tab.letter
        assert letter is not None
        assert letter.review is not None
        decisions = tab.flow._decisions(letter, guess=False)
        draft = application.by_service.draft(letter.review.preparation, decisions, Event())
        application.profiles.work_offline(offline=True)
        window.show_service()
        yield from self._shown("dialog-preview", PreviewDialog(draft, 0.02, window))

    def _dialogs(self) -> Iterator[Screen]:
        window, application, runner = self._window, self._application, self._runner
        service = ServiceDialog(application, runner, window.analyze.services, window)
        service.begin(ServiceKind.OPENAI)
        yield from self._shown("dialog-services", service)
        yield from self._shown("dialog-keys", KeysDialog(application.keys, runner, 12, window))
        data = DataDialog(application.backups, application.retention, runner, window)
        data.refresh()
        yield from self._shown("dialog-data", data)
        for purpose in Purpose:
            asking = PassphraseDialog(purpose, shortest=12, parent=window)
            yield from self._shown(f"dialog-passphrase-{purpose}", asking)
        recovery = RecoveryDialog(RecoveryKey(bytes(20)), window)
        recovery.show()
        yield "dialog-recovery-sheet", recovery
        recovery.go_on.click()
        yield from self._shown("dialog-recovery-check", recovery)
        yield from self._shown("dialog-recovery-entry", RecoveryEntryDialog(KeyMissing(), parent=window))
        yield from self._shown("dialog-failure", FailureDialog(KeyMissing(), window))
        diagnostics: list[DiagnosticsDialog] = []
        runner.run(application.diagnostics.collect, lambda files: diagnostics.append(DiagnosticsDialog(files, window)))
        self._quiet()
        yield from self._shown("dialog-diagnostics", diagnostics[0])
        decision = DecisionDialog("Approve a version", "It is used from the next letter on.", "Approve", "ann", window)
        yield from self._shown("dialog-prompt-decision", decision)
        yield from self._shown("dialog-prompt-send", SendDialog("10 invented letters go to a service.", window))
        line = application.prompts.review.versions()[0]
        yield from self._shown("dialog-prompt-editor", PromptEditor(application.prompts.review, runner, line, window))
        yield from self._shown("palette", CommandPalette(list(of_menus(window.menuBar())), window))

    def _first_steps(self) -> Iterator[Screen]:
        application = self._application
        ground = Ground(self._runner, self._theme, 12, application=application)
        steps = FirstStart(ground, application.first_steps, self._window)
        steps.show()
        for page in steps.pages:
            steps.show_step(page.step)
            self._quiet()
            yield f"first-steps-{page.step}", steps
        steps.reject()
        steps.deleteLater()

    def _help(self) -> Iterator[Screen]:
        for name, _ in PAGES[:2]:
            self._window.help.open(name)
            self._quiet()
            yield f"help-{name}", self._window.help
        self._window.help.close()

    def _locked(self) -> Iterator[Screen]:
        window = self._window
        window.locking.lock(LockReason.ASKED)
        self._qtbot.waitUntil(lambda: window.locking.state is State.LOCKED)
        self._quiet()
        yield "locked", window
