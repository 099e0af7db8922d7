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

from nexus_desktop import __version__
from nexus_desktop.monitoring.structured_logger import recent

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

    @property
    def name(self) -> str:
        """What its file is called."""
        moment = self.at[:26].replace(":", "").replace(".", "-").replace("T", "-")
        return f"{moment}-{self.exception.rpartition('.')[2]}.json"  # two threads may fail in one moment

    def as_text(self) -> str:
        """The whole report, as it is kept and as it is shown."""
        return json.dumps(asdict(self), indent=1)


def report_of(error: BaseException, at: datetime) -> CrashReport:
    """A report of an exception that nobody foresaw."""
    kind = type(error)
    known = kind.__module__ == "builtins" or kind.__module__.split(".")[0] == _PACKAGE
    return CrashReport(
        at=at.isoformat(timespec="milliseconds"),
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
