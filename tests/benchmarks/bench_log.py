"""What the log and the figures cost an analysis: the events of one letter, written, against the limit of 5 ms.

    python tests/benchmarks/bench_log.py

Prints the median and the longest of 200 letters, in a real file, as a ratio to the limit; and the same letter's
analysis without a log, so that the share can be seen.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import uuid
from datetime import UTC, datetime
from pathlib import Path
from threading import Event as Flag
from time import perf_counter

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.letter_models import ClientFields, Level
from nexus_desktop.monitoring import structured_logger as log
from nexus_desktop.monitoring.metrics import Meter
from nexus_desktop.monitoring.structured_logger import Event
from nexus_desktop.runtime import paths
from tests.benchmarks.figures import figure

LIMIT = 0.005  # seconds
LETTERS = 200


def events_of_a_letter() -> None:
    """What analyzing one letter writes."""
    with log.correlated(str(uuid.uuid4())):
        log.event(Event.LETTER_SCANNED, level="moderate", count=27, asked=2, characters=3000, milliseconds=40.0)
        log.event(Event.LETTER_READ, kind="pdf", size=90_000, pages=2, milliseconds=120.0)
        log.event(Event.LETTER_REVIEWED, count=27, kept=1)
        log.event(Event.LETTER_ANALYZED, engine="embedded-rubric", version="1.0.0", score=68, milliseconds=60.0)
        log.event(Event.ANALYSIS_KEPT, analysis_id=str(uuid.uuid4()), status="valid")


def timed(letters: int) -> list[float]:
    took = []
    for _ in range(letters):
        began = perf_counter()
        events_of_a_letter()
        took.append(perf_counter() - began)
    return took


def analysis() -> float:
    """Seconds of one whole analysis of the sample letter, warm, with the log silent."""
    log.silence()
    workbench = Bootstrap().workbench()
    text = paths.resource("samples/nexus-letter.txt").read_text("utf-8")
    letter = workbench.read_pasted(text)
    took = []
    for _ in range(5):
        began = perf_counter()
        preparation = workbench.prepare(letter, Level.MODERATE, ClientFields(), Flag())
        workbench.analyze(workbench.deidentify_all(preparation, "bench", datetime.now(UTC)), Flag())
        took.append(perf_counter() - began)
    return min(took)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        log.configure(Path(folder))
        log.listen(Meter().hear)
        timed(10)
        took = timed(LETTERS)
        whole = analysis()
    for name, seconds in (("median", statistics.median(took)), ("longest", max(took))):
        share = f"{seconds / LIMIT:5.2f} of the limit   {100 * seconds / whole:4.1f} % of an analysis"
        sys.stdout.write(f"log of a letter   {name:<8} {1000 * seconds:6.2f} ms   {share}\n")
        limit = 1000 * LIMIT if name == "median" else None
        figure(f"log of a letter, {name}", 1000 * seconds, "ms", limit=limit, peer=("a whole analysis", 1000 * whole))


if __name__ == "__main__":
    main()
