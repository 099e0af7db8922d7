"""Opinions in the order of the letter, each with its number, after some were added to those that were found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nexus_desktop.analysis.rubric.opinions import Opinion


def in_order(opinions: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """Sorted by where they begin, and numbered so."""
    return numbered(sorted(opinions, key=lambda one: one.start))


def numbered(opinions: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """Numbered as they come."""
    return tuple(replace(one, order=order) for order, one in enumerate(opinions))
