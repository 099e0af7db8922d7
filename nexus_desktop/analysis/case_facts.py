"""Where a letter and the facts of the case disagree: sides, dates, ages, anchors, what is left unanswered.

The letter is the de-identified one. Dates that were redacted can be handed in as ``known``, by where their tags begin;
they are read and compared here, and no sentence names more of them than the year.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from nexus_desktop.analysis import case_facts_conditions, case_facts_service
from nexus_desktop.analysis.case_facts_dates import Dates, KnownDates
from nexus_desktop.analysis.rubric import opinions
from nexus_desktop.analysis.rubric.segmentation import segment
from nexus_desktop.models.analysis_models import Certainty
from nexus_desktop.models.case_models import CaseFacts, Conflict

_NONE_KNOWN: Final[KnownDates] = MappingProxyType({})
_ORDER: Final = list(Certainty)


def conflicts(doc_text: str, facts: CaseFacts, known: KnownDates = _NONE_KNOWN) -> tuple[Conflict, ...]:
    """Every conflict, the surest first. Offsets of evidence are those of ``doc_text``. Linear in its length."""
    if not facts or not doc_text.strip():
        return ()
    doc = segment(doc_text)
    dates = Dates(doc, known)
    found = [
        *case_facts_service.conflicts(doc, facts, dates),
        *case_facts_conditions.conflicts(doc, facts, opinions.find(doc), dates),
    ]
    once = list(dict.fromkeys(found))
    return tuple(sorted(once, key=lambda one: _ORDER.index(one.certainty)))
