"""A document apart from its file format: what a report says, in blocks that every writer knows how to set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nexus_desktop.models.audit_chain import AuditHead


class Tone(StrEnum):
    """How a paragraph is set."""

    BODY = "body"
    STRONG = "strong"
    MUTED = "muted"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title; ``level`` is 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. Line ends in it are kept."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the letter, and where they stand."""

    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered or not."""

    entries: tuple[str, ...]
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``numbers`` are the columns set to the right."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A text as it is, such as the de-identified letter."""

    text: str


Block = Heading | Paragraph | Quote | Items | Grid | Verbatim


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The firm's own head: lines as they stand above a letter, the first one large. Empty: none."""

    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One report. ``mark`` stands at the top of each page where something has to be known before it is handed on."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    footer: str
    mark: str = ""
    letterhead: Letterhead = field(default_factory=Letterhead)


def restored(document: Document, originals: Mapping[str, str], mark: str) -> Document:
    """The document with identifiers in place of their tags, marked as such. Longer tags go first."""
    tags = sorted(originals, key=len, reverse=True)

    def put_back(text: str) -> str:
        for tag in tags:
            text = text.replace(tag, originals[tag])
        return text

    blocks = tuple(_mapped(block, put_back) for block in document.blocks)
    return replace(
        document, title=put_back(document.title), subtitle=put_back(document.subtitle), blocks=blocks, mark=mark
    )


def anchored(document: Document, head: AuditHead | None) -> Document:
    """The document with the newest entry of the audit trail at its foot: by it a trail changed later can be told."""
    if head is None:
        return document
    return replace(document, footer=f"{document.footer} Audit trail at entry {head.seq}, link {head.link}.".strip())


def _mapped(block: Block, change: Callable[[str], str]) -> Block:
    match block:
        case Items():
            return replace(block, entries=tuple(map(change, block.entries)))
        case Grid():
            return replace(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
        case _:
            return replace(block, text=change(block.text))


def texts(document: Document) -> list[str]:
    """Every piece of text of a document, in order: for tests and for searching."""
    found = [document.mark, *document.letterhead.lines, document.title, document.subtitle]
    for block in document.blocks:
        match block:
            case Items():
                found += block.entries
            case Grid():
                found += [cell for row in (block.header, *block.rows) for cell in row]
            case Quote():
                found += [block.text, block.place]
            case _:
                found.append(block.text)
    return [text for text in [*found, document.footer] if text]
