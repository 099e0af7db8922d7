"""The fault tour as a table: each fault made for real with a window open, what was said, what was lost, and how long
the window stood still.

    python tests/benchmarks/bench_faults.py

A line names the fault, the codes that were shown, letters that were neither kept nor still in hand, exceptions that
nobody foresaw, the longest pause of the window, and the most that the window itself computed in one go against the
limit of 100 ms: that is the pause on a machine that has nothing else to do. Faults from outside (network, service,
keyring, other processes) are run each in a process of its own; a full disk, a read-only home and a machine without
network need a namespace of their own, the keyring a Secret Service, and are left out without, which is said.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["NEXUS_HOME"] = tempfile.mkdtemp(prefix="nexus-bench-")

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from nexus_desktop.bootstrap import now
from nexus_desktop.models.errors import NexusError
from nexus_desktop.runtime import paths
from nexus_desktop.runtime.key_vault import Credentials
from nexus_desktop.services.session import LockReason
from nexus_desktop.ui.desk import Stage
from nexus_desktop.ui.failure_dialog import FailureDialog
from nexus_desktop.ui.theme import Theme
from tests.benchmarks.figures import figure
from tests.data.builders import pdf_letters
from tests.integration import batches, fault_story, fault_windows
from tests.integration.fault_story import PASSPHRASE
from tests.integration.fault_window import Tour, window_of
from tests.integration.fault_windows import Seen
from tests.integration.test_fault_tour import held_by_another, namespace, start

LIMIT = 0.100  # seconds
IN_NAMESPACE = "--in-namespace"


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
    real = now
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
    report(name, Seen(codes, lost, bugs, gap, own), took)


def report(name: str, seen: Seen, took: float) -> None:
    """One line."""
    sys.stdout.write(
        f"{name:<36} lost {seen.lost}  unforeseen {seen.unforeseen}  pause {1000 * seen.pause:5.0f} ms  own "
        f"{1000 * seen.own:5.0f} ms {seen.own / LIMIT:5.2f}  {took:5.1f} s  {', '.join(seen.codes) or '-'}\n"
    )
    sys.stdout.flush()
    figure(f"{name}: letters lost", seen.lost, "", limit=0)
    figure(f"{name}: unforeseen", seen.unforeseen, "", limit=0)
    figure(f"{name}: longest computing in one go", 1000 * seen.own, "ms", limit=1000 * LIMIT)


def from_outside() -> None:
    """Each fault from outside, in a process of its own."""
    for story, title in fault_windows.TITLES.items():
        began = perf_counter()
        with tempfile.TemporaryDirectory(prefix="nexus-bench-") as folder:
            seen = fault_windows.run(story, Path(folder))
        if seen is None:
            sys.stdout.write(f"{title:<36} not run: needs a namespace of its own, or a Secret Service\n")
            continue
        report(title, seen, perf_counter() - began)
        wrong = len(set(seen.codes) ^ set(fault_windows.CODES[story]))
        figure(f"{title}: codes that are not the right ones", wrong, "", limit=0)


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
    if not inside:
        from_outside()


if __name__ == "__main__":
    main()
