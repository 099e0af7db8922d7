"""The fault tour as a table: each fault made for real with a window open, what was said, what was lost, and how long
the window stood still.

    python tests/benchmarks/bench_faults.py

A line names the fault, the codes that were shown, letters that were neither kept nor still in hand, exceptions that
nobody foresaw, the longest pause of the window, and the most that the window itself computed in one go against the
limit of 100 ms: that is the pause on a machine that has nothing else to do. Network and service are no part of the
offline path and have no line. A full disk needs the right to mount, and is left out without.
"""

from __future__ import annotations

import contextlib
import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["NEXUS_HOME"] = tempfile.mkdtemp(prefix="nexus-bench-")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from nexus_desktop.bootstrap import Bootstrap, assembly, now, starter
from nexus_desktop.models.errors import NexusError
from nexus_desktop.runtime import paths
from nexus_desktop.runtime.key_vault import Credentials
from nexus_desktop.services.session import LockReason
from nexus_desktop.ui.desk import Stage
from nexus_desktop.ui.failure_dialog import FailureDialog
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.benchmarks.bench_window import Heart
from tests.benchmarks.figures import figure
from tests.data.builders import pdf_letters
from tests.integration import batches, fault_story
from tests.integration.fault_story import PASSPHRASE
from tests.integration.test_fault_tour import held_by_another, namespace, start
from tests.letters import LETTER

LIMIT = 0.100  # seconds
IN_NAMESPACE = "--in-namespace"


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

    def analyze(self) -> None:
        """Decide everything for the letter in view and press Analyze, or Save again."""
        tab = self.window.analyze
        if tab.letter is not None and tab.letter.review is not None and tab.letter.stage is Stage.REVIEW:
            for finding in tab.letter.review.undecided():
                tab.letter.review.decide(finding, redact=True)
            tab.review.changed.emit()
        if tab.primary.text() in ("Analyze", "Save again"):
            self.during(tab.primary.click)

    def _errors(self) -> list[NexusError]:
        """Everything that is said now, in dialogs, on the desk and beside results."""
        desk = self.window.analyze.letters.desk.letters
        there = [letter.error for letter in desk if letter.error is not None]
        there += [letter.outcome.problem for letter in desk if letter.outcome and letter.outcome.problem]
        return [*self.shown, *there]

    def lost(self) -> int:
        """Letters that were added and are neither kept nor on the desk."""
        kept = len(self.window._application.letters.newest(100_000))
        held = [one for one in self.window.analyze.letters.desk.letters if one.outcome is None or not one.outcome.kept]
        return max(0, self.added - kept - len(held))


def locked_by_another(tour: Tour) -> None:
    tour.paste()
    with held_by_another():
        tour.analyze()
    tour.analyze()


def file_exchanged(tour: Tour) -> None:
    database = paths.home() / "nexus.db"
    tour.paste()
    database.rename(database.with_suffix(".away"))
    tour.analyze()
    database.with_suffix(".away").rename(database)
    tour.analyze()


def all_memory(tour: Tour) -> None:
    bomb = Path(tempfile.mkdtemp()) / "bomb.pdf"
    bomb.write_bytes(pdf_letters.double_flate(900))
    tour.added += 1  # stays on the desk, with what to do
    tour.during(lambda: tour.window.analyze.intake.open_files([bomb]))
    tour.paste()
    tour.analyze()


def broken_files(tour: Tour) -> None:
    batch = batches.make(Path(tempfile.mkdtemp()), 28, every=4)
    tour.added += sum(not path.is_dir() for path in batch.files)  # a folder stands for what is in it
    tour.during(lambda: tour.window.analyze.intake.open_files(batch.files))


def many_files(tour: Tour) -> None:
    folder = Path(tempfile.mkdtemp())
    paths = [folder / f"gone-{number}.txt" for number in range(300)]
    tour.added += len(paths)
    tour.during(lambda: tour.window.analyze.intake.open_files(paths))


def huge_paste(tour: Tour) -> None:
    tour.added += 1
    QApplication.clipboard().setText("word " * 1_100_000)
    tour.during(tour.window.analyze.intake.paste)


