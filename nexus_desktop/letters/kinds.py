"""What a file is, by its first bytes: names and endings are never trusted."""

from __future__ import annotations

import re

from nexus_desktop.models.errors import (
    LetterHasPassword,
    LetterKindUnknown,
    LetterNeedsOcr,
    LetterOldWord,
    LetterWebOrMail,
)
from nexus_desktop.models.letter_models import LetterKind

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
_PDF = re.compile(rb"%PDF-[0-9]\.[0-9]")
_IMAGE = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|II\*\x00|MM\x00\*|BM....\x00\x00\x00\x00"
    rb"|RIFF....WEBP|....ftyp(?:hei[cxsm]|mif1|avif)|\x00\x00\x00\x0cjP  |%!PS-Adobe-3\.1 EPSF",
    re.DOTALL,
)
_OTHER = (
    b"\x7fELF",
    b"MZ\x90\x00",
    b"\xcf\xfa\xed\xfe",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x1f\x8b\x08",
    b"%!PS",
)
_BEFORE_TEXT = b"\xef\xbb\xbf \t\r\n\x00"


def kind_of(data: bytes, *, pictures: bool = False) -> LetterKind:
    """The kind whose reader is asked; a ZIP counts as DOCX until its reader looks inside.

    Raises LetterNeedsOcr for a picture unless ``pictures`` can be read, LetterOldWord, LetterHasPassword,
    LetterWebOrMail (an Outlook message) or LetterKindUnknown. What has no mark of its own counts as text, and its
    reader refuses what is none.
    """
    head = data[:1024]
    if head.startswith(_OLE):
        raise _ole_problem(data)
    if _IMAGE.match(head):
        if not pictures:
            raise LetterNeedsOcr
        return LetterKind.IMAGE
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return LetterKind.DOCX
    if head.lstrip(_BEFORE_TEXT).startswith(b"{\\rtf"):
        return LetterKind.RTF
    mark = _PDF.search(head)  # mail gateways and scanners put bytes before it; readers allow 1,024
    if mark and (not head[: mark.start()].strip(_BEFORE_TEXT) or b" obj" in data[mark.end() : mark.end() + 4096]):
        return LetterKind.PDF
    if head.startswith(_OTHER):
        raise LetterKindUnknown
    return LetterKind.TEXT


def _ole_problem(data: bytes) -> Exception:
    """Which of the old containers this is, by the names of the streams in it."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):  # [MS-OFFCRYPTO] 2.3.4.4: a DOCX with a password
        return LetterHasPassword()
    if holds("WordDocument"):  # [MS-DOC] 2.1.1
        return LetterOldWord()
    return LetterWebOrMail() if holds("__properties_version1.0") else LetterKindUnknown()  # [MS-OXMSG] 2.1.1
