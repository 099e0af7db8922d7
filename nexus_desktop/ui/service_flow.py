"""The one entry of the Analyze tab to services: draft, show, send. Each step is a job; the person stands between two.

``analyze`` gives False where the work is offline, and the caller then reads the letter on this machine as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nexus_desktop.ui.service_preview import Choice, PreviewDialog
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nexus_desktop.models.case_models import CaseFacts
    from nexus_desktop.models.letter_models import Decision
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.models.service_models import Draft, ServiceProfile
    from nexus_desktop.services.analyze_letter import Outcome
    from nexus_desktop.services.application import Application
    from nexus_desktop.services.workbench import Preparation
    from nexus_desktop.ui.tasks import TaskRunner

    Done = Callable[[Outcome], None]
    Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A letter with its decisions, and the case it is of; ``facts`` are asked for in the job."""

    preparation: Preparation = field(repr=False)
    decisions: Sequence[Decision] = field(repr=False)
    facts: Callable[[], CaseFacts | None]
    matter_id: str | None


class ServiceFlow(QObject):
    """``changed`` after something was sent or waits, so that whoever shows it looks again."""

    changed = Signal()

    def __init__(self, application: Application, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._by_service, self._usage, self._runner = application.by_service, application.usage, runner
        self._letters, self._profiles = application.letters, application.profiles
        self._window = parent
        self.ask: Callable[[Draft], Choice] = self._show  # replaced in tests
        self.may_show: Callable[[], bool] = lambda: True  # not while the window is covered: a letter would lie on top

    @property
    def in_use(self) -> ServiceProfile | None:
        """The service letters go to; None where the work is offline."""
        return self._profiles.settings().in_use

    def analyze(self, reviewed: Reviewed, done: Done, failed: Failed, left: Callable[[], None]) -> bool:
        """Analyze a reviewed letter through the service in use. One of ``done``, ``failed`` and ``left`` (the person
        decided nothing) is called in the end. False, and nothing happens, where the work is offline."""
        if self.in_use is None:
            return False

        def draft(progress: Progress, cancelled: CancelFlag) -> Draft:
            progress(tr("Preparing what would be sent"), 0.05)
            return self._by_service.draft(reviewed.preparation, reviewed.decisions, cancelled)

        self._runner.run(draft, lambda made: self._drafted(made, reviewed, done, failed, left), failed)
        return True

    def _drafted(self, draft: Draft, reviewed: Reviewed, done: Done, failed: Failed, left: Callable[[], None]) -> None:
        choice = self._choice(draft)
        if choice is Choice.NOTHING:
            left()
            return

        def send(progress: Progress, cancelled: CancelFlag) -> Outcome:
            approval = self._by_service.service.approve(draft)
            return self._by_service.analyze(
                reviewed.preparation,
                reviewed.decisions,
                draft,
                approval,
                progress,
                cancelled,
                reviewed.facts(),
                reviewed.matter_id,
            )

        def offline(progress: Progress, cancelled: CancelFlag) -> Outcome:
            return self._letters.analyze(
                reviewed.preparation,
                reviewed.decisions,
                progress,
                cancelled,
                reviewed.facts(),
                matter_id=reviewed.matter_id,
            )

        self._runner.run(send if choice is Choice.SEND else offline, lambda got: self._sent(got, done), failed)

    def _sent(self, outcome: Outcome, done: Done) -> None:
        done(outcome)
        self.changed.emit()

    def send_waiting(self, analysis_id: str, done: Done, failed: Failed) -> None:
        """Send one letter that waits; its bytes are shown as ever."""
        by_service = self._by_service
        self._runner.run(
            lambda _progress, _cancelled: by_service.draft_waiting(analysis_id),
            lambda draft: self._send_later(analysis_id, draft, done, failed),
            failed,
        )

    def _send_later(self, analysis_id: str, draft: Draft, done: Done, failed: Failed) -> None:
        service = self._by_service.service
        if self._choice(draft) is not Choice.SEND:
            self.changed.emit()
            return

        def send(progress: Progress, cancelled: CancelFlag) -> Outcome:
            return self._by_service.send_waiting(analysis_id, draft, service.approve(draft), progress, cancelled)

        self._runner.run(send, lambda got: self._sent(got, done), failed)

    def _choice(self, draft: Draft) -> Choice:
        if not self.may_show():
            return Choice.NOTHING
        return self.ask(draft) if self._by_service.service.needs_review(draft) else Choice.SEND

    def _show(self, draft: Draft) -> Choice:
        dialog = PreviewDialog(draft, self._usage.most(draft), self._window)
        dialog.exec()
        return dialog.choice
