"""Services on the command line: nothing leaves without a word that it was seen, and what would leave can be seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from nexus_desktop.cli import exits
from tests.cli.test_commands import call
from tests.data.builders.fault_server import FaultServer, running
from tests.integration.service_desk import LETTER, good, letter_sent


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with running() as state:
        state.answer = good
        yield state


def posts(server: FaultServer) -> list[bytes]:
    return [seen.body for seen in server.log if seen.body]


def test_a_letter_goes_only_once_it_is_said_that_the_bytes_were_seen(server: FaultServer, tmp_path: Path) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("four words not together\n")
    key = ["--passphrase-file", str(passphrase)]
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, "utf-8")
    analyze = ["analyze", str(letter), "--accept-all-redactions", "--service", *key]

    unknown = call("service", "use", "local", *key)
    assert unknown.returncode == exits.FIXABLE
    assert "service.not_set_up" in unknown.stderr
    added = call("service", "add", "local", "--address", server.url("ok"), "--model", "m", "--no-key", *key)
    assert added.returncode == exits.DONE
    offline = call(*analyze, "--send-reviewed")
    assert offline.returncode == exits.FIXABLE
    assert "service.offline" in offline.stderr
    assert call("service", "online", *key).returncode == exits.DONE
    tested = call("service", "test", *key)
    assert (tested.returncode, posts(server)) == (exits.DONE, [])
    asked = len(server.log)
    for options, state in (((), "service.not_asked"), (("--ask-service",), "service.answers")):
        found = json.loads(call("health", "--json", *options, *key).stdout)
        assert state in {check["code"] for check in found["checks"]}
        assert len(server.log) == asked + len(options)

    refused = call(*analyze)
    assert refused.returncode == exits.REVIEW_NEEDED
    assert "service.not_reviewed" in refused.stderr
    shown = call(*analyze, "--show-request")
    assert shown.returncode == exits.DONE
    assert "osteoarthritis" in letter_sent(json.loads(shown.stdout))
    assert posts(server) == []

    sent = call(*analyze, "--send-reviewed", "--json")
    assert sent.returncode == exits.DONE, sent.stderr
    assert json.loads(sent.stdout)["engine"] == "service"
    assert len(posts(server)) == 1
    used = call("service", "usage", *key)
    assert "this month: 1 requests, 2,000 tokens in" in used.stdout


def test_an_unsafe_address_is_refused_with_the_reason(tmp_path: Path) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("four words not together\n")
    done = call(
        "service", "add", "far", "--address", "http://service.example/v1", "--model", "m", "--no-key",
        "--passphrase-file", str(passphrase),
    )  # fmt: skip
    assert done.returncode == exits.FIXABLE
    assert "without encryption" in done.stderr


def test_the_schema_of_an_answer_is_printed() -> None:
    done = call("schema", "--answer")
    assert set(json.loads(done.stdout)["properties"]) == {"opinion", "elements", "items", "citations", "confidence"}
