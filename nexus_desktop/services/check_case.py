"""The facts of a case against one letter: dates that were redacted are compared as they stood, and then forgotten."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from nexus_desktop.models.case_models import CaseFacts, Conflict, PartialDate
from nexus_desktop.models.errors import CaseFactsInvalid
from nexus_desktop.models.letter_models import DeidentifiedText, PhiCategory
from nexus_desktop.models.validation import problems_of
from nexus_desktop.security.date_values import read_date

_OLDEST = 1900


def read_facts(data: Any) -> CaseFacts:  # noqa: ANN401 - parsed YAML or JSON
    """Facts of a case from a parsed file. Raises CaseFactsInvalid, with the number of entries that are wrong."""
    if not isinstance(data, dict):
        raise CaseFactsInvalid(problems=1)
    try:
        return CaseFacts.model_validate(data)
    except ValidationError as error:
        raise CaseFactsInvalid(problems=len(problems_of(error))) from None


def conflicts(phi_text: str, text: DeidentifiedText, facts: CaseFacts | None) -> tuple[Conflict, ...]:
    """Where a letter disagrees with the facts of the case. Offsets of evidence are those of ``text.text``."""
    if not facts:
        return ()
    from nexus_desktop.analysis import case_facts  # the rules take time to load

    return case_facts.conflicts(text.text, facts, known_dates(phi_text, text))


def conflicts_of_text(text: str, facts: CaseFacts | None) -> tuple[Conflict, ...]:
    """The same for a kept text, whose redacted dates are gone for good."""
    if not facts:
        return ()
    from nexus_desktop.analysis import case_facts

    return case_facts.conflicts(text, facts)


def known_dates(phi_text: str, text: DeidentifiedText) -> dict[int, PartialDate]:
    """What stood behind each redacted date, by where its tag begins. PHI: never kept, never logged."""
    known: dict[int, PartialDate] = {}
    for one in text.replacements:
        if one.category not in (PhiCategory.DATE, PhiCategory.DOB):
            continue
        value = read_date(phi_text[one.start : one.end])
        if value is not None and value.year is not None and value.year >= _OLDEST:
            known[one.tag_start] = PartialDate(year=value.year, month=value.month, day=value.day)
    return known
