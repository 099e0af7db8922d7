"""The command line as scripts and firms use it, each call a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.letters import LETTER, NAME, SURNAME

PASSPHRASE = "four words not together"
WORDS = "four-words.txt"


def call(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run ``nexus-desktop``."""
    return subprocess.run(
        [sys.executable, "-m", "nexus_desktop", *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture
def letter(tmp_path: Path) -> str:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, "utf-8")
    return str(path)


@pytest.fixture
def key(tmp_path: Path) -> list[str]:
    path = tmp_path / WORDS
    path.write_text(PASSPHRASE + "\n")
    return ["--passphrase-file", str(path)]


def answers(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_redact_prints_the_letter_without_the_name(letter: str) -> None:
    done = call("redact", letter)
    assert done.returncode == 0
    assert SURNAME not in done.stdout
    assert "219-09-9999" not in done.stdout
    assert "[PATIENT]" in done.stdout
    assert "osteoarthritis of the left knee" in done.stdout
    assert "No person has reviewed this text" in done.stderr


def test_redact_reads_standard_input_and_known_fields(tmp_path: Path) -> None:
    client = tmp_path / "client.yaml"
    client.write_text("names: [Obadiah Obstacle]\n")
    done = call("redact", "-", "--client", str(client), "--level", "strict", "--json", text=LETTER)
    answer = json.loads(done.stdout)
    assert answer["level"] == "strict"
    assert "obstacle" not in answer["text"]
    for start, end, category, verdict in answer["spans"]:
        assert LETTER[start:end].strip()
        assert category.isupper() or category == "AGE90"
        assert verdict in ("redact", "ask")


@pytest.mark.parametrize("content", ["names: 7", "surname: [Quill]", "- Quill", "names: [", "\x00"])
def test_a_client_file_that_is_none_is_refused_before_anything_is_read(tmp_path: Path, content: str) -> None:
    client = tmp_path / "client.yaml"
    client.write_text(content)
    done = call("redact", "-", "--client", str(client), text=LETTER)
    assert (done.returncode, done.stdout) == (3, "")
    assert "[client.invalid]" in done.stderr
    assert "Quill" not in done.stderr


def test_a_letter_needs_a_review_before_it_is_analyzed(letter: str, key: list[str]) -> None:
    done = call("analyze", letter, *key)
    assert done.returncode == 4
    assert done.stdout == ""
    assert "--accept-all-redactions" in done.stderr
    assert call("list", *key).stdout == ""


def test_an_analysis_is_kept_and_shown_again(letter: str, key: list[str], tmp_path: Path) -> None:
    done = call("analyze", letter, "--accept-all-redactions", "--json", *key)
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert record["result"]["opinion"]["polarity"] == "favorable"
    assert SURNAME not in done.stdout
    again = json.loads(call("show", record["id"], "--json", *key).stdout)
    assert again == record
    assert record["id"] in call("list", *key).stdout
    report = tmp_path / "report.html"
    assert call("export", record["id"], str(report), *key).returncode == 0
    assert "at least as likely as not" in report.read_text("utf-8")
    assert "[export.exists]" in call("export", record["id"], str(report), *key).stderr
    nowhere = call("export", record["id"], str(tmp_path / "no such folder" / "report.html"), *key)
    assert (nowhere.returncode, "[export.failed]" in nowhere.stderr) == (3, True)


def test_the_same_letter_gives_the_same_result_to_the_byte(letter: str) -> None:
    line = json.dumps({"id": "a", "text": Path(letter).read_text("utf-8")}) + "\n"
    results = [json.dumps(answers(call("analyze", "--jsonl", text=line))[0]["result"]) for _ in range(2)]
    assert results[0] == results[1]


def test_bad_files_are_named_and_good_ones_go_on(letter: str, key: list[str], tmp_path: Path) -> None:
    done = call("analyze", str(tmp_path / "gone.pdf"), letter, str(tmp_path), "--accept-all-redactions", *key)
    assert done.returncode == 3
    assert "letter.not_found" in done.stderr
    assert "letter.folder" in done.stderr
    assert "of 100" in done.stdout


def test_batches_answer_every_line_in_order(letter: str) -> None:
    lines = [
        {"id": "plain", "text": LETTER, "level": "minimal"},
        {"id": "empty", "text": ""},
        {"id": "client", "text": "obstacle", "client": {"names": ["Obstacle"], "ssn": [], "dob": [], "va_file": []}},
        {"id": "odd", "text": "\ud800 \u0000 \U0001f600 \r\n İ"},
        {"id": "level", "text": "x", "level": "most"},
        {"text": "no id"},
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines) + "not json\n\n"
    done = call("redact", "--jsonl", text=text)
    assert done.returncode == 3
    got = answers(done)
    assert [answer["id"] for answer in got] == ["plain", "empty", "client", "odd", "level", None, None]
    assert NAME in [LETTER[start:end] for start, end, _, _ in got[0]["spans"]]
    assert got[1]["error"]["code"] == "letter.empty"
    assert got[2]["spans"]
    assert "error" not in got[3]
    assert {answer["error"]["code"] for answer in got[4:]} == {"line.invalid"}
    assert done.stderr == ""


def test_analyzed_batches_quote_the_text_as_given() -> None:
    text = "\ufeff" + LETTER.replace("\n", "\r\n")
    (answer,) = answers(call("analyze", "--jsonl", text=json.dumps({"id": 1, "text": text}) + "\n"))
    assert answer["labels"]["opinion"]["polarity"] == "favorable"
    assert answer["labels"]["opinion"]["phrase"] in text
    assert answer["evidence"]
    assert all(text[start:end] == quote for start, end, quote in answer["evidence"])
    assert answer["seconds"] > 0


def test_opinions_of_a_sentence() -> None:
    text = "The examiner opined that it was less likely than not that the knee disability was caused by service."
    (answer,) = answers(call("opinions", "--jsonl", text=json.dumps({"id": 1, "text": text}) + "\n"))
    assert answer["opinions"][0]["polarity"] == "unfavorable"
    assert answer["opinions"][0]["standard"] == "less_likely_than_not"


def test_health_without_a_key_says_what_is_missing() -> None:
    done = call("health", "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 11
    codes = {check["name"]: check["code"] for check in report["checks"]}
    assert codes["database"] == "key.passphrase_needed"
    assert codes["configuration"] == "configuration.ok"


def test_health_with_a_key_is_well(key: list[str]) -> None:
    done = call("health", "--json", *key)
    assert done.returncode == 10
    checks = {check["name"]: check["health"] for check in json.loads(done.stdout)["checks"]}
    assert {name for name, health in checks.items() if health != "ok"} == {"recovery"}  # no key was printed yet


def test_a_wrong_passphrase_is_said_and_changes_nothing(letter: str, key: list[str], tmp_path: Path) -> None:
    assert call("analyze", letter, "--accept-all-redactions", *key).returncode == 0
    (tmp_path / WORDS).write_text("four words all wrong\n")
    done = call("list", *key)
    assert done.returncode == 3
    assert "key.passphrase_wrong" in done.stderr
    (tmp_path / WORDS).write_text(PASSPHRASE)
    assert len(call("list", *key).stdout.splitlines()) == 1


def test_the_sample_goes_through_and_leaves_nothing(home: Path) -> None:
    done = call("sample")
    assert done.returncode == 0, done.stderr
    assert "read back from an encrypted store" in done.stdout
    assert "Ellingboe" not in done.stdout
    assert done.stderr == ""
    assert list(home.rglob("*.db")) == []


@pytest.mark.parametrize("arguments", [["analyze"], ["redact"], ["unknown"], [" "], ["redact", "x", "--level", "most"]])
def test_wrong_usage_is_two(arguments: list[str]) -> None:
    assert call(*arguments).returncode == 2


def test_the_schema_is_json() -> None:
    assert json.loads(call("schema").stdout)["title"] == "NexusAnalysisResult"
