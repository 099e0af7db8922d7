"""Keeps the letters on the desk sealed on disk, so that a crash costs at most the last second."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nexus_desktop.models.errors import NexusError, StoreLocked
from nexus_desktop.services.work_in_hand import PlaceDecided, UnfinishedLetter, WorkInHand
from nexus_desktop.ui.desk import DeskLetter, Stage

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import Level
    from nexus_desktop.ui.tasks import TaskRunner

SOON = 800  # milliseconds after the first change that is not kept yet; a later change does not put it off
LATER = 5000  # after it could not be kept


class HandKeeper(QObject):
    """``failed`` carries why letters could not be kept, once until it works again."""

    failed = Signal(object)

    def __init__(
        self,
        hand: WorkInHand,
        runner: TaskRunner,
        letters: Callable[[], Sequence[UnfinishedLetter] | None],
        parent: QObject,
    ) -> None:
        """``letters`` gives what is to be kept now; None where that is not known yet, and what is kept has to stay."""
        super().__init__(parent)
        self._hand, self._runner, self._letters = hand, runner, letters
        self._kept: tuple[UnfinishedLetter, ...] | None = None  # as it is on disk; None: not known
        self._writing = self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._keep)

    @Slot()
    def note(self) -> None:
        """Something changed on the desk."""
        if not self._timer.isActive():
            self._timer.start(SOON)

    @Slot()
    def _keep(self) -> None:
        if self._writing:
            self._timer.start(SOON)
            return
        wanted, hand = self._letters(), self._hand
        if wanted is None:
            self._timer.start(SOON)
            return
        letters = tuple(wanted)
        if letters == self._kept:
            return
        self._writing = True
        self._runner.run(
            lambda _progress, _cancelled: hand.keep(letters), lambda _: self._done(letters), self._not_kept
        )

    def _done(self, letters: tuple[UnfinishedLetter, ...]) -> None:
        self._kept, self._writing, self._told = letters, False, False

    def _not_kept(self, error: Exception) -> None:
        self._writing = False
        self._timer.start(LATER)
        if not isinstance(error, StoreLocked) and not self._told:
            self._told = True
            self.failed.emit(error)

    def flush(self) -> None:
        """Keep what there is, now: the window closes."""
        self._timer.stop()
        letters = self._letters()
        if letters is not None:
            with suppress(NexusError):  # what was kept before stays
                self._hand.keep(tuple(letters))


def unfinished(letter: DeskLetter, level: Level) -> UnfinishedLetter | None:
    """A letter as it is kept; None for one that is done, or whose text nobody could get again.

    ``level`` is that of a letter for which none was chosen.
    """
    done = letter.stage is Stage.RESULT and letter.outcome is not None and letter.outcome.kept
    if letter.source is None or done:
        return None
    review, left = letter.review, letter.left
    if review is not None:
        sha256, decided = review.preparation.letter.sha256, _decided(letter)
    else:
        sha256, decided = (left.sha256, left.decided) if left is not None else ("", ())
    return UnfinishedLetter(
        title=letter.title,
        sha256=sha256,
        level=review.preparation.level if review is not None else letter.level or level,
        client=letter.client,
        path=str(letter.source) if isinstance(letter.source, Path) else None,
        pasted=letter.source if isinstance(letter.source, str) else None,
        decided=decided,
    )


def _decided(letter: DeskLetter) -> tuple[PlaceDecided, ...]:
    made = letter.review.made_here() if letter.review is not None else []
    return tuple(PlaceDecided.of(finding, redact) for finding, redact in made)


def on_the_desk(left: UnfinishedLetter) -> DeskLetter:
    """A letter that was in hand, waiting to be read again."""
    return DeskLetter(
        left.title,
        source=Path(left.path) if left.path is not None else left.pasted,
        client=left.client,
        level=left.level,
        left=left,
    )
