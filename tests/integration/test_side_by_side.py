"""A window and commands at one store at the same time.

Decided: one window a data folder; commands may read and write beside it. SQLite lets one write at a time, and an entry
of the trail is chained in the transaction of its deed, so both stand in one chain. What needs the store alone (another
key, a migration, a restore, the last part of a purge) says so instead of waiting for ever. The locks are the system's:
a process that was killed holds none.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.services.application import Application
from tests.integration.kills import PASSPHRASE, ROOT, SCRIPT
from tests.letters import LETTER
from tests.unit.storage.stores import keep, keep_many, record


def quiet(_words: str, _done: float) -> None:
    """Nobody watches."""


@pytest.fixture
def window(home: Path) -> Iterator[Application]:
    """What a window has open."""
    bootstrap = Bootstrap()
    assert bootstrap.take_window()
    application = bootstrap.open(PASSPHRASE, face="window")
    yield application
    application.close()
    bootstrap.leave_window()


def start(*arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    )


def test_a_command_writes_while_the_window_does(window: Application, tmp_path: Path) -> None:
    letter, passphrase = tmp_path / "letter.txt", tmp_path / "four-words.txt"
    letter.write_text(LETTER, "utf-8")
    passphrase.write_text(PASSPHRASE)
    command = ["-m", "nexus_desktop", "analyze", str(letter), str(letter), "--accept-all-redactions"]
    child = start(*command, "--passphrase-file", str(passphrase))
    written = 0
    while child.poll() is None:
        keep(window.audit._store, record())
        written += 1
    out, err = child.communicate()
    assert child.returncode == 0, err
    assert out.count("of 100") == 2
    assert written >= 2
    assert len(window.letters.newest(10_000)) == written + 2
    report = window.audit.check(quiet, Event())
    assert report.intact, report.reason
    faces = [word for line in window.audit.page(10_000) for word in line.told if word.startswith("face: ")]
    assert sorted(faces) == ["face: command line", "face: window"]


def test_while_a_command_runs_the_key_is_not_changed(window: Application) -> None:
    child = start(str(SCRIPT), "write", PASSPHRASE)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    with pytest.raises(errors.StoreInUse):
        window.keys.change_database_key(PASSPHRASE, None, quiet)
    child.kill()  # holds nothing any more, without a word
    child.communicate()
    window.keys.change_database_key(PASSPHRASE, None, quiet)
    assert window.audit.check(quiet, Event()).intact


def test_a_killed_window_leaves_the_folder_free(home: Path) -> None:
    script = (
        "from nexus_desktop.bootstrap import Bootstrap\n"
        "b = Bootstrap(); assert b.take_window()\n"
        f"a = b.open({PASSPHRASE!r}); print('open', flush=True); input()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    second = Bootstrap()
    assert not second.take_window()
    child.kill()
    child.communicate()
    assert second.take_window()
    application = second.open(PASSPHRASE)
    keep_many(application.audit._store, 1)
    application.keys.change_database_key(PASSPHRASE, None, quiet)
    application.close()
    second.leave_window()
