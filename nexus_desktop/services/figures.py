"""Figures of the program and of the practice: real rows only, and nothing where there are none."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from nexus_desktop.models.errors import ExportExists, ExportFailed, NexusError
from nexus_desktop.models.figures import DailyFigure, PracticeFigures
from nexus_desktop.monitoring.structured_logger import failure
from nexus_desktop.runtime.atomic_file import write_new

if TYPE_CHECKING:
    from nexus_desktop.models.ports import Clock
    from nexus_desktop.monitoring.metrics import Meter
    from nexus_desktop.storage.store import Store

KEPT_DAYS = 400
"""A year can be compared with the one before."""


class Figures:
    """The use case, on an open store."""

    def __init__(self, store: Store, meter: Meter, clock: Clock) -> None:
        self._store, self._meter, self._clock = store, meter, clock
        self._cleared: date | None = None

    def keep(self) -> None:
        """Put what was counted since the last time into the store, and once a day remove what is past its time. A store
        that fails costs nothing but time: the figures stay in hand until it works again."""
        drained = self._meter.drain()
        if not drained:
            return
        day = self._today()
        figures = [
            DailyFigure(day, metric.value, label, tally.count, tally.total)
            for (metric, label), tally in drained.items()
        ]
        try:
            self._store.keep_figures(figures)
        except NexusError as error:
            self._meter.put_back(drained)
            failure(error)
            return
        self._forget_once(day)

    def _forget_once(self, day: date) -> None:
        if self._cleared == day:
            return
        try:
            self.forget_old()
            self._cleared = day
        except NexusError as error:
            failure(error)

    @property
    def fresh(self) -> bool:
        """Whether anything was counted that is not kept yet."""
        return self._meter.fresh

    def by_day(self, days: int) -> list[DailyFigure]:
        """The figures of the last days, today included; what is counted and not kept yet is kept first."""
        self.keep()
        return self._store.figures_since(self._today() - timedelta(days=days - 1))

    def practice(self, days: int) -> PracticeFigures:
        """What the analyses of the last days say together."""
        return self._store.practice(self._clock() - timedelta(days=days))

    def forget_old(self) -> int:
        """Remove figures that are past their time."""
        return self._store.forget_figures(self._today() - timedelta(days=KEPT_DAYS))

    def as_csv(self, days: int) -> str:
        """The figures of the last days as a table for a spreadsheet."""
        out = io.StringIO()
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["day", "metric", "label", "count", "total"])
        for one in self.by_day(days):
            table.writerow([one.day.isoformat(), one.metric, one.label, one.count, f"{one.total:.1f}"])
        return out.getvalue()

    def export(self, path: Path, days: int) -> None:
        """Write the figures of the last days to a new CSV file. Raises ExportExists, ExportFailed."""
        try:
            write_new(path, self.as_csv(days).encode())
        except FileExistsError:
            raise ExportExists from None
        except OSError:
            raise ExportFailed from None

    def _today(self) -> date:
        return self._clock().astimezone(UTC).date()


def days_between(first: date, last: date) -> list[date]:
    """Every day from one to another, both included."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
