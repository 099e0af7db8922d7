"""The letters in a folder that was added: every file with the ending of a letter, folders within it included."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from nexus_desktop.models.ports import CancelFlag
from nexus_desktop.services.workbench import stop_if

ENDINGS = frozenset({".pdf", ".docx", ".rtf", ".txt", ".tif", ".tiff", ".png", ".jpg", ".jpeg"})
MOST_LETTERS, MOST_FILES = 500, 20_000


@dataclass(frozen=True, slots=True)
class FolderContent:
    """Letters by path, and how many other files were left alone. ``cut`` where there was more than is taken at once."""

    letters: tuple[Path, ...]
    others: int
    cut: bool


def letters_in(folder: Path, cancelled: CancelFlag) -> FolderContent:
    """Every letter below a folder. Hidden files, links to folders and what cannot be listed are passed over.

    Raises Cancelled.
    """
    found: list[Path] = []
    others = seen = 0
    for place, names, files in os.walk(folder):
        stop_if(cancelled)
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            seen += 1
            if name.startswith((".", "~$")):
                continue
            if Path(name).suffix.lower() in ENDINGS:
                found.append(Path(place, name))
            else:
                others += 1
        if len(found) > MOST_LETTERS or seen > MOST_FILES:
            return FolderContent(tuple(found[:MOST_LETTERS]), others, cut=True)
    return FolderContent(tuple(found), others, cut=False)
