"""How surely something was found. Standard library only: the child that parses a file loads nothing heavier."""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """How surely a detector found what it reports. Low never fires a gate; it asks."""

    HIGH = "high"
    FAIR = "fair"
    LOW = "low"
