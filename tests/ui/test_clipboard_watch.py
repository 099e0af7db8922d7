"""What is copied out of a letter and names somebody does not stay on the clipboard; everything else does."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from nexus_desktop.services.session import LockReason
from nexus_desktop.ui.clipboard_watch import CLEARED, ClipboardWatch
from nexus_desktop.ui.main_window import MainWindow
from tests.letters import LETTER, NAME
from tests.ui.conftest import PATIENCE
from tests.ui.stores import kept_window
from tests.ui.story import paste

pytestmark = pytest.mark.desk_only

__all__ = ["kept_window"]

SOON = 0.05


@pytest.fixture(autouse=True)
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)  # the offscreen platform never says so


def test_a_name_is_taken_off_even_when_the_window_was_locked_meanwhile(qtbot: QtBot, kept_window: MainWindow) -> None:
    window = kept_window
    paste(qtbot, window, LETTER)
    clipboard = QGuiApplication.clipboard()
    watch = ClipboardWatch(window.analyze.work.holds_identifiers, window, SOON)
    with qtbot.waitSignal(watch.cleared, timeout=PATIENCE) as heard:
        window.locking.lock(LockReason.ASKED)
        clipboard.setText(f"about {NAME}, seen")  # from a menu that was still open
    assert heard.args == [CLEARED]
    assert clipboard.text() == ""


def test_what_names_nobody_stays(qtbot: QtBot, window: MainWindow) -> None:
    paste(qtbot, window, LETTER)
    clipboard = QGuiApplication.clipboard()
    watch = ClipboardWatch(window.analyze.work.holds_identifiers, window, SOON)
    clipboard.setText(NAME)
    assert watch._over.isActive()
    clipboard.setText("it is at least as likely as not")  # copied before the time was over
    with qtbot.assertNotEmitted(watch.cleared, wait=200):
        pass
    assert clipboard.text() == "it is at least as likely as not"


def test_the_window_watches(window: MainWindow) -> None:
    assert window.analyze.watch._over.interval() == 30_000
