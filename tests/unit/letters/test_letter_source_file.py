"""Opening what a person picked: only regular files, never more than allowed, and errors without the path."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from nexus_desktop.letters import source_file
from nexus_desktop.models.errors import LetterTooLarge, NexusError

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def code(path: Path, limit_mb: int = 1) -> str:
    with pytest.raises(NexusError) as caught:
        source_file.take(path, limit_mb)
    assert caught.value.__context__ is None  # the system's error names the path
    assert caught.value.__cause__ is None
    return caught.value.code


def test_a_file_and_a_link_to_it(tmp_path: Path) -> None:
    file, link = tmp_path / "Quill.txt", tmp_path / "link"
    file.write_bytes(b"Dear Sir")
    link.symlink_to(file)
    assert source_file.take(file, 1) == source_file.take(link, 1) == b"Dear Sir"


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    for name in ("gone", "file/below", "dangling", "ring", "n" * 300, "nul\0"):
        assert code(tmp_path / name) == "letter.not_found"


def test_folders(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert code(tmp_path) == code(tmp_path / "link") == "letter.folder"


@posix_only
def test_devices_pipes_and_sockets_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "zero").symlink_to("/dev/zero")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")  # its whole path may be too long for the system
        for path in (tmp_path / "fifo", tmp_path / "zero", Path("/dev/zero"), tmp_path / "socket"):
            assert code(path) == "letter.not_a_file"


@posix_only
@pytest.mark.parametrize(("swapped", "expected"), [(os.mkfifo, "letter.not_a_file"), (os.mkdir, "letter.folder")])
def test_a_name_that_changes_its_meaning_before_the_file_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swapped: Callable[[Path], None], expected: str
) -> None:
    path, real_open = tmp_path / "letter", os.open
    path.write_bytes(b"x")

    def swap_and_open(name: Path, flags: int) -> int:
        path.unlink()
        swapped(path)
        return real_open(name, flags)

    monkeypatch.setattr(os, "open", swap_and_open)
    assert code(path) == expected


def test_vanished_before_it_was_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real_open = tmp_path / "letter", os.open
    path.write_bytes(b"x")

    def remove_and_open(name: Path, flags: int) -> int:
        path.unlink()
        return real_open(name, flags)

    monkeypatch.setattr(os, "open", remove_and_open)
    assert code(path) == "letter.not_found"


@pytest.mark.parametrize("refused", [PermissionError(13, "no", "Quill.pdf"), OSError(5, "I/O error", "Quill.pdf")])
def test_refused_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: OSError) -> None:
    def refuse(*_: object) -> int:
        raise refused

    (tmp_path / "letter").write_bytes(b"x")
    monkeypatch.setattr(os, "open", refuse)
    assert code(tmp_path / "letter") == "letter.no_access"


@posix_only
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read every file")
def test_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "letter"
    path.write_bytes(b"x")
    path.chmod(0)
    assert code(path) == "letter.no_access"


def test_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    assert code(tmp_path / "empty") == "letter.empty"


def test_too_large_is_told_from_the_size_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter"
    with path.open("wb") as file:
        file.truncate(source_file.MB + 1)  # a hole: no disk is used
    monkeypatch.setattr(os, "open", None)  # so opening it would be a TypeError
    with pytest.raises(LetterTooLarge) as caught:
        source_file.take(path, 1)
    assert caught.value.numbers == {"size": 1.1, "limit": 1}


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter"
    path.write_bytes(b"x" * (source_file.MB + 1))
    monkeypatch.setattr(source_file, "_require_regular", lambda *_: None)  # it was small when it was looked at
    assert code(path) == "letter.too_large"


def test_cancelled_between_two_chunks(tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(b"x")
    flag = Event()
    flag.set()
    with pytest.raises(NexusError) as caught:
        source_file.take(tmp_path / "letter", 1, flag)
    assert caught.value.code == "cancelled"
