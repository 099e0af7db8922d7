"""Stable tags for what is taken out: one entity, one tag, wherever and however it is written.

``[PATIENT]`` has no number. Others are numbered by category in order of first appearance. A date keeps its year below
the strict level, as 45 C.F.R. § 164.514(b)(2)(i)(C) permits; a birth date never does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.letter_models import Level, PhiCategory
from nexus_desktop.security.date_values import DateValue, read_date
from nexus_desktop.security.lexicon import folded
from nexus_desktop.security.vocabulary import CREDENTIALS, FUNCTION_WORDS, PARTICLES, SUFFIXES

Span = tuple[int, int, PhiCategory]
TAG = re.compile(r"\[[A-Z][A-Z0-9 ]{1,30}(?:, ?\d{4})?\]")
"""A tag as it stands in a text."""

_PEOPLE = (PhiCategory.RELATIVE, PhiCategory.PROVIDER)
_BODIES = (PhiCategory.STATION, PhiCategory.FACILITY, PhiCategory.EMPLOYER, PhiCategory.UNIT, PhiCategory.CITY)
_DATES = (PhiCategory.DATE, PhiCategory.DOB)
_NUMBERS = (
    PhiCategory.SSN, PhiCategory.VA_FILE, PhiCategory.SERVICE_NO, PhiCategory.DOD_ID, PhiCategory.PHONE,
    PhiCategory.FAX,
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")


@dataclass(slots=True)
class _Entity:
    """One thing behind one or more spans."""

    first: int  # where it appears first
    words: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    key: str = ""
    date: DateValue | None = None


def assign_tags(text: str, spans: Sequence[Span], level: Level, policy: CompliancePolicy) -> list[str]:
    """The tag of each span, in the order of the spans. Spans are sorted and do not overlap."""
    entities: list[_Entity | None] = [None] * len(spans)
    for category in {span[2] for span in spans} - {PhiCategory.PATIENT}:
        indices = [at for at, span in enumerate(spans) if span[2] == category]
        values = [text[spans[at][0] : spans[at][1]] for at in indices]
        for at, entity in zip(indices, _grouping(category)(values, [spans[at][0] for at in indices]), strict=True):
            entities[at] = entity
    numbers = _numbered(spans, entities, policy)
    return [
        _tag(policy.categories[category].tag, category, level, entity, numbers)
        for (_, _, category), entity in zip(spans, entities, strict=True)
    ]


def _numbered(spans: Sequence[Span], entities: Sequence[_Entity | None], policy: CompliancePolicy) -> dict[int, int]:
    """For each entity its number among those with the same tag, by first appearance."""
    counts: dict[str, int] = {}
    numbers: dict[int, int] = {}
    for (_, _, category), entity in zip(spans, entities, strict=True):
        if entity is not None and id(entity) not in numbers:
            tag = policy.categories[category].tag
            counts[tag] = counts.get(tag, 0) + 1
            numbers[id(entity)] = counts[tag]
    return numbers


def _tag(name: str, category: PhiCategory, level: Level, entity: _Entity | None, numbers: dict[int, int]) -> str:
    if entity is None:
        return f"[{name}]"
    year = entity.date.year if entity.date is not None else None
    keeps_year = category is PhiCategory.DATE and level is not Level.STRICT and year is not None
    return f"[{name} {numbers[id(entity)]}, {year}]" if keeps_year else f"[{name} {numbers[id(entity)]}]"


def _grouping(category: PhiCategory) -> Callable[[list[str], list[int]], list[_Entity]]:
    if category in _PEOPLE:
        return _people
    if category in _BODIES:
        return _bodies
    if category in _DATES:
        return _dates
    return _numbers if category in _NUMBERS else _plain


def _words(value: str) -> list[str]:
    return [folded(word) for word in _WORD.findall(value)]


def _people(values: list[str], starts: list[int]) -> list[_Entity]:
    """Full names first, so that a surname alone finds its bearer even if it stands before the full name."""
    parts: list[list[str]] = []
    for value in values:
        found = [w for w in _words(value) if w not in PARTICLES and w not in SUFFIXES and w not in CREDENTIALS]
        parts.append(found[1:] + found[:1] if re.match(r"[^,]+,\s*\w", value) and len(found) > 1 else found)
    entities: list[_Entity | None] = [None] * len(values)
    known: list[_Entity] = []
    for at in sorted(range(len(values)), key=lambda i: (-sum(len(p) > 1 for p in parts[i]), i)):
        names = parts[at] or [folded(values[at])]
        given, surname = names[:-1], names[-1]
        entity = next((e for e in known if _same_person(e, given, surname)), None)
        if entity is None:
            entity = _Entity(starts[at])
            known.append(entity)
        entity.words |= {name for name in names if len(name) > 1} or {surname}
        entity.given |= set(given)
        entities[at] = entity
    return [entity for entity in entities if entity is not None]


def _same_person(entity: _Entity, given: list[str], surname: str) -> bool:
    if surname not in entity.words:
        initials = {word[0] for word in entity.words}
        return (
            not given
            and 1 < len(surname) < 4
            and set(surname) <= initials
            and surname[0] in initials
            and not entity.words & {surname}
        )
    if not given or not entity.given:
        return True
    return any(
        one[0] == other[0] and (one.startswith(other) or other.startswith(one))
        for one in given
        for other in entity.given
    )


def _bodies(values: list[str], starts: list[int]) -> list[_Entity]:
    """A short form belongs to the longest name that holds all its words."""
    entities: list[_Entity | None] = [None] * len(values)
    known: list[_Entity] = []
    words = [{w for w in _words(value) if w not in FUNCTION_WORDS} or {folded(value)} for value in values]
    for at in sorted(range(len(values)), key=lambda i: (-len(words[i]), i)):
        entity = next((e for e in known if words[at] <= e.words), None)
        if entity is None:
            entity = _Entity(starts[at], words=set(words[at]))
            known.append(entity)
        entities[at] = entity
    return [entity for entity in entities if entity is not None]


def _dates(values: list[str], starts: list[int]) -> list[_Entity]:
    """One day is one entity in whatever style; a day without a year joins the only one of the same day."""
    read = [read_date(value) for value in values]
    full: dict[tuple[int, int], set[int]] = {}
    for date in read:
        if date is not None and date.year and date.month and date.day:
            full.setdefault((date.month, date.day), set()).add(date.year)
    known: dict[str, _Entity] = {}
    entities = []
    for value, date, start in zip(values, read, starts, strict=True):
        if (
            date is not None
            and date.year is None
            and date.month
            and date.day
            and len(full.get((date.month, date.day), ())) == 1
        ):
            date = DateValue(next(iter(full[date.month, date.day])), date.month, date.day)
        whole = date is not None and date.month is not None
        key = f"{date.year}-{date.month}-{date.day}" if whole and date is not None else " ".join(_words(value))
        entities.append(known.setdefault(key, _Entity(start, date=date)))
    return entities


def _numbers(values: list[str], starts: list[int]) -> list[_Entity]:
    """By digits; of numbers that end alike, the shorter is taken for the end of the longer."""
    digits = ["".join(c for c in folded(value) if c.isdigit()) or folded(value) for value in values]
    known: list[_Entity] = []
    entities: list[_Entity | None] = [None] * len(values)
    for at in sorted(range(len(values)), key=lambda i: (-len(digits[i]), i)):
        entity = next(
            (e for e in known if e.key == digits[at] or (len(digits[at]) >= 4 and e.key.endswith(digits[at]))), None
        )
        if entity is None:
            entity = _Entity(starts[at], key=digits[at])
            known.append(entity)
        entities[at] = entity
    return [entity for entity in entities if entity is not None]


def _plain(values: list[str], starts: list[int]) -> list[_Entity]:
    known: dict[str, _Entity] = {}
    return [
        known.setdefault(" ".join(folded(value).split()), _Entity(start))
        for value, start in zip(values, starts, strict=True)
    ]
