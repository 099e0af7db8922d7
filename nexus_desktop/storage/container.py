"""One file that holds an encrypted database, what opens it, and a manifest: a backup, or a matter for co-counsel.

A zip without compression, for encrypted pages do not compress. It is written beside, flushed, read back and compared
before it gets its name.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from nexus_desktop.models.backup_models import ContainerKind, Manifest
from nexus_desktop.models.errors import BackupDamaged, BackupWriteFailed, DiskFull

DATABASE, SLOTS, MANIFEST = "nexus.db", "keyslot.json", "manifest.json"
WORK = ".nexus-work-"
PIECE = 1 << 20
LARGEST_TEXT = 1 << 20
SPARE_BYTES = 16 << 20


@contextlib.contextmanager
def workplace(folder: Path, name: str) -> Iterator[Path]:
    """A private folder for work under way, empty at the start and gone at the end; what killed processes left goes."""
    clear_workplaces(folder)
    place = folder / f"{WORK}{name}-{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
    except OSError as error:
        raise _write_error(error) from None
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def clear_workplaces(folder: Path) -> None:
    """Take away what killed processes left."""
    for place in folder.glob(f"{WORK}*"):
        if place.is_dir() and not _alive(place.name.rpartition("-")[2]):
            shutil.rmtree(place, ignore_errors=True)


def _alive(number: str) -> bool:
    import psutil

    return number.isdigit() and psutil.pid_exists(int(number))


def need_room(folder: Path, wanted: int) -> None:
    """Raise DiskFull where fewer bytes are free, with some to spare."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise _write_error(error) from None
    if free < wanted + SPARE_BYTES:
        raise DiskFull


def sha256_of(path: Path) -> str:
    """The hash of a file, in hex."""
    with path.open("rb") as file:
        return _hash(file)


def _hash(file: IO[bytes]) -> str:
    running = hashlib.sha256()
    while piece := file.read(PIECE):
        running.update(piece)
    return running.hexdigest()


def write(path: Path, manifest: Manifest, slots: bytes, database: Path, more: dict[str, bytes] | None = None) -> str:
    """Make the file at ``path``, never over another, and return its SHA-256. ``more`` are further small members.

    Raises BackupWriteFailed, DiskFull, BackupDamaged where what is read back is not what was written.
    """
    part = database.with_name(f"{path.name}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
                archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))
                archive.writestr(SLOTS, slots)
                for name, content in (more or {}).items():
                    archive.writestr(name, content)
                archive.write(database, DATABASE)
            file.flush()
            os.fsync(file.fileno())
        with zipfile.ZipFile(part) as archive, archive.open(DATABASE) as copy:
            if archive.testzip() is not None or _hash(copy) != manifest.database_sha256:
                raise BackupDamaged
        digest = sha256_of(part)
        take_name(part, path)
    except OSError as error:
        raise _write_error(error) from None
    return digest


def take_name(part: Path, path: Path) -> None:
    """Give a finished file its name, which must be free; on another disk by way of a copy."""
    if path.exists():
        raise FileExistsError(path.name)
    try:
        part.replace(path)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        near = path.with_name(f".{path.name}.part")
        try:
            shutil.copyfile(part, near)
            near.chmod(0o600)
            near.replace(path)
        finally:
            near.unlink(missing_ok=True)


def read_manifest(path: Path, kind: ContainerKind) -> Manifest:
    """What a file says of itself. Raises BackupDamaged where it is not one of ours, or of another kind."""
    with _opened(path) as archive:
        content = _small(archive, MANIFEST)
    try:
        manifest = Manifest.model_validate_json(content)
    except ValidationError:
        raise BackupDamaged from None
    if manifest.kind is not kind:
        raise BackupDamaged
    return manifest


def unpack(path: Path, kind: ContainerKind, folder: Path) -> Manifest:
    """Put database and slots into a folder, compared with the manifest. Raises BackupDamaged, DiskFull."""
    manifest = read_manifest(path, kind)
    need_room(folder, manifest.database_bytes)
    with _opened(path) as archive:
        if archive.getinfo(DATABASE).file_size != manifest.database_bytes:
            raise BackupDamaged
        (folder / SLOTS).write_bytes(_small(archive, SLOTS))
        with archive.open(DATABASE) as source, (folder / DATABASE).open("wb") as target:
            shutil.copyfileobj(source, target, PIECE)
            target.flush()
            os.fsync(target.fileno())
    if sha256_of(folder / DATABASE) != manifest.database_sha256:
        raise BackupDamaged
    for name in (SLOTS, DATABASE):
        (folder / name).chmod(0o600)
    return manifest


def take_member(path: Path, target: Path) -> None:
    """Put a further member beside, under its own name, where there is one. Raises BackupDamaged, DiskFull."""
    with _opened(path) as archive:
        if target.name in archive.namelist():
            need_room(target.parent, archive.getinfo(target.name).file_size)
            with archive.open(target.name) as source, target.open("wb") as file:
                shutil.copyfileobj(source, file, PIECE)
            target.chmod(0o600)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    if not path.is_file():  # a folder; or a device or a pipe, which could be read for ever
        raise BackupDamaged
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError):
        raise BackupDamaged from None
    except OSError as error:
        raise (BackupDamaged if isinstance(error, FileNotFoundError) else _write_error(error)) from None


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST_TEXT:
        raise BackupDamaged
    return archive.read(name)


def _write_error(error: OSError) -> DiskFull | BackupWriteFailed:
    return DiskFull() if error.errno == errno.ENOSPC else BackupWriteFailed()
