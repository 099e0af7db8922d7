"""Files and folders that a person gives, as the letters to read: one order, nothing hidden, never without end."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ENDINGS = (".pdf", ".docx", ".rtf", ".txt", ".tif", ".tiff", ".png", ".jpg", ".jpeg")
MOST = 500
"""Letters taken in one go; a folder with more was most likely given by mistake."""

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class GivenFiles:
    """What is to be read, and how many files are left out: of other kinds in a folder, or beyond the most."""

    files: tuple[Path, ...]
    left_out: int = 0


def letters_among(given: Sequence[Path]) -> GivenFiles:
    """Each file as given, each folder as the letters in it and below it; a file named twice counts once.

    A file that was given by itself is taken whatever its name ends in: its reader says what is wrong with it.
    """
    files: dict[Path, None] = {}
    left_out = 0
    for path in given:
        if not path.is_dir():
            files[path] = None
            continue
        inside = sorted(_inside(path), key=_as_read)
        letters = [one for one in inside if one.suffix.lower() in ENDINGS]
        files |= dict.fromkeys(letters)
        left_out += len(inside) - len(letters)
    kept = tuple(files)[:MOST]
    return GivenFiles(kept, left_out + len(files) - len(kept))


def _inside(folder: Path) -> Iterator[Path]:
    """Files that are not hidden; links to folders are not followed, so that no circle is walked."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith((".", "~$")))


def _as_read(path: Path) -> list[tuple[bool, int, str]]:
    """Scan 2 before Scan 10."""
    parts = _DIGITS.split(str(path).casefold())
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
