"""How much memory the window holds with ten thousand analyses in its store, every tab looked at, beside an empty store.

    python tests/benchmarks/bench_memory.py [COUNT]

Each window is a process of its own; what it holds is read once the work it starts with is done.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.storage import repositories, search_index
from tests.benchmarks.figures import figure
from tests.unit.storage.stores import record

PASSPHRASE = "a phrase for the benchmark"
COUNT, PER_COMMIT = 10_000, 1000
LIMIT = 400  # MB
LOOK = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import paths
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
app = QApplication([])
theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
window = MainWindow(Bootstrap().open(sys.argv[2]), TaskRunner(), theme, paths.window_file())
window.show()
def settle():
    app.processEvents()
    while window._runner.busy or not window.analyze.settled:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
settle()
window.analyze.intake.open_sample()
settle()
for number in [*range(window.tabs.count()), 0]:
    window.tabs.setCurrentIndex(number)
    settle()
saved = window.analyze.letters.saved_view
for _ in range(40):
    saved.verticalScrollBar().setValue(saved.verticalScrollBar().maximum())
    settle()
Path(sys.argv[1]).write_text("looked")
app.exec()
"""


def fill(home: Path, count: int) -> None:
    """A store of the program itself with so many analyses in it."""
    os.environ["NEXUS_HOME"] = str(home)
    application = Bootstrap().open(PASSPHRASE)
    store = application.letters._store
    for start in range(0, count, PER_COMMIT):
        with store.deed() as deed:
            for number in range(start, min(start + PER_COMMIT, count)):
                one = record(number)
                repositories.add_letter(deed.session, one.letter)
                deed.session.flush()
                repositories.add_analysis(deed.session, one)
                deed.session.flush()
                search_index.add(deed.session, one.id, one.result)
    application.close()


def held(home: Path) -> float:
    """MB that the window holds after a look round."""
    done = home / "looked"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "NEXUS_HOME": str(home)}
    process = subprocess.Popen([sys.executable, "-c", LOOK, str(done), PASSPHRASE], env=environment)
    try:
        while not done.exists() and process.poll() is None:
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
        return psutil.Process(process.pid).memory_info().rss / 1e6
    finally:
        process.kill()
        process.wait()


def main(count: int) -> None:
    homes = [Path(tempfile.mkdtemp(prefix="nexus-bench-")) for _ in range(2)]
    for home, many in zip(homes, (0, count), strict=True):
        fill(home, many)
    empty, full = (held(home) for home in homes)
    figure(f"memory with {count:,} analyses stored", full, "MB", limit=LIMIT, peer=("an empty store", empty))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
