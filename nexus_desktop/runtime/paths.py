"""Where things lie: shipped files and the person's data, in a checkout, a wheel or a frozen program.

``NEXUS_HOME`` moves every file the program writes, for tests and portable use.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import platformdirs

from nexus_desktop.models.errors import DatabaseReadOnly

APP = "NexusDesktop"
PREFERENCES, LOGS, CRASHES, ENDPOINT_TOKEN = "preferences.json", "logs", "crashes", "endpoint-token"
NATIVE_CRASH = "native.trace"
SERVICES, USAGE, WAITING = "services.json", "usage.jsonl", "waiting.json"
"""What services are set up, what they were used for, and ids of analyses that wait to be sent; no keys, no text."""
"""Names inside the data folder."""

PACKAGE = Path(__file__).resolve().parent.parent


def shipped() -> Path:
    """The folder that holds ``config`` and ``resources``."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    inside = PACKAGE / "_data"  # where the wheel puts them
    return inside if inside.is_dir() else PACKAGE.parent


def config_file(name: str) -> Path:
    """A governed file, such as ``compliance.yaml``."""
    return shipped() / "config" / name


def resource(name: str) -> Path:
    """A shipped file, such as ``authorities.yaml`` or ``samples/letter.txt``."""
    return shipped() / "resources" / name


def home() -> Path:
    """The folder of everything the program writes, made on first use and readable by its owner alone.

    Raises DatabaseReadOnly where it cannot be made.
    """
    chosen = os.environ.get("NEXUS_HOME")
    folder = Path(chosen) if chosen else Path(platformdirs.user_data_dir(APP, appauthor=False))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise DatabaseReadOnly from None
    return folder


def window_lock_file() -> Path:
    """Held by the one window of this data folder."""
    return home() / "window.lock"


def firm_rules_file() -> Path:
    """What this person or firm adds to the shipped levels and rules."""
    return home() / "compliance.yaml"


def administrator_rules_file() -> Path:
    """The same as an administrator put it on the machine; read, never written."""
    folders = {"linux": "/etc/nexus-desktop"}
    return Path(folders.get(sys.platform) or platformdirs.site_config_dir(APP, appauthor=False)) / "compliance.yaml"


def window_file() -> Path:
    """Size and place of the window."""
    return home() / "window.ini"


def log_folder() -> Path:
    """The folder of the log files, readable by its owner alone."""
    folder = home() / LOGS
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def crash_folder() -> Path:
    """Reports of bugs and crashes; made when the first is written."""
    return home() / CRASHES


def run_mark_file() -> Path:
    """There while a window runs, and after one that did not end in order."""
    return home() / "running"


def folder_id() -> str:
    """A short name for this data folder, for what has to be unique on the machine."""
    return hashlib.sha256(str(home().resolve()).encode()).hexdigest()[:16]
