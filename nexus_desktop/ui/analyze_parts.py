"""The parts of the Analyze tab, put together; what they do together is said in analyze_tab.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nexus_desktop.ui.case_desk import CaseDesk
from nexus_desktop.ui.clipboard_watch import ClipboardWatch
from nexus_desktop.ui.desk_pages import DeskPages
from nexus_desktop.ui.desk_work import DeskWork
from nexus_desktop.ui.disagreeing import Disagreeing
from nexus_desktop.ui.intake import Intake
from nexus_desktop.ui.letter_actions import LetterActions
from nexus_desktop.ui.letter_flow import LetterFlow
from nexus_desktop.ui.letter_pane import LetterPane
from nexus_desktop.ui.letters_pane import LettersPane
from nexus_desktop.ui.next_step import NextStep
from nexus_desktop.ui.page_reading import PageReading
from nexus_desktop.ui.report_export import ReportExport
from nexus_desktop.ui.result_panel import ResultPanel
from nexus_desktop.ui.result_reading import ResultReading
from nexus_desktop.ui.result_surroundings import ResultSurroundings
from nexus_desktop.ui.review_panel import ReviewPanel
from nexus_desktop.ui.reviewing import Reviewing
from nexus_desktop.ui.same_words import SameWords
from nexus_desktop.ui.service_flow import ServiceFlow
from nexus_desktop.ui.translation import titled
from nexus_desktop.ui.trash_desk import TrashDesk
from nexus_desktop.ui.turns import Turns

if TYPE_CHECKING:
    from nexus_desktop.models.records import AnalysisRecord
    from nexus_desktop.services.application import Application
    from nexus_desktop.ui.desk import DeskLetter
    from nexus_desktop.ui.tasks import TaskRunner
    from nexus_desktop.ui.theme import Theme

PANE_WIDTHS = [240, 660, 420]


class AnalyzeParts(QWidget):
    """``stored`` after something was written to the store; ``said`` carries a line for the status bar."""

    stored = Signal()
    said = Signal(str)

    def __init__(self, application: Application, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._letters, self._runner = application.letters, runner
        self.letter: DeskLetter | None = None
        self.record: AnalysisRecord | None = None
        self._covered = False
        self._before: tuple[DeskLetter | None, AnalysisRecord | None] = (None, None)
        self.flow = LetterFlow(application.letters, application.case_files, application.levels, runner, self)
        self.services = ServiceFlow(application, runner, self)
        self.flow.services = self.services
        self.intake = Intake(application.sample_letter, runner, self)
        self.export_report = ReportExport(application.reports, application.paper_choices, runner, self)
        self.letters = LettersPane(theme, lambda *wanted: application.letters.newest(*wanted))
        self.work = DeskWork(application, runner, self.flow, self.letters.desk, theme)
        self.watch = ClipboardWatch(self.work.holds_identifiers, self)
        self.watch.cleared.connect(self.said)
        self.letters.show_strip(self.work.strip)
        self.pane = LetterPane(theme)
        self.review = ReviewPanel(theme, titled(application.levels.titles()))
        self.result = ResultPanel(theme, application.authorities)
        self.reviewing = Reviewing(self.review, self.pane, self.flow)
        self.same_words = SameWords(self.review, self.letters.desk, self.work.bar)
        self.reading = ResultReading(self.result, self.pane)
        self.around = ResultSurroundings(application, self.reading, self.result, runner, theme)
        self.cases = CaseDesk(application, self.letters, runner, theme, self)
        self.trash = TrashDesk(application, self.work.bar, runner, theme)
        self.page_reading = PageReading(self.pane, application.letters, runner)
        self.disagreeing = Disagreeing(self.result, application.overrides, runner)
        self.keys = LetterActions(self)
        self.turns, self.afterwards = Turns(self), Turns(self)
        self.next_step = NextStep()
        self.primary, self.secondary = self.next_step.primary, self.next_step.secondary
        self.right = QStackedWidget()
        self.right.addWidget(self.review)
        self.right.addWidget(self.result)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.middle = DeskPages(self.pane, (*self.cases.pages, self.trash.page), self.next_step)
        for stretch, part in enumerate((self.letters, self.middle, self.right)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(stretch, int(part is self.middle))
        self.splitter.setSizes(PANE_WIDTHS)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.work.bar)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.next_step)
        self.setAcceptDrops(True)

    @property
    def settled(self) -> bool:
        """Whether everything that was to be shown is shown."""
        turns = (self.turns, self.afterwards, self.pane.pair.turns, self.result.turns, self.cases.comparison.turns)
        return not any(one.pending for one in turns)
