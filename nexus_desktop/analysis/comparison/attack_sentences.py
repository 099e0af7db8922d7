"""Attackable reasons that a sentence shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nexus_desktop.analysis.comparison import attack_words as words
from nexus_desktop.analysis.comparison.adverse import Adverse, Place
from nexus_desktop.analysis.rubric import claimed, conditions, elements_author
from nexus_desktop.analysis.rubric.condition_table import Field
from nexus_desktop.models.analysis_models import Certainty

Span = tuple[int, int]
Found = tuple[Certainty, list[Span]]
"""How sure, and where in the reading."""

HIGH: Final = Certainty.HIGH
FAIR: Final = Certainty.FAIR
LOW: Final = Certainty.LOW


def span(place: Place) -> Span:
    """Where a sentence stands."""
    return place.sentence.start, place.sentence.end


def spans(found: Iterator[tuple[Place, re.Match[str]]]) -> list[Span]:
    """The sentences of some places, each once."""
    return list(dict.fromkeys(span(place) for place, _ in found))


def silence(adverse: Adverse) -> Found | None:
    """Silence in the records as a reason."""
    return HIGH, spans(absences(adverse.reasons(words.ABSENT)))


def absences(found: Iterator[tuple[Place, re.Match[str]]]) -> Iterator[tuple[Place, re.Match[str]]]:
    """Of places where something is said to be missing, those where it is missing from service, its records or the years
    since."""
    for place, match in found:
        start = max(place.low.rfind(mark, 0, match.start()) for mark in (".", ";")) + 1
        stops = [at for mark in (". ", ";") if (at := place.low.find(mark, match.end())) > 0]
        clause = place.low[start : min([*stops, len(place.low)])]
        near = place.low[max(start, match.start() - 60) : match.end() + 30]
        other = words.OTHER_ABSENCE.search(near) or words.CERTAINTY.search(match.group())
        elsewhere = words.NOT_PRESUMPTIVE.search(clause) or words.PERMANENT.search(clause)
        if words.TIMES.search(clause) and not other and not elsewhere:
            yield place, match


def lay(adverse: Adverse) -> Found | None:
    """The veteran's account put aside for want of records."""
    seen: list[Span] = []
    for place in adverse.places:
        aside = words.PUT_ASIDE.search(place.low)
        asserted = words.ASSERTED.search(adverse.beside(place, -1)) or words.ASSERTED.search(place.low)
        match = (aside and (words.ACCOUNT.search(place.low) or words.LAY_PERSON.search(place.low)) and aside) or (
            asserted and words.UNSUPPORTED.search(place.low)
        )
        match = match or re.search(
            r"\bno objective evidence (?:to|of)[^.;]{0,30}(?:report|account|statement)", place.low
        )
        if match and not adverse.conceded(place, match) and adverse.serves(place):
            seen.append(span(place))
    return HIGH, seen


def hearing(adverse: Adverse) -> Found | None:
    """A normal hearing test at separation as a reason."""
    return HIGH, [
        span(place)
        for place, _ in adverse.reasons(words.HEARING)
        if words.EXIT.search(place.low) and words.EAR.search(adverse.doc.low)
    ]


def not_presumptive(adverse: Adverse) -> Found | None:
    """Absence from a presumptive list as a reason."""
    return HIGH, spans(adverse.reasons(words.NOT_PRESUMPTIVE))


def permanent(adverse: Adverse) -> Found | None:
    """Permanent worsening asked for in a secondary claim."""
    return HIGH, [span(place) for place, _ in adverse.found(words.PERMANENT) if not words.BY_SERVICE.search(place.low)]


def certainty(adverse: Adverse) -> Found | None:
    """Certainty, proof or consensus asked for."""
    found = adverse.reasons(words.CERTAINTY)
    return HIGH, spans((place, match) for place, match in found if not words.NO_DEMAND.search(place.low))


def field(adverse: Adverse) -> Found | None:
    """The examiner's own word, or profession, that the question lies outside the field."""
    stated = spans(adverse.found(words.FIELD))
    if stated:
        return HIGH, stated
    author = elements_author.read_author(adverse.doc)
    names = claimed.claimed(adverse.doc, adverse.position)
    fields = next((known for name in names if (known := conditions.fields(name))), frozenset[Field]())
    knows = author.knows(fields)
    if fields and not knows.value and knows.where and author.credentials.value:
        return LOW, list(knows.where[:1])
    return None


def sole(adverse: Adverse) -> Found | None:
    """The sole or main cause asked for."""
    return HIGH, [span(place) for place, _ in adverse.found(words.SOLE) if not words.NOT_REQUIRED.search(place.low)]


def soundness(adverse: Adverse) -> Found | None:
    """Pre-existence found on less than clear and unmistakable evidence, in either prong."""
    if any(not words.NOTHING.search(adverse.doc.low, max(0, m.start() - 30), m.start()) for m in _noted(adverse)):
        return None
    seen = []
    for place, _ in adverse.found(words.PRIOR):
        plain = len(words.PLAINLY.findall(place.low))
        both = words.AGGRAVATED.search(place.low) is not None
        if plain == 0 or (both and plain == 1 and adverse.against(place.low)):
            seen.append(span(place))
    return FAIR, seen


def _noted(adverse: Adverse) -> Iterator[re.Match[str]]:
    return words.NOTED.finditer(adverse.doc.low)


def own_medicine(adverse: Adverse) -> Found | None:
    """Medicine of the adjudicator's own."""
    return FAIR, [
        span(place)
        for place, _ in adverse.found(words.ADJUDICATOR)
        if words.MEDICINE.search(place.low) and not words.BORROWED.search(place.low)
    ]
