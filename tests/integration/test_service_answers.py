"""Answers that are wrong in what they say, over a real connection: nothing false is kept, and the letter is read."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import pytest

from nexus_desktop.models import errors
from nexus_desktop.models.service_models import ServiceProfile
from nexus_desktop.models.validation import ValidationStatus
from nexus_desktop.services.analyze_letter import Outcome
from tests.data.builders.damaged_answers import dumped
from tests.integration.service_desk import (
    KEY,
    LETTER,
    ServiceDesk,
    answer_about,
    good,
    letter_sent,
    quiet,
    service_desk,
)


@pytest.fixture
def desk() -> Iterator[ServiceDesk]:
    with service_desk() as opened:
        yield opened


def answered(desk: ServiceDesk, spoil: Callable[[dict[str, Any]], str]) -> Outcome:
    """A letter read by a service whose every answer is spoilt alike."""
    desk.use("ok")
    desk.server.answer = lambda body: spoil(answer_about(letter_sent(body)))
    return desk.analyze()


def blamed(outcome: Outcome) -> set[tuple[str, str]]:
    return {(one.field, one.rule) for one in outcome.record.validation.problems}


def test_a_key_given_twice_with_two_values_counts_for_nothing(desk: ServiceDesk) -> None:
    def spoil(made: dict[str, Any]) -> str:
        return dumped(made).replace('"polarity": "favorable"', '"polarity": "favorable",\n  "polarity": "unfavorable"')

    outcome = answered(desk, spoil)
    assert outcome.fallback is None
    assert outcome.record.validation.status is ValidationStatus.PARTIAL
    assert ("opinion.polarity", "duplicate") in blamed(outcome)
    assert len(desk.server.log) == 2  # asked once more, and no third time
    assert not any(one.subject == "polarity" for one in outcome.record.result.disagreements)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999", "-1", "101", "0.85", '"eighty"'])
def test_a_number_that_is_none_counts_for_nothing(desk: ServiceDesk, value: str) -> None:
    outcome = answered(desk, lambda made: dumped(made | {"confidence": None}).replace(
        '"confidence": null', f'"confidence": {value}'))  # fmt: skip
    assert outcome.fallback is None
    assert outcome.record.validation.status is ValidationStatus.PARTIAL
    rules = {rule for field, rule in blamed(outcome) if field == "confidence"}
    assert rules
    assert rules <= {"range", "whole_number", "not_given"}
    assert 0 < outcome.record.result.confidence < 1


def test_reasons_in_another_language_are_not_shown(desk: ServiceDesk) -> None:
    foreign = "Der behandelnde Arzt hat die Akten nach eigenen Angaben vollständig gelesen und gewürdigt."

    def spoil(made: dict[str, Any]) -> str:
        for part in made["items"].values():
            part["reason"] = foreign
        return dumped(made)

    outcome = answered(desk, spoil)
    assert outcome.fallback is None
    assert "language" in {rule for _, rule in blamed(outcome)}
    assert foreign not in outcome.record.result.model_dump_json()


def test_an_answer_wholly_in_another_language_is_no_analysis(desk: ServiceDesk) -> None:
    outcome = answered(desk, lambda _made: "Lo siento: la carta es favorable y merece 92 puntos de 100.")
    assert isinstance(outcome.fallback, errors.ServiceAnswerUnusable)


def test_half_a_character_does_not_cost_the_analysis(desk: ServiceDesk) -> None:
    def spoil(made: dict[str, Any]) -> str:
        made["items"]["MR1"]["reason"] = "The quoted words say so \ud83d here."
        return json.dumps(made)

    outcome = answered(desk, spoil)
    assert outcome.fallback is None
    shown = desk.app.letters.show(outcome.record.id).result.model_dump_json()
    assert "\ufffd" in shown


# --- what a failure costs, and what comes after it --------------------------------------------------------------------


@pytest.mark.parametrize("scenario", ["cut_reset", "refusal", "filter", "empty"])
def test_an_answer_that_nobody_got_is_counted_as_written_to_the_end(desk: ServiceDesk, scenario: str) -> None:
    desk.use(scenario, usd_in=1.0, usd_out=1.0, answer_tokens=5000)
    assert desk.analyze().fallback is not None
    lines = desk.app.usage.lines()
    assert lines
    assert {(one.tokens_out, one.estimated) for one in lines} == {(5000, True)}


def test_a_request_under_way_holds_its_money_until_it_is_recorded(desk: ServiceDesk) -> None:
    """Two letters at once under a limit that only one can keep: one is sent, whatever the order of events."""
    desk.use("ok", usd_in=10.0, usd_out=100.0, answer_tokens=1000, monthly_usd=0.16)
    ready = threading.Barrier(2)
    drafts = [desk.drafted(LETTER.replace("2019", year)) for year in ("2018", "2017")]
    outcomes: list[Outcome] = []

    def analyze(number: int) -> None:
        preparation, decisions, draft = drafts[number]
        approval = desk.app.by_service.service.approve(draft)
        ready.wait(10)
        outcomes.append(desk.app.by_service.analyze(preparation, decisions, draft, approval, quiet, threading.Event()))

    threads = [threading.Thread(target=analyze, args=(number,)) for number in (0, 1)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    assert sorted(type(one.fallback).__name__ for one in outcomes) == ["NoneType", "ServiceLimitReached"]
    assert len(desk.server.log) == 1


@pytest.mark.parametrize("scenario", ["401", "403", "404", "407", "429_quota"])
def test_what_another_setting_mends_can_be_sent_later(desk: ServiceDesk, scenario: str) -> None:
    desk.use(scenario)
    outcome = desk.analyze()
    assert isinstance(outcome.fallback, errors.NexusError)
    assert desk.app.by_service.waiting() == (outcome.record.id,)
    desk.use("ok")
    draft = desk.app.by_service.draft_waiting(outcome.record.id)
    approval = desk.app.by_service.service.approve(draft)
    later = desk.app.by_service.send_waiting(outcome.record.id, draft, approval, quiet, threading.Event())
    assert (later.kept, later.record.engine) == (True, "service")
    assert desk.app.by_service.waiting() == ()


@pytest.mark.parametrize("scenario", ["refusal", "400_filter", "400_context", "length"])
def test_what_the_letter_itself_meets_does_not_wait(desk: ServiceDesk, scenario: str) -> None:
    desk.use(scenario)
    assert desk.analyze().fallback is not None
    assert desk.app.by_service.waiting() == ()


def test_a_letter_that_waits_for_its_turn_can_be_cancelled(desk: ServiceDesk) -> None:
    desk.use("slow_start", first_byte_seconds=30)
    first, second = threading.Event(), threading.Event()
    drafts = [desk.drafted(), desk.drafted(LETTER.replace("2019", "2018"))]
    ended: list[str] = []

    def analyze(number: int, cancelled: threading.Event) -> None:
        preparation, decisions, draft = drafts[number]
        approval = desk.app.by_service.service.approve(draft)
        try:
            desk.app.by_service.analyze(preparation, decisions, draft, approval, quiet, cancelled)
        except errors.Cancelled:
            ended.append("cancelled")

    threads = [threading.Thread(target=analyze, args=pair) for pair in enumerate((first, second))]
    threads[0].start()
    while not desk.server.log:
        threads[0].join(0.02)
    threads[1].start()
    threads[1].join(0.5)
    assert threads[1].is_alive()  # one call at a time
    second.set()
    began = perf_counter()
    threads[1].join(10)
    assert perf_counter() - began < 1
    assert ended == ["cancelled"]
    assert len(desk.server.log) == 1
    first.set()
    threads[0].join(10)
    assert ended == ["cancelled", "cancelled"]


def test_a_service_without_a_list_of_models_is_said_to_be_one(desk: ServiceDesk) -> None:
    profile = desk.use("404")
    report = desk.app.profiles.test(profile, quiet, threading.Event())
    assert not report.works
    assert report.sentence == errors.ServiceListsNoModels().sentence
    assert "/v1" in report.next_step


@pytest.mark.parametrize(
    ("scenario", "kind"),
    [
        ("401", errors.ServiceKeyRefused),
        ("403", errors.ServiceForbidden),
        ("407", errors.ServiceProxyRefused),
        ("500", errors.ServiceDown),
        ("429_after2", errors.ServiceBusy),
        ("reset", errors.ServiceConnectionLost),
        ("200_html", errors.ServiceNotAnAnswer),
        ("200_badjson", errors.ServiceNotAnAnswer),
        ("200_list", errors.ServiceNotAnAnswer),
        ("200_error", errors.ServiceNotAnAnswer),
    ],
)
def test_the_connection_test_has_words_for_each_failure(
    desk: ServiceDesk, scenario: str, kind: type[errors.NexusError]
) -> None:
    report = desk.app.profiles.test(desk.use(scenario), quiet, threading.Event())
    assert not report.works
    assert report.sentence[:20] == kind.text[:20]
    assert report.next_step == kind.next_step
    assert KEY not in report.sentence


def test_the_connection_test_claims_no_more_than_it_saw(desk: ServiceDesk) -> None:
    report = desk.app.profiles.test(desk.use("no_models"), quiet, threading.Event())
    assert (report.works, report.models) == (True, ())
    assert "does not say whether it has the model" in report.sentence
    report = desk.app.profiles.test(desk.use("ok"), quiet, threading.Event())
    assert report.sentence.endswith("takes the key and the model.")


def test_the_connection_test_ends_in_its_time_and_when_cancelled(desk: ServiceDesk) -> None:
    profile = desk.use("slow_start", first_byte_seconds=0.3)
    report = desk.app.profiles.test(profile, quiet, threading.Event())
    assert report.sentence == "The service did not answer within 0.3 seconds."
    cancelled = threading.Event()
    threading.Timer(0.2, cancelled.set).start()
    began = perf_counter()
    with pytest.raises(errors.Cancelled):
        desk.app.profiles.test(desk.use("slow_start", first_byte_seconds=30), quiet, cancelled)
    assert perf_counter() - began < 1.2


def test_health_names_every_service_that_rests(desk: ServiceDesk) -> None:
    for name in ("one", "two"):
        profile = desk.use("500").model_copy(update={"id": name})
        desk.app.profiles.save(ServiceProfile.model_validate(profile.model_dump()))
        desk.app.profiles.put_key(name, KEY)
        desk.app.profiles.choose(name)
        for _ in range(3):
            desk.analyze()
    check = next(c for c in desk.app.health.run(quiet, threading.Event()).checks if c.name == "service")
    assert check.code == "service.paused"
    assert check.sentence.count("rests for") == 2
    desk.server.answer = good
    for name in ("one", "two"):
        desk.app.breakers.of(name).try_now()
    check = next(c for c in desk.app.health.run(quiet, threading.Event()).checks if c.name == "service")
    assert "rests" not in check.sentence


def test_a_quote_is_shown_in_its_sentence_and_never_as_a_part_that_says_the_opposite(desk: ServiceDesk) -> None:
    part = "the veteran's left knee osteoarthritis was caused by the ligament injury in service"

    def spoil(made: dict[str, Any]) -> str:
        made["items"]["MR1"] |= {"level": "full", "quotes": [part, "A torn ligament lets the joint shift"]}
        return dumped(made)

    outcome = answered(desk, spoil)
    record = outcome.record
    found = next(item for item in record.result.rationale.items if item.id == "MR1")
    shown = [" ".join(one.quote.split()) for one in found.evidence]
    assert len(shown) == 2
    assert shown[0].startswith("In my opinion it is at least as likely as not")
    assert shown[0].endswith("in service.")
    assert shown[1].startswith("A torn ligament lets the joint shift with every step")
    for one in record.result.all_evidence():
        assert record.letter.text[one.start : one.end] == one.quote
