"""How long the window stands still while forty letters are read in the background and one of them is worked on.

    python tests/benchmarks/bench_batch.py [COUNT]

Prints the longest gap of a 2 ms timer over all of it, its ratio to the limit of 50 ms, the most that the window itself
computed in one go, and seconds and megabytes for the whole batch.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("NEXUS_HOME", tempfile.mkdtemp(prefix="nexus-bench-"))

import psutil
from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import paths
from nexus_desktop.ui.desk import Stage
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.benchmarks.bench_window import LIMIT, Heart

COUNT = 40
PRESS_MILLISECONDS = 400  # between two keys of the person who reviews the first letter meanwhile


def main(count: int) -> None:
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    folder = Path(tempfile.mkdtemp(prefix="nexus-batch-"))
    sample = paths.resource("samples/nexus-letter.txt").read_text("utf-8")
    for number in range(count):
        (folder / f"letter {number}.txt").write_text(sample, "utf-8")
    window = MainWindow(Bootstrap().open_throwaway(), TaskRunner(), theme, folder / "window.ini")
    window.resize(1366, 768)
    window.show()
    heart = Heart()
    heart.during(window, window.analyze.intake.open_sample)
    keys = window.analyze.keys
    turn = [keys.next, keys.keep, keys.undo]
    press = QTimer()
    press.timeout.connect(lambda: turn.append(turn.pop(0)) or turn[-1].trigger())
    press.start(PRESS_MILLISECONDS)
    began = perf_counter()
    gap, own = heart.during(window, lambda: window.analyze.intake.open_files([folder]))
    press.stop()
    stages = [letter.stage for letter in window.analyze.letters.desk.letters]
    megabytes = psutil.Process().memory_info().rss / 1e6
    sys.stdout.write(
        f"{stages.count(Stage.REVIEW) - 1} of {count} read in {perf_counter() - began:.1f} s, {megabytes:.0f} MB; "
        f"longest gap {1000 * gap:.1f} ms ({gap / LIMIT:.2f} of the limit), own {1000 * own:.1f} ms\n"
    )
    window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
