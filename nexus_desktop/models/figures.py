"""Figures by day and of the practice: what the store adds up and the Health tab draws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nexus_desktop.models.rubric_models import ItemId


@dataclass(frozen=True, slots=True)
class DailyFigure:
    """One metric on one day (UTC): how often, and the sum of what was measured."""

    day: date
    metric: str
    label: str
    count: int
    total: float

    @property
    def mean(self) -> float | None:
        """What was measured, per time; None on a day without any."""
        return self.total / self.count if self.count else None


@dataclass(frozen=True, slots=True)
class Share:
    """How many analyses fall under one word, such as a strength or a theory."""

    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Defect:
    """A rubric item that letters lack points in: in how many, and how many points together."""

    item: ItemId
    letters: int
    points: int


@dataclass(frozen=True, slots=True)
class Revisions:
    """Letters that were compared with their revision, and what became of what the doctors were asked. Each pair of
    letters counts once, however often it is looked at."""

    letters: int = 0
    asked: int = 0
    met: int = 0
    partly: int = 0


@dataclass(frozen=True, slots=True)
class PracticeFigures:
    """What the kept analyses of a span of days say together. Every number counts rows of the store."""

    analyses: int
    mean_score: float | None
    mean_confidence: float | None
    strengths: tuple[Share, ...]
    theories: tuple[Share, ...]
    conditions: tuple[Share, ...]
    validations: tuple[Share, ...]
    defects: tuple[Defect, ...]
    overridden: tuple[Share, ...] = ()  # by item, the analyses in which a person graded it otherwise
    revisions: Revisions = Revisions()
    reading_ms: float | None = None  # of a letter on average: reading the file, and looking for identifiers
    analyzing_ms: float | None = None
