"""The breaker counts what says that a service is down, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from nexus_desktop.models import errors
from nexus_desktop.monitoring.circuit_breaker import BreakerState
from nexus_desktop.monitoring.service_breaker import Breakers, ServiceBreaker


def failing(error: BaseException) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def fail(breaker: ServiceBreaker, error: BaseException, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(type(error)):
            breaker.call(failing(error))


def opened(pause: float = 60) -> ServiceBreaker:
    breaker = ServiceBreaker("a", 3, pause)
    fail(breaker, errors.ServiceDown(status=500), 3)
    return breaker


def test_it_opens_after_so_many_failures_in_a_row_and_the_real_error_comes_out() -> None:
    breaker = opened()
    asked: list[int] = []
    with pytest.raises(errors.ServicePaused) as got:
        breaker.call(lambda: asked.append(1))
    assert asked == []
    assert 55 <= got.value.numbers["seconds"] <= 60
    status = breaker.status()
    assert (status.state, status.last_error) == (BreakerState.PAUSED, "service.down")


def test_one_success_between_starts_the_count_anew() -> None:
    breaker = ServiceBreaker("a", 3, 60)
    fail(breaker, errors.ServiceDown(status=500), 2)
    assert breaker.call(lambda: 7) == 7
    fail(breaker, errors.ServiceDown(status=500), 2)
    assert breaker.status().state is BreakerState.WORKING


@pytest.mark.parametrize(
    "error", [errors.ServiceKeyRefused(), errors.ServiceTooLong(), errors.ServiceRefused(), KeyboardInterrupt()]
)
def test_what_proves_the_service_alive_never_opens_it(error: BaseException) -> None:
    breaker = ServiceBreaker("a", 3, 60)
    fail(breaker, error, 6)
    assert breaker.status().state is BreakerState.WORKING


def test_cancelling_says_nothing_either_way() -> None:
    breaker = ServiceBreaker("a", 3, 60)
    fail(breaker, errors.ServiceDown(status=500), 2)
    fail(breaker, errors.Cancelled(), 3)
    assert breaker.status().failures == 2
    fail(breaker, errors.ServiceDown(status=500))
    assert breaker.status().state is BreakerState.PAUSED
    resting = opened(pause=0)
    fail(resting, errors.Cancelled())
    assert resting.status().state is BreakerState.TRYING  # not closed by a call that was never finished


def test_after_the_pause_one_call_decides() -> None:
    breaker = opened(pause=0)
    fail(breaker, errors.ServiceDown(status=503))
    assert breaker.status().state is BreakerState.TRYING
    assert breaker.call(lambda: "back") == "back"
    assert breaker.status().state is BreakerState.WORKING


def test_try_now_ends_the_pause() -> None:
    breaker = opened()
    breaker.try_now()
    assert breaker.status().state is BreakerState.TRYING
    assert breaker.call(lambda: "back") == "back"


def test_each_service_has_its_own_and_status_never_waits() -> None:
    breakers = Breakers(3, 60)
    under_way, go_on = threading.Event(), threading.Event()

    def long() -> None:
        under_way.set()
        go_on.wait(10)

    thread = threading.Thread(target=lambda: breakers.of("a").call(long))
    thread.start()
    under_way.wait(10)
    fail(breakers.of("b"), errors.ServiceDown(status=500), 3)
    assert {one.profile: one.state for one in breakers.status()} == {
        "a": BreakerState.WORKING,
        "b": BreakerState.PAUSED,
    }
    go_on.set()
    thread.join()
