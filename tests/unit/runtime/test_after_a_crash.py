"""What a crash leaves behind, and how the next start knows of it."""

from __future__ import annotations

from pathlib import Path

from nexus_desktop.runtime.report_folder import KEPT, ReportFolder
from nexus_desktop.runtime.run_mark import RunMark


def test_reports_are_kept_up_to_a_number_and_private(tmp_path: Path) -> None:
    reports = ReportFolder(tmp_path / "crashes")
    assert reports.names() == []
    for number in range(KEPT + 3):
        assert reports.keep(f"2026-11-26-{number:06}.json", f"report {number}")
    assert len(reports.names()) == KEPT
    assert reports.text(reports.names()[0]) == f"report {KEPT + 2}"
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "crashes").iterdir())
    reports.clear()
    assert reports.names() == []


def test_a_folder_that_cannot_be_made_hides_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    reports = ReportFolder(tmp_path / "file")
    assert not reports.keep("a.json", "text")
    assert reports.text("none.json") == ""


def test_a_run_that_did_not_end_is_known_at_the_next_start(tmp_path: Path) -> None:
    mark = RunMark(tmp_path / "running")
    assert not mark.begin()
    assert RunMark(tmp_path / "running").begin()  # the first was never ended
    mark.end()
    assert not mark.begin()
