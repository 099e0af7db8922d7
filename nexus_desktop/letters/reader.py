"""Step 1: a file, or pasted text, becomes a Letter.

Files are parsed in a child process (see child.py). Pasted text has nothing to parse and stays here.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop.letters import child, ocr, source_file
from nexus_desktop.letters.extract import Extract, ReadingLimits
from nexus_desktop.models.errors import LetterChanged, LetterEmpty, LetterNeedsOcr, LetterTooLong
from nexus_desktop.models.letter_models import Letter, LetterKind, PagePicture
from nexus_desktop.models.ports import CancelFlag, Guard, Progress, unguarded

if TYPE_CHECKING:
    from nexus_desktop.models.settings_models import Limits

_PICTURE = re.compile(r"pages? [\d-]+ (?:picture|drawing|unreadable characters)")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # Python pairs them up, so any that is left is alone


def read_file(
    path: Path,
    limits: Limits,
    progress: Progress | None = None,
    cancelled: CancelFlag | None = None,
    scans: Guard | None = unguarded,
) -> Letter:
    """The letter in a file. Its kind is chosen by content; the text is cleaned of what has no shape on paper.

    ``progress`` is called in this thread, once a page. Raises the Letter… errors of models.errors, and Cancelled
    within 0.1 s of the flag while the child reads. Pictures of pages are read through ``scans``, a breaker; None: not
    at all.
    """
    data = source_file.take(path, limits.file_mb, cancelled)
    extract = _extract(data, ReadingLimits.of(limits), progress, cancelled, scans if ocr.installed() else None)
    return Letter(
        phi_text=extract.phi_text,
        kind=extract.kind,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        pages=extract.pages,
        encoding=extract.encoding,
        parts_found=extract.parts_found,
        parts_used=extract.parts_used,
        unsure=extract.unsure,
    )


def page_picture(
    path: Path, sha256: str, page: int, limits: Limits, cancelled: CancelFlag | None = None
) -> PagePicture:
    """A picture of a page, counted from 1, of the file that was read. Raises LetterChanged where it is another now."""
    data = source_file.take(path, limits.file_mb, cancelled)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise LetterChanged
    return child.draw(data, ReadingLimits.of(limits), page, cancelled)


def _extract(
    data: bytes, limits: ReadingLimits, progress: Progress | None, cancelled: CancelFlag | None, scans: Guard | None
) -> Extract:
    """The text as it is, or read from pictures of pages where that can be done and is needed."""
    try:
        extract = child.read(data, limits, progress, cancelled)
    except LetterNeedsOcr:
        if scans is None:
            raise
    else:
        if scans is None or not any(_PICTURE.match(part) for part in extract.parts_found):
            return extract
    return scans(lambda: child.read(data, limits, progress, cancelled, scans=True))


def read_pasted(text: str, limits: Limits) -> Letter:
    """Text from the clipboard or the keyboard, kept as given: only NUL goes, and halves of characters become U+FFFD.

    ``sha256`` and ``size`` are those of its UTF-8. Raises LetterEmpty or LetterTooLong.
    """
    text = _LONE_SURROGATE.sub("\ufffd", text.replace("\x00", ""))
    if not text.strip():
        raise LetterEmpty
    if len(text) > limits.characters:
        raise LetterTooLong(limit=limits.characters)
    data = text.encode()
    return Letter(
        phi_text=text,
        kind=LetterKind.PASTED,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        parts_found=("body",),
        parts_used=("body",),
    )
