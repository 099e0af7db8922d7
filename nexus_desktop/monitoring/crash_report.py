"""What is left on this machine after a bug or a crash: a small file a person can read in full before showing anyone.

It holds versions, the class of the exception, the places in this program it passed, and the last lines of the log. It
never holds an exception's text or the value of a variable, which may quote a letter.
"""

from __future__ import annotations

import json
import platform
import sys
import threading
import traceback
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from nexus_desktop import __version__
from nexus_desktop.monitoring.structured_logger import recent
from nexus_desktop.runtime.atomic_file import write_atomically

KEPT = 20
"""Reports; the oldest go first."""

_PACKAGE = "nexus_desktop"
_MOST_PLACES = 40


@dataclass(frozen=True, slots=True)
class CrashReport:
    """One report. ``places`` run from the outermost call to where it happened, as ``module:line function``."""

    at: str
    version: str
    python: str
    system: str
    thread: str
    exception: str
    places: tuple[str, ...]
    log: tuple[str, ...]

    def as_text(self) -> str:
        """The whole report, as it is kept and as it is shown."""
        return json.dumps(asdict(self), indent=1)


def report_of(error: BaseException, at: datetime) -> CrashReport:
    """A report of an exception that nobody foresaw."""
    kind = type(error)
    known = kind.__module__ == "builtins" or kind.__module__.split(".")[0] == _PACKAGE
    return CrashReport(
        at=at.isoformat(timespec="seconds"),
        version=__version__,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        thread="main" if threading.current_thread() is threading.main_thread() else "worker",
        exception=kind.__name__ if known else f"{kind.__module__}.{kind.__name__}",
        places=_places(error),
        log=tuple(recent()),
    )


def _places(error: BaseException) -> tuple[str, ...]:
    """Ours with module and line; of libraries only which one, for their file names may hold a person's."""
    places: list[str] = []
    for frame, line in traceback.walk_tb(error.__traceback__):
        module = str(frame.f_globals.get("__name__", "?"))
        ours = module.split(".")[0] == _PACKAGE
        place = f"{module}:{line} {frame.f_code.co_name}" if ours else module.split(".")[0]
        if ours or place in sys.stdlib_module_names or place.isidentifier():
            places.append(place)
    return tuple(places[-_MOST_PLACES:])


class CrashReports:
    """The reports in a folder that only its owner can read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, report: CrashReport) -> Path | None:
        """Write a report; None where even that is not possible, which must not hide the failure it tells of."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self._folder / f"{report.at[:19].replace(':', '').replace('T', '-')}.json"
            write_atomically(path, report.as_text().encode())
            for old in self.paths()[KEPT:]:
                old.unlink(missing_ok=True)
        except OSError:
            return None
        return path

    def paths(self) -> list[Path]:
        """Every report, newest first."""
        return sorted(self._folder.glob("*.json"), reverse=True)

    def text(self, path: Path) -> str:
        """One report as it is on disk; empty where it cannot be read."""
        try:
            return path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def clear(self) -> None:
        """Remove every report."""
        for path in self.paths():
            path.unlink(missing_ok=True)
