"""Parts that fail several times running are left alone, said so, and put on record; other work goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from nexus_desktop.bootstrap import Bootstrap
from nexus_desktop.models import errors
from nexus_desktop.models.audit_chain import AuditAct
from nexus_desktop.models.audit_query import AuditFilter
from nexus_desktop.models.service_models import ResilienceRules, RestingRules
from nexus_desktop.monitoring import circuit_breaker, structured_logger
from nexus_desktop.monitoring.component_breakers import Component, Components, ComponentState
from nexus_desktop.monitoring.database_breaker import DatabaseBreaker
from nexus_desktop.monitoring.metrics import Meter, Metric, Tally
from nexus_desktop.monitoring.steady_storage import SteadyStorage
from nexus_desktop.runtime import config_files, paths
from nexus_desktop.services.degraded import Degraded
from nexus_desktop.services.health import Health
from nexus_desktop.storage.store import Store
from tests.unit.storage.stores import keep, opened, record

RULES = RestingRules(failures_to_rest=3, rest_seconds=30)


class Part:
    """Work that fails with an error until it is mended."""

    def __init__(self, error: errors.NexusError) -> None:
        self.error: errors.NexusError | None = error
        self.calls = 0

    def __call__(self) -> str:
        self.calls += 1
        if self.error is not None:
            raise self.error
        return "done"


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A steady clock that the test moves."""
    now = [1000.0]
    monkeypatch.setattr(circuit_breaker, "SteadyStorage", lambda state: SteadyStorage(state, lambda: now[0]))
    return now


@pytest.fixture
def parts(seconds: list[float]) -> Components:
    return Components(RULES, RULES)


@pytest.fixture
def store(parts: Components, tmp_path: Path) -> Iterator[Store]:
    breaker = DatabaseBreaker(2, 30)
    made = opened(tmp_path, busy_seconds=1, guard=parts.watched(breaker.call, lambda: breaker.seconds_left))
    yield made
    made.close()


def fails(parts: Components, part: Part, times: int) -> list[str]:
    codes = []
    for _ in range(times):
        with pytest.raises(errors.NexusError) as caught:
            parts.scans(part)
        codes.append(caught.value.code)
    return codes


def test_after_three_failures_scans_rest_and_then_one_is_tried(parts: Components, seconds: list[float]) -> None:
    part = Part(errors.LetterReaderStopped())
    assert fails(parts, part, 5) == ["letter.reader_stopped"] * 3 + ["letter.ocr_resting"] * 2
    assert part.calls == 3
    assert parts.states()[Component.SCANS] is ComponentState.RESTING
    seconds[0] += 31
    assert fails(parts, part, 2) == ["letter.reader_stopped", "letter.ocr_resting"]
    seconds[0] += 31
    part.error = None
    assert parts.scans(part) == "done"
    assert set(parts.states().values()) == {ComponentState.WORKING}


def test_a_bad_file_and_a_cancel_say_nothing_against_the_reader(parts: Components) -> None:
    assert fails(parts, Part(errors.LetterReaderStopped()), 2) == ["letter.reader_stopped"] * 2
    assert fails(parts, Part(errors.Cancelled()), 5) == ["cancelled"] * 5
    assert fails(parts, Part(errors.LetterReaderStopped()), 1) == ["letter.reader_stopped"]
    assert parts.states()[Component.SCANS] is ComponentState.RESTING
    other = Components(RULES, RULES)
    assert fails(other, Part(errors.LetterCorrupt()), 5) == ["letter.corrupt"] * 5
    assert other.states()[Component.SCANS] is ComponentState.WORKING


def test_a_keyring_that_fails_is_left_alone(parts: Components) -> None:
    part = Part(errors.KeyringLocked())
    for _ in range(3):
        with pytest.raises(errors.KeyringLocked):
            parts.keyring(part)
    with pytest.raises(errors.KeyringResting):
        parts.keyring(part)
    assert part.calls == 3


