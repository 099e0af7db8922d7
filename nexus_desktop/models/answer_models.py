"""A service's answer after it was read, checked against its schema, and held against the letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from nexus_desktop.models.analysis_models import NamedAuthority
from nexus_desktop.models.validation import Problem, ValidationStatus
from nexus_desktop.models.wire_models import WireAnswer


class Match(StrEnum):
    """How a quote was found in the letter."""

    EXACT = "exact"  # the same words in the same order
    OCR = "ocr"  # the same words but for letters a scanner misreads; marked as such wherever it is shown


@dataclass(frozen=True, slots=True)
class GroundedQuote:
    """A quote with its place: ``start`` and ``end`` count characters of the text that was sent."""

    text: str
    start: int
    end: int
    match: Match = Match.EXACT


@dataclass(frozen=True, slots=True)
class ParsedAnswer:
    """What can be relied on of an answer.

    ``data`` holds only what was said and passed every check; what did not is empty there and named in ``errors``. It is
    None where ``status`` is failed. ``confidence`` is 0 to 1, see analysis.confidence. ``evidence`` maps the path of a
    quote, such as ``items.MR1.quotes.0``, to where it stands in the letter. ``authorities`` are all that it named, also
    those that do not hold and were left out of ``data``; none where nothing could check them.
    """

    status: ValidationStatus
    data: WireAnswer | None
    errors: tuple[Problem, ...] = ()
    confidence: float = 0.0
    repairs: tuple[str, ...] = ()
    evidence: dict[str, GroundedQuote] = field(default_factory=dict)
    quotes_offered: int = 0
    authorities: tuple[NamedAuthority, ...] = ()

    @property
    def quotes_found(self) -> int:
        """How many of the quotes offered stand in the letter."""
        return len(self.evidence)
