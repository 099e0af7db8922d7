"""Figures of what the program does, counted from the events of the log: one source, so that both always agree.

``Meter`` adds up in memory; whoever keeps them (services.figures) drains it into the store by day. A figure has a
count and a sum of what was measured, so that means and rates come out of any span of days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

from nexus_desktop.monitoring.structured_logger import Event

MICRODOLLARS_A_CENT = 10_000


class Metric(StrEnum):
    """What is counted; ``label`` splits a metric where it says so."""

    LETTERS_READ = "letters_read"  # by kind; sum: milliseconds
    LETTERS_SCANNED = "letters_scanned"  # by level; sum: milliseconds
    PLACES_FOUND = "places_found"  # by level; sum: places
    PLACES_ASKED = "places_asked"  # sum: places a person was asked about
    REDACTIONS = "redactions"  # by level; sum: places taken out after the review
    LETTERS_ANALYZED = "letters_analyzed"  # by engine; sum: milliseconds
    ANALYSES_KEPT = "analyses_kept"  # by validation status
    CONFIDENCE = "confidence"  # sum: percent
    REPORTS_EXPORTED = "reports_exported"  # by kind
    SERVICE_TOKENS = "service_tokens"  # by kind; sum: tokens
    SERVICE_COST = "service_cost"  # by kind; sum: US cents
    SERVICE_RETRIES = "service_retries"  # by code
    SERVICE_PAUSES = "service_pauses"
    COMPONENT_RESTS = "component_rests"  # by component
    FAILURES = "failures"  # by category
    BUGS = "bugs"


@dataclass(frozen=True, slots=True)
class Tally:
    """How often, and the sum of what was measured."""

    count: int = 0
    total: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.count + other.count, self.total + other.total)


Key = tuple[Metric, str]
"""A metric and its label; the label is empty where it is not split."""


def measured(name: Event, fields: Mapping[str, object]) -> dict[Key, Tally]:
    """What one event adds."""
    took = _number(fields, "milliseconds")
    match name:
        case Event.LETTER_READ:
            return {(Metric.LETTERS_READ, _word(fields, "kind")): Tally(1, took)}
        case Event.LETTER_SCANNED:
            level = _word(fields, "level")
            return {
                (Metric.LETTERS_SCANNED, level): Tally(1, took),
                (Metric.PLACES_FOUND, level): Tally(1, _number(fields, "count")),
                (Metric.PLACES_ASKED, ""): Tally(1, _number(fields, "asked")),
            }
        case Event.LETTER_REVIEWED:
            return {(Metric.REDACTIONS, _word(fields, "level")): Tally(1, _number(fields, "count"))}
        case Event.LETTER_ANALYZED:
            return {(Metric.LETTERS_ANALYZED, _word(fields, "engine")): Tally(1, took)}
        case Event.ANALYSIS_KEPT:
            return {
                (Metric.ANALYSES_KEPT, _word(fields, "status")): Tally(1),
                (Metric.CONFIDENCE, ""): Tally(1, _number(fields, "confidence")),
            }
        case Event.REPORT_EXPORTED:
            return {(Metric.REPORTS_EXPORTED, _word(fields, "kind")): Tally(1)}
        case Event.COMPONENT_CHANGED if _word(fields, "status") == "resting":
            return {(Metric.COMPONENT_RESTS, _word(fields, "kind")): Tally(1)}
        case Event.FAILED:
            return {(Metric.FAILURES, _word(fields, "category")): Tally(1)}
        case Event.BUG:
            return {(Metric.BUGS, ""): Tally(1)}
        case _:
            return _of_service(name, fields)


def _of_service(name: Event, fields: Mapping[str, object]) -> dict[Key, Tally]:
    match name:
        case Event.SERVICE_ASKED:
            kind = _word(fields, "kind")
            return {
                (Metric.SERVICE_TOKENS, kind): Tally(1, _number(fields, "tokens")),
                (Metric.SERVICE_COST, kind): Tally(1, _number(fields, "microdollars") / MICRODOLLARS_A_CENT),
            }
        case Event.SERVICE_RETRIED:
            return {(Metric.SERVICE_RETRIES, _word(fields, "code")): Tally(1)}
        case Event.SERVICE_PAUSED:
            return {(Metric.SERVICE_PAUSES, ""): Tally(1)}
        case _:
            return {}


class Meter:
    """Adds up events; safe from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._fresh: dict[Key, Tally] = {}
        self._ever: dict[Key, Tally] = {}

    def hear(self, name: Event, fields: Mapping[str, object]) -> None:
        """Count an event. What structured_logger calls for each line it writes."""
        added = measured(name, fields)
        if not added:
            return
        with self._lock:
            for sums in (self._fresh, self._ever):
                for key, tally in added.items():
                    sums[key] = sums.get(key, Tally()) + tally

    def drain(self) -> dict[Key, Tally]:
        """What was counted since the last drain."""
        with self._lock:
            drained, self._fresh = self._fresh, {}
            return drained

    @property
    def fresh(self) -> bool:
        """Whether anything was counted since the last drain."""
        with self._lock:
            return bool(self._fresh)

    def put_back(self, drained: Mapping[Key, Tally]) -> None:
        """Return what could not be kept, to be drained again."""
        with self._lock:
            for key, tally in drained.items():
                self._fresh[key] = self._fresh.get(key, Tally()) + tally

    def since_start(self) -> dict[Key, Tally]:
        """Everything counted in this run of the program."""
        with self._lock:
            return dict(self._ever)


def as_samples(tallies: Mapping[Key, Tally]) -> dict[str, float]:
    """Tallies under Prometheus names, such as ``nexus_failures_total{label="database"}``."""
    samples: dict[str, float] = {}
    for (metric, label), tally in tallies.items():
        suffix = f'{{label="{label}"}}' if label else ""
        samples[f"nexus_{metric.value}_total{suffix}"] = tally.count
        if tally.total:
            samples[f"nexus_{metric.value}_sum_total{suffix}"] = round(tally.total, 1)
    return samples


def _word(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name, "")
    return value if isinstance(value, str) else ""


def _number(fields: Mapping[str, object], name: str) -> float:
    value = fields.get(name, 0)
    return float(value) if isinstance(value, int | float) else 0.0
