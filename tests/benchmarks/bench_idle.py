"""What the window costs while nobody touches it, against the limit of one percent of a core.

    python tests/benchmarks/bench_idle.py [SECONDS]

Prints the processor time of the process and how often it woke, first with an empty desk, then with a result in view,
each with the window in front and its first checks done; and once more with the window locked.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["NEXUS_HOME"] = tempfile.mkdtemp(prefix="nexus-bench-")

import psutil
from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import paths
from nexus_desktop.services.session import LockReason
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.benchmarks.figures import figure

SECONDS = 60.0
LIMIT = 0.01  # of a core
PASSPHRASE = "four words not together"


def wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def settle(window: MainWindow) -> None:
    """Until nothing runs, and a moment more."""
    wait(0.5)
    while window._runner.busy or not window.analyze.settled:
        wait(0.2)
    wait(2)


def measure(name: str, seconds: float) -> None:
    """Processor time of all threads, in the share of one core."""
    woken = psutil.Process().num_ctx_switches().voluntary
    began, used = perf_counter(), process_time()
    wait(seconds)
    share = (process_time() - used) / (perf_counter() - began)
    wakes = (psutil.Process().num_ctx_switches().voluntary - woken) / seconds
    sys.stdout.write(
        f"{name:<18} {100 * share:6.3f} % of a core {share / LIMIT:6.3f} of the limit {wakes:7.1f} wakes/s\n"
    )
    figure(f"idle, {name}", 100 * share, "% of a core", limit=100 * LIMIT)


def main(seconds: float) -> None:
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    window = MainWindow(Bootstrap().open(PASSPHRASE), TaskRunner(), theme, Path(tempfile.mkdtemp()) / "window.ini")
    window.show()
    window.activateWindow()
    settle(window)
    measure("empty desk", seconds)
    window.analyze.intake.open_sample()
    settle(window)
    assert window.analyze.letter is not None
    assert window.analyze.letter.review is not None
    measure("a review", seconds)
    for finding in window.analyze.letter.review.undecided():
        window.analyze.letter.review.decide(finding, redact=True)
    window.analyze.review.changed.emit()
    window.analyze.primary.click()
    settle(window)
    measure("a result", seconds)
    window._application.endpoint.switch(True)
    measure("endpoint listening", seconds)
    window._application.endpoint.switch(False)
    window.locking.lock(LockReason.ASKED)
    settle(window)
    measure("locked", seconds)
    window.close()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
