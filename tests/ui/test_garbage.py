"""Garbage of the window is found by its own thread, and by no other."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from nexus_desktop.ui import garbage
from nexus_desktop.ui.garbage import Garbage


class Ring:
    """Holds itself, so that only a search finds it gone."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_job_leaves_is_cleared_in_the_thread_of_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "EVERY", 5)
    parent, cleared = QObject(), list[threading.Thread]()
    Garbage(parent)
    try:
        assert not gc.isenabled()

        def job() -> None:
            for _ in range(20 * garbage.YOUNG):
                Ring()
            one = Ring()
            weakref.finalize(one, lambda: cleared.append(threading.current_thread()))

        thread = threading.Thread(target=job)
        thread.start()
        thread.join()
        assert cleared == []
        qtbot.waitUntil(lambda: bool(cleared))
        assert cleared == [threading.main_thread()]
    finally:
        parent.deleteLater()
        QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)
        gc.unfreeze()
    assert gc.isenabled()
