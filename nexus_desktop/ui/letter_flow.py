"""Carries a letter through its stages: each step is one service call in a job, and one signal when it is through."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from nexus_desktop.models.errors import Cancelled, NexusError
from nexus_desktop.models.letter_models import ClientFields, Decision, DeidentifiedText, Level
from nexus_desktop.models.ports import CancelFlag, Progress
from nexus_desktop.services.analyze_letter import AnalyzeLetter, Outcome
from nexus_desktop.services.compliance import Compliance
from nexus_desktop.services.review import Review
from nexus_desktop.services.workbench import Preparation
from nexus_desktop.ui.desk import DeskLetter, Stage
from nexus_desktop.ui.tasks import Task, TaskRunner

Read = tuple[Review, str | None]
READ_AT_ONCE = 3
"""Letters that are read side by side: each has a thread and a process of its own, and a folder may hold thousands."""


class LetterFlow(QObject):
    """``moved`` when a letter reached another stage, ``dropped`` when it was cancelled, ``kept`` when it was saved."""

    moved = Signal(object)
    dropped = Signal(object)
    kept = Signal()

    def __init__(self, letters: AnalyzeLetter, compliance: Compliance, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._letters, self._compliance, self._runner = letters, compliance, runner
        self._waiting: deque[DeskLetter] = deque()
        self._reading, self._held = 0, False
        runner.cancelling.connect(self._drop_waiting)

    # --- reading ----------------------------------------------------------------------------------------------------

    def read(self, letter: DeskLetter) -> None:
        """Read a file or pasted text and look for identifiers, when it is its turn."""
        self._waiting.append(letter)
        self._move(letter, Stage.READING)
        self._read_more()

    def hold(self, held: bool) -> None:
        """Begin with no further letter for now: the store is about to be locked."""
        self._held = held
        self._read_more()

    def _read_more(self) -> None:
        while self._waiting and self._reading < READ_AT_ONCE and not self._held:
            self._reading += 1
            self._begin(self._waiting.popleft())

    def _read_one_less(self) -> None:
        self._reading -= 1
        self._read_more()

    @Slot()
    def _drop_waiting(self) -> None:
        while self._waiting:
            self.dropped.emit(self._waiting.popleft())

    def _begin(self, letter: DeskLetter) -> None:
        letters, level, source, client = self._letters, self._compliance.level, letter.source, letter.client

        def job(progress: Progress, cancelled: CancelFlag) -> Read:
            if isinstance(source, Path):
                preparation = letters.open_file(source, level, client, progress, cancelled)
            else:
                preparation = letters.open_text(source or "", level, client, progress, cancelled)
            return letters.review(preparation), letters.seen_before(preparation)

        def done(got: Read) -> None:
            self._was_read(letter, got)
            self._read_one_less()

        def failed(letter: DeskLetter, error: Exception) -> None:
            self._could_not_read(letter, error)
            self._read_one_less()

        self._start(letter, Stage.READING, job, done, failed)

    def look_again(self, letter: DeskLetter, level: Level, client: ClientFields) -> None:
        """Find identifiers at another level or with other client fields; decisions made so far are carried over."""
        earlier, letters = letter.review, self._letters
        if earlier is None:
            return
        preparation: Preparation = earlier.preparation
        letter.client = client

        def job(progress: Progress, cancelled: CancelFlag) -> Read:
            progress("Looking for identifiers", 0.2)
            return letters.review(letters.again(preparation, level, client, cancelled), earlier), None

        self._start(letter, Stage.READING, job, lambda got: self._was_read(letter, got), self._back_to_review)

    def _was_read(self, letter: DeskLetter, got: Read) -> None:
        letter.review, letter.seen_before = got
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

    def analyze(self, letter: DeskLetter) -> None:
        """Apply the decisions, analyze and keep."""
        review = letter.review
        if review is None:
            return
        letters, preparation, decisions = self._letters, review.preparation, self._decisions(letter, guess=False)
        self._start(
            letter,
            Stage.ANALYZING,
            lambda progress, cancelled: letters.analyze(preparation, decisions, progress, cancelled),
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
