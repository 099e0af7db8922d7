"""How long the window stands still while forty letters are read in the background and one of them is worked on.

    python tests/benchmarks/bench_batch.py [COUNT] [--scans]

The longest gap of a 2 ms timer over all of it, beside the limit of 50 ms, the most that the window itself computed in
one go, and letters not read, seconds and megabytes for the whole batch. With ``--scans`` the letters are pictures:
clean, slanted, and as a bad fax, as PNG, JPEG and PDF.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
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
from tests.benchmarks.bench_ocr import fax, page, slanted
from tests.benchmarks.bench_window import LIMIT, at_work
from tests.benchmarks.figures import figure
from tests.ui.heart import Heart

COUNT = 40
MEMORY_LIMIT = 400  # megabytes, of the window
PRESS_MILLISECONDS = 400  # between two keys of the person who reviews the first letter meanwhile


def write_letters(folder: Path, text: str, count: int) -> None:
    """The same letter so many times, as text."""
    for number in range(count):
        (folder / f"letter {number}.txt").write_text(text, "utf-8")


def write_scans(folder: Path, text: str, count: int) -> None:
    """The first page of a letter so many times, as pictures of every kind."""
    clean, _ = page(text)
    pictures = (clean, slanted(clean), fax(clean))
    for number in range(count):
        picture, ending = pictures[number % 3], ("png", "jpg", "pdf")[number // 3 % 3]
        picture.save(folder / f"scan {number}.{ending}", dpi=(200, 200))


def main(count: int, write: Callable[[Path, str, int], None]) -> None:
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    folder = Path(tempfile.mkdtemp(prefix="nexus-batch-"))
    sample = paths.resource("samples/nexus-letter.txt").read_text("utf-8")
    write(folder, sample, count)
    window = MainWindow(Bootstrap().open_throwaway(), TaskRunner(), theme, folder / "window.ini")
    window.resize(1366, 768)
    window.show()
    heart = Heart()
    heart.during(window.analyze.intake.open_sample, at_work(window))
    keys = window.analyze.keys
    turn = [keys.next, keys.keep, keys.undo]
    press = QTimer()
    press.timeout.connect(lambda: turn.append(turn.pop(0)) or turn[-1].trigger())
    press.start(PRESS_MILLISECONDS)
    began = perf_counter()
    gap, own = heart.during(lambda: window.analyze.intake.open_files([folder]), at_work(window))
    press.stop()
    stages = [letter.stage for letter in window.analyze.letters.desk.letters]
    megabytes = psutil.Process().memory_info().rss / 1e6
    name = f"{count} letters"
    figure(f"{name}, not read", count + 1 - stages.count(Stage.REVIEW), "letters", limit=0)
    figure(f"{name}, all", perf_counter() - began, "s")
    figure(f"{name}, memory", megabytes, "MB", limit=MEMORY_LIMIT)
    figure(f"{name}, longest gap", 1000 * gap, "ms", limit=1000 * LIMIT)
    figure(f"{name}, computed in one go", 1000 * own, "ms")
    window.close()


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    main(numbers[0] if numbers else COUNT, write_scans if "--scans" in sys.argv else write_letters)
