"""A configuration file counts whole or not at all, and holds what was chosen by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.errors import (
    ConfigurationFileInvalid,
    ConfigurationFileNewer,
    ConfigurationFileNotWritten,
    ExportExists,
    LockedByFirm,
    NexusError,
)
from nexus_desktop.models.letter_models import Level
from nexus_desktop.models.service_models import ServiceProfile
from nexus_desktop.services.application import Application


@pytest.fixture
def application() -> Iterator[Application]:
    opened = Bootstrap().open_throwaway()
    yield opened
    opened.close()


@pytest.fixture
def other(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """The program on another machine."""
    monkeypatch.setenv("NEXUS_HOME", str(tmp_path_factory.mktemp("other")))
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
    sections = {"level", "rules", "retention_days", "health_endpoint", "services"}
    assert set(held["sections"]) == sections  # type: ignore[call-overload]


def service(application: Application, address: str, **more: object) -> None:
    application.profiles.save(
        ServiceProfile.model_validate(
            {"id": "desk", "title": "Desk", "kind": "compatible", "address": address, "model": "tiny"} | more
        )
    )


def test_everything_that_was_chosen_comes_along_and_nothing_secret(
    application: Application, tmp_path: Path, other: Application
) -> None:
    rules = "version: 1\nrules:\n- id: room\n  pattern: 'ROOM-[0-9]{4}'\n"
    application.compliance.rules.save_text(rules, "")
    application.retention.set_keep_days(90)
    application.endpoint.choose(True)
    proxy = {"proxy": "address", "proxy_address": "http://quill:sesame@proxy.example:8080"}
    service(application, "https://models.example/v1", **proxy)
    held = written(application, tmp_path / "kept.json")
    assert "sesame" not in json.dumps(held)

    changes = other.configuration.read(tmp_path / "kept.json")
    assert [(change.now, change.then) for change in changes] == [
        ("0 rules, 0 exceptions, 0 levels", "1 rules, 0 exceptions, 0 levels"),
        ("without end", "90"),
        ("off", "on"),
        ("none", "desk"),
    ]
    other.configuration.take_over(changes)
    assert other.compliance.rules.state().text == rules
    assert other.retention.keep_days() == 90
    assert other.endpoint.chosen
    assert not other.endpoint.state().on  # nothing listens before the window starts again
    settings = other.profiles.settings()
    assert [one.host for one in settings.profiles] == ["models.example"]
    assert settings.offline  # a file never switches the way out on
    assert other.configuration.read(tmp_path / "kept.json") == ()


def test_a_proxy_password_stays_where_the_rest_is_the_same(application: Application, tmp_path: Path) -> None:
    proxy = {"proxy": "address", "proxy_address": "http://quill:sesame@proxy.example:8080"}
    service(application, "https://models.example/v1", **proxy)
    application.configuration.export(tmp_path / "kept.json")
    application.compliance.choose_level(Level.STRICT)
    application.configuration.take_over(application.configuration.read(tmp_path / "kept.json"))
    assert application.profiles.settings().profiles[0].proxy_address == proxy["proxy_address"]


def test_what_cannot_be_taken_over_takes_the_rest_back(application: Application, tmp_path: Path) -> None:
    held = written(application, tmp_path / "kept.json")
    held["sections"] |= {"level": "strict", "retention_days": 30}  # type: ignore[operator]
    (tmp_path / "other.json").write_text(json.dumps(held), "utf-8")
    changes = application.configuration.read(tmp_path / "other.json")
    broken = replace(changes[1], section="rules", value="rules: [")
    with pytest.raises(NexusError):
        application.configuration.take_over((changes[0], broken))
    assert application.compliance.level is Level.MODERATE


@pytest.mark.parametrize(
    ("section", "value"),
    [
        ("retention_days", 0), ("retention_days", True), ("retention_days", "90"), ("health_endpoint", 1),
        ("services", [{"id": "x"}]), ("services", "none"), ("rules", 7),
        ("services", [{"id": "x", "title": "X", "kind": "compatible", "address": "https://a.example", "model": "m",
                       "proxy": "address", "proxy_address": "http://a:b@c.example"}]),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_changes_nothing(
    application: Application, tmp_path: Path, section: str, value: object
) -> None:
    held = written(application, tmp_path / "kept.json")
    held["sections"] |= {section: value}  # type: ignore[operator]
    (tmp_path / "other.json").write_text(json.dumps(held), "utf-8")
    with pytest.raises(ConfigurationFileInvalid):
        application.configuration.read(tmp_path / "other.json")


def test_what_the_firm_forbids_is_refused(
    application: Application, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    service(application, "https://models.example/v1")
    application.configuration.export(tmp_path / "kept.json")
    policy = tmp_path / "policy.yaml"
    policy.write_text("version: 1\nservice_hosts: [other.example]\n", "utf-8")
    monkeypatch.setenv("NEXUS_POLICY", str(policy))
    monkeypatch.setenv("NEXUS_HOME", str(tmp_path_factory.mktemp("second")))
    with closing(Bootstrap().open_throwaway()) as locked, pytest.raises(LockedByFirm):
        locked.configuration.read(tmp_path / "kept.json")


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
