"""A policy is read from where only an administrator writes, and anything wrong with it stops the program."""

from __future__ import annotations

import os
import plistlib
from pathlib import Path

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import PolicyInvalid, PolicyUnreadable, PolicyUnsafe
from nexus_desktop.models.letter_models import Level
from nexus_desktop.runtime import policy

SOUND = "version: 1\nlevel: strict\n"
only_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can own such a file")


@pytest.fixture
def etc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of /etc/nexus-desktop."""
    folder = tmp_path / "nexus-desktop"
    folder.mkdir(mode=0o755)
    monkeypatch.setattr(policy, "LINUX_FOLDER", folder)
    monkeypatch.setattr(policy.sys, "platform", "linux")
    monkeypatch.delenv(policy.TRIAL, raising=False)
    return folder


def put(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    path.chmod(0o644)
    return path


def test_no_file_is_no_policy(etc: Path) -> None:
    assert policy.read_policy().source == "none"


@only_root
def test_the_file_of_the_machine_is_in_force(etc: Path) -> None:
    path = put(etc / "policy.yaml", SOUND)
    found = policy.read_policy()
    assert found.policy.level is Level.STRICT
    assert found.source == str(path)
    assert Bootstrap().firm == found


@only_root
def test_json_is_read_too(etc: Path) -> None:
    put(etc / "policy.json", '{"version": 1, "offline": true}')
    assert policy.read_policy().must_stay_offline


@only_root
def test_a_trial_never_replaces_the_policy_of_the_machine(
    etc: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(policy.TRIAL, str(put(tmp_path / "weaker.yaml", "version: 1\nlevel: minimal\n")))
    assert policy.read_policy().policy.level is Level.MINIMAL
    put(etc / "policy.yaml", SOUND)
    assert policy.read_policy().policy.level is Level.STRICT


@only_root
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o666, 0o755), (0o664, 0o755), (0o644, 0o777)])
def test_a_file_that_others_can_write_is_not_trusted(etc: Path, file_mode: int, folder_mode: int) -> None:
    put(etc / "policy.yaml", SOUND).chmod(file_mode)
    etc.chmod(folder_mode)
    with pytest.raises(PolicyUnsafe):
        policy.read_policy()


@only_root
def test_a_file_of_someone_else_is_not_trusted(etc: Path) -> None:
    os.chown(put(etc / "policy.yaml", SOUND), 1234, 1234)
    with pytest.raises(PolicyUnsafe):
        policy.read_policy()


@only_root
def test_a_link_is_not_trusted(etc: Path, tmp_path: Path) -> None:
    (etc / "policy.yaml").symlink_to(put(tmp_path / "elsewhere.yaml", SOUND))
    with pytest.raises(PolicyUnsafe):
        policy.read_policy()


def test_two_policies_are_an_error(etc: Path) -> None:
    put(etc / "policy.yaml", SOUND)
    put(etc / "policy.json", "{}")
    with pytest.raises(PolicyInvalid):
        policy.read_policy()


@only_root
def test_an_error_names_its_line_and_stops_the_program(etc: Path) -> None:
    put(etc / "policy.yaml", "version: 1\nlevel: strict\nretention_days: never\n")
    with pytest.raises(PolicyInvalid) as caught:
        Bootstrap()
    assert caught.value.line == 3
    assert "retention_days" in caught.value.detail


def test_a_named_file_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(policy.TRIAL, str(tmp_path / "policy.yaml"))
    with pytest.raises(PolicyUnreadable):
        policy.from_file(tmp_path / "policy.yaml")


def test_a_property_list_is_read(tmp_path: Path) -> None:
    path = tmp_path / "managed.plist"
    path.write_bytes(plistlib.dumps({"version": 1, "ocr": False, "PayloadUUID": "an entry of the profile itself"}))
    assert policy.from_file(path).policy.ocr is False
    path.write_bytes(b"<plist>")
    with pytest.raises(PolicyInvalid):
        policy.from_file(path)


def test_registry_values_become_a_policy() -> None:
    values = {"offline": 0, "ocr": 1, "auto_lock_minutes": 15, "service_hosts": "a.example, b.example:8443"}
    found = policy._checked(policy.from_registry_values(values), "HKLM").policy
    assert (found.offline, found.ocr, found.auto_lock_minutes) == (False, True, 15)
    assert found.service_hosts == ("a.example", "b.example:8443")
    with pytest.raises(PolicyInvalid):
        policy._checked(policy.from_registry_values({"offline": 7}), "HKLM")