def test_a_clock_put_back_by_a_day_rests_nothing_for_a_day(seconds: list[float]) -> None:
    storage = SteadyStorage("closed", lambda: seconds[0])
    assert storage.opened_at is None
    before = structured_logger.datetime.now(structured_logger.UTC)
    storage.opened_at = before
    seconds[0] += 10
    assert storage.opened_at is not None
    assert abs(storage.opened_at + timedelta(seconds=10) - before) < timedelta(seconds=1)


def test_what_rests_is_named_and_told_once_the_trail_can_be_written(parts: Components, store: Store) -> None:
    degraded, heard, meter = Degraded(parts, store), [], Meter()
    structured_logger.listen(meter.hear)
    degraded.listen(lambda: heard.append(degraded.in_short()))
    assert degraded.check()[:2] == (Health.OK, "components.ok")
    fails(parts, Part(errors.LetterReaderStopped()), 3)
    health, code, sentence, mend = degraded.check()
    assert (health, code) == (Health.WARNING, "components.resting")
    assert "Scans are not read" in sentence
    assert "Other letters are read" in mend
    assert heard == ["Scans are not read"]
    rests = AuditFilter(act=AuditAct.COMPONENT_CHANGED.value)
    assert store.audit_entries(9, None, rests) == []
    keep(store, record())
    (told,) = store.audit_entries(9, None, rests)
    assert (told.entry.object_id, told.body) == ("scans", {"state": "resting"})
    assert meter.since_start()[Metric.COMPONENT_RESTS, "scans"] == Tally(1)


def test_a_database_that_rested_is_told_when_it_works_again(
    parts: Components, store: Store, seconds: list[float], tmp_path: Path
) -> None:
    degraded = Degraded(parts, store)
    other = opened(tmp_path)
    with other.deed() as deed:
        deed.session.connection().exec_driver_sql("SELECT 1")
        for _ in range(2):
            with pytest.raises(errors.DatabaseBusy):
                keep(store, record())
        assert degraded.in_short() == "Saving is paused"
        assert "Reading works" in degraded.at_length()
    seconds[0] += 31
    keep(store, record(1))
    assert degraded.in_short() == ""
    told = store.audit_entries(9, None, AuditFilter(act=AuditAct.COMPONENT_CHANGED.value))
    assert [one.body for one in told] == [{"state": "working"}, {"state": "resting"}]
    assert store.check_chain().intact
    other.close()


def test_each_part_rests_by_figures_of_its_own_in_the_shipped_file(seconds: list[float]) -> None:
    """config/monitoring.yaml decides: other figures there, other breakers here."""
    starter = Bootstrap()
    rules = config_files.load(paths.config_file("monitoring.yaml"), ResilienceRules)
    assert starter.rules == rules
    parts = Components(
        rules.scans.model_copy(update={"failures_to_rest": 1, "rest_seconds": 5}),
        rules.keyring.model_copy(update={"failures_to_rest": 2}),
    )
    assert fails(parts, Part(errors.LetterReaderStopped()), 2) == ["letter.reader_stopped", "letter.ocr_resting"]
    seconds[0] += 6
    assert fails(parts, Part(errors.LetterReaderStopped()), 1) == ["letter.reader_stopped"]
    with pytest.raises(errors.KeyringLocked):
        parts.keyring(Part(errors.KeyringLocked()))
    assert parts.states()[Component.KEYRING] is ComponentState.WORKING


def test_services_rest_each_for_itself(parts: Components) -> None:
    parts.note_service("one", True)
    parts.note_service("other", True)
    parts.note_service("one", False)
    assert parts.states()[Component.SERVICE] is ComponentState.RESTING
    assert (parts.service_rests("one"), parts.service_rests("other")) == (False, True)
    parts.note_service("other", False)
    assert parts.states()[Component.SERVICE] is ComponentState.WORKING
