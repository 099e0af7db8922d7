"""A child process that parses one file, and is ended the moment it costs too much or nobody wants its answer.

PDF and Word parsers are large and files are hostile: a PDF of 2.7 KB took all 23 GB of a machine when it was read in
process. Nothing of a letter is written to disk on the way: the bytes go in through one pipe, the text comes out of
the other.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from nexus_desktop.letters import protocol
from nexus_desktop.letters.extract import Extract, ReadingLimits
from nexus_desktop.models.errors import (
    Cancelled,
    LetterCorrupt,
    LetterReaderFailed,
    LetterReaderStopped,
    NexusError,
)
from nexus_desktop.models.letter_models import PagePicture

if TYPE_CHECKING:
    from nexus_desktop.models.ports import CancelFlag, Progress

POLL_SECONDS = 0.05  # without any limit of their own, three bombs passed a cap of 1,024 MB by 9 MB at most
_MB = 1024 * 1024
_ROOT = Path(__file__).resolve().parents[2]
_GRACE_SECONDS = 2.0  # for a child that closed its pipe to end by itself
_OUT_OF_RESOURCES = frozenset(
    {protocol.OUT_OF_MEMORY, 0xE0000008}  # the second is how PDFium ends on Windows when memory runs out
    | {-getattr(signal, name, 0) for name in ("SIGKILL", "SIGXCPU", "SIGABRT", "SIGTRAP", "SIGILL")}  # elsewhere
) - {0}
_FROM_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "WINDIR")


def read(
    data: bytes,
    limits: ReadingLimits,
    progress: Progress | None = None,
    cancelled: CancelFlag | None = None,
    *,
    scans: bool = False,
) -> Extract:
    """The text of the file whose bytes these are; with ``scans``, pages that are pictures are read too.

    Raises the error that the child reports; LetterReaderStopped if it took more than ``limits.child_memory_mb``, or
    longer than ``limits.child_seconds`` and ``limits.page_seconds`` for each page that it has read; LetterCorrupt if
    it broke down or talked nonsense; LetterReaderFailed if it never began; Cancelled.
    """
    limits = limits.for_scans() if scans else limits
    said = _ask(data, protocol.Wanted(limits, scans), protocol.longest_answer(limits), progress, cancelled)
    if not isinstance(said, Extract):
        raise LetterCorrupt
    return said


def draw(data: bytes, limits: ReadingLimits, page: int, cancelled: CancelFlag | None = None) -> PagePicture:
    """A picture of one page, counted from 1. Raises as ``read`` does."""
    wanted = protocol.Wanted(limits, picture=page)
    said = _ask(data, wanted, protocol.longest_picture(), None, cancelled)
    if not isinstance(said, PagePicture) or said.page != page:
        raise LetterCorrupt
    return said


def _ask(
    data: bytes, wanted: protocol.Wanted, longest: int, progress: Progress | None, cancelled: CancelFlag | None
) -> Extract | PagePicture:
    child = _Child(data, wanted, longest)
    try:
        return child.answer(progress, cancelled)
    finally:
        child.end()


def command(argument: str = "--worker") -> list[str]:
    """How this program starts itself as a child; ``-P`` keeps modules planted in the current folder out."""
    if getattr(sys, "frozen", False):
        return [sys.executable, argument]
    return [sys.executable, "-P", "-m", "nexus_desktop", argument]


def environment() -> dict[str, str]:
    """The little that a child needs; keys and passwords that stand in the parent's environment are not handed on."""
    kept = {name: value for name, value in os.environ.items() if name.upper() in _FROM_ENVIRONMENT}
    kept |= {name: value for name, value in os.environ.items() if name.startswith(("_PYI_", "_MEIPASS"))}
    if not getattr(sys, "frozen", False) and "site-packages" not in _ROOT.parts:
        kept["PYTHONPATH"] = str(_ROOT)  # a checkout that was not installed
    return kept


class _Child:
    """The process, the two threads at its pipes, and what is known of it so far."""

    def __init__(self, data: bytes, wanted: protocol.Wanted, longest: int) -> None:
        """``longest`` is the most bytes that it may answer."""
        self._limits = wanted.limits
        self._process = _start()
        self._started = time.monotonic()
        self._is_ready = False
        self._pages_read = 0
        self._peak = 0  # bytes of memory
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        # One thread a pipe: whoever did both would wait to write while the child waits to be read.
        self._threads = (
            Thread(target=self._feed, args=(protocol.request(len(data), wanted), data), daemon=True),
            Thread(target=self._listen, args=(longest,), daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def answer(self, progress: Progress | None, cancelled: CancelFlag | None) -> Extract | PagePicture:
        """Wait for the answer and watch the child meanwhile."""
        while True:
            try:
                line = self._lines.get(timeout=POLL_SECONDS)
            except Empty:
                line = None
            if cancelled is not None and cancelled.is_set():
                raise Cancelled
            if line == b"":
                raise self._cause_of_death()
            if line is not None:
                answer = self._hear(line, progress)
                if answer is not None:
                    return answer
            self._check_cost()

    def end(self) -> None:
        """Leave no process, no thread and no open pipe behind, whatever happened."""
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()

    def _hear(self, line: bytes, progress: Progress | None) -> Extract | PagePicture | None:
        try:
            said = protocol.parse(line, self._limits)
        except protocol.Garbage:
            said = LetterCorrupt()
        match said:
            case Extract() | PagePicture():
                return said
            case NexusError():
                raise said
            case (page, pages):
                self._pages_read = max(page, self._pages_read)
                if progress is not None:
                    progress("Reading the letter", page / max(pages, 1))
            case None:
                self._is_ready = True
        return None

    def _check_cost(self) -> None:
        memory = _memory(self._process.pid)
        self._peak = max(memory, self._peak)
        # Time is earned by pages that were read, not by pages that were promised: a file stuck on its first page ends
        # after child_seconds however many it claims to have.
        seconds = time.monotonic() - self._started
        if (
            memory > self._limits.child_memory_mb * _MB
            or seconds > self._limits.child_seconds + self._pages_read * self._limits.page_seconds
        ):
            raise LetterReaderStopped

    def _cause_of_death(self) -> NexusError:
        """What a child that ended without an answer died of."""
        try:
            status = self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            return LetterCorrupt()
        if status in _OUT_OF_RESOURCES or self._peak > self._limits.child_memory_mb * _MB // 2:
            return LetterReaderStopped()
        return LetterCorrupt() if self._is_ready else LetterReaderFailed()

    def _feed(self, *pieces: bytes) -> None:
        pipe = self._process.stdin
        assert pipe is not None  # noqa: S101 - tells mypy what PIPE means
        with contextlib.suppress(OSError), pipe:  # a child that refuses a file early has closed its end
            for piece in pieces:
                pipe.write(piece)

    def _listen(self, left: int) -> None:
        """Queue the lines of the child, at most ``left`` bytes of them, and an empty one for the end."""
        pipe = self._process.stdout
        assert pipe is not None  # noqa: S101 - as above
        with pipe:
            while left > 0 and (line := pipe.readline(left)):
                self._lines.put(line)
                left -= len(line)
        self._lines.put(b"")


def _memory(pid: int) -> int:
    """Bytes that the process holds; 0 if it has just ended, for then the end of its pipe comes next."""
    import psutil  # a start does without it

    try:
        return psutil.Process(pid).memory_info().rss
    except psutil.Error:
        return 0


def _start() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may quote the letter
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise LetterReaderFailed from error
