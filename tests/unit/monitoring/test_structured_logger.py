"""The log holds events and codes; a name cannot get in, not even by mistake."""

from __future__ import annotations

import gzip
import json
import os
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from nexus_desktop.models.errors import LetterTooLarge
from nexus_desktop.monitoring import event_catalogue
from nexus_desktop.monitoring import structured_logger as log
from nexus_desktop.runtime import paths

ID = "1b4e28ba-2fa1-41d2-883f-0016d3cca427"


@pytest.fixture
def lines(tmp_path: Path) -> Any:
    log.configure(tmp_path)
    return lambda: [json.loads(line) for line in (tmp_path / "nexus.jsonl").read_text().splitlines()]


def test_an_event_is_one_json_line(lines: Any) -> None:
    with log.correlated(ID):
        log.event(log.Event.LETTER_READ, kind="pdf", pages=3, milliseconds=12.345)
    log.event(log.Event.PROGRAM_STOPPED)
    first, second = lines()
    assert first["event"] == "letter.read"
    assert first["correlation_id"] == ID
    assert (first["kind"], first["pages"], first["milliseconds"]) == ("pdf", 3, 12.3)
    assert "correlation_id" not in second


@pytest.mark.parametrize(
    "value",
    [
        "Ellingboe",
        "Marcus Ellingboe",
        "123-45-6789",
        "/home/ann/Ellingboe.pdf",
        "April 9, 1974",
        "(541) 555-0134",
        "a\nb",
        "ellingboe",
    ],
)
def test_what_is_no_code_is_dropped(lines: Any, value: str) -> None:
    log.event(log.Event.LETTER_READ, kind=value, level=value, code=value, where=value, version=value, analysis_id=value)
    (line,) = lines()
    assert value not in json.dumps(line)
    assert line["dropped"] == 6


@pytest.mark.parametrize("number", [219_09_9999, 5415550134.0, -219099999])
def test_a_number_as_long_as_an_identifier_is_dropped(lines: Any, number: float) -> None:
    log.event(log.Event.LETTER_READ, size=number)  # type: ignore[typeddict-item]
    assert lines()[0]["dropped"] == 1


def test_what_has_the_shape_of_an_identifier_is_dropped_from_a_field_that_may_hold_digits(lines: Any) -> None:
    log.event(log.Event.BUG, where="services.219099999:1", exception="ValueError")
    (line,) = lines()
    assert "where" not in line
    assert line["exception"] == "ValueError"


def test_the_last_lines_are_at_hand_without_a_file() -> None:
    log.silence()
    for number in range(log.REMEMBERED + 5):
        log.event(log.Event.HEALTH_CHECKED, count=number)
    last = [json.loads(line)["count"] for line in log.recent()]
    assert last == list(range(5, log.REMEMBERED + 5))


def test_a_full_file_is_compressed_and_the_next_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "FILE_BYTES", 1000)
    log.configure(tmp_path)
    for number in range(40):
        log.event(log.Event.HEALTH_CHECKED, count=number)
    log.silence()
    old = sorted(tmp_path.glob("*.gz"))
    assert old
    seen = [json.loads(line)["count"] for path in old for line in gzip.decompress(path.read_bytes()).splitlines()]
    seen += [json.loads(line)["count"] for line in (tmp_path / "nexus.jsonl").read_bytes().splitlines()]
    assert sorted(seen) == list(range(40))


def test_the_page_of_events_is_the_one_of_the_program() -> None:
    assert paths.resource("help/log-events.md").read_text("utf-8") == event_catalogue.page()


def test_a_field_that_is_not_on_the_list_is_dropped(lines: Any) -> None:
    log.event(log.Event.LETTER_READ, patient="word")  # type: ignore[call-arg]
    (line,) = lines()
    assert "patient" not in line
    assert line["dropped"] == 1


def test_a_failure_is_logged_by_code_and_a_bug_by_place(lines: Any) -> None:
    log.failure(LetterTooLarge(size=75, limit=50))
    try:
        int("Ellingboe")
    except ValueError as error:
        log.failure(error, "services.analyze:12")
    known, bug = lines()
    assert (known["event"], known["code"], known["category"]) == ("failed", "letter.too_large", "input")
    assert (bug["event"], bug["exception"], bug["where"]) == ("bug", "ValueError", "services.analyze:12")
    assert "Ellingboe" not in json.dumps(bug)


def test_the_file_is_private(lines: Any, tmp_path: Path) -> None:
    log.event(log.Event.PROGRAM_STARTED, version="0.1.0")
    assert lines()[0]["version"] == "0.1.0"
    assert (tmp_path / "nexus.jsonl").stat().st_mode & 0o077 == 0


def test_what_is_past_its_time_goes_though_no_file_is_ever_full(tmp_path: Path) -> None:
    old, new = tmp_path / "nexus.2026-01-01.jsonl.gz", tmp_path / "nexus.2026-11-20.jsonl.gz"
    for path, days in ((old, 31), (new, 29)):
        path.write_bytes(gzip.compress(b"{}"))
        at = time.time() - days * 86_400
        os.utime(path, (at, at))
    log.configure(tmp_path)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_file_is_put_away_after_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "FILE_AGE", timedelta(0))
    log.configure(tmp_path)
    for number in range(3):
        log.event(log.Event.HEALTH_CHECKED, count=number)
    log.silence()
    assert list(tmp_path.glob("*.gz"))


def test_lines_written_after_another_process_put_the_file_away_are_not_lost(lines: Any, tmp_path: Path) -> None:
    log.event(log.Event.HEALTH_CHECKED, count=1)
    (tmp_path / "nexus.jsonl").rename(tmp_path / "nexus.away.jsonl")
    log.event(log.Event.HEALTH_CHECKED, count=2)
    assert [line["count"] for line in lines()] == [2]


def test_a_failure_carries_the_id_of_its_work_to_whoever_logs_it(lines: Any) -> None:
    with pytest.raises(LetterTooLarge) as caught, log.correlated(ID):
        raise LetterTooLarge(size=75, limit=50)
    log.failure(caught.value)
    log.failure(LetterTooLarge(size=75, limit=50))
    first, second = lines()
    assert first["correlation_id"] == ID
    assert "correlation_id" not in second
