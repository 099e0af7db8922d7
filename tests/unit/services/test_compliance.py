"""Levels, rules, statistics, indicators and the record: real store, real files, and no word of a rule or letter."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import sqlalchemy as sa

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models.compliance_models import FirmException, FirmRule
from nexus_desktop.models.compliance_record import Indicator, IndicatorState
from nexus_desktop.models.errors import ConfigurationInvalid, ExportExists
from nexus_desktop.models.letter_models import ClientFields, Level, PhiCategory
from nexus_desktop.runtime import paths
from nexus_desktop.services.application import Application
from nexus_desktop.services.compliance import RecordKind
from nexus_desktop.services.compliance_status import KeyPlace, backup, retention, sent
from nexus_desktop.services.rule_editing import OBJECT
from nexus_desktop.services.rules_in_force import Layer
from nexus_desktop.storage import compliance_queries
from nexus_desktop.storage.encryption_check import opens_without_key
from nexus_desktop.storage.store import Store
from tests.letters import LETTER, SURNAME
from tests.unit.storage.stores import NOON, files, keep, opened, record

RULE = FirmRule(id="case-number", pattern=r"\bBVA-\d{4}\b", tag="CASE NUMBER")
EXPERT = FirmRule(id="our-experts", words=("Harlan Wickersham",), category=PhiCategory.PROVIDER)
OFFICE = FirmException(id="our-office", words=("Alder & Stonebridge LLP",), reason="our own name")
SECRETS = ("BVA", "Harlan", "Wickersham", "Alder", "Stonebridge")


@pytest.fixture
def application() -> Iterator[Application]:
    made = Bootstrap().open_throwaway()
    yield made
    made.close()


def quiet(_phrase: str, _done: float) -> None:
    """Progress that nobody watches."""


def told(application: Application, about: str) -> dict[str, Any]:
    store = application.compliance._store
    return next(dict(one.body or {}) for one in store.audit_entries(20) if one.entry.object_id == about)


# --- rules ---------------------------------------------------------------------------------------------------------


def test_rules_are_put_changed_and_removed_and_count_at_once(application: Application) -> None:
    rules, letters = application.compliance.rules, application.letters

    def found() -> set[str]:
        text = "It answers BVA-4711. Harlan Wickersham agreed."
        preparation = letters.open_text(text, Level.MINIMAL, ClientFields(), quiet, Event())
        return {text[one.start : one.end] for one in preparation.findings if one.detector.startswith("firm:")}

    assert found() == set()
    state = rules.put(RULE, rules.state())
    assert found() == {"BVA-4711"}
    state = rules.put(EXPERT, state)
    state = rules.put(OFFICE, state)
    assert found() == {"BVA-4711", "Harlan Wickersham"}
    assert [(line.number, line.entry.id, line.layer) for line in state.lines] == [
        (1, "case-number", Layer.FIRM), (2, "our-experts", Layer.FIRM), (3, "our-office", Layer.FIRM),
    ]  # fmt: skip
    state = rules.put(replace_id(RULE, "matter-number"), state, replaced="case-number")
    assert [line.entry.id for line in state.lines] == ["matter-number", "our-experts", "our-office"]
    state = rules.remove("matter-number", state)
    assert found() == {"Harlan Wickersham"}


def replace_id(rule: FirmRule, new: str) -> FirmRule:
    return rule.model_copy(update={"id": new})


def test_a_change_is_told_by_ids_and_counts_and_never_by_words(application: Application) -> None:
    rules = application.compliance.rules
    state = rules.put(EXPERT, rules.put(RULE, rules.state()))
    assert told(application, OBJECT) == {
        "rules": 2, "exceptions": 0, "added": "our-experts", "removed": "", "changed": "", "levels": "",
    }  # fmt: skip
    state = rules.put(RULE.model_copy(update={"enabled": False}), state, replaced="case-number")
    assert told(application, OBJECT)["changed"] == "case-number"
    rules.begin_at(PhiCategory.UNIT, Level.MODERATE, state)
    assert told(application, OBJECT)["levels"] == "UNIT from strict to moderate"
    everything = json.dumps([dict(one.body or {}) for one in application.compliance._store.audit_entries(50)])
    assert not any(word in everything for word in SECRETS)


def test_levels_begin_earlier_and_never_later(application: Application) -> None:
    compliance = application.compliance
    state = compliance.rules.begin_at(PhiCategory.UNIT, Level.MODERATE, compliance.rules.state())
    line = next(one for one in compliance.state().categories if one.category is PhiCategory.UNIT)
    assert (line.shipped, line.level, line.removed) == (Level.STRICT, Level.MODERATE, True)
    with pytest.raises(ConfigurationInvalid):
        compliance.rules.begin_at(PhiCategory.SSN, Level.STRICT, state)
    back = compliance.rules.begin_at(PhiCategory.UNIT, Level.STRICT, state)
    assert back.text == ""


def test_a_broken_file_is_shown_and_not_written_over(application: Application) -> None:
    paths.firm_rules_file().write_text("rules:\n- {id: one, pattern: '('}\n")
    compliance = application.compliance
    state = compliance.rules.state()
    assert state.problem is not None
    assert (state.problem.line, state.lines) == (2, ())
    with pytest.raises(ConfigurationInvalid):
        compliance.rules.put(RULE, state)
    assert paths.firm_rules_file().read_text() == state.text
    with pytest.raises(ConfigurationInvalid):
        application.letters.open_text(LETTER, Level.STRICT, ClientFields(), quiet, Event())
    assert compliance.state().categories  # the screen goes on
    assert indicators(application)["rules"].state is IndicatorState.BAD
    compliance.rules.save_text("version: 1\n", state.text)
    assert application.letters.open_text(LETTER, Level.STRICT, ClientFields(), quiet, Event()).findings


def test_a_preview_shows_places_of_the_sample_and_what_cannot_be_used(application: Application) -> None:
    rules = application.compliance.rules
    preview = rules.try_out(FirmRule(id="a", words=("in my opinion",)))
    assert preview.count == len(preview.matches) > 0
    assert preview.matches[0].words.lower() == "in my opinion"
    assert preview.milliseconds > 0
    assert rules.try_out(FirmRule(id="a", words=("no such words there",))).count == 0
    assert "lacks its )" in (rules.try_out(FirmRule(id="a", pattern="(x")).refused or "")
    assert "orthop" not in repr(preview).lower()


# --- statistics ----------------------------------------------------------------------------------------------------


def test_weeks_begin_on_monday_and_hold_real_letters_only(tmp_path: Path) -> None:
    store = opened(tmp_path)
    assert weeks(store) == []
    for days in (0, 1, -6, -13):  # NOON is a Sunday
        one = record(minutes=days * 24 * 60)
        keep(store, replace(one, letter=replace(one.letter, redactions={"DATE": 2, "PATIENT": 1 if days else 5})))
    assert NOON.date() == date(2026, 11, 22)
    found = weeks(store)
    assert [(week.monday, week.letters, week.removed) for week in found] == [
        (date(2026, 11, 23), 1, 3), (date(2026, 11, 16), 2, 10), (date(2026, 11, 9), 1, 3),
    ]  # fmt: skip
    assert found[1].counts == {PhiCategory.DATE: 4, PhiCategory.PATIENT: 6}
    store.close()


def weeks(store: Store) -> list[Any]:
    with store.read() as session:
        return compliance_queries.redaction_weeks(session)


# --- indicators ----------------------------------------------------------------------------------------------------


def indicators(application: Application) -> dict[str, Indicator]:
    return {one.name: one for one in application.compliance.indicators(quiet, Event())}


def test_indicators_say_what_was_found_and_when(application: Application) -> None:
    before = datetime.now(UTC)
    found = indicators(application)
    states = {name: one.state for name, one in found.items()}
    good, notice = IndicatorState.GOOD, IndicatorState.NOTICE
    assert states == {
        "encryption": good, "key": notice, "chain": good, "gate": good, "rules": good, "sent": good,
        "retention": notice, "backup": notice,
    }  # fmt: skip
    assert all(before <= one.at <= datetime.now(UTC) for one in found.values())


def test_an_open_gate_is_found_out(application: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    leaky = "nexus_desktop.security.phi_deidentifier.PhiDeidentifier.residual"
    monkeypatch.setattr(leaky, lambda *_args: ())
    assert indicators(application)["gate"].state is IndicatorState.BAD


def test_an_undecided_text_that_passes_is_found_out(application: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nexus_desktop.security.phi_deidentifier._check", lambda *_args: None)
    assert indicators(application)["gate"].state is IndicatorState.BAD


def test_a_changed_trail_is_found_out(application: Application) -> None:
    store = application.compliance._store
    with store.deed() as deed:
        for name in deed.session.scalars(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            deed.session.execute(sa.text(f"DROP TRIGGER {name}"))
        deed.session.execute(sa.text("UPDATE nexus_audit_bodies SET body = json_set(body, '$.revision', 'x')"))
    assert indicators(application)["chain"].state is IndicatorState.BAD


def test_a_plain_database_is_found_out(tmp_path: Path, application: Application) -> None:
    store = opened(tmp_path)
    assert not opens_without_key(files(tmp_path).database)
    store.close()
    plain = tmp_path / "plain.db"
    with sqlite3.connect(plain) as connection:
        connection.execute("CREATE TABLE one (two)")
    connection.close()
    assert opens_without_key(plain)
    with pytest.raises(FileNotFoundError):
        opens_without_key(tmp_path / "nothing.db")
    status = application.compliance._status
    status._sources = replace(status._sources, database_file=plain)
    assert indicators(application)["encryption"].state is IndicatorState.BAD


@pytest.mark.parametrize(("place", "state"), [(KeyPlace.KEYRING, "good"), (KeyPlace.NOWHERE, "bad")])
def test_the_key_is_looked_for_each_time(application: Application, place: KeyPlace, state: str) -> None:
    status = application.compliance._status
    status._sources = replace(status._sources, key_place=lambda: place)
    assert indicators(application)["key"].state == state


def test_a_passphrase_is_told_from_a_keyring_by_its_slot() -> None:
    application = Bootstrap().open("four words not together")
    place = application.compliance._status._sources.key_place
    assert place() is KeyPlace.PASSPHRASE
    for path in paths.home().glob("keyslot*.json"):
        path.unlink()
    assert place() is KeyPlace.NOWHERE
    application.close()


def test_backup_retention_and_sending_are_read_from_the_trail(application: Application) -> None:
    store = application.compliance._store
    store.keep_setting("one", {"to_days": 30})
    store.keep_setting("policy", {"to_days": 2555})
    store.keep_setting("two", {})
    with store.read() as session:
        newest = compliance_queries.newest_told(session, "setting_changed", "policy")
        assert compliance_queries.count_told(session, "setting_changed") == 3
        assert compliance_queries.newest_told(session, "backup_made") is None
    assert newest is not None
    assert newest[1] == {"to_days": 2555}
    assert retention(newest) == (IndicatorState.GOOD, "Closed matters are kept for 2,555 days.")
    assert retention((NOON, {"to_days": None}))[0] is IndicatorState.NOTICE
    assert backup((NOON - timedelta(days=3), {}), NOON) == (IndicatorState.GOOD, "The newest was made 3 days ago.")
    assert backup((NOON - timedelta(days=15), {}), NOON)[0] is IndicatorState.NOTICE
    assert sent(2, (NOON, {}), NOON) == (IndicatorState.NOTICE, "2 texts after review, the newest today.")


# --- the record ----------------------------------------------------------------------------------------------------


def test_a_record_holds_levels_rules_by_id_numbers_and_reviewers_and_no_word(
    application: Application, tmp_path: Path
) -> None:
    compliance, letters = application.compliance, application.letters
    state = compliance.rules.put(OFFICE, compliance.rules.put(EXPERT, compliance.rules.state()))
    preparation = letters.open_text(LETTER, Level.STRICT, ClientFields(names=(SURNAME,)), quiet, Event())
    letters.analyze(preparation, letters.accept_all(preparation, "a rule"), quiet, Event())
    for kind in RecordKind:
        compliance.export_record(tmp_path / f"record.{kind.value}", kind, quiet, Event())
    page, data = (
        (tmp_path / "record.html").read_text("utf-8"),
        json.loads((tmp_path / "record.json").read_text("utf-8")),
    )
    for word in (*SECRETS, SURNAME, "Zephyrine", "Fernbridge"):
        assert word not in page
        assert word not in json.dumps(data)
    assert [entry["id"] for entry in data["entries"]] == ["our-experts", "our-office"]
    assert len({entry["fingerprint"] for entry in data["entries"]}) == 2
    assert data["letters"] == 1
    assert data["weeks"][0]["counts"]["PATIENT"] > 0
    assert [one["reviews"] for one in data["reviewers"]] == [1]
    assert {one["name"] for one in data["indicators"]} == set(indicators(application))
    assert "HIPAA compliant" not in page
    assert "our-experts" in page
    assert told(application, "compliance_record")["kind"] == "json"
    assert state.lines


def test_a_record_is_never_written_over_another_file(application: Application, tmp_path: Path) -> None:
    path = tmp_path / "record.html"
    path.write_text("mine")
    with pytest.raises(ExportExists):
        application.compliance.export_record(path, RecordKind.HTML, quiet, Event())
    assert path.read_text() == "mine"
    assert all(one.entry.object_id != "compliance_record" for one in application.compliance._store.audit_entries(20))


def test_the_fingerprint_of_a_rule_changes_with_its_words(application: Application) -> None:
    rules = application.compliance.rules

    def fingerprint() -> str:
        return application.compliance.record(quiet, Event()).entries[0].fingerprint

    state = rules.put(EXPERT, rules.state())
    before = fingerprint()
    rules.put(EXPERT.model_copy(update={"words": ("Harlan Wick",)}), state, replaced="our-experts")
    assert fingerprint() != before
