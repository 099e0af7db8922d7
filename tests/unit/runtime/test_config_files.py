"""Governed files are checked, and the line of what is wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from nexus_desktop.models.authority_models import AuthorityFile
from nexus_desktop.models.compliance_models import CompliancePolicy
from nexus_desktop.models.errors import ConfigurationInvalid, ConfigurationMissing
from nexus_desktop.models.letter_models import Level, PhiCategory
from nexus_desktop.models.prompt_models import PromptFile
from nexus_desktop.models.settings_models import Preferences, Settings
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.runtime.settings import PreferencesFile


def spoiled(tmp_path: Path, name: str, old: str, new: str) -> tuple[Path, int]:
    """A copy of a shipped file with one change, and the line it is on."""
    text = paths.config_file(name).read_text("utf-8")
    assert text.count(old) == 1
    path = tmp_path / name
    path.write_text(text.replace(old, new), "utf-8")
    return path, text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  pages: 500", "  pages: -1"),
        ("  pages: 500", "  pages: many"),
        ("version: 1.0.0", "version: newest"),
        ("  busy_seconds: 15 ", "  busy_seconds: 0 "),
    ],
)
def test_a_wrong_setting_is_refused_with_its_line(tmp_path: Path, old: str, new: str) -> None:
    path, line = spoiled(tmp_path, "settings.yaml", old, new)
    with pytest.raises(ConfigurationInvalid) as caught:
        config_files.load(path, Settings)
    assert caught.value.line == line
    assert caught.value.file == "settings.yaml"


def test_broken_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    path, line = spoiled(tmp_path, "settings.yaml", "limits:", "limits: {")
    with pytest.raises(ConfigurationInvalid) as caught:
        config_files.load(path, Settings)
    assert caught.value.line >= line


def test_yaml_cannot_run_code(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("!!python/object/apply:os.system ['exit 1']\n")
    with pytest.raises(ConfigurationInvalid):
        config_files.load(path, Settings)


def test_a_missing_file_is_named_as_missing(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationMissing):
        config_files.load(tmp_path / "settings.yaml", Settings)


def test_a_category_without_a_rule_is_refused(tmp_path: Path) -> None:
    path, _ = spoiled(
        tmp_path,
        "compliance.yaml",
        "  DEVICE:     {level: minimal,  tag: DEVICE,         title: Device serial number}\n",
        "",
    )
    with pytest.raises(ConfigurationInvalid) as caught:
        config_files.load(path, CompliancePolicy)
    assert "DEVICE" in caught.value.detail


def test_each_level_removes_all_of_the_one_before() -> None:
    policy = config_files.load(paths.config_file("compliance.yaml"), CompliancePolicy)
    removed = [{one for one in PhiCategory if policy.removes(one, level)} for level in Level]
    assert removed[0] < removed[1] < removed[2] == set(PhiCategory)


def test_shipped_authorities_are_whole() -> None:
    file = config_files.load(paths.resource("authorities.yaml"), AuthorityFile)
    ids = [authority.id for authority in file.authorities]
    assert len(ids) == len(set(ids)) == 159


def test_a_prompt_edited_under_its_old_number_shows(tmp_path: Path) -> None:
    path, _ = spoiled(tmp_path, "prompts.yaml", "do not predict an award", "predict the award")
    file = config_files.load(path, PromptFile)
    assert not file.prompts[0].versions[0].is_unchanged
    shipped = config_files.load(paths.config_file("prompts.yaml"), PromptFile)
    assert all(version.is_unchanged for prompt in shipped.prompts for version in prompt.versions)


def test_preferences_survive_damage(tmp_path: Path) -> None:
    file = PreferencesFile(tmp_path / "preferences.json")
    assert file.load() == Preferences()
    file.save(Preferences(level=Level.STRICT))
    assert file.load().level is Level.STRICT
    (tmp_path / "preferences.json").write_text('{"level": "all"}')
    assert file.load() == Preferences()
