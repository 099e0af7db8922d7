"""Facts for the analysis, derived from a letter before its dates and places are taken out (see models.derived_facts).

No date and no place leaves this module: what comes out are kinds, numbers of months and years, and the tags that stand
in the redacted text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from nexus_desktop.models.certainty import Certainty
from nexus_desktop.models.derived_facts import (
    MOST_MONTHS,
    OLDEST,
    AgeAtOnset,
    Answer,
    DerivedFacts,
    EventKind,
    Exposure,
    Gap,
    OrderedEvent,
    Presumption,
    WithinOneYear,
)
from nexus_desktop.models.letter_models import Replacement
from nexus_desktop.security.derived_dates import a_year_after, mentions, months_between, years_between
from nexus_desktop.security.derived_events import DatedEvent, events
from nexus_desktop.security.derived_sites import NamedPlace, places, surest
from nexus_desktop.security.detection import view_of
from nexus_desktop.security.normalised import Normalised

_TAG = re.compile(r"\[[A-Z][A-Z0-9 ]{0,40}")
_RANK: Final = list(Certainty).index
_SHOWN: Final = (EventKind.ONSET, EventKind.FIRST_RECORD, EventKind.DIAGNOSIS)
"""What shows a condition, the earliest kind first."""
_PAIRS: Final = (
    (EventKind.EVENT, EventKind.ONSET), (EventKind.EVENT, EventKind.FIRST_RECORD),
    (EventKind.EVENT, EventKind.DIAGNOSIS), (EventKind.EVENT, EventKind.SEPARATION),
    (EventKind.SEPARATION, EventKind.ONSET), (EventKind.SEPARATION, EventKind.FIRST_RECORD),
    (EventKind.SEPARATION, EventKind.DIAGNOSIS), (EventKind.FIRST_RECORD, EventKind.DIAGNOSIS),
)  # fmt: skip


def derive(phi_text: str, replacements: Sequence[Replacement]) -> DerivedFacts:
    """The facts of a letter; ``replacements`` say which tag stands for which place of it. Raises on no text."""
    copy, view = view_of(phi_text)
    dates = mentions(view)
    found = [one for one in events(view, dates) if one.days[1] - one.days[0] < 366]
    chosen = {kind: event for kind in EventKind if (event := _chosen(kind, found)) is not None}
    tags = _Tags(copy, replacements)
    return DerivedFacts(
        order=_order(chosen, tags),
        gaps=tuple(_gaps(chosen, tags)),
        age_at_onset=_age(chosen, tags),
        within_one_year=_within_one_year(chosen, tags),
        exposures=tuple(_exposures(list(places(view, dates)), chosen, tags)),
    )


def _chosen(kind: EventKind, found: Iterable[DatedEvent]) -> DatedEvent | None:
    """The one date of a kind: the surest, then the earliest, for separation the latest; less sure where they differ."""
    of_kind = [one for one in found if one.kind is kind]
    if not of_kind:
        return None
    best = min(_RANK(one.certainty) for one in of_kind)
    sure = [one for one in of_kind if _RANK(one.certainty) == best]
    if kind is EventKind.SEPARATION:
        one = max(sure, key=lambda event: (event.days, -event.when.start))
    else:
        one = min(sure, key=lambda event: (event.days[1], -event.days[0], event.when.start))
    differ = any(other.days[0] > one.days[1] or other.days[1] < one.days[0] for other in sure)
    if differ and one.certainty is Certainty.HIGH:
        return DatedEvent(one.kind, one.when, Certainty.FAIR)
    return one


class _Tags:
    """The tag that stands for a place of the view, without a year that may stand in it."""

    def __init__(self, copy: Normalised, replacements: Sequence[Replacement]) -> None:
        self._copy, self._replacements = copy, replacements

    def of(self, *spans: tuple[int, int]) -> tuple[str, ...]:
        found = []
        for start, end in spans:
            first, last = self._copy.span(start, end)
            found += [self._name(one) for one in self._replacements if one.start < last and first < one.end]
        return tuple(dict.fromkeys(found))

    def of_events(self, *dated: DatedEvent) -> tuple[str, ...]:
        return self.of(*((one.when.start, one.when.end) for one in dated))

    @staticmethod
    def _name(replacement: Replacement) -> str:
        match = _TAG.match(replacement.tag)
        return f"{match.group().rstrip()}]" if match else "[REMOVED]"


def _order(chosen: dict[EventKind, DatedEvent], tags: _Tags) -> tuple[OrderedEvent, ...]:
    """Events by time; one that may overlap the one before shares its step."""
    ordered = sorted((e for e in chosen.values() if e.kind is not EventKind.BIRTH), key=lambda e: (sum(e.days), e.kind))
    if len(ordered) < 2:
        return ()
    steps, reach, made = 1, ordered[0].days[1], []
    for event in ordered:
        if event.days[0] > reach:
            steps += 1
        reach = max(reach, event.days[1])
        made.append(OrderedEvent(kind=event.kind, step=steps, certainty=event.certainty, tags=tags.of_events(event)))
    return tuple(made)


def _gaps(chosen: dict[EventKind, DatedEvent], tags: _Tags) -> Iterator[Gap]:
    for first, second in _PAIRS:
        if first not in chosen or second not in chosen:
            continue
        earlier, later = sorted((chosen[first], chosen[second]), key=lambda one: (sum(one.days), one.kind is second))
        least, most = months_between(earlier.days, later.days)
        if most <= MOST_MONTHS:
            yield Gap(
                earlier=earlier.kind,
                later=later.kind,
                least=least,
                most=most,
                certainty=_weaker(earlier, later),
                tags=tags.of_events(earlier, later),
            )


def _shown(chosen: dict[EventKind, DatedEvent]) -> DatedEvent | None:
    """The earliest sign of the condition."""
    signs = [chosen[kind] for kind in _SHOWN if kind in chosen]
    return min(signs, key=lambda one: (one.days[1], one.days[0]), default=None)


def _age(chosen: dict[EventKind, DatedEvent], tags: _Tags) -> AgeAtOnset | None:
    born, shown = chosen.get(EventKind.BIRTH), _shown(chosen)
    if born is None or shown is None or shown.days[0] < born.days[1]:
        return None
    least, most = years_between(born.days, shown.days)
    if most > OLDEST:
        return None
    return AgeAtOnset(least=least, most=most, certainty=_weaker(born, shown), tags=tags.of_events(born, shown))


def _within_one_year(chosen: dict[EventKind, DatedEvent], tags: _Tags) -> WithinOneYear | None:
    left, shown = chosen.get(EventKind.SEPARATION), _shown(chosen)
    if left is None or shown is None:
        return None
    answer = Answer.UNKNOWN
    if shown.days[1] <= a_year_after(left.days[0]):
        answer = Answer.YES
    elif shown.days[0] > a_year_after(left.days[1]):
        answer = Answer.NO
    return WithinOneYear(answer=answer, certainty=_weaker(left, shown), tags=tags.of_events(left, shown))


def _exposures(found: list[NamedPlace], chosen: dict[EventKind, DatedEvent], tags: _Tags) -> Iterator[Exposure]:
    """One fact for each list, from the place that is surest and falls into its time, if any does."""
    entry, left = chosen.get(EventKind.ENTRY), chosen.get(EventKind.SEPARATION)
    service = (entry.days[0], left.days[1]) if entry is not None and left is not None else None
    for presumption in Presumption:
        candidates = [
            (one, one.in_period(listed, service))
            for one in surest(found, presumption)
            for listed in one.lists
            if listed.presumption is presumption
        ]
        if not candidates:
            continue
        order = (Answer.YES, Answer.UNKNOWN, Answer.NO)
        one, answer = min(candidates, key=lambda pair: order.index(pair[1]))
        spans = [(one.start, one.end), *((day.start, day.end) for day in one.dates[:2])]
        yield Exposure(
            presumption=presumption,
            place=one.kind,
            in_period=answer,
            certainty=one.certainty,
            tags=tags.of(*spans),
        )


def _weaker(*dated: DatedEvent) -> Certainty:
    return max((one.certainty for one in dated), key=_RANK)
