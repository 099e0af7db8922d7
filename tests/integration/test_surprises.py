"""A bug anywhere is said once, logged by its place, and leaves a report that holds no word of a letter; so does a crash
below Python. What a file is refused for is in the log as well."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nexus_desktop.monitoring import native_crash
from nexus_desktop.services.error_log import ErrorLog
from tests.letters import SURNAME

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2026, 11, 26, tzinfo=UTC)
STORY = Path(__file__).with_name("surprise_story.py")


def run(what: str, letter: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(STORY), what, str(letter)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def lines(home: Path, event: str) -> list[dict[str, Any]]:
    told = [json.loads(line) for line in (home / "logs" / "nexus.jsonl").read_text("utf-8").splitlines()]
    return [line for line in told if line["event"] == event]


def reports(home: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted((home / "crashes").glob("*.json"))]


def test_bugs_in_slots_events_threads_and_jobs_are_said_logged_and_reported(home: Path, tmp_path: Path) -> None:
    broken = tmp_path / f"{SURNAME}.pdf"
    broken.write_bytes(b"%PDF-1.4 nonsense")
    done = run("bugs", broken)
    assert done.returncode == 0, done.stderr[-3000:]
    assert json.loads(done.stdout.splitlines()[-1]) == ["internal.unexpected"] * 4
    kinds = Counter({"ValueError": 1, "TypeError": 1, "LookupError": 1, "ArithmeticError": 1})
    assert Counter(line["exception"] for line in lines(home, "bug")) == kinds
    assert Counter(report["exception"] for report in reports(home)) == kinds
    assert [line["kind"] for line in lines(home, "qt.message") if line["kind"] == "warning"]
    (refused,) = lines(home, "failed")
    assert refused["code"] == "letter.corrupt"
    assert len(refused["correlation_id"]) == 36
    listed = ErrorLog(home / "logs").newest(10)
    assert Counter(one.code for one in listed) == Counter({"internal.unexpected": 4, "letter.corrupt": 1})
    for path in home.rglob("*"):
        assert not path.is_file() or SURNAME.encode() not in path.read_bytes(), path


def test_a_crash_below_python_leaves_a_report_at_the_next_start(home: Path, tmp_path: Path) -> None:
    done = run("crash", Path("--sample"))
    assert done.returncode != 0
    assert reports(home) == []
    again = run("bugs", Path("--sample"))
    assert again.returncode == 0, again.stderr[-3000:]
    native = [report for report in reports(home) if "rror" not in report["exception"]]
    assert [report["exception"] for report in native] in (["Segmentation fault"], ["access violation"])
    assert any(place.startswith("nexus_desktop.ui.app:") for place in native[0]["places"])
    assert str(ROOT) not in json.dumps(native)
    assert len(lines(home, "program.recovered")) == 1
    assert (home / "crashes" / "native.trace").read_bytes() == b""
    assert (home / "crashes" / "native.trace").stat().st_mode & 0o077 == 0


def test_of_a_trace_only_places_in_this_program_stay(tmp_path: Path) -> None:
    left = (
        "Fatal Python error: Segmentation fault\n\nCurrent thread 0x1 (most recent call first):\n"
        f'  File "/home/{SURNAME}/lib/ctypes/__init__.py", line 5 in string_at\n'
        f'  File "C:\\Users\\{SURNAME}\\nexus_desktop\\ui\\app.py", line 12 in main\n'
    )
    report = native_crash.report_of(left, AT)
    assert report is not None
    assert report.places == ("nexus_desktop.ui.app:12 main",)
    assert SURNAME not in report.as_text()
    assert native_crash.report_of("", AT) is None
    (tmp_path / "file").write_text("in the way")
    assert native_crash.watch(tmp_path / "file" / "native.trace") == ""
