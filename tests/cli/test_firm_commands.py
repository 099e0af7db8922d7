"""What an administrator types."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nexus_desktop.models.policy_models import FirmPolicy
from tests.cli.test_commands import call
from tests.letters import LETTER

POLICY = "version: 1\norganisation: Hartley & Quill LLP\nminimum_level: moderate\noffline: true\n"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.yaml"
    path.write_text(POLICY, "utf-8")
    return path


def test_a_sound_policy_is_told_setting_by_setting(policy: Path) -> None:
    done = call("policy", "check", str(policy))
    assert done.returncode == 0
    assert 'minimum_level = "moderate"' in done.stdout


def test_a_wrong_policy_is_named_with_its_line(policy: Path) -> None:
    policy.write_text(POLICY + "auto_lock_minutes: 0\n", "utf-8")
    done = call("policy", "check", str(policy))
    assert done.returncode == 3
    assert "line 5" in done.stderr
    assert "policy.invalid" in done.stderr


def test_show_tells_what_the_policy_comes_to(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEXUS_POLICY", str(policy))
    shown = json.loads(call("policy", "show", "--json").stdout)
    assert shown["source"] == str(policy)
    assert shown["policy"]["minimum_level"] == "moderate"
    assert shown["components"]["service"] is False
    assert "Set by Hartley & Quill LLP." in call("policy", "show").stdout


def test_the_schema_is_the_one_in_force() -> None:
    assert json.loads(call("policy", "schema").stdout) == FirmPolicy.model_json_schema()


@pytest.mark.parametrize("arguments", [("--level", "minimal"), ()])
def test_no_option_goes_below_the_policy(
    policy: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("NEXUS_POLICY", str(policy))
    done = call("redact", "-", *arguments, text=LETTER)
    assert (done.returncode, "policy.level" in done.stderr) == ((3, True) if arguments else (0, False))
    line = json.dumps({"id": 1, "text": LETTER, "level": "minimal"})
    answer = json.loads(call("redact", "--jsonl", text=line).stdout)
    assert answer["error"]["code"] == "policy.level"


def test_an_unsound_policy_lets_nothing_run(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy.write_text("level: strict\n", "utf-8")
    monkeypatch.setenv("NEXUS_POLICY", str(policy))
    done = call("redact", "-", text=LETTER)
    assert done.returncode == 3
    assert done.stdout == ""
    assert "policy.invalid" in done.stderr


def test_the_configuration_goes_to_another_machine(
    policy: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("four words not together\n")
    key, file = ["--passphrase-file", str(words)], tmp_path / "configuration.json"
    assert call("config", "export", str(file), *key).returncode == 0
    held = json.loads(file.read_text("utf-8"))
    held["sections"]["level"] = "strict"
    file.write_text(json.dumps(held), "utf-8")

    monkeypatch.setenv("NEXUS_HOME", str(tmp_path_factory.mktemp("second")))
    assert "moderate -> strict" in call("config", "import", str(file), "--dry-run", *key).stdout
    assert "moderate -> strict" in call("config", "import", str(file), *key).stdout
    assert "Nothing changed." in call("config", "import", str(file), *key).stdout

    monkeypatch.setenv("NEXUS_POLICY", str(policy))
    held["sections"]["level"] = "minimal"
    file.write_text(json.dumps(held), "utf-8")
    refused = call("config", "import", str(file), "--dry-run", *key)
    assert refused.returncode == 3
    assert "policy.level" in refused.stderr
