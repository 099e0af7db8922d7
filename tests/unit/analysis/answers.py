"""How a parsed answer is compared with what is true of it."""

from __future__ import annotations

from typing import Any

from nexus_desktop.models.answer_models import ParsedAnswer
from tests.data.builders.damaged_answers import Case, flat


def leaves(parsed: ParsedAnswer) -> dict[str, Any]:
    """Every leaf of the data, by path; empty where the answer failed."""
    if parsed.data is None:
        return {}
    found = flat(parsed.data.model_dump(mode="json"))
    return {path: tuple(value) if isinstance(value, list) else value for path, value in found.items()}


def wrong(parsed: ParsedAnswer, case: Case) -> list[str]:
    """Paths whose value is there and is not the true one."""
    found = leaves(parsed)
    if case.truth is None:
        return list(found)
    return [path for path, value in found.items() if value not in (None, ()) and not _of(value, case.truth[path])]


def lost(parsed: ParsedAnswer, case: Case) -> list[str]:
    """Paths that could have been recovered and were not."""
    found = leaves(parsed)
    truth = case.truth or {}
    return [path for path, value in truth.items() if value not in (None, ()) and found.get(path) != value]


def _of(value: object, true: object) -> bool:
    if isinstance(value, tuple) and isinstance(true, tuple):
        return set(value) <= set(true)
    return value == true
