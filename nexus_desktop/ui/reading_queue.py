"""Letters that wait to be read, one after the other: forty scans must not fight for the same two processors."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nexus_desktop.models.errors import StoreLocked
from nexus_desktop.ui.desk import DeskLetter, Stage

if TYPE_CHECKING:
    from nexus_desktop.ui.letter_flow import LetterFlow

GUESSED_AFTER = 10
"""Seconds of reading after which it is said how long the rest takes; before that a guess is none."""


class ReadingQueue(QObject):
    """``changed`` whenever a letter comes, goes, or is done; ``waits`` when one letter waits again."""

    changed = Signal()
    waits = Signal(object)

    def __init__(self, flow: LetterFlow, parent: QObject, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._flow, self._clock = flow, clock
        self._began = self._spent = 0.0  # seconds: when the present letter was begun, and over those of this batch
        self._read = 0  # letters of this batch
        self._waiting: deque[DeskLetter] = deque()
        self._current: DeskLetter | None = None
        self._held = False
        self.paused = False
        flow.moved.connect(self._moved)
        flow.dropped.connect(self._dropped)

    @property
    def waiting(self) -> int:
        """How many letters are still to be read, without the one that is being read."""
        return len(self._waiting)

    @property
    def is_reading(self) -> bool:
        """Whether a letter is being read."""
        return self._current is not None

    @property
    def seconds_left(self) -> float | None:
        """How long it takes until the last that waits is read, as those before it took; None before ten seconds."""
        if not self._read or self._current is None or self._spent < GUESSED_AFTER:
            return None
        each = self._spent / self._read
        return each * len(self._waiting) + max(0.0, each - (self._clock() - self._began))

    def add(self, letters: Sequence[DeskLetter], *, first: bool = False) -> None:
        """Put letters at the end; ``first``: at the front, for one that a person waits for."""
        for letter in letters:
            letter.stage, letter.error = Stage.WAITING, None
            self.waits.emit(letter)
        self._waiting.extendleft(reversed(letters)) if first else self._waiting.extend(letters)
        self._next()

    def read_next(self, letter: DeskLetter) -> None:
        """Let a letter that waits be the next."""
        if letter in self._waiting:
            self._waiting.remove(letter)
            self._waiting.appendleft(letter)
            self.changed.emit()

    def take_out(self, letter: DeskLetter) -> None:
        """Do not read a letter, or stop reading it: then the flow drops it within a moment."""
        if letter in self._waiting:
            self._waiting.remove(letter)
            self.changed.emit()
        elif letter is self._current and letter.task is not None:
            letter.task.cancel()

    def pause(self, paused: bool) -> None:
        """Begin no further letter, or go on; the one being read is read to its end."""
        self.paused = paused
        self._next()

    @Slot()
    def pause_waiting(self) -> None:
        """Begin with none of those that wait, if any do: somebody cancelled what runs."""
        if self._waiting:
            self.pause(True)

    def hold(self, held: bool) -> None:
        """The same for as long as the store is locked: what is read has to be told in its trail."""
        self._held = held
        self._next()

    def _next(self) -> None:
        if self._waiting and self._current is None and not (self.paused or self._held):
            self._current, self._began = self._waiting.popleft(), self._clock()
            self._flow.read(self._current)
        self.changed.emit()

    @Slot(object)
    def _moved(self, letter: DeskLetter) -> None:
        if letter is not self._current or letter.stage is Stage.READING:
            return
        self._current = None
        self._count()
        if isinstance(letter.error, StoreLocked):
            self.add([letter], first=True)
        else:
            self._next()

    def _count(self) -> None:
        """Learn from one that was read; the next batch begins anew."""
        self._read, self._spent = self._read + 1, self._spent + self._clock() - self._began
        if not self._waiting:
            self._read, self._spent = 0, 0.0

    @Slot(object)
    def _dropped(self, letter: DeskLetter) -> None:
        if letter is self._current:
            self._current = None
            self._next()
