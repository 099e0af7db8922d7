"""What is loaded late is kept out of the search for garbage, whoever has switched that off meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from nexus_desktop.services.late import Late

MANY = 20_000


@pytest.fixture(params=[True, False], ids=["at work", "switched off"])
def collector(request: pytest.FixtureRequest) -> Iterator[bool]:
    (gc.enable if request.param else gc.disable)()
    yield request.param
    gc.unfreeze()
    gc.enable()


def test_a_large_part_is_looked_through_by_no_search(collector: bool) -> None:
    before = gc.get_freeze_count()
    part = Late(lambda: [[number] for number in range(MANY)])
    assert len(part.get()) == MANY
    assert gc.get_freeze_count() - before >= MANY
    assert gc.isenabled() is collector
