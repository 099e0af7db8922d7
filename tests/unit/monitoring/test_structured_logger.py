"""The log holds events and codes; a name cannot get in, not even by mistake."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nexus_desktop.models.errors import LetterTooLarge
from nexus_desktop.monitoring import structured_logger as log

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
    ],
)
def test_what_is_no_code_is_dropped(lines: Any, value: str) -> None:
    log.event(log.Event.LETTER_READ, kind=value, level=value, where=value, version=value, analysis_id=value)
    (line,) = lines()
    assert value not in json.dumps(line)
    assert line["dropped"] == 5


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
