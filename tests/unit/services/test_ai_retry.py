"""One layer of retries: what it waits for, what it gives up on, and that it ends at once when told to."""

from __future__ import annotations

import threading
from time import perf_counter

import pytest

from nexus_desktop.models import errors
from nexus_desktop.models.errors import NexusError
from nexus_desktop.models.ports import CancelFlag
from nexus_desktop.models.service_models import ResilienceRules, ServiceProfile
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.services.ai_retry import Retries, wait

RULES = config_files.load(paths.config_file("monitoring.yaml"), ResilienceRules)
PROFILE = ServiceProfile.model_validate(
    {
        "id": "a",
        "title": "A",
        "kind": "compatible",
        "address": "http://127.0.0.1/v1",
        "model": "m",
        "total_seconds": 100,
    }
)


class Work:
    """Fails as planned, then gives "done"."""

    def __init__(self, *failures: NexusError) -> None:
        self.failures, self.calls, self.left = list(failures), 0, []  # type: ignore[var-annotated]

    def __call__(self, seconds: float) -> str:
        self.calls += 1
        self.left.append(seconds)
        if self.failures:
            raise self.failures.pop(0)
        return "done"


def run(work: Work, waits: list[float], profile: ServiceProfile = PROFILE, told: list[str] | None = None) -> str:
    def waited(seconds: float, _cancelled: CancelFlag) -> None:
        waits.append(seconds)

    words = told if told is not None else []
    return Retries(RULES, waited, lambda: sum(waits)).run(work, profile, threading.Event(), words.append)


def test_waits_double_and_vary() -> None:
    seen = set()
    for _ in range(20):
        waits: list[float] = []
        assert run(Work(errors.ServiceDown(status=500), errors.ServiceConnectionLost()), waits) == "done"
        assert 0.5 <= waits[0] <= 1
        assert 1 <= waits[1] <= 2
        seen.add(waits[0])
    assert len(seen) > 10


def test_it_gives_up_after_so_many_tries_and_tells_the_real_error() -> None:
    work, waits, told = Work(*[errors.ServiceDown(status=500) for _ in range(9)]), [], []
    with pytest.raises(errors.ServiceDown):
        run(work, waits, told=told)  # type: ignore[arg-type]
    assert work.calls == RULES.attempts
    assert len(told) == RULES.attempts - 1
    assert all("Trying again in" in words for words in told)


@pytest.mark.parametrize(
    "error", [errors.ServiceKeyRefused(), errors.ServiceRefused(), errors.ServiceQuotaUsed(), errors.DiskFull()]
)
def test_what_another_try_cannot_mend_is_not_tried(error: NexusError) -> None:
    work = Work(error)
    with pytest.raises(type(error)):
        run(work, [])
    assert work.calls == 1


def test_a_busy_service_is_waited_for_as_long_as_it_says_within_the_limit() -> None:
    waits: list[float] = []
    assert run(Work(errors.ServiceBusy(seconds=7)), waits) == "done"
    assert waits == [7]
    with pytest.raises(errors.ServiceBusy):
        run(Work(errors.ServiceBusy(seconds=61)), [])


def test_nothing_goes_past_the_total_time() -> None:
    work, waits = Work(errors.ServiceBusy(seconds=50), errors.ServiceBusy(seconds=50)), []
    with pytest.raises(errors.ServiceBusy):
        run(work, waits)
    assert waits == [50]
    assert work.left == [100, 50]


def test_a_wait_ends_at_once_when_cancelled() -> None:
    cancelled = threading.Event()
    threading.Timer(0.1, cancelled.set).start()
    began = perf_counter()
    with pytest.raises(errors.Cancelled):
        wait(60, cancelled)
    assert perf_counter() - began < 1
