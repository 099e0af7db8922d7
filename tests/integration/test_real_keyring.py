"""The key in a real Secret Service, started for this test in a session of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

STORY = Path(__file__).with_name("keyring_story.py")
NEEDED = ("dbus-run-session", "gnome-keyring-daemon", "bash")
PASSWORD = "session-password"


@pytest.mark.keyring
@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason="needs dbus and gnome-keyring")
def test_the_life_of_a_key(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    environment = os.environ | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "NEXUS_HOME": str(folder)}
    unlock = f"printf %s {PASSWORD} | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
    run = f"{unlock} && exec '{sys.executable}' '{STORY}' '{folder}'"
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", run], env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr[-3000:]
