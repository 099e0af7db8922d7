"""A window with letters in hand, meant to be killed.

    python desk_story.py FILE PASSPHRASE

Opens the file, pastes the same text, keeps the first date of the file, puts another file in line behind a pause, and
says ``decided``. Then it stays.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import key_locks, paths
from nexus_desktop.ui.main_window import MainWindow
from nexus_desktop.ui.tasks import TaskRunner
from nexus_desktop.ui.theme import Theme

key_locks.MEMORY_KIB, key_locks.PASSES = 8192, 1


def main(file: Path, passphrase: str) -> None:
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    window = MainWindow(Bootstrap().open(passphrase), TaskRunner(), theme, paths.window_file())
    window.show()
    tab = window.analyze

    def settle() -> None:
        while not window.is_ready or window._runner.busy or not tab.settled:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    app.clipboard().setText(file.read_text("utf-8"))
    tab.intake.paste()
    settle()
    tab.intake.open_files([file])
    settle()
    assert tab.letter is not None
    assert tab.letter.review is not None
    review = tab.letter.review
    tab.work.queue.pause(True)
    tab.intake.open_files([file.with_name("later.txt")])
    settle()
    date = next(one for one in review.findings() if one.category == "DATE")
    review.decide(date, redact=False)
    tab.letters.choose(tab.letters.desk.letters[1])
    tab.reviewing.decided.emit()
    sys.stdout.write(f"decided {review.text_of(date)}\n")
    sys.stdout.flush()
    while True:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
