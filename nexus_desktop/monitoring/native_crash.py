"""What is left of a crash below Python, such as in the window toolkit: Python's own fault handler writes where the
program was, and the next start makes a crash report of it that holds places in this program and nothing else.
"""

from __future__ import annotations

import faulthandler
import os
import platform
import re
from datetime import datetime
from pathlib import Path
from typing import TextIO

from nexus_desktop import __version__
from nexus_desktop.monitoring.crash_report import CrashReport

_KIND = re.compile(r"^(?:Fatal Python error|Windows fatal exception): ([A-Za-z0-9 ]{1,60})", re.MULTILINE)
_FRAME = re.compile(r'^  File "(.*)", line (\d+) in (\w+)', re.MULTILINE)
_PACKAGE = "nexus_desktop"
_MOST_BYTES = 100_000
_MOST_PLACES = 40
_open: list[TextIO] = []
"""The file must stay open: the fault handler knows its number alone."""


def watch(path: Path) -> str:
    """Have a crash written to ``path`` from now on. Returns what the last run left there; empty where nothing, or where
    the file cannot be written, which hides no other failure."""
    try:
        left = path.read_bytes()[:_MOST_BYTES].decode("utf-8", "replace") if path.exists() else ""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w")
    except OSError:
        return ""
    faulthandler.enable(file, all_threads=False)
    while _open:
        _open.pop().close()
    _open.append(file)
    return left


def report_of(left: str, at: datetime) -> CrashReport | None:
    """A report of what a run left; None where it left nothing that is one. Of file names only modules of ours stay:
    the folders they lie in may hold a person's name."""
    kind = _KIND.search(left)
    if kind is None:
        return None
    frames = [_place(*found.groups()) for found in _FRAME.finditer(left)]
    places = [place for place in reversed(frames) if place]  # the fault handler tells the innermost first
    return CrashReport(
        at=at.isoformat(timespec="milliseconds"),
        version=__version__,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        thread="unknown",
        exception=kind.group(1).strip(),
        places=tuple(places[-_MOST_PLACES:]),
        log=(),
    )


def _place(file: str, line: str, function: str) -> str:
    parts = re.split(r"[\\/]", file.removesuffix(".py"))
    if _PACKAGE not in parts:
        return ""
    start = len(parts) - 1 - parts[::-1].index(_PACKAGE)
    return f"{'.'.join(parts[start:])}:{line} {function}"
