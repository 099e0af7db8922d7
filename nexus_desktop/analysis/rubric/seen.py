"""What a detector reports: a value, how sure it is, and where in the reading it saw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from nexus_desktop.models.analysis_models import Certainty

_T = TypeVar("_T")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seen(Generic[_T]):
    """``where`` are positions of the reading, best first; ``note`` is for the person, in plain words."""

    value: _T
    certainty: Certainty = Certainty.HIGH
    where: tuple[Span, ...] = ()
    note: str = ""
