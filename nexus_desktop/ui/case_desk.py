"""Cases, search and comparison in the Analyze tab: each deed is one service call in a job, and one thing shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from nexus_desktop.models.paper_models import ReportKind
from nexus_desktop.ui.case_dialogs import CompareDialog, MoveDialog, NewCaseDialog
from nexus_desktop.ui.case_leaving import CaseLeaving
from nexus_desktop.ui.case_page import CasePage, CaseWish
from nexus_desktop.ui.compare_page import ComparePage
from nexus_desktop.ui.paper_formats import FORMATS
from nexus_desktop.ui.pdf_writer import pdf_of
from nexus_desktop.ui.search_page import Hits, SearchPage
from nexus_desktop.ui.translation import tr
from nexus_desktop.ui.widgets import leave_off

if TYPE_CHECKING:
    from nexus_desktop.models.case_file import CaseView, MatterLine
    from nexus_desktop.models.paper_models import Mode
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.models.records import AnalysisLine, AnalysisRecord, Matter
    from nexus_desktop.services.application import Application
    from nexus_desktop.services.kept_comparisons import KeptComparison
    from nexus_desktop.ui.letter_actions import LetterActions
    from nexus_desktop.ui.letters_pane import LettersPane
    from nexus_desktop.ui.result_surroundings import ResultSurroundings
    from nexus_desktop.ui.tasks import TaskRunner
    from nexus_desktop.ui.theme import Theme

TYPED_MILLISECONDS = 200  # without another letter, before it is searched for
MOST_HITS = 100
UNSAVED = tr("What you typed in the case is not saved yet. It is still there: open the details of the case (Ctrl+I).")
KINDS = {f"{words} (*.{kind.value})": kind for kind, words in FORMATS.items() if kind is not ReportKind.JSON}


class CaseDesk(QObject):
    """``page_wanted`` carries a SidePage to show, ``opened`` the id of an analysis, ``changed`` when something was
    written to the store, ``moved`` when an analysis went into another case, ``said`` a line for the status bar."""

    page_wanted = Signal(object)
    opened = Signal(str)
    changed = Signal()
    moved = Signal()
    said = Signal(str)

    def __init__(
        self, application: Application, pane: LettersPane, runner: TaskRunner, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._matters, self._files, self._search = application.matters, application.case_files, application.search
        self._comparisons, self._pane, self._runner = application.kept_comparisons, pane, runner
        self._theme, self._window = theme, window
        self._sought = 0  # number of the newest search
        self.case, self.search = CasePage(theme), SearchPage(theme)
        self.comparison = ComparePage(theme, application.authorities)
        self.leaving = CaseLeaving(application, runner, window)
        self.pages = (self.case, self.search, self.comparison)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MILLISECONDS)
        self._typed.timeout.connect(self._seek)
        pane.search_wanted.connect(self.ask)
        pane.new_case_wanted.connect(self.new_case)
        pane.case_wanted.connect(self.show_case)
        pane.case_chosen.connect(self._follow)
        self.search.scope_changed.connect(self._seek)
        self.search.analysis_chosen.connect(self.opened)
        self.search.case_chosen.connect(self.show_case)
        self.case.save_wanted.connect(self._save)
        self.case.hold_wanted.connect(self._hold)
        self.case.close_wanted.connect(self._close)
        self.case.check_wanted.connect(self._check_note)
        self.case.note_wanted.connect(self._note)
        self.case.give_wanted.connect(self._give)
        self.case.purge_wanted.connect(self._purge)
        leave_off(self.case.give, on=application.features.matter_file)
        leave_off(self.case.purge, on=application.features.retention)
        self.leaving.given.connect(self._has_changed)
        self.leaving.gone.connect(self._gone)
        self.case.left_unsaved.connect(lambda: self.said.emit(UNSAVED))
        self.comparison.again_wanted.connect(self.compare)
        self.comparison.open_wanted.connect(self.opened)
        self.comparison.export_wanted.connect(self._ask_where)

    def serve(self, around: ResultSurroundings, keys: LetterActions, kept: Callable[[], AnalysisRecord | None]) -> None:
        """Take the wishes of result and keys. ``kept`` gives the result in view, where it is in the store."""

        def with_record(deed: Callable[[AnalysisRecord], None]) -> None:
            record = kept()
            if record is not None:
                deed(record)

        for move in (around.move_wanted, keys.move.triggered):
            move.connect(lambda: with_record(self.move))
        for compare in (around.compare_wanted, keys.compare.triggered):
            compare.connect(lambda: with_record(self.compare_with))
        around.opened.connect(self.opened)
        around.compared.connect(self.compare)
        around.changed.connect(self.changed)
        self.moved.connect(around.again)
        keys.search.triggered.connect(self._pane.ask_search)
        keys.new_case.triggered.connect(self.new_case)
        keys.case.triggered.connect(self._pane.show_case)

    def _do(self, job: Callable[[], object], done: Callable[..., None]) -> None:
        self._runner.run(lambda _progress, _cancelled: job(), done)

    # --- the list ---------------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self, chosen: str | None = None) -> None:
        """Read the list of cases anew."""
        self._do(self._files.board, lambda lines: self._pane.show_cases(lines, chosen))

    @Slot()
    def new_case(self) -> None:
        """Ask for a number, and make a case."""
        dialog = NewCaseDialog(self._window)
        if dialog.exec():
            self.make_case(dialog.reference.text(), dialog.client.text())

    def make_case(self, reference: str, client: str, then: Callable[[Matter], None] | None = None) -> None:
        """Make a case and choose it; then show its page, or do something else with it."""
        matters = self._matters
        self._do(lambda: matters.create(reference, client), lambda made: self._made(made, then))

    def _made(self, matter: Matter, then: Callable[[Matter], None] | None) -> None:
        self.changed.emit()
        if then is not None:
            then(matter)
        else:
            self.refresh(matter.id)
            self.show_case(matter)

    # --- one case ---------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_case(self, matter: Matter) -> None:
        """Show the page of a case."""
        files = self._files
        self._do(lambda: files.view(matter.id), self._show_case)

    @Slot(object)
    def _follow(self, matter: Matter) -> None:
        """Another case is chosen: where the page of one is up, it is that of this one now."""
        shown = self.case.view.line.matter.id if self.case.view is not None else None
        if self.case.isVisible() and matter.id != shown:
            self.show_case(matter)

    def _show_case(self, view: CaseView) -> None:
        self.case.open_case(view)
        self.page_wanted.emit(self.case)

    @Slot(object)
    def _save(self, wish: CaseWish) -> None:
        matters, files, matter = self._matters, self._files, wish.matter

        def job() -> CaseView:
            if (wish.reference.strip(), wish.client_number.strip()) != (matter.reference, matter.client or ""):
                matters.rename(matter.id, wish.reference, wish.client_number)
            files.switch(matter.id, on=wish.keeps)
            if wish.keeps:
                files.keep(matter.id, wish.client, wish.facts)
            return files.view(matter.id)

        self._do(job, self._saved)

    def _saved(self, view: CaseView) -> None:
        self.case.show_case(view)
        self._has_changed(tr("Case {reference} is saved.").format(reference=view.line.matter.reference))

    @Slot(bool)
    def _hold(self, held: bool) -> None:
        self._change(lambda matter: self._matters.hold(matter.id, held=held))

    @Slot(bool)
    def _close(self, closed: bool) -> None:
        self._change(lambda matter: self._matters.close(matter.id, closed=closed))

    def _change(self, change: Callable[[Matter], object], then: Callable[[], None] = lambda: None) -> None:
        if self.case.view is None:
            return
        files, matter = self._files, self.case.view.line.matter

        def job() -> CaseView:
            change(matter)
            return files.view(matter.id)

        self._do(job, lambda view: self._stands_otherwise(view, then))

    def _stands_otherwise(self, view: CaseView, then: Callable[[], None]) -> None:
        then()
        self.case.show_standing(view)
        self._has_changed("")

    @Slot(str)
    def _check_note(self, words: str) -> None:
        if self.case.view is not None:
            files, matter_id = self._files, self.case.view.line.matter.id
            self._do(lambda: files.cleaned(matter_id, words), self.case.note.show_cleaned)

    @Slot(str)
    def _note(self, words: str) -> None:
        def note(matter: Matter) -> None:
            self._files.note(matter.id, words)

        self._change(note, self.case.note.start_anew)

    @Slot()
    def _give(self) -> None:
        if self.case.view is not None:
            self.leaving.ask_give(self.case.view)

    @Slot()
    def _purge(self) -> None:
        if self.case.view is not None:
            self.leaving.ask_purge(self.case.view.line.matter)

    @Slot(str)
    def _gone(self, words: str) -> None:
        self.case.view = None
        self.case.left.emit()
        self._has_changed(words)

    @Slot(str)
    def _has_changed(self, words: str) -> None:
        self.refresh()
        self.changed.emit()
        if words:
            self.said.emit(words)

    # --- search -----------------------------------------------------------------------------------------------------

    @Slot(str)
    def ask(self, _text: str) -> None:
        """Something is typed into the search field: show the page, and look once the typing rests."""
        if not self.search.isVisible():
            self.search.show_scope(self._pane.matter)
            self.page_wanted.emit(self.search)
        self._typed.start()

    @Slot()
    def _seek(self) -> None:
        self._sought += 1
        number, text, matter = self._sought, self._pane.search.text(), self.search.matter_id
        search, files = self._search, self._files

        def job() -> Hits:
            terms, found = search.find(text, matter)
            cases = [hit for hit in files.found(text) if matter in (None, hit.matter.id)]
            hits = search.page(terms, found, 0, MOST_HITS)
            return Hits(text, tuple(cases), tuple(hits), len(found.places), found.ranked, found.cut)

        self._do(job, lambda hits: self._found(number, hits))

    def _found(self, number: int, hits: Hits) -> None:
        if number == self._sought:
            self.search.show_hits(hits)

    def search_again(self) -> None:
        """What was found may be other now."""
        if self.search.isVisible():
            self._seek()

    def shows(self, analysis_id: str) -> bool:
        """Whether the page that is up compares an analysis."""
        shown = self.comparison.shown
        return self.comparison.isVisible() and shown is not None and analysis_id in shown.ids

    # --- moving and comparing ---------------------------------------------------------------------------------------

    def move(self, record: AnalysisRecord) -> None:
        """Ask where an analysis goes, and put it there."""
        self._do(self._files.board, lambda lines: self._ask_move(record, lines))

    def _ask_move(self, record: AnalysisRecord, lines: list[MatterLine]) -> None:
        dialog = MoveDialog(lines, record.letter.matter_id, self._window)
        if not dialog.exec():
            return
        if not dialog.wants_new:
            self.put(record.id, dialog.chosen)
            return
        new = NewCaseDialog(self._window)
        if new.exec():
            self.make_case(new.reference.text(), new.client.text(), lambda made: self.put(record.id, made.id))

    def put(self, analysis_id: str, matter_id: str | None) -> None:
        """Put an analysis into a case, or out of one."""
        matters = self._matters
        self._do(lambda: matters.assign(analysis_id, matter_id), lambda _nothing: self._was_put())

    def _was_put(self) -> None:
        self._has_changed(tr("The letter was moved."))
        self.moved.emit()

    def compare_with(self, record: AnalysisRecord) -> None:
        """Ask what an analysis is compared with, and show it."""
        comparisons = self._comparisons
        self._do(
            lambda: comparisons.candidates(record.id, record.letter.matter_id),
            lambda lines: self._ask_compare(record, lines),
        )

    def _ask_compare(self, record: AnalysisRecord, lines: list[AnalysisLine]) -> None:
        dialog = CompareDialog(self._theme, lines, self._window)
        if dialog.exec() and dialog.chosen is not None:
            self.compare(record.id, dialog.chosen)

    @Slot(str, str, object)
    def compare(self, one: str, other: str, mode: Mode | None = None) -> None:
        """Show two analyses side by side."""
        comparisons = self._comparisons
        self._runner.run(lambda _progress, cancelled: comparisons.compare(one, other, mode, cancelled), self._compared)

    def _compared(self, found: KeptComparison) -> None:
        self.comparison.show_comparison(found)
        self.page_wanted.emit(self.comparison)

    @Slot(object)
    def _ask_where(self, shown: KeptComparison) -> None:
        name = f"nexus-comparison-{shown.second.created_at:%Y-%m-%d}-{shown.second.id[:8]}.pdf"
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            tr("Export comparison"),
            name,
            ";;".join(KINDS),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.export(shown, Path(chosen), KINDS.get(kind, ReportKind.PDF))

    def export(self, shown: KeptComparison, path: Path, kind: ReportKind) -> None:
        """Write a comparison to a new file."""
        comparisons = self._comparisons

        def work(_progress: Progress, _cancelled: CancelFlag) -> None:
            comparisons.export(shown, path, kind, pdf_of)

        self._runner.run(work, lambda _nothing: self._exported())

    def _exported(self) -> None:
        self.changed.emit()
        self.said.emit(tr("The comparison was written."))
