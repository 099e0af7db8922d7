"""A configuration file counts whole or not at all, and holds what was chosen by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import (
    ConfigurationFileInvalid,
    ConfigurationFileNewer,
    ConfigurationFileNotWritten,
    ExportExists,
)
from nexus_desktop.models.letter_models import Level
from nexus_desktop.services.application import Application


@pytest.fixture
def application() -> Iterator[Application]:
    opened = Bootstrap().open_throwaway()
    yield opened
    opened.close()


def written(application: Application, path: Path) -> dict[str, object]:
    application.configuration.export(path)
    return json.loads(path.read_text("utf-8"))  # type: ignore[no-any-return]


def test_a_round_trip_puts_the_level_back_and_tells_the_trail(application: Application, tmp_path: Path) -> None:
    application.compliance.choose_level(Level.STRICT)
    application.configuration.export(tmp_path / "kept.json")
    application.compliance.choose_level(Level.MINIMAL)
    changes = application.configuration.read(tmp_path / "kept.json")
    assert [(change.now, change.then) for change in changes] == [("minimal", "strict")]
    assert application.compliance.level is Level.MINIMAL
    told = application.audit.count()
    application.configuration.take_over(changes)
    assert application.compliance.level is Level.STRICT
    assert application.audit.count() == told + 1


def test_only_named_sections_are_in_the_file(application: Application, tmp_path: Path) -> None:
    held = written(application, tmp_path / "kept.json")
    assert set(held) == {"format", "program", "sections"}
    assert set(held["sections"]) == {"level"}  # type: ignore[call-overload]


def test_a_place_that_cannot_be_written_is_named(application: Application, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationFileNotWritten):
        application.configuration.export(tmp_path / "gone" / "config.json")


def test_a_file_is_never_written_over(application: Application, tmp_path: Path) -> None:
    application.configuration.export(tmp_path / "kept.json")
    with pytest.raises(ExportExists):
        application.configuration.export(tmp_path / "kept.json")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"format": 1}', '{"format": 1, "program": "0.1.0", "sections": {"level": "all"}}', "[" * 100_000],
)
def test_a_damaged_file_changes_nothing(application: Application, tmp_path: Path, text: str) -> None:
    path = tmp_path / "damaged.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigurationFileInvalid):
        application.configuration.read(path)


@pytest.mark.parametrize("change", [{"format": 2}, {"sections": {"level": "strict", "holograms": True}}])
def test_a_newer_file_is_refused_whole(application: Application, tmp_path: Path, change: dict[str, object]) -> None:
    held = written(application, tmp_path / "kept.json") | change
    (tmp_path / "newer.json").write_text(json.dumps(held), "utf-8")
    with pytest.raises(ConfigurationFileNewer):
        application.configuration.read(tmp_path / "newer.json")
