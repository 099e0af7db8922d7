"""Keys in a real Secret Service, started for this test in a session of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NEEDED = ("dbus-run-session", "gnome-keyring-daemon", "bash")
PASSWORD = "session-password"

pytestmark = [
    pytest.mark.keyring,
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason="needs dbus and gnome-keyring"),
]


def in_session(machine: Path, script: str, *arguments: str) -> str:
    """Run a script with a Secret Service that keeps its data in the folder of a machine; what it says."""
    machine.mkdir(exist_ok=True)
    environment = os.environ | {"HOME": str(machine), "XDG_RUNTIME_DIR": str(machine), "PYTHONPATH": str(ROOT)}
    environment["NEXUS_HOME"] = arguments[-1]
    unlock = f"printf %s {PASSWORD} | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
    words = " ".join(f"'{word}'" for word in (sys.executable, str(HERE / script), *arguments))
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", f"{unlock} && exec {words}"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_the_life_of_a_key(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    in_session(tmp_path / "machine", "keyring_story.py", str(folder))


def test_the_life_of_a_store_and_its_move_to_a_new_machine(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    in_session(tmp_path / "old", "store_keyring_story.py", "at_home", str(folder))
    in_session(tmp_path / "new", "store_keyring_story.py", "elsewhere", str(folder))
