"""Faults from outside of the program, with a window open: each has its code, no letter is lost, nothing is unforeseen.

How long the window stood still is measured by bench_faults.py, on a machine that has nothing else to do.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration import fault_windows


@pytest.mark.parametrize("story", fault_windows.TITLES)
def test_a_fault_from_outside_costs_no_letter(tmp_path: Path, story: str) -> None:
    seen = fault_windows.run(story, tmp_path)
    if seen is None:
        pytest.skip("needs a namespace of its own, or a Secret Service")
    assert (seen.codes, seen.lost, seen.unforeseen) == (fault_windows.CODES[story], 0, 0)
