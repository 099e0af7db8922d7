"""Runs every benchmark, prints one table, and keeps the figures by version, so that a regression shows.

A benchmark is a script ``tests/benchmarks/bench_*.py`` that prints figures as JSON lines, as
``tests/benchmarks/figures.py`` says. The table compares each with its limit, with a peer measured in the same run, and
with the version before.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from release import bundle

FOLDER = bundle.ROOT / "tests" / "benchmarks"
KEPT = bundle.ROOT / "build" / "out" / "bench"
WORSE = 1.3  # times the figure before: less is the noise of a shared machine


@dataclass(frozen=True)
class Figure:
    """One measured figure; smaller is better."""

    script: str
    name: str
    value: float
    unit: str
    limit: float | None
    peer_name: str
    peer: float | None

    @property
    def key(self) -> str:
        return f"{self.script}: {self.name}"

    @property
    def too_much(self) -> bool:
        return self.limit is not None and self.value > self.limit


def figure_of(script: str, line: str) -> Figure | None:
    """A figure, or None for a line that is none."""
    if not line.startswith('{"figure"'):
        return None
    said: dict[str, Any] = json.loads(line)
    peer = said.get("peer") or {"name": "", "value": None}
    return Figure(script, said["figure"], said["value"], said["unit"], said.get("limit"), peer["name"], peer["value"])


def run(python: Path, script: Path) -> tuple[list[Figure], list[str], bool]:
    """The figures of one script, its other lines, and whether it ended well."""
    environment = os.environ | {"PYTHONPATH": str(bundle.ROOT)}
    done = subprocess.run(
        [str(python), str(script)], cwd=bundle.ROOT, env=environment, capture_output=True, text=True, check=False
    )
    figures, remarks = [], []
    for line in done.stdout.splitlines():
        found = figure_of(script.stem.removeprefix("bench_"), line)
        if found is None:
            remarks.append(line)
        else:
            figures.append(found)
    if done.returncode:
        remarks += done.stderr.splitlines()[-5:]
    return figures, remarks, done.returncode == 0


def version() -> str:
    """Version and commit, such as ``0.1.0-1a2b3c4``; with a plus where files differ from the commit."""
    said = [
        subprocess.run(["git", *words], cwd=bundle.ROOT, capture_output=True, text=True, check=False).stdout.strip()
        for words in (("log", "-1", "--format=%ct-%h"), ("status", "--porcelain", "--untracked-files=no"))
    ]
    moment, _, commit = said[0].partition("-")
    return f"{moment or '0'}-{bundle.version()}-{commit or 'none'}{'+' if said[1] else ''}"


def before(now: str) -> dict[str, Figure]:
    """The figures of the newest version kept that is not this one, by key."""
    older = sorted(path for path in KEPT.glob("*.json") if path.stem.rstrip("+") != now.rstrip("+"))
    if not older:
        return {}
    figures = [Figure(**one) for one in json.loads(older[-1].read_text("utf-8"))["figures"]]
    return {figure.key: figure for figure in figures}


def keep(now: str, figures: Sequence[Figure]) -> None:
    """Write the figures of this version; those of a run over some scripts replace only theirs."""
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{now}.json"
    new = {figure.script for figure in figures}
    if path.is_file():
        kept = [Figure(**one) for one in json.loads(path.read_text("utf-8"))["figures"]]
        figures = [*(one for one in kept if one.script not in new), *figures]
    machine = {"system": platform.platform(), "python": platform.python_version(), "cores": os.cpu_count()}
    text = json.dumps({"version": now, "machine": machine, "figures": [asdict(one) for one in figures]}, indent=1)
    path.write_text(text + "\n", "utf-8")


def number(value: float) -> str:
    """Three digits that count, and never a power of ten."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def table(figures: Sequence[Figure], earlier: dict[str, Figure]) -> list[str]:
    """One line a figure."""
    lines = [f"{'figure':<62}{'value':>11}  {'limit':>9}  {'before':>9}  verdict"]
    for one in figures:
        old = earlier.get(one.key)
        limit = f"{one.limit:g}" if one.limit is not None else ""
        prior = number(old.value) if old else ""
        verdict = "TOO MUCH" if one.too_much else "worse" if old and one.value > WORSE * old.value else "ok"
        peer = f"   {one.value / one.peer:.2f} x {one.peer_name}" if one.peer else ""
        lines.append(f"{one.key:<62}{number(one.value):>8} {one.unit:<2}  {limit:>9}  {prior:>9}  {verdict}{peer}")
    return lines


def main(python: Path, names: Sequence[str]) -> int:
    """Run all, or those whose names were given."""
    scripts = [
        path for path in sorted(FOLDER.glob("bench_*.py")) if not names or path.stem.removeprefix("bench_") in names
    ]
    if not scripts:
        print(f"There is no such benchmark in {FOLDER.relative_to(bundle.ROOT)}.", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    broken = []
    for script in scripts:
        print(f"{script.stem} …", file=sys.stderr, flush=True)
        measured, remarks, well = run(python, script)
        figures += measured
        if not well:
            broken.append(script.stem)
        for line in remarks:
            print(f"  {line}", file=sys.stderr)
    now = version()
    print("\n".join(table(figures, before(now))))
    keep(now, figures)
    above = [one.key for one in figures if one.too_much]
    for words, found in (("Above the limit", above), ("Did not end well", broken)):
        if found:
            print(f"{words}: {', '.join(found)}", file=sys.stderr)
    return 1 if above or broken else 0
