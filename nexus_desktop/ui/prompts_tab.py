"""The Prompts tab: which words are asked, who stands behind them, how well they do, and how they are tested."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nexus_desktop.models.errors import RecordNotFound
from nexus_desktop.models.prompt_models import PromptState
from nexus_desktop.ui.compliance_fields import Message
from nexus_desktop.ui.late_stack import LateStack, is_made
from nexus_desktop.ui.prompt_compare_page import ComparePage
from nexus_desktop.ui.prompt_shown import PromptShown
from nexus_desktop.ui.prompt_tests_page import TestsPage
from nexus_desktop.ui.prompt_versions_page import VersionsPage, VersionsState, read_versions
from nexus_desktop.ui.theme import LARGE, MEDIUM, WIDE, Theme
from nexus_desktop.ui.translation import said, tr
from nexus_desktop.ui.widgets import Figure, Segments, figures

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.application import PromptWork
    from nexus_desktop.services.prompt_asked import ShownPrompt
    from nexus_desktop.ui.tasks import TaskRunner


class PromptsTab(QWidget):
    """``told`` after something was told in the audit trail."""

    told = Signal()
    said = Signal(str)

    def __init__(self, work: PromptWork, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._work, self._runner, self._theme = work, runner, theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        layout.setSpacing(MEDIUM)
        self.approved, self.versions = Figure(tr("prompts in force")), Figure(tr("versions"))
        self.asked, self.changed = Figure(tr("letters asked with them")), Figure(tr("texts"))
        layout.addLayout(figures(self.approved, self.versions, self.asked, self.changed))
        self.notice = Message()
        layout.addWidget(self.notice)
        self.choices = Segments((tr("Versions"), tr("Tests"), tr("Compare")))
        layout.addWidget(self.choices)
        self.list = VersionsPage(work, runner, theme)
        self.list.changed.connect(self._changed)
        self.list.said.connect(self.said)
        self.pages = LateStack(lambda: self.list, lambda: self.tests, lambda: self.compare)
        layout.addWidget(self.pages, 1)
        self.choices.chosen.connect(self.pages.choose)

    @cached_property
    def tests(self) -> TestsPage:
        """Letters that a version is tried on, and how it did."""
        made = TestsPage(self._work, self._runner, self._theme)
        made.ran.connect(self._changed)
        made.said.connect(self.said)
        made.refresh()
        return made

    @cached_property
    def compare(self) -> ComparePage:
        """Two versions on the same letters."""
        made = ComparePage(self._work, self._runner)
        made.changed.connect(self._changed)
        made.refresh()
        return made

    @Slot()
    def begin(self) -> None:
        """Once it stands in the window; it reads each time it comes into view."""
        self.pages.choose(0)

    @property
    def text(self) -> str:
        """The text in view."""
        return self.list.text.toPlainText()

    def showEvent(self, event: QShowEvent) -> None:
        """Coming into view: letters may have been analyzed meanwhile."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read everything again."""

        def job(_progress: Progress, _cancelled: CancelFlag) -> VersionsState:
            return read_versions(self._work)

        self._runner.run(job, self._show)
        for page in ("tests", "compare"):
            if is_made(self, page):
                getattr(self, page).refresh()

    def _show(self, state: VersionsState) -> None:
        lines = [one.line for one in state.rows]
        used = {line.prompt_id for line in lines if line.used}
        in_force = {line.prompt_id for line in lines if line.used and line.state is PromptState.APPROVED}
        refused = self._work.review.refused()
        wrong = len(refused) + sum(not line.unchanged for line in lines)
        self.approved.show_value(f"{len(in_force)} of {len(used)}", "" if in_force == used else "bad")
        self.versions.show_value(str(len(lines)))
        self.asked.show_value(f"{sum(one.effect.letters for one in state.rows if one.effect):,}")
        self.changed.show_value(
            tr("{wrong} refused").format(wrong=wrong) if wrong else tr("as recorded"), "bad" if wrong else "good"
        )
        stays = tr(" What was approved last stays in force.") if refused and in_force else ""
        self.notice.say("\n".join(said(one) for one in refused) + stays if refused else "", bad=True)
        self.list.show_state(state)

    @Slot(str)
    def show_asked(self, analysis_id: str) -> None:
        """The exact prompt of a kept analysis, in a window of its own."""

        def job(_progress: Progress, _cancelled: CancelFlag) -> ShownPrompt:
            return self._work.asked.show(analysis_id)

        def failed(error: Exception) -> None:
            if isinstance(error, RecordNotFound):
                self.said.emit(tr("Nothing was kept of how this analysis was asked for."))
            else:
                self._runner.failed.emit(error)

        def done(shown: ShownPrompt) -> None:
            self._runner.afterwards(PromptShown(shown, self.window()).exec)

        self._runner.run(job, done, failed)

    @Slot()
    def _changed(self) -> None:
        self.refresh()
        self.told.emit()