def clock_jumps(tour: Tour) -> None:
    real = assembly.now
    tour.paste()
    for days in (1, -1):

        def clock(days: int = days) -> datetime:
            return real() + timedelta(days=days)

        tour.window._application.letters._clock = clock
        tour.window._application.audit._store.clock = clock
        tour.analyze()
        tour.during(tour.window.tabs.health.refresh)
        tour.paste()
    tour.window._application.letters._clock = tour.window._application.audit._store.clock = real
    tour.analyze()


def lock_while_busy(tour: Tour) -> None:
    tour.paste()
    tour.window.analyze.primary.click()
    tour.during(lambda: tour.window.locking.lock(LockReason.ASKED))
    tour.during(lambda: None)
    tour.during(lambda: tour.window.lock_page.wanted.emit(Credentials(passphrase=PASSPHRASE)))
    tour.during(lambda: None)
    tour.analyze()


def second_process(tour: Tour) -> None:
    child = start("stages")
    assert child.stdout is not None
    tour.paste()
    tour.analyze()
    while not child.stdout.readline().startswith("kept "):
        pass
    child.kill()
    child.communicate()


def cancelled(tour: Tour) -> None:
    tour.paste()
    tour.window.analyze.primary.click()
    tour.during(tour.window.cancel.click)
    tour.analyze()


def full_disk(tour: Tour) -> None:
    tour.paste()
    filler = fault_story.fill(paths.home())
    tour.analyze()
    filler.unlink()
    tour.analyze()


FAULTS: dict[str, Callable[[Tour], None]] = {
    "database locked by another program": locked_by_another,
    "database file exchanged": file_exchanged,
    "clock jumps a day, on and back": clock_jumps,
    "a letter that takes all memory": all_memory,
    "28 files, 7 of them broken": broken_files,
    "300 names of files that are gone": many_files,
    "5.5 million characters pasted": huge_paste,
    "cancelled while analyzing": cancelled,
    "locked while analyzing": lock_while_busy,
    "a second process at the same store": second_process,
}
ON_SMALL_DISK: dict[str, Callable[[Tour], None]] = {"disk full": full_disk}


@contextlib.contextmanager
def window_of(theme: Theme, shown: list[NexusError]) -> Iterator[Tour]:
    bootstrap = Bootstrap()
    store = bootstrap.settings.store.model_copy(update={"busy_seconds": 2})
    bootstrap.settings = bootstrap.settings.model_copy(update={"store": store})
    window = MainWindow(bootstrap.open(PASSPHRASE), TaskRunner(), theme, Path(tempfile.mkdtemp()) / "window.ini")
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


def run(theme: Theme, name: str, fault: Callable[[Tour], None]) -> None:
    shown: list[NexusError] = []
    FailureDialog.exec = lambda dialog: shown.append(dialog.error)  # type: ignore[method-assign,assignment]
    with window_of(theme, shown) as tour:
        sys.excepthook = lambda _kind, error, _trace: tour.surprises.append(error)
        tour.longest = tour.own = 0.0
        began = perf_counter()
        fault(tour)
        took, codes = perf_counter() - began, sorted(tour.seen)
        bugs = len(tour.surprises) + codes.count(NexusError.code)
        gap, own = tour.longest, tour.own
        reading = [one for one in tour.window.analyze.letters.desk.letters if one.stage is Stage.READING]
        lost = tour.lost() + len(reading)
    sys.stdout.write(
        f"{name:<36} lost {lost}  unforeseen {bugs}  pause {1000 * gap:5.0f} ms  own "
        f"{1000 * own:5.0f} ms {own / LIMIT:5.2f}  {took:5.1f} s  {', '.join(codes) or '-'}\n"
    )
    figure(f"{name}: letters lost", lost, "", limit=0)
    figure(f"{name}: unforeseen", bugs, "", limit=0)
    figure(f"{name}: longest computing in one go", 1000 * own, "ms", limit=1000 * LIMIT)


def main() -> None:
    fault_story.cheap_keys()
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    inside = IN_NAMESPACE in sys.argv
    if inside:
        fault_story.mount("-t", "tmpfs", "-o", f"size={fault_story.DISK},mode=0700", "none")
    for name, fault in (ON_SMALL_DISK if inside else FAULTS).items():
        run(theme, name, fault)
    command = namespace()
    if not inside and command:
        subprocess.run([*command, sys.executable, __file__, IN_NAMESPACE], check=True)


if __name__ == "__main__":
    assert (starter.now, assembly.now) == (now, now)
    main()
