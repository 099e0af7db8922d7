"""Installers, templates, workflows and build scripts say what the program says."""

from __future__ import annotations

import ast
import importlib.util
import json
import plistlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import yaml

from nexus_desktop.models.policy_models import FirmPolicy, PolicySetting
from nexus_desktop.runtime.policy import BUNDLE_ID, WINDOWS_KEY, from_file
from tests.contract.test_house import LONGEST_FILE, LONGEST_FUNCTION

ROOT = Path(__file__).resolve().parents[2]
INSTALLERS = ROOT / "build" / "installers"
SETTINGS = {setting.value for setting in PolicySetting}
SCRIPTS = sorted((ROOT / "build").glob("*.py")) + sorted((ROOT / "build" / "release").glob("*.py"))


def loaded(path: Path) -> ModuleType:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- policy ------------------------------------------------------------


def test_the_models_and_the_settings_are_the_same_list() -> None:
    assert set(FirmPolicy.model_fields) - {"version", "organisation", "contact"} == SETTINGS


def test_the_shipped_schema_is_the_one_in_force() -> None:
    shipped = json.loads((ROOT / "resources/schemas/nexus-policy-1.schema.json").read_text("utf-8"))
    assert shipped == FirmPolicy.model_json_schema()


def test_group_policy_offers_every_setting_and_no_other() -> None:
    text = (INSTALLERS / "windows/policies/NexusDesktop.admx").read_text("utf-8")
    assert set(re.findall(r'valueName="(\w+)"', text)) == SETTINGS | {"organisation", "contact"}
    assert set(re.findall(r'key="([^"]+)"', text)) == {WINDOWS_KEY}
    words = (INSTALLERS / "windows/policies/en-US/NexusDesktop.adml").read_text("utf-8")
    named = set(re.findall(r"\$\(string\.(\w+)\)", text))
    assert named == set(re.findall(r'<string id="(\w+)"', words))
    assert set(re.findall(r"\$\(presentation\.(\w+)\)", text)) == set(re.findall(r'<presentation id="(\w+)"', words))
    for document in (text, words):
        assert ElementTree.fromstring(document.encode()).tag.endswith(
            ("policyDefinitions", "policyDefinitionResources")
        )


def test_the_examples_are_sound_and_show_every_setting() -> None:
    for name in ("macos/policy-example.plist", "linux/policy-example.yaml"):
        policy = from_file(INSTALLERS / name).policy
        left_out = {setting for setting in PolicySetting if not policy.is_set(setting)}
        assert left_out == {PolicySetting.LEVEL}, name  # the lowest level is shown in its place


def test_the_guide_names_every_setting() -> None:
    guide = (ROOT / "resources/help/administrator.md").read_text("utf-8")
    assert {name for name in SETTINGS if f"| `{name}` |" in guide} == SETTINGS


# --- installers ------------------------------------------------------------


def test_the_mac_scripts_name_the_bundle_the_policy_is_read_for() -> None:
    assert f'identifier="{BUNDLE_ID}"' in (INSTALLERS / "macos/build_pkg.sh").read_text("utf-8")
    assert f'BUNDLE_ID = "{BUNDLE_ID}"' in (ROOT / "build/release/bundle.py").read_text("utf-8")
    entitlements = plistlib.loads((INSTALLERS / "macos/entitlements.plist").read_bytes())
    assert entitlements == {"com.apple.security.cs.disable-library-validation": True}


def test_the_msi_lists_every_file_under_a_lasting_name(tmp_path: Path) -> None:
    harvest = loaded(INSTALLERS / "windows" / "harvest.py")
    folder = tmp_path / "frozen"
    (folder / "a & b").mkdir(parents=True)
    (folder / "a & b" / "same.dll").write_bytes(b"1")
    (folder / "same.dll").write_bytes(b"2")
    root = ElementTree.fromstring("\n".join(harvest.lines(folder, "machine")))
    space = "{http://schemas.microsoft.com/wix/2006/wi}"
    sources = {element.get("Source") for element in root.iter(f"{space}File")}
    assert sources == {str(folder / "a & b" / "same.dll"), str(folder / "same.dll")}
    guids = {element.get("Guid") for element in root.iter(f"{space}Component")}
    assert len(guids) == 2
    assert guids == {harvest.guid("machine", "a & b/same.dll"), harvest.guid("machine", "same.dll")}
    assert guids.isdisjoint({harvest.guid("user", "same.dll")})


def test_both_msi_scopes_replace_older_versions_and_refuse_newer_ones() -> None:
    text = (INSTALLERS / "windows/nexus-desktop.wxs").read_text("utf-8")
    codes = re.findall(r'UpgradeCode = "([0-9A-F-]{36})"', text)
    assert len(set(codes)) == 2
    assert "MajorUpgrade" in text
    assert "DowngradeErrorMessage" in text


# --- scripts and workflows ------------------------------------------------------------


def test_build_scripts_keep_to_the_sizes_of_the_house() -> None:
    long = []
    for path in [*SCRIPTS, *INSTALLERS.rglob("*.py")]:
        text = path.read_text("utf-8")
        long += [path.name] if len(text.splitlines()) > LONGEST_FILE else []
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION:
                long.append(f"{path.name} {node.name}")
    assert long == []


def test_dev_needs_nothing_but_the_standard_library() -> None:
    modules = "advisories, bundle, freeze, measure, release_folder"
    script = f"import sys; sys.path.insert(0, 'build'); import dev; from release import {modules}"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_workflows_call_commands_that_exist() -> None:
    usage = subprocess.run(
        [sys.executable, "build/dev.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    commands = set(re.findall(r"build/dev\.py (\w+)", usage))
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        workflow = yaml.safe_load(path.read_text("utf-8"))
        called = re.findall(r"build/dev\.py (\w+)", path.read_text("utf-8"))
        assert called
        assert set(called) <= commands
        assert workflow["permissions"] == {"contents": "read"}
        for job in workflow["jobs"].values():
            assert job["timeout-minutes"] <= 60
            assert all("uses" in step or "run" in step for step in job["steps"])


def test_the_package_lock_is_apart_and_agrees_with_the_other() -> None:
    pinned = {
        name: dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (ROOT / "build" / name).read_text("utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-package.lock")
    }
    both = pinned["requirements.lock"].keys() & pinned["requirements-package.lock"].keys()
    assert "pyinstaller" in pinned["requirements-package.lock"]
    assert "pyinstaller" not in pinned["requirements.lock"]
    assert all(pinned["requirements.lock"][name] == pinned["requirements-package.lock"][name] for name in both)
