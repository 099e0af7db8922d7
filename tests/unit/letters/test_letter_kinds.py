"""The kind of a file comes from its first bytes."""

from __future__ import annotations

import pytest

from nexus_desktop.letters import kinds
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import LetterKind

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", LetterKind.PDF),
        (b"\xef\xbb\xbf\r\n%PDF-2.0\n", LetterKind.PDF),
        (b"junk of a scanner %PDF-1.4\n1 0 obj", LetterKind.PDF),
        (b"A text that mentions %PDF-1.4 early on", LetterKind.TEXT),
        (b"PK\x03\x04", LetterKind.DOCX),
        (b"\n{\\rtf1\\ansi", LetterKind.RTF),
        (b"Dear Sir", LetterKind.TEXT),
        (b"BMI of 31, MZ twins, II* grade", LetterKind.TEXT),
        (b"", LetterKind.TEXT),
    ],
)
def test_kinds(data: bytes, kind: LetterKind) -> None:
    assert kinds.kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xd8\xff\xe0", "letter.needs_ocr"),
        (b"\x89PNG\r\n\x1a\n", "letter.needs_ocr"),
        (b"II*\x00", "letter.needs_ocr"),
        (b"BM\x36\x10\x00\x00\x00\x00\x00\x00", "letter.needs_ocr"),
        (b"RIFF\x01\x02\x03\x04WEBPVP8", "letter.needs_ocr"),
        (b"\x00\x00\x00\x18ftypheic", "letter.needs_ocr"),
        (OLE + "WordDocument".encode("utf-16-le"), "letter.old_word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "letter.password"),
        (OLE + "__properties_version1.0".encode("utf-16-le"), "letter.web_or_mail"),
        (OLE, "letter.unknown_kind"),
        (b"MZ\x90\x00", "letter.unknown_kind"),
        (b"\x7fELF", "letter.unknown_kind"),
        (b"\x1f\x8b\x08", "letter.unknown_kind"),
        (b"%!PS-Adobe-3.0", "letter.unknown_kind"),
    ],
)
def test_what_is_no_letter(data: bytes, code: str) -> None:
    with pytest.raises(NexusError) as caught:
        kinds.kind_of(data)
    assert caught.value.code == code
