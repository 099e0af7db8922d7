"""Letters with the places of their identifiers, read from ``tests/data/letters``.

``⟦CATEGORY:text⟧`` is an identifier, ``⟪text⟫`` a term that every level must leave standing. Offsets count characters
of the text without marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from nexus_desktop.models.letter_models import ClientFields, PhiCategory

FOLDER = Path(__file__).parent / "data" / "letters"
_TOKEN = re.compile(r"⟦([A-Z0-9_]+):|⟧|⟪|⟫")


@dataclass(frozen=True, slots=True)
class Mark:
    """An identifier: its place and its category."""

    start: int
    end: int
    category: PhiCategory


@dataclass(frozen=True, slots=True)
class AnnotatedLetter:
    """A letter, its identifiers and the places to keep."""

    name: str
    text: str
    marks: tuple[Mark, ...]
    keeps: tuple[tuple[int, int], ...]

    def client(self) -> ClientFields:
        """What an attorney would type of the client: the fullest name, number, birth date and file number marked."""

        def fullest(category: PhiCategory) -> tuple[str, ...]:
            values = {" ".join(self.text[m.start : m.end].split()) for m in self.marks if m.category is category}
            return tuple(sorted(values, key=lambda v: (-len(v.split()), -len(v), v))[:1])

        return ClientFields(
            names=fullest(PhiCategory.PATIENT),
            ssn=fullest(PhiCategory.SSN),
            dob=fullest(PhiCategory.DOB),
            va_file=fullest(PhiCategory.VA_FILE),
        )


def parse(name: str, tagged: str) -> AnnotatedLetter:
    """The letter without its marks. Raises ValueError on marks that do not close or are of no category."""
    pieces: list[str] = []
    marks: list[Mark] = []
    keeps: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    at = length = 0
    for token in _TOKEN.finditer(tagged):
        pieces.append(tagged[at : token.start()])
        length += token.start() - at
        at = token.end()
        if token.group() == "⟪" or token[1]:
            opened.append((token[1] or "", length))
            continue
        if not opened or bool(opened[-1][0]) != (token.group() == "⟧"):
            raise ValueError(f"{name}: a mark closes that is not open, after {tagged[: token.start()][-40:]!r}")
        category, start = opened.pop()
        if category:
            marks.append(Mark(start, length, PhiCategory(category)))
        else:
            keeps.append((start, length))
    if opened:
        raise ValueError(f"{name}: a mark is left open")
    pieces.append(tagged[at:])
    return AnnotatedLetter(name, "".join(pieces), tuple(sorted(marks, key=lambda m: (m.start, m.end))), tuple(keeps))


def load(*groups: str) -> list[AnnotatedLetter]:
    """The letters of some groups (folders), in order."""
    paths = [path for group in groups for path in sorted((FOLDER / group).glob("*.tagged.txt"))]
    return [parse(f"{p.parent.name}/{p.name.removesuffix('.tagged.txt')}", p.read_text("utf-8")) for p in paths]
