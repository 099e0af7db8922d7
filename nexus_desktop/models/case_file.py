"""The case file of a matter: what the attorney knows of client and case, where they chose to keep it, and the board.

A case file is the one place in the store that names a client on purpose. It is there only where a person switched it on
for that matter, and goes with the matter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from nexus_desktop.models.case_models import CaseFacts
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.letter_models import ClientFields
from nexus_desktop.models.records import Matter
from nexus_desktop.models.search_models import Excerpt


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Known client fields and facts of the case, as kept. Holds PHI."""

    matter_id: str
    client: ClientFields
    facts: CaseFacts = field(repr=False)
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a review begins with and an analysis is checked against; both empty where nothing is kept. Holds PHI."""

    client: ClientFields = field(default_factory=ClientFields)
    facts: CaseFacts = field(default_factory=CaseFacts, repr=False)


@dataclass(frozen=True, slots=True)
class MatterNote:
    """A note of the attorney on a matter, de-identified."""

    id: str
    matter_id: str
    created_at: datetime
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A row of the list of matters: how many letters (different files) and analyses are in it."""

    matter: Matter
    letters: int
    analyses: int
    has_file: bool


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything the page of a matter shows. ``problem`` where a case file is kept and cannot be read: then ``file`` is
    None."""

    line: MatterLine
    file: CaseFile | None
    notes: tuple[MatterNote, ...]
    problem: NexusError | None = None


@dataclass(frozen=True, slots=True)
class CaseHit:
    """A matter that was found by its number or by a note on it."""

    matter: Matter
    excerpt: Excerpt
