"""What is remembered of a review for the next letter of the same client: marks, never words.

A mark is a keyed hash. Marks of a client's known fields tell the client again; marks of words tell the words again
where they stand in another letter. Neither can be turned back without the key, which the encrypted store keeps.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nexus_desktop.models.letter_models import PhiCategory, Verdict


class FieldKind(StrEnum):
    """A known field that can tell a client again."""

    NAME = "name"  # a full one
    SSN = "ssn"  # all nine digits
    DOB = "dob"
    VA_FILE = "va_file"

    @property
    def is_own(self) -> bool:
        """Whether two people never share it."""
        return self in (FieldKind.SSN, FieldKind.VA_FILE)


@dataclass(frozen=True, slots=True)
class FieldMark:
    """One known field of a client."""

    kind: FieldKind
    mark: str


class RememberedKind(StrEnum):
    """What was decided."""

    KEPT = "kept"
    REMOVED = "removed"  # where a detector was in doubt
    ADDED = "added"  # words that no detector had found


@dataclass(frozen=True, slots=True)
class RememberedDecision:
    """One decision about some words. ``word_count`` tells how many words to look at for an added one."""

    mark: str
    kind: RememberedKind
    category: PhiCategory
    verdict: Verdict  # what the detectors had advised
    word_count: int
    by: str
    at: datetime

    @property
    def sentence(self) -> str:
        """What the review says of it, such as "Kept before for this client, by ann on 2026-11-22"."""
        done = "Kept" if self.kind is RememberedKind.KEPT else "Removed"
        return f"{done} before for this client, by {self.by} on {self.at:%Y-%m-%d}"
