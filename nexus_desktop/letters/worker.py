"""The child's side: reads one file from its input, answers on its output, and gives up its rights in between.

It ends by answering or by dying; what it would say on its way out, a traceback, goes nowhere, because it may quote the
letter.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import BinaryIO

from nexus_desktop.letters import kinds, page_picture, protocol
from nexus_desktop.letters.extract import Extract, PageDone, ReadingLimits
from nexus_desktop.models.errors import PersonCanFix
from nexus_desktop.models.letter_models import LetterKind

Reader = Callable[[bytes, ReadingLimits, PageDone], Extract]


def main() -> int:
    """The whole life of a child; returns its exit status."""
    with (
        io.BufferedReader(io.FileIO(0, closefd=False)) as source,  # sys.stdin is None in a program without a console
        io.BufferedWriter(io.FileIO(1, "w", closefd=False)) as answers,
    ):
        return serve(source, answers)


def serve(source: BinaryIO, answers: BinaryIO) -> int:
    """Answer one request."""

    def say(line: bytes) -> None:
        answers.write(line)
        answers.flush()

    data, wanted = protocol.read_request(source)
    limits, scans = wanted.limits, wanted.scans
    try:
        kind = kinds.kind_of(data, pictures=scans or bool(wanted.picture))
        if wanted.picture:
            give_up_rights(limits, address_space=kind is LetterKind.PDF)
            say(protocol.ready())
            say(protocol.drawn(page_picture.draw(data, kind, wanted.picture, limits)))
            return 0
        read = load_reader(kind, scans=scans)
        give_up_rights(limits, address_space=not scans)
        say(protocol.ready())
        extract = read(data, limits, lambda page, pages: say(protocol.page_done(page, pages)))
        answer = protocol.letter(extract)
    except PersonCanFix as error:
        answer = protocol.failure(error)
    except MemoryError:
        return protocol.OUT_OF_MEMORY
    say(answer)
    return 0


def load_reader(kind: LetterKind, *, scans: bool = False) -> Reader:
    """The reader of this kind. Only one is loaded: pypdfium2 takes 55 ms, lxml 15 ms, the engine for scans 1.5 s."""
    if scans and kind in (LetterKind.PDF, LetterKind.IMAGE):
        from nexus_desktop.letters.ocr import scan

        return scan.reader(kind)
    match kind:
        case LetterKind.PDF:
            from nexus_desktop.letters import pdf

            return pdf.read
        case LetterKind.DOCX:
            from nexus_desktop.letters import docx

            return docx.read
        case LetterKind.RTF:
            from nexus_desktop.letters import rtf

            return rtf.read
        case _:
            from nexus_desktop.letters import plain_text

            return plain_text.read


def give_up_rights(limits: ReadingLimits, *, address_space: bool = True) -> None:
    """From here on: no more memory and processor time than allowed, no byte into any file, no core dump.

    The parent watches memory and time as well, and on Windows it is the only one. macOS takes RLIMIT_AS and does not
    keep it, so there too the parent's watch is the limit; and so it is without ``address_space``, for the engine that
    reads scans reserves far more addresses than it uses memory.
    """
    if sys.platform == "win32":
        return
    import resource

    memory = limits.child_memory_mb * 1024 * 1024
    seconds = limits.child_seconds + limits.pages * limits.page_seconds
    wanted = (
        *(((resource.RLIMIT_AS, memory),) if address_space else ()),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    )
    for which, most in wanted:
        _, hard = resource.getrlimit(which)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(which, (most, most))
