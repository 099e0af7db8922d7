"""Plain text in the encodings that letters come in.

Guessing libraries are no help here: charset-normalizer read cp1252 as cp1250 (``Señora`` became ``Seńora``) and Mac
Roman as Mac Turkish. Four questions in a fixed order got every sample right: a mark at the start, strict UTF-8, the
shape of UTF-16, else cp1252.
"""

from __future__ import annotations

import codecs
import re

from nexus_desktop.letters.extract import Extract, PageDone, ReadingLimits, cleaned
from nexus_desktop.models.errors import (
    LetterEmpty,
    LetterKindUnknown,
    LetterTooManyPages,
    LetterWebOrMail,
)
from nexus_desktop.models.letter_models import LetterKind

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x06\x0e-\x19\x1c-\x1f\x7f]")
_STRETCH = 1 << 20  # characters counted at once: 50 MB of zeros took 500 MB when it was all of them
_WEB = re.compile(r"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<(\?xml|svg)\b", re.IGNORECASE)
_HEADER_LINE = re.compile(r"[A-Za-z][A-Za-z0-9-]*:|[ \t]+\S|From \S+@")
_MAIL_ONLY = re.compile(
    r"^(received|message-id|mime-version|return-path|content-transfer-encoding|dkim-signature):",
    re.IGNORECASE | re.MULTILINE,
)


def read(data: bytes, limits: ReadingLimits, page_done: PageDone) -> Extract:
    """The text of a text file.

    Raises LetterKindUnknown, LetterWebOrMail, LetterTooManyPages, LetterTooLong or LetterEmpty.
    """
    text, encoding = decode(data)
    if _is_binary(text):
        raise LetterKindUnknown
    _refuse_markup(text[:2048])
    text = cleaned(text, limits.characters).strip("\f")
    if not text.strip():
        raise LetterEmpty
    pages = text.count("\f") + 1 if "\f" in text else None
    if pages and pages > limits.pages:
        raise LetterTooManyPages(pages=pages, limit=limits.pages)
    page_done(pages or 1, pages or 1)
    return Extract(text, LetterKind.TEXT, pages, encoding, ("body",), ("body",))


def decode(data: bytes) -> tuple[str, str]:
    """The characters and the name of the encoding; bytes without meaning become U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    encoding = _utf16_shape(data) or _eight_bit(data)
    return data.decode(encoding, "replace"), encoding


def _utf16_shape(data: bytes) -> str | None:
    """UTF-16 without a mark: in a Western letter every second byte is nearly always zero, and the others never."""
    sample = data[:4096]
    half = len(sample) // 2
    if half == 0:
        return None
    even, odd = (sample[start::2].count(0) / half for start in (0, 1))
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 and odd < 0.05 else None


def _eight_bit(data: bytes) -> str:
    """UTF-8, also where a few bytes of it are damaged or cut; else the encoding of Western Windows."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        sound = sum(len(run) for run in re.findall("[^\x00-\x7f\ufffd]+", text))
        return "utf-8" if sound > damaged else "cp1252"  # cp1252 text is almost never sound UTF-8 by chance
    return "utf-8"


def _is_binary(text: str) -> bool:
    """No letter has one control character in a hundred, or one in ten without meaning; programs and archives do."""
    controls = 0
    for start in range(0, len(text), _STRETCH):
        stretch = text[start : start + _STRETCH]
        controls += len(stretch) - len(_CONTROL.sub("", stretch))
    return controls * 100 > len(text) or text.count("\ufffd") * 10 > len(text)


def _refuse_markup(head: str) -> None:
    """Source of web pages and mail is not what its reader saw: base64, tags, and names spelled as entities."""
    head = head.lstrip()
    if head.startswith("<") and _WEB.search(head):
        raise LetterWebOrMail
    if _MARKUP.match(head):
        raise LetterKindUnknown
    header = re.split(r"\r?\n\r?\n", head, maxsplit=1)[0]
    if _MAIL_ONLY.search(header) and all(_HEADER_LINE.match(line) for line in header.splitlines()[:-1]):
        raise LetterWebOrMail
