"""Bytes of a file that a person picked, taken once, without waiting on pipes and without reading what is too large."""

from __future__ import annotations

import errno
import math
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop.models.errors import (
    Cancelled,
    LetterEmpty,
    LetterIsFolder,
    LetterNoAccess,
    LetterNotAFile,
    LetterNotFound,
    LetterTooLarge,
    NexusError,
)

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag

MB = 1024 * 1024
_CHUNK = 4 * MB  # between two looks at the cancel flag: a slow network drive can be left
_NOWHERE = (errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL)  # links in a ring, names that no file can have
_FLAGS = os.O_RDONLY
for _name in ("O_BINARY", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC"):  # what this system has of them
    _FLAGS |= getattr(os, _name, 0)


def take(path: Path, limit_mb: int, cancelled: CancelFlag | None = None) -> bytes:
    """All bytes of the file. Links to files are followed, for people keep those; nothing but a regular file is opened.

    Raises LetterNotFound, LetterIsFolder, LetterNotAFile, LetterNoAccess, LetterEmpty, LetterTooLarge, Cancelled.
    """
    problem: type[NexusError]
    try:
        return _take(path, limit_mb, cancelled)
    except (FileNotFoundError, NotADirectoryError):
        problem = LetterNotFound
    except IsADirectoryError:
        problem = LetterIsFolder
    except ValueError:  # a NUL in the name
        problem = LetterNotFound
    except OSError as error:  # no permission, locked by another program, a drive that fails
        problem = LetterNotFound if error.errno in _NOWHERE else LetterNoAccess
    raise problem  # out here, where the system's error, which quotes the path, is no longer attached to it


def _take(path: Path, limit_mb: int, cancelled: CancelFlag | None) -> bytes:
    _require_regular(path.stat(), limit_mb)  # before opening: opening a device can already do something
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        _require_regular(os.fstat(descriptor), limit_mb)  # again: the name may mean another file by now
        chunks: list[bytes] = []
        total = 0
        while chunk := file.read(_CHUNK):
            chunks.append(chunk)
            total += len(chunk)
            if total > limit_mb * MB:  # grew while it was read, or never told its size
                raise LetterTooLarge(size=_megabytes(total), limit=limit_mb)
            if cancelled is not None and cancelled.is_set():
                raise Cancelled
    if not total:
        raise LetterEmpty
    return b"".join(chunks)


def _require_regular(status: os.stat_result, limit_mb: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise LetterIsFolder
    if not stat.S_ISREG(status.st_mode):
        raise LetterNotAFile
    if status.st_size > limit_mb * MB:
        raise LetterTooLarge(size=_megabytes(status.st_size), limit=limit_mb)


def _megabytes(size: int) -> float:
    """Rounded up, so that a file just over the limit never shows as the limit itself."""
    return math.ceil(size / MB * 10) / 10
