"""How far a citation of law can be trusted."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """How far a citation can be trusted, best first."""

    KNOWN = "known"
    PLAUSIBLE = "plausible"
    DOUBTFUL = "doubtful"
    KNOWN_BAD = "known_bad"

    @property
    def rank(self) -> int:
        return list(Standing).index(self)

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it; it may still have to be looked up."""
        return self in (Standing.KNOWN, Standing.PLAUSIBLE)
