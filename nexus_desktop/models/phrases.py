"""English sentences that remember how they were made, so that a window can say them in another language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nexus_desktop.models.errors import NexusError


class Phrase(str):
    """A sentence in English. ``pattern`` is what was written out in the program, with the places for ``parts``; it is
    empty where the sentence was joined from ``pieces``."""

    __slots__ = ("between", "parts", "pattern", "pieces")

    pattern: str
    parts: Mapping[str, object]
    pieces: tuple[str, ...]
    between: str


def phrase(pattern: str, **parts: object) -> Phrase:
    """A sentence from its pattern, which is written out where it is asked for. Parts that are phrases are translated
    too; other words, such as the name of a file, stay as they are. Without parts nothing is a place for one."""
    made = Phrase(pattern.format(**parts) if parts else pattern)
    made.pattern, made.parts, made.pieces, made.between = pattern, parts, (), ""
    return made


def joined(between: str, pieces: Iterable[str]) -> Phrase:
    """Several, one behind the other; empty ones are left out."""
    kept = tuple(piece for piece in pieces if piece)
    made = Phrase(between.join(kept))
    made.pattern, made.parts, made.pieces, made.between = "", {}, kept, between
    return made


def sentence_of(error: NexusError) -> Phrase:
    """What an error says. One that makes up its sentence in a way of its own stays English."""
    made_as_usual = type(error).sentence is NexusError.sentence
    return phrase(error.text, **error.written()) if made_as_usual else phrase(error.sentence)
