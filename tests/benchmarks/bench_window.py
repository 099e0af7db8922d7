"""How long the window stands still on the daily path: gaps of a 2 ms timer while letters are added and analyzed.

    python3 build/dev.py bench window

Prints for each step, for the sample letter and for one of fifty pages, the longest gap, its ratio to the limit of 50
ms, and the most that the window itself computed in one go: the gap on a machine that has nothing else to do.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("NEXUS_HOME", tempfile.mkdtemp(prefix="nexus-bench-"))

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import paths
from nexus_desktop.ui.garbage import Garbage
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.benchmarks.figures import figure
from tests.ui.heart import Heart

LIMIT = 0.050  # seconds
PAGE = 3000  # characters


def at_work(window: MainWindow) -> Callable[[], bool]:
    """Whether a job runs, or something waits to be shown."""
    return lambda: window._runner.busy or not window.analyze.settled


def story(window: MainWindow, heart: Heart, name: str, text: str) -> None:
    """One letter from paste to evidence."""
    tab = window.analyze

    def add() -> None:
        QApplication.clipboard().setText(text)
        tab.intake.paste()

    def decide() -> None:
        assert tab.letter is not None
        assert tab.letter.review is not None
        for finding in tab.letter.review.undecided():
            tab.letter.review.decide(finding, redact=True)
        tab.review.changed.emit()

    bar = tab.pane.original.verticalScrollBar()
    steps: list[tuple[str, Callable[[], object]]] = [
        ("add and read", add),
        ("next item", tab.keys.next.trigger),
        ("decide", tab.keys.keep.trigger),
        ("undo", tab.keys.undo.trigger),
        ("to the end", lambda: bar.setValue(bar.maximum())),
        ("decide all", decide),
        ("show redacted", tab.keys.redacted.trigger),
        ("side by side", tab.keys.both.trigger),
        ("decide both", tab.keys.keep.trigger),
        ("narrower", lambda: window.resize(1280, 720)),
        ("original", tab.keys.original.trigger),
        ("wider", lambda: window.resize(1366, 768)),
        ("analyze", tab.primary.click),
        ("next quote", tab.keys.next.trigger),
        ("open an item", lambda: tab.result.reveal("item:SC1")),
        ("audit tab", lambda: window.tabs.setCurrentWidget(window.tabs.audit)),
        ("analyze tab", lambda: window.tabs.setCurrentWidget(window.analyze)),
    ]
    for step, act in steps:
        gap, own = heart.during(act, at_work(window))
        figure(f"longest gap, {name}: {step}", 1000 * gap, "ms", limit=1000 * LIMIT)
        figure(f"computed in one go, {name}: {step}", 1000 * own, "ms")


def main() -> None:
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    window = MainWindow(Bootstrap().open_throwaway(), TaskRunner(), theme, Path(tempfile.mkdtemp()) / "window.ini")
    window.resize(1366, 768)
    window.show()
    Garbage(window)  # as the program does once its window answers
    heart = Heart()
    for step, act in (("after a start", lambda: None), ("the other process loads", window.settle)):
        gap, own = heart.during(act, at_work(window))
        figure(f"longest gap, {step}", 1000 * gap, "ms", limit=1000 * LIMIT)
        figure(f"computed in one go, {step}", 1000 * own, "ms")
    sample = paths.resource("samples/nexus-letter.txt").read_text("utf-8")
    story(window, heart, "sample", sample)
    body = sample[sample.index("History.") : sample.index("Opinion.")]
    story(window, heart, "fifty pages", sample + body * (50 * PAGE // len(body)))
    window.close()


if __name__ == "__main__":
    main()
