"""What a letter costs on its way: finding identifiers, analysis, keeping, export; and how that grows with its length.

    python3 build/dev.py bench letter

Medians over repeated runs, after one that loads word lists and patterns. "Growth" is the factor in time for eight times
the text: 8 is proportional.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import process_time

import psutil

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.models.paper_models import ReportKind
from nexus_desktop.runtime import paths
from tests.benchmarks.figures import figure

RUNS, TIMES = 5, 8


def quiet(_phrase: str, _done: float) -> None:
    """Progress that nobody watches."""


def processor() -> float:
    """Processor seconds that this process and those it keeps, such as the one that reads letters, have used."""
    kept = [one.cpu_times() for one in psutil.Process().children(recursive=True)]
    return process_time() + sum(one.user + one.system for one in kept)


def median(act: Callable[[], object], runs: int = RUNS) -> float:
    """Processor milliseconds of an act; of what another process does for it, to the 10 ms the system counts in."""
    taken = []
    for _ in range(runs):
        began = processor()
        act()
        taken.append(1000 * (processor() - began))
    return statistics.median(taken)


def main() -> None:
    application = Bootstrap().open_throwaway()
    letters, level = application.letters, Level.MODERATE
    sample = paths.resource("samples/nexus-letter.txt").read_text("utf-8")
    body = sample[sample.index("History.") : sample.index("Opinion.")]
    long = sample + body * ((TIMES - 1) * len(sample) // len(body))

    def opened(text: str) -> object:
        return letters.open_text(text, level, ClientFields(), quiet, Event())

    opened(sample)  # loads what is loaded late
    found, found_long = median(lambda: opened(sample)), median(lambda: opened(long), 3)
    figure("find identifiers, sample letter", found, "ms", limit=1000)
    figure("find identifiers, growth for 8x the text", found_long / found, "x", limit=16)
    preparation = letters.open_text(sample, level, ClientFields(), quiet, Event())
    decisions = letters.accept_all(preparation, "a benchmark")
    outcome = letters.analyze(preparation, decisions, quiet, Event())
    figure(
        "analyze and keep, sample letter",
        median(lambda: letters.analyze(preparation, decisions, quiet, Event())),
        "ms",
        limit=2000,
    )
    figure("read a kept analysis", median(lambda: letters.show(outcome.record.id)), "ms", limit=50)
    figure("check the audit trail", median(lambda: application.audit.check(quiet, Event())), "ms", limit=50)
    folder = Path(tempfile.mkdtemp(prefix="nexus-bench-"))
    names = iter(range(1000))

    def export() -> None:
        application.reports.export(outcome.record.id, folder / f"{next(names)}.html", ReportKind.HTML)

    figure("export a report", median(export), "ms", limit=1000)
    application.close()


if __name__ == "__main__":
    main()
