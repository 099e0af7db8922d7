"""What lies on the desk: taken in, read in order, kept against a crash, taken off and put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nexus_desktop.models.errors import NexusError
from nexus_desktop.ui.desk import DeskLetter, DeskModel, Stage
from nexus_desktop.ui.desk_bar import DeskBar
from nexus_desktop.ui.hand_keeper import HandKeeper, on_the_desk, unfinished
from nexus_desktop.ui.queue_strip import QueueStrip
from nexus_desktop.ui.reading_queue import ReadingQueue
from nexus_desktop.ui.translation import said, tr

if TYPE_CHECKING:
    from nexus_desktop.services.application import Application
    from nexus_desktop.services.work_in_hand import UnfinishedLetter
    from nexus_desktop.ui.letter_flow import LetterFlow
    from nexus_desktop.ui.tasks import TaskRunner
    from nexus_desktop.ui.theme import Theme

NOT_KEPT = tr("Your open letters could not be secured against a crash. {} {}")


class DeskWork(QObject):
    """``choose`` carries a letter to show, ``gone`` one that was taken off."""

    choose = Signal(object)
    gone = Signal(object)

    def __init__(
        self, application: Application, runner: TaskRunner, flow: LetterFlow, desk: DeskModel, theme: Theme
    ) -> None:
        super().__init__(desk)
        self._hand, self._runner, self._flow, self._desk = application.in_hand, runner, flow, desk
        self._levels = application.levels
        self._offered: tuple[UnfinishedLetter, ...] = ()  # from before, neither taken up nor discarded
        self._offer_made = False
        self.bar, self.strip = DeskBar(theme), QueueStrip(theme)
        self.queue = ReadingQueue(flow, self)
        self.keeper = HandKeeper(application.in_hand, runner, self._unfinished, self)
        self.keeper.failed.connect(self._not_kept)
        self.queue.waits.connect(desk.touch)
        runner.cancelling.connect(self.queue.pause_waiting)
        self.queue.changed.connect(self._show_queue)
        self.strip.pause_wanted.connect(self.queue.pause)
        self.strip.retry_wanted.connect(self.retry_failed)
        flow.progressed.connect(desk.touch)
        flow.moved.connect(self.keeper.note)
        for changed in (desk.rowsInserted, desk.rowsRemoved):
            changed.connect(self.keeper.note)
            changed.connect(self._show_queue)
        flow.moved.connect(self._show_queue)

    # --- in and out -------------------------------------------------------------------------------------------------

    def take_in(self, letters: Sequence[DeskLetter]) -> None:
        """Put letters on the desk in their order, to be read in it; pasted text is read at once."""
        if not letters:
            return
        self._desk.add(*letters)
        files = [letter for letter in letters if not isinstance(letter.source, str)]
        for letter in letters:
            if isinstance(letter.source, str):
                self._flow.read(letter)
        self.queue.add(files, first=len(files) == 1)

    def take_off(self, letter: DeskLetter) -> None:
        """Take a letter off the desk; what was decided in it can be had back."""
        if letter.stage is Stage.ANALYZING or letter not in self._desk.letters:
            return
        reading = letter.stage is Stage.READING
        self.queue.take_out(letter)
        if reading:
            if letter.task is not None:
                letter.task.cancel()  # and the flow drops it
            return
        row = self._desk.letters.index(letter)
        self._desk.remove(letter)
        self.gone.emit(letter)
        self.bar.show_choices(
            tr("“{title}” was taken off the desk.").format(title=letter.title),
            (tr("Undo"), lambda: self._put_back(letter, row)),
            (tr("Close"), lambda: None),
        )

    def _put_back(self, letter: DeskLetter, row: int) -> None:
        self._desk.add(letter, row=min(row, self._desk.rowCount()))
        if letter.stage is Stage.WAITING:
            self.queue.add([letter])
        self.choose.emit(letter)

    def retry(self, letter: DeskLetter) -> None:
        """Read a letter again that could not be read."""
        if letter.stage is Stage.FAILED:
            self.queue.add([letter], first=True)

    @Slot()
    def retry_failed(self) -> None:
        """The same for every one."""
        self.queue.add([letter for letter in self._desk.letters if letter.stage is Stage.FAILED])

    def holds_identifiers(self, text: str) -> bool:
        """Whether a text holds an identifier of any letter on the desk."""
        return any(letter.review.names_in(text) for letter in self._desk.letters if letter.review is not None)

    # --- from before ------------------------------------------------------------------------------------------------

    @Slot()
    def offer_left(self) -> None:
        """Ask about the letters that were open when the program last ended, if any were."""
        hand = self._hand
        self._runner.run(lambda _progress, _cancelled: hand.left(), self._offer)

    def _offer(self, left: tuple[UnfinishedLetter, ...]) -> None:
        self._offered, self._offer_made = left, True
        if not left:
            return
        what = tr("{left} letters").format(left=len(left)) if len(left) > 1 else tr("1 letter")
        decided = sum(len(one.decided) for one in left)
        with_it = (
            tr(", with {decided} decision{s}").format(decided=decided, s="s" if decided > 1 else "") if decided else ""
        )
        self.bar.show_choices(
            tr("You had {letters} open{with_it}.").format(letters=what, with_it=with_it),
            (tr("Go on"), self._take_up),
            (tr("Discard"), self._discard),
        )

    def _take_up(self) -> None:
        left, self._offered = self._offered, ()
        letters = [on_the_desk(one) for one in left]
        self.take_in(letters)
        self.choose.emit(letters[0])

    def _discard(self) -> None:
        left, self._offered = self._offered, ()
        self.keeper.note()
        self.bar.show_choices(
            tr("Discarded. The files themselves are where they were."),
            (tr("Undo"), lambda: self._offer_again(left)),
            (tr("Close"), lambda: None),
        )

    def _offer_again(self, left: tuple[UnfinishedLetter, ...]) -> None:
        self.keeper.note()
        self._offer(left)

    def _unfinished(self) -> list[UnfinishedLetter] | None:
        """None while nobody knows what there is from before, which would be replaced."""
        if not self._offer_made:
            return None
        level = self._levels.in_force
        found = (unfinished(letter, level) for letter in self._desk.letters)
        return [*(one for one in found if one is not None), *self._offered]

    # --- what is said ------------------------------------------------------------------------------------------------

    @Slot()
    def _show_queue(self) -> None:
        self.strip.show_queue(self._desk, self.queue)

    @Slot(object)
    def _not_kept(self, error: Exception) -> None:
        told = error if isinstance(error, NexusError) else NexusError()
        self.bar.show_choices(NOT_KEPT.format(said(told), tr(told.next_step)), (tr("Close"), lambda: None))
