"""What a parser hands back, and how text of every kind is cleaned before anyone looks for names in it.

Runs in the child: nothing here or below may import Pydantic (125 ms) or anything else that is slow to load.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from nexus_desktop.models.errors import LetterEmpty, LetterNeedsOcr, LetterTooLong

if TYPE_CHECKING:
    from nexus_desktop.models.letter_models import LetterKind, UnsureWord
    from nexus_desktop.models.settings_models import Limits

PageDone = Callable[[int, int], None]
"""Told how many pages are read, and of how many."""


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """The limits of config/settings.yaml that bind the child; names and units are those of ``Limits``."""

    pages: int
    page_points: int
    characters: int
    unpacked_mb: int
    unpack_ratio: int
    unpacked_members: int
    child_memory_mb: int
    child_seconds: int
    page_seconds: int
    page_megapixels: int
    ocr_memory_mb: int
    ocr_page_seconds: int

    def for_scans(self) -> ReadingLimits:
        """The same with what reading a picture may cost."""
        return replace(self, child_memory_mb=self.ocr_memory_mb, page_seconds=self.ocr_page_seconds)

    @classmethod
    def of(cls, limits: Limits) -> ReadingLimits:
        """The part of the settings that the child needs."""
        return cls(**{one.name: getattr(limits, one.name) for one in fields(cls)})


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file and facts about its reading: a Letter without the hash, for which only the parent vouches."""

    phi_text: str = field(repr=False)
    kind: LetterKind
    pages: int | None = None
    encoding: str | None = None
    parts_found: tuple[str, ...] = ()
    parts_used: tuple[str, ...] = ()
    unsure: tuple[UnsureWord, ...] = ()


class Gathering:
    """Text of a document by place, and the names of the parts it was found in.

    Places are put together in the order a reader meets them on paper, whatever their order in the file. A part that
    is found and not used was seen and left out: it is neither redacted nor analyzed.
    """

    ORDER = ("header", "body", "diagram", "chart", "footnotes", "endnotes", "footer", "comments")
    REPEATED = ("header", "footer")

    def __init__(self, limit: int) -> None:
        """``limit`` is the most characters a letter may have."""
        self._limit = limit
        self._left = limit
        self._blocks: dict[str, list[str]] = {place: [] for place in self.ORDER}
        self._parts: dict[str, bool] = {}

    def add(self, place: str, text: str) -> None:
        """Keep a block of text. Word writes the same header for first, odd and even pages of every section: once."""
        text = text.strip("\n")
        if not text.strip() or (place in self.REPEATED and text in self._blocks[place]):
            return
        self._left -= len(text)
        if self._left < 0:
            raise LetterTooLong(limit=self._limit)
        self._blocks[place].append(text)
        self.used(place)

    def used(self, part: str) -> None:
        """A part whose text is in the letter."""
        self._parts[part] = True

    def found(self, part: str) -> None:
        """A part whose text is not in the letter."""
        self._parts.setdefault(part, False)

    def extract(self, kind: LetterKind) -> Extract:
        """The whole, or LetterEmpty, or LetterNeedsOcr where there is nothing but pictures."""
        blocks = ("\n".join(self._blocks[place]) for place in self.ORDER if self._blocks[place])
        text = cleaned("\n\n".join(blocks), self._limit)
        if not text.strip():
            raise LetterNeedsOcr if "picture" in self._parts else LetterEmpty
        places = [place for place in self.ORDER if place in self._parts]
        found = (*places, *(part for part in self._parts if part not in places))
        return Extract(text, kind, parts_found=found, parts_used=tuple(part for part in found if self._parts[part]))


_NEWLINE = re.compile("\r\n|[\r\x0b\u2028\u2029]")
_MISREAD = re.compile("[\x80-\x9f]")  # cp1252 bytes that some program took for Latin-1: "\x92" was meant as ’
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f"
    "\xad\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff"  # soft hyphen, zero widths, marks of direction
    "\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]+"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def cleaned(text: str, limit: int) -> str:
    """``clean`` of a whole letter. Raises LetterTooLong, also where ligatures made it too long only now."""
    text = clean(text)
    if len(text) > limit:
        raise LetterTooLong(limit=limit)
    return text


def clean(text: str) -> str:
    """Text as a person sees it: one kind of newline, form feeds between pages, and nothing that has no shape.

    Characters without a shape are taken out because they hide names from the detectors: "Smi<soft hyphen>th" reads
    Smith. Ligatures become letters and combining accents join their letter for the same reason.
    """
    text = _NEWLINE.sub("\n", text)
    if not text.isascii():
        if _SURROGATE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # pairs become one
        text = _MISREAD.sub(lambda found: found[0].encode("latin-1").decode("cp1252", "ignore"), text)
        text = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
        text = unicodedata.normalize("NFC", text)
    return _UNSEEN.sub("", text)
