"""A database that fails several times running is left alone; what is in hand stays, and it is tried again later."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from nexus_desktop.models import errors
from nexus_desktop.monitoring.database_breaker import DatabaseBreaker
from tests.unit.storage.stores import keep, opened, record


class Disk:
    """Work that fails as often as it is told to."""

    def __init__(self, error: type[errors.NexusError]) -> None:
        self.error, self.broken, self.calls = error, True, 0

    def __call__(self) -> str:
        self.calls += 1
        if self.broken:
            raise self.error
        return "done"


@pytest.mark.parametrize("kind", [errors.DatabaseBusy, errors.DiskFull, errors.DatabaseReadOnly, errors.DatabaseFailed])
def test_after_three_failures_nobody_waits_any_more(kind: type[errors.NexusError]) -> None:
    breaker, disk = DatabaseBreaker(3, 60), Disk(kind)
    for _ in range(3):
        with pytest.raises(kind):
            breaker.call(disk)
    with pytest.raises(errors.DatabaseResting) as caught:
        breaker.call(disk)
    assert disk.calls == 3
    assert 50 <= caught.value.numbers["seconds"] <= 60
    assert breaker.seconds_left > 50


def test_what_is_not_the_databases_fault_does_not_count() -> None:
    breaker, work = DatabaseBreaker(2, 60), Disk(errors.RecordNotFound)
    for _ in range(5):
        with pytest.raises(errors.RecordNotFound):
            breaker.call(work)
    assert work.calls == 5


def test_it_is_tried_again_after_a_while_and_then_works() -> None:
    breaker, disk = DatabaseBreaker(1, 60), Disk(errors.DiskFull)
    with pytest.raises(errors.DiskFull):
        breaker.call(disk)
    disk.broken = False
    assert breaker._frame._storage.opened_at is not None
    breaker._frame._storage.opened_at -= timedelta(seconds=61)
    assert breaker.call(disk) == "done"
    assert breaker.seconds_left == 0


def test_a_store_behind_it_reads_while_it_rests_and_keeps_the_analysis_later(tmp_path: Path) -> None:
    breaker = DatabaseBreaker(2, 60)
    store = opened(tmp_path, busy_seconds=1, guard=breaker.call)
    other = opened(tmp_path)
    first, second = record(), record(1)
    keep(store, first)
    with other.deed() as deed:
        deed.session.connection().exec_driver_sql("SELECT 1")
        for _ in range(2):
            with pytest.raises(errors.DatabaseBusy):
                keep(store, second)
        with pytest.raises(errors.DatabaseResting):
            keep(store, second)
        assert store.analysis(first.id) == first
    assert breaker._frame._storage.opened_at is not None
    breaker._frame._storage.opened_at -= timedelta(seconds=61)
    keep(store, second)
    assert store.analysis(second.id) == second
    assert store.check_chain().intact
    store.close()
    other.close()
