"""The configuration as one file: for a new machine, for a second one, and for the way back after an update.

What goes in is chosen by name, so that a setting added later is not carried along unseen: no key, no path, no letter,
nothing of the store. A file is checked whole before anything of it counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from nexus_desktop.models.errors import (
    ConfigurationFileInvalid,
    ConfigurationFileNewer,
    ConfigurationFileNotWritten,
    ExportExists,
    NexusError,
)
from nexus_desktop.models.rubric_models import Frozen
from nexus_desktop.runtime.atomic_file import write_new

LARGEST_FILE = 10_000_000  # bytes


class BackupFile(Frozen):
    """The file: which program wrote it, and one value for each section, by its name."""

    format: Literal[1] = 1
    program: str
    sections: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the configuration.

    ``check`` turns what a file says into a value or raises ValueError, and an error of ours where the firm forbids it;
    ``put`` takes a value over, with its entry in the audit trail; ``words`` says a value in a few words.
    """

    name: str
    title: str
    value: Callable[[], Any]  # as JSON
    check: Callable[[Any], Any]
    put: Callable[[Any], object]
    words: Callable[[Any], str] = str


@dataclass(frozen=True, slots=True)
class Change:
    """What taking a file over would change in one section; ``before`` as JSON, ``value`` as ``put`` is given it."""

    section: str
    title: str
    now: str
    then: str
    before: Any
    value: Any


class ConfigurationBackup:
    """The use case, over the sections that exist in this version."""

    def __init__(self, program: str, sections: Sequence[Section]) -> None:
        self._program, self._sections = program, {section.name: section for section in sections}

    def export(self, path: Path) -> None:
        """Write a new file. Raises ExportExists, ConfigurationFileNotWritten, and ConfigurationInvalid for rules of the
        firm that cannot be read."""
        values = {name: section.value() for name, section in self._sections.items()}
        file = BackupFile(program=self._program, sections=values)
        try:
            write_new(path, file.model_dump_json(indent=1).encode() + b"\n")
        except FileExistsError:
            raise ExportExists from None
        except OSError:
            raise ConfigurationFileNotWritten from None

    def read(self, path: Path) -> tuple[Change, ...]:
        """What a file would change.

        Raises ConfigurationFileInvalid, ConfigurationFileNewer, and what a section refuses, such as LevelLocked.
        """
        changes = []
        for name, value in self._load(path).sections.items():
            section = self._sections.get(name)
            if section is None:
                raise ConfigurationFileNewer
            now = section.value()
            if value == now and type(value) is type(now):
                continue
            try:
                checked, words = section.check(value), (section.words(now), section.words(value))
            except (ValueError, TypeError, KeyError):
                raise ConfigurationFileInvalid from None
            changes.append(Change(name, section.title, *words, now, checked))
        return tuple(changes)

    def take_over(self, changes: Sequence[Change]) -> None:
        """Make the changes that ``read`` found: all of them, or none where one fails. Raises what a section refuses."""
        for number, change in enumerate(changes):
            try:
                self._sections[change.section].put(change.value)
            except NexusError:
                for made in reversed(changes[:number]):
                    section = self._sections[made.section]
                    section.put(section.check(made.before))
                raise

    def _load(self, path: Path) -> BackupFile:
        try:
            with path.open("rb") as file:
                data = json.loads(file.read(LARGEST_FILE))
        except (OSError, ValueError, RecursionError):
            raise ConfigurationFileInvalid from None
        if isinstance(data, dict) and isinstance(data.get("format"), int) and data["format"] > 1:
            raise ConfigurationFileNewer
        try:
            return BackupFile.model_validate(data)
        except ValidationError:
            raise ConfigurationFileInvalid from None
