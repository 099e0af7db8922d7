"""How a benchmark says what it measured: one JSON line a figure, on standard output.

``python3 build/dev.py bench`` runs every ``bench_*.py`` here, gathers these lines into one table, and keeps them by
version. Any other line a script prints is shown as a remark. A figure that is above its limit fails the run.
"""

from __future__ import annotations

import json
import sys


def figure(
    name: str, value: float, unit: str, *, limit: float | None = None, peer: tuple[str, float] | None = None
) -> None:
    """Say one figure. Smaller is better. ``limit`` and the peer's value, measured in the same run, share its unit."""
    line = {"figure": name, "value": round(value, 4), "unit": unit, "limit": limit, "peer": None}
    if peer is not None:
        line["peer"] = {"name": peer[0], "value": round(peer[1], 4)}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
