"""How long a start takes and what it holds, from source and frozen, against a bare Qt window in the same run.

    python3 build/dev.py bench start

Processor seconds, so that what else the machine does is not counted; the frozen program is measured where it was built
(``python3 build/dev.py package``). Medians of five starts after one that warms the files up.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil

from tests.benchmarks.figures import figure

ROOT = Path(__file__).resolve().parents[2]
STARTS = 5
MB = 1_000_000
BARE = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
def answers():
    Path(sys.argv[1]).write_text(f"{time.process_time()} {time.process_time()} 0")
app = QApplication([]); window = QMainWindow(); window.show()
QTimer.singleShot(0, answers)
app.exec()
"""
OURS = """
import gc; gc.disable()  # as __main__ does
import os, sys, time
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"
from pathlib import Path
from PySide6.QtWidgets import QApplication
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import paths
from nexus_desktop.runtime.key_vault import KeyVault
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.painted import FirstPainting
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
app = QApplication([])
theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
stretch, seconds = KeyVault.open, [0.0]
def timed(vault, given):
    begun = time.process_time()
    opened = stretch(vault, given)
    seconds[0] = time.process_time() - begun
    return opened
KeyVault.open = timed
kept = sys.argv[2] == "kept"
application = (
    Bootstrap().open("a phrase for the benchmark", may_wait=True) if kept else Bootstrap().open_throwaway()
)
with theme.held():
    window = MainWindow(application, TaskRunner(), theme, paths.window_file())
painted = []
FirstPainting(window).over.connect(lambda: painted.append(time.process_time()))
def opened():
    Path(sys.argv[1]).write_text(f"{painted[0]} {time.process_time()} {seconds[0]}")
window.opened.connect(opened)
window.show()
app.exec()
"""


def started(script: str, home: Path | None = None) -> tuple[float, float, float, float]:
    """Processor seconds until the window is painted and answers, and until the store is open too and everything
    loaded; of both, those that the passphrase took; MB held in the end. With ``home``, on the store that is kept
    there."""
    folder = Path(tempfile.mkdtemp(prefix="nexus-bench-"))
    ready = folder / "ready"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "NEXUS_HOME": str(home or folder)}
    words = [sys.executable, "-c", script, str(ready), "kept" if home else "new"]
    process = subprocess.Popen(words, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        while not (ready.exists() and ready.read_text()) and process.poll() is None:
            try:
                process.wait(0.005)
            except subprocess.TimeoutExpired:
                continue
        painted, loaded, key = map(float, ready.read_text().split())
        return painted, loaded, key, psutil.Process(process.pid).memory_info().rss / MB
    finally:
        process.kill()
        process.wait()


def command(*words: str) -> float:
    """Processor seconds of a whole command."""
    before = os.times()
    subprocess.run(words, cwd=ROOT, capture_output=True, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def medians(script: str, home: Path | None = None) -> list[float]:
    """Of each column of ``started``, after one start that warms the files up."""
    return [
        statistics.median(column)
        for column in zip(*[started(script, home) for _ in range(STARTS + 1)][1:], strict=True)
    ]


def main() -> None:
    bare_seconds, _, _, bare_memory = medians(BARE)
    new, _, _, memory = medians(OURS)
    warm, loaded, stretched, _ = medians(OURS, Path(tempfile.mkdtemp(prefix="nexus-bench-home-")))
    bare = ("bare Qt window", bare_seconds)
    figure("window ready, store that is there, without the passphrase", warm - stretched, "s", limit=1.0, peer=bare)
    figure("store open and everything loaded, without the passphrase", loaded - stretched, "s", limit=2.0, peer=bare)
    figure("stretching the passphrase", stretched, "s", limit=1.0)
    figure("window ready, first start of a new store", new, "s", limit=2.5, peer=bare)
    figure("memory with an empty window", memory, "MB", limit=250, peer=("bare Qt window", bare_memory))
    policy = ("policy", "show")
    source = statistics.median(command(sys.executable, "-m", "nexus_desktop", *policy) for _ in range(STARTS))
    peer = statistics.median(command(sys.executable, "-c", "import pydantic, yaml") for _ in range(STARTS))
    figure("command line answers", source, "s", limit=1.5, peer=("import pydantic, yaml", peer))
    frozen = ROOT / "build" / "out" / "dist" / "nexus-desktop" / "nexus-desktop"
    if frozen.is_file():
        once = statistics.median(command(str(frozen), *policy) for _ in range(STARTS))
        figure("frozen command line answers", once, "s", limit=1.5, peer=("the same from source", source))


if __name__ == "__main__":
    main()
