"""scrubadub 2.0.1 without the libraries that its own detectors need and ours do not.

scrubadub imports every detector it ships, and with them TextBlob, NLTK, scikit-learn, Faker, dateparser, phonenumbers
and python-stdnum: 387 MB on disk and 2 to 10 seconds. The lock leaves those seven out, and this module puts empty
stand-ins in their place while scrubadub is being imported. Measured on Linux, Python 3.11, two shared cores:
0.07 s and 17 MB of memory (25 MB for the whole process), 130 modules.

- A real module that is already imported is never replaced, and one that is installed is not either hidden for good:
  the stand-ins leave ``sys.modules`` as soon as the import is over.
- Detectors that scrubadub ships are not used. Ours derive from ``Detector`` and are run by ``Scrubber.iter_filth``.
  ``Scrubber.clean`` runs post-processors twice, and ``UserSuppliedFilthDetector`` shifts its spans after characters
  that grow in lower case, so neither is used here.
- ``Filth.lookup`` keeps values for the life of the process once placeholders are numbered. We never number them there.

Import this module late: when the first letter is read, never when the window is built.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

STAND_INS = (
    "textblob", "textblob.blob", "textblob.en", "textblob.en.taggers", "nltk", "faker",
    "dateparser", "dateparser.search", "phonenumbers", "stdnum", "stdnum.luhn", "stdnum.us", "stdnum.us.ssn",
)  # fmt: skip
"""Modules that scrubadub's own detectors import, and that only they use."""

_LOCK = threading.Lock()


class _StandIn(ModuleType):
    """A module in which every name exists and does nothing."""

    __path__: list[str] = []  # noqa: RUF012 - what makes it a package

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def _standing_in() -> Iterator[None]:
    """Stand-ins for whatever of STAND_INS is not imported yet, until the block ends."""
    placed = [name for name in STAND_INS if name not in sys.modules]
    for name in placed:
        sys.modules[name] = _StandIn(name)
    try:
        yield
    finally:
        for name in placed:
            sys.modules.pop(name, None)


def _load() -> ModuleType:
    with _LOCK:
        if "scrubadub" in sys.modules:
            return sys.modules["scrubadub"]
        with _standing_in():
            return importlib.import_module("scrubadub")


_scrubadub = _load()

Detector: Any = _scrubadub.detectors.Detector
Filth: Any = _scrubadub.filth.Filth
MergedFilth: Any = _scrubadub.filth.MergedFilth
Scrubber: Any = _scrubadub.Scrubber

__all__ = ["STAND_INS", "Detector", "Filth", "MergedFilth", "Scrubber"]
