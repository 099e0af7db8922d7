"""Carries a letter through its stages: each step is one service call in a job, and one signal when it is through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nexus_desktop.models.errors import Cancelled, NexusError
from nexus_desktop.models.letter_models import ClientFields, Decision, DeidentifiedText, Level
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.service_flow import Reviewed, ServiceFlow
from nexus_desktop.ui.translation import tr

if TYPE_CHECKING:
    from nexus_desktop.models.case_models import CaseFacts
    from nexus_desktop.models.ports import CancelFlag, Progress
    from nexus_desktop.services.analyze_letter import AnalyzeLetter, Outcome
    from nexus_desktop.services.case_files import CaseFiles
    from nexus_desktop.services.levels import Levels
    from nexus_desktop.services.review import Review
    from nexus_desktop.services.workbench import Preparation
    from nexus_desktop.ui.tasks import Task, TaskRunner

    Read = tuple[Review, str | None, ClientFields]


class LetterFlow(QObject):
    """``moved`` when a letter reached another stage, ``dropped`` when it was cancelled, ``kept`` when it was saved."""

    moved = Signal(object)
    dropped = Signal(object)
    progressed = Signal(object)
    kept = Signal()

    services: ServiceFlow | None = None  # set where letters may go to a service

    def __init__(
        self,
        letters: AnalyzeLetter,
        case_files: CaseFiles,
        levels: Levels,
        runner: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._letters, self._levels, self._runner = letters, levels, runner
        self._case_files = case_files

    # --- reading ----------------------------------------------------------------------------------------------------

    def read(self, letter: DeskLetter) -> None:
        """Read a file or pasted text and look for identifiers, those known of the client of its case first."""
        letters, source, given, left = self._letters, letter.source, letter.client, letter.left
        level = letter.level or self._levels.in_force
        letter.error, letter.percent = None, 0
        case_files, matter_id = self._case_files, letter.matter.id if letter.matter else None

        def job(progress: Progress, cancelled: CancelFlag) -> Read:
            client = given or case_files.knowledge(matter_id).client
            if isinstance(source, Path):
                preparation = letters.open_file(source, level, client, progress, cancelled)
            else:
                preparation = letters.open_text(source or "", level, client, progress, cancelled)
            review = letters.review(preparation)
            if left is not None and left.sha256 == preparation.letter.sha256:
                review.take_over((one.finding(), one.redact) for one in left.decided)
            return review, letters.seen_before(preparation), client

        self._start(letter, Stage.READING, job, lambda got: self._was_read(letter, got), self._could_not_read)
        if letter.task is not None:
            letter.task.progressed.connect(lambda _words, done: self._progressed(letter, done))

    def look_again(self, letter: DeskLetter, level: Level, client: ClientFields) -> None:
        """Find identifiers at another level or with other client fields; decisions made so far are carried over."""
        earlier, letters = letter.review, self._letters
        if earlier is None:
            return
        preparation: Preparation = earlier.preparation
        letter.client = client

        def job(progress: Progress, cancelled: CancelFlag) -> Read:
            progress(tr("Looking for identifiers"), 0.2)
            return letters.review(letters.again(preparation, level, client, cancelled), earlier), None, client

        self._start(letter, Stage.READING, job, lambda got: self._was_read(letter, got), self._back_to_review)

    def _progressed(self, letter: DeskLetter, done: float) -> None:
        percent = round(100 * done)
        if letter.stage is Stage.READING and percent != letter.percent:
            letter.percent = percent
            self.progressed.emit(letter)

    def _was_read(self, letter: DeskLetter, got: Read) -> None:
        letter.review, letter.seen_before, letter.client = got
        letter.left = letter.task = None
        letter.outcome = letter.record = None
        self._move(letter, Stage.REVIEW)
        self.kept.emit()

    def _could_not_read(self, letter: DeskLetter, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.dropped.emit(letter)
            self._runner.report(error)
            return
        letter.error = error if isinstance(error, NexusError) else NexusError()
        self._move(letter, Stage.FAILED)
        if not isinstance(error, NexusError):
            self._runner.failed.emit(error)

    # --- analyzing --------------------------------------------------------------------------------------------------

    def preview(
        self, letter: DeskLetter, done: Callable[[DeidentifiedText], None], failed: Callable[[Exception], None]
    ) -> Task | None:
        """The text as it would be analyzed, with what is undecided shown as removed."""
        review = letter.review
        if review is None:
            return None
        letters, preparation, decisions = self._letters, review.preparation, self._decisions(letter, guess=True)
        return self._runner.run(
            lambda _progress, cancelled: letters.preview(preparation, decisions, cancelled), done, failed
        )

    def analyze(self, letter: DeskLetter, *, here: bool = False) -> None:
        """Apply the decisions, analyze and keep: through the service in use, if there is one, else on this machine.

        ``here``: on this machine whatever is in use.
        """
        review = letter.review
        if review is None:
            return
        letters, preparation, decisions = self._letters, review.preparation, self._decisions(letter, guess=False)
        case_files, matter_id = self._case_files, letter.matter.id if letter.matter else None

        def facts() -> CaseFacts | None:
            return case_files.knowledge(matter_id).facts

        if (
            not here
            and self.services is not None
            and self.services.analyze(
                Reviewed(preparation, decisions, facts, matter_id),
                lambda outcome: self._was_analyzed(letter, outcome),
                lambda error: self._back_to_review(letter, error),
                lambda: self._move(letter, Stage.REVIEW),
            )
        ):
            self._move(letter, Stage.ANALYZING)
            return

        def job(progress: Progress, cancelled: CancelFlag) -> Outcome:
            return letters.analyze(preparation, decisions, progress, cancelled, facts(), matter_id=matter_id)

        self._start(
            letter,
            Stage.ANALYZING,
            job,
            lambda outcome: self._was_analyzed(letter, outcome),
            self._back_to_review,
        )

    def keep_again(self, letter: DeskLetter) -> None:
        """Save a result that could not be saved before."""
        outcome, letters = letter.outcome, self._letters
        if outcome is not None:
            self._runner.run(
                lambda _progress, _cancelled: letters.keep(outcome), lambda again: self._was_analyzed(letter, again)
            )

    def _was_analyzed(self, letter: DeskLetter, outcome: Outcome) -> None:
        letter.outcome, letter.record = outcome, outcome.record
        self._move(letter, Stage.RESULT)
        if outcome.kept:
            self.kept.emit()

    def _back_to_review(self, letter: DeskLetter, error: Exception) -> None:
        self._move(letter, Stage.REVIEW)
        self._runner.report(error)

    def _decisions(self, letter: DeskLetter, *, guess: bool) -> tuple[Decision, ...]:
        review = letter.review
        if review is None:
            return ()
        by, now = self._letters.actor, datetime.now(UTC)
        guessed = [Decision(finding, True, by, now) for finding in review.undecided()] if guess else []
        return (*review.decisions(by, now), *guessed)

    # --- moving -----------------------------------------------------------------------------------------------------

    def _start(
        self,
        letter: DeskLetter,
        stage: Stage,
        job: Callable[[Progress, CancelFlag], object],
        done: Callable[..., None],
        failed: Callable[[DeskLetter, Exception], None],
    ) -> None:
        letter.task = self._runner.run(job, done, lambda error: failed(letter, error))
        self._move(letter, stage)

    def _move(self, letter: DeskLetter, stage: Stage) -> None:
        letter.stage = stage
        self.moved.emit(letter)
