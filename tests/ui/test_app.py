"""Starting the window: one for a data folder, and what is said when that is not possible."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import NexusError
from nexus_desktop.runtime import paths
from nexus_desktop.ui import app
from nexus_desktop.ui.app import OneInstance

CRASH = """
import os
from PySide6.QtCore import QCoreApplication
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.ui.app import OneInstance
application = QCoreApplication([])
assert OneInstance(Bootstrap(), application).take()
os._exit(1)
"""


def test_a_second_window_calls_the_first_and_says_so(qtbot: QtBot, shown: list[NexusError]) -> None:
    first = OneInstance(Bootstrap(), parent := QObject())
    assert first.take()
    with qtbot.waitSignal(first.called):
        status = app.main([], Bootstrap)
    assert status == app.FAILED
    assert [error.code for error in shown] == ["start.already_running"]
    shown.clear()
    first.release()
    del parent


def test_a_window_that_crashed_leaves_no_lock(home: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CRASH], timeout=60, check=False)
    assert done.returncode == 1
    assert paths.window_lock_file().exists()
    again = OneInstance(Bootstrap(), parent := QObject())
    assert again.take()
    again.release()
    del parent
