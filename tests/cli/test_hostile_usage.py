"""Odd arguments and odd input: each gets a sentence, a code and a next step; none a traceback or an endless wait."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from nexus_desktop import cli
from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.runtime import key_locks

PASSPHRASE = "four words not together"


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(key_locks, "MEMORY_KIB", 8192)
    monkeypatch.setattr(key_locks, "PASSES", 1)
    path = tmp_path / "words.txt"
    path.write_text(PASSPHRASE)
    return ["--passphrase-file", str(path)]


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["restore", "/dev/zero"], "backup.damaged"),
        (["restore", os.sep], "backup.damaged"),
        (["audit", "verify", "--export", "/dev/zero"], "export.not_a_trail"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="needs device files")
def test_devices_and_folders_are_not_read_for_ever(
    key: list[str], capsys: pytest.CaptureFixture[str], words: list[str], code: str
) -> None:
    assert cli.main([*words, *key], Bootstrap) == 3
    told = capsys.readouterr().err.splitlines()
    assert f"[{code}]" in told[0]
    assert told[1].endswith(".")


@pytest.mark.skipif(sys.platform == "win32", reason="needs device files")
def test_a_secret_is_looked_for_in_the_first_line_of_no_more_than_a_few_characters(
    key: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["list", *key], Bootstrap) == 0
    assert cli.main(["list", "--passphrase-file", "/dev/zero"], Bootstrap) == 3
    assert "[key.passphrase_wrong]" in capsys.readouterr().err


def test_input_that_is_no_text(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    given(monkeypatch, b"\xff\xfe\x00abc")
    assert cli.main(["redact", "-"], Bootstrap) == 3
    assert "[letter.corrupt]" in capsys.readouterr().err


def test_a_line_nested_without_end_costs_only_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch, b"[" * 100_000 + b'\n{"id": 1, "text": "knee"}\n')
    assert cli.main(["redact", "--jsonl"], Bootstrap) == 3
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["error"]["code"] == "line.invalid"
    assert second["text"] == "knee"


def test_a_bug_that_one_line_meets_costs_only_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    def broken(*_given: object) -> dict[str, object]:
        raise ZeroDivisionError("Quackenbosch")

    monkeypatch.setattr(cli.program.commands.batch, "redact", broken)
    given(monkeypatch, b'{"id": 1, "text": "knee"}\n{"id": 2, "text": "knee"}\n')
    assert cli.main(["redact", "--jsonl"], Bootstrap) == 1
    out = capsys.readouterr().out
    assert [json.loads(line)["error"]["code"] for line in out.splitlines()] == ["internal.unexpected"] * 2
    assert "Quackenbosch" not in out
    assert list((home / "crashes").glob("*.json"))


@pytest.mark.parametrize(
    "words",
    [
        ["list", "--limit", "-5"],
        ["list", "--limit", "9" * 30],
        ["search", "knee", "--limit", "0"],
        ["retention", "set", "-3"],
        ["retention", "set", "99999999999"],
    ],
)
def test_numbers_out_of_reason_are_a_wrong_command_line(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(words, Bootstrap)
    assert caught.value.code == 2
    assert "must be from" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "status"), [(["list"], 3), (["health"], 11), (["sample"], 3)])
def test_a_data_folder_that_cannot_be_made(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    words: list[str],
    status: int,
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEXUS_HOME", str(tmp_path / "file"))
    assert cli.main(words, Bootstrap) == status
    told = capsys.readouterr()
    assert "[database.read_only]" in told.out + told.err
    Bootstrap().report_failure(ZeroDivisionError())


def test_each_check_of_health_is_printed_with_its_code(key: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["health", *key], Bootstrap) == 10
    lines = [line for line in capsys.readouterr().out.splitlines() if line[0] != " "]
    assert len(lines) > 10
    assert all(line.rstrip("]").rpartition("[")[2].count(".") == 1 and line.endswith("]") for line in lines)
