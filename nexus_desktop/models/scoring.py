"""The arithmetic of the two views of a score: four components of 25 points, weighted once evenly and once not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nexus_desktop.models.rubric_models import COMPONENT_POINTS, SECOND_VIEW

_COMPONENTS = ("opinion", "connection", "rationale", "form")


def weighted_score(scores: Sequence[int], weights: Sequence[int]) -> int:
    """Component scores (each out of 25) weighted to a total of 100 and rounded half up, before gates."""
    points = sum(score * weight for score, weight in zip(scores, weights, strict=True))
    return (2 * points + COMPONENT_POINTS) // (2 * COMPONENT_POINTS)


def with_second_view(data: Any) -> Any:  # noqa: ANN401 - whatever is given to be validated
    """A result that was made before there was a second view, given it from its own components; else as it is."""
    if not isinstance(data, dict) or "second_view" in data:
        return data
    try:
        scores = [_of(data[name], "score") for name in _COMPONENTS]
        caps = [_of(gate, "cap") for gate in _of(data["compliance"], "gates")]
        total = weighted_score(scores, data.get("second_weights", SECOND_VIEW))
    except (KeyError, TypeError, AttributeError, ValueError):
        return data  # the checks of the fields say what is wrong
    return data | {"second_view": min([total, *caps])}


def _of(part: Any, name: str) -> Any:  # noqa: ANN401 - a model or a plain mapping
    return part[name] if isinstance(part, dict) else getattr(part, name)
