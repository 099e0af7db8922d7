"""A window under one fault that comes from outside of the program, in a process of its own; what was seen, as JSON.

    python fault_window_story.py service_gone|service_slow|kills|two_windows      NEXUS_HOME is an empty folder
    unshare -n python fault_window_story.py no_network
    unshare -m python fault_window_story.py read_only            a small disk is mounted over NEXUS_HOME
    python fault_window_story.py keyring                         in a session with a real Secret Service

Servers, processes, mounts and keyrings are real. Called by test_fault_windows.py and bench_faults.py.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.service_models import ServiceProfile
from nexus_desktop.runtime import paths
from nexus_desktop.services.health import Health
from nexus_desktop.storage import audit_heads
from nexus_desktop.ui import app as window_app
from nexus_desktop.ui.app import OneInstance
from nexus_desktop.ui.failure_dialog import FailureDialog
from nexus_desktop.ui.service_preview import Choice
from nexus_desktop.ui.theme import Theme
from tests.data.builders.fault_server import running
from tests.integration.fault_story import DISK, PASSPHRASE, STAGES, cheap_keys, mount, say
from tests.integration.fault_window import Tour, window_of
from tests.integration.service_desk import KEY, good

HERE = Path(__file__)
KEPT_MILLISECONDS = 2200
"""After so long at most, what is in hand is on disk."""
IN_WINDOW = STAGES[2:5]
"""Stages of an analysis in the window: before them there is only the file, after them the store."""
Seen = dict[str, Any]


# --- services -------------------------------------------------------------------------------------------------------


def online(tour: Tour, address: str, **limits: float) -> None:
    """Use the service at an address; what is asked before sending is answered with yes."""
    window = tour.window
    data = {"id": "test", "title": "Example AI", "kind": "compatible", "address": address, "model": "m"}
    profiles = window._application.profiles
    profiles.save(ServiceProfile.model_validate(data | {"proxy": "none"} | limits))
    profiles.put_key("test", KEY)
    profiles.choose("test")
    profiles.work_offline(offline=False)
    window.show_service()
    window.analyze.services.ask = lambda _draft: Choice.SEND


def read_anyway(tour: Tour) -> None:
    """A letter that the service does not answer: the rubric engine does, and it is kept."""
    before = len(tour.window._application.letters.newest(1000))
    tour.paste()
    tour.analyze()
    assert len(tour.window._application.letters.newest(1000)) == before + 1


def service_gone(tour: Tour) -> None:
    """It answers a letter, and then it is gone."""
    with running() as server:
        server.answer = good
        online(tour, server.url("ok"))
        read_anyway(tour)
        assert server.log
        online(tour, server.url("cut_reset"))
        read_anyway(tour)
    read_anyway(tour)


def service_slow(tour: Tour) -> None:
    """It begins too late, and it never comes to an end."""
    with running() as server:
        server.answer = good
        online(tour, server.url("slow_start"), first_byte_seconds=0.5, total_seconds=5)
        read_anyway(tour)
        online(tour, server.url("drip"), first_byte_seconds=5, total_seconds=2)
        read_anyway(tour)


def no_network(tour: Tour) -> None:
    """This process has no network at all, not even to this machine."""
    online(tour, "https://service.example/v1")
    read_anyway(tour)
    online(tour, "http://127.0.0.1:9/v1")
    read_anyway(tour)


# --- folder and keyring ---------------------------------------------------------------------------------------------


def keyring(tour: Tour) -> None:
    """It is locked while letters are in work."""
    import secretstorage

    audit_heads.KEYRING_SECONDS = 0.0  # each entry goes to the keyring
    collection = secretstorage.get_default_collection(secretstorage.dbus_init())
    tour.paste()
    collection.lock()
    tour.analyze()
    for _ in range(3):
        read_anyway(tour)
    tour.during(tour.window.tabs.health.refresh)
    report = tour.window._application.health.run(lambda _words, _done: None, _Never())
    tour.seen |= {check.code for check in report.checks if check.name == "keyring" and check.health is not Health.OK}


class _Never:
    def is_set(self) -> bool:
        return False


def read_only(app: QApplication, theme: Theme) -> Seen:
    """The folder can only be read from one start to the next: the window says so, and later everything is there."""
    mount("-t", "tmpfs", "-o", f"size={DISK},mode=0700", "none")
    shown = watched()
    with window_of(theme, shown):
        pass
    from loguru import logger

    logger.remove()  # lets go of the log file
    mount("-o", "remount,ro")
    status = window_app.main([], Bootstrap)
    assert status == window_app.FAILED
    mount("-o", "remount,rw")
    codes = {error.code for error in shown}
    with window_of(theme, shown) as tour:
        read_anyway(tour)
        assert tour.added == 3  # the one before, the one of this start, and this
        return seen_of(tour) | {"codes": sorted(codes | tour.seen)}


# --- processes ------------------------------------------------------------------------------------------------------


def wait_for(tour: Tour, child: subprocess.Popen[str]) -> str:
    """What a child says until it ends, while the window goes on."""

    def until_it_ends() -> None:
        while child.poll() is None:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)

    tour.during(until_it_ends)
    assert child.stdout is not None
    return child.stdout.read()


def child_of(*words: str, home: Path | None = None, story: str = HERE.name) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(HERE.parents[2])}
    if home is not None:
        environment["NEXUS_HOME"] = str(home)
    command = [sys.executable, str(HERE.with_name(story)), *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def two_windows(tour: Tour) -> None:
    """A second window on the same folder calls the first, says so and ends; letters go on in the first."""
    called: list[int] = []
    one = OneInstance(Bootstrap(), tour.window)
    assert one.take()
    one.called.connect(lambda: called.append(1))
    tour.paste()
    said = wait_for(tour, child_of("second"))
    one.release()
    assert called
    tour.seen |= set(said.split())
    tour.analyze()


def second(_theme: Theme) -> None:
    """The second start."""
    shown = watched()
    assert window_app.main([], Bootstrap) == window_app.FAILED
    say(" ".join(error.code for error in shown))


def kills(tour: Tour) -> None:
    """Beside this window, a process is killed in each stage of a letter; and windows with a letter in hand are."""
    kept: set[str] = set()
    for stage in STAGES:
        child = child_of("stages", story="fault_story.py")
        assert child.stdout is not None
        while (line := child.stdout.readline().strip()) != stage:
            assert line
            kept |= {line.removeprefix("kept ")} if line.startswith("kept ") else set()
        child.kill()
        kept |= {line.removeprefix("kept ") for line in child.communicate()[0].splitlines() if line.startswith("kept ")}
        read_anyway(tour)
    ids = {one.id for one in tour.window._application.letters.newest(10_000)}
    tour.missing += len(kept - ids)
    tour.added = len(ids)
    assert kept
    assert tour.window._application.audit.check(lambda _words, _done: None, _Never()).intact
    for stage in IN_WINDOW:
        tour.missing += killed_window(stage, paths.home().parent / f"killed {stage}")


def killed_window(stage: str, home: Path) -> int:
    """Letters lost where a window is killed in a stage of its one letter: it is kept, or offered at the next start."""
    home.mkdir(mode=0o700)
    child = child_of("in_hand", home=home)
    assert child.stdout is not None
    while (line := child.stdout.readline().strip()) != stage:
        assert line
    child.kill()
    child.communicate()
    counted = child_of("left", home=home).communicate()[0]
    return max(0, 2 - int(counted))  # the first that the window read, and the one it was killed with


def left() -> None:
    """How many letters are kept or offered again."""
    application = Bootstrap().open(PASSPHRASE)
    assert application.audit.check(lambda _words, _done: None, _Never()).intact
    say(str(len(application.letters.newest(1000)) + len(application.in_hand.left())))
    application.close()


def in_hand(theme: Theme) -> None:
    """A window that has a letter in hand long enough to be on disk, analyzes it, and says each stage."""
    with window_of(theme, watched()) as tour:
        tour.paste()
        tour.decide()
        tour.window.analyze.reviewing.decided.emit()
        loop = QEventLoop()
        QTimer.singleShot(KEPT_MILLISECONDS, loop.quit)
        loop.exec()
        tour.window._runner.progressed.connect(lambda words, *_: say(str(words)))
        tour.during(tour.window.analyze.primary.click)
        for stage in IN_WINDOW:  # one that was too short to be shown: killed with the result in view
            say(stage)
        loop.exec()


# --- all ------------------------------------------------------------------------------------------------------------


def watched() -> list[NexusError]:
    """Failures that dialogs show, which nobody is there to close."""
    shown: list[NexusError] = []
    FailureDialog.exec = lambda dialog: shown.append(dialog.error)  # type: ignore[method-assign,assignment]
    return shown


def seen_of(tour: Tour) -> Seen:
    codes = sorted(tour.seen)
    return {
        "codes": codes,
        "lost": tour.lost(),
        "unforeseen": len(tour.surprises) + codes.count(NexusError.code),
        "pause": tour.longest,
        "own": tour.own,
    }


STORIES: dict[str, Callable[[Tour], None]] = {
    "service_gone": service_gone,
    "service_slow": service_slow,
    "no_network": no_network,
    "keyring": keyring,
    "kills": kills,
    "two_windows": two_windows,
}


def main(story: str) -> None:
    cheap_keys()
    if story == "left":
        left()
        return
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    theme = Theme(app, paths.resource("theme/nexus.qss").read_text("utf-8"))
    if story in ("second", "in_hand"):
        {"second": second, "in_hand": in_hand}[story](theme)
        return
    if story == "read_only":
        say(json.dumps(read_only(app, theme)))
        return
    with window_of(theme, watched(), None if story == "keyring" else PASSPHRASE) as tour:
        sys.excepthook = lambda _kind, error, _trace: tour.surprises.append(error)
        tour.longest = tour.own = 0.0
        STORIES[story](tour)
        sys.excepthook = sys.__excepthook__
        seen = seen_of(tour)
    say(json.dumps(seen))


if __name__ == "__main__":
    main(sys.argv[1])
