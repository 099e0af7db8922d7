"""Prompts on the command line, as a script of a firm would use them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from nexus_desktop.cli import exits
from nexus_desktop.runtime import paths
from tests.cli.test_store_commands import Call, call, key, quick
from tests.data.builders.fault_server import FaultServer, running
from tests.integration.service_desk import LETTER, good
from tests.unit.prompts.prompts import spoiled

__all__ = ["call", "key", "quick"]  # fixtures


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with running() as state:
        state.answer = good
        yield state


def set_up(call: Call, key: list[str], server: FaultServer) -> None:
    added = call("service", "add", "local", "--address", server.url("ok"), "--model", "m", "--no-key", *key)
    assert added[0] == exits.DONE
    assert call("service", "use", "local", *key)[0] == exits.DONE
    assert call("service", "online", *key)[0] == exits.DONE


def test_versions_are_listed_and_shown_as_they_are_sent(call: Call, key: list[str]) -> None:
    status, out, _ = call("prompts", "list", "--json", *key)
    assert status == exits.DONE
    lines = [json.loads(line) for line in out.splitlines()]
    states = {(line["prompt"], line["version"]): line["state"] for line in lines}
    assert states["nexus-analysis", "1.0.0"] == "approved"
    assert states["nexus-analysis", "0.1.0"] == "retired"
    status, out, err = call("prompts", "show", "--prompt", "nexus-analysis", *key)
    assert status == exits.DONE
    assert "1.0.0, approved" in err
    assert "{letter}" in out
    assert "  MO1 " in out
    assert call("prompts", "show", "--prompt", "nexus-analysis", "--version", "9.9.9", *key)[0] == exits.FIXABLE


def test_a_file_is_checked_by_line_and_rule_without_being_taken_in(call: Call, key: list[str], tmp_path: Path) -> None:
    assert call("prompts", "validate", *key)[0] == exits.DONE
    whole = spoiled(tmp_path, "Rubric items:", "The items:", count=99)
    status, out, _ = call("prompts", "validate", str(whole), *key)
    assert status == exits.FIXABLE
    assert "hash: The text is not the one that was recorded" in out
    assert "the hash of this text is" in out
    whole.write_text(whole.read_text("utf-8").replace("state: approved", "state: blessed", 1), "utf-8")
    status, _, err = call("prompts", "validate", str(whole), *key)
    assert status == exits.FIXABLE
    line = whole.read_text("utf-8").splitlines().index("        state: blessed") + 1
    assert f"prompts.yaml, line {line}:" in err
    assert "draft" not in call("prompts", "list", *key)[1]


def test_the_exact_prompt_of_an_analysis_is_printed(
    call: Call, key: list[str], server: FaultServer, tmp_path: Path
) -> None:
    set_up(call, key, server)
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, "utf-8")
    sent = call("analyze", str(letter), "--accept-all-redactions", "--service", "--send-reviewed", "--json", *key)
    status, out, err = call("prompts", "show", "--analysis", json.loads(sent[1])["id"], *key)
    assert status == exits.DONE
    messages = json.loads(server.log[-1].body)["messages"]
    assert out == "".join(f"--- {one['role']}\n{one['content']}\n" for one in messages)
    assert "nexus-analysis 1.0.0" in err
    assert "m-2026" in err
    offline = call("analyze", str(letter), "--accept-all-redactions", "--json", *key)
    status, out, err = call("prompts", "show", "--analysis", json.loads(offline[1])["id"], *key)
    assert (status, out) == (exits.DONE, "")
    assert "uses no prompt" in err
    assert call("prompts", "show", "--analysis", "nothing", *key)[0] == exits.FIXABLE


def test_test_letters_leave_only_once_it_is_said_that_they_may(call: Call, key: list[str], server: FaultServer) -> None:
    status, out, err = call("prompts", "test", *key)
    assert status == exits.DONE, out
    assert "10 of 10 passed" in err
    set_up(call, key, server)
    status, _, err = call("prompts", "test", "--service", *key)
    assert status == exits.REVIEW_NEEDED
    assert "10 invented letters" in err
    assert [seen for seen in server.log if seen.body] == []
    server.answer = lambda _body: "{}"
    status, out, _ = call("prompts", "test", "--service", "--send-reviewed", "--by", "Ann Lee", "--json", *key)
    assert status == exits.FIXABLE
    run = json.loads(out)
    assert (run["by"], run["version"], len(run["results"])) == ("Ann Lee", "1.0.0", 10)
    assert {one["problem"] for one in run["results"]} == {"service.answer_unusable"}


def test_prompts_go_out_and_come_in_as_drafts(call: Call, key: list[str], tmp_path: Path) -> None:
    target = tmp_path / "out.yaml"
    assert call("prompts", "export", str(target), "--prompt", "nexus-analysis", *key)[0] == exits.DONE
    assert call("prompts", "export", str(target), *key)[0] == exits.FIXABLE
    status, out, _ = call("prompts", "import", str(target), "--reason", "From the other office.", *key)
    assert (status, out) == (exits.DONE, "")
    text = target.read_text("utf-8").replace("Compute no score", "Compute not a score")
    target.write_text(text, "utf-8")
    status, _, err = call("prompts", "import", str(target), "--reason", "From the other office.", *key)
    assert status == exits.FIXABLE
    assert "does not fit its hash" in err
    fits = call("prompts", "validate", str(target), *key)[1]
    right = next(line.split()[-1] for line in fits.splitlines() if "the hash of this text is" in line)
    wrong = text[text.index("version: 1.0.0") :].split("sha256: ")[1].split()[0].strip("'")
    target.write_text(text.replace(wrong, right), "utf-8")
    status, out, _ = call("prompts", "import", str(target), "--reason", "From the other office.", *key)
    assert (status, out) == (exits.DONE, "nexus-analysis 1.0.0+firm.1 draft\n")


def test_a_tampered_file_is_told_and_the_recorded_version_stays(
    call: Call, key: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("prompts", "list", *key)[0] == exits.DONE
    path, real = spoiled(tmp_path, "judge it by a rubric", "judge it kindly by a rubric"), paths.config_file
    monkeypatch.setattr(paths, "config_file", lambda name: path if name == "prompts.yaml" else real(name))
    status, out, err = call("prompts", "list", *key)
    assert status == exits.FIXABLE
    assert "is not the one that was recorded" in err
    assert "nexus-analysis     1.0.0          approved" in out
    _, out, _ = call("prompts", "show", "--prompt", "nexus-analysis", *key)
    assert "kindly" not in out
    status, out, _ = call("health", "--json", *key)
    assert status == exits.HEALTH_FAILURE
    found = {check["name"]: check for check in json.loads(out)["checks"]}
    assert found["prompts"]["code"] == "prompts.changed"
    assert "In force: " in found["prompts"]["sentence"]
