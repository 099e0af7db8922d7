"""A figure above its limit fails, and one that got worse shows."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from release import measure

SCRIPT = """
import sys
sys.path.insert(0, {root!r})
from tests.benchmarks.figures import figure
print("a remark")
figure("search", {value}, "ms", limit=50, peer=("plain", 10))
"""


@pytest.fixture
def benches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of benchmarks, and one for what is kept."""
    monkeypatch.setattr(measure, "FOLDER", tmp_path)
    monkeypatch.setattr(measure, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(measure.bundle, "ROOT", tmp_path)
    return tmp_path


def bench(folder: Path, value: float) -> None:
    root = str(Path(__file__).resolve().parents[3])
    (folder / "bench_store.py").write_text(SCRIPT.format(root=root, value=value), "utf-8")


def ran(monkeypatch: pytest.MonkeyPatch, version: str, *names: str) -> int:
    monkeypatch.setattr(measure, "version", lambda: version)
    return measure.main(Path(sys.executable), names)


def test_a_regression_shows_against_the_version_before(
    benches: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bench(benches, 20)
    assert ran(monkeypatch, "1-0.1.0-aaa") == 0
    assert "2.00 x plain" in capsys.readouterr().out
    bench(benches, 40)
    assert ran(monkeypatch, "2-0.1.0-bbb") == 0
    shown = capsys.readouterr()
    assert "worse" in shown.out
    assert "a remark" in shown.err
    kept = json.loads((benches / "kept" / "2-0.1.0-bbb.json").read_text("utf-8"))
    assert kept["figures"][0]["value"] == 40


def test_a_figure_above_its_limit_fails(
    benches: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bench(benches, 60)
    assert ran(monkeypatch, "1-0.1.0-aaa") == 1
    assert "Above the limit: store: search" in capsys.readouterr().err


def test_a_script_that_breaks_fails(
    benches: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (benches / "bench_broken.py").write_text("raise SystemExit('no display')", "utf-8")
    assert ran(monkeypatch, "1-0.1.0-aaa") == 1
    assert "no display" in capsys.readouterr().err
    assert ran(monkeypatch, "1-0.1.0-aaa", "nothing") == 2
