"""Runs fault_window_story.py with what each story needs, for tests and bench."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.integration.test_real_keyring import NEEDED, in_session

ROOT = Path(__file__).resolve().parents[2]
STORY = Path(__file__).with_name("fault_window_story.py")
TITLES = {
    "no_network": "network gone",
    "service_gone": "service gone between and in answers",
    "service_slow": "service slow",
    "read_only": "home read-only at a start",
    "keyring": "keyring locked in the middle",
    "kills": "killed in every stage",
    "two_windows": "two windows",
}
CODES: dict[str, list[str]] = {
    "no_network": ["service.connection_refused", "service.name_unknown"],
    "service_gone": ["service.connection_lost", "service.connection_refused"],
    "service_slow": ["service.too_slow"],
    "read_only": ["database.read_only"],
    "keyring": ["keyring.locked"],
    "kills": [],  # who is killed says nothing, and nobody else has to
    "two_windows": ["start.already_running"],
}
"""What each has to say, and nothing else."""
OWN_SPACE = {"no_network": (["-n"], ["-Urn"]), "read_only": (["-m"], ["-Urm"])}
PROBES = {"no_network": ["true"], "read_only": ["mount", "-t", "tmpfs", "none", "/mnt"]}
SECONDS = 300


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of the window; pauses in seconds."""

    codes: list[str]
    lost: int
    unforeseen: int
    pause: float
    own: float


def before(story: str) -> list[str] | None:
    """The command that a story has to be run by; None where this account, or this machine, has not what it needs."""
    if story == "keyring":
        return [] if all(map(shutil.which, NEEDED)) else None
    for options in OWN_SPACE.get(story, ()):
        command = ["unshare", *options]
        with contextlib.suppress(OSError):
            if subprocess.run([*command, *PROBES[story]], capture_output=True, check=False).returncode == 0:
                return command
    return None if story in OWN_SPACE else []


def run(story: str, folder: Path) -> Seen | None:
    """Run a story in an empty folder; None where it cannot be run here."""
    command, home = before(story), folder / "home"
    if command is None:
        return None
    home.mkdir(mode=0o700)
    if story == "keyring":
        told = in_session(folder / "machine", STORY.name, story, str(home))
    else:
        done = subprocess.run(
            [*command, sys.executable, str(STORY), story],
            env=os.environ | {"PYTHONPATH": str(ROOT), "NEXUS_HOME": str(home)},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        told = done.stdout
    return Seen(**json.loads(told.splitlines()[-1]))
