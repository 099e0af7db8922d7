"""What parent and child say to each other, over two pipes and nowhere else.

    parent to child   one line of JSON {"size": bytes, "limits": {...}, "scans": false, "picture": 0}, then the bytes of
                      the file; with "picture": 3, page 3 is to be drawn, and nothing read
    child to parent   lines of JSON: {"ready": true} once its reader is loaded and its rights are gone,
                      {"page": 3, "pages": 12} while it reads, and last {"letter": {...}}, {"drawn": 3, "of": 12,
                      "png": base64} or {"error": code, ...}

The child may have been taken over by a hostile file, so nothing it says is believed before it has been checked.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import asdict, dataclass
from string import Formatter
from typing import Any, BinaryIO

from nexus_desktop.letters.extract import Extract, ReadingLimits
from nexus_desktop.letters.page_picture import LONGEST_SIDE, checked
from nexus_desktop.models.errors import LetterCorrupt, NexusError, every_error
from nexus_desktop.models.letter_models import LetterKind, PagePicture, UnsureWord

OUT_OF_MEMORY = 71
"""Exit status of a child whose memory ran out where Python noticed."""

_PART = re.compile(r"[a-z0-9][a-z0-9 -]{0,60}")
_ENCODING = re.compile(r"[a-z0-9-]{1,20}")
_MOST_PARTS = 2000
_UNSURE_BYTES = 64  # of an unsure word, which takes two characters of the letter with the blank after it


class Garbage(ValueError):
    """The child said something it never says."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a file: its text, with ``scans`` that of pictures too; or page ``picture``, counted from 1."""

    limits: ReadingLimits
    scans: bool = False
    picture: int = 0


def request(size: int, wanted: Wanted) -> bytes:
    """The line that goes before the bytes of the file."""
    return _line({"size": size, "limits": asdict(wanted.limits), "scans": wanted.scans, "picture": wanted.picture})


def read_request(source: BinaryIO) -> tuple[bytes, Wanted]:
    """The child's side of ``request``. Raises EOFError if the parent is gone."""
    header = json.loads(source.readline())
    data = source.read(header["size"])
    if len(data) != header["size"]:
        raise EOFError
    return data, Wanted(ReadingLimits(**header["limits"]), header["scans"], header["picture"])


def ready() -> bytes:
    """Said once, before the file is looked into: what goes wrong from here on is the file's doing."""
    return _line({"ready": True})


def page_done(page: int, pages: int) -> bytes:
    """Said after every page; it earns the child a second, and moves the bar on the screen."""
    return _line({"page": page, "pages": pages})


def failure(error: NexusError) -> bytes:
    """The code and the numbers of an error, and nothing else of it."""
    return _line({"error": error.code, "numbers": error.numbers})


def letter(extract: Extract) -> bytes:
    """The last line of a child that could read the file."""
    return _line({"letter": asdict(extract)})


def drawn(picture: PagePicture) -> bytes:
    """The last line of a child that could draw a page."""
    png = base64.b64encode(picture.png).decode("ascii")
    return _line({"drawn": picture.page, "of": picture.pages, "png": png})


def longest_picture() -> int:
    """The most bytes an honest child says of a page: three a pixel, four for three, and something for the rows."""
    return 4 * LONGEST_SIDE * (LONGEST_SIDE + 1) + 1_000_000


def longest_answer(limits: ReadingLimits) -> int:
    """The most bytes an honest child can say: a character takes four at most, a line of progress fewer than 64."""
    return (
        4 * limits.characters + _UNSURE_BYTES * limits.characters // 2 + 64 * limits.pages + 64 * _MOST_PARTS * 2 + 4096
    )


Said = Extract | PagePicture | NexusError | tuple[int, int] | None


def parse(line: bytes, limits: ReadingLimits) -> Said:
    """One line of the child: a letter, a page, an error, (page, pages), or None for ready. Raises Garbage."""
    try:
        match json.loads(line):
            case {"ready": True}:
                return None
            case {"page": int(page), "pages": int(pages)} if 0 <= page <= pages <= limits.pages:
                return page, pages
            case {"letter": dict(values)}:
                return _extract(values, limits)
            case {"drawn": int(page), "of": int(pages), "png": str(png)} if 0 < page <= pages <= limits.pages:
                return checked(PagePicture(page, pages, base64.b64decode(png, validate=True)))
            case {"error": str(code), "numbers": dict(numbers)}:
                return _error(code, numbers)
    except (
        ValueError,
        TypeError,
        RecursionError,
        LetterCorrupt,
    ):  # no JSON, a part that cannot be hashed, a million brackets
        pass
    raise Garbage


def _extract(values: dict[str, Any], limits: ReadingLimits) -> Extract:
    match values:
        case {
            "phi_text": str(text),
            "kind": "pdf" | "docx" | "rtf" | "text" | "image" as kind,
            "pages": (int() | None) as pages,
            "encoding": (str() | None) as encoding,
            "parts_found": list(found),
            "parts_used": list(used),
            "unsure": list(unsure),
        } if text.strip() and len(text) <= limits.characters:
            text.encode()  # a lone surrogate raises UnicodeEncodeError, which is a ValueError
        case _:
            raise Garbage
    if not (encoding is None or _ENCODING.fullmatch(encoding)) or not 0 < (pages or 1) <= limits.pages:
        raise Garbage
    if (
        len(found) > _MOST_PARTS
        or not set(used) <= set(found)
        or not all(isinstance(part, str) and _PART.fullmatch(part) for part in found)
    ):
        raise Garbage
    words = tuple(_unsure(word, len(text)) for word in unsure)
    return Extract(text, LetterKind(kind), pages, encoding, tuple(found), tuple(used), words)


def _unsure(word: object, length: int) -> UnsureWord:
    match word:
        case {"start": int(start), "end": int(end), "confidence": int() | float() as sure} if (
            0 <= start < end <= length and 0 <= sure <= 1
        ):
            return UnsureWord(start, end, sure)
    raise Garbage


def _error(code: str, numbers: dict[str, Any]) -> NexusError:
    """The error of this code, with exactly the numbers that its sentence names."""
    known = {error.code: error for error in every_error() if error.code.startswith("letter.")}
    if code not in known:
        raise Garbage
    named = {name for _, name, _, _ in Formatter().parse(known[code].text) if name}
    if set(numbers) != named or not all(isinstance(value, int | float) for value in numbers.values()):
        raise Garbage
    return known[code](**numbers)


def _line(message: dict[str, Any]) -> bytes:
    return json.dumps(message, ensure_ascii=False).encode() + b"\n"
