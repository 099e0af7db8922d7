"""What the store keeps and the screens list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nexus_desktop.models.analysis_models import NexusAnalysisResult, Polarity, Standard, Theory
from nexus_desktop.models.letter_models import LetterKind, Level
from nexus_desktop.models.rubric_models import Strength
from nexus_desktop.models.validation import Validation, ValidationStatus


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
