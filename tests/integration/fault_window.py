"""A window under a fault, and what is seen of it: what was said, what was lost, for how long it stood still."""

from __future__ import annotations

import contextlib
import gc
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import NexusError
from nexus_desktop.ui.desk import Stage
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.integration.fault_story import PASSPHRASE
from tests.letters import LETTER
from tests.ui.heart import Heart


@dataclass
class Tour:
    """The window, and what is seen of it."""

    window: MainWindow
    heart: Heart
    shown: list[NexusError]
    surprises: list[BaseException] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    added: int = 0
    longest: float = 0.0
    own: float = 0.0
    missing: int = 0  # letters of other processes that were promised to be kept and are not there

    def during(self, act: Callable[[], object]) -> None:
        """An act and all that comes of it. Only this is timed, not what the tour itself does in this thread."""
        self.heart.begin()
        act()
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()
        while self.window._runner.busy or not self.window.analyze.settled:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        self.longest, self.own = max(self.longest, self.heart.longest), max(self.own, self.heart.own)
        self.seen |= {error.code for error in self._errors()}

    def paste(self, more: str = "") -> None:
        self.added += 1
        QApplication.clipboard().setText(f"{LETTER}\nOur number {self.added}.{more}")
        self.during(self.window.analyze.intake.paste)

    def decide(self) -> None:
        """Decide everything for the letter in view."""
        tab = self.window.analyze
        if tab.letter is not None and tab.letter.review is not None and tab.letter.stage is Stage.REVIEW:
            for finding in tab.letter.review.undecided():
                tab.letter.review.decide(finding, redact=True)
            tab.review.changed.emit()

    def analyze(self) -> None:
        """Decide everything for the letter in view and press Analyze, or Save again."""
        self.decide()
        if self.window.analyze.primary.text().startswith(("Analyze", "Save again")):
            self.during(self.window.analyze.primary.click)

    def _errors(self) -> list[NexusError]:
        """Everything that is said now, in dialogs, on the desk and beside results."""
        desk = self.window.analyze.letters.desk.letters
        there = [letter.error for letter in desk if letter.error is not None]
        there += [letter.outcome.problem for letter in desk if letter.outcome and letter.outcome.problem]
        there += [letter.outcome.fallback for letter in desk if letter.outcome and letter.outcome.fallback]
        return [*self.shown, *there]

    def lost(self) -> int:
        """Letters that were added and are neither kept nor on the desk."""
        kept = len(self.window._application.letters.newest(100_000))
        held = [one for one in self.window.analyze.letters.desk.letters if one.outcome is None or not one.outcome.kept]
        return self.missing + max(0, self.added - kept - len(held))


@contextlib.contextmanager
def window_of(theme: Theme, shown: list[NexusError], passphrase: str | None = PASSPHRASE) -> Iterator[Tour]:
    """A window on the store of NEXUS_HOME that has read its first letter, and is closed at the end."""
    bootstrap = Bootstrap()
    store = bootstrap.settings.store.model_copy(update={"busy_seconds": 2})
    bootstrap.settings = bootstrap.settings.model_copy(update={"store": store})
    window = MainWindow(bootstrap.open(passphrase), TaskRunner(), theme, Path(tempfile.mkdtemp()) / "window.ini")
    window.resize(1366, 768)
    window.show()
    tour = Tour(window, Heart(), shown)
    tour.added = len(window._application.letters.newest(100_000))
    tour.during(lambda: None)
    tour.paste()  # loads what is loaded late
    tour.analyze()
    yield tour
    tour.heart.stop()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # here: a worker that happened upon the rest of the window would delete it in its own thread
