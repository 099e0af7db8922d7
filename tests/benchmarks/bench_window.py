"""How long the window stands still on the daily path: gaps of a 2 ms timer while letters are added and analyzed.

    python3 build/dev.py bench window

Says the longest gap of each step, for the sample letter and for one of fifty pages; the limit is 50 ms.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("NEXUS_HOME", tempfile.mkdtemp(prefix="nexus-bench-"))

from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import paths
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme
from tests.benchmarks.figures import figure

LIMIT = 0.050  # seconds
PAGE = 3000  # characters


class Heart:
    """Beats every 2 ms and remembers the longest pause."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(2)

    def _beat(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def during(self, window: MainWindow, act: Callable[[], None]) -> float:
        """The longest pause from an act until all its jobs are done and shown, in seconds."""
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()  # at rest
        self.longest, self._last = 0.0, perf_counter()
        act()
        QApplication.processEvents()
        while window._runner.busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        QTimer.singleShot(50, loop.quit)
        loop.exec()
        return self.longest


def story(window: MainWindow, heart: Heart, name: str, text: str) -> None:
    """One letter from paste to evidence."""
    tab = window.analyze

    def add() -> None:
        QApplication.clipboard().setText(text)
        tab.paste()

    def decide() -> None:
        assert tab.letter is not None
        assert tab.letter.review is not None
        for finding in tab.letter.review.undecided():
            tab.letter.review.decide(finding, redact=True)
        tab.review.changed.emit()

    steps: list[tuple[str, Callable[[], None]]] = [
        ("add and read", add),
        ("next item", lambda: tab.review.step(backwards=False)),
        ("decide all", decide),
        ("show redacted", tab.pane.redacted_wanted.emit),
        ("analyze", tab.primary.click),
        ("audit tab", lambda: window.tabs.setCurrentWidget(window.audit)),
        ("analyze tab", lambda: window.tabs.setCurrentWidget(window.analyze)),
    ]
    for step, act in steps:
        gap = heart.during(window, act)
        figure(f"longest gap, {name}: {step}", 1000 * gap, "ms", limit=1000 * LIMIT)


def main() -> None:
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    window = MainWindow(Bootstrap().open_throwaway(), TaskRunner(), theme, Path(tempfile.mkdtemp()) / "window.ini")
    window.resize(1366, 768)
    window.show()
    heart = Heart()
    heart.during(window, lambda: None)
    sample = paths.resource("samples/nexus-letter.txt").read_text("utf-8")
    story(window, heart, "sample", sample)
    body = sample[sample.index("History.") : sample.index("Opinion.")]
    story(window, heart, "fifty pages", sample + body * (50 * PAGE // len(body)))
    window.close()


if __name__ == "__main__":
    main()
