"""Stand-ins for parts: made once, by whoever asks first, from whatever thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from nexus_desktop.bootstrap.late_part import is_made, late, make_now
from nexus_desktop.models.errors import DiskFull


class Part:
    """Counts how often it was made."""

    made = 0

    def __init__(self) -> None:
        type(self).made += 1
        self.level = "strict"

    def double(self, number: int) -> int:
        """Twice."""
        return 2 * number


@pytest.fixture(autouse=True)
def _none_made() -> None:
    Part.made = 0


def test_a_part_is_made_when_something_is_asked_of_it_and_once() -> None:
    part = late(Part)
    assert not is_made(part)
    assert part.double(4) == 8
    part.level = "moderate"
    assert part.level == "moderate"
    assert is_made(part)
    assert Part.made == 1


def test_many_threads_get_the_same_part() -> None:
    part, at_once = late(Part), Barrier(8)

    def ask(number: int) -> int:
        at_once.wait()
        return part.double(number)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))) == [2 * number for number in range(8)]
    assert Part.made == 1


def test_what_stops_the_making_comes_out_each_time_and_it_is_tried_again() -> None:
    full = [DiskFull(), DiskFull()]

    def make() -> Part:
        if full:
            raise full.pop()
        return Part()

    part = late(make)
    with pytest.raises(DiskFull):
        make_now(part)
    with pytest.raises(DiskFull):
        part.double(1)
    assert not is_made(part)
    assert part.double(1) == 2


def test_what_is_no_stand_in_is_there_already() -> None:
    part = Part()
    make_now(part)
    assert is_made(part)
