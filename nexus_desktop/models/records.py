"""What the store keeps and the screens list."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from nexus_desktop.models.analysis_models import NexusAnalysisResult, Polarity, Standard, Theory
from nexus_desktop.models.letter_models import LetterKind, Level
from nexus_desktop.models.prompt_records import PromptAsked
from nexus_desktop.models.rubric_models import Strength
from nexus_desktop.models.validation import Validation, ValidationStatus


class StorePurpose(StrEnum):
    """What a store is for."""

    OWN = "own"
    REVIEW = "review"  # co-counsel's copy of one matter: read only, but with an audit trail of its own


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter by the firm's own numbers. ``client`` groups the matters of one client; neither is ever a name.

    ``keep_days`` overrides the policy. Days are counted from ``closed_at``; while a matter is open or on ``legal_hold``
    nothing in it is due for deletion.
    """

    id: str
    reference: str
    client: str | None
    created_at: datetime
    closed_at: datetime | None = None
    keep_days: int | None = None
    legal_hold: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the attorney on an analysis, de-identified."""

    id: str
    analysis_id: str
    created_at: datetime
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """A letter as kept: de-identified text and counts, never the original.

    ``fingerprint`` is a keyed hash of the file, to recognise it again on this machine only.
    """

    id: str
    fingerprint: str
    kind: LetterKind
    level: Level
    text: str
    redactions: dict[str, int]
    pages: int | None
    created_at: datetime
    matter_id: str | None = None


@dataclass(frozen=True, slots=True)
class AnalysisRecord:
    """One analysis with all that is needed to show and to defend it later."""

    id: str
    correlation_id: str
    created_at: datetime
    engine: str
    engine_version: str
    prompt_version: str | None  # None where no prompt was used, as with the embedded engine
    letter: LetterRecord
    validation: Validation
    result: NexusAnalysisResult
    asked: PromptAsked | None = field(default=None, repr=False)  # kept with it; a record that was read back has none
    trashed_at: datetime | None = None  # since when it is in the trash


@dataclass(frozen=True, slots=True)
class AnalysisLine:
    """A row of the list of analyses."""

    id: str
    created_at: datetime
    condition: str
    theory: Theory
    polarity: Polarity
    standard: Standard
    strength: Strength
    overall_score: int
    confidence: float
    validation_status: ValidationStatus
    level: Level
