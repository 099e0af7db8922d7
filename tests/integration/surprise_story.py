"""The window as ``main`` opens it, with a bug in every place a bug can be; run by test_surprises.py in a process of its
own. Prints which codes were shown."""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import threading
from collections.abc import Callable

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer, qWarning
from PySide6.QtWidgets import QApplication, QPushButton

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import key_locks
from nexus_desktop.ui import app
from nexus_desktop.ui.failure_dialog import FailureDialog
from nexus_desktop.ui.main_window import MainWindow
from tests.integration.fault_story import PASSPHRASE
from tests.letters import SURNAME

key_locks.MEMORY_KIB, key_locks.PASSES = 8192, 1
shown: list[str] = []


def in_a_slot() -> None:
    raise ValueError(SURNAME)


def in_a_thread() -> None:
    raise LookupError(SURNAME)


def in_a_job(*_given: object) -> None:
    raise ArithmeticError(SURNAME)


class Broken(QObject):
    """Breaks in a method that Qt calls from C++."""

    def timerEvent(self, _event: object) -> None:
        self.killTimer(self.timer)
        raise TypeError(SURNAME)

    def begin(self) -> None:
        self.timer = self.startTimer(0)


def window() -> MainWindow | None:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)


def when(ready: Callable[[MainWindow], bool], act: Callable[[MainWindow], None]) -> None:
    found = window()
    if found is not None and ready(found):
        act(found)
    else:
        QTimer.singleShot(50, lambda: when(ready, act))


def surprise(found: MainWindow) -> None:
    button, broken = QPushButton(found), Broken(found)
    button.clicked.connect(in_a_slot)
    button.click()
    broken.begin()
    threading.Thread(target=in_a_thread).start()
    found._runner.run(in_a_job)
    qWarning(SURNAME)
    when(lambda one: len(shown) >= 4 and not one._runner.busy, lambda one: one.close())


def crash(_found: MainWindow) -> None:
    faulthandler._sigsegv()  # type: ignore[attr-defined]


def main(what: str, letter: str) -> int:
    FailureDialog.exec = lambda dialog: shown.append(dialog.error.code)  # type: ignore[method-assign,assignment,func-returns-value]
    app.open_store = lambda starter, _runner: starter.open(PASSPHRASE, face="window")
    settled = lambda one: one.isVisible() and one.analyze.settled and not one._runner.busy  # noqa: E731
    QTimer.singleShot(0, lambda: when(settled, surprise if what == "bugs" else crash))
    status = app.main([letter], Bootstrap)
    sys.stdout.write(json.dumps(sorted(shown)) + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
