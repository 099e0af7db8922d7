"""Figures are the events of the log, added up."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest

from nexus_desktop.models.errors import DiskFull
from nexus_desktop.monitoring import structured_logger as log
from nexus_desktop.monitoring.metrics import Meter, Metric, Tally, as_samples


@pytest.fixture
def meter() -> Iterator[Meter]:
    log.silence()
    made = Meter()
    log.listen(made.hear)
    yield made
    log.silence()


def test_events_are_added_up_by_their_label(meter: Meter) -> None:
    log.event(log.Event.LETTER_READ, kind="pdf", milliseconds=10)
    log.event(log.Event.LETTER_READ, kind="pdf", milliseconds=30)
    log.event(log.Event.LETTER_READ, kind="rtf", milliseconds=5)
    log.event(log.Event.LETTER_REVIEWED, level="strict", count=25, kept=2)
    log.event(log.Event.LETTER_SCANNED, level="strict", count=27, asked=2, milliseconds=40)
    log.failure(DiskFull())
    log.failure(ValueError())
    assert meter.since_start() == {
        (Metric.LETTERS_READ, "pdf"): Tally(2, 40),
        (Metric.LETTERS_READ, "rtf"): Tally(1, 5),
        (Metric.LETTERS_SCANNED, "strict"): Tally(1, 40),
        (Metric.PLACES_FOUND, "strict"): Tally(1, 27),
        (Metric.PLACES_ASKED, ""): Tally(1, 2),
        (Metric.REDACTIONS, "strict"): Tally(1, 25),
        (Metric.FAILURES, "database"): Tally(1, 0),
        (Metric.BUGS, ""): Tally(1, 0),
    }


def test_a_value_the_log_refuses_is_no_label(meter: Meter) -> None:
    log.event(log.Event.LETTER_READ, kind="ellingboe", milliseconds=10)
    assert meter.since_start() == {(Metric.LETTERS_READ, ""): Tally(1, 10)}


def test_what_is_drained_is_drained_once_and_can_be_put_back(meter: Meter) -> None:
    log.event(log.Event.ANALYSIS_KEPT, status="valid", confidence=80)
    drained = meter.drain()
    assert drained == {(Metric.ANALYSES_KEPT, "valid"): Tally(1), (Metric.CONFIDENCE, ""): Tally(1, 80)}
    assert meter.drain() == {}
    log.event(log.Event.ANALYSIS_KEPT, status="valid", confidence=60)
    meter.put_back(drained)
    both = {(Metric.ANALYSES_KEPT, "valid"): Tally(2), (Metric.CONFIDENCE, ""): Tally(2, 140)}
    assert meter.drain() == both
    assert meter.since_start() == both


def test_threads_lose_no_event(meter: Meter) -> None:
    def many() -> None:
        for _ in range(500):
            meter.hear(log.Event.BUG, {})

    threads = [Thread(target=many) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert meter.drain() == {(Metric.BUGS, ""): Tally(4000)}


def test_samples_have_prometheus_names(meter: Meter) -> None:
    log.event(log.Event.LETTER_ANALYZED, engine="embedded-rubric", milliseconds=12.34)
    assert as_samples(meter.since_start()) == {
        'nexus_letters_analyzed_total{label="embedded-rubric"}': 1,
        'nexus_letters_analyzed_sum_total{label="embedded-rubric"}': 12.3,
    }
