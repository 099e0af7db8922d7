"""Limits for tests of reading, and readers called without a child."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from nexus_desktop.letters import child, reader
from nexus_desktop.letters.extract import Extract, PageDone, ReadingLimits
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import Letter
from nexus_desktop.models.settings_models import Limits, Settings
from nexus_desktop.runtime import config_files, paths

Read = Callable[[bytes, ReadingLimits, PageDone], Extract]


def limits(**changes: int) -> Limits:
    """The shipped limits, with some changed."""
    return config_files.load(paths.config_file("settings.yaml"), Settings).limits.model_copy(update=changes)


def here(read: Read, data: bytes, **changes: int) -> Extract:
    """What a reader makes of the bytes, in this process: for files that mean no harm."""
    return read(data, ReadingLimits.of(limits(**changes)), lambda page, pages: None)


def refusal(read: Read, data: bytes, **changes: int) -> str:
    """The code of the error that a reader raises."""
    with pytest.raises(NexusError) as caught:
        here(read, data, **changes)
    return caught.value.code


def from_file(folder: Path, data: bytes, **changes: int) -> Letter:
    """The letter in a file with these bytes, read by a child."""
    path = folder / "letter"
    path.write_bytes(data)
    return reader.read_file(path, limits(**changes))


def code_from_file(folder: Path, data: bytes, **changes: int) -> str:
    """The code of the error that reading the file raises."""
    with pytest.raises(NexusError) as caught:
        from_file(folder, data, **changes)
    return caught.value.code


def start_instead(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """From here on, start this Python program in place of the worker."""
    monkeypatch.setattr(child, "command", lambda: [sys.executable, "-c", program])
