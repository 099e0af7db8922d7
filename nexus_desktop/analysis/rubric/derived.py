"""What the dates and places of the letter said before they were taken out, for the rules that would need them.

Only facts that are at least fairly sure help a letter; a fact that speaks against it makes the engine ask.
"""

from __future__ import annotations

import re

from nexus_desktop.analysis.rubric.seen import Span
from nexus_desktop.analysis.rubric.segmentation import Document
from nexus_desktop.models.analysis_models import Certainty
from nexus_desktop.models.derived_facts import Answer, DerivedFacts, EventKind, Exposure, Gap

SHORT = 12
"""Months that need no explanation."""


def listed_service(facts: DerivedFacts) -> Exposure | None:
    """Service at a listed place that can count."""
    found = facts.exposed()
    return found if found is not None and found.certainty is not Certainty.LOW else None


def outside_of_period(facts: DerivedFacts) -> bool:
    """Whether every listed place was served at outside of its list's time."""
    return bool(facts.exposures) and all(
        one.in_period is Answer.NO and one.certainty is not Certainty.LOW for one in facts.exposures
    )


def shown_in_time(facts: DerivedFacts) -> bool:
    """Whether the condition showed in service or within one year of it."""
    year = facts.within_one_year
    return year is not None and year.answer is Answer.YES and year.certainty is not Certainty.LOW


def gap_after_service(facts: DerivedFacts) -> Gap | None:
    """The time from the event, else from separation, to the first sign of the condition."""
    for earlier in (EventKind.EVENT, EventKind.SEPARATION):
        for later in (EventKind.ONSET, EventKind.FIRST_RECORD, EventKind.DIAGNOSIS):
            found = facts.gap(earlier, later)
            if found is not None and found.certainty is not Certainty.LOW:
                return found
    return None


def came_first(facts: DerivedFacts) -> Gap | None:
    """A sign of the condition that lies before the event in service, surely."""
    for earlier in (EventKind.ONSET, EventKind.FIRST_RECORD, EventKind.DIAGNOSIS):
        found = facts.gap(earlier, EventKind.EVENT)
        if found is not None and found.least > 0 and found.certainty is Certainty.HIGH:
            return found
    return None


def places(doc: Document, tags: tuple[str, ...]) -> tuple[Span, ...]:
    """The sentences that hold the tags a fact came from."""
    if not tags:
        return ()
    pattern = re.compile("|".join(re.escape(tag[:-1].lower()) + r"[\],]" for tag in tags))
    return tuple((one.start, one.end) for one in doc.sentences if pattern.search(doc.of(one)))
