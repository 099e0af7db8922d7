"""Failures of the log come back newest first, each with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from nexus_desktop.models.errors import DiskFull, LetterTooLarge, NexusError
from nexus_desktop.monitoring import structured_logger as log
from nexus_desktop.services.error_log import ErrorLog

ID = "1b4e28ba-2fa1-41d2-883f-0016d3cca427"


@pytest.fixture
def errors(tmp_path: Path) -> ErrorLog:
    log.configure(tmp_path)
    log.event(log.Event.PROGRAM_STARTED, version="0.1.0")
    with log.correlated(ID):
        log.failure(LetterTooLarge(size=75, limit=50))
    log.failure(KeyError(), "services.review:12")
    log.failure(DiskFull())
    return ErrorLog(tmp_path)


def test_failures_are_told_newest_first_with_what_to_do(errors: ErrorLog) -> None:
    newest = errors.newest(10)
    assert [one.code for one in newest] == ["database.disk_full", NexusError.code, "letter.too_large"]
    assert newest[0].next_step == DiskFull.next_step
    assert newest[0].retryable
    assert newest[1].where == "services.review:12"
    assert newest[2].sentence == "This file has (size) MB; at most (limit) MB are read."
    assert newest[2].correlation_id == ID
    assert len(errors.newest(1)) == 1


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("disk", ["database.disk_full"]),
        ("LETTER input", ["letter.too_large"]),
        (ID[:8], ["letter.too_large"]),
        ("review:12", [NexusError.code]),
        ("disk letter.too", []),
    ],
)
def test_every_word_has_to_be_there(errors: ErrorLog, words: str, codes: list[str]) -> None:
    assert [one.code for one in errors.newest(10, words)] == codes


def test_old_files_and_broken_lines_are_read_as_far_as_they_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "FILE_BYTES", 1000)
    log.configure(tmp_path)
    for _ in range(40):
        log.failure(DiskFull())
    log.silence()
    with (tmp_path / "nexus.jsonl").open("a") as file:
        file.write('{"at": "2026-11-26T12:00:00+00:00", "event": "fai')
    (tmp_path / "nexus.2020.jsonl.gz").write_bytes(b"no archive")
    assert list(tmp_path.glob("*.gz"))
    assert len(ErrorLog(tmp_path).newest(100)) == 40


def test_an_empty_folder_has_no_failures(tmp_path: Path) -> None:
    assert ErrorLog(tmp_path).newest(10) == []
